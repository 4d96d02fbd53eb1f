import { atClock, findClock, findMoments, type WrittenMoment } from "./dates.ts";
import type { CivilMoment, Fact, HearingFacts, PostponementFact } from "./facts.ts";
import { type FlatText, Gap, gapAt, nextGap, spanOf } from "./flat-text.ts";
import { hearingPlace, OLD_LABEL, staysWhereItWas } from "./hearing-place.ts";
import { type LabelledValue, valueText } from "./labels.ts";
import { itemsOf } from "./numbered-items.ts";

/** What an announcement says of a hearing: the sitting it calls to, and the one it takes back. */
export interface AnnouncedHearing {
  readonly hearing?: HearingFacts;
  readonly postponement?: Fact<PostponementFact>;
}

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
const HELD =
  /^[^。；]{0,60}?(?:开庭|公开审理|不公开审理|审理|到庭|到本院|到我院|来院|应诉|出庭|参加诉讼|参加(?:在线|网上)?庭审)/u;
const NOT_HELD =
  /^[^。；，]{0,14}(?:宣判|立案|受理|收到|作出|送达|起诉|提起|出生|提交|申请|印发|施行|修正|质证|证据交换|庭前会议|前(?:向|提交|将))/u;
const MOVED = /延期|改期|变更|推迟|延后|取消|另行(?:通知|确定|安排|指定)|调整|提前|顺延/u;
const NO_DATE =
  /(?:时间|日期)?[^。；，]{0,10}(?:另行(?:通知|确定|安排|指定|告知|排期)|待定|择期|择日|再行通知)/u;
const CANCELLED = /(?:取消|撤销|不再(?:进行|开庭)|暂停|中止|延期|推迟|改期)/u;

/** Reads a summons, a notice of a hearing, and the notices that move or cancel one. */
export function announcedHearing(
  flat: FlatText,
  labels: readonly LabelledValue[],
  defaultYear: number | undefined,
): AnnouncedHearing {
  const moments = findMoments(flat, defaultYear);
  const sorted = moments.map((moment) => ({ moment, sense: senseOf(flat, moment, labels) }));
  const old = sorted.find(({ sense }) => sense === "old")?.moment;
  const isMoved =
    MOVED.test(flat.text) &&
    (old !== undefined || sorted.some(({ sense }) => sense === "new") || NO_DATE.test(flat.text));
  const item = itemHeard(flat, labels);
  const fixed =
    sorted.findLast(({ sense }) => sense === "new") ??
    labelled(flat, labels, sorted, item) ??
    sorted.find(({ sense, moment }) => sense === "set" && FIXED.test(sentenceBefore(flat, moment.start))) ??
    sorted.find(({ sense }) => sense === "set");
  const isOff = fixed?.sense !== "new" && isMoved && NO_DATE.test(flat.text) && CANCELLED.test(flat.text);
  const chosen = isOff ? undefined : (fixed ?? onlyTimed(sorted));
  const isSame = isMoved && chosen !== undefined && isOneOf(chosen.moment, sorted);
  const hearing =
    chosen &&
    hearingAt(flat, isSame ? doubted(chosen.moment) : chosen.moment, labels, chosen.sense, { old, item });
  const before = old ?? (isOff ? fixed?.moment : undefined);
  const postponement =
    isMoved && (before !== undefined || isOff)
      ? postponementOf(flat, before, hearing !== undefined)
      : undefined;
  return {
    ...(hearing === undefined ? {} : { hearing }),
    ...(postponement === undefined ? {} : { postponement }),
  };
}

/** Which of several numbered purposes (1.庭前会议；2.开庭) is the hearing; 0 where there is one. */
function itemHeard(flat: FlatText, labels: readonly LabelledValue[]): number {
  const purpose = labels.find(({ label }) => /事由$/u.test(label));
  const items = purpose === undefined ? [] : itemsOf(valueText(flat, purpose));
  return Math.max(
    0,
    items.findIndex((text) => /开庭|庭审|审理/u.test(text) && !/庭前/u.test(text)),
  );
}

