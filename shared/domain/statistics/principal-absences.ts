/** Which agencies owed their principal and didn't send him, without leave: the second time in a year is a matter for 约谈. */
import type { StatisticsRow } from "./statistics-row.ts";

/** Whether a principal was owed at a sitting and none came. Undefined while nobody knows who came, or none was owed. */
function principalStayedAway(row: StatisticsRow): boolean | undefined {
  if (row.principalOwed === undefined || row.heard !== true || row.present === undefined) return undefined;
  // Another's head appeared for all (法释〔2020〕3号 §3).
  if (row.excused !== undefined) return undefined;
  return !(row.present && row.rank === "principal");
}

/** An agency's rows in which its principal stayed away without the approval that was asked for, by the day of the sitting. */
export interface PrincipalAbsences {
  readonly agency: string;
  readonly rows: readonly StatisticsRow[];
}

/** The agencies that have any, by name. */
export function principalAbsences(rows: Iterable<StatisticsRow>): readonly PrincipalAbsences[] {
  const byAgency = new Map<string, StatisticsRow[]>();
  for (const row of rows)
    if (principalStayedAway(row) === true && row.principalExcused !== true)
      byAgency.set(row.agency, [...(byAgency.get(row.agency) ?? []), row]);
  return [...byAgency]
    .map(([agency, own]) => ({
      agency,
      rows: own.toSorted((one, other) => ((one.heardOn ?? "") < (other.heardOn ?? "") ? -1 : 1)),
    }))
    .toSorted((one, other) => (one.agency < other.agency ? -1 : 1));
}
