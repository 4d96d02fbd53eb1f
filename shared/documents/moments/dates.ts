import { addDays, type CivilDate, type ClockTime, civilDateOf, dayOfWeek } from "../../domain/time/time.ts";
import { type FlatText, Gap, gapAt } from "../text/flat-text.ts";
import { SMALL, smallNumber, yearNumber, ZERO } from "../text/numerals.ts";
import { CLOCK, clockOf, endOf } from "./clock.ts";

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

/** Ways a date can be less than certain, by what is left of one's confidence. */
const CONFIDENCE = {
  full: 0.98,
  sameYear: 0.92,
  sameDay: 0.9,
  noYear: 0.75,
  backwards: 0.5,
  weekday: 0.4,
  hour: 0.5,
};

const DIGIT = `[\\d${ZERO}一二三四五六七八九]`;
const YEAR = `(?:[12][\\dOo○〇]{3}|[一二]${DIGIT}{3})`;
const WEEKDAY = "（?(?:星期|周|礼拜)(?<weekday>[一二三四五六日天])）?";

const DATE = new RegExp(
  [
    `(?<year>${YEAR}|同|当|本|今|次)年(?<month>${SMALL})月(?:份)?(?<day>${SMALL})[日号]`,
    String.raw`(?<isoYear>20\d\d)(?<sep>[-./])(?<isoMonth>\d{1,2})\k<sep>(?<isoDay>\d{1,2})(?!\d*[年月])`,
    `(?:同|当|本)月(?<sameMonthDay>${SMALL})[日号]`,
    `(?<![\\d年${ZERO}])(?<bareMonth>${SMALL})月(?<bareDay>${SMALL})[日号]`,
    `(?<=[日号](?:上午|下午)?[、和及])(?<bareOnlyDay>${SMALL})[日号]`,
    "(?<near>同日|当日|当天|次日|翌日)",
  ].join("|"),
  "gu",
);

/** What may stand between a date and its time of day. */
const AFTER_DATE = `(?:，|、|（)?(?:${WEEKDAY})?(?:，|、)?`;
const TIME_OF_DATE = new RegExp(
  `${AFTER_DATE}(?:(?<clock>${CLOCK})|(?<halfOnly>上午|下午))?(?:${WEEKDAY.replace("weekday", "weekday2")})?`,
  "uy",
);
const UNTIL = new RegExp(
  `(?:正式)?(?:开始|开庭|起|始)?，?(?:至|到|-+|~+|(?=${CLOCK}(?:止|结束|闭庭|休庭|散庭)))(?:当日|当天|同日)?(?<clock>${CLOCK})`,
  "uy",
);

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
    const found = dateOf({ ...match.groups, isoDay }, reference, defaultYear);
    if (found === undefined) continue;
    const moment = withTime(flat, { start, end, ...found });
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
  const match = new RegExp(CLOCK, "u").exec(part);
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
  return { ...moment, ...clock, confidence: Math.min(moment.confidence, 0.9) };
}

type Found = Pick<WrittenMoment, "date" | "confidence" | "rule">;
type Groups = Readonly<Record<string, string | undefined>>;

function dateOf(
  groups: Groups,
  reference: CivilDate | undefined,
  defaultYear: number | undefined,
): Found | undefined {
  const { year, month, day, isoYear, isoMonth, isoDay, sameMonthDay, bareMonth, bareDay, bareOnlyDay, near } =
    groups;
  const of = (y: number, m: number, d: number, confidence: number, rule: string): Found | undefined => {
    const date = civilDateOf(y, m, d);
    return date === undefined ? undefined : { date, confidence, rule };
  };
  const referenceYear = reference === undefined ? undefined : Number(reference.slice(0, 4));
  const referenceMonth = Number(reference?.slice(5, 7));
  if (isoYear !== undefined)
    return of(Number(isoYear), Number(isoMonth), Number(isoDay), CONFIDENCE.full, "date-by-digits");
  if (near !== undefined && reference !== undefined) {
    const date = /次日|翌日/.test(near) ? addDays(reference, 1) : reference;
    return { date, confidence: CONFIDENCE.sameDay, rule: "date-relative-to-the-one-before" };
  }
  if (sameMonthDay !== undefined && referenceYear !== undefined)
    return of(
      referenceYear,
      referenceMonth,
      smallNumber(sameMonthDay),
      CONFIDENCE.sameYear,
      "date-in-same-month",
    );
  if (bareOnlyDay !== undefined && referenceYear !== undefined)
    return of(
      referenceYear,
      referenceMonth,
      smallNumber(bareOnlyDay),
      CONFIDENCE.sameYear,
      "date-in-same-month",
    );
  if (year !== undefined && month !== undefined && day !== undefined) {
    const absolute = yearNumber(year);
    if (absolute !== undefined) {
      const rule = /[一二三四五六七八九]/.test(year) ? "date-in-chinese-numerals" : "date-in-full";
      return of(absolute, smallNumber(month), smallNumber(day), CONFIDENCE.full, rule);
    }
    const base = referenceYear ?? (year === "本" || year === "今" ? defaultYear : undefined);
    if (base === undefined) return undefined;
    const found = of(
      base + (year === "次" ? 1 : 0),
      smallNumber(month),
      smallNumber(day),
      CONFIDENCE.sameYear,
      "date-in-same-year",
    );
    return lessSureIfBackwards(found, reference);
  }
  const base = referenceYear ?? defaultYear;
  if (bareMonth === undefined || bareDay === undefined || base === undefined) return undefined;
  return lessSureIfBackwards(
    of(base, smallNumber(bareMonth), smallNumber(bareDay), CONFIDENCE.noYear, "date-without-year"),
    reference,
  );
}

/** A story runs forward: 同年 before the date it leans on is a slip, or leans on another date. */
function lessSureIfBackwards(found: Found | undefined, reference: CivilDate | undefined): Found | undefined {
  if (found === undefined || reference === undefined || found.date >= reference) return found;
  return { ...found, confidence: CONFIDENCE.backwards };
}

function withTime(flat: FlatText, moment: WrittenMoment): WrittenMoment {
  TIME_OF_DATE.lastIndex = moment.end;
  const match = TIME_OF_DATE.exec(flat.text);
  const groups = match?.groups ?? {};
  const weekday = groups.weekday ?? groups.weekday2;
  const said =
    weekday === undefined ? undefined : "日一二三四五六".indexOf(weekday === "天" ? "日" : weekday);
  const wrongDay = said !== undefined && said !== dayOfWeek(moment.date);
  const checked = wrongDay
    ? { ...moment, confidence: CONFIDENCE.weekday, rule: "weekday-contradicts-date" }
    : moment;
  if (match === null || (groups.clock === undefined && weekday === undefined)) return checked;
  const end = moment.end + match[0].length;
  if (groups.clock === undefined) return { ...checked, end };
  const clock = clockOf(groups.clock);
  if (clock?.time === undefined)
    return {
      ...checked,
      end,
      confidence: Math.min(checked.confidence, CONFIDENCE.hour),
      rule: "hour-in-doubt",
    };
  UNTIL.lastIndex = end;
  const until = UNTIL.exec(flat.text);
  const endTime = until?.groups?.clock === undefined ? undefined : endOf(until.groups.clock, clock);
  if (until === null || endTime === undefined) return { ...checked, end, time: clock.time };
  return { ...checked, end: UNTIL.lastIndex, time: clock.time, endDate: moment.date, endTime };
}
