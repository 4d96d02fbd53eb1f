/** Is a case a court's own, by the code in its number? */
import { describe, expect, it } from "vitest";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { isAbove, isCaseOf } from "../../../shared/domain/court/case-of-court.ts";

describe("a case is a court's own", () => {
  it.each([
    ["（2026）鲁1321行初77号", "鲁1321", true],
    ["（2026）鲁1321行初77号", "1321", true],
    ["（2026）鲁1321行初77号", "鲁1302", false],
    ["（2026）鲁13行终7号", "鲁13", true],
    ["（2026）鲁13行终7号", "鲁1302", false],
    ["（2026）鲁1302行初7号", "鲁13", false],
    // A short name of the time before 2016 tells nothing.
    ["（2015）沂行初字第7号", "鲁1321", undefined],
    ["（2026）最高法行申7号", "鲁13", undefined],
  ])("%s of %s: %s", (number, code, own) => {
    expect(isCaseOf(caseNumber(number), code)).toBe(own);
  });
});

describe("a court is above a case's own", () => {
  it.each([
    ["（2026）鲁1302行初7号", "鲁13", true],
    ["（2026）鲁1302行初7号", "鲁1302", false],
    ["（2026）鲁13行初7号", "鲁1302", false],
    ["（2026）鲁1502行初7号", "鲁13", false],
    ["（2026）鲁13行终7号", "鲁1", false],
  ])("%s, %s: %s", (number, code, above) => {
    expect(isAbove(code, caseNumber(number))).toBe(above);
  });
});
