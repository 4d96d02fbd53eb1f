/** What is a date in a paper about a hearing: the hearing's, a former one, or some other day? */
import type { LabelledValue } from "../labels/labels.ts";
import type { FlatText } from "../text/flat-text.ts";
import { ruleTable } from "../text/rule-table.ts";
import { sentenceBefore } from "../text/sentences.ts";
import { anyOf, wordList } from "../text/words.ts";
import { findMoments, type WrittenMoment } from "./dates.ts";
import { OLD_LABEL } from "./hearing-place.ts";

/**
 * What a date is in a paper about a hearing: the one it takes back, the one it moves to, the one its field gives, the one a
 * sentence sets, or some other day.
 */
export type Sense = "old" | "new" | "labelled" | "set" | "other";

/** A date with what it is, and the rule that says so; no rule says it of some other day. */
export interface SensedMoment {
  readonly moment: WrittenMoment;
  readonly sense: Sense;
  readonly by?: string;
}

/** How far before a date its sentence may say what it is, and how far behind. */
const BEFORE = 50;
const BEHIND = 80;
/** A field's value begins with its date; one farther on is of something else. */
const FIRST_IN_FIELD = 30;

const TIME_LABEL =
  /^(?:应到|开庭|到庭|传唤|庭审|报到|审理|开庭审理)?(?:时间|日期)$|^开庭时间及地点$|^起止时间$/u;
const NEW_LABEL = /^(?:变更|改期|调整|延期)后|^新的?开庭|^现(?:定|开庭)/u;
/** A field that has no date yet. */
const OPEN_FIELD = /^(?:待定|未定|另行|择期|再行)/u;

/** Verbs that fix a day for something. */
const FIXING = wordList("定于 订于 定在 将于 决定于 安排于 安排在");
const SETTING = [...FIXING, ...wordList("拟于 确定于 于 在 ：")];
const FIXED = new RegExp(`${anyOf(FIXING)}$`, "u");
const SET = new RegExp(`${anyOf(SETTING)}$`, "u");

/** What is done with a day that is put in another's place. */
const MOVING = wordList(`
  改期 变更 改 推迟 延期 延后 顺延 提前 调整 更改 更正
  另定 另行定 重新定 重新确定 重新安排 改定 移
`);
const MOVED_TO = new RegExp(
  `${anyOf(MOVING)}(?:开庭|审理|庭审|时间|日期)?${anyOf(wordList("至 到 于 为 在"))}$`,
  "u",
);

/** What the day was when it still stood. */
const FORMERLY = wordList("定 于 拟 通知 传票 排期 开庭 应到 庭审 安排 计划 确定");
const EARLIER = wordList("前次 上次 此前 曾于 首次 第一次(?:开庭|庭审)");
/** Words between what says that a day is no more, and the day. */
const SHORTLY = "[^。；]{0,24}$";

/** What a court does at a hearing, and what those do whom it calls. */
const DONE_BY_COURT = wordList("开庭(?!前) 公开审理 不公开审理 审理");
const DONE_BY_PARTIES = wordList(`
  到庭 到本院 到我院 来院 应诉 出庭 参加诉讼 参加(?:在线|网上)?庭审
`);
const HELD = new RegExp(`^[^。；]{0,60}?${anyOf(DONE_BY_COURT, DONE_BY_PARTIES)}`, "u");
/** 5月8日召开庭前会议，5月21日在第十七法庭开庭: the verb before goes for both. */
const HELD_THERE = /^(?:在|于)[^，。；]{2,30}(?:公开)?(?:开庭(?!前)|审理)/u;
/** Steps of a case other than its hearing, right behind the day. */
const OTHER_STEP = wordList(`
  宣判 立案 受理 收到 作出 送达 起诉 提起 出生 提交 申请 印发 施行 修正
  质证 证据交换 庭前会议 前(?:向|提交|将)
`);
/** What a court calls people to, and what is no hearing. */
const OTHER_SESSION = wordList("庭前会议 证据交换 听证 宣判 询问 谈话 阅卷");
const NOT_AS_PLANNED = wordList(`
  取消 不再(?:进行|举行|开庭) (?<!原(?:开庭)?传票)作废 暂缓
  (?:无法|不能)(?:如期|按期)(?:进行|开庭) (?:延期|改期|推迟)(?!至|到|开庭|为)
`);

/** A date in the words around it. */
interface DayInText {
  /** Its sentence before it, and what follows behind it. */
  readonly before: string;
  readonly after: string;
  /** The label in whose field it stands as the first date; absent elsewhere. */
  readonly field?: string;
  readonly isAtItsStart: boolean;
}

/** A field of times. */
function isOfTime(label: string): boolean {
  return /(?:时间|日期|[前后])$/u.test(label);
}

function saysBehind(pattern: RegExp): (day: DayInText) => boolean {
  return ({ after }) => pattern.test(after);
}

function isSet(day: DayInText): boolean {
  return SET.test(day.before) && HELD.test(day.after);
}