/** The moment of the field 应到时间; of several in it the one whose item is the hearing, else none is sure. */
function labelled(
  flat: FlatText,
  labels: readonly LabelledValue[],
  sorted: readonly { moment: WrittenMoment; sense: Sense }[],
  item: number,
): { moment: WrittenMoment; sense: Sense } | undefined {
  const first = sorted.find(({ sense }) => sense === "labelled");
  const label = labels.findLast(({ start }) => first !== undefined && start <= first.moment.start);
  if (first === undefined || label === undefined) return first;
  const inField = sorted.filter(
    ({ moment, sense }) =>
      moment.time !== undefined &&
      moment.start >= label.start &&
      moment.end <= label.end &&
      (sense === "labelled" || sense === "other" || sense === "set"),
  );
  if (new Set(inField.map(({ moment }) => `${moment.date} ${moment.time}`)).size < 2) return first;
  const isNumbered = itemsOf(valueText(flat, label)).length === inField.length;
  const chosen = isNumbered ? inField[item] : undefined;
  if (chosen !== undefined) return { ...chosen, sense: "labelled" };
  return { ...first, moment: { ...first.moment, confidence: Math.min(first.moment.confidence, 0.6) } };
}

/** Where a hearing is moved, the day it was to be on can't be the new one unless another hour is given. */
function isOneOf(chosen: WrittenMoment, sorted: readonly { moment: WrittenMoment; sense: Sense }[]): boolean {
  return sorted.some(
    ({ moment, sense }) =>
      sense === "old" &&
      moment.date === chosen.date &&
      (chosen.time === undefined || moment.time === undefined || moment.time === chosen.time),
  );
}

function doubted(moment: WrittenMoment): WrittenMoment {
  return { ...moment, confidence: Math.min(moment.confidence, 0.4) };
}

/** The sitting a record was written at: its own labels say when and where. */
export function recordedHearing(
  flat: FlatText,
  labels: readonly LabelledValue[],
  defaultYear: number | undefined,
): HearingFacts | undefined {
  const moments = findMoments(flat, defaultYear);
  const sorted = moments.map((moment) => ({ moment, sense: senseOf(flat, moment, labels) }));
  const chosen =
    sorted.find(({ sense }) => sense === "labelled") ??
    sorted.find(({ moment }) => moment.time !== undefined && moment.start < 600) ??
    sorted.find(({ sense, moment }) => sense === "set" && moment.start < 600);
  if (chosen === undefined) return undefined;
  const hearing = hearingAt(flat, chosen.moment, labels, chosen.sense);
  const end = hearing.end ?? closingTime(flat, labels, chosen.moment);
  return end === undefined ? hearing : { ...hearing, end };
}

type Sense = "old" | "new" | "labelled" | "set" | "other";

