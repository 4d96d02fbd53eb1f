/** What one version of a bulletin's rows says otherwise than another: the list that goes with every later version. */

import { byCase } from "./case-order.ts";
import type { CaseAgency } from "./figures.ts";
import { SHOWN_FACTS, type StatisticsRow } from "./statistics-row.ts";

export type ShownFact = (typeof SHOWN_FACTS)[number];

/** How a case goes on after its hearing; it changes in the ordinary course and corrects nothing. */
const AFTERWARDS: ReadonlySet<ShownFact> = new Set(["outcome", "closed", "mediated", "openDifference"]);

/** A pair that was added, taken out, or stated otherwise; the values as rows hold them. */
export interface RowChange extends CaseAgency {
  readonly change: "added" | "removed" | "corrected";
  readonly facts: readonly {
    readonly fact: ShownFact;
    readonly before?: StatisticsRow[ShownFact];
    readonly after?: StatisticsRow[ShownFact];
  }[];
}

/** In order of case; empty where both say the same. */
export function rowChanges(
  before: Iterable<StatisticsRow>,
  after: Iterable<StatisticsRow>,
): readonly RowChange[] {
  const [old, now] = [pairs(before), pairs(after)];
  const changes: RowChange[] = [];
  for (const [key, row] of now) {
    const { caseNumber, agency } = row;
    const was = old.get(key);
    if (was === undefined) changes.push({ caseNumber, agency, change: "added", facts: [] });
    const facts = was === undefined ? [] : differing(was, row);
    if (facts.length > 0) changes.push({ caseNumber, agency, change: "corrected", facts });
  }
  for (const [key, { caseNumber, agency }] of old)
    if (!now.has(key)) changes.push({ caseNumber, agency, change: "removed", facts: [] });
  return byCase(changes);
}

/** Whether changes correct what a bulletin said of hearings and attendance, not only how cases went on. */
export function callForCorrection(changes: readonly RowChange[]): boolean {
  return changes.some(
    ({ change, facts }) => change !== "corrected" || facts.some(({ fact }) => !AFTERWARDS.has(fact)),
  );
}

function differing(before: StatisticsRow, after: StatisticsRow): RowChange["facts"] {
  return SHOWN_FACTS.filter((fact) => JSON.stringify(before[fact]) !== JSON.stringify(after[fact])).map(
    (fact) => ({
      fact,
      ...(before[fact] !== undefined && { before: before[fact] }),
      ...(after[fact] !== undefined && { after: after[fact] }),
    }),
  );
}

function pairs(rows: Iterable<StatisticsRow>): ReadonlyMap<string, StatisticsRow> {
  return new Map(Iterator.from(rows).map((row) => [`${row.caseNumber}\n${row.agency}`, row]));
}
