/**
 * Which cases does a court's ledger (台账) list, in a grid of any layout, and which rows can't be used and why?
 */
import type { RowToCheck } from "../../domain/case-file/ledger/row-problem.ts";
import type { Month } from "../../domain/time/time.ts";
import type { Grid, GridRow } from "../text/table.ts";
import { squeezed } from "./cell-text.ts";
import type { CellReader, LedgerRow } from "./ledger.ts";
import { legendOf } from "./ledger-cells.ts";
import { type Heading, headingAt } from "./ledger-columns.ts";
import { dayOfNumber } from "./ledger-days.ts";
import type { Column } from "./ledger-headings.ts";
import { looksLikeAgency } from "./ledger-parties.ts";
import { periodsOf, type SheetNote } from "./ledger-period.ts";
import { readLedgerRow } from "./ledger-row.ts";

export interface Ledger {
  readonly rows: readonly LedgerRow[];
  /** Rows that could not be used, or that count with a fact left unknown. */
  readonly problems: readonly RowToCheck[];
  /** Titles, legends and signatures around the table, as written. */
  readonly notes: readonly string[];
  /** The month a sheet is of by its title or its name, where one is. */
  readonly months: ReadonlyMap<string, Month>;
  /** All columns any of its headings had. */
  readonly columns: ReadonlySet<Column>;
}

/** A ledger row as `read` prints it. */
export function printedRow(row: LedgerRow) {
  const { caseNumber, respondent, heard, headAttended, enterprise, outcome } = row;
  return { caseNumber, respondent, heard, headAttended, enterprise, outcome };
}

/** A row under its heading. */
interface Entry {
  readonly row: GridRow;
  readonly heading: Heading;
  /** What its section's title or its sheet's name says of all cases below: 涉企案件, 非涉企案件. */
  readonly enterprise: boolean | undefined;
}

/** Reads a ledger; undefined where no row of the grid is a ledger's heading. */
export function extractLedger(grid: Grid): Ledger | undefined {
  const { entries, headings, notes: around, damaged } = layOut(grid);
  if (headings.length === 0) return undefined;
  const notes = around.map(({ text }) => text);
  if (isAnnouncement(notes, headings)) return undefined;
  const texts = [...notes, ...headings.map((heading) => heading.text)];
  const legend = legendOf(
    texts.join("\n"),
    entries.flatMap((entry) => entry.row.cells),
  );
  const { yearOf, months } = periodsOf(new Set(grid.map(({ sheet }) => sheet)), around);
  const rows: LedgerRow[] = [];
  const problems: RowToCheck[] = damaged.map(({ sheet, row, cells }) => ({
    sheet,
    row,
    problem: { type: "open-quote", parted: false },
    cells,
    used: false,
  }));
  let above: Entry | undefined;
  for (const entry of entries) {
    const { sheet, row, cells } = entry.row;
    const read = readLedgerRow(cellsOf(entry, above), {
      sheet,
      row,
      legend,
      year: yearOf(sheet),
      enterprise: entry.enterprise,
    });
    rows.push(...read.rows);
    if (entry.row.damage === "quote-left-open")
      problems.push({
        sheet,
        row,
        problem: { type: "open-quote", parted: true },
        cells,
        used: true,
      });
    for (const problem of read.problems)
      problems.push({ sheet, row, problem, cells, used: read.rows.length > 0 });
    above = read.rows.length === 0 ? undefined : { ...entry, row: withNumber(entry, above) };
  }
  const columns = new Set(headings.flatMap((heading) => [...heading.columns.keys()]));
  return { rows, problems, notes, months, columns };
}

/** What a ledger tells of a sitting that was; a list of sittings to come has none of these. */
const TELLS_WHO_CAME: readonly Column[] = [
  "heard",
  "attended",
  "head",
  "person",
  "tick-absent",
  "absence-reason",
];
const OF_SITTINGS_TO_COME = /(?:开庭|庭审)(?:审理|信息)?(?:公告|排期)/u;

/** 开庭公告, 开庭排期表: a table of sittings to come is no ledger, whatever day it is by now. */
function isAnnouncement(notes: readonly string[], headings: readonly Heading[]): boolean {
  return (
    notes.some((note) => OF_SITTINGS_TO_COME.test(note)) &&
    !headings.some(({ columns }) => TELLS_WHO_CAME.some((column) => columns.has(column)))
  );
}

/** Tells headings, entries and the notes around them apart; blank rows and totals (合计) are neither. */
function layOut(grid: Grid): {
  entries: Entry[];
  headings: Heading[];
  notes: SheetNote[];
  damaged: GridRow[];
} {
  const entries: Entry[] = [];
  const headings: Heading[] = [];
  const notes: SheetNote[] = [];
  const damaged: GridRow[] = [];
  let enterprise: boolean | undefined;
  let heading: Heading | undefined;
  for (let at = 0; at < grid.length; at++) {
    const row = grid[at];
    if (row === undefined) break;
    if (row.sheet !== grid[at - 1]?.sheet) {
      heading = undefined;
      enterprise = sectionEnterprise(row.sheet)?.enterprise;
    }
    const found = headingAt(grid, at);
    if (found !== undefined) {
      headings.push(found);
      heading = found;
      at += found.rows - 1;
      continue;
    }
    if (row.damage === "cells-lost" && heading !== undefined) {
      damaged.push(row);
      continue;
    }
    const words = [...new Set(row.cells.map((cell) => cell.trim()).filter((cell) => cell !== ""))];
    if (words.length === 0 || isTotal(row, heading)) continue;
    if (heading === undefined || isNote(row, words, heading)) {
      const text = words.join(" ");
      notes.push({ sheet: row.sheet, text });
      const section = sectionEnterprise(text);
      if (section !== undefined) enterprise = section.enterprise;
    } else entries.push({ row, heading, enterprise });
  }
  return { entries, headings, notes, damaged };
}

