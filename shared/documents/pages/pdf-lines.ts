/** Which lines do the runs of a page make, whatever their order in the file? */
import { takeDoubts, unmarked } from "../formats/file-text.ts";
import { withoutRadicals } from "../text/radicals.ts";
import type { PlacedLine, Spot } from "./placed-line.ts";
import { type PlacedText, wordsOf } from "./placed-text.ts";
import { withoutShadows } from "./shadows.ts";

/** Gaps in sizes of the font: a space between words, and the distance between columns of a table. */
const BLANK = 0.3;
const COLUMN = 1.6;
/** Of print above its base line: its middle and its height, in sizes of the font. */
const [PRINT_MIDDLE, PRINT_HEIGHT] = [0.35, 1.15];

/**
 * Puts a page's runs into lines as a reader sees them: what shares a base line is one line, from left to right,
 * with blanks and tabs where there are gaps. The order in the file means nothing.
 */
export function linesOf(runs: readonly PlacedText[]): string[] {
  return rowsOf(runs).map(lineOf).filter(isSaid);
}

/** A line with its doubtful words between marks, and the same line as it is read, with the places of its words. */
export interface MarkedLine extends PlacedLine {
  readonly marked: string;
}

/** The lines of {@link linesOf}, each with where its words stand. */
export function placedLinesOf(runs: readonly PlacedText[]): readonly MarkedLine[] {
  return rowsOf(runs)
    .map(placedRow)
    .filter(({ marked }) => isSaid(marked))
    .map(({ marked, spots }) => ({ marked, text: takeDoubts(withoutRadicals(marked)).text, spots }));
}

function isSaid(line: string): boolean {
  return line !== "" && !isPageNumber(line);
}

/** Runs that share a base line, from the page's top to its bottom, each row from left to right. */
export function rowsOf<Run extends PlacedText>(runs: readonly Run[]): readonly (readonly Run[])[] {
  const rows: Run[][] = [];
  for (const run of runs
    .filter(({ text }) => text.trim() !== "")
    .toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (
      row !== undefined &&
      first !== undefined &&
      Math.abs(first.y - run.y) < Math.min(first.size, run.size) / 2
    )
      row.push(run);
    else rows.push([run]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.x - b.x));
}

/** What stands between two neighbours of a row: nothing, a blank, or the tab that parts cells. */
export function separatorBetween(last: PlacedText, next: PlacedText): "" | " " | "\t" {
  const gap = (next.x - last.x - last.width) / Math.max(next.size, 1);
  return gap > COLUMN ? "\t" : gap > BLANK ? " " : "";
}

/** A row's words, from left to right, with blanks and tabs where there are gaps. */
export function lineOf(row: readonly PlacedText[]): string {
  return placedRow(row).marked;
}

function placedRow(row: readonly PlacedText[]): Omit<MarkedLine, "text"> {
  let [line, length] = ["", 0];
  const spots: Spot[] = [];
  let last: PlacedText | undefined;
  for (const run of withoutShadows(row)) {
    const gap = last === undefined ? "" : separatorBetween(last, run);
    const start = length + gap.length;
    const end = start + (run.gone === true ? 0 : unmarked(run.text).length);
    if (end > start) spots.push({ start, end, ...boxOf(run) });
    line += gap + wordsOf(run);
    length = end;
    last = run;
  }
  return { marked: line.trimEnd(), spots };
}

/** Where a run's print lies, from the page's upper edge: from a little below its base line to the top of its letters. */
function boxOf({ x, y, width, size }: PlacedText): Omit<Spot, "start" | "end"> {
  return {
    x: x + width / 2,
    y: -y - size * PRINT_MIDDLE,
    width,
    height: size * PRINT_HEIGHT,
    angle: 0,
  };
}

/** A page number would part a sentence that runs over two pages. */
export function isPageNumber(line: string): boolean {
  return /^[\s—–-]*\d{1,3}[\s—–-]*$|^\s*第\s*\d+\s*页(?:[\s,，/]*共\s*\d+\s*页)?\s*$/.test(line);
}
