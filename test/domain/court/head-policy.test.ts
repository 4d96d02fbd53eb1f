/** A place's own lists of titles (§2 leaves room): which post of which agency a rule means. */
import { describe, expect, it } from "vitest";
import { judgeHead } from "../../../shared/domain/court/head.ts";
import type { HeadPolicy, HeadRule } from "../../../shared/domain/court/head-policy.ts";

const BASIS = "某法〔2022〕12号";
const counting = (rule: Omit<HeadRule, "basis">): HeadPolicy => ({
  alsoCount: [{ ...rule, basis: BASIS, rank: "deputy" }],
  neverCount: [],
  ask: [],
});
const verdict = (person: Parameters<typeof judgeHead>[0], policy: HeadPolicy) => {
  const judged = judgeHead(person, policy);
  return judged.verdict === "head" ? judged.rank : judged.verdict;
};

describe("秘书长 of a government counts here", () => {
  const policy = counting({ titles: ["秘书长"], kind: "government" });
  it.each([
    ["临沂市人民政府", "秘书长", "deputy"],
    ["临沂市人民政府", "市政府秘书长", "deputy"],
    ["临沂市人民政府", "党组成员、秘书长", "deputy"],
    ["临沂市人民政府", "副秘书长", "review"],
    ["临沂市人民政府", "兰山区政府秘书长", "review"],
    ["临沂市公安局", "秘书长", "review"],
  ])("%s, %s: %s", (agency, title, expected) => {
    expect(verdict({ agency, title }, policy)).toBe(expected);
  });

  it("an agency's kind is the directory's where it says one, and else its name's", () => {
    const title = "秘书长";
    expect(verdict({ agency: "某某管委会", title, kind: "government" }, policy)).toBe("deputy");
    expect(verdict({ agency: "临沂市人民政府", title, kind: "agency" }, policy)).toBe("review");
    expect(verdict({ agency: "临沂市人民政府办公室", title }, policy)).toBe("review");
  });
});

describe("a rule for agencies with a word in their name", () => {
  const policy = counting({ titles: ["政委"], named: ["公安局", "监狱"] });
  it.each([
    ["临沂市公安局", "deputy"],
    ["山东省某某监狱", "deputy"],
    ["临沂市司法局", "review"],
  ])("政委 of %s: %s", (agency, expected) => {
    expect(verdict({ agency, title: "政委" }, policy)).toBe(expected);
  });
});

describe("a rule for some levels", () => {
  const policy = counting({ titles: ["总工程师"], levels: ["city", "county"] });
  it.each([
    ["city", "deputy"],
    ["county", "deputy"],
    ["town", "review"],
    [undefined, "review"],
  ] as const)("at level %s: %s", (level, expected) => {
    const holder = { agency: "临沂市水利局", title: "总工程师", ...(level !== undefined && { level }) };
    expect(verdict(holder, policy)).toBe(expected);
  });
});

it("the stricter list is asked first, and says which paper it rests on", () => {
  const rule = { titles: ["副局长"], basis: BASIS };
  const person = { agency: "临沂市水利局", title: "副局长" };
  const all: HeadPolicy = { alsoCount: [{ ...rule, rank: "in-charge" }], neverCount: [rule], ask: [rule] };
  expect(judgeHead(person, all)).toEqual({
    verdict: "staff",
    because: { type: "never-counted", post: "副局长", basis: BASIS },
  });
  expect(judgeHead(person, { ...all, neverCount: [] })).toEqual({
    verdict: "review",
    because: { type: "asked-about", post: "副局长", basis: BASIS },
  });
  expect(judgeHead(person, { ...all, neverCount: [], ask: [] })).toEqual({
    verdict: "head",
    rank: "in-charge",
    by: { type: "policy", post: "副局长", basis: BASIS },
  });
});

it("of several posts the highest that makes a head counts, whichever is written first", () => {
  const agency = "临沂市公安局";
  for (const title of ["副局长、局长", "局长、副局长"])
    expect(judgeHead({ agency, title })).toEqual({ verdict: "head", rank: "principal" });
  // One that is open is asked about before one that is staff.
  expect(judgeHead({ agency, title: "法制科科长、政委" }).verdict).toBe("review");
});
