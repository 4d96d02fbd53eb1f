import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  changeOfCount,
  percent,
  percentagePoints,
  pointsBetween,
  rateUnits,
} from "../../../shared/domain/statistics/rate.ts";

const ratio = (part: number, whole: number) => ({ part, whole });
const ratios = fc
  .tuple(fc.integer({ min: 0, max: 5_000_000 }), fc.integer({ min: 1, max: 5_000_000 }))
  .map(([a, b]) => ratio(Math.min(a, b), Math.max(a, b)));

describe("rates", () => {
  it.each([
    ["Qingdao's principals", 115, 1006, "11.43%"],
    ["heads who spoke", 663, 837, "79.21%"],
    ["disputes settled after mediation", 4973, 16324, "30.46%"],
    ["exactly half a hundredth goes up", 1, 20_000 / 5, "0.03%"],
    ["a third", 1, 3, "33.33%"],
    ["one half keeps its decimals", 1, 2, "50.00%"],
    ["none of some", 0, 3, "0.00%"],
    ["all", 14_730, 14_730, "100%"],
    ["nearly all", 24_999, 25_000, "99.99%"],
    ["less nearly all", 1_999_999, 2_000_000, "99.99%"],
    ["nothing heard", 0, 0, "—"],
  ])("%s: %i/%i is %s", (_, part, whole, printed) => {
    expect(percent(ratio(part, whole))).toBe(printed);
  });

  it("prints one decimal where a bulletin does", () => {
    expect(percent(ratio(14_665, 14_730), 1)).toBe("99.6%");
    expect(percent(ratio(14_729, 14_730), 1)).toBe("99.9%");
    expect(percent(ratio(14_730, 14_730), 1)).toBe("100%");
  });

  it("is half-up to the exact value, and 100 % for all and nothing less", () => {
    fc.assert(
      fc.property(ratios, ({ part, whole }) => {
        const units = rateUnits(ratio(part, whole)) ?? Number.NaN;
        if (part === whole) expect(units).toBe(10_000);
        else if (units === 9_999) expect(part * 20_000).toBeGreaterThanOrEqual(whole * 19_997);
        else {
          // units − ½ ≤ 10 000 · part / whole < units + ½, in whole numbers
          expect(2 * 10_000 * part).toBeGreaterThanOrEqual((2 * units - 1) * whole);
          expect(2 * 10_000 * part).toBeLessThan((2 * units + 1) * whole);
        }
      }),
    );
  });

  it("refuses what is no share of a whole", () => {
    expect(() => percent(ratio(2, 1))).toThrow(RangeError);
    expect(() => percent(ratio(-1, 1))).toThrow(RangeError);
    expect(() => percent(ratio(0.5, 1))).toThrow(RangeError);
  });
});

describe("changes", () => {
  it("of a rate are in percentage points", () => {
    expect(pointsBetween(8978, 7205)).toBe("+17.73");
    expect(pointsBetween(7205, 8978)).toBe("-17.73");
    expect(pointsBetween(8978, 8978)).toBe("0.00");
    expect(percentagePoints(ratio(1, 3), ratio(2, 3))).toBe("-33.34");
    expect(percentagePoints(ratio(1, 3), ratio(0, 0))).toBe("—");
  });

  it("of a rate are what a reader gets from the printed rates", () => {
    fc.assert(
      fc.property(ratios, ratios, (now, before) => {
        const printed = Number.parseFloat(percent(now)) - Number.parseFloat(percent(before));
        expect(Number(percentagePoints(now, before))).toBeCloseTo(printed, 6);
      }),
    );
  });

  it("of a count are in percent", () => {
    expect(changeOfCount(90, 80)).toBe("+12.50%");
    expect(changeOfCount(80, 90)).toBe("-11.11%");
    expect(changeOfCount(300, 100)).toBe("+200.00%");
    expect(changeOfCount(7, 7)).toBe("0.00%");
    expect(changeOfCount(7, 0)).toBe("—");
  });
});
