/** Which rows of a ledger its court must look at, as a list and as a workbook that goes with the mail. */
import type { LedgerProblem } from "../../shared/documents/ledger/case-ledger.ts";
import type { LedgerRef } from "../../shared/domain/case-file/ledger.ts";
import type { AttachedFile } from "../../shared/domain/notices/shown.ts";
import { problemsFile } from "../../shared/letters/frame/ledger-files.ts";
import { XLSX } from "../../shared/letters/frame/media-types.ts";
import type { Files } from "../../shared/ports/files.ts";
import { ledgerFolder } from "./ledger-store.ts";

/** Keeps the problems as a workbook beside the ledger; no file where there are none. */
export async function keepProblems(
  ledgers: Pick<Files, "write">,
  ledger: LedgerRef,
  problems: readonly LedgerProblem[],
): Promise<readonly AttachedFile[]> {
  if (problems.length === 0) return [];
  // Loaded only where there is something to list.
  const { problemsWorkbook } = await import("../../shared/letters/office/ledger-workbooks.ts");
  const key = `${ledgerFolder(ledger)}/${ledger.document}/problems.xlsx`;
  await ledgers.write(key, await problemsWorkbook(problems), XLSX);
  return [problemsFile(ledger.month, key)];
}

/** Ten rows that name an agency the directory doesn't know are one question: the first stands for all. */
export function distinctProblems(problems: readonly LedgerProblem[]): readonly LedgerProblem[] {
  const byReason = Map.groupBy(problems, ({ reason, used, sheet, row }) =>
    used && reason.startsWith("名录中没有") ? reason : `${sheet} ${row} ${reason}`,
  );
  return [...byReason.values()].flatMap(([first, ...more]) =>
    first === undefined
      ? []
      : [more.length === 0 ? first : { ...first, reason: `${first.reason}（共${more.length + 1}行）` }],
  );
}
