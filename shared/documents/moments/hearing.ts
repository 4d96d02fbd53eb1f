import type { CivilDate } from "../../domain/time/time.ts";
import type { LabelledValue } from "../labels/labels.ts";
import type { CivilMoment, Fact, HearingFacts, PostponementFact } from "../text/fact.ts";
import { type FlatText, Gap, nextGap, spanOf } from "../text/flat-text.ts";
import { CLOCK } from "./clock.ts";
import { atClock, findClock, type WrittenMoment } from "./dates.ts";
import { fixedMoment, isContradicted, isOld, onlyTimed } from "./fixed-moment.ts";
import { hearingPlace, OLD_LABEL, staysWhereItWas } from "./hearing-place.ts";
import { type Sense, type SensedMoment, sensedMoments } from "./moment-sense.ts";
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
  const { fixed, item } = fixedMoment(flat, labels, sorted);
  const isOff = fixed?.sense !== "new" && isMoved && NO_DATE.test(flat.text) && CANCELLED.test(flat.text);
  const chosen = isOff ? undefined : (fixed ?? onlyTimed(sorted) ?? staying(flat, old));
  const isDoubted =
    chosen !== undefined &&
    ((isMoved && chosen.moment !== old && isOld(chosen, sorted)) ||
      (item === 0 && isContradicted(flat, labels, chosen, sorted)));
  const moment = chosen && plausible(isDoubted ? doubted(chosen.moment) : chosen.moment, known);
  const hearing = chosen && moment && hearingAt(flat, moment, labels, chosen.sense, { old, item });
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

/** The facts of the sitting at one moment of a text: its start, its end and its place. */
export function hearingAt(
  flat: FlatText,
  found: WrittenMoment,
  labels: readonly LabelledValue[],
  sense: Sense,
  { old, item = 0 }: { old?: WrittenMoment | undefined; item?: number } = {},
): HearingFacts {
  const moment = found.time === undefined ? hourless(flat, withClock(flat, found, labels)) : found;
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

/** A day without an hour in a paper that gives hours elsewhere: which is the hearing's a person must say. */
function hourless(flat: FlatText, moment: WrittenMoment): WrittenMoment {
  if (moment.time !== undefined || !new RegExp(CLOCK, "u").test(flat.text.slice(moment.end))) return moment;
  return { ...moment, confidence: Math.min(moment.confidence, 0.7) };
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

/** 时间不变: the hour a notice quotes as the former one is the hearing's, only its room is another. */
function staying(flat: FlatText, old: WrittenMoment | undefined): SensedMoment | undefined {
  const isKept = /(?:开庭)?时间(?:仍|均)?(?:不变|照旧|依旧)/u.test(flat.text);
  return old === undefined || !isKept ? undefined : { moment: old, sense: "new" };
}

function doubted(moment: WrittenMoment): WrittenMoment {
  return { ...moment, confidence: Math.min(moment.confidence, 0.4) };
}
