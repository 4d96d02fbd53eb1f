/** What counts of a stretch of months: its rows, and how far reports and filings of their cases came in time. */

import { added, timelinessOf } from "../../../shared/domain/case-file/timeliness.ts";
import type { CaseNumber } from "../../../shared/domain/court/case-number.ts";
import type { Timeliness } from "../../../shared/domain/statistics/assessment.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { monthsOf, type Period } from "../../../shared/domain/time/period.ts";
import type { CivilDate } from "../../../shared/domain/time/time.ts";
import type { Records } from "../../../shared/ports/records.ts";

/** Case files read side by side: as many as keep a table busy without making it wait. */
const AT_ONCE = 25;

/** The rows of a period, month by month. */
export async function rowsOfPeriod(
  records: Pick<Records, "monthRows">,
  jurisdiction: string,
  period: Pick<Period, "from" | "to">,
): Promise<readonly StatisticsRow[]> {
  const rows: StatisticsRow[] = [];
  for (const month of monthsOf(period))
    for await (const row of records.monthRows(jurisdiction, month)) rows.push(row);
  return rows;
}

/** By agency; each case's file is read once. */
export async function timelinessOfRows(
  records: Pick<Records, "caseFile">,
  rows: readonly StatisticsRow[],
  today: CivilDate,
): Promise<ReadonlyMap<string, Timeliness>> {
  const timeliness = new Map<string, Timeliness>();
  const numbers: readonly CaseNumber[] = [...new Set(rows.map(({ caseNumber }) => caseNumber))];
  for (let from = 0; from < numbers.length; from += AT_ONCE) {
    const some = numbers.slice(from, from + AT_ONCE);
    for (const file of await Promise.all(some.map((number) => records.caseFile(number)))) {
      if (file === undefined) continue;
      for (const [agency, own] of timelinessOf(file, today)) {
        const known = timeliness.get(agency);
        timeliness.set(agency, known === undefined ? own : added(known, own));
      }
    }
  }
  return timeliness;
}
