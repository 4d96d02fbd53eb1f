/** Which sitting does a paper announce, move, cancel or record: when it begins and ends, and where? */
import type { CivilDate } from "../../domain/time/time.ts";
import type { LabelledValue } from "../labels/labels.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { CivilMoment, Fact, HearingFacts, PostponementFact } from "../text/fact.ts";
import { type FlatText, Gap, nextGap, spanOf } from "../text/flat-text.ts";
import { readingTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";
import { CLOCK, endOf, HAS_CLOCK } from "./clock.ts";
import { atClock, findClock, type WrittenMoment } from "./dates.ts";
import { fixedMoment, isContradicted, isOld, onlyTimed } from "./fixed-moment.ts";
import { hearingMode, meetingNumber, meetingPassword } from "./hearing-mode.ts";
import { hearingPlace, OLD_LABEL, staysWhereItWas } from "./hearing-place.ts";
import { type SensedMoment, sensedMoments } from "./moment-sense.ts";
import { plausible } from "./plausible-day.ts";

/** What an announcement says of a hearing: the sitting it calls to, and the one it takes back. */
export interface AnnouncedHearing {
  readonly hearing?: HearingFacts;
  readonly postponement?: Fact<PostponementFact>;
}

/** What a notice does to a sitting that was announced before. */
const CHANGES = wordList("延期 改期 变更 推迟 延后 取消 调整 提前 顺延");
const OPEN = wordList("通知 确定 安排 指定");
const MOVED = new RegExp(anyOf(CHANGES, [`另行${anyOf(OPEN)}`]), "u");
const NO_DATE = new RegExp(
  `${anyOf([`另行${anyOf(OPEN, wordList("告知 排期"))}`], wordList("待定 择期 择日 再行通知"))}`,
  "u",
);
const CANCELLED = new RegExp(anyOf(wordList("取消 撤销 不再(?:进行|开庭) 暂停 中止 延期 推迟 改期")), "u");

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
  const hearing = chosen && moment && hearingAt(flat, { ...chosen, moment }, labels, { old, item });
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

/** How far down a record its own time stands, where no field gives it. */
const TOP_OF_RECORD = 600;

const RECORDED_DAY = readingTable<readonly SensedMoment[], SensedMoment>("day-of-a-record", [
  {
    name: "the-day-of-its-field",
    reads: (sorted) => sorted.find(({ sense }) => sense === "labelled"),
    example: "时间：2026年9月24日9时",
  },
  {
    name: "the-first-with-an-hour",
    reads: (sorted) => sorted.find(({ moment }) => moment.time !== undefined && moment.start < TOP_OF_RECORD),
    example: "2026年9月24日上午9时，本院第三审判庭",
  },
  {
    name: "the-day-a-sentence-sets",
    reads: (sorted) => sorted.find(({ sense, moment }) => sense === "set" && moment.start < TOP_OF_RECORD),
    example: "本院于2026年9月24日公开开庭审理本案",
  },
]);

/** The sitting a record was written at: its own labels say when and where. */
export function recordedHearing(
  flat: FlatText,
  labels: readonly LabelledValue[],
  defaultYear: number | undefined,
): HearingFacts | undefined {
  const chosen = RECORDED_DAY.decide(sensedMoments(flat, labels, defaultYear))?.verdict;
  if (chosen === undefined) return undefined;
  const hearing = hearingAt(flat, chosen, labels);
  const end = hearing.end ?? closingTime(flat, labels, chosen.moment) ?? closingWords(flat, chosen.moment);
  return end === undefined ? hearing : { ...hearing, end };
}

/** The facts of the sitting at one moment of a text: its start, its end and its place. */
export function hearingAt(
  flat: FlatText,
  { moment: found, sense, by = "only-time" }: SensedMoment,
  labels: readonly LabelledValue[],
  { old, item = 0 }: { old?: WrittenMoment | undefined; item?: number } = {},
): HearingFacts {
  const moment = found.time === undefined ? hourless(flat, withClock(flat, found, labels)) : found;
  const text = spanOf(flat, moment.start, moment.end);
  // What a rule says of some other day is no reason to take it.
  const rule = `${sense === "other" ? "only-time" : by}-${moment.rule}`;
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
    ...heldHow(flat, moment, labels, place?.value),
  };
}

/** How it is held, and of one over the net how one joins it. */
function heldHow(
  flat: FlatText,
  moment: WrittenMoment,
  labels: readonly LabelledValue[],
  place: string | undefined,
): Pick<HearingFacts, "mode" | "meeting" | "password"> {
  const mode = hearingMode(flat, moment, labels, place);
  if (mode?.value !== "online") return mode === undefined ? {} : { mode };
  const meeting = meetingNumber(flat);
  const password = meeting && meetingPassword(flat);
  return {
    mode,
    ...(meeting === undefined ? {} : { meeting }),
    ...(password === undefined ? {} : { password }),
  };
}

/** A day without an hour in a paper that gives hours elsewhere: which is the hearing's a person must say. */
function hourless(flat: FlatText, moment: WrittenMoment): WrittenMoment {
  if (moment.time !== undefined || !HAS_CLOCK.test(flat.text.slice(moment.end))) return moment;
  return { ...moment, confidence: Math.min(moment.confidence, CONFIDENCE.doubtful) };
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
    confidence: CONFIDENCE.stated,
    rule: "closing-time-by-label",
    text: spanOf(flat, label.at, label.end),
  };
}

/** With what a sitting ends, and what goes on with it. */
const CLOSES = anyOf(wordList("闭庭 休庭 退庭 庭审(?:活动)?(?:到此)?结束 结束(?:庭审|开庭)"));
const CLOSED_AT = new RegExp(
  `${CLOSES}(?:[。，；：（]|现在|时间|是|为|于)*(?<clock>${CLOCK})(?!继续|恢复|再次|开庭)`,
  "gu",
);
const AT_CLOSED = new RegExp(
  `(?<clock>${CLOCK})(?:[，。）]|本次|今天|的|宣布|现在)*${CLOSES}(?!\\p{Script=Han}?[\\d一二三四五六七八九十半]+(?:分|个?小时))`,
  "gu",
);
const GOES_ON = /继续开庭|恢复(?:庭审|开庭)|继续审理|再次开庭/u;

/** 审判长：闭庭。11时40分。 The hour beside the last words with which the sitting ends. */
function closingWords(flat: FlatText, start: WrittenMoment): Fact<CivilMoment> | undefined {
  if (start.time === undefined) return undefined;
  const said = [...flat.text.matchAll(CLOSED_AT), ...flat.text.matchAll(AT_CLOSED)]
    .filter(({ index }) => index >= start.end)
    .toSorted((one, other) => one.index - other.index)
    .at(-1);
  if (said === undefined || GOES_ON.test(flat.text.slice(said.index))) return undefined;
  const afternoon = start.time >= "12:00";
  const time = endOf(said.groups?.clock ?? "", { time: start.time, afternoon });
  if (time === undefined || time <= start.time) return undefined;
  return {
    value: momentValue(start.date, time),
    confidence: CONFIDENCE.inferred,
    rule: "closing-time-in-words",
    text: spanOf(flat, said.index, said.index + said[0].length),
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
    confidence: old === undefined ? CONFIDENCE.doubtful : CONFIDENCE.stated,
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
  return old === undefined || !isKept ? undefined : { moment: old, sense: "new", by: "stays" };
}

function doubted(moment: WrittenMoment): WrittenMoment {
  return { ...moment, confidence: Math.min(moment.confidence, CONFIDENCE.doubtful) };
}
