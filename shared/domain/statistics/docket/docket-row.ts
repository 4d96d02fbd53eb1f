/** What does the docket (收结存) look at in a row of statistics? */
import type { CaseNumber } from "../../court/case-number.ts";
import type { Outcome } from "../../court/outcome.ts";
import type { Ruling } from "../../court/ruling.ts";
import type { CivilDate, Month } from "../../time/time.ts";

/** Of a (case, agency) pair; what is absent is unknown. */
export interface DocketRow {
  readonly caseNumber: CaseNumber;
  readonly agency: string;
  readonly jurisdiction: string;
  readonly court: string | undefined;
  readonly outcome: Outcome | undefined;
  readonly closed: boolean | undefined;
  readonly acceptedOn?: CivilDate;
  readonly receivedIn?: Month;
  readonly closedIn?: Month;
  readonly field?: string;
  readonly act?: string;
  readonly form?: "judgment" | "ruling" | "mediation";
  readonly ruling?: Ruling;
  readonly appealed?: boolean;
}

/** The pairs of one case. */
export type DocketPairs = readonly [DocketRow, ...DocketRow[]];
