/** Which value belongs to which label in forms that part them: all labels and then all values, or values above labels? */
import { NUMBER_SHAPE } from "../../domain/court/case-number.ts";
import { type FlatText, Gap, gapAt, nextGap } from "../text/flat-text.ts";
import { lineStart } from "../text/sentences.ts";
import type { LabelledValue } from "./labels.ts";

/**
 * Forms that part labels from their values: all labels and then all values, as columns of a table come out of some
 * files, or each value above its label, as some signing programs write them.
 */
export function pairLabels(flat: FlatText, labels: readonly LabelledValue[]): LabelledValue[] {
  return pairedAbove(flat, labels) ?? pairedRuns(flat, labels);
}

type Span = Pick<LabelledValue, "start" | "end">;

/** Every label alone on its line, and what labels ask for stands on the line above and not below. */
function pairedAbove(flat: FlatText, labels: readonly LabelledValue[]): LabelledValue[] | undefined {
  const alone = labels.filter(
    ({ at, label }) => gapAt(flat, at) >= Gap.line && gapAt(flat, at + label.length) >= Gap.line,
  );
  if (alone.length < 3 || alone.length < labels.length) return undefined;
  const above = alone.map(({ at }) => ({ start: at === 0 ? 0 : lineStart(flat, at - 1), end: at }));
  const below = alone.map(({ start }) => ({ start, end: nextGap(flat, start + 1, Gap.line) }));
  if (!fitsTypes(flat, alone, above) || fitsTypes(flat, alone, below)) return undefined;
  return alone.map((label, index) => {
    const { start, end } = above[index] ?? label;
    return { ...label, start, end, blockEnd: end };
  });
}

/** A number for 案号, a date for 时间, and neither anywhere else; at least one label must ask for one of them. */
function fitsTypes(flat: FlatText, labels: readonly LabelledValue[], values: readonly Span[]): boolean {
  const typed = labels.map(({ label }, index) => {
    const { start, end } = values[index] ?? { start: 0, end: 0 };
    const asked = /案号$/u.test(label) ? "number" : /(?:时间|日期)$/u.test(label) ? "date" : "words";
    return { asked, held: typeOf(flat.text.slice(start, end)) };
  });
  return typed.every(({ asked, held }) => asked === held) && typed.some(({ asked }) => asked !== "words");
}

const BEGINS_NUMBER = new RegExp(
  String.raw`^(?:${NUMBER_SHAPE.year}|（?(?:19|20)\d\d）?)\D{1,4}\d*\p{Script=Han}{2,3}\d+`,
  "u",
);

function typeOf(text: string): "number" | "date" | "words" {
  if (BEGINS_NUMBER.test(text) && text.includes("号")) return "number";
  return /^.{4,5}年.{1,3}月|^20\d\d[-./]/u.test(text) ? "date" : "words";
}

/**
 * Forms whose columns or lines hold first the labels and then the values: a run of labels with nothing between,
 * then as many values. Each value is given to its label; others are returned as they are.
 */
function pairedRuns(flat: FlatText, labels: readonly LabelledValue[]): LabelledValue[] {
  const result = [...labels];
  let index = 0;
  while (index < result.length) {
    let last = index;
    while (
      last + 1 < result.length &&
      result[last]?.blockEnd === result[last]?.start &&
      result[last + 1]?.at === result[last]?.blockEnd
    )
      last++;
    const run = result.slice(index, last + 1);
    const tail = run.at(-1);
    if (run.length >= 2 && tail !== undefined) {
      const values = fitting(flat, run, valuesAfter(flat, tail));
      if (values !== undefined && gapAt(flat, run[0]?.start ?? 0) >= Gap.cell)
        for (const [offset, value] of values.entries()) {
          const label = run[offset];
          if (label !== undefined) result[index + offset] = { ...label, ...value, blockEnd: value.end };
        }
    }
    index = last + 1;
  }
  return result;
}

/**
 * As many values as labels. Remarks may follow the last value; then the first ones are taken where what labels ask for
 * stands in its place: a number for 案号, a date for 时间, and neither anywhere else.
 */
function fitting(
  flat: FlatText,
  run: readonly LabelledValue[],
  values: readonly { start: number; end: number }[],
): readonly { start: number; end: number }[] | undefined {
  if (values.length === run.length) return values;
  if (values.length < run.length) return undefined;
  const first = values.slice(0, run.length);
  return fitsTypes(flat, run, first) ? first : undefined;
}

/** The cells or lines from a label's value to its block's end, parted as the first two are. */
function valuesAfter(flat: FlatText, { start, blockEnd }: LabelledValue): { start: number; end: number }[] {
  const rowEnd = Math.min(nextGap(flat, start + 1, Gap.line), blockEnd);
  const cells = pieces(flat, start, rowEnd, Gap.cell);
  return cells.length > 1 ? cells : pieces(flat, start, blockEnd, Gap.line);
}

function pieces(flat: FlatText, from: number, to: number, gap: number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let start = from; start < to; ) {
    const end = Math.min(nextGap(flat, start + 1, gap), to);
    found.push({ start, end });
    start = end;
  }
  return found;
}
