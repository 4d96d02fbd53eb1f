/** In which order do lists name cases, and how are rows put together by case? */
import { type CaseNumber, partsOf } from "../court/case-number.ts";
import type { CaseAgency } from "./figures.ts";
import type { StatisticsRow } from "./statistics-row.ts";

/** By year, court, type and serial of the case, then by agency. */
export function byCase<T extends CaseAgency>(list: readonly T[]): T[] {
  const keyed = list.map((item) => {
    const { year, court, type, serial } = partsOf(item.caseNumber);
    return { item, key: `${year} ${court} ${type} ${String(serial).padStart(7, "0")} ${item.agency}` };
  });
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ item }) => item);
}

/** The pairs of one case: one row for each agency. */
export type CasePairs = readonly [StatisticsRow, ...StatisticsRow[]];

/**
 * Rows in any order, all in memory → the pairs of each case.
 * @throws RangeError where there are two rows for one pair
 */
export function* casesOf(rows: Iterable<StatisticsRow>): Generator<CasePairs> {
  const cases = new Map<CaseNumber, [StatisticsRow, ...StatisticsRow[]]>();
  for (const row of rows) {
    const known = cases.get(row.caseNumber);
    if (known === undefined) cases.set(row.caseNumber, [row]);
    else known.push(row);
  }
  for (const pairs of cases.values()) yield eachOnce(pairs);
}

/**
 * Rows in the order of their case numbers → the pairs of each case, as it is complete.
 * @throws RangeError where they are not in that order, or there are two rows for one pair
 */
export async function* casesInOrder(rows: AsyncIterable<StatisticsRow>): AsyncGenerator<CasePairs> {
  let open: [StatisticsRow, ...StatisticsRow[]] | undefined;
  for await (const row of rows) {
    const current = open?.[0].caseNumber;
    if (open !== undefined && current === row.caseNumber) {
      open.push(row);
      continue;
    }
    if (current !== undefined && row.caseNumber < current)
      throw new RangeError(`rows out of order: ${row.caseNumber} after ${current}`);
    if (open !== undefined) yield eachOnce(open);
    open = [row];
  }
  if (open !== undefined) yield eachOnce(open);
}

/** Two rows for one pair would count it twice; which of them holds is settled in the case file. */
function eachOnce(pairs: CasePairs): CasePairs {
  if (pairs.length === 1) return pairs;
  const agencies = new Set<string>();
  for (const { agency, caseNumber } of pairs) {
    if (agencies.has(agency)) throw new RangeError(`two rows for ${caseNumber} ${agency}`);
    agencies.add(agency);
  }
  return pairs;
}