/** What a date is: the words that move a day first, then its field's, then those of its sentence. */
const SENSES = ruleTable<DayInText, Sense>("sense-of-a-day", ({ before }) => before, [
  { name: "moved-to", of: MOVED_TO, says: "new", example: "改期至" },
  { name: "stays", of: /仍(?:为|定于|于|在)$/u, says: "new", example: "开庭时间仍为" },
  { name: "now-set-for", of: /(?:现定于|现确定于|现改)$/u, says: "new", example: "现定于" },
  { name: "after-the-change", of: /变更后[^。；，]{0,8}$/u, says: "new", example: "变更后开庭时间为" },
  {
    name: "new-time-is",
    of: /新的?(?:开庭|庭审)?(?:时间|日期)(?:为|是|：)?$/u,
    says: "new",
    example: "新的开庭时间为",
  },
  {
    name: "next-sitting-set-for",
    of: /第[二三四五六]次(?:开庭|庭审)[^。；]{0,12}(?:定于|于|为|：)$/u,
    says: "new",
    example: "第二次开庭定于",
  },
  {
    name: "field-of-the-former-time",
    of: ({ field }) => field !== undefined && isOfTime(field) && OLD_LABEL.test(field),
    says: "old",
    example: "原定时间：2026年9月24日9时",
  },
  {
    name: "field-of-the-new-time",
    of: ({ field }) => field !== undefined && isOfTime(field) && NEW_LABEL.test(field),
    says: "new",
    example: "变更后时间：2026年9月24日9时",
  },
  {
    name: "written-by-mistake",
    of: new RegExp(`误(?:写|填|印|录|载|打|注明|告知)?[为成]${SHORTLY}`, "u"),
    says: "old",
    example: "误写为",
  },
  {
    name: "formerly-set-for",
    of: new RegExp(`(?:原${anyOf(FORMERLY)}|本定于|本应于|变更前)${SHORTLY}`, "u"),
    says: "old",
    example: "原定于",
  },
  {
    name: "of-an-earlier-sitting",
    of: new RegExp(`${anyOf(EARLIER)}${SHORTLY}`, "u"),
    says: "old",
    example: "第一次开庭",
  },
  { name: "already-held-on", of: /已(?:经)?(?:于|在)$/u, says: "old", example: "本案已于" },
  {
    name: "time-by-label",
    of: ({ field, isAtItsStart }) => field !== undefined && isAtItsStart && TIME_LABEL.test(field),
    says: "labelled",
    example: "应到时间：2026年9月24日9时",
  },
  {
    name: "spoken-of-as-over",
    of: ({ before, after }) =>
      /^[^，。；]{0,16}(?:第一次|首次|(?:审理|进行|开庭)了)/u.test(after) && !FIXED.test(before),
    says: "old",
    example: "9月24日第一次开庭",
  },
  {
    name: "taken-back",
    of: saysBehind(new RegExp(`^[^。；]{0,40}?${anyOf(NOT_AS_PLANNED)}`, "u")),
    says: "old",
    example: "定于9月24日9时的开庭取消",
  },
  {
    name: "of-another-step",
    of: saysBehind(new RegExp(`^[^。；，]{0,14}${anyOf(OTHER_STEP)}`, "u")),
    says: "other",
    example: "于9月24日立案",
  },
  {
    name: "of-another-session",
    of: saysBehind(new RegExp(`^(?:(?!开庭(?!前)|审理)[^。；]){0,44}?${anyOf(OTHER_SESSION)}`, "u")),
    says: "other",
    example: "定于9月24日组织双方进行证据交换",
  },
  { name: "set-for", of: isSet, says: "set", example: "定于9月24日9时开庭" },
  {
    name: "set-by-the-verb-before",
    of: ({ before, after }) => /[，；、]$/u.test(before) && HELD_THERE.test(after) && HELD.test(after),
    says: "set",
    example: "5月8日召开庭前会议，5月21日在第十七法庭开庭",
  },
]);

/** Every date of a text with what it is. */
export function sensedMoments(
  flat: FlatText,
  labels: readonly LabelledValue[],
  defaultYear: number | undefined,
): SensedMoment[] {
  return findMoments(flat, defaultYear).map((moment) => {
    const said = SENSES.decide(dayInText(flat, moment, labels));
    return said === undefined ? { moment, sense: "other" } : { moment, sense: said.verdict, by: said.rule };
  });
}

/** Whether a sentence says that this day was fixed for the hearing (定于), not only that something is on it. */
export function isFixed(flat: FlatText, moment: WrittenMoment): boolean {
  return FIXED.test(wordsBefore(flat, moment.start));
}

function dayInText(
  flat: FlatText,
  { start, end }: WrittenMoment,
  labels: readonly LabelledValue[],
): DayInText {
  const label = labels.findLast((one) => one.start <= start && start < one.blockEnd);
  // A date under the paper belongs to no field whose own line says 待定.
  const isFirst =
    label !== undefined &&
    start < label.end &&
    !hasDateBetween(flat, label.start, start) &&
    !OPEN_FIELD.test(flat.text.slice(label.start, label.end));
  return {
    before: wordsBefore(flat, start),
    after: flat.text.slice(end, end + BEHIND),
    ...(isFirst ? { field: label.label } : {}),
    isAtItsStart: label !== undefined && start - label.start < FIRST_IN_FIELD,
  };
}

/** The words before a day back to a full stop or the paragraph's start, without what only repeats or quotes the day. */
function wordsBefore(flat: FlatText, at: number): string {
  // 将于明日（2026-06-11 09:00）: what repeats the day or quotes it stands between.
  return sentenceBefore(flat, at, { within: BEFORE, acrossOne: true }).replace(
    /(?:[今明后][日天]|[本下]周[一二三四五六日])?[（“"《]*$/u,
    "",
  );
}

function hasDateBetween(flat: FlatText, start: number, end: number): boolean {
  return /[月/\-.]\d{1,2}[日号]?|[日号]/u.test(flat.text.slice(start, end));
}
