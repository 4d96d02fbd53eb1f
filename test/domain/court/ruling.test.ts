/** 裁判结果: which ruling can stand beside which outcome, and what either says by itself. */
import { describe, expect, it } from "vitest";
import { OUTCOMES, type Outcome } from "../../../shared/domain/court/outcome.ts";
import {
  isHalt,
  isOnMerits,
  isRuledSo,
  RULINGS,
  type Ruling,
  rulingIn,
} from "../../../shared/domain/court/ruling.ts";

/** For each ruling the outcomes it can be of; one that ends an appeal, or ends a case otherwise, can be of any. */
const OF: Readonly<Record<Ruling, readonly Outcome[] | "any">> = {
  annulled: ["lost"],
  changed: ["lost"],
  illegal: ["lost"],
  void: ["lost"],
  perform: ["lost"],
  pay: ["lost"],
  agreement: ["lost"],
  dismissed: ["won"],
  maintained: ["won"],
  inadmissible: ["won"],
  // An action that was never filed is a victory of nobody.
  "not-filed": ["won", "other"],
  settled: ["settled", "withdrawn"],
  mediated: ["settled", "withdrawn"],
  withdrawn: ["settled", "withdrawn"],
  "deemed-withdrawn": ["settled", "withdrawn"],
  upheld: "any",
  reversed: "any",
  remanded: "any",
  ended: "any",
  other: "any",
  // 移送, 中止 leave the case open.
  transferred: ["other"],
  suspended: ["other"],
};

it.each(RULINGS)("%s stands only beside what it means for the agency", (ruling) => {
  const possible = OF[ruling];
  expect(OUTCOMES.filter((outcome) => isRuledSo(ruling, outcome))).toEqual(
    possible === "any" ? [...OUTCOMES] : OUTCOMES.filter((outcome) => possible.includes(outcome)),
  );
});

it("移送 and 中止 leave a case open, nothing else does", () => {
  expect(RULINGS.filter(isHalt)).toEqual(["transferred", "suspended"]);
  expect(isHalt(undefined)).toBe(false);
});

describe("the ruling of a case", () => {
  it.each<[Ruling | undefined, Outcome | undefined, Ruling | undefined]>([
    ["annulled", "lost", "annulled"],
    [undefined, "settled", "settled"],
    [undefined, "withdrawn", "withdrawn"],
    [undefined, "remanded", "remanded"],
    [undefined, "upheld", "upheld"],
    [undefined, "other", "other"],
    [undefined, "lost", undefined],
    [undefined, "won", undefined],
    [undefined, undefined, undefined],
  ])("stated %s, outcome %s: %s", (stated, outcome, ruling) => {
    expect(rulingIn(stated, outcome)).toBe(ruling);
  });
});

describe("decided on the merits (实体判决)", () => {
  it.each<[string, Parameters<typeof isOnMerits>, boolean | undefined]>([
    ["an act annulled", ["annulled", "lost", undefined], true],
    ["claims dismissed", ["dismissed", "won", undefined], true],
    ["an action dismissed by a ruling", ["inadmissible", "won", "ruling"], false],
    ["withdrawn, whatever the paper's form", ["withdrawn", "withdrawn", "judgment"], false],
    ["lost, nobody says how", [undefined, "lost", undefined], true],
    ["another ruling: by what the agency lost", ["other", "lost", undefined], true],
    ["another ruling: by the form of the paper", ["other", "won", "judgment"], true],
    ["won by a judgment", [undefined, "won", "judgment"], true],
    ["won by a ruling", [undefined, "won", "ruling"], false],
    ["settled before the court", ["other", "won", "mediation"], false],
    ["won, nobody says how", [undefined, "won", undefined], undefined],
  ])("%s", (_, given, merits) => {
    expect(isOnMerits(...given)).toBe(merits);
  });
});
