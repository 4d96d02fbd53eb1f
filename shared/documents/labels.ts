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

/** The text of a value without the marks around it; empty where nothing but strokes is filled in. */
export function valueText(flat: FlatText, value: Pick<LabelledValue, "start" | "end">): string {
  const text = flat.text.slice(value.start, value.end).replace(/^[：，、\s]+|[。；，、\s]+$/gu, "");
  return /^(?:[/\\\-—~*×xX.]+|无|空|暂无|略)$/u.test(text) ? "" : text;
}
