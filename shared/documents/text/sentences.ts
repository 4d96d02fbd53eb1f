/**
 * Which words belong together? Where the line, the clause or the sentence around a place begins and ends, and how a
 * text falls into clauses. A rule looks back only so far: a text without any mark must not make it slow.
 */
import { type FlatText, Gap, gapAt, nextGap } from "./flat-text.ts";

/** No sentence of a court paper is longer; what stands farther off says nothing of a place. */
const LONGEST_SENTENCE = 400;

const ENDS_SENTENCE = "。；";
const ENDS_CLAUSE = "。；，";

/** How far to look back. */
export interface LookBack {
  /** At most so many characters. */
  readonly within?: number;
  /**
   * Where the place itself begins a paragraph, into the one before it: a form may have a sentence's end on the next
   * line.
   */
  readonly acrossOne?: boolean;
}

/** Where the line around a place begins. */
export function lineStart(flat: FlatText, at: number, within: number = LONGEST_SENTENCE): number {
  return walkBack(flat, at, Gap.line, "", { within });
}

/** A line, or a cell of one. */
export interface Line {
  readonly start: number;
  readonly end: number;
}

/** The lines of a text from its top, at most so many; its cells where that gap is asked for. */
export function linesOf(flat: FlatText, gap: number = Gap.line, most = Number.POSITIVE_INFINITY): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < flat.text.length && lines.length < most; ) {
    const end = nextGap(flat, start + 1, gap);
    lines.push({ start, end });
    start = end;
  }
  return lines;
}

/** Where the sentence around a place begins, on its own line. */
export function startInLine(flat: FlatText, at: number, within: number = LONGEST_SENTENCE): number {
  return walkBack(flat, at, Gap.line, ENDS_SENTENCE, { within });
}

/** The words of a sentence before a place, back to a full stop or the paragraph's start. */
export function sentenceBefore(flat: FlatText, at: number, back: LookBack = {}): string {
  return flat.text.slice(walkBack(flat, at, Gap.paragraph, ENDS_SENTENCE, back), at);
}

/** The words of a clause before a place, back to a comma, a full stop or the paragraph's start. */
export function clauseBefore(flat: FlatText, at: number, within: number = LONGEST_SENTENCE): string {
  return flat.text.slice(walkBack(flat, at, Gap.paragraph, ENDS_CLAUSE, { within }), at);
}

/** The words of a sentence behind a place, to its full stop or the paragraph's end. */
export function sentenceAfter(flat: FlatText, at: number): string {
  const words = flat.text.slice(at, nextGap(flat, at, Gap.paragraph, at + LONGEST_SENTENCE));
  const stop = words.search(/[。；]/u);
  return stop === -1 ? words : words.slice(0, stop);
}

/** What a text says after its last comma. */
export function lastClause(text: string): string {
  return text.slice(text.lastIndexOf("，") + 1);
}

/** A text's clauses, without the marks between them. */
export function clausesOf(text: string): string[] {
  return text.split(/[，。；]/u);
}

/** What a text says before its first mark. */
export function firstClause(text: string): string {
  return clausesOf(text)[0] ?? "";
}

function walkBack(
  flat: FlatText,
  at: number,
  gap: number,
  marks: string,
  { within = LONGEST_SENTENCE, acrossOne = false }: LookBack,
): number {
  let start = at;
  while (
    start > 0 &&
    at - start < within &&
    !marks.includes(flat.text[start - 1] ?? "") &&
    ((acrossOne && start === at) || gapAt(flat, start) < gap)
  )
    start--;
  return start;
}
