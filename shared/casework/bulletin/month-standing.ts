/**
 * How does an area's attendance stand this month, against the twelve before, and in the last ranking? Months whose bulletin was
 * issued to governments are counted from the rows frozen with it, by the functions that made it, so that nothing here differs from
 * it; the others from the rows as they are. Ranked is only what a bulletin has ranked.
 */

import type { AreaFigures } from "../../domain/board/board-figures.ts";
import { CITY_ITSELF } from "../../domain/organisations/district.ts";
import { LINYI } from "../../domain/policy.ts";
import type { Rules } from "../../domain/rules.ts";
import type { BulletinVersion } from "../../domain/statistics/bulletin-version.ts";
import type { BulletinStatistics } from "../../domain/statistics/figures.ts";
import type { Tally } from "../../domain/statistics/ranking.ts";
import { statistics } from "../../domain/statistics/statistics.ts";
import { noTally } from "../../domain/statistics/tallies.ts";
import { monthsOf, periodOf } from "../../domain/time/period.ts";
import { addMonths, civilDateAt, type Instant, type Month, monthOf } from "../../domain/time/time.ts";
import type { FrozenRowsOf } from "../../ports/frozen-rows.ts";
import type { Records } from "../../ports/records.ts";
import { lastVersion } from "./compose-edition.ts";

export interface StandingPorts {
  readonly records: Pick<Records, "bulletins" | "monthRows">;
  readonly frozenRows: FrozenRowsOf;
}

/** A month's counts of an area: of the city in cases, of a county in (case, agency) pairs, as bulletins have them. */
export interface MonthStanding extends Tally {
  readonly month: Month;
  /** The bulletin they are from; undefined: the rows as they are now. */
  readonly bulletin: BulletinVersion | undefined;
  /** When they were counted, where they are of no bulletin and not of now. */
  readonly countedAt?: Instant;
}

/** The ranking of the newest bulletin of a month, from the same rows. */
export interface LastRanking {
  readonly bulletin: BulletinVersion;
  readonly counties: BulletinStatistics["byJurisdiction"];
  /** The agencies of the area itself; absent where the bulletin keeps that list to its bureau. */
  readonly agencies?: BulletinStatistics["byAgency"];
}

export interface Standing {
  readonly current: MonthStanding;
  /** The twelve months before, oldest first, from the first in which anything was heard. */
  readonly before: readonly MonthStanding[];
  readonly ranking: LastRanking | undefined;
}

const MONTHS_BEFORE = 12;

/** Of a county, or of 市本级: the whole city. `counted`: what stands for this month, where its rows are too many to be read for a page. */
export async function standingOf(
  ports: StandingPorts,
  jurisdiction: string,
  {
    now,
    rules,
    counted,
  }: { readonly now: Instant; readonly rules: Rules; readonly counted?: AreaFigures | undefined },
): Promise<Standing> {
  const month = monthOf(civilDateAt(now));
  const span = monthsOf({ from: addMonths(month, -MONTHS_BEFORE), to: month });
  const months = await Promise.all(
    span.map(async (one) => {
      if (counted?.month.month === one)
        return { figures: undefined, bulletin: undefined, standing: standingNow(counted, jurisdiction) };
      const { figures, bulletin } = await figuresOf(ports, one, rules);
      return { figures, bulletin, standing: { month: one, ...tallyOf(figures, jurisdiction), bulletin } };
    }),
  );
  const standings = months.map(({ standing }) => standing);
  const first = standings.findIndex(({ heard }) => heard > 0);
  const last = months.findLast(({ bulletin }) => bulletin !== undefined);
  return {
    current: standings.at(-1) ?? { month, ...noTally(), bulletin: undefined },
    before: first < 0 ? [] : standings.slice(first, -1),
    ranking: last?.bulletin && last.figures && rankingIn(last.figures, last.bulletin, jurisdiction),
  };
}

function standingNow({ month, at }: AreaFigures, jurisdiction: string): MonthStanding {
  const tally = jurisdiction === CITY_ITSELF ? month.total : month.agencyLevel;
  return { month: month.month, ...tally, bulletin: undefined, countedAt: at };
}

/** What a month's bulletin says, or would say as things stand. */
async function figuresOf(
  { records, frozenRows }: StandingPorts,
  month: Month,
  rules: Rules,
): Promise<{ readonly figures: BulletinStatistics; readonly bulletin: BulletinVersion | undefined }> {
  const version = await lastVersion(records, { period: periodOf("month", month), state: "issued", rules });
  const to = version?.inMail?.to;
  const bulletin = to === undefined || to.includes("governments") ? version : undefined;
  const counting = bulletin === undefined ? rules.policy.counting : (bulletin.counting ?? LINYI.counting);
  const rows =
    bulletin === undefined
      ? await Array.fromAsync(records.monthRows(rules.policy.jurisdiction.code, month))
      : await frozenRows(bulletin.folder);
  return { figures: statistics(rows, { month, lists: "none", counting }), bulletin };
}

function tallyOf({ total, byJurisdiction }: BulletinStatistics, jurisdiction: string): Tally {
  if (jurisdiction === CITY_ITSELF) return total;
  const own = byJurisdiction.find((one) => one.jurisdiction === jurisdiction);
  const { heard, present, absent, unknown } = own ?? noTally();
  return { heard, present, absent, unknown };
}

function rankingIn(
  { byJurisdiction, byAgency }: BulletinStatistics,
  bulletin: BulletinVersion,
  jurisdiction: string,
): LastRanking {
  return {
    bulletin,
    counties: byJurisdiction,
    // Where some lists were kept to the bureau, its agencies may be among them.
    ...(bulletin.inMail?.annex !== true && {
      agencies: byAgency.filter((one) => one.jurisdiction === jurisdiction),
    }),
  };
}

/** The counts of several months together. */
export function together(months: readonly Tally[]): Tally {
  const sum = noTally();
  for (const { heard, present, absent, unknown } of months) {
    sum.heard += heard;
    sum.present += present;
    sum.absent += absent;
    sum.unknown += unknown;
  }
  return sum;
}
