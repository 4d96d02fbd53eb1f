import type { CivilDate } from "../domain/time.ts";
import { atClock, findClock, type WrittenMoment } from "./dates.ts";
import type { CivilMoment, Fact, HearingFacts, PostponementFact } from "./facts.ts";
import { type FlatText, Gap, nextGap, spanOf } from "./flat-text.ts";
import { hearingPlace, OLD_LABEL, staysWhereItWas } from "./hearing-place.ts";
import { type LabelledValue, valueText } from "./labels.ts";
import { isFixed, type Sense, type SensedMoment, sensedMoments } from "./moment-sense.ts";
import { itemsOf } from "./numbered-items.ts";
import { plausible } from "./plausible-day.ts";

/** What an announcement says of a hearing: the sitting it calls to, and the one it takes back. */
export interface AnnouncedHearing {
  readonly hearing?: HearingFacts;
  readonly postponement?: Fact<PostponementFact>;
}

const MOVED = /延期|改期|变更|推迟|延后|取消|另行(?:通知|确定|安排|指定)|调整|提前|顺延/u;
const NO_DATE =
  /(?:时间|日期)?[^。；，]{0,10}(?:另行(?:通知|确定|安排|指定|告知|排期)|待定|择期|择日|再行通知)/u;
const CANCELLED = /(?:取消|撤销|不再(?:进行|开庭)|暂停|中止|延期|推迟|改期)/u;

/** Reads a summons, a notice of a hearing, and the notices that move or cancel one. */
export function announcedHearing(
  flat: FlatText,
  labels: readonly LabelledValue[],
  known: { readonly caseYear: number | undefined; readonly issuedOn: CivilDate | undefined },
): AnnouncedHearing {
  const sorted = sensedMoments(flat, labels, known.caseYear);
  const old = sorted.find(({ sense }) => sense === "old")?.moment;
  const isMoved =
    MOVED.test(flat.text) &&
    (old !== undefined || sorted.some(({ sense }) => sense === "new") || NO_DATE.test(flat.text));
  const item = itemHeard(flat, labels);
  const fixed =
    sorted.findLast(({ sense }) => sense === "new") ??
    labelled(flat, labels, sorted, item) ??
    sorted.find(({ sense, moment }) => sense === "set" && isFixed(flat, moment)) ??
    sorted.find(({ sense }) => sense === "set");
  const isOff = fixed?.sense !== "new" && isMoved && NO_DATE.test(flat.text) && CANCELLED.test(flat.text);
  const chosen = isOff ? undefined : (fixed ?? onlyTimed(sorted));
  const isSame = isMoved && chosen !== undefined && isOneOf(chosen.moment, sorted);
  const hearing =
    chosen &&
    hearingAt(flat, plausible(isSame ? doubted(chosen.moment) : chosen.moment, known), labels, chosen.sense, {
      old,
      item,
    });
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
  sorted: readonly SensedMoment[],
  item: number,
): SensedMoment | undefined {
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
function isOneOf(chosen: WrittenMoment, sorted: readonly SensedMoment[]): boolean {
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
  const sorted = sensedMoments(flat, labels, defaultYear);
  const chosen =
    sorted.find(({ sense }) => sense === "labelled") ??
    sorted.find(({ moment }) => moment.time !== undefined && moment.start < 600) ??
    sorted.find(({ sense, moment }) => sense === "set" && moment.start < 600);
  if (chosen === undefined) return undefined;
  const hearing = hearingAt(flat, chosen.moment, labels, chosen.sense);
  const end = hearing.end ?? closingTime(flat, labels, chosen.moment);
  return end === undefined ? hearing : { ...hearing, end };
}

/** Where nothing else tells, the only date with a time of day is the hearing. */
function onlyTimed(sorted: readonly SensedMoment[]): SensedMoment | undefined {
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
