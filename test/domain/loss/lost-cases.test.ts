/** 败诉: which outcomes are lost, and which never? */
import { describe, expect, it } from "vitest";
import { wantedLossDuties } from "../../../shared/domain/case-file/duties/loss-duties.ts";
import { isLost, losersOf, lostCases } from "../../../shared/domain/case-file/losses.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { docketRows } from "../../../shared/domain/case-file/statistics-rows.ts";
import { OUTCOMES } from "../../../shared/domain/court/outcome.ts";
import { evolveJudgment } from "../../../shared/domain/judgment/judgment-matter.ts";
import { at, given, RULES, summons } from "../../support/case-builders.ts";

const open = given(summons());
const closed = (facts: Partial<CaseFile>): CaseFile =>
  ({ ...open, state: "closed", outcome: "won", ...facts }) as CaseFile;

describe("a case", () => {
  it.each(OUTCOMES)("that ended as %s is lost only where the agency was found wrong", (outcome) => {
    expect(isLost(closed({ outcome }))).toBe(outcome === "lost");
  });

  it("sent back (发回重审) is never lost, nor one that goes on, nor one opened by mistake", () => {
    expect(isLost(closed({ outcome: "remanded" }))).toBe(false);
    expect(isLost(open)).toBe(false);
    expect(isLost(closed({ outcome: "lost", void: true }))).toBe(false);
    expect(losersOf(closed({ outcome: "remanded" }))).toEqual([]);
    expect(lostCases(closed({ outcome: "remanded" }), at("10-12"), RULES)).toEqual([]);
  });

  it("is lost by the one that is still sued", () => {
    expect(losersOf(closed({ outcome: "lost" })).map(({ name }) => name)).toEqual(["沂南县公安局"]);
  });

  const [police] = open.respondents;
  const both = [police, { ...police, name: "沂南县人民政府" }] as CaseFile["respondents"];
  const given2 = (heldAgainst?: readonly string[]) =>
    closed({
      outcome: "lost",
      respondents: both,
      judgment: evolveJudgment(undefined, {
        type: "judgment-given",
        judgment: { document: "j", form: "judgment", ordered: [], ...(heldAgainst && { heldAgainst }) },
      }),
    });

  it("of several sued is lost by those the order names, and the other is asked for nothing", () => {
    const file = given2(["沂南县公安局"]);
    expect(losersOf(file).map(({ name }) => name)).toEqual(["沂南县公安局"]);
    expect(lostCases(file, at("10-12"), RULES).map(({ respondent }) => respondent)).toEqual(["沂南县公安局"]);
    expect(losersOf(given2(both.map(({ name }) => name)))).toHaveLength(2);
  });

  it("of several sued is in the figures as lost, by those the order names; of the others it isn't known", () => {
    const outcomes = (file: CaseFile) => docketRows(file).map(({ agency, outcome }) => [agency, outcome]);
    const [one, other] = both.map(({ name }) => name);
    expect(outcomes(given2(["沂南县公安局"]))).toEqual([
      [one, "lost"],
      [other, undefined],
    ]);
    // Where it names nobody the case is lost all the same.
    expect(outcomes(given2())).toEqual([
      [one, "lost"],
      [other, "lost"],
    ]);
  });

  it("of several sued of whom the order names nobody waits for a person: nobody is asked, the register shows it", () => {
    for (const file of [given2(), given2([]), closed({ outcome: "lost", respondents: both })]) {
      expect(losersOf(file)).toEqual([]);
      expect(wantedLossDuties(file, at("12-12"), RULES)).toEqual([]);
      const rows = lostCases(file, at("10-12"), RULES);
      expect(rows.map(({ respondent, state }) => [respondent, state])).toEqual(
        both.map(({ name }) => [name, "unclear"]),
      );
    }
  });
});
