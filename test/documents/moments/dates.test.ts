import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMoments } from "../../../shared/documents/moments/dates.ts";
import { CONFIDENCE } from "../../../shared/documents/text/confidence.ts";
import { flatten } from "../../../shared/documents/text/flat-text.ts";
import { civilDate, dayOfWeek } from "../../../shared/domain/time/time.ts";

/** What is read in a text, each moment as `date time-end`. */
function read(text: string, year?: number): string[] {
  return findMoments(flatten(text), year).map(({ date, time, endTime }) =>
    [date, time && ` ${time}`, endTime && `-${endTime}`].filter(Boolean).join(""),
  );
}

describe("dates and times as court papers write them", () => {
  it.each([
    ["2026年9月24日上午9时0分至10时30分", "2026-09-24 09:00-10:30"],
    ["2026 年 9 月 24 日 下午 2：30", "2026-09-24 14:30"],
    ["二〇二六年九月十七日九点半", "2026-09-17 09:30"],
    ["二○二六年十二月三十一日下午三时", "2026-12-31 15:00"],
    ["二Ｏ二六年十月九日下午三时一刻", "2026-10-09 15:15"],
    ["二零二六年九月廿四日", "2026-09-24"],
    ["二0二六年九月二十日", "2026-09-20"],
    ["2O26年9月24日", "2026-09-24"],
    ["２０２６年０９月２４日０９：００", "2026-09-24 09:00"],
    ["2026年9月24日（星期四）上午9时", "2026-09-24 09:00"],
    ["2026年9月24日上午9时（周四）", "2026-09-24 09:00"],
    ["2026-09-24 14:30", "2026-09-24 14:30"],
    ["2026.9.24 9:00—11:30", "2026-09-24 09:00-11:30"],
    ["2026/9/24", "2026-09-24"],
    ["2026年9月24日下午2时30分至5时", "2026-09-24 14:30-17:00"],
    ["2026年9月24日上午11时至下午1时", "2026-09-24 11:00-13:00"],
    ["2026年9月24日上午11时30分至1时", "2026-09-24 11:30-13:00"],
    ["2026年9月24日9时0分始 10时50分止", "2026-09-24 09:00-10:50"],
    ["2026年9月24日下午14时", "2026-09-24 14:00"],
    ["2026年9月24日中午12时", "2026-09-24 12:00"],
    ["2026年9月\n24日上午9\n时30分", "2026-09-24 09:30"],
    ["2026年9月24日9时整", "2026-09-24 09:00"],
    ["2026年9月24日9时第3法庭", "2026-09-24 09:00"],
    ["2026年9月24日9时30人旁听", "2026-09-24 09:00"],
    ["2026年9月24日下午两点半", "2026-09-24 14:30"],
  ])("%s", (text, expected) => expect(read(text)).toEqual([expected]));

  it("leans 同年, 同月 and a bare month on the date before, and never on a birthday", () => {
    expect(read("2026年1月26日受理，于同年3月17日开庭")).toEqual(["2026-01-26", "2026-03-17"]);
    expect(read("2026年9月8日作出，同月10日收到")).toEqual(["2026-09-08", "2026-09-10"]);
    expect(read("2026年7月22日、9月2日两次开庭")).toEqual(["2026-07-22", "2026-09-02"]);
    expect(read("2026年7月22日、23日开庭")).toEqual(["2026-07-22", "2026-07-23"]);
    expect(read("2026年6月1日受理。张三，1970年1月2日出生。同年9月1日开庭")).toEqual([
      "2026-06-01",
      "1970-01-02",
      "2026-09-01",
    ]);
  });

  it("takes a bare month's year from the case where no date precedes it", () => {
    expect(read("9月24日上午9时", 2026)).toEqual(["2026-09-24 09:00"]);
    expect(read("9月24日上午9时")).toEqual([]);
  });

  it("does not take days that don't exist, laws or case numbers for dates", () => {
    expect(read("2026年2月30日")).toEqual([]);
    expect(read("（2026）鲁1302行初45号，法释〔2020〕3号，2017年修正")).toEqual([]);
    expect(read("  年  月  日  时  分")).toEqual([]);
  });

  it("is unsure where the weekday contradicts the date, the hour its half of the day, or none is said", () => {
    const [friday] = findMoments(flatten("2026年9月24日（星期五）上午9时"));
    expect(friday).toMatchObject({
      date: "2026-09-24",
      time: "09:00",
      confidence: CONFIDENCE.guessed,
      rule: "weekday-contradicts-date",
    });
    const [odd] = findMoments(flatten("2026年9月24日上午15时"));
    expect(odd).toMatchObject({ date: "2026-09-24", rule: "hour-in-doubt" });
    expect(odd?.time).toBeUndefined();
    const [two] = findMoments(flatten("2026年9月24日2时30分"));
    expect(two?.time).toBeUndefined();
    expect(two?.confidence).toBeLessThan(0.6);
  });

  it("reads every date alike in digits and numerals, whole and broken over lines", () => {
    const days = fc.record({
      year: fc.integer({ min: 2015, max: 2030 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      cut: fc.nat(20),
    });
    fc.assert(
      fc.property(days, ({ year, month, day, cut }) => {
        const date = civilDate(`${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
        const weekday = "日一二三四五六"[dayOfWeek(date)];
        const digits = `${year}年${month}月${day}日（星期${weekday}）上午9时`;
        const numerals = `${[...String(year)].map((digit) => "〇一二三四五六七八九"[Number(digit)]).join("")}年${chinese(month)}月${chinese(day)}日九时`;
        for (const text of [digits, numerals]) {
          const at = cut % text.length;
          for (const gap of ["", " ", "\n", "\u3000"]) {
            const broken = `${text.slice(0, at)}${gap}${text.slice(at)}`;
            expect(read(broken)).toEqual([`${date} 09:00`]);
            expect(findMoments(flatten(broken))[0]?.confidence).toBeGreaterThan(0.9);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

function chinese(value: number): string {
  const digit = (one: number) => ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"][one] ?? "";
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? digit(tens) : ""}${tens > 0 ? "十" : ""}${digit(value % 10)}`;
}
