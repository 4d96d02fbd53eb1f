import { type FlatText, Gap, gapAt, nextGap } from "../text/flat-text.ts";
import { isLabel } from "../text/label-gaps.ts";
import { LABELS } from "../text/label-words.ts";

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
const BOUNDARY_BEFORE = /[。；，：、（）【】〔》·*.-]/u;
/** 案件案由, 开庭排期时间: a form's own words around the usual ones. */
const COMPOUND: readonly (readonly [pattern: RegExp, label: string])[] = [
  [/^(?:案件|本案|涉案)的?案号$/u, "案号"],
  [/^(?:案件|案名)$/u, "案件名称"],
  [/^(?:案件|本案|涉案|涉诉|纠纷)的?案由$/u, "案由"],
  [/^(?:受|被)传唤(?:人|单位|对象)(?:的?(?:姓名|名称))?(?:(?:或者?|\/)(?:姓名|名称))?$/u, "被传唤人"],
  [
    /^(?!原|变更|调整|改期|延期|送达|签)[\p{Script=Han}]{0,4}(?:开庭|庭审|到庭|应到)[\p{Script=Han}]{0,4}(?:时间|日期)$/u,
    "开庭时间",
  ],
  [
    /^(?!原|变更|调整|改期|延期|送达|签)[\p{Script=Han}]{0,4}(?:开庭|庭审|到庭|应到)[\p{Script=Han}]{0,4}(?:地点|处所|场所|法庭)(?:名称)?$/u,
    "开庭地点",
  ],
];
/** What may follow a label in a sentence without a colon: 时间2026-07-21 14：00，地点…. */
const SPOKEN: readonly (readonly [label: RegExp, value: RegExp])[] = [
  [/(?:时间|日期)$/u, /^(?:20\d\d|二[〇○零Oo0])/u],
  [/案号$/u, /^（?20\d\d）?\p{Script=Han}/u],
];

/** Every label of a text with its value, in order. */
export function findLabels(flat: FlatText): LabelledValue[] {
  const found: { label: string; at: number; start: number }[] = compoundLabels(flat);
  for (const match of flat.text.matchAll(ANY)) {
    const at = match.index;
    let start = at + match[0].length;
    const isApart = gapAt(flat, at) >= Gap.blank || BOUNDARY_BEFORE.test(flat.text[at - 1] ?? "");
    // 第 26 法庭: in the middle of a line only its colon makes a word a label.
    const isInNumber =
      gapAt(flat, at) === Gap.blank && /[第\d一二三四五六七八九十]/u.test(flat.text[at - 1] ?? "");
    if (!isApart || (isInNumber && flat.text[start] !== "：")) continue;
    const remark = /^（[^）]{1,12}）(?=：)/u.exec(flat.text.slice(start, start + 15));
    if (remark) start += remark[0].length;
    const hasColon = flat.text[start] === "：";
    if (!hasColon && gapAt(flat, start) < Gap.blank && !isSpoken(flat, match[0], at, start)) continue;
    if (!hasColon && isSpacedOut(flat, at, start)) continue;
    found.push({ label: match[0], at, start: hasColon ? start + 1 : start });
  }
  const sorted = found
    .toSorted((a, b) => a.at - b.at)
    .filter(({ at }, index, all) => index === 0 || at >= (all[index - 1]?.start ?? 0));
  return sorted.map((label, index) => placed(flat, label, sorted[index + 1]?.at ?? flat.text.length));
}

/** Labels with a colon at the beginning of a line or cell that are made of known ones. */
function compoundLabels(flat: FlatText): { label: string; at: number; start: number }[] {
  const found: { label: string; at: number; start: number }[] = [];
  for (let at = 0; at < flat.text.length; at++) {
    if (gapAt(flat, at) < Gap.cell && !BOUNDARY_BEFORE.test(flat.text[at - 1] ?? "")) continue;
    const word = /^\p{Script=Han}{2,12}(?=：)/u.exec(flat.text.slice(at, at + 13))?.[0];
    if (word === undefined || isLabel(word)) continue;
    const end = at + word.length;
    if (nextGap(flat, at + 1, Gap.cell, end) < end) continue;
    const known = COMPOUND.find(([pattern]) => pattern.test(word))?.[1];
    if (known !== undefined) found.push({ label: known, at, start: end + 1 });
  }
  return found;
}

/** A label without a colon right before what it asks for; 地点 behind such a 时间. */
function isSpoken(flat: FlatText, label: string, at: number, start: number): boolean {
  if (!/[，。；：]/u.test(flat.text[at - 1] ?? "")) return false;
  if (SPOKEN.some(([name, value]) => name.test(label) && value.test(flat.text.slice(start, start + 8))))
    return true;
  return (
    /^(?:地点|法庭)$/u.test(label) &&
    /时间(?:20\d\d|二[〇○零])[^。；]{4,24}，$/u.test(flat.text.slice(Math.max(0, at - 34), at))
  );
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
