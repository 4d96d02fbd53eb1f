/** What intake asks of the place where it is kept what courts' ledgers say: later ones are weighed against it, and answers are made of it. */
import type { LedgerRef } from "../domain/case-file/ledger/ledger.ts";
import type { LedgerStatement } from "../domain/case-file/ledger/ledger-statement.ts";
import type { RowToCheck } from "../domain/case-file/ledger/row-problem.ts";

/** What a ledger says of its cases, as it was read; the same file gives the same. */
export interface KeptLedger {
  readonly ledger: LedgerRef;
  readonly statements: readonly LedgerStatement[];
}

/** What came of noting a part of what a ledger says. */
export interface NotedPart {
  readonly problems: readonly RowToCheck[];
  /** Cases the system hadn't heard of. */
  readonly opened: number;
  /** Cases a former ledger named and this one doesn't. */
  readonly withdrawn: number;
}

/** The ledgers of all courts. What is kept under a name again takes its place. */
export interface KeptLedgers {
  keep(kept: KeptLedger): Promise<void>;
  kept(of: Pick<LedgerRef, "court" | "month">, document: string): Promise<KeptLedger>;
  keepPart(ledger: LedgerRef, part: string, noted: NotedPart): Promise<void>;
  part(ledger: LedgerRef, part: string): Promise<NotedPart>;
  /** Keeps a workbook of the rows to check; its key in the records bucket. */
  keepRowsToCheck(ledger: LedgerRef, workbook: Uint8Array): Promise<string>;
}
