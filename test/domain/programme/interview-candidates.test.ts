import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LINYI } from "../../../shared/domain/policy.ts";
import { candidates } from "../../../shared/domain/programme/interview-candidates.ts";
import { statistics } from "../../../shared/domain/statistics/statistics.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { aRow, AUGUST as MONTH, POLICE } from "../../support/statistics-rows.ts";

const POLICY = LINYI.interviews;

/** Heard cases of one agency of 沂南县: `+` present, `-` absent, `?` unknown. */
function cases(marks: string, facts: Partial<StatisticsRow> = {}): StatisticsRow[] {
  return [...marks].map((mark, index) =>
    aRow(index + 1, {
      agency: POLICE,
      jurisdiction: "沂南县",
      present: mark === "?" ? undefined : mark === "+",
      ...facts,
    }),
  );
}
const proposed = (rows: readonly StatisticsRow[]) => candidates(statistics(rows, { month: MONTH }), POLICY);

describe("candidates for an interview", () => {
  it("are counties and agencies of a low rate, with the figures", () => {
    expect(proposed(cases("+-+", { reasonAccepted: true }))).toEqual([
      {
        unit: { kind: "county", name: "沂南县" },
        heard: 3,
        present: 2,
        reasons: [{ type: "low-rate", heard: 3, present: 2, rate: "66.67%", belowPercent: 90 }],
      },
      {
        unit: { kind: "agency", name: "沂南县公安局" },
        heard: 3,
        present: 2,
        reasons: [{ type: "low-rate", heard: 3, present: 2, rate: "66.67%", belowPercent: 90 }],
      },
    ]);
  });

  it("are none of few cases, of a rate just high enough, or of what a source left open", () => {
    expect(proposed(cases("+-"))).toEqual([]);
    expect(proposed(cases("+++++++++-"))).toEqual([]);
    expect(proposed(cases("??+"))).toEqual([]);
  });

  it("are agencies whose head stayed away again and again, unless the court accepted why", () => {
    const many = "++++++++++++++++++++";
    expect(proposed(cases(`--${many}`)).map(({ unit, reasons }) => [unit.kind, reasons])).toEqual([
      ["agency", [{ type: "repeated-absence", cases: ["（2026）鲁1302行初1号", "（2026）鲁1302行初2号"] }]],
    ]);
    expect(proposed(cases(`--${many}`, { reasonAccepted: true }))).toEqual([]);
  });

  it("are those with a low rate in cases of enterprises, which weigh heavier", () => {
    const rows = [...cases("++-").map((one) => ({ ...one, enterprise: true, reasonAccepted: true }))];
    expect(proposed(rows)[0]?.reasons[1]).toEqual({
      type: "low-enterprise-rate",
      heard: 3,
      present: 2,
      rate: "66.67%",
      belowPercent: 95,
    });
  });

  it("never include whoever always appeared, and don't depend on the order of rows", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("+", "-", "?"), { maxLength: 12 }), (marks) => {
        const rows = cases(marks.join(""));
        if (!marks.includes("-")) expect(proposed(rows)).toEqual([]);
        expect(proposed(rows.toReversed())).toEqual(proposed(rows));
      }),
    );
  });
});
