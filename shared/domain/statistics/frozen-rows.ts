/**
 * The rows behind an issued bulletin, frozen: one canonical text for a set of rows, whatever their order,
 * so that each version can be counted again and compared byte for byte.
 */
import { SHOWN_FACTS, type StatisticsRow } from "./statistics-row.ts";

/** The keys of a row in the order they are written in; whatever else a row says follows by name. */
const KEYS: readonly (keyof StatisticsRow)[] = ["caseNumber", "agency", ...SHOWN_FACTS, "source"];
const RANK: ReadonlyMap<string, number> = new Map(KEYS.map((key, index) => [key, index]));

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
  for (const row of rows) byLine.set(lineOf(row), row);
  const lines = [...byLine.keys()].sort();
  return {
    rows: lines.flatMap((line) => byLine.get(line) ?? []),
    text: lines.length === 0 ? "[]\n" : `[\n${lines.join(",\n")}\n]\n`,
  };
}

function lineOf(row: StatisticsRow): string {
  const facts = Object.entries(row).sort(([one], [other]) => {
    const [rank, otherRank] = [RANK.get(one) ?? KEYS.length, RANK.get(other) ?? KEYS.length];
    return rank - otherRank || (one < other ? -1 : 1);
  });
  return JSON.stringify(Object.fromEntries(facts));
}
