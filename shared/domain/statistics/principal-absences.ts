/** Was a principal owed at a sitting and kept away without leave? The second time in a year is a matter for 约谈. */
import type { StatisticsRow } from "./statistics-row.ts";

/**
 * Whether a principal was owed at a sitting, none came, and nobody excused it: neither the approval that was asked for, nor the
 * court, which accepted the reason why no head came at all. False where nobody knows who came, or none was owed.
 */
export function principalStayedAway(row: StatisticsRow): boolean {
  if (row.principalOwed === undefined || row.heard !== true || row.present === undefined) return false;
  // Another's head appeared for all (法释〔2020〕3号 §3).
  if (row.excused !== undefined) return false;
  if (row.principalExcused === true || (!row.present && row.reasonAccepted === true)) return false;
  return !(row.present && row.rank === "principal");
}
