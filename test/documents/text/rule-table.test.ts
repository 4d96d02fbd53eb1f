import { afterEach, describe, expect, it } from "vitest";
import {
  observeRules,
  readingTable,
  ruleTable,
  tidyingTable,
} from "../../../shared/documents/text/rule-table.ts";

afterEach(() => observeRules(undefined));

describe("a table of rules", () => {
  const table = ruleTable("test-colours", ({ words }: { words: string }) => words, [
    { name: "no-colour", of: /不是/u, says: false, example: "不是红的" },
    { name: "red", of: ({ words }) => words.includes("红"), says: true, example: "红的" },
  ]);

  it("decides by the first rule that applies, and says which", () => {
    expect(table.decide({ words: "他说不是红的" })).toMatchObject({ verdict: false, rule: "no-colour" });
    expect(table.decide({ words: "红的" })).toEqual({ verdict: true, rule: "red" });
    expect(table.decide({ words: "蓝的" })).toBeUndefined();
  });

  it("hands on the words its pattern found, with their place", () => {
    expect(table.decide({ words: "他说不是红的" })?.words).toMatchObject({ 0: "不是", index: 2 });
  });

  it("refuses a pattern whose answer depends on the question before", () => {
    const rule = { name: "global", of: /红/gu, says: 1, example: "红" };
    expect(() => ruleTable("test-global", String, [rule])).toThrow(TypeError);
  });

  it("tells an observer which rule decided, and nothing where none did", () => {
    const heard: string[] = [];
    observeRules((name, rule) => heard.push(`${name} ${rule}`));
    table.decide({ words: "红的" });
    table.decide({ words: "蓝的" });
    expect(heard).toEqual(["test-colours red"]);
  });

  it("of ways to read something is decided by the first that finds it", () => {
    const days = readingTable<string, number>("test-days", [
      {
        name: "in-digits",
        reads: (text) => Number(/\d+/u.exec(text)?.[0] ?? "") || undefined,
        example: "3日",
      },
      { name: "ten", reads: (text) => (text.includes("十") ? 10 : undefined), example: "十日" },
    ]);
    expect(days.decide("3日")).toEqual({ verdict: 3, rule: "in-digits" });
    expect(days.decide("十日")).toEqual({ verdict: 10, rule: "ten" });
    expect(days.decide("日")).toBeUndefined();
  });

  it("tidies by every rule in order, and tells which changed something", () => {
    const heard: string[] = [];
    observeRules((_, rule) => heard.push(rule));
    const tidy = tidyingTable("test-tidying", [
      { name: "case", of: /一案$/u, example: "行政处罚一案" },
      { name: "marks", of: /[，。]/gu, by: "、", example: "甲，乙。" },
    ]);
    expect(tidy("甲，乙。行政处罚一案")).toBe("甲、乙、行政处罚");
    expect(tidy("甲一案")).toBe("甲");
    expect(heard).toEqual(["case", "marks", "case"]);
  });

  it("refuses two tables, or two rules, of one name", () => {
    expect(() => ruleTable("test-colours", String, [])).toThrow(TypeError);
    const rule = { name: "same", of: /./u, says: 1, example: "" };
    expect(() => ruleTable("test-doubles", String, [rule, rule])).toThrow(TypeError);
  });
});
