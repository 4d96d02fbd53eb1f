/**
 * On the 1st every court owes the ledger of the month before; the sweep reminds whoever hasn't sent it. What the system
 * knows of the month already goes along as a prefilled ledger (预填台账).
 */

import { dutyChange } from "../../../shared/casework/duty-change.ts";
import { type Done, handle } from "../../../shared/casework/handle.ts";
import { sideBySide } from "../../../shared/casework/side-by-side.ts";
import { type LedgerDuty, ledgerDuty } from "../../../shared/domain/court-ledger/ledger-duty.ts";
import { type PrefilledCase, prefilledCase } from "../../../shared/domain/court-ledger/prefilled-case.ts";
import { defined } from "../../../shared/domain/defined.ts";
import { lookup, type Organisation } from "../../../shared/domain/organisations/directory.ts";
import { seats } from "../../../shared/domain/organisations/seat.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { type Month, monthOf } from "../../../shared/domain/time/time.ts";
import { prefilledFiles } from "../../../shared/letters/frame/ledger-files.ts";
import { XLSX } from "../../../shared/letters/frame/media-types.ts";
import type { Records } from "../../../shared/ports/records.ts";
import { type JobPorts, type JobResult, type JobTime, jobResult } from "../jobs/job.ts";

type DutyPorts = Pick<JobPorts, "records" | "directory" | "files">;

/** Each has a workbook made: a province's three thousand courts one after the other would be more than the time there is. */
const COURTS_AT_ONCE = 10;

/** Opens the duty of every court that has none for the month yet. */
export async function openDuties(ports: DutyPorts, { month, now, rules }: JobTime): Promise<JobResult> {
  const { records, directory } = ports;
  const { startsOn } = rules.policy;
  // Nobody's ledger is asked for of a month in which the system wasn't in use.
  if (startsOn !== undefined && month < monthOf(startsOn)) return jobResult([]);
  const courts = await directory.find(lookup.kind("court"));
  const byCourt = await rowsByCourt(records, courts, month, rules);
  const opened: Done<boolean>[] = [];
  await sideBySide(courts, COURTS_AT_ONCE, async (court) => {
    const open = handle(records, `duty ${court.id} ${month}`, async () => {
      // Opened before, or brought along by its ledger, which came in this very moment.
      if ((await records.duty(court.id, month)) !== undefined)
        return { outcome: "ready", changes: [], result: false };
      const prefilled = await prefill(ports, court, month, byCourt.get(court.id) ?? []);
      const duty: LedgerDuty = {
        ...ledgerDuty(court, month, rules.policy, rules.calendar),
        ...defined({ prefilled }),
      };
      const deciding = { now, rules, files: prefilledFiles };
      const { change, unreached } = await dutyChange(duty, 0, directory, deciding);
      return { outcome: "ready", changes: [change], unreached, result: true };
    });
    opened.push(await open);
  });
  return jobResult(opened);
}

/** By the courts' ids; a case of a court the directory doesn't know is nobody's to send. */
async function rowsByCourt(
  records: Records,
  courts: readonly Organisation[],
  month: Month,
  { policy }: Rules,
): Promise<ReadonlyMap<string, readonly StatisticsRow[]>> {
  const seatOf = seats(courts);
  const byCourt = new Map<string, StatisticsRow[]>();
  for await (const row of records.monthRows(policy.jurisdiction.code, month)) {
    const { key } = seatOf(row);
    const rows = byCourt.get(key);
    if (rows === undefined) byCourt.set(key, [row]);
    else rows.push(row);
  }
  return byCourt;
}

/** A court of which nothing is known gets no empty table. */
async function prefill(
  { files, records }: DutyPorts,
  court: Organisation,
  month: Month,
  rows: readonly StatisticsRow[],
): Promise<LedgerDuty["prefilled"]> {
  if (rows.length === 0) return undefined;
  const { prefilledLedger } = await import("../../../shared/letters/office/ledger-workbooks.ts");
  const known = await prefilledCases(records, rows);
  const key = `ledgers/${court.id}/${month}/prefilled.xlsx`;
  await files.write(key, await prefilledLedger(court.name, month, known), XLSX);
  return { key, cases: new Set(rows.map(({ caseNumber }) => caseNumber)).size };
}

/** Case files read side by side. */
const AT_ONCE = 25;

/** The rows with what their files know besides. */
async function prefilledCases(
  records: Pick<Records, "caseFile">,
  rows: readonly StatisticsRow[],
): Promise<readonly PrefilledCase[]> {
  const known: PrefilledCase[] = [];
  for (let from = 0; from < rows.length; from += AT_ONCE)
    known.push(
      ...(await Promise.all(
        rows
          .slice(from, from + AT_ONCE)
          .map(async (row) => prefilledCase(row, await records.caseFile(row.caseNumber))),
      )),
    );
  return known;
}
