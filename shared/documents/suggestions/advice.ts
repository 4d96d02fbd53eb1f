/** What does a court's proposal (司法建议书) advise, in its own words; and with which sentence does it ask for a reply? */
import { CONFIDENCE } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, Gap, gapAt, nextGap, spanOf } from "../text/flat-text.ts";
import { readingTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";

/** A stretch of the flat text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const REPLIES = anyOf(wordList("函复 函告 回复 复函 反馈 告知 答复 回函"));
/** Who asks: 请…函复本院; without it, that the court is told is what 本院 says. */
const ASKS = new RegExp(
  `(?:请(?!求)[^。]{0,80}${REPLIES}|(?:并|将)[^。请]{0,60}${REPLIES}[^。]{0,4}[本我]院)`,
  "u",
);
/** A form's field. */
const TERM_FIELD = /(?:回复|反馈|答复|复函|整改)(?:期限|时限)：?/gu;

/** The sentence, or the clause of one, that asks for a reply; the last there is behind a place. */
export function replySentence(flat: FlatText, from: number): Stretch | undefined {
  for (const field of flat.text.matchAll(TERM_FIELD)) {
    const { index: start } = field;
    if (start >= from && gapAt(flat, start) >= Gap.cell)
      return { start, end: nextGap(flat, start + field[0].length, Gap.line) };
  }
  const sentences = sentencesFrom(flat, from).filter(({ start, end }) =>
    ASKS.test(flat.text.slice(start, end)),
  );
  const last = sentences.at(-1);
  if (last === undefined) return undefined;
  // 建议你府督促…，并将落实情况于…函复本院: what comes before is advice.
  const words = flat.text.slice(last.start, last.end);
  const joined = ADVISES.test(words) ? /，(?=(?:并|请))/u.exec(words) : null;
  return joined === null ? last : { start: last.start + lastJoint(words), end: last.end };
}

/** Where the clause that asks begins: the last comma before 并 or 请. */
function lastJoint(words: string): number {
  const places = [...words.matchAll(/，(?=(?:并|请))/gu)].map(({ index }) => index);
  return places.at(-1) ?? 0;
}

const ADVISES = /建议|希望|^望|，望/u;

/** What opens a list of proposals. */
const LIST = /建议(?:内容)?(?!书)[^。；：]{0,16}：/u;
/** A table's field. */
const PROPOSAL_CELL = /司法建议|建议(?:内容|事项)/gu;
/** What opens one that is a sentence. */
const SENTENCE = /(?<![司法])建议(?!书|函)|(?<=^|[。，])(?:希?望|请)(?=[你贵])/u;
/** What stands behind the proposals. */
const ENDS = new RegExp(
  `${anyOf(wordList("特此建议 此致 附： 抄送 以上建议 上述建议 妥否 接收本 处理情况请 处理结果请"))}`,
  "u",
);

const ADVICE = readingTable<{ readonly flat: FlatText; readonly body: Stretch }, readonly Stretch[]>(
  "advice-of-a-suggestion",
  [
    {
      name: "list-of-proposals",
      reads: ({ flat, body }) => {
        const words = flat.text.slice(body.start, body.end);
        const opens = LIST.exec(words);
        if (opens === null) return undefined;
        const start = body.start + opens.index + opens[0].length;
        return itemsOf(flat, { start, end: body.start + endOf(words, opens.index + opens[0].length) });
      },
      example: "特提出以下建议：一、使用人脸识别设备核验身份；",
    },
    {
      name: "proposal-in-a-cell",
      reads: ({ flat, body }) => {
        for (const label of flat.text.slice(0, body.end).matchAll(PROPOSAL_CELL)) {
          const start = label.index + label[0].length;
          if (
            label.index >= body.start &&
            gapAt(flat, label.index) >= Gap.line &&
            gapAt(flat, start) === Gap.cell
          )
            return itemsOf(flat, { start, end: nextGap(flat, start + 1, Gap.line, body.end) });
        }
        return undefined;
      },
      example: "司法建议\t规范责令改正文书的制作和送达",
    },
    {
      name: "proposal-in-a-sentence",
      reads: ({ flat, body }) => {
        const words = flat.text.slice(body.start, body.end);
        const opens = SENTENCE.exec(words);
        if (opens === null) return undefined;
        const stop = words.indexOf("。", opens.index);
        const end = Math.min(stop === -1 ? words.length : stop + 1, endOf(words, opens.index + 2));
        return [{ start: body.start + opens.index, end: body.start + end }];
      },
      example: "为此，建议你局严格执行先听证后决定的程序要求。",
    },
  ],
);

/** Each proposal in its words; none where nothing is proposed in words that are known. */
export function adviceOf(flat: FlatText, from: number, reply: Stretch | undefined): readonly Fact<string>[] {
  const last = dateLine(flat, from);
  const body = { start: from, end: Math.max(from, Math.min(reply?.start ?? last, last)) };
  const found = ADVICE.decide({ flat, body });
  if (found === undefined) return [];
  return found.verdict.map(({ start, end }) => ({
    value: flat.text.slice(start, end),
    confidence: CONFIDENCE.stated,
    rule: found.rule,
    text: spanOf(flat, start, end),
  }));
}

/** Where the court's name and the date under a letter begin. */
function dateLine(flat: FlatText, from: number): number {
  const lines: number[] = [];
  for (let at = nextGap(flat, from, Gap.line); at < flat.text.length; at = nextGap(flat, at + 1, Gap.line))
    lines.push(at);
  const signs = lines.find((at) => {
    const line = flat.text.slice(at, nextGap(flat, at + 1, Gap.line));
    return /^\p{Script=Han}{2,24}法院$|^(?:签发日期)?(?:[12]\d{3}|二[\p{Script=Han}○]{3})年.{1,3}月.{1,3}日$/u.test(
      line,
    );
  });
  return signs ?? flat.text.length;
}

/** Where in the words of a body the proposals end that begin at a place. */
function endOf(words: string, from: number): number {
  const end = ENDS.exec(words.slice(from));
  return end === null ? words.length : from + end.index;
}

const ITEM =
  /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、]|第[一二三四五六七八九]，|[一二三四五六七八九]是)/u;

/** The items of a list, each without its number; the whole where it has none. */
function itemsOf(flat: FlatText, { start, end }: Stretch): readonly Stretch[] {
  const begins: { readonly at: number; readonly text: number }[] = [];
  for (let at = start; at < end; at++) {
    const isBoundary =
      at === start || gapAt(flat, at) >= Gap.line || /[。；：]/u.test(flat.text[at - 1] ?? "");
    const number = isBoundary ? ITEM.exec(flat.text.slice(at, Math.min(end, at + 8))) : null;
    if (number !== null) begins.push({ at, text: at + number[0].length });
  }
  if (begins.length === 0) {
    const filled = nextGap(flat, start + 1, Gap.line, end);
    return start < end ? [{ start, end: flat.text.slice(start, end).includes("。") ? end : filled }] : [];
  }
  return begins.map(({ text }, index) => ({ start: text, end: begins[index + 1]?.at ?? end }));
}

function sentencesFrom(flat: FlatText, from: number): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let start = from; start < flat.text.length; ) {
    const stop = flat.text.indexOf("。", start);
    const line = nextParagraph(flat, start);
    const end = stop === -1 ? line : Math.min(stop + 1, line);
    found.push({ start, end });
    start = end;
  }
  return found;
}

function nextParagraph(flat: FlatText, start: number): number {
  return nextGap(flat, start + 1, Gap.paragraph);
}
