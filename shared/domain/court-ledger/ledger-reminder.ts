/** What does a court hear that hasn't sent its ledger (台账催报), and does its bureau hear of it as well? */

import type { AttachedFile } from "../notices/frame/shown.ts";
import type { NoticeContent } from "../notices/notice-kinds.ts";
import type { LedgerDuty, LedgerReminderOwed } from "./ledger-duty.ts";

export interface LedgerReminder {
  readonly to: "court" | "bureau";
  readonly content: NoticeContent;
}

/**
 * The court gets its ledger as far as it is known, as `prefilled`. Once it is overdue the bureau that waits for
 * the ledger is informed too (行政应诉月通报机制).
 */
export function ledgerReminders(
  { courtName, month, due, prefilled }: LedgerDuty,
  { daysOver }: LedgerReminderOwed,
  files: readonly AttachedFile[],
): readonly LedgerReminder[] {
  const content = { kind: "ledger-due", court: courtName, month, due, daysOver } as const;
  const toCourt =
    prefilled === undefined ? content : { ...content, prefilled: { cases: prefilled.cases, files } };
  return [
    { to: "court", content: toCourt },
    ...(daysOver > 0 ? [{ to: "bureau", content: { ...content, copy: true } } as const] : []),
  ];
}
