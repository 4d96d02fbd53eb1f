/** Which dates does a text give, with the time of day that follows each, and how sure is each of them? */
import { addDays, type CivilDate, type ClockTime, civilDateOf, dayOfWeek } from "../../domain/time/time.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import { type FlatText, Gap, gapAt } from "../text/flat-text.ts";
import { numeralOf, SMALL, yearNumber, ZERO } from "../text/numerals.ts";
import { readingTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";
import { CLOCK, clockOf, endOf, HAS_CLOCK } from "./clock.ts";

/**
 * A date as a Chinese document writes it, with the time of day or the span of time that follows it.
 * All are civil times of Asia/Shanghai.
 */
export interface WrittenMoment {
  /** Offsets into the flat text. */
  readonly start: number;
  readonly end: number;
  readonly date: CivilDate;
  readonly time?: ClockTime;
  readonly endDate?: CivilDate;
  readonly endTime?: ClockTime;
  readonly confidence: number;
  /** Which way of writing it was. */
  readonly rule: string;
}

const DIGIT = `[\\d${ZERO}一二三四五六七八九]`;
const YEAR = `(?:[12][\\dOo○〇]{3}|[一二]${DIGIT}{3})`;
/** Of another year or month than is written: the one before, the paper's own, the next. */
const SAME = wordList("同 当 本");
const SOME_YEAR = [YEAR, ...SAME, "今", "次"];
const WEEKDAY = "（?(?:星期|周|礼拜)(?<weekday>[一二三四五六日天])）?";

/** How a date may be written, in the order in which they are tried at a place. */
const WRITTEN = {
  inFull: `(?<year>${anyOf(SOME_YEAR)})年(?<month>${SMALL})月(?:份)?(?<day>${SMALL})[日号]`,
  byDigits: String.raw`(?<isoYear>20\d\d)(?<sep>[-./])(?<isoMonth>\d{1,2})\k<sep>(?<isoDay>\d{1,2})(?!\d*[年月])`,
  inSameMonth: `${anyOf(SAME)}月(?<sameMonthDay>${SMALL})[日号]`,
  withoutYear: `(?<![\\d年${ZERO}])(?<bareMonth>${SMALL})月(?<bareDay>${SMALL})[日号]`,
  inList: `(?<=[日号](?:上午|下午)?[、和及])(?<bareOnlyDay>${SMALL})[日号]`,
  near: `(?<near>${anyOf(wordList("同日 当日 当天 次日 翌日"))})`,
};
const DATE = new RegExp(Object.values(WRITTEN).join("|"), "gu");

/** What may stand between a date and its time of day. */
const AFTER_DATE = `(?:，|、|（)?(?:${WEEKDAY})?(?:，|、)?`;
const HOUR_OR_HALF = `(?:(?<clock>${CLOCK})|(?<halfOnly>上午|下午))?`;
/** 9月24日上午9时（星期四） */
const WEEKDAY_BEHIND = `(?:${WEEKDAY.replace("weekday", "weekday2")})?`;
const TIME_OF_DATE = new RegExp(AFTER_DATE + HOUR_OR_HALF + WEEKDAY_BEHIND, "uy");
const OPENED = "(?:正式)?(?:开始|开庭|起|始)?，?";
/** 9时至11时; a second hour may also say by the word behind it that it is the end: 11时结束. */
const TO = `(?:至|到|-+|~+|(?=${CLOCK}${anyOf(wordList("止 结束 闭庭 休庭 散庭"))}))`;
const UNTIL = new RegExp(`${OPENED}${TO}(?:当日|当天|同日)?(?<clock>${CLOCK})`, "uy");

/** Every date of a text in order; a birthday is no date that another can lean on. */
export function findMoments(flat: FlatText, defaultYear?: number): WrittenMoment[] {
  const moments: WrittenMoment[] = [];
  let reference: CivilDate | undefined;
  let from = 0;
  for (const match of flat.text.matchAll(DATE)) {
    if (match.index < from) continue;
    const start = match.index;
    const end = endOfDay(flat, start, match);
    const isoDay = match.groups?.isoDay?.slice(0, end - start - match[0].length || undefined);
    const found = WAYS_TO_WRITE_A_DATE.decide({
      groups: { ...match.groups, isoDay },
      reference,
      defaultYear,
    });
    if (found === undefined) continue;
    const moment = withTime(flat, { start, end, ...found.verdict, rule: found.rule });
    const isNear = match.groups?.near !== undefined;
    if (isNear && moment.time === undefined) continue;
    const before = moments.at(-1);
    if (before !== undefined && isUntil(flat, before, moment)) {
      moments[moments.length - 1] = {
        ...before,
        end: moment.end,
        endDate: moment.date,
        ...(moment.time === undefined ? {} : { endTime: moment.time }),
      };
    } else moments.push(moment);
    from = moment.end;
    if (!/^）?(?:出)?生/u.test(flat.text.slice(moment.end, moment.end + 3))) reference = moment.date;
  }
  return moments;
}

/** 2026/9/1 9：00: the blank alone tells the day from the hour. */
function endOfDay(flat: FlatText, start: number, match: RegExpExecArray): number {
  const end = start + match[0].length;
  return match.groups?.isoDay?.length === 2 && gapAt(flat, end - 1) >= Gap.blank ? end - 1 : end;
}

/** 10月20日上午9时30分至10月21日下午5时: one span over days. */
function isUntil(flat: FlatText, start: WrittenMoment, end: WrittenMoment): boolean {
  const between = flat.text.slice(start.end, end.start);
  return (
    start.time !== undefined &&
    end.time !== undefined &&
    start.endTime === undefined &&
    end.date > start.date &&
    /^(?:至|到|-|~)$/u.test(between)
  );
}

/** The first time of day, or span of time, in a part of the text; for forms that put it apart from the date. */
export function findClock(
  flat: FlatText,
  start: number,
  end: number,
): { time: ClockTime; endTime?: ClockTime } | undefined {
  const part = flat.text.slice(start, end);
  const match = HAS_CLOCK.exec(part);
  const clock = match && clockOf(match[0]);
  if (!match || !clock?.time) return undefined;
  UNTIL.lastIndex = match.index + match[0].length;
  const until = UNTIL.exec(part)?.groups?.clock;
  const endTime = until === undefined ? undefined : endOf(until, clock);
  return { time: clock.time, ...(endTime === undefined ? {} : { endTime }) };
}

/** The same moment with a time of day found elsewhere. */
export function atClock(
  moment: WrittenMoment,
  clock: { time: ClockTime; endTime?: ClockTime },
): WrittenMoment {
  return { ...moment, ...clock, confidence: Math.min(moment.confidence, CONFIDENCE.inferred) };
}

type Found = Pick<WrittenMoment, "date" | "confidence">;

/** A date as it is written, with what it may lean on. */
interface Written {
  readonly groups: Readonly<Record<string, string | undefined>>;
  /** The date before it. */
  readonly reference: CivilDate | undefined;
  readonly defaultYear: number | undefined;
}

/** The rule that reads a date whose year has to be guessed from the paper's other dates. */
export const WITHOUT_YEAR = "date-without-year";

const WAYS_TO_WRITE_A_DATE = readingTable<Written, Found>("way-to-write-a-date", [
  {
    name: "date-by-digits",
    reads: ({ groups: { isoYear, isoMonth, isoDay } }) =>
      monthAndDay(isoYear === undefined ? undefined : Number(isoYear), isoMonth, isoDay, CONFIDENCE.stated),
    example: "2026-9-24",
  },
  {
    name: "date-relative-to-the-one-before",
    reads({ groups: { near }, reference }) {
      if (near === undefined || reference === undefined) return undefined;
      const date = /次日|翌日/.test(near) ? addDays(reference, 1) : reference;
      return { date, confidence: CONFIDENCE.inferred };
    },
    example: "次日上午9时",
  },
  {
    name: "date-in-same-month",
    reads: ({ groups: { sameMonthDay }, reference }) => inMonthOf(reference, sameMonthDay),
    example: "同月17日",
  },
  {
    name: "date-in-a-list-of-days",
    reads: ({ groups: { bareOnlyDay }, reference }) => inMonthOf(reference, bareOnlyDay),
    example: "9月24日、25日",
  },
  {
    name: "date-in-chinese-numerals",
    reads: ({ groups }) => (/[一二三四五六七八九]/.test(groups.year ?? "") ? inFull(groups) : undefined),
    example: "二〇二六年九月二十四日",
  },
  { name: "date-in-full", reads: ({ groups }) => inFull(groups), example: "2026年9月24日" },
  {
    name: "date-in-same-year",
    reads({ groups: { year, month, day }, reference, defaultYear }) {
      if (year === undefined || yearNumber(year) !== undefined) return undefined;
      const base = yearOf(reference) ?? (year === "本" || year === "今" ? defaultYear : undefined);
      const written = base === undefined ? undefined : base + (year === "次" ? 1 : 0);
      return lessSureIfBackwards(monthAndDay(written, month, day, CONFIDENCE.inferred), reference);
    },
    example: "同年9月24日",
  },
  {
    name: WITHOUT_YEAR,
    reads: ({ groups: { bareMonth, bareDay }, reference, defaultYear }) =>
      lessSureIfBackwards(
        monthAndDay(yearOf(reference) ?? defaultYear, bareMonth, bareDay, CONFIDENCE.doubtful),
        reference,
      ),
    example: "9月24日",
  },
]);

function monthAndDay(
  year: number | undefined,
  month: string | undefined,
  day: string | undefined,
  confidence: number,
): Found | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = civilDateOf(year, numeralOf(month), numeralOf(day));
  return date === undefined ? undefined : { date, confidence };
}

