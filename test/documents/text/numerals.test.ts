/** Numbers in Chinese numerals: right, or no number at all. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumOf } from "../../../shared/documents/text/money.ts";
import { numeralOf } from "../../../shared/documents/text/numerals.ts";

/** As a clerk writes it: 一万零五十. */
function written(value: number): string {
  const digits = "零一二三四五六七八九";
  const below = (number: number): string => {
    let [text, isGap] = ["", false];
    for (const [unit, times] of [
      ["千", 1000],
      ["百", 100],
      ["十", 10],
      ["", 1],
    ] as const) {
      const digit = Math.floor(number / times) % 10;
      if (digit === 0) isGap = text !== "";
      else {
        text += `${isGap ? "零" : ""}${digits[digit]}${unit}`;
        isGap = false;
      }
    }
    return text;
  };
  const parts: string[] = [];
  for (const [unit, times] of [
    ["亿", 1e8],
    ["万", 1e4],
    ["", 1],
  ] as const) {
    const part = Math.floor(value / times) % 10_000;
    if (part === 0) continue;
    parts.push(`${parts.length > 0 && part < 1000 ? "零" : ""}${below(part)}${unit}`);
  }
  return parts.join("");
}

describe("a number in Chinese numerals", () => {
  it("is what a clerk wrote", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (value) => {
        expect(numeralOf(written(value))).toBe(value);
      }),
    );
  });

  it.each([
    ["十九", 19],
    ["廿四", 24],
    ["二四", 24],
    ["一〇八", 108],
    ["两", 2],
    ["一百〇八", 108],
    ["壹拾贰万", 120_000],
    ["十二万三千四百五十六点七八", 123_456.78],
    ["零点五", 0.5],
  ])("%s is %d", (text, value) => {
    expect(numeralOf(text)).toBe(value);
  });

  it.each(["", "点七八", "十点", "一万二", "三百五", "十二三", "一二万三四", "万", "三点五点二", "某"])(
    "%s is none that is sure",
    (text) => {
      expect(numeralOf(text)).toBeNaN();
    },
  );
});

describe("a sum of money", () => {
  it.each([
    ["赔偿原告十二万三千四百五十六点七八元", 123_456.78],
    ["支付三点二万元", 32_000],
    ["赔偿3.2万元", 32_000],
    ["赔偿86,400元", 86_400],
    ["赔偿人民币壹拾贰万元整", 120_000],
    ["赔偿一百零五元三角二分", 105.32],
    ["赔偿五元五角", 5.5],
    ["支付二〇〇〇元", 2000],
    ["赔偿三千元、误工费二千元，共计五千元", 5000],
  ])("%s", (words, yuan) => {
    expect(sumOf(words)).toBe(yuan);
  });

  it.each([
    "赔偿某点七八元",
    "赔偿七八元",
    "赔偿一万二元",
    "赔偿3，5000元",
    "赔偿1.2.3元",
    "赔偿一万元、二千元",
    "赔偿十几元",
    "赔偿五万余元",
    "赔偿五万多元",
    "赔偿约五万元",
    "赔偿近人民币50000元",
    "赔偿不低于50000元",
    "赔偿50000元左右",
    "赔偿50000元以下",
  ])("%s names none that is sure", (words) => {
    expect(sumOf(words)).toBeUndefined();
  });
});
