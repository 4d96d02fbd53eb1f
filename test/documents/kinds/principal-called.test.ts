/** 应由正职出庭: a court asks for the head himself only where it says so, not where it names him for another reason. */
import { describe, expect, it } from "vitest";
import { readFacts } from "../../../shared/documents/read-document.ts";

const called = (sentence: string) =>
  readFacts(
    `费县人民法院\n出庭通知书\n（2026）鲁1325行初71号\n费县综合行政执法局：\n原告孙某诉你局城市管理行政强制一案，本院决定于2026年11月20日9时30分开庭审理。${sentence}。\n费县人民法院\n2026年11月6日`,
  ).principalCalled?.value;

describe("a notice that calls the head himself", () => {
  it.each([
    "现通知你局主要负责人出庭应诉",
    "通知你局行政首长出庭应诉",
    "请局长本人于11月20日9时准时到庭",
    "你局主要负责人应当出庭应诉",
  ])("%s", (sentence) => {
    expect(called(sentence)).toBe(true);
  });

  it.each([
    "主要负责人不能出庭的，委托副职负责人出庭",
    "主要负责人因故不能出庭的，应当由其他负责人出庭",
    "为落实行政首长出庭应诉制度，请你局负责人出庭应诉",
    "行政机关负责人包括正职负责人和副职负责人，应当出庭",
    "可以是主要负责人，也可以是分管副职，请其出庭",
  ])("not one that says: %s", (sentence) => {
    expect(called(sentence)).toBeUndefined();
  });
});
