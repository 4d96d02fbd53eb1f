/** The State Council's notices as they were published, read; held against the days the package `chinese-days` has for them. */
import { describe, expect, it } from "vitest";
import { holidayYears } from "../../../shared/adapters/holidays.ts";
import { readHolidayNotice } from "../../../shared/documents/kinds/holiday-notice.ts";
import { calendar } from "../../../shared/domain/time/calendar.ts";
import { addDays, civilDate } from "../../../shared/domain/time/time.ts";
import { NOTICE_2024, NOTICE_2025, NOTICE_2026 } from "../../support/holiday-notices.ts";

const NOTICES = { 2024: NOTICE_2024, 2025: NOTICE_2025, 2026: NOTICE_2026 };

/** Whether each day of a year is worked, by a calendar. */
function workedDays(years: Parameters<typeof calendar>[0], year: number) {
  const { isWorkingDay } = calendar(years);
  const days = Array.from({ length: 365 }, (_, day) => addDays(civilDate(`${year}-01-01`), day));
  return days.filter((day) => isWorkingDay(day).working);
}

describe("the yearly notice", () => {
  it.each(Object.entries(NOTICES))("of %s is read as the days it makes off and worked", (name, text) => {
    const year = Number(name);
    const read = readHolidayNotice(text);
    expect(read.doubts).toEqual([]);
    expect(read.year).toBe(year);
    const holidays = read.holidays.flatMap(({ off }) => off);
    const workdays = read.holidays.flatMap(({ worked }) => worked);
    const own = { year, version: "read", holidays, workdays };
    const others = holidayYears().filter((one) => one.year !== year);
    expect(workedDays([...others, own], year)).toEqual(workedDays(holidayYears(), year));
  });

  it("is read in full width, with breaks anywhere, and without its head", () => {
    const body = NOTICE_2026.slice(NOTICE_2026.indexOf("一、"));
    const pasted = `２０２６年部分节假日安排\n${body.replaceAll("月", "月\n").replaceAll("2", "２")}`;
    expect(readHolidayNotice(pasted)).toEqual(readHolidayNotice(NOTICE_2026));
  });

  it("that begins in December says so of the right year", () => {
    const text = NOTICE_2026.replace(
      "元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。",
      "元旦：2025年12月31日（周三）至2026年1月1日（周四）放假调休，共2天。2025年12月28日（周日）上班。",
    );
    const [first] = readHolidayNotice(text).holidays;
    expect(first).toEqual({
      name: "元旦",
      off: ["2025-12-31", "2026-01-01"],
      worked: ["2025-12-28"],
    });
  });

  it.each([
    ["共9天", "共8天", { type: "count-differs", name: "春节", said: 8, read: 9 }],
    ["5月1日（周五）", "5月1日（周六）", { type: "weekday-differs", date: "2026-05-01", said: "六" }],
    ["2月28日（周六）上班", "2月27日上班", { type: "worked-on-a-working-day", date: "2026-02-27" }],
    ["6月19日", "6月31日", { type: "not-a-date", words: "6月31日(周五)" }],
    ["五、端午节", "五、重阳节", { type: "holiday-missing", name: "端午节" }],
  ])("with %s misprinted as %s is doubted", (right, wrong, doubt) => {
    expect(NOTICE_2026).toContain(right);
    expect(readHolidayNotice(NOTICE_2026.replace(right, wrong)).doubts).toContainEqual(doubt);
  });

  it.each(["", "你好", "2027年部分节假日安排如下：待定。"])("is none of “%s”", (text) => {
    expect(readHolidayNotice(text).doubts).not.toEqual([]);
  });
});
