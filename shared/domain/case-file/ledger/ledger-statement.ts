/** What does a court's ledger say of one case? Its rows about it put together: what a case file is told, and counted from. */

import type { ClassesSaid } from "../../classes/classes.ts";
import type { CaseNumber } from "../../court/case-number.ts";
import type { HeadRank } from "../../court/head.ts";
import type { HearingMode } from "../../court/hearing-mode.ts";
import type { Outcome } from "../../court/outcome.ts";
import type { CivilDate, Month } from "../../time/time.ts";

/** What it says of one agency at one sitting. */
export interface AgencyStatement {
  /** Undefined where the ledger names no agency. */
  readonly respondent?: string;
  /** Its district (县区), where the ledger says it: in a column, or by the names of its other rows. */
  readonly jurisdiction?: string;
  readonly heardOn?: CivilDate;
  /** Whether a head attended; undefined: the ledger doesn't say. `review`: somebody came, a person must say as what. */
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
  /** The ledger contradicts itself here: a person must look. */
  readonly doubtful?: true;
}

/** What it says of the case; a missing key is a fact it doesn't give. */
export interface LedgerStatement {
  readonly caseNumber: CaseNumber;
  /** Where it stands: the court finds its row there. */
  readonly sheet: string;
  readonly row: number;
  readonly originCaseNumber?: CaseNumber;
  /** The court as written. */
  readonly court?: string;
  readonly cause?: string;
  readonly plaintiffs: readonly string[];
  readonly enterprise?: boolean;
  readonly heard?: boolean;
  /** How its sitting was held. */
  readonly mode?: HearingMode;
  /** The month it counts to while no day of a hearing is known; absent where the ledger doesn't say. */
  readonly undatedIn?: Month;
  /** Its days of hearing have no year, and are not of the month the ledger is for. */
  readonly yearUnknown?: true;
  readonly outcome?: Outcome;
  readonly closed?: boolean;
  /** The dispute was sent to mediation. */
  readonly mediated?: boolean;
  /** Its classes and days, as the ledger's columns give them. */
  readonly classes?: ClassesSaid;
  readonly agencies: readonly AgencyStatement[];
}
