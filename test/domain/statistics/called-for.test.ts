/** Those who were called, principals who were to come, defences made in time, sittings online: figures, and the cases behind them. */
import { describe, expect, it } from "vitest";
import type { CalledForPart } from "../../../shared/domain/statistics/called-for.ts";
import { rowsBehind } from "../../../shared/domain/statistics/figure-rows.ts";
import { statistics } from "../../../shared/domain/statistics/statistics.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { AUGUST, aRow, POLICE } from "../../support/statistics-rows.ts";

const rows: readonly StatisticsRow[] = [
  aRow(1, { notified: true, mode: "online", defence: "in-time" }),
  aRow(2, { notified: true, present: false, mode: "in-person", defence: "late" }),
  aRow(3, { notified: true, present: undefined, defence: "open" }),
  aRow(4, { principalOwed: ["court"], rank: "principal", mode: "elsewhere" }),
  aRow(5, { principalOwed: ["class"], rank: "deputy", principalExcused: true }),
  aRow(6, { principalOwed: ["repeat"], present: false, principalExcused: false }),
  aRow(7),
  // Two respondents of one case: pairs count twice, the sitting once.
  aRow(8, { mode: "online", defence: "in-time" }),
  aRow(8, { agency: POLICE, mode: "online", defence: "late" }),
  // Not heard: of none.
  aRow(9, { heard: false, present: undefined, notified: true, mode: "online", defence: "late" }),
];
const { calledFor } = statistics(rows, { month: AUGUST });

describe("those called for", () => {
  it("are counted among what was heard", () => {
    expect(calledFor).toEqual({
      notified: 3,
      "notified.present": 1,
      "principal-owed": 3,
      "principal-owed.came": 1,
      "principal-owed.excused": 1,
      defence: 4,
      "defence.in-time": 2,
      "defence.unknown": 1,
      "mode-known": 4,
      online: 2,
    });
  });

  it.each(Object.entries(calledFor) as [CalledForPart, number][])("%s names its %d", (part, count) => {
    const behind = rowsBehind(`called:${part}`, rows, { month: AUGUST });
    const ofCases = part === "mode-known" || part === "online";
    expect(ofCases ? new Set(behind.map(({ caseNumber }) => caseNumber)).size : behind.length).toBe(count);
  });
});
