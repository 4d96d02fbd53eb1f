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
    expect(state[0]).toEqual({ type: "heard", heard: 3, present: 2 });
    expect(counties).toEqual([{ name: "沂南县", heard: 3, present: 2, rate: "66.67%" }]);
  });

  it("picks typical cases by rule, each once and no more than the policy wants", () => {
    const rows = [
      police(1, { present: false, enterprise: true, outcome: "lost" }),
      police(2, { rank: "principal", outcome: "settled" }),
      ...Array.from({ length: 9 }, (_, index) => police(10 + index, { rank: "principal", spoke: true })),
    ];
    const { cases } = pack(rows);
    expect(cases).toHaveLength(LINYI.meetingPack.cases);
    expect(new Set(cases.map(({ caseNumber }) => caseNumber)).size).toBe(cases.length);
    expect(cases.map(({ why }) => why)).toContainEqual([{ type: "settled-with-principal" }]);
    expect(cases[0]?.why).toEqual([{ type: "enterprise-without-head" }, { type: "lost-without-head" }]);
  });

  it("makes no example and no problem of heads whose reason the court accepted", () => {
    const excused = { present: false, enterprise: true, outcome: "lost", reasonAccepted: true } as const;
    const { cases, problems } = pack([police(1, excused), police(2, excused), police(3)]);
    expect(cases).toEqual([]);
    expect(problems).toEqual([{ type: "heads-absent", absent: 2, rate: "33.33%" }]);
  });

  it("names problems with what to do about each", () => {
    const { problems, next } = pack([
      police(1, { present: false }),
      police(2, { present: false }),
      police(3, { openDifference: true }),
      police(4, { present: undefined }),
    ]);
    expect(problems).toEqual([
      { type: "heads-absent", absent: 2, rate: "25.00%" },
      { type: "absent-again-and-again", agencies: [{ name: POLICE, times: 2 }] },
      { type: "sources-differ", cases: 1 },
      { type: "attendance-unknown", cases: 1 },
    ]);
    expect(next).toEqual(problems.map(({ type }) => ({ type })));
  });

  it("says so where there is nothing to complain of, and doesn't depend on the order of rows", () => {
    const rows = [police(1), police(2)];
    expect(pack(rows)).toMatchObject({ problems: [], next: [{ type: "go-on" }] });
    expect(pack(rows.toReversed())).toEqual(pack(rows));
  });
});
