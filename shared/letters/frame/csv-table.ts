/** How does a table become a CSV file that a spreadsheet opens as it is, and of which it runs nothing? */
import { stringify } from "csv-stringify/sync";
import { oneLine } from "./one-line.ts";

/** A table as CSV for spreadsheets: UTF-8 with a byte order mark, CRLF; no cell of it is a formula. */
export function csvTable(table: readonly (readonly (string | number)[])[]): string {
  const inertTable = table.map((cells) =>
    cells.map((cell) => (typeof cell === "number" ? cell : inert(cell))),
  );
  return stringify(inertTable, { bom: true, record_delimiter: "windows" });
}

/** A text of which nothing is run: what begins like a formula once it is one harmless line gets an apostrophe before it. */
function inert(value: string): string {
  const line = oneLine(value);
  return /^[=+\-@＝＋－＠]/.test(line) ? `'${line}` : line;
}
