/** What is wrong with a row of a court's ledger (台账), or left open by it, so that its court must look? */

import type { EnterpriseConflict } from "../../court/enterprise.ts";
import type { PostDoubt } from "../../court/head.ts";
import type { Doubt } from "../../refusal.ts";
import type { UnreadPart } from "../../unread-part.ts";
import type { LedgerDoubt } from "./ledger.ts";
import type { LedgerStatement } from "./ledger-statement.ts";

/** One problem; `written` is what the cell says. */
export type RowProblem =
  /** Of the file as a whole: parts that were not read. */
  | { readonly type: "unread-parts"; readonly parts: readonly UnreadPart[] }
  /** A quotation mark is never closed; `parted`: by its commas the row could be read all the same. */
  | { readonly type: "open-quote"; readonly parted: boolean }
  | { readonly type: "no-case-number" }
  /** `foreign`: it is one, but of no administrative case. */
  | { readonly type: "not-a-case-number"; readonly written: string; readonly foreign: boolean }
  /** Beside the case's own number, one that is none of an administrative case. */
  | { readonly type: "foreign-number-beside"; readonly written: string }
  | { readonly type: "no-respondent" }
  /** 8.1 may be 8.10: the cell is a number, which drops its last nought. */
  | { readonly type: "day-as-number"; readonly written: string }
  | {
      readonly type: "unreadable";
      readonly column: "hearing" | "heard" | "attended" | "enterprise";
      readonly written: string;
    }
  | { readonly type: "marked-both-ways" }
  /** Marked as absent, and still somebody stands in the column of the head who appeared. */
  | { readonly type: "absent-with-head"; readonly written: string }
  /** One mark for several respondents; `whose`: whether it shows for whom the head appeared. */
  | { readonly type: "one-mark-for-several"; readonly whose: "clear" | "unclear" }
  /** The post in the column of the head is none of a head, or may be none; so it counts. */
  | { readonly type: "post-in-doubt"; readonly because: PostDoubt; readonly countsAs: "absent" | "unknown" }
  | ({ readonly type: "enterprise-by-name" } & EnterpriseConflict)
  /** What the case file has doubts about: the row was not used. */
  | { readonly type: "refused"; readonly doubt: Doubt }
  /** By its number the case is another court's; `court`: whose, where the directory knows it. The row was not used. */
  | { readonly type: "other-courts-case"; readonly court?: string }
  /** Its case has all that is stored of one. The row was not used. */
  | { readonly type: "case-full" }
  /** It counts under the name it is written with. */
  | { readonly type: "not-in-directory"; readonly name: string }
  | LedgerDoubt
  /** Kept as a sentence by a version of this system that kept no data. */
  | { readonly type: "as-written"; readonly text: string };

/** A row with a problem, as its court finds it again. */
export interface RowToCheck {
  readonly sheet: string;
  /** 0 where it is about the whole file. */
  readonly row: number;
  readonly problem: RowProblem;
  /** The row counts all the same, with the fact in question left unknown. */
  readonly used: boolean;
  /** What stands in it, as far as it helps to find it. */
  readonly cells: readonly string[];
}

/** What of a statement is not used, and what counts all the same. */
const UNUSED: ReadonlySet<RowProblem["type"]> = new Set([
  "refused",
  "other-courts-case",
  "case-full",
  "no-day",
  "no-year",
  "no-month",
  "planned",
  "before-the-case",
  "not-the-day-set",
]);

/** The row of a statement, with what its case has against it. */
export function toCheck(
  { sheet, row, caseNumber, agencies }: LedgerStatement,
  problem: RowProblem,
): RowToCheck {
  const cells = [caseNumber, agencies[0]?.respondent ?? ""];
  return { sheet, row, problem, used: !UNUSED.has(problem.type), cells };
}
