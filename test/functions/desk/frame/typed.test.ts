import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FormReader, formOf } from "../../../../functions/desk/frame/form.ts";
import { dayTyped, emailTyped, phoneTyped, timeTyped } from "../../../../functions/desk/frame/typed.ts";
import { addDays, civilDate } from "../../../../shared/domain/time/time.ts";
import { printedDate } from "../../../../shared/letters/frame/dates.ts";

const YEAR = { from: civilDate("2026-01-01"), to: civilDate("2026-12-31") };
const wide = (text: string) =>
  text.replace(/[!-~]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0));

describe("a day", () => {
  it.each([
    ["2026年10月30日", "2026-10-30"],
    ["2026/9/3", "2026-09-03"],
    ["2026.9.3", "2026-09-03"],
    ["2026-9-3", "2026-09-03"],
    ["２０２６－０９－０３", "2026-09-03"],
    ["２０２６年９月３日", "2026-09-03"],
    ["2026 年 9 月 3 日", "2026-09-03"],
    ["2026年9月3", "2026-09-03"],
    ["2026—09—03", "2026-09-03"],
    ["20260903", "2026-09-03"],
    ["二〇二六年九月三日", "2026-09-03"],
    ["10月30日", "2026-10-30"],
    ["10月30号", "2026-10-30"],
    ["10/30", "2026-10-30"],
    ["10．30", "2026-10-30"],
    ["2026年10月30日（星期五）", "2026-10-30"],
  ])("is read in %s", (text, date) => {
    expect(dayTyped(text, YEAR)).toBe(date);
  });

  it.each([
    "",
    "2026-02-30",
    "2026年13月1日",
    "6月31日",
    "明天",
    "9月3日至9月5日",
    "2026年",
    "9月3日或者4日",
    "1234567890",
  ])("is not read in %j", (text) => {
    expect(dayTyped(text, YEAR)).toBeUndefined();
  });

  it("without its year lies within the days asked for", () => {
    const days = { from: civilDate("2026-11-30"), to: civilDate("2027-02-28") };
    expect(dayTyped("12月3日", days)).toBe("2026-12-03");
    expect(dayTyped("1月3日", days)).toBe("2027-01-03");
    expect(dayTyped("2月29日", days)).toBeUndefined();
  });

  it("is the same in every way and width it is written", () => {
    const days = { from: civilDate("2020-01-01"), to: civilDate("2035-12-31") };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), (offset) => {
        const date = addDays(days.from, offset);
        const [y, m, d] = date.split("-").map(Number);
        for (const text of [
          date,
          `${y}/${m}/${d}`,
          `${y}.${m}.${d}`,
          printedDate(date),
          date.replaceAll("-", ""),
        ])
          expect([dayTyped(text, days), dayTyped(wide(text), days)]).toEqual([date, date]);
      }),
    );
  });
});

describe("an hour", () => {
  it.each([
    ["09:00", "09:00"],
    ["9:00", "09:00"],
    ["9：00", "09:00"],
    ["９：００", "09:00"],
    ["0９：３０", "09:30"],
    ["9时30分", "09:30"],
    ["９时３０分", "09:30"],
    ["上午9点", "09:00"],
    ["上午 9 点半", "09:30"],
    ["下午2时30分", "14:30"],
    ["14时", "14:00"],
    ["九时三十分", "09:30"],
  ])("is read in %s", (text, time) => {
    expect(timeTyped(text)).toBe(time);
  });

  it.each(["", "25:00", "9:75", "上午15时", "2点", "9", "9时至11时", "看通知"])(
    "is not read in %j",
    (text) => {
      expect(timeTyped(text)).toBeUndefined();
    },
  );
});

describe("an address, a number", () => {
  it.each([
    ["fazhi＠example．cn", "fazhi@example.cn"],
    ["ｆａｚｈｉ＠ｅｘａｍｐｌｅ．ｃｎ", "fazhi@example.cn"],
    [" fazhi@example。cn\u200B", "fazhi@example.cn"],
    ["mailto:fazhi@example.cn", "fazhi@example.cn"],
  ])("%s", (text, address) => {
    expect(emailTyped(text)).toBe(address);
  });

  it.each([
    ["０５３９－３２２１２３４", "0539-3221234"],
    ["0539—3221234", "0539-3221234"],
    ["（０５３９）3221234 转 8", "(0539)3221234 转 8"],
    ["１３８００００００００", "13800000000"],
  ])("%s", (text, phone) => {
    expect(phoneTyped(text)).toBe(phone);
  });
});

describe("a form", () => {
  it("takes a person's name and post parted by any mark, and a day as a paper has it", () => {
    const reader = new FormReader(formOf({ staff: "李明：法规科科长\n王芳，科员", date: "９月３日" }));
    expect(reader.people("staff", "工作人员", 3)).toEqual([
      { name: "李明", title: "法规科科长" },
      { name: "王芳", title: "科员" },
    ]);
    expect(reader.date("date", "日期", YEAR.from, YEAR.to)).toBe("2026-09-03");
    expect(reader.problems).toEqual([]);
  });

  it("says what it would read, with an example in each way", () => {
    const reader = new FormReader(formOf({ date: "明天", time: "2点" }));
    reader.date("date", "会议日期", YEAR.from, YEAR.to);
    reader.time("time", "会议时间");
    expect(reader.problems.map(({ message }) => message)).toEqual([
      "请填写会议日期，例如：2026年12月31日，或者2026-12-31。",
      "请填写会议时间，例如：09:00，或者上午9时、下午2时30分。",
    ]);
  });
});
