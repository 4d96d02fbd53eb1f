/** What a case's history calls each letter: every key that obligations have, found in their source. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { letterNamed } from "../../../shared/letters/wording/history-wording.ts";

const FOLDERS = ["shared/domain/obligations", "shared/domain/case-file"];
/** Where the key of an obligation begins: with a word of its own. */
const KEY = /(?:once\(\s*|onceADay\(\s*|key(?: =|:) |return )`([a-z][a-z-]+):\$\{/gu;
/** Keys of what isn't a letter on a case: of an answer's receipt, of what is remembered beside letters. */
const NO_LETTERS = new Set(["answer", "loss", "obstacle-answer", "registered"]);

const keys = FOLDERS.flatMap((folder) =>
  readdirSync(join(import.meta.dirname, "../../..", folder))
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => {
      const text = readFileSync(join(import.meta.dirname, "../../..", folder, name), "utf8");
      return [...text.matchAll(KEY)].map(([, key = ""]) => key);
    }),
);

describe("a letter in the history", () => {
  it("finds the keys it asks about", () => {
    expect(keys.length).toBeGreaterThan(25);
    expect(keys).toContain("principal-absence-answered");
  });

  it.each([...new Set(keys)].filter((key) => !NO_LETTERS.has(key)))("has a name of its own: %s", (key) => {
    const matter = key === "announced" || key === "copied" ? ":report" : "";
    const named = letterNamed(key === "duty" ? "duty:defence:a" : `${key}${matter}:1:沂南县公安局`);
    expect(named).not.toBe("通知");
  });

  it.each([
    ["principal:1:沂南县公安局", "主要负责人出庭应诉通知"],
    ["principal-absence-answered:2026-09-10T01:00:00Z:沂南县公安局", "正职不出庭说明的批复"],
    ["designation-idle:instance:1:bureau:2:沂南县人民政府", "案件办理单办理提醒"],
    ["designated:instance:1:沂南县人民政府", "指派通知"],
    ["withdrawn:instance:1:沂南县人民政府", "指派通知"],
  ])("%s is %s", (key, name) => expect(letterNamed(key)).toBe(name));
});
