/** Where is a sitting: by its field, by the words that move it, or by the sentence of its time? */

import { type LabelledValue, valueText } from "../labels/labels.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, Gap, gapAt, nextGap, spanOf } from "../text/flat-text.ts";
import { itemOf } from "../text/numbered-items.ts";
import { readingTable, ruleTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";
import type { WrittenMoment } from "./dates.ts";
import { withoutMeeting } from "./hearing-mode.ts";

/** Labels of what a notice takes back: 原定时间, 变更前. */
export const OLD_LABEL = /^原(?!告|审)|^(?:变更|调整|改期|延期)前/u;

const PLACE_LABEL = /处所$|地点$|场所$|法庭$|^应到地址$/u;
/** What a court sits in, or a hearing is held over. */
const PLACES = wordList(
  "庭 室 厅 楼 会堂 平台 系统 线上 网络 互联网 法院 中心 广场 礼堂 村 院 审判点 法庭点 站 苏木 嘎查",
);
const PLACE_WORD = new RegExp(anyOf(PLACES), "u");
/** With what a place's name ends. */
const ENDS = wordList(`
  庭 室 厅 法院 平台 楼 层 礼堂 中心 会堂 广场 村 网 ） 区 系统 软件 程序 APP 会议 审判点
`);
const PLACE_END = new RegExp(`${anyOf(ENDS)}$`, "u");
/** What leads to a place behind a time. */
const AT = wordList("在(?!线) 于 到 至 通过 登录 使用 ，");
/** What ends a place within a sentence: what is done there. */
const DONE_THERE = wordList(`
  依法 公开 不公开 (?:线上|在线|网上|互联网|视频)(?=公开|开庭|审理) 巡回(?!审判[点庭站]|法庭|办案点) 组织 第[一二三四五]次 继续 恢复 再次
  开庭 出庭 到庭 审理 进行 参加 应诉 召开 报到 ， 。 ； $
`);
const PLACE_AFTER = new RegExp(`^[^。；]{0,14}?${anyOf(AT)}([^，。；]{2,44}?)(?=${anyOf(DONE_THERE)})`, "u");
/** 2027年1月6日上午9:00，本院第二审判庭 on a line of their own. */
const PLACE_ALONE = /^，((?:本院|我院|[\p{Script=Han}]{2,20}法院)[^，。；：]{2,24})$/u;
/** 由第三法庭变更为 */
const FROM_TO = "(?:由[^，。；]{2,24}?)?(?:同时|相应)?";
const MOVED_TO = new RegExp(
  `(?:地点|法庭)${FROM_TO}(?:变更|调整|改|更改)(?:为|在|至|到)([^，。；]{2,30})`,
  "u",
);
/** Words between a time and the place's own name. */
const LEADS_TO_PLACE = new RegExp(
  `^.*?(?:地点|处所|场所|法庭|庭审地址|平台(?=[为是：]))${FROM_TO}(?:变更|调整|改|仍)?(?:为|在|至|到|是|：)`,
  "u",
);
const COURT_BEFORE_PLACE =
  /^(?:本案|本院(?=在)|[\p{Script=Han}]{2,24}法院(?=在))?(?:在(?!线)|于|到|至|登录|进入|通过)/u;

/** A sitting's time in a paper, and where its place may stand. */
interface PlaceSought {
  readonly flat: FlatText;
  readonly moment: WrittenMoment;
  readonly labels: readonly LabelledValue[];
  /** The paper moves the sitting. */
  readonly isNew: boolean;
  readonly item: number;
}

const WAYS_TO_A_PLACE = readingTable<PlaceSought, Omit<Fact<string>, "rule">>("place-of-a-sitting", [
  { name: "place-by-label", reads: placeByLabel, example: "应到处所：本院第三审判庭" },
  {
    name: "moved-to-a-platform",
    reads: ({ flat }) => placeBy(flat, MOVED_ONLINE),
    example: "现变更为通过人民法院在线服务平台线上开庭",
  },
  {
    name: "place-moved-to",
    reads: ({ flat, isNew }) => (isNew ? movedPlace(flat) : undefined),
    example: "开庭地点变更为第九法庭",
  },
  { name: "place-in-sentence", reads: placeInSentence, example: "9月24日9时在本院第三审判庭开庭" },
  {
    name: "platform-by-its-word",
    reads: ({ flat }) => placeBy(flat, PLATFORM_NAMED),
    example: "庭审地址：移动微法院",
  },
  {
    name: "platform-one-logs-into",
    reads: ({ flat }) => placeBy(flat, LOGS_INTO),
    example: "请于开庭前登录“人民法院在线服务”小程序",
  },
]);

/** What sittings over the net are held on. */
const A_PLATFORM = "(?:平台|系统|小程序|软件|APP)";
const MOVED_ONLINE = new RegExp(
  `(?:变更|调整|改)(?:为|至|到|成)(?:通过|登录|使用|以|在(?!线))([^，。；]{2,30}?${A_PLATFORM})`,
  "iu",
);
/** 庭审平台：腾讯会议; 平台为人民法院在线服务平台. */
const PLATFORM_NAMED =
  /(?:庭审平台|庭审地址|在线地址|(?<![线务件])平台(?=[：为是]))(?:：|为|是)?([^，。；：（]{2,24})/u;
const LOGS_INTO = new RegExp(`登录([^，。；：]{2,24}?${A_PLATFORM})`, "iu");

/** What a pattern's group names, as far as its line goes. */
function placeBy(flat: FlatText, pattern: RegExp): Omit<Fact<string>, "rule"> | undefined {
  const match = pattern.exec(flat.text);
  const name = match?.[1];
  if (match === null || name === undefined) return undefined;
  const start = match.index + match[0].length - name.length;
  const end = Math.min(start + name.length, nextGap(flat, start + 1, Gap.cell));
  const value = withoutMeeting(flat.text.slice(start, end));
  if (value.length < 2) return undefined;
  return { value, confidence: CONFIDENCE.stated, text: spanOf(flat, match.index, end) };
}

/** Where a sitting is: by its label, in the same column where there are several, else in the sentence of its time. */
export function hearingPlace(
  flat: FlatText,
  moment: WrittenMoment,
  labels: readonly LabelledValue[],
  isNew: boolean,
  item = 0,
): Fact<string> | undefined {
  const found = WAYS_TO_A_PLACE.decide({ flat, moment, labels, isNew, item });
  return found && { ...found.verdict, rule: found.rule };
}

function placeByLabel({
  flat,
  moment,
  labels,
  isNew,
  item,
}: PlaceSought): Omit<Fact<string>, "rule"> | undefined {
  const places = labels.filter(
    ({ label, start, blockEnd }) => PLACE_LABEL.test(label) && !OLD_LABEL.test(label) && blockEnd > start,
  );
  // A notice that moves a hearing may name the old place first.
  const later = isNew ? places.filter(({ at }) => at > moment.start) : [];
  const column = isNew ? columnOf(flat, moment.start) : 0;
  for (const labelled of [...later, ...places]) {
    const { start, end } = placeSpan(flat, labelled, column);
    const value = withoutMeeting(itemOf(valueText(flat, { start, end }), item))
      .replace(/[。；].*$/u, "")
      .replace(/(?:20\d\d|二[^年]{3})年.{1,3}月.*$/u, "");
    if (value.length >= 2 && value.length <= 60 && PLACE_WORD.test(value) && !/20\d\d年|\d：\d/u.test(value))
      return { value, confidence: CONFIDENCE.stated, text: spanOf(flat, start, end) };
  }
  return undefined;
}

function placeInSentence({ flat, moment, labels }: PlaceSought): Omit<Fact<string>, "rule"> | undefined {
  // A form's next field is no part of the sentence: 应到处所 | | 注意事项 | 携带本传票到第二审判庭.
  const field = labels.find(({ at }) => at >= moment.end && gapAt(flat, at) >= Gap.cell)?.at;
  const end = Math.min(moment.end + 90, field ?? flat.text.length);
  const restOfLine = flat.text.slice(
    moment.end,
    Math.min(nextGap(flat, moment.end, Gap.line), moment.end + 40, end),
  );
  const match = PLACE_ALONE.exec(restOfLine) ?? PLACE_AFTER.exec(flat.text.slice(moment.end, end));
  const value =
    match?.[1] && withoutMeeting(match[1].replace(LEADS_TO_PLACE, "").replace(COURT_BEFORE_PLACE, ""));
  if (match === null || value === undefined || !PLACE_END.test(value) || !PLACE_WORD.test(value))
    return undefined;
  return {
    value,
    confidence: CONFIDENCE.stated,
    text: spanOf(flat, moment.end, moment.end + match[0].length),
  };
}

/** 开庭地点变更为第九法庭. */
function movedPlace(flat: FlatText): Omit<Fact<string>, "rule"> | undefined {
  const match = MOVED_TO.exec(flat.text);
  const value = match?.[1]?.replace(/(?:公开)?(?:开庭|审理|进行).*$/u, "");
  if (match === null || value === undefined || !PLACE_END.test(value)) return undefined;
  return {
    value,
    confidence: CONFIDENCE.stated,
    text: spanOf(flat, match.index, match.index + match[0].length),
  };
}

/** 在同一地点, 地点不变: only the hour or the day is another. */
const SAME_PLACE =
  /^[^。；]{0,16}(?:(?:同一|原(?:定|审理|开庭)?)(?:地点|处所|场所|法庭|审判庭)|地点(?:仍)?(?:不变|同前|照旧))/u;

/** Whether the words behind a time say that the sitting stays where it was. */
export function staysWhereItWas(flat: FlatText, { end }: WrittenMoment): boolean {
  return SAME_PLACE.test(flat.text.slice(end, end + 40));
}

/** What follows a place behind a blank and is none of it: the next point, a remark, who signs, the paper's date. */
const NEXT_POINT = wordList(String.raw`
  特此 此致 附[：件] 注： 备[注考] [一二三四五六七八九十]、 \d[、.](?!\d) \p{Script=Han}{2,8}：
`);
const SIGNED = wordList(String.raw`
  签发 书记员 审判[员长] 法官 联系 承办 20\d\d[年\-/.] 二[〇○零Oo0]
`);
const SOMETHING_ELSE = new RegExp(`^${anyOf(NEXT_POINT, SIGNED)}`, "u");

/** The label's cell, or the one under the moment's column; on to the next line where the place isn't whole. */
function placeSpan(
  flat: FlatText,
  { start: from, blockEnd }: LabelledValue,
  column: number,
): { start: number; end: number } {
  let start = from;
  for (let skip = 1; skip < column; skip++) {
    const next = nextGap(flat, start + 1, Gap.cell);
    if (next < blockEnd && gapAt(flat, next) === Gap.cell) start = next;
  }
  let end = Math.min(nextGap(flat, start + 1, Gap.cell), blockEnd);
  while (
    end < blockEnd &&
    gapAt(flat, end) >= Gap.line &&
    !isWhole(flat, start, end) &&
    !/^[\p{Script=Han}（）]{2,14}：/u.test(
      flat.text.slice(end, Math.min(nextGap(flat, end + 1, Gap.line), end + 16)),
    )
  )
    end = Math.min(nextGap(flat, end + 1, Gap.cell), blockEnd);
  for (let at = start + 2; at < end; at++) {
    const isApart = gapAt(flat, at) >= Gap.blank && !/[；，、]/u.test(flat.text[at - 1] ?? "");
    if (isApart && SOMETHING_ELSE.test(wordsAt(flat, at))) return { start, end: at };
  }
  return { start, end };
}

function wordsAt(flat: FlatText, at: number): string {
  return flat.text.slice(at, nextGap(flat, at + 1, Gap.cell, at + 10));
}

/** A line of a place, and what stands on the next. */
interface PlaceLine {
  readonly text: string;
  readonly next: string;
  /** The page's width alone broke the line. */
  readonly isWrapped: boolean;
}

/** A line that fills the page, an open bracket or a word cut in two goes on below; a list's number doesn't. */
const LINE_IS_WHOLE = ruleTable<PlaceLine, boolean>("line-of-a-place-is-whole", ({ text }) => text, [
  {
    name: "the-next-has-a-number-or-a-label",
    of: ({ next }) => /^[（(]?[一二三四五\d]{1,2}[）)、.．]|^\p{Script=Han}{2,8}：/u.test(next.slice(0, 9)),
    says: true,
    example: "本院第三审判庭 / 2.携带身份证",
  },
  {
    name: "a-court-before-its-room",
    of: ({ text, next }) =>
      /法院$/u.test(text) && /^[\p{Script=Han}\d]{0,10}(?:法庭|审判庭|庭审室)/u.test(next),
    says: false,
    example: "鞍山市铁东区人民法院 / 第十一审判法庭",
  },
  {
    name: "a-bracket-is-open",
    of: ({ text }) => text.split("（").length > text.split("）").length,
    says: false,
    example: "本院第三审判庭（沂水县 / 正阳路1号）",
  },
  {
    name: "the-page-broke-it",
    of: ({ isWrapped }) => isWrapped,
    says: false,
    example: "山东省沂水县人民法院审判综合楼 / 三楼第三审判庭",
  },
  { name: "ends-as-places-do", of: PLACE_END, says: true, example: "本院第三审判庭" },
  { name: "too-long-for-a-place", of: ({ text }) => text.length > 24, says: true, example: "到庭时须携带……" },
  { name: "ends-a-sentence", of: /[。；]$/u, says: true, example: "正阳路1号。" },
]);

function isWhole(flat: FlatText, start: number, end: number): boolean {
  const line = {
    text: flat.text.slice(start, end),
    next: flat.text.slice(end, end + 14),
    isWrapped: gapAt(flat, end) === Gap.line,
  };
  return LINE_IS_WHOLE.decide(line)?.verdict ?? false;
}

/** How many cells stand before a place on its line. */
function columnOf(flat: FlatText, at: number): number {
  let column = 0;
  for (let place = at; place > 0 && gapAt(flat, place) < Gap.line; place--)
    if (gapAt(flat, place) === Gap.cell) column++;
  return column;
}
