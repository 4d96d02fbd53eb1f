import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assess, points } from "../../../shared/domain/assessment/assess.ts";
import { LINYI } from "../../../shared/domain/policy.ts";
import type { Timeliness } from "../../../shared/domain/statistics/indicators.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { civilDate, type Year } from "../../../shared/domain/time/time.ts";
import { lineReason } from "../../../shared/letters/wording/assessment-wording.ts";
import { aRow, POLICE } from "../../support/statistics-rows.ts";

const YEAR = "2026" as Year;
const POLICY = LINYI.assessment;
const police = (serial: number, facts: Partial<StatisticsRow> = {}) =>
  aRow(serial, { agency: POLICE, jurisdiction: "沂南县", ...facts });
const assessed = (rows: readonly StatisticsRow[], timeliness = new Map<string, Timeliness>()) =>
  assess(rows, timeliness, YEAR, POLICY);
const agency = (rows: readonly StatisticsRow[], name = POLICE, timeliness?: Map<string, Timeliness>) =>
  assessed(rows, timeliness).agencies.find((one) => one.name === name) ?? expect.fail(name);
const reasonOf = (unit: ReturnType<typeof agency>, indicator: string) => {
  const line = lineOf(unit, indicator);
  return line && lineReason(line);
};
const lineOf = (unit: ReturnType<typeof agency>, indicator: string) =>
  unit.lines.find((line) => line.indicator === indicator);

describe("a unit's score", () => {
  it("is explained line by line, and leaves out the weight of what didn't occur", () => {
    const unit = agency([police(1), police(2), police(3, { present: false }), police(4)]);
    expect(lineOf(unit, "attendance")).toMatchObject({ indicator: "attendance", weight: 40, score: 3000 });
    expect(reasonOf(unit, "attendance")).toBe("一般案件4件出庭3件，折算出庭率75.00%。权重40，得30.00分。");
    expect(lineOf(unit, "resolution")?.score).toBeUndefined();
    expect(reasonOf(unit, "resolution")).toBe("进入调解0件，和解撤诉0件。无此项，权重不计。");
    // (30 + 0) of the 40 and 15 points that apply.
    expect(points(unit.score)).toBe("54.55");
  });

  it("weighs cases of enterprises heavier", () => {
    const unit = agency([police(1, { enterprise: true, present: false }), police(2), police(3)]);
    expect(lineOf(unit, "attendance")?.score).toBe(2000);
    expect(reasonOf(unit, "attendance")).toBe(
      "一般案件2件出庭2件，涉企案件1件出庭0件（按2倍计），折算出庭率50.00%。权重40，得20.00分。",
    );
  });

  it("counts what is unknown neither for nor against, and says so", () => {
    const unit = agency([police(1), police(2, { present: undefined })]);
    expect(lineOf(unit, "attendance")?.score).toBe(4000);
    expect(reasonOf(unit, "attendance")).toContain("另有1件出庭情况不明，未计。");
  });

  it("has reports and filings by how many came in time", () => {
    const timeliness = new Map([
      [POLICE, { reports: { due: 4, inTime: 3 }, filings: { due: 2, inTime: 2 } }],
    ]);
    const unit = agency([police(1)], POLICE, timeliness);
    expect([lineOf(unit, "reports")?.score, lineOf(unit, "filings")?.score]).toEqual([750, 1000]);
    expect(reasonOf(unit, "reports")).toMatch(/^应报告4件，按时3件。权重/u);
    expect(reasonOf(unit, "filings")).toMatch(/^应备案2件，按时2件。权重/u);
  });

  it("takes no case of another year, nor one that wasn't heard", () => {
    const rows = [police(1, { heardOn: civilDate("2025-12-31") }), police(2, { heard: false })];
    expect(assessed(rows).agencies).toEqual([]);
  });
});

describe("counties", () => {
  it("are their agencies together", () => {
    const rows = [police(1), aRow(2, { agency: "沂南县水利局", jurisdiction: "沂南县", present: false })];
    const [county] = assessed(rows).counties;
    expect(county).toMatchObject({ name: "沂南县" });
    expect(county?.lines[0]?.figures).toMatchObject({ of: "attendance", heard: 2, present: 1 });
  });
});

const marks = fc.array(
  fc.record({
    serial: fc.integer({ min: 1, max: 30 }),
    agency: fc.constantFrom("沂南县公安局", "沂南县水利局", "费县财政局"),
    present: fc.constantFrom(true, false, undefined),
    enterprise: fc.boolean(),
    rank: fc.constantFrom("principal" as const, "deputy" as const, undefined),
  }),
  { maxLength: 25 },
);

it("scores stay between nothing and a hundred, whatever the order of the rows", () => {
  fc.assert(
    fc.property(marks, (all) => {
      const rows = [...new Map(all.map((one) => [`${one.serial}${one.agency}`, one])).values()].map(
        ({ serial, ...facts }) => aRow(serial, { ...facts, jurisdiction: facts.agency.slice(0, 3) }),
      );
      const result = assessed(rows);
      for (const { score = 0 } of [...result.agencies, ...result.counties]) {
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(10_000);
      }
      expect(assessed(rows.toReversed())).toEqual(result);
    }),
  );
});

it("an agency that appears once more doesn't fall", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 15 }), (presences) => {
      const rows = presences.map((present, index) => police(index + 1, { present }));
      const more = [...rows, police(99, { present: true })];
      const attendanceOf = (of: readonly StatisticsRow[]) => lineOf(agency(of), "attendance")?.score ?? 0;
      expect(attendanceOf(more)).toBeGreaterThanOrEqual(attendanceOf(rows));
    }),
  );
});
