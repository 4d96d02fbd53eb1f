import type { LabelledValue } from "../labels/labels.ts";
import { type FlatText, Gap, gapAt } from "../text/flat-text.ts";
import { findMoments, type WrittenMoment } from "./dates.ts";
import { OLD_LABEL } from "./hearing-place.ts";

const TIME_LABEL =
  /^(?:应到|开庭|到庭|传唤|庭审|报到|审理|开庭审理)?(?:时间|日期)$|^开庭时间及地点$|^起止时间$/u;
const NEW_LABEL = /^(?:变更|改期|调整|延期)后|^新的?开庭|^现(?:定|开庭)/u;

const OLD =
  /(?:误(?:写|填|印|录|载|打|注明|告知)?[为成]|原(?:定|于|拟|通知|传票|排期|开庭|应到|庭审|安排|计划|确定)|本定于|本应于|变更前|前次|上次|此前|曾于|首次|第一次(?:开庭|庭审))[^。；]{0,24}$/u;
const NEW =
  /(?:(?:改期|变更|改|推迟|延期|延后|顺延|提前|调整|更改|更正|另定|另行定|重新定|重新确定|重新安排|改定|移)(?:开庭|审理|庭审|时间|日期)?(?:至|到|于|为|在)|仍(?:为|定于|于|在)|现定于|现确定于|现改|变更后[^。；，]{0,8}|新的?(?:开庭|庭审)?(?:时间|日期)(?:为|是|：)?|第[二三四五六]次(?:开庭|庭审)[^。；]{0,12}(?:定于|于|为|：))$/u;
const SET = /(?:定于|订于|定在|将于|拟于|决定于|安排于|安排在|确定于|于|在|：)$/u;
const FIXED = /(?:定于|订于|定在|将于|决定于|安排于|安排在)$/u;
/** A sitting that is told of as over: 已于…第一次开庭. */
const OVER = /已(?:经)?(?:于|在)$/u;
const OVER_AFTER = /^[^，。；]{0,16}(?:第一次|首次|(?:审理|进行|开庭)了)/u;
/** 定于9月24日9时的开庭取消: the day is named only to be taken back. */
const OFF_AFTER =
  /^[^。；]{0,40}?(?:取消|不再(?:进行|举行|开庭)|(?<!原(?:开庭)?传票)作废|暂缓|(?:无法|不能)(?:如期|按期)(?:进行|开庭)|(?:延期|改期|推迟)(?!至|到|开庭|为))/u;
/** 5月8日召开庭前会议，5月21日在第十七法庭开庭: the verb before goes for both. */
const HELD_THERE = /^(?:在|于)[^，。；]{2,30}(?:公开)?(?:开庭(?!前)|审理)/u;
const HELD =
  /^[^。；]{0,60}?(?:开庭(?!前)|公开审理|不公开审理|审理|到庭|到本院|到我院|来院|应诉|出庭|参加诉讼|参加(?:在线|网上)?庭审)/u;
const NOT_HELD =
  /^[^。；，]{0,14}(?:宣判|立案|受理|收到|作出|送达|起诉|提起|出生|提交|申请|印发|施行|修正|质证|证据交换|庭前会议|前(?:向|提交|将))|^(?:(?!开庭(?!前)|审理)[^。；]){0,44}?(?:庭前会议|证据交换|听证|宣判|询问|谈话|阅卷)/u;
/**
 * What a date is in a paper about a hearing: the one it takes back, the one it moves to, the one its field gives, the one a
 * sentence sets, or some other day.
 */
export type Sense = "old" | "new" | "labelled" | "set" | "other";

/** A date with what it is. */
export interface SensedMoment {
  readonly moment: WrittenMoment;
  readonly sense: Sense;
}

/** Every date of a text with what it is. */
export function sensedMoments(
  flat: FlatText,
  labels: readonly LabelledValue[],
  defaultYear: number | undefined,
): SensedMoment[] {
  return findMoments(flat, defaultYear).map((moment) => ({ moment, sense: senseOf(flat, moment, labels) }));
}

/** Whether a sentence says that this day was fixed for the hearing (定于), not only that something is on it. */
export function isFixed(flat: FlatText, moment: WrittenMoment): boolean {
  return FIXED.test(sentenceBefore(flat, moment.start));
}

function senseOf(flat: FlatText, moment: WrittenMoment, labels: readonly LabelledValue[]): Sense {
  const before = sentenceBefore(flat, moment.start);
  if (NEW.test(before)) return "new";
  const label = labels.findLast(({ start, blockEnd }) => start <= moment.start && moment.start < blockEnd);
  const isOfTime = /(?:时间|日期|[前后])$/u.test(label?.label ?? "");
  // A date under the paper belongs to no field whose own line says 待定.
  const isFirst =
    label !== undefined &&
    moment.start < label.end &&
    !hasDateBetween(flat, label.start, moment.start) &&
    !/^(?:待定|未定|另行|择期|再行)/u.test(flat.text.slice(label.start, label.end));
  if (label !== undefined && isFirst && isOfTime && OLD_LABEL.test(label.label)) return "old";
  if (label !== undefined && isFirst && isOfTime && NEW_LABEL.test(label.label)) return "new";
  if (OLD.test(before) || OVER.test(before)) return "old";
  if (label !== undefined && isFirst && TIME_LABEL.test(label.label) && moment.start - label.start < 30)
    return "labelled";
  const after = flat.text.slice(moment.end, moment.end + 80);
  if (OVER_AFTER.test(after) && !FIXED.test(before)) return "old";
  if (OFF_AFTER.test(after)) return "old";
  const isSet = SET.test(before) || (/[，；、]$/u.test(before) && HELD_THERE.test(after));
  return isSet && HELD.test(after) && !NOT_HELD.test(after) ? "set" : "other";
}

/** The words before a place back to a full stop or the paragraph's start. */
function sentenceBefore(flat: FlatText, at: number): string {
  let start = at;
  while (
    start > 0 &&
    at - start < 50 &&
    !/[。；]/u.test(flat.text[start - 1] ?? "") &&
    (start === at || gapAt(flat, start) < Gap.paragraph)
  )
    start--;
  // 将于明日（2026-06-11 09:00）: what repeats the day or quotes it stands between.
  return flat.text.slice(start, at).replace(/(?:[今明后][日天]|[本下]周[一二三四五六日])?[（“"《]*$/u, "");
}

function hasDateBetween(flat: FlatText, start: number, end: number): boolean {
  return /[月/\-.]\d{1,2}[日号]?|[日号]/u.test(flat.text.slice(start, end));
}
