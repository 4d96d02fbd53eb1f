/** Months of rows, each in the order of its case numbers, as one stream in that order: what a year is counted from. */
import type { StatisticsRow } from "./statistics-row.ts";

/** Holds one row of each month at a time. */
export async function* inCaseOrder(
  months: readonly AsyncIterable<StatisticsRow>[],
): AsyncIterable<StatisticsRow> {
  const open = months.map((month) => month[Symbol.asyncIterator]());
  const heads = await Promise.all(open.map((rows) => rows.next()));
  while (true) {
    let first = -1;
    for (const [index, head] of heads.entries()) {
      const least = heads[first]?.value as StatisticsRow | undefined;
      if (head.done !== true && (least === undefined || head.value.caseNumber < least.caseNumber))
        first = index;
    }
    const next = heads[first];
    const rows = open[first];
    if (next === undefined || rows === undefined) return;
    yield next.value;
    heads[first] = await rows.next();
  }
}
