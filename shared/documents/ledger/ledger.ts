/** What one row of a court's ledger (台账) says, once its columns are understood. */
import type { ClassesSaid } from "../../domain/classes/classes.ts";
import type { CaseNumber } from "../../domain/court/case-number.ts";
import type { HearingMode } from "../../domain/court/hearing-mode.ts";
import type { StatisticsRow } from "../../domain/statistics/statistics-row.ts";
import type { CivilDate } from "../../domain/time/time.ts";
import type { SheetLegend } from "./ledger-cells.ts";
import type { Column } from "./ledger-headings.ts";

/** What a ledger says of one agency in one case; null and undefined: it doesn't say. */
export interface LedgerRow {
  readonly sheet: string;
  readonly row: number;
  readonly caseNumber: CaseNumber;
  /** The first-instance number, where the ledger gives it beside the case's own. */
  readonly originNumber: CaseNumber | undefined;
  /** Null where the cell is empty or there is no such column. */
  readonly respondent: string | null;
  readonly plaintiff: string | undefined;
  readonly court: string | undefined;
  readonly jurisdiction: string | undefined;
  readonly cause: string | undefined;
  readonly heardOn: CivilDate | undefined;
  /** The day of the hearing where nothing says its year: `08-03`. */
  readonly heardDay: string | undefined;
  readonly heard: boolean | null;
  /** How it was held: 线上, 线下, 异地. */
  readonly mode: HearingMode | undefined;
  /** Always null where the case was not heard, whatever the cell says. */
  readonly headAttended: boolean | null;
  readonly headName: string | undefined;
  readonly headTitle: string | undefined;
  readonly rank: StatisticsRow["rank"];
  readonly spoke: boolean | undefined;
  readonly absenceReason: string | undefined;
  /** Whether the court accepted the reason. */
  readonly reasonAccepted: boolean | undefined;
  /** Who came where no head did. */
  readonly withoutHead: StatisticsRow["withoutHead"];
  readonly enterprise: boolean | null;
  /** The outcome as written; `outcomeKind` as counted. */
  readonly outcome: string | null;
  readonly outcomeKind: StatisticsRow["outcome"];
  /** The line of an outcome table it belongs to. */
  readonly ruling: StatisticsRow["ruling"];
  readonly closed: boolean | undefined;
  readonly mediated: boolean | undefined;
  /** The case's classes and days, as far as columns give them. */
  readonly classes: ClassesSaid;
  /** The ledger contradicts itself about this row: a person must look. */
  readonly doubtful: boolean;
}

/** Reads a cell of an entry by its column's meaning; undefined where the ledger has no such column. */
export type CellReader = (column: Column) => string | undefined;

/** What a row needs to know of the sheet around it. */
export interface RowContext {
  readonly sheet: string;
  readonly row: number;
  readonly legend: SheetLegend;
  /** The year its dates are of where they don't say. */
  readonly year: number | undefined;
  /** What the section or sheet it stands in says of all its cases: 涉企案件. */
  readonly enterprise: boolean | undefined;
}
