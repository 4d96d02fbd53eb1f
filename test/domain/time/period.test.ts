import { describe, expect, it } from "vitest";
import {
  isIn,
  monthsOf,
  periodOf,
  periodsClosedBy,
  previousPeriod,
  samePeriodLastYear,
} from "../../../shared/domain/time/period.ts";
import { civilDate, type Month } from "../../../shared/domain/time/time.ts";

const month = (text: string) => text as Month;
const span = (period: { from: Month; to: Month } | undefined) => period && `${period.from}/${period.to}`;

describe("a period", () => {
  it.each([
    ["month", "2026-08", "2026-08/2026-08"],
    ["quarter", "2026-08", "2026-07/2026-09"],
    ["half-year", "2026-06", "2026-01/2026-06"],
    ["half-year", "2026-07", "2026-07/2026-12"],
    ["year", "2026-02", "2026-01/2026-12"],
    ["year-to-date", "2026-08", "2026-01/2026-08"],
    ["year-to-date", "2026-01", "2026-01/2026-01"],
  ] as const)("a %s around %s is %s", (kind, text, expected) => {
    expect(span(periodOf(kind, month(text)))).toBe(expected);
  });

  it("is closed by its last month", () => {
    const closed = (text: string) => periodsClosedBy(month(text)).map(({ kind }) => kind);
    expect(closed("2026-08")).toEqual([]);
    expect(closed("2026-09")).toEqual(["quarter"]);
    expect(closed("2026-06")).toEqual(["quarter", "half-year"]);
    expect(closed("2026-12")).toEqual(["quarter", "half-year", "year"]);
  });

  it("has one before it and one a year before; a year to date has only the latter", () => {
    expect(span(previousPeriod(periodOf("quarter", month("2026-02"))))).toBe("2025-10/2025-12");
    expect(previousPeriod(periodOf("year-to-date", month("2026-08")))).toBeUndefined();
    expect(span(samePeriodLastYear(periodOf("year-to-date", month("2026-08"))))).toBe("2025-01/2025-08");
  });

  it("knows its months and days", () => {
    const quarter = periodOf("quarter", month("2026-11"));
    expect(monthsOf(quarter)).toEqual(["2026-10", "2026-11", "2026-12"]);
    expect(isIn(quarter, civilDate("2026-12-31"))).toBe(true);
    expect(isIn(quarter, civilDate("2027-01-01"))).toBe(false);
  });
});
