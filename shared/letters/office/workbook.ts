/**
 * Tables as an XLSX workbook: real numbers, rates as percents, dates as dates, the header frozen and filtered.
 * What is text stays text, also where it begins like a formula. The same tables give the same bytes.
 */
import type { CellStyle, CellValue, ColumnDef, DataValidation, MergeRange, WriteSheet } from "hucre";
import { writeXlsx } from "hucre/xlsx";
import { changeUnits, NOTHING, type Ratio, rateUnits } from "../../domain/statistics/rate.ts";
import type { CivilDate } from "../../domain/time/time.ts";
import { oneLine } from "../frame/one-line.ts";
import { widthInCharacters } from "./official-document.ts";

/** One sheet: a table under its title. */
export interface Sheet {
  readonly name: string;
  /** Over the table, across all of it; without one the header is the first row. */
  readonly title?: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Under the table, across all of it. */
  readonly note?: string;
  /** How many empty rows stand ready under the last, for what is still to be entered. */
  readonly blankRows?: number;
}

/** Several tables on one sheet, one under the other, each under its caption. */
export interface StackedSheet {
  readonly name: string;
  readonly title: string;
  /** Who made it, under what number, when. */
  readonly subtitle: string;
  readonly tables: readonly SheetTable[];
}

export interface SheetTable {
  readonly caption?: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
  readonly note: string | undefined;
}

export interface SheetColumn {
  readonly title: string;
  /** In characters of Latin text, two to a Chinese one. */
  readonly width: number;
  /** What its cells can be chosen from, in a drop-down list. */
  readonly choices?: Choices;
}

export interface Choices {
  readonly values: readonly string[];
  /** Whether something else may be entered too. */
  readonly others: boolean;
}

/**
 * A text or a count; a rate, which is shown as a bulletin prints it: never 100 % for less than all, and "—" where
 * there is no whole; a change of a rate in hundredths of a 百分点; that of a count in percent; a number of two decimals
 * (a score) in hundredths; a day. Undefined stays empty.
 */
export type SheetCell =
  | string
  | number
  | undefined
  | { readonly rate: Ratio }
  | { readonly points: number }
  | { readonly hundredths: number }
  | { readonly change: readonly [now: number, before: number] }
  | { readonly day: CivilDate };

/** What a workbook's properties say it was made: a clock would make each file another. */
const MADE = new Date(Date.UTC(2000, 0, 1));
const LINE = { style: "thin", color: { rgb: "8A8A8A" } } as const;
const BORDER = { top: LINE, bottom: LINE, left: LINE, right: LINE };
const HEADER: CellStyle = {
  font: { bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "E8EEF4" } },
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
  border: BORDER,
};

const TITLE: CellStyle = {
  font: { bold: true, size: 14 },
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
};
const SUBTITLE: CellStyle = { alignment: { horizontal: "center", vertical: "center", wrapText: true } };
const CAPTION: CellStyle = { font: { bold: true }, alignment: { horizontal: "left", vertical: "center" } };
const NOTE: CellStyle = { alignment: { vertical: "top", wrapText: true } };

/** The file. Names of sheets are mended where Excel would refuse them. */
export async function xlsxBytes(sheets: readonly (Sheet | StackedSheet)[], title = ""): Promise<Uint8Array> {
  const names = sheetNames(sheets.map(({ name }) => name));
  const long = longLists(sheets);
  return writeXlsx({
    sheets: [
      ...sheets.map((sheet, index) =>
        "tables" in sheet
          ? writtenStack(sheet, names[index] ?? "")
          : writtenSheet(sheet, names[index] ?? "", long),
      ),
      ...(long.length === 0 ? [] : [listsSheet(long)]),
    ],
    properties: { title: oneLine(title), modified: MADE },
    defaultFont: { name: "宋体", size: 11 },
  });
}

/** What Excel takes as the choices of a cell itself; longer lists stand on a sheet of their own. */
const LONGEST_LIST = 255;
const LISTS = "可选项";

function longLists(sheets: readonly (Sheet | StackedSheet)[]): readonly SheetColumn[] {
  const columns = sheets.flatMap((sheet) => ("tables" in sheet ? [] : sheet.columns));
  return columns.filter(({ choices }) => (choices?.values.join(",").length ?? 0) > LONGEST_LIST);
}

