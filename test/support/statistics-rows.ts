/** Rows of statistics for tests: a case heard in August with its head present, but for what is given. */
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import type { StatisticsRow } from "../../shared/domain/statistics/statistics-row.ts";
import { civilDate, type Month } from "../../shared/domain/time/time.ts";

export const AUGUST = "2026-08" as Month;
export const LANSHAN = "临沂市兰山区人民政府";
export const POLICE = "沂南县公安局";

/** `serial` tells cases apart; `type` is that of the case number (行初). */
export function aRow(serial: number, facts: Partial<StatisticsRow> & { type?: string } = {}): StatisticsRow {
  const { type = "行初", ...given } = facts;
  return {
    caseNumber: caseNumber(`（2026）鲁1302${type}${serial}号`),
    agency: LANSHAN,
    jurisdiction: "兰山区",
    court: "临沂市兰山区人民法院",
    heardOn: civilDate("2026-08-12"),
    heard: true,
    present: true,
    rank: undefined,
    headName: undefined,
    spoke: undefined,
    enterprise: false,
    absenceReason: undefined,
    absenceGround: undefined,
    reasonAccepted: undefined,
    withoutHead: undefined,
    conduct: undefined,
    excused: undefined,
    outcome: undefined,
    closed: undefined,
    mediated: undefined,
    source: "court-ledger",
    openDifference: false,
    ...given,
  };
}
