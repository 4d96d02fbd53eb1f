/**
 * To which hearings does a case count: is it one of those first heard in a period? Asked of all its pairs at once, by figures,
 * bulletins and returns alike, so that none of them has a case that another hasn't.
 */
import { isIn, type Period } from "../time/period.ts";
import type { CivilDate } from "../time/time.ts";
import type { StatisticsRow } from "./statistics-row.ts";

/**
 * Whether a case counts to a period's hearings. A case's period is that of its first sitting; one whose rows are from before
 * they told that, and have no day, is of the period in which it was asked for, as its month's index and its ledger say.
 */
export function isHeardIn(pairs: readonly [StatisticsRow, ...StatisticsRow[]], period: Period): boolean {
  const [first] = pairs;
  if (!mayBeHeardIn(first, period)) return false;
  const day = tells(first) ? undefined : firstDay(pairs);
  return day === undefined || isIn(period, day);
}

/** Without those that are there for what was received, closed or pending alone. */
export function heardRows(rows: readonly StatisticsRow[], period: Period): readonly StatisticsRow[] {
  return rows.filter((row) => mayBeHeardIn(row, period));
}

/** The day of the first sitting; undefined where no pair has one. */
export function firstDay(pairs: readonly StatisticsRow[]): CivilDate | undefined {
  let first: CivilDate | undefined;
  for (const { heardOn } of pairs)
    if (heardOn !== undefined && (first === undefined || heardOn < first)) first = heardOn;
  return first;
}

/** A row that tells when its case was received tells too whether it counts to a month of hearings, and to which. */
function tells({ receivedIn }: StatisticsRow): boolean {
  return receivedIn !== undefined;
}

function mayBeHeardIn(row: StatisticsRow, { from, to }: Period): boolean {
  if (!tells(row)) return true;
  return row.countsIn !== undefined && from <= row.countsIn && row.countsIn <= to;
}
