/**
 * The figures of a board (看板数字): how many open cases there are, in which state and of which concern, who has been silent the
 * longest, and how the month's attendance stands. Cases are counted one by one, so that however many are open no more is held than
 * there are agencies.
 */
import type { CountingPolicy } from "../policy.ts";
import { type CasePairs, casesOf } from "../statistics/case-order.ts";
import type { Tally } from "../statistics/ranking.ts";
import type { Ratio } from "../statistics/rate.ts";
import { runningStatistics } from "../statistics/statistics.ts";
import type { StatisticsRow } from "../statistics/statistics-row.ts";
import { timelyDefence } from "../statistics/timely-defence.ts";
import { type CivilDate, type Instant, type Month, monthOf } from "../time/time.ts";
import { CONCERNS, type Concern, isConcerned, MOST_NAMED, overdueOf } from "./board-query.ts";
import type { BoardRow } from "./board-row.ts";

/** An agency that owes something it is late with, and how much of it. */
export interface Silent {
  readonly name: string;
  readonly district: string;
  readonly reports: number;
  readonly filings: number;
  /** 答辩, 举证, 履行 …: what is owed beside the sittings. */
  readonly duties: number;
  /** Days of the oldest. */
  readonly days: number;
}

/** What is counted of open cases; where there are none of a state or a concern, it is absent. */
export interface OpenFigures {
  readonly open: number;
  readonly states: Readonly<Partial<Record<BoardRow["state"], number>>>;
  readonly concerns: Readonly<Partial<Record<Concern, number>>>;
  /** How many agencies are late with something. */
  readonly silent: number;
  /** Those of them that a page names, the longest first. */
  readonly longest: readonly Silent[];
}

/** Attendance of a month as it is known so far: in cases, in (case, agency) pairs, and how many defences came in time. */
export interface MonthFigures {
  readonly month: Month;
  readonly total: Tally;
  readonly agencyLevel: Tally;
  readonly defence: Ratio;
}

/** Of an area, as they were counted at an instant. */
export interface AreaFigures {
  /** A jurisdiction, or {@link WHOLE_CITY}. */
  readonly area: string;
  readonly at: Instant;
  readonly cases: OpenFigures;
  readonly month: MonthFigures;
  /** How many rows of statistics the whole city had in the month. */
  readonly rows: number;
}

/** The area of the municipal bureau and government: all jurisdictions, a case that belongs to several once. No jurisdiction is called so. */
export const WHOLE_CITY = "*";

/** The area in whose figures somebody sees these jurisdictions. */
export function areaNamed(seen: readonly string[]): string {
  const [only = WHOLE_CITY, ...others] = seen;
  return others.length === 0 ? only : WHOLE_CITY;
}

/** So many open cases, or rows of a month, are read for a page: two megabytes, some three hundred units. Of more there are figures. */
export const MOST_READ = 3_000;

/** What has been counted so far, as it is kept between the parts of a count. */
export interface OpenTally extends Pick<OpenFigures, "open" | "states" | "concerns"> {
  /** Each late agency, by its id or, unknown, its name. */
  readonly silent: readonly (readonly [agency: string, Silent])[];
}

/** Counts open cases on a day, from the beginning or on from a tally; each is added once, as all boards together show it. */
export function openCount(
  today: CivilDate,
  begun?: OpenTally,
): {
  readonly add: (row: BoardRow) => void;
  readonly figures: () => OpenFigures;
  readonly tally: () => OpenTally;
} {
  let open = begun?.open ?? 0;
  const states: Partial<Record<BoardRow["state"], number>> = { ...begun?.states };
  const concerns: Partial<Record<Concern, number>> = { ...begun?.concerns };
  const silent = new Map<string, Silent>(begun?.silent);
  return {
    add(row) {
      open += 1;
      states[row.state] = (states[row.state] ?? 0) + 1;
      for (const concern of CONCERNS)
        if (isConcerned(row, concern, today)) concerns[concern] = (concerns[concern] ?? 0) + 1;
      for (const { kind, days, agency } of overdueOf(row, today)) {
        const key = agency.organisation ?? agency.name;
        const known = silent.get(key);
        const { name, district } = known ?? agency;
        silent.set(key, {
          name,
          district,
          reports: (known?.reports ?? 0) + (kind === "report" ? 1 : 0),
          filings: (known?.filings ?? 0) + (kind === "filing" ? 1 : 0),
          duties: (known?.duties ?? 0) + (kind === "report" || kind === "filing" ? 0 : 1),
          days: Math.max(known?.days ?? 0, days),
        });
      }
    },
    figures: () => ({
      open,
      states: { ...states },
      concerns: { ...concerns },
      silent: silent.size,
      longest: [...silent.values()]
        .toSorted((one, other) => other.days - one.days || (one.name < other.name ? -1 : 1))
        .slice(0, MOST_NAMED),
    }),
    tally: () => ({ open, states: { ...states }, concerns: { ...concerns }, silent: [...silent] }),
  };
}

/** The figures of some rows; see {@link openCount}. */
export function openFigures(rows: Iterable<BoardRow>, today: CivilDate): OpenFigures {
  const count = openCount(today);
  for (const row of rows) count.add(row);
  return count.figures();
}

interface Counting {
  readonly today: CivilDate;
  readonly counting: CountingPolicy;
}

/** Counts the month's attendance; each case is added once, with all its rows. It holds no more than there are agencies. */
export function monthCount({ today, counting }: Counting): {
  readonly add: (pairs: CasePairs) => void;
  readonly figures: () => MonthFigures;
} {
  const month = monthOf(today);
  const count = runningStatistics({ month, lists: "none", counting });
  let defence: Ratio = { part: 0, whole: 0 };
  return {
    add(pairs) {
      count.add(pairs);
      const { part, whole } = timelyDefence(pairs, today);
      defence = { part: defence.part + part, whole: defence.whole + whole };
    },
    figures() {
      const { total, agencyLevel } = count.figures;
      return { month, total: tally(total), agencyLevel: tally(agencyLevel), defence };
    },
  };
}

/** The month's attendance by rows of its hearings, in any order; see {@link monthCount}. */
export function monthFigures(rows: readonly StatisticsRow[], counting: Counting): MonthFigures {
  const count = monthCount(counting);
  for (const pairs of casesOf(rows)) count.add(pairs);
  return count.figures();
}

function tally({ heard, present, absent, unknown }: Tally): Tally {
  return { heard, present, absent, unknown };
}
