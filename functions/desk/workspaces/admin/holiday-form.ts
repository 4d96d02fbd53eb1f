/** What an admin sent of a year's holidays: the notice's text, or the days themselves; with what is doubtful about it. */
import { type NoticeDoubt, readHolidayNotice } from "../../../../shared/documents/kinds/holiday-notice.ts";
import type { HolidayNotice } from "../../../../shared/domain/operations/admin-act.ts";
import { type CivilDate, dayOfWeek, parseCivilDate } from "../../../../shared/domain/time/time.ts";
import { dateWithWeekday, printedDate } from "../../../../shared/letters/frame/dates.ts";
import { type Form, FormReader } from "../../frame/form.ts";

/** A notice has some thousand characters. */
const LONGEST_TEXT = 6000;
/** So many days a notice names at most. */
const MOST_DAYS = 80;

export interface HolidaysTyped {
  readonly notice: HolidayNotice;
  /** In sentences; none where all of it adds up. */
  readonly doubts: readonly string[];
}

/** What was typed, or what keeps it from being read. */
export function holidaysTyped(
  form: Form,
  allowed: readonly number[],
): HolidaysTyped | { readonly problems: FormReader["problems"] } {
  const reader = new FormReader(form);
  const byDays = form.days === "yes";
  const text = byDays
    ? (reader.optionalText("text", "通知全文", LONGEST_TEXT) ?? "")
    : reader.text("text", "通知全文", LONGEST_TEXT);
  if (reader.problems.length > 0) return reader;
  const read = byDays ? daysTyped(form, reader) : noticeTyped(text);
  if (reader.problems.length === 0 && !allowed.includes(read.notice.year))
    reader.problem(
      byDays ? "year" : "text",
      Number.isNaN(read.notice.year)
        ? "没有读出是哪一年的安排；请粘贴通知全文，包括标题。"
        : `只能录入${allowed.join("年、")}年的安排，读到的是${read.notice.year}年。`,
    );
  if (reader.problems.length === 0 && read.notice.holidays.length === 0)
    reader.problem(byDays ? "off" : "text", "没有读出放假日期；请粘贴通知全文，或者逐日填写。");
  return reader.problems.length > 0 ? reader : read;
}

function noticeTyped(text: string): HolidaysTyped {
  const { year, holidays, doubts } = readHolidayNotice(text);
  return {
    notice: {
      year: year ?? Number.NaN,
      holidays: inOrder(holidays.flatMap(({ off }) => off)),
      workdays: inOrder(holidays.flatMap(({ worked }) => worked)),
      text,
    },
    doubts: doubts.map(doubtWords),
  };
}

/** One day a line, as it is kept: 2027-02-05. */
function daysTyped(form: Form, reader: FormReader): HolidaysTyped {
  const year = Number(/^\d{4}$/.exec(form.year ?? "")?.[0]);
  const days = (field: string, name: string): readonly CivilDate[] => {
    const lines = reader.lines(field, name, MOST_DAYS, 20);
    const read = lines.map((line) => ({ line, day: parseCivilDate(line) }));
    const wrong = read.find(
      ({ day }) =>
        day === undefined || (Number(day.slice(0, 4)) !== year && !day.startsWith(`${year - 1}-12`)),
    );
    if (wrong !== undefined)
      reader.problem(
        field,
        `${name}“${wrong.line}”不是${year}年（或者上年12月）的日期，请写成${year}-01-01。`,
      );
    return inOrder(read.flatMap(({ day }) => day ?? []));
  };
  const holidays = days("off", "放假日期");
  const workdays = days("worked", "上班日期");
  const asRead = noticeTyped(form.text ?? "");
  // What is doubtful about a text stays so until the days are others than those it was read as.
  if (`${asRead.notice.holidays}` === `${holidays}` && `${asRead.notice.workdays}` === `${workdays}`)
    return asRead;
  const both = workdays.filter((day) => holidays.includes(day));
  const weekdays = workdays.filter((day) => dayOfWeek(day) !== 0 && dayOfWeek(day) !== 6);
  return {
    notice: { year, holidays, workdays, text: form.text ?? "" },
    doubts: [
      ...both.map((date) => doubtWords({ type: "off-and-worked", date })),
      ...weekdays.map((date) => doubtWords({ type: "worked-on-a-working-day", date })),
    ],
  };
}

function inOrder(days: readonly CivilDate[]): readonly CivilDate[] {
  return [...new Set(days)].toSorted();
}

function doubtWords(doubt: NoticeDoubt): string {
  switch (doubt.type) {
    case "no-year":
      return "没有读出是哪一年的安排。";
    case "holiday-missing":
      return `没有读到${doubt.name}。`;
    case "nothing-read":
      return `“${doubt.paragraph}”一段没有读出放假日期。`;
    case "count-differs":
      return `${doubt.name}：通知写明共${doubt.said}天，读出的是${doubt.read}天。`;
    case "weekday-differs":
      return `${dateWithWeekday(doubt.date)}：通知写的是星期${doubt.said}。`;
    case "not-a-date":
      return `“${doubt.words}”不是日期，或者不是一段放假日期。`;
    case "worked-on-a-working-day":
      return `${dateWithWeekday(doubt.date)}写明上班，本来就是工作日。`;
    case "off-and-worked":
      return `${printedDate(doubt.date)}既放假又上班。`;
    default:
      return doubt satisfies never;
  }
}
