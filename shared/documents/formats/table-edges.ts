/** How many columns each cell takes, where a file only says where its cells end (RTF, Word 97). */

/** A row's cells by their right edges, from left to right. In twips. */
export interface EdgedRow {
  readonly left: number;
  readonly edges: readonly number[];
}

/** Borders that differ by less were meant to be one. */
const CLOSE = 100;

/**
 * Columns by row and cell. Where all rows have as many cells as each other they are the columns, however somebody drew
 * their borders; else every border that any row has parts two columns.
 */
export function columnsOf(rows: readonly EdgedRow[]): number[][] {
  const counts = new Set(rows.map(({ edges }) => edges.length).filter((count) => count > 1));
  if (counts.size <= 1 && rows.every(({ edges }) => edges.length > 1))
    return rows.map(({ edges }) => edges.map(() => 1));
  const borders: number[] = [];
  const all = rows.flatMap(({ left, edges }) => [left, ...edges]).toSorted((a, b) => a - b);
  for (const edge of all) if (edge - (borders.at(-1) ?? Number.NEGATIVE_INFINITY) > CLOSE) borders.push(edge);
  /** The last border that isn't further right. */
  const columnAt = (edge: number) => {
    let [low, high] = [0, borders.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((borders[middle] ?? 0) <= edge) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  return rows.map(({ left, edges }) => {
    let from = columnAt(left);
    return edges.map((edge) => {
      const to = columnAt(edge);
      const across = Math.max(to - from, 1);
      from = Math.max(to, from);
      return across;
    });
  });
}