/** A section or sheet of enterprises' cases alone; one of other cases (二、其他案件) ends it. */
function sectionEnterprise(text: string): { readonly enterprise: boolean | undefined } | undefined {
  const title = squeezed(text);
  if (title.length > 30 || /是否|其中|[含和及与]|注:|说明/u.test(title)) return undefined;
  if (/(?:非|不)涉(?:及)?企/u.test(title)) return { enterprise: false };
  if (/涉(?:及)?(?:民营)?企/u.test(title)) return { enterprise: true };
  return /案件$/u.test(title) ? { enterprise: undefined } : undefined;
}

function isTotal({ cells }: GridRow, heading: Heading | undefined): boolean {
  const first = cells.map(squeezed).find((cell) => cell !== "") ?? "";
  return (
    heading !== undefined && /^(?:本[页月期季年]|全院|全市)?(?:合计|小计|总计|共计|累计|总数)/u.test(first)
  );
}

/** A title, legend or signature among the rows: few cells, and no case number where one belongs. */
function isNote(row: GridRow, words: readonly string[], heading: Heading): boolean {
  const number = squeezed(row.cells[heading.columns.get("case-number") ?? 0] ?? "");
  if (/^(?:注|备注|说明|填表|制表|审核|填报)/u.test(words[0] ?? "")) return true;
  // 单位负责人：李某　填表日期：2026年9月1日, in one cell over the whole width.
  if (words.length === 1 && /(?:负责人|表人|人员|日期|电话|单位)[^:：]{0,6}[:：]/u.test(words[0] ?? ""))
    return true;
  return words.length === 1 && (number === "" || !/\d/u.test(number)) && !isFurtherRespondent(row, heading);
}

/** A row that gives an agency in the column for it and nothing else: all the rest is as in the row above. */
function isFurtherRespondent({ cells }: GridRow, { columns }: Heading): boolean {
  const at = columns.get("respondent") ?? -1;
  return (
    at > 0 &&
    looksLikeAgency(cells[at] ?? "") &&
    cells.every((cell, index) => index === at || squeezed(cell) === "")
  );
}

/** What an entry without a number and without an ordinal shares with the case above it: merged cells in a CSV. */
const SHARED: readonly Column[] = [
  "case-number",
  "origin-number",
  "plaintiff",
  "court",
  "hearing",
  "heard",
  "enterprise",
  "cause",
  "outcome",
  "closed",
  "mediated",
  "settled",
  "plaintiff-kind",
  "field",
  "act",
  "compensation",
  "agreement",
  "norm-review",
  "reviewed",
  "review-number",
  "accepted",
  "procedure",
  "form",
  "appealed",
  "suggestion",
];

function cellsOf(entry: Entry, above: Entry | undefined): CellReader {
  const { row, heading } = entry;
  const own: CellReader = (column) => {
    const index = heading.columns.get(column);
    if (index === undefined) return undefined;
    const cell = (row.cells[index] ?? "").trim();
    return column === "hearing" && row.bare?.includes(index) === true ? dayOfNumber(cell) : cell;
  };
  if (!continues(entry, above)) return own;
  return (column) => {
    const cell = own(column);
    const index = heading.columns.get(column);
    return cell !== "" || index === undefined || !SHARED.includes(column)
      ? cell
      : (above?.row.cells[index] ?? "").trim();
  };
}

/** What is the case's and not the agency's: a further respondent's row leaves it out with the number. */
const OF_THE_CASE: readonly Column[] = [
  "origin-number",
  "plaintiff",
  "cause",
  "hearing",
  "outcome",
  "closed",
];

/**
 * A further respondent of the case above: no number and no ordinal of its own, but a name. In a ledger without ordinals
 * a row whose number was forgotten looks alike, but gives what is its own case's.
 */
function continues({ row, heading }: Entry, above: Entry | undefined): boolean {
  if (above === undefined || above.heading !== heading || above.row.sheet !== row.sheet) return false;
  const { columns } = heading;
  const cellOf = (of: GridRow, column: Column) => squeezed(of.cells[columns.get(column) ?? -1] ?? "");
  const cell = (column: Column) => cellOf(row, column);
  if (cell("case-number") !== "" || cell("respondent") === "") return false;
  if (columns.has("ordinal")) return cell("ordinal") === "";
  const shared = OF_THE_CASE.filter((column) => cellOf(above.row, column) !== "");
  return (
    shared.length > 0 &&
    shared.every((column) => cell(column) === "") &&
    cell("respondent") !== cellOf(above.row, "respondent") &&
    looksLikeAgency(row.cells[columns.get("respondent") ?? -1] ?? "")
  );
}

/** The entry as the next one sees it, with what it took from the one above itself. */
function withNumber(entry: Entry, above: Entry | undefined): GridRow {
  if (!continues(entry, above)) return entry.row;
  const cells = [...entry.row.cells];
  const read = cellsOf(entry, above);
  for (const column of SHARED) {
    const index = entry.heading.columns.get(column);
    if (index !== undefined) cells[index] = read(column) ?? "";
  }
  return { ...entry.row, cells };
}
