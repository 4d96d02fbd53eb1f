import { describe, expect, it } from "vitest";
import { anyOf, wordList } from "../../../shared/documents/text/words.ts";

describe("vocabulary", () => {
  const VERBS = wordList(`
    到庭 出庭
    参加(?:庭审|诉讼)
  `);

  it("is a list of words over several lines", () =>
    expect(VERBS).toEqual(["到庭", "出庭", "参加(?:庭审|诉讼)"]));

  it("becomes one part of a pattern, whole whatever stands beside it", () => {
    const pattern = new RegExp(`^未${anyOf(VERBS, ["来"])}$`, "u");
    for (const text of ["未到庭", "未参加诉讼", "未来"]) expect(text).toMatch(pattern);
    for (const text of ["到庭", "未参加", "未"]) expect(text).not.toMatch(pattern);
  });
});
