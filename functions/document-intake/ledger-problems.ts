/** Which rows of a ledger its court must look at, as a list and as a workbook that goes with the mail. */
import type { LedgerRef } from "../../shared/domain/case-file/ledger/ledger.ts";
import type { RowToCheck } from "../../shared/domain/case-file/ledger/row-problem.ts";
import type { AttachedFile } from "../../shared/domain/notices/frame/shown.ts";
import { problemsFile } from "../../shared/letters/frame/ledger-files.ts";
import type { KeptLedgers } from "../../shared/ports/kept-ledgers.ts";

/** Keeps the problems as a workbook beside the ledger; no file where there are none. */
export async function keepProblems(
  ledgers: Pick<KeptLedgers, "keepRowsToCheck">,
  ledger: LedgerRef,
  problems: readonly DistinctRow[],
): Promise<readonly AttachedFile[]> {
  if (problems.length === 0) return [];
  // Loaded only where there is something to list.
  const { problemsWorkbook } = await import("../../shared/letters/office/ledger-workbooks.ts");
  const key = await ledgers.keepRowsToCheck(ledger, await problemsWorkbook(problems));
  return [problemsFile(ledger.month, key)];
}

/** A row to check, and how many rows have the very same problem. */
export interface DistinctRow extends RowToCheck {
  readonly alike: number;
}

/** Ten rows that name an agency the directory doesn't know are one question: the first stands for all. */
export function distinctProblems(rows: readonly RowToCheck[]): readonly DistinctRow[] {
  const byProblem = Map.groupBy(rows, ({ problem, used, sheet, row }) =>
    JSON.stringify(problem.type === "not-in-directory" && used ? problem : [sheet, row, problem]),
  );
  return [...byProblem.values()].flatMap((same) =>
    same.slice(0, 1).map((first) => ({ ...first, alike: same.length })),
  );
}
