/**
 * Bytes → a grid of strings, from XLSX, XLS, Excel 2003 XML, HTML, CSV or TSV. Each row keeps the sheet and the row number its
 * court sees on the screen, so that a problem can be found there.
 */
import type { Cell } from "hucre";
import { type CellLook, type CellText, cellText } from "./formats/cell-text.ts";
import { delimitedRows } from "./formats/delimited.ts";
import { refusalOfWorkbook } from "./formats/excel-97.ts";
import { looksOfWorkbook97 } from "./formats/excel-97-cells.ts";
import { type Format, sniffFormat } from "./formats/format.ts";
import { readPlainText } from "./formats/plain-text.ts";
import type { UnreadableReason } from "./formats/unreadable.ts";
import { refusalOfZip } from "./formats/zip-guard.ts";
import { MOST_BYTES } from "./read-text.ts";
import type { Grid } from "./text/table.ts";

export type TableResult =
  | { readonly ok: true; readonly grid: Grid }
  | { readonly ok: false; readonly reason: UnreadableReason };

/** More cells than this are not filled from merged ones: a hostile file may merge a whole sheet many times. */
const MOST_MERGED_CELLS = 500_000;
/** No ledger is as wide. */
const MOST_COLUMNS = 512;

/** The rows of a table file, hidden sheets left out: what its court sees is what it sent. Never throws on bad input. */
export async function readTable(bytes: Uint8Array): Promise<TableResult> {
  if (bytes.length > MOST_BYTES)
    return refused({ kind: "too-large", bytes: bytes.length, limit: MOST_BYTES });
  const format = sniffFormat(bytes);
  switch (format) {
    case "xlsx": {
      const reason = await refusalOfZip(bytes);
      return reason === undefined ? readWorkbook(bytes, format) : refused(reason);
    }
    case "xls": {
      const reason = refusalOfWorkbook(bytes);
      return reason === undefined ? readWorkbook(bytes, format) : refused(reason);
    }
    case "excel-xml": {
      const { excelXmlSheets } = await import("./formats/excel-xml.ts");
      const result = excelXmlSheets(bytes);
      if (!result.ok) return refused(result.reason);
      const grid = result.sheets.flatMap(({ name, rows, merges }) => sheetOf(rows, merges, name));
      return grid.length === 0 ? refused({ kind: "empty" }) : { ok: true, grid };
    }
    case "text": {
      const result = readPlainText(bytes);
      return result.ok ? tableOfText(result.text) : refused(result.reason);
    }
    case "html": {
      // What a system's “export to Excel” often is: a page's table under the name of .xls.
      const { readHtml } = await import("./formats/html.ts");
      const result = readHtml(bytes);
      return result.ok ? { ok: true, grid: gridOf(result.rows ?? []) } : refused(result.reason);
    }
    case "empty":
      return refused({ kind: "empty" });
    case "encrypted-office":
      return refused({ kind: "encrypted" });
    default:
      return refused({ kind: "unsupported-format", format });
  }
}

/** The rows of a text with commas, tabs or semicolons between its cells; line breaks inside quotes stay. */
export function tableOfText(text: string): TableResult {
  try {
    return {
      ok: true,
      grid: delimitedRows(text).map((row, index) => ({ sheet: "", row: index + 1, ...row })),
    };
  } catch (error) {
    return refused(broken(error));
  }
}

/** A grid from plain rows of cells. */
export function gridOf(rows: readonly (readonly string[])[], sheet = ""): Grid {
  return rows.map((cells, index) => ({ sheet, row: index + 1, cells }));
}

async function readWorkbook(bytes: Uint8Array, format: Format): Promise<TableResult> {
  try {
    // Loaded only when a workbook comes: 127 KB that most files don't need.
    const { readXls, readXlsx } = await import("hucre/xlsx");
    const isOld = format === "xls";
    const workbook = await (isOld ? readXls(bytes) : readXlsx(bytes, { readStyles: true }));
    const old = isOld ? looksOfWorkbook97(bytes) : undefined;
    const is1904 = old?.is1904 ?? workbook.dateSystem === "1904";
    const grid = workbook.sheets.flatMap((sheet, at) => {
      if (sheet.hidden === true || sheet.veryHidden === true) return [];
      const lookAt = (place: string) => old?.sheets[at]?.get(place) ?? lookOf(sheet.cells?.get(place));
      const texts = sheet.rows.map((row, y) =>
        row.map((value, x) => cellText(value, lookAt(`${y},${x}`), is1904)),
      );
      const boxes = (sheet.textBoxes ?? []).map(({ text }) => [{ text, isBare: false }]);
      return sheetOf([...texts, ...boxes], sheet.merges ?? [], sheet.name);
    });
    return grid.length === 0 ? refused({ kind: "empty" }) : { ok: true, grid };
  } catch (error) {
    return refused(broken(error));
  }
}

/** What the library says of a cell, as far as it changes what the cell shows. */
function lookOf(cell: Cell | undefined): CellLook | undefined {
  if (cell === undefined) return undefined;
  const { style, richText } = cell;
  const isStruck = style?.font?.strikethrough === true;
  const parts = richText?.map(({ text, font }) => ({ text, isStruck: font?.strikethrough === true }));
  const isGeneral = style?.numFmt === undefined || /^general$/i.test(style.numFmt);
  return {
    ...(isStruck && { isStruck }),
    ...(!isGeneral && { format: style?.numFmt }),
    ...(parts?.some((one) => one.isStruck) && { parts }),
  };
}

/** A sheet's rows, what is merged said in every cell of its area. */
function sheetOf(texts: readonly (readonly CellText[])[], merges: readonly Area[], sheet: string): Grid {
  const cells = texts.map((row) => row.map(({ text }) => text));
  fillMerged(cells, merges);
  return cells.map((row, index) => {
    const bare = (texts[index] ?? []).flatMap(({ isBare }, at) => (isBare ? at : []));
    return { sheet, row: index + 1, cells: row, ...(bare.length > 0 && { bare }) };
  });
}

interface Area {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

/** Where cells are merged, each says what the first one says, also beyond what a row holds of its own. */
function fillMerged(cells: string[][], merges: readonly Area[]): void {
  let left = MOST_MERGED_CELLS;
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const value = cells[startRow]?.[startCol] ?? "";
    if (value === "") continue;
    for (let row = startRow; row <= Math.min(endRow, cells.length - 1); row++) {
      const line = cells[row] ?? [];
      for (let column = startCol; column <= Math.min(endCol, MOST_COLUMNS - 1); column++) {
        if (left-- <= 0) return;
        while (line.length < column) line.push("");
        line[column] = value;
      }
    }
  }
}

function broken(error: unknown): UnreadableReason {
  return { kind: "broken", detail: error instanceof Error ? error.message : String(error) };
}

function refused(reason: UnreadableReason): TableResult {
  return { ok: false, reason };
}
