/**
 * The rows behind an issued bulletin, frozen: one canonical text for a set of rows, whatever their order,
 * so that each version can be counted again and compared byte for byte.
 */
import { CLASS_FACTS, SHOWN_FACTS, type StatisticsRow } from "./statistics-row.ts";

/** Every key of a row, in the order it is written in. */
const KEYS: readonly (keyof StatisticsRow)[] = [
  "caseNumber",
  "agency",
  ...SHOWN_FACTS,
  "source",
  "mode",
  "notified",
  "principalOwed",
  "principalExcused",
  ...CLASS_FACTS,
];

/** Rows, and their text. */
export interface FrozenRows {
  /** In the order of the text, equal ones once. */
  readonly rows: readonly StatisticsRow[];
  /** JSON: an array with one row a line, unknown facts left out. */
  readonly text: string;
}

/** Freezes rows in any order. */
export function frozenRows(rows: Iterable<StatisticsRow>): FrozenRows {
  const byLine = new Map<string, StatisticsRow>();
  for (const row of rows) byLine.set(JSON.stringify(row, KEYS as string[]), row);
  const lines = [...byLine.keys()].sort();
  return {
    rows: lines.flatMap((line) => byLine.get(line) ?? []),
    text: lines.length === 0 ? "[]\n" : `[\n${lines.join(",\n")}\n]\n`,
  };
}
