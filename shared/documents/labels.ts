import { type FlatText, Gap, gapAt, nextGap } from "./flat-text.ts";
import { LABELS } from "./label-words.ts";

/** A label of a form (案号, 应到时间) and where its value stands; empty where nothing is filled in. */
export interface LabelledValue {
  readonly label: string;
  /** Offset of the label. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
  /** Where the next label begins: values that run over lines go on until here. */
  readonly blockEnd: number;
}

const ANY = new RegExp(LABELS.toSorted((a, b) => b.length - a.length).join("|"), "gu");
const BOUNDARY_BEFORE = /[。；，：、）】》·*.-]/u;

/** Every label of a text with its value, in order. */
export function findLabels(flat: FlatText): LabelledValue[] {
  const found: { label: string; at: number; start: number }[] = [];
  for (const match of flat.text.matchAll(ANY)) {
    const at = match.index;
    let start = at + match[0].length;
    const isApart = gapAt(flat, at) >= Gap.blank || BOUNDARY_BEFORE.test(flat.text[at - 1] ?? "");
    if (!isApart) continue;
    const remark = /^（[^）]{1,12}）(?=：)/u.exec(flat.text.slice(start, start + 15));
    if (remark) start += remark[0].length;
    const hasColon = flat.text[start] === "：";
    if (!hasColon && gapAt(flat, start) < Gap.blank) continue;
    if (!hasColon && isSpacedOut(flat, at, start)) continue;
    found.push({ label: match[0], at, start: hasColon ? start + 1 : start });
  }
  return found.map((label, index) => placed(flat, label, found[index + 1]?.at ?? flat.text.length));
}

/** 法 庭 审 理 笔 录: a title set with blanks holds no labels. */
function isSpacedOut(flat: FlatText, at: number, end: number): boolean {
  for (let place = at + 1; place <= end + 1; place++) if (gapAt(flat, place) !== Gap.blank) return false;
  return true;
}

/** The value stands on the label's line; where that is empty, on the next unless that opens with a label itself. */
function placed(
  flat: FlatText,
  label: { label: string; at: number; start: number },
  next: number,
): LabelledValue {
  const { start } = label;
  if (next <= start) return { ...label, end: start, blockEnd: start };
  // A line break right behind the label: the value is what the next line holds.
  const lineEnd = nextGap(flat, start + 1, Gap.line);
  return { ...label, end: Math.min(lineEnd, next), blockEnd: next };
}

/**
 * Forms whose columns or lines hold first the labels and then the values: a run of labels with nothing between,
 * then as many values. Each value is given to its label; others are returned as they are.
 */
export function pairRuns(flat: FlatText, labels: readonly LabelledValue[]): LabelledValue[] {
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
  const typed = run.map(({ label }, index) => {
    const { start = 0, end = 0 } = first[index] ?? {};
    const text = flat.text.slice(start, end);
    const asked = /案号$/u.test(label) ? "number" : /(?:时间|日期)$/u.test(label) ? "date" : "words";
    const held =
      /^（?(?:19|20)\d\d）?\D{1,4}\d*\p{Script=Han}{2,3}\d+/u.test(text) && text.includes("号")
        ? "number"
        : /^.{4,5}年.{1,3}月|^20\d\d[-./]/u.test(text)
          ? "date"
          : "words";
    return { asked, held };
  });
  const fits =
    typed.every(({ asked, held }) => asked === held) && typed.some(({ asked }) => asked !== "words");
  return fits ? first : undefined;
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

/** The text of a value without the marks around it; empty where nothing but strokes is filled in. */
export function valueText(flat: FlatText, value: Pick<LabelledValue, "start" | "end">): string {
  const text = flat.text.slice(value.start, value.end).replace(/^[：，、\s]+|[。；，、\s]+$/gu, "");
  return /^(?:[/\\\-—~*×xX.]+|无|空|暂无|略)$/u.test(text) ? "" : text;
}
