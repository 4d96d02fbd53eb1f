/** What is filled in under a label that a pattern fits? Fields of any form, and which of its options is ticked. */
import { CONFIDENCE } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, Gap, gapAt, nextGap, spanOf } from "../text/flat-text.ts";
import { ruleTable } from "../text/rule-table.ts";
import { withoutSeal } from "../text/seals.ts";
import { linesOf } from "../text/sentences.ts";
import { anyOf, wordList } from "../text/words.ts";
import { type LabelledValue, valueText } from "./labels.ts";

/** Reads the first filled field of a form whose label fits. */
export type FieldReader = (pattern: RegExp) => Fact<string> | undefined;

export function fieldsOf(flat: FlatText, labels: readonly LabelledValue[]): FieldReader {
  return (pattern) => {
    for (const label of labels.filter(({ label: name }) => pattern.test(name))) {
      const end = cellEnd(flat, label.start, label.end);
      const value =
        label.blockEnd > label.start ? withoutSeal(valueText(flat, { start: label.start, end })) : "";
      if (value !== "") {
        const text = spanOf(flat, label.start, end);
        return { value, confidence: CONFIDENCE.stated, rule: "field-of-a-form", text };
      }
    }
    return undefined;
  };
}

/** To the next cell, or to a blank behind which another label with its colon stands; `limit` at most. */
function cellEnd(flat: FlatText, at: number, limit: number): number {
  for (let end = at + 1; end < limit; end++) {
    const gap = gapAt(flat, end);
    if (gap >= Gap.cell || (gap === Gap.blank && beginsLabel(flat, end))) return end;
  }
  return limit;
}

function beginsLabel(flat: FlatText, at: number): boolean {
  const words = flat.text.slice(at, nextGap(flat, at + 1, Gap.line, at + 16));
  return /^[\p{Script=Han}（）]{2,14}：/u.test(words);
}

/** The longest words that can label a field. */
const LONGEST_LABEL = 18;

/**
 * Every field of a form by its build, whatever its label says: words before a colon, or the cell before a cell. Forms
 * of agencies have labels that no list knows.
 */
export function formPairs(flat: FlatText): LabelledValue[] {
  const pairs: LabelledValue[] = [];
  for (const line of linesOf(flat)) {
    const cells: [start: number, end: number][] = [];
    for (let at = line.start; at < line.end; ) {
      const end = cellEnd(flat, at, line.end);
      cells.push([at, end]);
      at = end;
    }
    for (let index = 0; index < cells.length; index++) {
      const [at, end] = cells[index] ?? [line.start, line.start];
      const colon = flat.text.slice(at, Math.min(end, at + LONGEST_LABEL)).indexOf("：");
      const [start, until] =
        colon !== -1 && at + colon + 1 < end ? [at + colon + 1, end] : (cells[index + 1] ?? [end, end]);
      const label = flat.text.slice(at, colon === -1 ? end : at + colon);
      if (start >= until || label.length > LONGEST_LABEL || !/^[\p{Script=Han}（）、]+$/u.test(label))
        continue;
      pairs.push({ label: label.replace(/（[^）]*）$/u, ""), at, start, end: until, blockEnd: until });
      if (start >= end) index++;
    }
  }
  return pairs;
}

/** How labels of a form end; a line of such words below a label is the next label, and the field is empty. */
const NEXT_LABEL = new RegExp(
  `${anyOf(wordList("原因 理由 事由 情况 姓名 职务 单位 机关 人员 备注 时间 日期 地点 法院 案号 案由 原告 被告 第三人 签字 盖章 是否出庭"))}$`,
  "u",
);

/**
 * Every field of a form whose cells came out one below the other: a label alone on its line, and its value on the line
 * below. `isField` knows the labels.
 */
export function pairsBelow(flat: FlatText, isField: (label: string) => boolean): LabelledValue[] {
  const lines = linesOf(flat);
  const labelOf = ({ start, end }: { start: number; end: number }) => {
    const words = flat.text.slice(start, end);
    return words.length <= LONGEST_LABEL && /^[\p{Script=Han}（）、]+$/u.test(words)
      ? words.replace(/（[^）]*）$/u, "")
      : undefined;
  };
  return lines.flatMap((line, index): LabelledValue[] => {
    const [label, below] = [labelOf(line), lines[index + 1]];
    if (label === undefined || below === undefined || !isField(label)) return [];
    const next = labelOf(below) ?? "";
    if (isField(next) || NEXT_LABEL.test(next)) return [];
    return [{ label, at: line.start, start: below.start, end: below.end, blockEnd: below.end }];
  });
}

const TICK = "[☑√✓✔■●]";
const BOX = "[□☐○〇]";
const OPTION = String.raw`(\p{Script=Han}{1,10})`;
const HAS_BOXES = new RegExp(`${TICK}|${BOX}`, "u");
const BOX_FIRST = new RegExp(`^(?:${TICK}|${BOX})`, "u");
const TICKED_BEHIND = new RegExp(`${TICK}${OPTION}`, "gu");
const TICKED_BEFORE = new RegExp(`${OPTION}${TICK}`, "gu");

/**
 * The option of a form that is ticked: ☑是 □否 · 是√ 否□ · 是（√） 否（ ）. The value itself where it has no boxes;
 * undefined where none or several are ticked.
 */
export function ticked(value: string): string | undefined {
  if (!HAS_BOXES.test(value)) return value;
  const plain = value.replace(/[（）]/gu, "");
  const options = plain.matchAll(BOX_FIRST.test(plain) ? TICKED_BEHIND : TICKED_BEFORE);
  const chosen = [...options].map(([, words]) => words);
  return chosen.length === 1 ? chosen[0] : undefined;
}

const ANSWER = ruleTable("answer-of-a-field", (text: string) => text, [
  { name: "no", of: /^(?:否|未|没有|无|×|不)/u, says: false, example: "未出庭" },
  { name: "yes", of: /^(?:是|已|出庭|√|有)/u, says: true, example: "是" },
  { name: "which-head", of: /^(?:正职|副职|分管)/u, says: true, example: "副职负责人出庭" },
]);

/** What a field that asks whether says: 是, 已出庭, 否; undefined where it says neither. */
export function answerOf(text: string | undefined): boolean | undefined {
  return text === undefined ? undefined : ANSWER.decide(text)?.verdict;
}
