/** Which sheets and cells does an Excel 2003 XML file have? */
import { officeXml } from "./office-xml.ts";
import type { UnreadableReason } from "./unreadable.ts";
import { descendants, type XmlElement } from "./xml.ts";

/** A sheet as its file gives it: rows of cells as written, and the areas that are one cell. */
export interface SheetOfXml {
  readonly name: string;
  readonly rows: string[][];
  readonly merges: readonly Area[];
}

interface Area {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

/** As many as Excel 2003 has; an index beyond them is nobody's table. */
const [MOST_ROWS, MOST_COLUMNS] = [65_536, 256];

/**
 * The sheets of an Excel 2003 XML file (SpreadsheetML), hidden ones left out. Formulas are not evaluated: what they last
 * came to is in the file.
 */
export function excelXmlSheets(
  bytes: Uint8Array,
):
  | { readonly ok: true; readonly sheets: readonly SheetOfXml[] }
  | { readonly ok: false; readonly reason: UnreadableReason } {
  const file = officeXml(bytes);
  if (!file.ok) return file;
  const sheets: SheetOfXml[] = [];
  for (const sheet of descendants(file.root, "Worksheet")) {
    const visible = [...descendants(sheet, "Visible")].map(({ text }) => text);
    if (!visible.some((text) => /hidden/i.test(text))) sheets.push(sheetOf(sheet));
  }
  return { ok: true, sheets };
}

function sheetOf(sheet: XmlElement): SheetOfXml {
  const rows: string[][] = [];
  const merges: Area[] = [];
  const [table] = descendants(sheet, "Table");
  let row = -1;
  for (const line of table?.children ?? []) {
    if (line.name !== "Row") continue;
    row = Number(line.attributes["ss:Index"] ?? row + 2) - 1;
    if (!(row >= 0 && row < MOST_ROWS)) break;
    while (rows.length < row) rows.push([]);
    const cells: string[] = [];
    let column = -1;
    for (const cell of line.children) {
      if (cell.name !== "Cell") continue;
      column = Number(cell.attributes["ss:Index"] ?? column + 2) - 1;
      if (!(column >= 0 && column < MOST_COLUMNS)) break;
      while (cells.length < column) cells.push("");
      cells[column] = displayed(cell);
      const across = Math.min(Number(cell.attributes["ss:MergeAcross"] ?? 0) || 0, MOST_COLUMNS);
      const down = Math.min(Number(cell.attributes["ss:MergeDown"] ?? 0) || 0, MOST_ROWS);
      if (across + down > 0)
        merges.push({ startRow: row, startCol: column, endRow: row + down, endCol: column + across });
      column += across;
      while (across > 0 && cells.length <= column) cells.push("");
    }
    rows[row] = cells;
  }
  return { name: sheet.attributes["ss:Name"] ?? "", rows, merges };
}

/** A cell's value; dates as a day and, where there is one, an hour. Comments are no values. */
function displayed(cell: XmlElement): string {
  const data = cell.children.find(({ name }) => name === "Data");
  if (data === undefined) return "";
  const text = wordsOf(data);
  if (data.attributes["ss:Type"] === "Boolean") return text === "1" ? "是" : "否";
  const moment = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(text);
  if (data.attributes["ss:Type"] !== "DateTime" || moment === null) return text;
  return moment[2] === "00:00" ? (moment[1] ?? "") : `${moment[1]} ${moment[2]}`;
}

/** Words in several fonts stand in elements of their own. */
function wordsOf(element: XmlElement): string {
  return element.parts.map((part) => (typeof part === "string" ? part : wordsOf(part))).join("");
}
