/** Which grid would a table of these cells be? For tests of what is read out of a table. */
import type { Grid } from "../../../shared/documents/text/table.ts";

/** A grid of one sheet from plain rows of cells. */
export function gridOf(rows: readonly (readonly string[])[]): Grid {
  return rows.map((cells, index) => ({ sheet: "", row: index + 1, cells }));
}
