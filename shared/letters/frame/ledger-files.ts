/** What the files are called that go with mails about a court's ledger (台账). */

import type { LedgerDuty } from "../../domain/court-ledger/ledger-duty.ts";
import type { AttachedFile } from "../../domain/notices/frame/shown.ts";
import type { Month } from "../../domain/time/time.ts";
import { printedMonth } from "./dates.ts";
import { XLSX } from "./media-types.ts";

/** What the system knew of the month already (预填台账); none where it knew nothing. */
export function prefilledFiles({ courtName, month, prefilled }: LedgerDuty): readonly AttachedFile[] {
  if (prefilled === undefined) return [];
  const name = `${courtName}${printedMonth(month)}台账（预填）.xlsx`;
  return [{ name, key: prefilled.key, contentType: XLSX }];
}

/** The rows to look at, all of them, under the key where they are kept. */
export function problemsFile(month: Month, key: string): AttachedFile {
  return { name: `${printedMonth(month)}台账需核对的行.xlsx`, key, contentType: XLSX };
}
