/** What a court's ledger says of one case, row by row put together: what case files are told. */

import type { CaseNumber } from "../court/case-number.ts";
import type { HeadRank } from "../court/head.ts";
import type { CivilDate } from "../time/time.ts";
import type { Outcome } from "./state.ts";

/** What it says of one agency at one sitting; `attended` undefined: nothing. */
export interface LedgerSaid {
  /** Undefined where the ledger names no agency. */
  readonly respondent?: string;
  readonly heardOn?: CivilDate;
  readonly attended?: boolean | "review";
  readonly headName?: string;
  readonly headTitle?: string;
  readonly rank?: HeadRank;
  readonly spoke?: boolean;
  readonly absenceReason?: string;
  readonly reasonAccepted?: boolean;
  /** Who came where no head did, as in an attendance statement. */
  readonly staffAppeared?: true;
  readonly lawyersOnly?: true;
  readonly nobodyCame?: true;
}

export interface LedgerCase {
  readonly caseNumber: CaseNumber;
  /** Where it stands: the court finds its row there. */
  readonly sheet: string;
  readonly row: number;
  readonly originCaseNumber?: CaseNumber;
  readonly cause?: string;
  readonly plaintiffs: readonly string[];
  readonly enterprise?: boolean;
  /** Undefined where the ledger doesn't say. */
  readonly heard?: boolean;
  readonly outcome?: Outcome;
  readonly mediated?: boolean;
  readonly said: readonly LedgerSaid[];
}
