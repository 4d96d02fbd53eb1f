import { describe, expect, it } from "vitest";
import { plausible } from "../../../shared/documents/moments/plausible-day.ts";
import { civilDate, clockTime } from "../../../shared/domain/time/time.ts";

const day = (date: string, rule = "date-in-full") => ({
  start: 0,
  end: 1,
  date: civilDate(date),
  time: clockTime("09:00"),
  confidence: rule === "date-in-full" ? 0.98 : 0.75,
  rule,
});
const paper = (issuedOn?: string) => ({
  caseYear: 2026,
  issuedOn: issuedOn === undefined ? undefined : civilDate(issuedOn),
});

describe("the day of a hearing against what else the paper says", () => {
  it("stands where it comes after the paper and in the case's years", () => {
    expect(plausible(day("2026-07-15"), paper("2026-07-01"))).toEqual(day("2026-07-15"));
    expect(plausible(day("2026-07-01"), paper("2026-07-01"))).toEqual(day("2026-07-01"));
    expect(plausible(day("2027-01-07"), paper())).toEqual(day("2027-01-07"));
  });

  it("is for a person to see where the paper is later, or the year is another", () => {
    expect(plausible(day("2026-06-15"), paper("2026-07-01")).confidence).toBeLessThan(0.8);
    expect(plausible(day("2025-07-15"), paper()).confidence).toBeLessThan(0.8);
    expect(plausible(day("2062-07-15"), paper()).confidence).toBeLessThan(0.8);
  });

  it("without a year is the first such day after the paper", () => {
    const bare = (date: string) => day(date, "date-without-year");
    expect(plausible(bare("2026-05-27"), paper("2026-05-10"))).toMatchObject({
      date: "2026-05-27",
      confidence: 0.85,
    });
    expect(plausible(bare("2026-01-07"), paper("2026-12-20"))).toMatchObject({
      date: "2027-01-07",
      confidence: 0.85,
    });
    expect(plausible(bare("2026-05-01"), paper("2026-05-10")).confidence).toBeLessThan(0.8);
    expect(plausible(bare("2026-05-27"), paper()).confidence).toBeLessThan(0.8);
  });
});
