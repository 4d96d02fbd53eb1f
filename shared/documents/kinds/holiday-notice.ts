/**
 * What does the State Council's yearly notice (国务院办公厅关于节假日安排的通知) say? Which days are off and which weekend days are
 * worked, holiday by holiday, with what doesn't add up: a count of days, a day of the week, a holiday that is missing.
 */
import { addDays, type CivilDate, civilDateOf, dayOfWeek, daysBetween } from "../../domain/time/time.ts";

/** One holiday of the notice, as one of its numbered paragraphs has it. */
export interface NoticeHoliday {
  readonly name: string;
  readonly off: readonly CivilDate[];
  readonly worked: readonly CivilDate[];
}

/** What is wrong, or can't be read; as data, worded where it is shown. */
export type NoticeDoubt =
  | { readonly type: "no-year" }
  | { readonly type: "holiday-missing"; readonly name: string }
  | { readonly type: "nothing-read"; readonly paragraph: string }
  | { readonly type: "count-differs"; readonly name: string; readonly said: number; readonly read: number }
  | { readonly type: "weekday-differs"; readonly date: CivilDate; readonly said: string }
  | { readonly type: "not-a-date"; readonly words: string }
  | { readonly type: "worked-on-a-working-day"; readonly date: CivilDate }
  | { readonly type: "off-and-worked"; readonly date: CivilDate };

/** A notice as it was read. */
export interface ReadNotice {
  /** Undefined where the text names none. */
  readonly year: number | undefined;
  readonly holidays: readonly NoticeHoliday[];
  /** None of a notice that can be taken as it was read. */
  readonly doubts: readonly NoticeDoubt[];
}

/** Those every notice names, as the regulation (《全国年节及纪念日放假办法》) has them. */
const IN_EVERY_NOTICE = ["元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"] as const;

/** No holiday with the days around it is longer. */
const LONGEST_DAYS = 15;

const DAY = String.raw`(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:[（(]([^）)]*)[）)])?`;
const WEEKDAYS = "日一二三四五六";

/** Reads a notice that was pasted; characters of any width, blanks and breaks anywhere. */
export function readHolidayNotice(text: string): ReadNotice {
  const flat = text
    .normalize("NFKC")
    .replace(/[^\S\n]+/gu, "")
    .replace(/\n+/gu, "\n");
  const year = yearOfNotice(flat);
  if (year === undefined) return { year, holidays: [], doubts: [{ type: "no-year" }] };
  const doubts: NoticeDoubt[] = [];
  const holidays = paragraphs(flat).map((paragraph) => readParagraph(paragraph, year, doubts));
  const named = holidays.map(({ name }) => name).join("、");
  for (const name of IN_EVERY_NOTICE)
    if (!named.includes(name)) doubts.push({ type: "holiday-missing", name });
  const off = new Set(holidays.flatMap((one) => one.off));
  for (const date of holidays.flatMap(({ worked }) => worked)) {
    if (off.has(date)) doubts.push({ type: "off-and-worked", date });
    else if (dayOfWeek(date) !== 0 && dayOfWeek(date) !== 6)
      doubts.push({ type: "worked-on-a-working-day", date });
  }
  return { year, holidays, doubts };
}

/** 2027年部分节假日安排; else the year that is named most. */
function yearOfNotice(flat: string): number | undefined {
  const [, titled] = /(\d{4})年(?:部分)?节假日/u.exec(flat) ?? [];
  if (titled !== undefined) return Number(titled);
  const [, only] = /(\d{4})年/u.exec(flat) ?? [];
  return only === undefined ? undefined : Number(only);
}

/** 一、元旦:… up to the next number. */
function paragraphs(flat: string): readonly string[] {
  const joined = flat.replace(/\n/gu, "");
  return [
    ...joined.matchAll(
      /[一二三四五六七八九十]+、([^:]{2,12}:.*?)(?=[一二三四五六七八九十]+、[^:。]{2,12}:|$)/gu,
    ),
  ].map(([, paragraph = ""]) => paragraph);
}

function readParagraph(paragraph: string, year: number, doubts: NoticeDoubt[]): NoticeHoliday {
  const [, name = "", said = ""] = /^([^:]+):(.*)$/su.exec(paragraph) ?? [];
  const off: CivilDate[] = [];
  const worked: CivilDate[] = [];
  // What is only encouraged (鼓励…安排职工在除夕休息) is no day off.
  for (const sentence of said.split("。").filter((one) => !one.includes("鼓励"))) {
    const [before = "", after] = sentence.includes("放假") ? sentence.split("放假", 2) : ["", undefined];
    if (after !== undefined) {
      const days = span(before, year, doubts);
      off.push(...days);
      const [, count] = /(?:共|^)(\d{1,2})天/u.exec(after) ?? [];
      if (count !== undefined && days.length > 0 && Number(count) !== days.length)
        doubts.push({ type: "count-differs", name, said: Number(count), read: days.length });
    } else if (sentence.includes("上班")) worked.push(...singles(sentence, year, doubts));
  }
  if (off.length === 0) doubts.push({ type: "nothing-read", paragraph: paragraph.slice(0, 40) });
  return { name, off, worked };
}

/** 1月28日（农历除夕、周二）至2月4日: from the first day to the last. */
function span(words: string, year: number, doubts: NoticeDoubt[]): readonly CivilDate[] {
  const [from, to, ...more] = singles(words, year, doubts);
  if (from === undefined) return [];
  if (to === undefined || !/日(?:[（(][^）)]*[）)])?[至到—-]/u.test(words))
    return to === undefined ? [from] : [from, to, ...more];
  const length = daysBetween(from, to) + 1;
  if (length < 1 || length > LONGEST_DAYS || more.length > 0) {
    doubts.push({ type: "not-a-date", words: words.slice(0, 40) });
    return [];
  }
  return Array.from({ length }, (_, day) => addDays(from, day));
}

/** The days named; a month that is left out is that of the one before. */
function singles(words: string, year: number, doubts: NoticeDoubt[]): readonly CivilDate[] {
  const found: CivilDate[] = [];
  let month = 0;
  let inYear = year;
  for (const [all, y, m, d, beside = ""] of words.matchAll(new RegExp(DAY, "gu"))) {
    if (m !== undefined) month = Number(m);
    // 2018年12月30日至2019年1月1日: what follows without a year is of the notice's own, or of the year just named.
    inYear = y === undefined ? (found.length === 0 ? year : inYear) : Number(y);
    const date = civilDateOf(inYear, month, Number(d));
    if (date === undefined) {
      doubts.push({ type: "not-a-date", words: all });
      continue;
    }
    const [, weekday] = /(?:周|星期)([日天一二三四五六])/u.exec(beside) ?? [];
    if (weekday !== undefined && WEEKDAYS[dayOfWeek(date)] !== weekday.replace("天", "日"))
      doubts.push({ type: "weekday-differs", date, said: weekday });
    found.push(date);
  }
  return found;
}
