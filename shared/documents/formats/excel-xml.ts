/** Which sheets and cells does an Excel 2003 XML file have? */
import { type CellLook, type CellText, cellText } from "./cell-text.ts";
import { officeXml } from "./office-xml.ts";
import type { UnreadableReason } from "./unreadable.ts";
import { attributeOf, childOf, descendants, type XmlElement } from "./xml.ts";

/** A sheet as its file gives it: rows of cells as written, and the areas that are one cell. */
export interface SheetOfXml {
  readonly name: string;
  readonly rows: readonly (readonly CellText[])[];
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

const EMPTY: CellText = { text: "", isBare: false };
/** Number formats that go by a name. */
const NAMED: Readonly<Record<string, string>> = { Fixed: "0.00", Standard: "#,##0.00" };

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
  const looks = looksOf(file.root);
  const is1904 = [...descendants(file.root, "Date1904")].length > 0;
  for (const sheet of descendants(file.root, "Worksheet")) {
    const visible = [...descendants(sheet, "Visible")].map(({ text }) => text);
    if (!visible.some((text) => /hidden/i.test(text))) sheets.push(sheetOf(sheet, looks, is1904));
  }
  return { ok: true, sheets };
}

type Looks = ReadonlyMap<string, CellLook>;

/** Styles by their name, those they are based on before them. */
function looksOf(root: XmlElement): Looks {
  const looks = new Map<string, CellLook>();
  for (const style of descendants(root, "Style")) {
    const parent = looks.get(attributeOf(style, "Parent") ?? "");
    const font = childOf(style, "Font");
    const code = attributeOf(childOf(style, "NumberFormat") ?? style, "Format");
    const format = code === undefined || /^General$/i.test(code) ? parent?.format : (NAMED[code] ?? code);
    const isStruck = font === undefined ? parent?.isStruck : attributeOf(font, "StrikeThrough") === "1";
    looks.set(attributeOf(style, "ID") ?? "", {
      ...(isStruck === true && { isStruck }),
      ...(format !== undefined && { format }),
    });
  }
  return looks;
}

function sheetOf(sheet: XmlElement, looks: Looks, is1904: boolean): SheetOfXml {
  const rows: CellText[][] = [];
  const merges: Area[] = [];
  const [table] = descendants(sheet, "Table");
  let row = -1;
  for (const line of table?.children ?? []) {
    if (line.name !== "Row") continue;
    row = Number(line.attributes["ss:Index"] ?? row + 2) - 1;
    if (!(row >= 0 && row < MOST_ROWS)) break;
    while (rows.length < row) rows.push([]);
    const cells: CellText[] = [];
    let column = -1;
    for (const cell of line.children) {
      if (cell.name !== "Cell") continue;
      column = Number(cell.attributes["ss:Index"] ?? column + 2) - 1;
      if (!(column >= 0 && column < MOST_COLUMNS)) break;
      while (cells.length < column) cells.push(EMPTY);
      const style = attributeOf(cell, "StyleID") ?? attributeOf(line, "StyleID") ?? "";
      cells[column] = displayed(cell, looks.get(style) ?? {}, is1904);
      const across = Math.min(Number(cell.attributes["ss:MergeAcross"] ?? 0) || 0, MOST_COLUMNS);
      const down = Math.min(Number(cell.attributes["ss:MergeDown"] ?? 0) || 0, MOST_ROWS);
      if (across + down > 0)
        merges.push({ startRow: row, startCol: column, endRow: row + down, endCol: column + across });
      column += across;
      while (across > 0 && cells.length <= column) cells.push(EMPTY);
    }
    rows[row] = cells;
  }
  return { name: sheet.attributes["ss:Name"] ?? "", rows, merges };
}

/** A cell's value; dates as a day and, where there is one, an hour. Comments are no values. */
function displayed(cell: XmlElement, look: CellLook, is1904: boolean): CellText {
  const data = childOf(cell, "Data");
  if (data === undefined) return EMPTY;
  const text = wordsOf(data);
  const type = attributeOf(data, "Type");
  if (type === "Boolean") return cellText(text === "1", look);
  if (type === "Number" && Number.isFinite(Number(text))) return cellText(Number(text), look, is1904);
  const moment = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(text);
  if (type !== "DateTime" || moment === null) return cellText(text, look);
  return cellText(moment[2] === "00:00" ? (moment[1] ?? "") : `${moment[1]} ${moment[2]}`, look);
}

/** Words in several fonts stand in elements of their own; those in `S` are crossed out. */
function wordsOf(element: XmlElement): string {
  return element.parts
    .map((part) => (typeof part === "string" ? part : part.name === "S" ? "" : wordsOf(part)))
    .join("");
}
