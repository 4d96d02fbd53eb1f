/**
 * Where do the columns of a court's ledger (台账) stand? Under headings that courts arrange as they like: titles above,
 * headings over two rows with a group above its parts, the same heading again on each page.
 */
import { findCaseNumbers } from "../../domain/court/case-number.ts";
import type { GridRow } from "../text/table.ts";
import { squeezed } from "./cell-text.ts";
import { type Column, meaningOf } from "./ledger-headings.ts";

/** The heading of a ledger: where each column stands, how many rows it takes, and its words. */
export interface Heading {
  readonly columns: ReadonlyMap<Column, number>;
  readonly rows: number;
  readonly text: string;
}

/** A heading takes no more rows than this: a group, its parts, and theirs. */
const DEEPEST_HEADING = 4;

/** The heading that begins at this row, with the rows below it that belong to it; undefined where none does. */
export function headingAt(rows: readonly GridRow[], at: number): Heading | undefined {
  const top = rows[at];
  if (top === undefined) return undefined;
  const cells = top.cells.map(squeezed);
  if (!cells.some((cell) => /案\D{0,3}号/u.test(cell)) || findCaseNumbers(top.cells.join("\n")).length > 0)
    return undefined;
  let level: Level = { cells, stacks: cells.map((cell) => (cell === "" ? [] : [cell])) };
  let columns = columnsOf(level.stacks);
  let depth = 1;
  for (; depth < DEEPEST_HEADING; depth++) {
    const below = rows[at + depth];
    if (below?.sheet !== top.sheet) break;
    const next = withParts(level, below.cells.map(squeezed), columns);
    if (next === undefined) break;
    level = next;
    columns = columnsOf(next.stacks);
  }
  if (!isLedgerHeading(columns)) return undefined;
  const words = rows.slice(at, at + depth).flatMap((row) => row.cells);
  return { columns, rows: depth, text: words.join("\n") };
}

/** A ledger names cases and says of each at least whom it is against or who appeared. */
function isLedgerHeading(columns: ReadonlyMap<Column, number>): boolean {
  const has = (...wanted: Column[]) => wanted.some((column) => columns.has(column));
  return (
    has("case-number") &&
    has("respondent", "appellee", "parties", "attended", "head", "tick-absent") &&
    columns.size >= 3
  );
}

/** The rows of a heading read so far: the words of the lowest, and over each column what stands there from the top. */
interface Level {
  readonly cells: readonly string[];
  readonly stacks: readonly (readonly string[])[];
}

/** The heading with its parts in the row below; undefined where that row adds no column, so is no heading. */
function withParts(
  { cells: top, stacks }: Level,
  below: readonly string[],
  known: ReadonlyMap<Column, number>,
): Level | undefined {
  const numberAt = known.get("case-number") ?? top.findIndex((cell) => /案\D{0,3}号/u.test(cell));
  const under = below[numberAt] ?? "";
  if (under !== "" && under !== top[numberAt] && under !== stacks[numberAt]?.[0]) return undefined;
  if (findCaseNumbers(below.join("\n")).length > 0) return undefined;
  let group: readonly string[] = [];
  const width = Math.max(top.length, below.length);
  const added: number[] = [];
  const next = Array.from({ length: width }, (_, column) => {
    const [above = "", part = ""] = [top[column], below[column]];
    const inGroup =
      above === "" || above === top[column - 1] || above === top[column + 1] || top[column + 1] === "";
    if (above !== "") group = stacks[column] ?? [];
    const own = stacks[column] ?? [];
    if (part === "" || part === above || own.includes(part) || !inGroup) return own;
    added.push(column);
    return [...(own.length === 0 ? group : own), part];
  });
  if (added.length === 0) return undefined;
  const meant = new Set(columnsOf(next).values());
  return added.some((column) => meant.has(column)) ? { cells: below, stacks: next } : undefined;
}

/** What a column's words may say: all of them, or the lower ones alone. */
function readingsOf(stack: readonly string[]): string[] {
  return stack.map((_, from) => stack.slice(from).join(""));
}

/** The first column of each meaning. A heading may have several readings; the first that means something counts. */
function columnsOf(headings: readonly (readonly string[])[]): Map<Column, number> {
  const columns = new Map<Column, number>();
  for (const [index, stack] of headings.entries()) {
    const column = readingsOf(stack)
      .map(meaningOf)
      .find((meaning) => meaning !== undefined);
    if (column !== undefined && !columns.has(column)) columns.set(column, index);
  }
  // A ledger that knows 一审案号 alone is a ledger of those cases.
  const origin = columns.get("origin-number");
  if (origin !== undefined && !columns.has("case-number")) {
    columns.delete("origin-number");
    columns.set("case-number", origin);
  }
  // 开庭方式 alone says whether there was a hearing at all (公开开庭, 书面审理); beside 是否开庭, only how.
  const mode = columns.get("mode");
  if (mode !== undefined && !columns.has("heard")) columns.set("heard", mode);
  // 行政首长出庭 beside 副职负责人出庭 is the principal's column; alone it is any head's.
  const attended = columns.get("attended");
  const words = attended === undefined ? "" : (headings[attended]?.join("") ?? "");
  if (attended !== undefined && /首长|一把手/u.test(words) && columns.has("tick-deputy")) {
    if (!columns.has("tick-principal")) {
      columns.delete("attended");
      columns.set("tick-principal", attended);
    }
  }
  return columns;
}
