/** Where on a line do the labels of a form part their values, though there is no tab? */
import { LABELS } from "./label-words.ts";

/**
 * 出庭负责人：龙涛　职务：副局长: several labels with their values on one line. A label that stands behind a blank and
 * before its colon begins a cell, as if there were a tab; without a colon it does where wide blanks stand around it.
 */
const LABEL = new RegExp(
  `(?:${LABELS.toSorted((a, b) => b.length - a.length).join("|")})(?=(?<mark>(?:（[^）]{1,12}）)?：)?)`,
  "gu",
);

const KNOWN: ReadonlySet<string> = new Set(LABELS);

/** Whether a text is a label and nothing else. */
export function isLabel(text: string): boolean {
  return KNOWN.has(text);
}

/** How wide the blanks before each character are, in columns; a form's author sets pairs apart by two or more. */
const WIDE = 2;

/** Raises the gap before such labels from `blank` to `cell`; changes nothing else. */
export function partPairs(
  text: string,
  gaps: number[],
  widths: readonly number[],
  blank: number,
  cell: number,
): void {
  for (const { index, 0: label, groups } of text.matchAll(LABEL)) {
    if (gaps[index] !== blank) continue;
    const end = index + label.length;
    const stands =
      groups?.mark !== undefined ||
      ((widths[index] ?? 0) >= WIDE && (gaps[end] ?? cell) >= blank && label.length >= 2);
    if (stands) gaps[index] = cell;
  }
}
