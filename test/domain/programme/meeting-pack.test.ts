import { describe, expect, it } from "vitest";
import { LINYI } from "../../../shared/domain/policy.ts";
import type { Correction } from "../../../shared/domain/programme/entry.ts";
import { packContents } from "../../../shared/domain/programme/meeting-pack.ts";
import { statistics } from "../../../shared/domain/statistics/statistics.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { AUGUST, aRow, POLICE } from "../../support/statistics-rows.ts";

const police = (serial: number, facts: Partial<StatisticsRow> = {}) =>
  aRow(serial, { agency: POLICE, jurisdiction: "沂南县", ...facts });
const pack = (rows: readonly StatisticsRow[], corrections: readonly Correction[] = []) =>
  packContents(
    { figures: statistics(rows, { month: AUGUST }), rows, timeliness: new Map(), corrections },
    LINYI.meetingPack,
  );

describe("a pack for the joint meeting", () => {
  it("says how matters stand, as the bulletin counts them", () => {
    const { state, counties } = pack([police(1), police(2, { present: false }), police(3)]);
    expect(state[0]).toBe("开庭审理行政案件3件，负责人出庭2件，出庭率66.67%。");
    expect(counties).toEqual([{ name: "沂南县", heard: 3, present: 2, rate: "66.67%" }]);
  });

  it("picks typical cases by rule, each once and no more than the policy wants", () => {
    const rows = [
      police(1, { present: false, enterprise: true, outcome: "lost", reasonAccepted: true }),
      police(2, { rank: "principal", outcome: "settled-withdrawn" }),
      ...Array.from({ length: 9 }, (_, index) => police(10 + index, { rank: "principal", spoke: true })),
    ];
    const { cases } = pack(rows);
    expect(cases).toHaveLength(LINYI.meetingPack.cases);
    expect(new Set(cases.map(({ caseNumber }) => caseNumber)).size).toBe(cases.length);
    expect(cases.map(({ why }) => why)).toContain("正职负责人出庭，争议实质性化解，可作示范。");
  });

  it("names problems with what to do about each", () => {
    const { problems, next } = pack([
      police(1, { present: false }),
      police(2, { present: false }),
      police(3, { openDifference: true }),
      police(4, { present: undefined }),
    ]);
    expect(problems).toEqual([
      "负责人未出庭2件，出庭率25.00%，尚未实现应出尽出。",
      `多次未出庭的单位：${POLICE}（2次）。`,
      "法院记载与行政机关备案不一致、尚未核对清楚的1件。",
      "已开庭但出庭情况不明的1件。",
    ]);
    expect(next).toHaveLength(problems.length);
  });

  it("says so where there is nothing to complain of, and doesn't depend on the order of rows", () => {
    const rows = [police(1), police(2)];
    expect(pack(rows)).toMatchObject({ problems: [], next: [expect.stringContaining("保持")] });
    expect(pack(rows.toReversed())).toEqual(pack(rows));
  });
});
