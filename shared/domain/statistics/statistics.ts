/** What are the figures of a period? Counted from its rows, one for each (case number, agency), in memory or as they stream. */
import { type CountingPolicy, LINYI } from "../policy.ts";
import { type Period, periodOf } from "../time/period.ts";
import type { Month } from "../time/time.ts";
import { type CasePairs, casesInOrder, casesOf } from "./case-order.ts";
import { type CountedCase, countedCase } from "./counted-case.ts";
import { DocketCount } from "./docket/docket-count.ts";
import type { BulletinStatistics } from "./figures.ts";
import { isHeardIn } from "./heard-in.ts";
import { PeriodCount } from "./period-count.ts";
import type { StatisticsRow } from "./statistics-row.ts";

/** Which period. */
export type StatisticsOptions = (
  | { readonly month: Month; readonly period?: never }
  | { readonly period: Period; readonly month?: never }
) & {
  /** `none`: counts alone, as periods that are compared with need them; memory then follows the number of agencies. */
  readonly lists?: "all" | "none";
  /** How the city counts (统计口径); as Linyi does where nothing is said. */
  readonly counting?: CountingPolicy;
};

/**
 * The figures of a period from its rows in any order, held in memory for that. A case's period is that of its first
 * sitting: other periods' rows are ignored. A row without a day is of the period, as its month's index and its ledger
 * say. Throws RangeError where there are two rows for one pair.
 */
export function statistics(rows: Iterable<StatisticsRow>, options: StatisticsOptions): BulletinStatistics {
  const count = runningStatistics(options);
  for (const pairs of casesOf(rows)) count.add(pairs);
  return count.figures;
}

/** As {@link statistics}, in one pass and without keeping the rows: they come in the order of their case numbers. */
export async function statisticsOfStream(
  rows: AsyncIterable<StatisticsRow>,
  options: StatisticsOptions,
): Promise<BulletinStatistics> {
  const count = runningStatistics(options);
  for await (const pairs of casesInOrder(rows)) count.add(pairs);
  return count.figures;
}

/** The figures of a period as its cases are added, each once and with all its rows: for whoever counts several in one pass. */
export function runningStatistics(options: StatisticsOptions): {
  readonly add: (pairs: CasePairs) => void;
  readonly figures: BulletinStatistics;
} {
  return new RunningCount(options);
}

/** Attendance and docket, from one pass. */
class RunningCount {
  readonly #period: Period;
  readonly #counting: CountingPolicy;
  readonly #attendance: PeriodCount;
  readonly #docket: DocketCount;

  constructor(options: StatisticsOptions) {
    this.#period = periodIn(options);
    this.#counting = options.counting ?? LINYI.counting;
    this.#attendance = new PeriodCount(options.lists !== "none", this.#counting);
    this.#docket = new DocketCount(this.#period);
  }

  add(pairs: CasePairs): void {
    this.#docket.add(pairs);
    const counted = countedIn(pairs, this.#period, this.#counting);
    if (counted !== undefined) this.#attendance.add(counted);
  }

  get figures(): BulletinStatistics {
    return { ...this.#attendance.result(this.#period), docket: this.#docket.figures };
  }
}

/** The cases of a period as they count. */
export function* casesOfPeriod(
  rows: Iterable<StatisticsRow>,
  options: StatisticsOptions,
): Generator<CountedCase> {
  const period = periodIn(options);
  for (const pairs of casesOf(rows)) {
    const counted = countedIn(pairs, period, options.counting);
    if (counted !== undefined) yield counted;
  }
}

/** The period that options name. */
export function periodIn({ month, period }: StatisticsOptions): Period {
  return period ?? periodOf("month", month);
}

function countedIn(pairs: CasePairs, period: Period, counting?: CountingPolicy): CountedCase | undefined {
  return isHeardIn(pairs, period) ? countedCase(pairs, counting) : undefined;
}