function inFull({ year = "", month, day }: Written["groups"]): Found | undefined {
  return monthAndDay(yearNumber(year), month, day, CONFIDENCE.stated);
}

function inMonthOf(reference: CivilDate | undefined, day: string | undefined): Found | undefined {
  return monthAndDay(yearOf(reference), reference?.slice(5, 7), day, CONFIDENCE.inferred);
}

function yearOf(date: CivilDate | undefined): number | undefined {
  return date === undefined ? undefined : Number(date.slice(0, 4));
}

/** A story runs forward: 同年 before the date it leans on is a slip, or leans on another date. */
function lessSureIfBackwards(found: Found | undefined, reference: CivilDate | undefined): Found | undefined {
  if (found === undefined || reference === undefined || found.date >= reference) return found;
  return { ...found, confidence: CONFIDENCE.guessed };
}

function withTime(flat: FlatText, moment: WrittenMoment): WrittenMoment {
  TIME_OF_DATE.lastIndex = moment.end;
  const match = TIME_OF_DATE.exec(flat.text);
  const groups = match?.groups ?? {};
  const weekday = groups.weekday ?? groups.weekday2;
  const checked =
    weekday === undefined || isOn(weekday, moment.date)
      ? moment
      : { ...moment, confidence: CONFIDENCE.guessed, rule: "weekday-contradicts-date" };
  if (match === null || (groups.clock === undefined && weekday === undefined)) return checked;
  const end = moment.end + match[0].length;
  if (groups.clock === undefined) return { ...checked, end };
  const clock = clockOf(groups.clock);
  if (clock?.time === undefined)
    return {
      ...checked,
      end,
      confidence: Math.min(checked.confidence, CONFIDENCE.guessed),
      rule: "hour-in-doubt",
    };
  UNTIL.lastIndex = end;
  const until = UNTIL.exec(flat.text);
  const endTime = until?.groups?.clock === undefined ? undefined : endOf(until.groups.clock, clock);
  if (until === null || endTime === undefined) return { ...checked, end, time: clock.time };
  return { ...checked, end: UNTIL.lastIndex, time: clock.time, endDate: moment.date, endTime };
}

/** Whether a day is the 一, 二 … 日 of its week. */
function isOn(weekday: string, date: CivilDate): boolean {
  return "日一二三四五六".indexOf(weekday === "天" ? "日" : weekday) === dayOfWeek(date);
}
