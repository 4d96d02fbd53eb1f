/** Which labels has a form, and where do their values stand? 案号：…, 应到时间 …; empty where nothing is filled in. */
import { NUMBER_SHAPE } from "../../domain/court/case-number.ts";
import { type FlatText, Gap, gapAt, nextGap } from "../text/flat-text.ts";
import { isLabel } from "../text/label-gaps.ts";
import { LABELS } from "../text/label-words.ts";
import { ruleTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";

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

/** A label before it is known where its value ends. */
type Begun = Pick<LabelledValue, "label" | "at" | "start">;

const ANY = new RegExp(anyOf(LABELS.toSorted((one, other) => other.length - one.length)), "gu");
const BOUNDARY_BEFORE = /[。；，：、（）【】〔》·*.-]/u;

const ANOTHER_HEARINGS = wordList("原 变更 调整 改期 延期 送达 签");
/** 开庭 with whatever a form puts around it: 本案开庭排期. */
const SITTING = String.raw`(?!${ANOTHER_HEARINGS.join("|")})\p{Script=Han}{0,4}(?:开庭|庭审|到庭|应到)\p{Script=Han}{0,4}`;

/** 案件案由, 开庭排期时间: a form's own words around the usual ones. */
const COMPOUND = ruleTable<string, string>("compound-label", (word) => word, [
  { name: "number-of-the-case", of: /^(?:案件|本案|涉案)的?案号$/u, says: "案号", example: "涉案案号：" },
  { name: "name-of-the-case", of: /^(?:案件|案名)$/u, says: "案件名称", example: "案名：" },
  {
    name: "cause-of-the-case",
    of: /^(?:案件|本案|涉案|涉诉|纠纷)的?案由$/u,
    says: "案由",
    example: "案件案由：",
  },
  {
    name: "who-is-summoned",
    of: /^[受被]传唤(?:人|单位|对象)(?:的?(?:姓名|名称))?(?:(?:或者?|\/)(?:姓名|名称))?$/u,
    says: "被传唤人",
    example: "被传唤人姓名或名称：",
  },
  {
    name: "hour-of-the-hearing",
    of: new RegExp(`^${SITTING}(?:时间|日期)$`, "u"),
    says: "开庭时间",
    example: "本案开庭排期时间：",
  },
  {
    name: "place-of-the-hearing",
    of: new RegExp(`^${SITTING}(?:地点|处所|场所|法庭)(?:名称)?$`, "u"),
    says: "开庭地点",
    example: "开庭法庭名称：",
  },
]);

/** A word that may be a label, where it stands and where what follows it begins. */
interface Candidate {
  readonly flat: FlatText;
  readonly word: string;
  readonly at: number;
  readonly start: number;
}

const hasColon = ({ flat, start }: Candidate) => flat.text[start] === "：";
const behind = ({ flat, start }: Candidate) => flat.text.slice(start, start + 8);

/** A label without a colon right before what it asks for: 时间2026-07-21 14：00，地点…. */
const SPOKEN = ruleTable("label-in-a-sentence", behind, [
  {
    name: "hour-before-a-year",
    of: (one) => /(?:时间|日期)$/u.test(one.word) && /^(?:20\d\d|二[〇○零Oo0])/u.test(behind(one)),
    says: true,
    example: "，时间2026-07-21 14：00",
  },
  {
    name: "number-before-a-number",
    of: (one) => /案号$/u.test(one.word) && BEGINS_NUMBER.test(behind(one)),
    says: true,
    example: "，案号（2026）鲁1323行初45号",
  },
  {
    name: "place-behind-the-hour",
    of: ({ flat, word, at }) =>
      /^(?:地点|法庭)$/u.test(word) &&
      /时间(?:20\d\d|二[〇○零])[^。；]{4,24}，$/u.test(flat.text.slice(Math.max(0, at - 34), at)),
    says: true,
    example: "，时间2026-07-21 14：00，地点第三法庭",
  },
]);
const BEGINS_NUMBER = new RegExp(String.raw`^(?:${NUMBER_SHAPE.year}|（?20\d\d）?)\p{Script=Han}`, "u");

/** Why a word that is among the labels is none where it stands. */
const NO_LABEL = ruleTable(
  "word-that-is-no-label",
  ({ flat, at }: Candidate) => flat.text.slice(Math.max(0, at - 1), at),
  [
    {
      name: "inside-a-word",
      of: ({ flat, at }) => gapAt(flat, at) < Gap.blank && !BOUNDARY_BEFORE.test(flat.text[at - 1] ?? ""),
      says: true,
      example: "确定开庭时间",
    },
    {
      // In the middle of a line only its colon makes a word a label.
      name: "behind-a-number",
      of: (one) =>
        !hasColon(one) &&
        gapAt(one.flat, one.at) === Gap.blank &&
        /[第\d一二三四五六七八九十]/u.test(one.flat.text[one.at - 1] ?? ""),
      says: true,
      example: "第 26 法庭",
    },
    {
      name: "before-other-words",
      of: (one) => !hasColon(one) && gapAt(one.flat, one.start) < Gap.blank && !isSpoken(one),
      says: true,
      example: "，地点以通知为准",
    },
    {
      name: "in-a-title-set-with-blanks",
      of: (one) => !hasColon(one) && isSpacedOut(one),
      says: true,
      example: "法 庭 审 理 笔 录",
    },
  ],
);

/** Every label of a text with its value, in order. */
export function findLabels(flat: FlatText): LabelledValue[] {
  const found = compoundLabels(flat);
  for (const { index: at, 0: word } of flat.text.matchAll(ANY)) {
    const end = at + word.length;
    // 被传唤人（单位）：
    const remark = /^（[^）]{1,12}）(?=：)/u.exec(flat.text.slice(end, end + 15))?.[0] ?? "";
    const candidate = { flat, word, at, start: end + remark.length };
    if (NO_LABEL.decide(candidate) !== undefined) continue;
    found.push({ label: word, at, start: candidate.start + (hasColon(candidate) ? 1 : 0) });
  }
  const sorted = found
    .toSorted((a, b) => a.at - b.at)
    .filter(({ at }, index, all) => index === 0 || at >= (all[index - 1]?.start ?? 0));
  return sorted.map((label, index) => placed(flat, label, sorted[index + 1]?.at ?? flat.text.length));
}

/** Labels with a colon at the beginning of a line or cell that are made of known ones. */
function compoundLabels(flat: FlatText): Begun[] {
  const found: Begun[] = [];
  for (let at = 0; at < flat.text.length; at++) {
    if (gapAt(flat, at) < Gap.cell && !BOUNDARY_BEFORE.test(flat.text[at - 1] ?? "")) continue;
    const word = /^\p{Script=Han}{2,12}(?=：)/u.exec(flat.text.slice(at, at + 13))?.[0];
    if (word === undefined || isLabel(word)) continue;
    const end = at + word.length;
    if (nextGap(flat, at + 1, Gap.cell, end) < end) continue;
    const known = COMPOUND.decide(word)?.verdict;
    if (known !== undefined) found.push({ label: known, at, start: end + 1 });
  }
  return found;
}

function isSpoken(one: Candidate): boolean {
  return /[，。；：]/u.test(one.flat.text[one.at - 1] ?? "") && SPOKEN.decide(one) !== undefined;
}

function isSpacedOut({ flat, at, start }: Candidate): boolean {
  for (let place = at + 1; place <= start + 1; place++) if (gapAt(flat, place) !== Gap.blank) return false;
  return true;
}

/** The value stands on the label's line; where that is empty, on the next unless that opens with a label itself. */
function placed(flat: FlatText, label: Begun, next: number): LabelledValue {
  const { start } = label;
  if (next <= start) return { ...label, end: start, blockEnd: start };
  // A line break right behind the label: the value is what the next line holds.
  return { ...label, end: nextGap(flat, start + 1, Gap.line, next), blockEnd: next };
}

/** The text of a value without the marks around it; empty where nothing but strokes is filled in. */
export function valueText(flat: FlatText, value: Pick<LabelledValue, "start" | "end">): string {
  const text = withoutMarks(flat.text.slice(value.start, value.end));
  return /^(?:[/\\\-—~*×xX.]+|无|空|暂无|略)$/u.test(text) ? "" : text;
}

function withoutMarks(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && /[：，、\s]/u.test(text[start] ?? "")) start++;
  while (end > start && /[。；，、\s]/u.test(text[end - 1] ?? "")) end--;
  return text.slice(start, end);
}