/** Each list under the title of its column. */
function listsSheet(columns: readonly SheetColumn[]): WriteSheet {
  const lists = columns.map(({ title, choices }) => [title, ...(choices?.values ?? [])]);
  const longest = Math.max(...lists.map((list) => list.length));
  return {
    name: LISTS,
    columns: columns.map(({ width }): ColumnDef => ({ width: 2 * width })),
    rows: Array.from({ length: longest }, (_, row) => lists.map((list): CellValue => list[row] ?? null)),
  };
}

function writtenSheet(
  { title, columns, rows, note, blankRows = 0 }: Sheet,
  name: string,
  long: readonly SheetColumn[],
): WriteSheet {
  const lastColumn = columnLetters(columns.length - 1);
  const header = title === undefined ? 0 : 1;
  const cells = new Map<string, { style: CellStyle }>();
  const values: CellValue[][] = [];
  const rowDefs = new Map<number, { height: number }>();
  const merges: MergeRange[] = [];
  const across = (text: string, style: CellStyle) => {
    const row = values.push([oneLine(text)]) - 1;
    cells.set(`${row},0`, { style });
    if (columns.length > 1)
      merges.push({ startRow: row, endRow: row, startCol: 0, endCol: columns.length - 1 });
    return row;
  };
  if (title !== undefined) rowDefs.set(across(title, TITLE), { height: TITLE_HEIGHT });
  values.push(columns.map((column) => oneLine(column.title)));
  for (const column of columns.keys()) cells.set(`${header},${column}`, { style: HEADER });
  for (const row of [...rows, ...Array.from({ length: blankRows }, (): readonly SheetCell[] => [])]) {
    const written = columns.map((_, column) => writtenCell(row[column]));
    const at = values.push(written.map(({ value }) => value)) - 1;
    const lines = Math.max(
      ...written.map(({ value }, column) => linesOf(value, columns[column]?.width ?? 0)),
    );
    if (lines > 1) rowDefs.set(at, { height: lines * LINE_HEIGHT });
    for (const [column, { style }] of written.entries()) cells.set(`${at},${column}`, { style });
  }
  const last = values.length;
  if (note !== undefined) {
    const width = columns.reduce((sum, column) => sum + column.width, 0);
    rowDefs.set(across(note, NOTE), { height: linesOf(note, width) * LINE_HEIGHT });
  }
  const titles = `$1:$${header + 1}`;
  return {
    name,
    columns: columns.map(({ width }): ColumnDef => ({ width })),
    rows: values,
    cells,
    rowDefs,
    merges,
    freezePane: { rows: header + 1 },
    autoFilter: { range: `A${header + 1}:${lastColumn}${last}` },
    dataValidations: columns.flatMap((of, column) => {
      if (of.choices === undefined || last <= header + 1) return [];
      const letters = columnLetters(column);
      return dropDown(of.choices, `${letters}${header + 2}:${letters}${last}`, long.indexOf(of));
    }),
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: titles,
      horizontalCentered: true,
    },
    headerFooter: { oddFooter: "&C— &P —" },
  };
}

/** The tables share the columns of the sheet, each as wide as the widest of them needs. */
function writtenStack({ title, subtitle, tables }: StackedSheet, name: string): WriteSheet {
  const count = Math.max(...tables.map(({ columns }) => columns.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...tables.map(({ columns }) => columns[column]?.width ?? 0)),
  );
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const cells = new Map<string, { style: CellStyle }>();
  const values: CellValue[][] = [];
  const rowDefs = new Map<number, { height: number }>();
  const merges: MergeRange[] = [];
  const across = (text: string, style: CellStyle, height?: number) => {
    const row = values.push([oneLine(text)]) - 1;
    cells.set(`${row},0`, { style });
    if (count > 1) merges.push({ startRow: row, endRow: row, startCol: 0, endCol: count - 1 });
    rowDefs.set(row, { height: height ?? linesOf(text, whole) * LINE_HEIGHT });
  };
  across(title, TITLE, TITLE_HEIGHT);
  across(subtitle, SUBTITLE);
  for (const { caption, columns, rows, note } of tables) {
    if (caption !== undefined) {
      values.push([]);
      across(caption, CAPTION, CAPTION_HEIGHT);
    }
    if (rows.length > 0) {
      const header = values.push(columns.map((column) => oneLine(column.title))) - 1;
      for (const column of columns.keys()) cells.set(`${header},${column}`, { style: HEADER });
    }
    for (const row of rows) {
      const written = columns.map((_, column) => writtenCell(row[column]));
      const at = values.push(written.map(({ value }) => value)) - 1;
      const lines = Math.max(...written.map(({ value }, column) => linesOf(value, widths[column] ?? 0)));
      if (lines > 1) rowDefs.set(at, { height: lines * LINE_HEIGHT });
      for (const [column, { style }] of written.entries()) cells.set(`${at},${column}`, { style });
    }
    if (note !== undefined) across(note, NOTE);
  }
  return {
    name,
    columns: widths.map((width): ColumnDef => ({ width })),
    rows: values,
    cells,
    rowDefs,
    merges,
    freezePane: { rows: 2 },
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: "$1:$2",
      horizontalCentered: true,
    },
    headerFooter: { oddFooter: "&C— &P —" },
  };
}

