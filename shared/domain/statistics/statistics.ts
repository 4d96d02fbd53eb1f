/**
 * What are the figures of a period? The entry to counting, for rows in memory and for rows that arrive one by one.
 */
import type { CaseNumber } from "../court/case-number.ts";
import { isIn, type Period, periodOf } from "../time/period.ts";
import type { Month } from "../time/time.ts";
import type { BulletinStatistics } from "./figures.ts";
import { PeriodCount, type Trace } from "./period-count.ts";
import { settleRows } from "./row-precedence.ts";
import type { StatisticsRow } from "./statistics-row.ts";

export type { StatisticsRow } from "./statistics-row.ts";

/** Which period, and what to do with rows that have no date of hearing. */
export type StatisticsOptions = (
  | { readonly month: Month; readonly period?: never }
  | { readonly period: Period; readonly month?: never }
) & {
  /** `in-month` for a ledger that is known to be of this period alone; `left-out` otherwise. */
  readonly undated?: "left-out" | "in-month";
  /** `none`: counts alone, as periods that are compared with need them; memory then follows the number of agencies. */
  readonly lists?: "all" | "none";
  /** Told of every figure a case adds to. */
  readonly trace?: Trace;
};

/**
 * The figures of a period from rows of any source, order, number and duplication, held in memory for that. A
 * case's period is that of its first sitting; other periods' rows are ignored.
 */
export function statistics(rows: Iterable<StatisticsRow>, options: StatisticsOptions): BulletinStatistics {
  const run = new Run(options);
  for (const pairs of casesOf(rows)) run.add(pairs);
  return run.result();
}

/**
 * As {@link statistics}, in one pass while the rows arrive and without keeping them: they come in the order of their
 * case numbers, as the index of a month and frozen rows have them. Throws RangeError where they don't.
 */
export async function statisticsOfStream(
  rows: AsyncIterable<StatisticsRow>,
  options: StatisticsOptions,
): Promise<BulletinStatistics> {
  const run = new Run(options);
  const cases = new CaseOrder();
  for await (const row of rows) {
    const whole = cases.next(row);
    if (whole !== undefined) run.add(whole);
  }
  run.add(cases.rest());
  return run.result();
}

/** One count under its options. */
class Run {
  readonly #period: Period;
  readonly #undated: "left-out" | "in-month";
  readonly #count: PeriodCount;

  constructor({ month, period, undated = "left-out", lists = "all", trace }: StatisticsOptions) {
    this.#period = period ?? periodOf("month", month);
    this.#undated = undated;
    this.#count = new PeriodCount(lists === "all", trace);
  }

  /** The settled pairs of one case. */
  add(pairs: readonly StatisticsRow[]): void {
    const heardOn = pairs
      .map((pair) => pair.heardOn)
      .filter((date) => date !== undefined)
      .sort()[0];
    if (heardOn === undefined && this.#undated === "left-out") this.#count.addUndated(pairs);
    else if (heardOn === undefined || isIn(this.#period, heardOn)) this.#count.addCase(pairs, heardOn);
  }

  result(): BulletinStatistics {
    return this.#count.result(this.#period);
  }
}

/** One row for each (case, agency), whichever sources spoke of it. */
export function settledPairs(rows: Iterable<StatisticsRow>): readonly StatisticsRow[] {
  return [...casesOf(rows)].flat();
}

type Rows = [StatisticsRow, ...StatisticsRow[]];

/** The settled pairs of each case. */
function* casesOf(rows: Iterable<StatisticsRow>): Generator<readonly StatisticsRow[]> {
  const cases = new Map<CaseNumber, StatisticsRow[]>();
  for (const row of rows) {
    const known = cases.get(row.caseNumber);
    if (known === undefined) cases.set(row.caseNumber, [row]);
    else known.push(row);
  }
  for (const ofCase of cases.values()) yield settled(ofCase);
}

/** Rows in the order of their case numbers → the settled pairs of each case, as it is complete. */
class CaseOrder {
  #open: StatisticsRow[] = [];

  next(row: StatisticsRow): readonly StatisticsRow[] | undefined {
    const current = this.#open[0]?.caseNumber;
    if (current === row.caseNumber) {
      this.#open.push(row);
      return undefined;
    }
    if (current !== undefined && row.caseNumber < current)
      throw new RangeError(`rows out of order: ${row.caseNumber} after ${current}`);
    const whole = current === undefined ? undefined : settled(this.#open);
    this.#open = [row];
    return whole;
  }

  rest(): readonly StatisticsRow[] {
    return settled(this.#open);
  }
}

function settled(ofCase: readonly StatisticsRow[]): readonly StatisticsRow[] {
  const [only] = ofCase;
  if (only !== undefined && ofCase.length === 1) return [settleRows([only])];
  return [...Map.groupBy(ofCase, (row) => row.agency).values()].map((pair) => settleRows(pair as Rows));
}
