/**
 * The rows behind an issued bulletin, frozen: one canonical text for a set of rows, whatever their order,
 * so that each version can be counted again and compared byte for byte.
 */
import { SHOWN_FACTS, type StatisticsRow } from "./statistics-row.ts";

/** Every key of a row, in the order it is written in. */
const KEYS: readonly (keyof StatisticsRow)[] = ["caseNumber", "agency", ...SHOWN_FACTS, "source"];

/** JSON: an array with one row a line, sorted, equal rows once, unknown facts left out. */
export function frozenRows(rows: Iterable<StatisticsRow>): string {
  const lines = new Set<string>();
  for (const row of rows) lines.add(JSON.stringify(row, KEYS as string[]));
  return lines.size === 0 ? "[]\n" : `[\n${[...lines].sort().join(",\n")}\n]\n`;
}
