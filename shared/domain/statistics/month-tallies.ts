/** What a month came to, as it is kept so that nobody who only looks at it counts its rows again. */
import { CITY_ITSELF } from "../organisations/district.ts";
import type { Instant, Month } from "../time/time.ts";
import type { BulletinStatistics } from "./figures.ts";
import type { Tally } from "./ranking.ts";
import { noTally } from "./tallies.ts";

/** Attendance of a month: of the whole city in cases, of each jurisdiction in (case, agency) pairs. */
export interface MonthTallies {
  readonly total: Tally;
  readonly areas: readonly (Tally & { readonly jurisdiction: string })[];
}

/** A month that is over, by its rows as they were at an instant. */
export interface KeptMonth {
  readonly month: Month;
  readonly at: Instant;
  /** How many rows the whole city had. */
  readonly rows: number;
  readonly tallies: MonthTallies;
}

/** As figures of the month have them. */
export function monthTallies({
  total,
  byJurisdiction,
}: Pick<BulletinStatistics, "total" | "byJurisdiction">): MonthTallies {
  return {
    total: tally(total),
    areas: byJurisdiction.map(({ jurisdiction, ...one }) => ({ jurisdiction, ...tally(one) })),
  };
}

/** Of a county, or of 市本级: the whole city. */
export function tallyOf({ total, areas }: MonthTallies, jurisdiction: string): Tally {
  if (jurisdiction === CITY_ITSELF) return total;
  return tally(areas.find((one) => one.jurisdiction === jurisdiction) ?? noTally());
}

function tally({ heard, present, absent, unknown }: Tally): Tally {
  return { heard, present, absent, unknown };
}
