/**
 * A court's ledger (行政案件台账): a grid of cells → rows about (case, agency), and a problem for every row, or fact
 * of a row, that could not be used. Nothing is dropped silently, and one bad row never costs the others.
 */
import type { CaseNumber } from "../../domain/case-number.ts";
import type { StatisticsRow } from "../../domain/statistics-row.ts";
import type { CivilDate } from "../../domain/time.ts";
import type { Grid, GridRow } from "../tables.ts";
import { type Legend, legendOf } from "./ledger-cells.ts";
import { type Column, type Heading, headingAt, squeezed } from "./ledger-columns.ts";
import { readLedgerRow } from "./ledger-row.ts";

/** What a ledger says of one agency in one case; null and undefined: it doesn't say. */
export interface LedgerRow {
  readonly sheet: string;
  readonly row: number;
  readonly caseNumber: CaseNumber;
  /** The first-instance number, where the ledger gives it beside the case's own. */
  readonly originNumber: CaseNumber | undefined;
  /** Null where the cell is empty or there is no such column. */
  readonly respondent: string | null;
  readonly plaintiff: string | undefined;
  readonly court: string | undefined;
  readonly jurisdiction: string | undefined;
  readonly cause: string | undefined;
  readonly heardOn: CivilDate | undefined;
  readonly heard: boolean | null;
  /** Always null where the case was not heard, whatever the cell says. */
  readonly headAttended: boolean | null;
  readonly headName: string | undefined;
  readonly headTitle: string | undefined;
  readonly rank: StatisticsRow["rank"];
  readonly spoke: boolean | undefined;
  readonly absenceReason: string | undefined;
  readonly enterprise: boolean | null;
  /** The outcome as written; `outcomeKind` as counted. */
  readonly outcome: string | null;
  readonly outcomeKind: StatisticsRow["outcome"];
  readonly closed: boolean | undefined;
  readonly mediated: boolean | undefined;
  /** The ledger contradicts itself about this row: a person must look. */
  readonly doubtful: boolean;
}

/** A row that could not be used, or (`used`) one that counts with a fact left unknown. Reasons are Chinese sentences. */
export interface LedgerProblem {
  readonly sheet: string;
  readonly row: number;
  readonly reason: string;
  readonly cells: readonly string[];
  readonly used: boolean;
}

export interface Ledger {
  readonly rows: readonly LedgerRow[];
  readonly problems: readonly LedgerProblem[];
  /** Titles, legends and signatures around the table, as written. */
  readonly notes: readonly string[];
  /** All columns any of its headings had. */
  readonly columns: ReadonlySet<Column>;
}

/** A ledger row as `read` prints it. */
export function printedRow(row: LedgerRow) {
  const { caseNumber, respondent, heard, headAttended, enterprise, outcome } = row;
  return { caseNumber, respondent, heard, headAttended, enterprise, outcome };
}

/** Whether a grid has the heading of a ledger. */
export function looksLikeLedger(grid: Grid): boolean {
  return grid.some((_, at) => headingAt(grid, at) !== undefined);
}

/** A row under its heading. */
interface Entry {
  readonly row: GridRow;
  readonly heading: Heading;
}

/** Reads a ledger; undefined where no row of the grid is a ledger's heading. */
export function extractLedger(grid: Grid): Ledger | undefined {
  const { entries, headings, notes } = layOut(grid);
  if (headings.length === 0) return undefined;
  const texts = [...notes, ...headings.map((heading) => heading.text)];
  const legend: Legend = legendOf(
    texts.join("\n"),
    entries.flatMap((entry) => entry.row.cells),
  );
  const year = Number(/(20\d\d)\s*年/u.exec(notes.join("\n").normalize("NFKC"))?.[1]) || undefined;
  const rows: LedgerRow[] = [];
  const problems: LedgerProblem[] = [];
  let above: Entry | undefined;
  for (const entry of entries) {
    const { sheet, row, cells } = entry.row;
    const read = readLedgerRow(cellsOf(entry, above), { sheet, row, legend, year });
    rows.push(...read.rows);
    for (const reason of read.problems)
      problems.push({ sheet, row, reason, cells, used: read.rows.length > 0 });
    above = read.rows.length === 0 ? undefined : { heading: entry.heading, row: withNumber(entry, above) };
  }
  const columns = new Set(headings.flatMap((heading) => [...heading.columns.keys()]));
  return { rows, problems, notes, columns };
}

/** Tells headings, entries and the notes around them apart; blank rows and totals (合计) are neither. */
function layOut(grid: Grid): { entries: Entry[]; headings: Heading[]; notes: string[] } {
  const entries: Entry[] = [];
  const headings: Heading[] = [];
  const notes: string[] = [];
  let heading: Heading | undefined;
  for (let at = 0; at < grid.length; at++) {
    const row = grid[at];
    if (row === undefined) break;
    if (row.sheet !== grid[at - 1]?.sheet) heading = undefined;
    const found = headingAt(grid, at);
    if (found !== undefined) {
      headings.push(found);
      heading = found;
      at += found.rows - 1;
      continue;
    }
    const words = [...new Set(row.cells.map((cell) => cell.trim()).filter((cell) => cell !== ""))];
    if (words.length === 0 || isTotal(row, heading)) continue;
    if (heading === undefined || isNote(row, words, heading)) notes.push(words.join(" "));
    else entries.push({ row, heading });
  }
  return { entries, headings, notes };
}

function isTotal({ cells }: GridRow, heading: Heading | undefined): boolean {
  const first = cells.map(squeezed).find((cell) => cell !== "") ?? "";
  return heading !== undefined && /^(?:合计|小计|总计|共计|累计|总数|本页小计|本月合计)/u.test(first);
}

/** A title, legend or signature among the rows: few cells, and no case number where one belongs. */
function isNote(row: GridRow, words: readonly string[], heading: Heading): boolean {
  const number = squeezed(row.cells[heading.columns.get("case-number") ?? 0] ?? "");
  if (/^(?:注|备注|说明|填表|制表|审核|填报)/u.test(words[0] ?? "")) return true;
  return words.length === 1 && (number === "" || !/\d/u.test(number));
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
];

/** Reads a cell of an entry by its column's meaning; undefined where the ledger has no such column. */
export type CellReader = (column: Column) => string | undefined;

function cellsOf({ row, heading }: Entry, above: Entry | undefined): CellReader {
  const own: CellReader = (column) => {
    const index = heading.columns.get(column);
    return index === undefined ? undefined : (row.cells[index] ?? "").trim();
  };
  if (!continues({ row, heading }, above)) return own;
  return (column) => {
    const cell = own(column);
    const index = heading.columns.get(column);
    return cell !== "" || index === undefined || !SHARED.includes(column)
      ? cell
      : (above?.row.cells[index] ?? "").trim();
  };
}

/** A further respondent of the case above: no number, no ordinal of its own, but a name. */
function continues({ row, heading }: Entry, above: Entry | undefined): boolean {
  if (above === undefined || above.heading !== heading || above.row.sheet !== row.sheet) return false;
  const cell = (column: Column) => squeezed(row.cells[heading.columns.get(column) ?? -1] ?? "");
  const { columns } = heading;
  return (
    columns.has("ordinal") &&
    cell("case-number") === "" &&
    cell("ordinal") === "" &&
    cell("respondent") !== ""
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
