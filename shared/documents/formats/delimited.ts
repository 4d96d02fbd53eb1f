/**
 * Rows of a text with commas, tabs or semicolons between its cells (CSV, TSV). A quote that is never closed costs its own
 * line and no other; commas of either width part cells.
 */
import { parse } from "csv-parse/sync";
import type { GridRow } from "../text/table.ts";

/** A row, and what a quote that was left open did to it. */
export type DelimitedRow = Pick<GridRow, "cells" | "damage">;

const SAMPLE = 20_000;
/** A noncharacter before each damaged line: what comes with a file is taken out before. */
const DAMAGED = "\uFDD2";
/** Fewer columns than this are no table in which a whole row could be told from a line of a cell. */
const FEWEST_COLUMNS = 4;

/** The rows of a text; line breaks inside quotes stay. @throws Error where it can't be taken apart at all */
export function delimitedRows(text: string): readonly DelimitedRow[] {
  const delimiter = delimiterOf(text);
  const plain = text.replaceAll(DAMAGED, "");
  const records: string[][] = parse(withoutOpenQuotes(plain, delimiter), {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
  });
  const columns = usual(records.map(({ length }) => length));
  return records.map((record) => {
    const [first = "", ...others] = record;
    const isDamaged = first.startsWith(DAMAGED);
    const cells = isDamaged ? [first.slice(1), ...others] : record;
    const placed = inColumns(cells, delimiter, columns);
    if (!isDamaged) return { cells: placed };
    return { cells: placed, damage: placed.length === columns ? "quote-left-open" : "cells-lost" };
  });
}

function delimiterOf(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const count = (delimiter: string) => sample.split(delimiter).length;
  const best = ["\t", ";"].reduce((one, next) => (count(next) > count(one) ? next : one), ",");
  // Cells have commas of their width inside; between cells there are more of them.
  return best === "," && count("，") > count(",") ? "，" : best;
}

/** Somebody who types Chinese types some of the commas in their wide form. */
function inColumns(cells: readonly string[], delimiter: string, columns: number): readonly string[] {
  const other = delimiter === "," ? "，" : delimiter === "，" ? "," : undefined;
  if (other === undefined || cells.length >= columns) return cells;
  const split = cells.flatMap((cell) => cell.split(other));
  return split.length === columns ? split : cells;
}

/** The number of cells that most rows have; lines of one cell are titles. */
function usual(counts: readonly number[]): number {
  const seen = new Map<number, number>();
  for (const count of counts) if (count > 1) seen.set(count, (seen.get(count) ?? 0) + 1);
  return [...seen].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? 0;
}

/** The text with every line marked and freed of its quotes whose quote is never closed, or only by that of another row. */
function withoutOpenQuotes(text: string, delimiter: string): string {
  if (!text.includes('"')) return text;
  const lines = text.split(/\r\n|\n|\r/);
  const parted = lines.map((line) => line.split(delimiter).length);
  const columns = usual(parted);
  const result: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (!isOpen(line, delimiter)) {
      result.push(line);
      continue;
    }
    const end = closingLine(lines, at, delimiter);
    const swallows = (last: number) =>
      columns >= FEWEST_COLUMNS && parted.slice(at + 1, last).some((count) => count >= columns);
    if (end === undefined || swallows(end)) result.push(DAMAGED + line.replaceAll('"', ""));
    else {
      result.push(...lines.slice(at, end + 1));
      at = end;
    }
  }
  return result.join("\n");
}

/** Whether a cell of the line begins with a quote that isn't closed on it. */
function isOpen(line: string, delimiter: string): boolean {
  for (let at = 0; at <= line.length; ) {
    if (line[at] === '"') {
      const close = closingQuote(line, at + 1);
      if (close === undefined) return true;
      at = close + 1;
    }
    const next = line.indexOf(delimiter, at);
    if (next === -1) return false;
    at = next + delimiter.length;
  }
  return false;
}

/** A quote inside quotes is written twice. */
function closingQuote(line: string, from: number): number | undefined {
  for (let at = line.indexOf('"', from); at !== -1; at = line.indexOf('"', at + 2)) {
    if (line[at + 1] !== '"') return at;
  }
  return undefined;
}

/** The line on which the quote that is open at the end of a line is closed. */
function closingLine(lines: readonly string[], opened: number, delimiter: string): number | undefined {
  const last = Math.min(lines.length, opened + 200);
  for (let at = opened + 1; at < last; at++) {
    const close = closingQuote(lines[at] ?? "", 0);
    if (close === undefined) continue;
    const rest = (lines[at] ?? "").slice(close + 1);
    if (rest.trim() !== "" && !rest.startsWith(delimiter)) return undefined;
    return isOpen(rest.slice(delimiter.length), delimiter) ? closingLine(lines, at, delimiter) : at;
  }
  return undefined;
}
