/** What came of taking in a court's ledger (台账), and what is said of it: to its court, and to the bureau that waited for it. */

import type { DigestNews } from "../notices/digest.ts";
import type { AttachedFile, FileShown, LedgerRowShown } from "../notices/frame/shown.ts";
import type { NoticeContent } from "../notices/notice-kinds.ts";
import type { Month } from "../time/time.ts";

export interface LedgerOutcome {
  readonly court: string;
  readonly month: Month;
  readonly cases: number;
  /** Cases of which no paper had come. */
  readonly opened: number;
  /** Cases a former ledger named and this one doesn't. */
  readonly withdrawn: number;
  /** Rows that were not used, or need the court's attention. */
  readonly rows: readonly LedgerRowShown[];
}

/** A mail lists this many rows; all of them are in the workbook that goes with it. */
const ROWS_IN_MAIL = 20;

/** 台账核对: what its court must look at, those not used first; undefined where all is well. */
export function ledgerReceived(
  { rows, ...outcome }: LedgerOutcome,
  file: FileShown,
  files: readonly AttachedFile[],
): NoticeContent<"ledger-received"> | undefined {
  if (rows.length === 0 && outcome.withdrawn === 0) return undefined;
  return {
    kind: "ledger-received",
    ...outcome,
    ...counted(rows),
    file,
    rows: rows.toSorted((one, other) => Number(one.used) - Number(other.used)).slice(0, ROWS_IN_MAIL),
    files,
  };
}

/** The line about it in the bureau's digest. */
export function ledgerNews({ rows, ...outcome }: LedgerOutcome): DigestNews {
  return { type: "ledger-received", ...outcome, ...counted(rows) };
}

function counted(rows: readonly LedgerRowShown[]) {
  const unusable = rows.filter(({ used }) => !used).length;
  return { unusable, doubtful: rows.length - unusable };
}