/** `list`: the column of the sheet of lists they stand in; -1 where the cell has them itself. */
function dropDown({ values, others }: Choices, range: string, list: number): DataValidation {
  const letters = columnLetters(list);
  const message = list < 0 ? `可选：${values.join("、")}` : `可选项见工作表“${LISTS}”。`;
  return {
    type: "list",
    ...(list < 0
      ? { values: [...values] }
      : { formula1: `'${LISTS}'!$${letters}$2:$${letters}$${values.length + 1}` }),
    range,
    allowBlank: true,
    showErrorMessage: !others,
    ...(!others && { errorTitle: "请从列表中选择", errorMessage: message }),
  };
}

/** In points, for 11-point type. */
const LINE_HEIGHT = 15;
const TITLE_HEIGHT = 28;
const CAPTION_HEIGHT = 22;

/** How many lines a text wraps to: the file must say, because a reader doesn't grow the row by itself. */
function linesOf(value: CellValue, width: number): number {
  return typeof value === "string" && width > 1 ? Math.ceil((2 * widthInCharacters(value)) / (width - 1)) : 1;
}

function writtenCell(cell: SheetCell): { value: CellValue; style: CellStyle } {
  if (cell === undefined) return { value: null, style: { border: BORDER } };
  if (typeof cell === "string")
    return {
      value: oneLine(cell),
      style: { border: BORDER, numFmt: "@", alignment: { vertical: "center", wrapText: true } },
    };
  if (typeof cell === "number") return figure(cell, "0");
  if ("hundredths" in cell) return figure(cell.hundredths / 100, "0.00");
  if ("points" in cell) return figure(cell.points / 100, "+0.00;-0.00;0.00");
  if ("change" in cell) {
    const units = changeUnits(...cell.change);
    return units === undefined ? NOTHING_THERE : figure(units / 10_000, "+0.00%;-0.00%;0.00%");
  }
  if ("day" in cell) return figure(new Date(`${cell.day}T00:00:00Z`), "yyyy-mm-dd");
  // The rate as printed, not the exact one: 9999 of 10000 formatted to one decimal would show 100 %.
  const units = rateUnits(cell.rate);
  if (units === undefined) return NOTHING_THERE;
  return figure(units / 10_000, "0.00%");
}

const NOTHING_THERE = {
  value: NOTHING,
  style: { border: BORDER, alignment: { horizontal: "right", vertical: "center" } },
} as const;

function figure(value: CellValue, numFmt: string): { value: CellValue; style: CellStyle } {
  return { value, style: { border: BORDER, numFmt, alignment: { horizontal: "right", vertical: "center" } } };
}

/** 31 characters at most, none of `[]:*?/\`, no apostrophe at an end, each name once. */
function sheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const allowed = oneLine(name)
      .replace(/[[\]:*?/\\]/g, " ")
      .replace(/^'+|'+$/g, "")
      .trim();
    const base = allowed === "" ? `表${index + 1}` : allowed;
    let candidate = [...base].slice(0, 28).join("");
    for (let copy = 2; taken.has(candidate.toLowerCase()); copy++)
      candidate = `${[...base].slice(0, 26).join("")}${copy}`;
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}

/** 0 → A, 26 → AA. */
function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${columnLetters(Math.floor(index / 26) - 1)}${letter}`;
}