function senseOf(flat: FlatText, moment: WrittenMoment, labels: readonly LabelledValue[]): Sense {
  const before = sentenceBefore(flat, moment.start);
  if (NEW.test(before)) return "new";
  const label = labels.findLast(({ start, blockEnd }) => start <= moment.start && moment.start < blockEnd);
  const isOfTime = /(?:时间|日期|[前后])$/u.test(label?.label ?? "");
  const isFirst = label !== undefined && !hasDateBetween(flat, label.start, moment.start);
  if (label !== undefined && isFirst && isOfTime && OLD_LABEL.test(label.label)) return "old";
  if (label !== undefined && isFirst && isOfTime && NEW_LABEL.test(label.label)) return "new";
  if (OLD.test(before) || OVER.test(before)) return "old";
  if (label !== undefined && isFirst && TIME_LABEL.test(label.label) && moment.start - label.start < 30)
    return "labelled";
  const after = flat.text.slice(moment.end, moment.end + 80);
  if (OVER_AFTER.test(after) && !FIXED.test(before)) return "old";
  return SET.test(before) && HELD.test(after) && !NOT_HELD.test(after) ? "set" : "other";
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

/** Where nothing else tells, the only date with a time of day is the hearing. */
function onlyTimed(
  sorted: readonly { moment: WrittenMoment; sense: Sense }[],
): { moment: WrittenMoment; sense: Sense } | undefined {
  const timed = sorted.filter(({ moment, sense }) => moment.time !== undefined && sense === "other");
  const [first] = timed;
  const same = timed.every(
    ({ moment }) => moment.date === first?.moment.date && moment.time === first.moment.time,
  );
  if (first === undefined || !same) return undefined;
  return { ...first, moment: { ...first.moment, confidence: Math.min(first.moment.confidence, 0.7) } };
}

function hearingAt(
  flat: FlatText,
  found: WrittenMoment,
  labels: readonly LabelledValue[],
  sense: Sense,
  { old, item = 0 }: { old?: WrittenMoment | undefined; item?: number } = {},
): HearingFacts {
  const moment = found.time === undefined ? withClock(flat, found, labels) : found;
  const text = spanOf(flat, moment.start, moment.end);
  const rule = `${{ new: "moved-to", labelled: "time-by-label", set: "set-for", old: "time-by-label", other: "only-time" }[sense]}-${moment.rule}`;
  const start: Fact<CivilMoment> = {
    value: momentValue(moment.date, moment.time),
    confidence: moment.confidence,
    rule,
    text,
  };
  const place =
    old !== undefined && staysWhereItWas(flat, moment)
      ? hearingPlace(flat, old, labels, false)
      : hearingPlace(flat, moment, labels, sense === "new", item);
  return {
    start,
    ...(moment.endTime === undefined
      ? {}
      : {
          end: {
            value: momentValue(moment.endDate ?? moment.date, moment.endTime),
            confidence: moment.confidence,
            rule,
            text,
          },
        }),
    ...(place === undefined ? {} : { place }),
  };
}

/** Forms with one field for the day and another for the hour. */
function withClock(flat: FlatText, moment: WrittenMoment, labels: readonly LabelledValue[]): WrittenMoment {
  const label = labels.find(
    ({ label: name, start, end }) =>
      /时间$/u.test(name) &&
      !OLD_LABEL.test(name) &&
      start >= moment.end &&
      start - moment.end < 60 &&
      end > start,
  );
  const clock = label && findClock(flat, label.start, Math.min(label.end, label.start + 24));
  return clock === undefined ? moment : atClock(moment, clock);
}

function closingTime(
  flat: FlatText,
  labels: readonly LabelledValue[],
  start: WrittenMoment,
): Fact<CivilMoment> | undefined {
  const label = labels.find(
    ({ label: name, start: from, end }) =>
      /^(?:结束|闭庭|休庭|终止|庭审结束|退庭)时间$/u.test(name) && end > from,
  );
  const clock = label && findClock(flat, label.start, Math.min(label.blockEnd, label.start + 40));
  if (label === undefined || clock === undefined || (start.time !== undefined && clock.time < start.time))
    return undefined;
  return {
    value: momentValue(start.date, clock.time),
    confidence: 0.9,
    rule: "closing-time-by-label",
    text: spanOf(flat, label.at, label.end),
  };
}

function postponementOf(
  flat: FlatText,
  old: WrittenMoment | undefined,
  newDateGiven: boolean,
): Fact<PostponementFact> {
  const reason = /(?:因|鉴于|由于)([^。；，]{2,40})(?:，|故|现|需|决定)/u.exec(flat.text)?.[1];
  const at = old?.start ?? MOVED.exec(flat.text)?.index ?? 0;
  const value = {
    ...(old === undefined ? {} : { original: momentValue(old.date, old.time) }),
    ...(reason === undefined ? {} : { reason }),
    newDateGiven,
  };
  return {
    value,
    confidence: old === undefined ? 0.7 : 0.9,
    rule: "hearing-moved",
    text: spanOf(flat, at, old?.end ?? nextGap(flat, at + 1, Gap.line)),
  };
}

function momentValue(date: CivilMoment["date"], time: CivilMoment["time"]): CivilMoment {
  return time === undefined ? { date } : { date, time };
}
