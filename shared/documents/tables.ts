/**
 * Bytes → a grid of strings, from XLSX, XLS, Excel 2003 XML, HTML, CSV or TSV. Each row keeps the sheet and the row number its
 * court sees on the screen, so that a problem can be found there.
 */
import { parse } from "csv-parse/sync";
import { refusalOfWorkbook } from "./formats/excel-97.ts";
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
      const grid = result.sheets.flatMap(({ name, rows, merges }) => {
        fillMerged(rows, merges);
        return gridOf(rows, name);
      });
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
    const records = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
    });
    return { ok: true, grid: gridOf(records) };
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
    const { sheets } = await (format === "xls" ? readXls(bytes) : readXlsx(bytes));
    const shown = sheets.filter((sheet) => sheet.hidden !== true && sheet.veryHidden !== true);
    const grid = shown.flatMap(({ name, rows, merges = [] }) => {
      const cells = rows.map((row) => row.map(asWritten));
      fillMerged(cells, merges);
      return gridOf(cells, name);
    });
    return grid.length === 0 ? refused({ kind: "empty" }) : { ok: true, grid };
  } catch (error) {
    return refused(broken(error));
  }
}

/** Where cells are merged, each says what the first one says. */
function fillMerged(
  cells: string[][],
  merges: readonly { startRow: number; startCol: number; endRow: number; endCol: number }[],
): void {
  let left = MOST_MERGED_CELLS;
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const value = cells[startRow]?.[startCol] ?? "";
    if (value === "") continue;
    for (let row = startRow; row <= Math.min(endRow, cells.length - 1); row++) {
      const line = cells[row] ?? [];
      for (let column = startCol; column <= Math.min(endCol, line.length - 1); column++) {
        if (left-- <= 0) return;
        line[column] = value;
      }
    }
  }
}

/** Dates of a workbook are a day and a time of day without any zone; the library shows them as if in UTC. */
function asWritten(value: string | number | boolean | Date | null): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "是" : "否";
  if (!(value instanceof Date)) return String(value);
  if (Number.isNaN(value.getTime())) return "";
  const minute = new Date(Math.round(value.getTime() / 60_000) * 60_000).toISOString();
  return minute.slice(11, 16) === "00:00" ? minute.slice(0, 10) : minute.slice(0, 16).replace("T", " ");
}

function delimiterOf(text: string): string {
  const sample = text.slice(0, 20_000);
  const count = (delimiter: string) => sample.split(delimiter).length;
  return ["\t", ";"].reduce((best, next) => (count(next) > count(best) ? next : best), ",");
}

function broken(error: unknown): UnreadableReason {
  return { kind: "broken", detail: error instanceof Error ? error.message : String(error) };
}

function refused(reason: UnreadableReason): TableResult {
  return { ok: false, reason };
}
