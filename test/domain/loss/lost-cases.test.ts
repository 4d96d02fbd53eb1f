/** 败诉: which outcomes are lost, and which never? */
import { describe, expect, it } from "vitest";
import { isLost, losersOf, lostCases } from "../../../shared/domain/case-file/losses.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { OUTCOMES } from "../../../shared/domain/court/outcome.ts";
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

  it("is lost by whoever is still sued", () => {
    expect(losersOf(closed({ outcome: "lost" })).map(({ name }) => name)).toEqual(["沂南县公安局"]);
  });
});
