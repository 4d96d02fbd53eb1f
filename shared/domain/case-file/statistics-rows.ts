/** What a case counts for: one row per (case number, agency). */
import type { StatisticsRow } from "../statistics-row.ts";
import { UNKNOWN_JURISDICTION } from "../statistics-row.ts";
import { type Month, monthOf } from "../time.ts";
import { attendanceOf } from "./attendance.ts";
import { type CaseFile, sittings } from "./state.ts";

/**
 * The month a case counts to: that of its first sitting, so that a later sitting can't empty a month that has
 * been published. Undefined while nothing has been heard.
 */
export function monthOfCase(file: CaseFile): Month | undefined {
  const first = sittings(file)[0];
  return first && monthOf(first.date);
}

/** The rows of a case; none before it was heard. */
export function statisticsRows(file: CaseFile): readonly StatisticsRow[] {
  const first = sittings(file)[0];
  if (first === undefined) return [];
  return file.respondents.map(({ name, identity }) => {
    const found = attendanceOf(file, name);
    return {
      caseNumber: file.caseNumber,
      agency: name,
      jurisdiction: identity?.jurisdiction ?? UNKNOWN_JURISDICTION,
      court: file.court,
      heardOn: first.date,
      heard: true,
      present: found?.present,
      rank: found?.present === true ? found.statement.rank : undefined,
      headName: found?.present === true ? found.statement.headName : undefined,
      spoke: found?.statement.spoke,
      enterprise: file.enterprise,
      absenceReason: found?.present === false ? found.statement.absenceReason : undefined,
      outcome: file.state === "closed" ? file.outcome : undefined,
      closed: file.state === "closed",
      mediated: undefined,
      source: found?.statement.source ?? "hearing-record",
      openDifference: found?.difference ?? false,
    };
  });
}
