/** A court's ledger → the rows that the month's figures are counted from. */

import { enterpriseFinding, plaintiffsIn } from "../../domain/court/enterprise.ts";
import {
  CITY_ITSELF,
  districtNamed,
  districtOf,
  UNKNOWN_JURISDICTION,
} from "../../domain/organisations/district.ts";
import { type StatisticsRow, UNKNOWN_AGENCY } from "../../domain/statistics/statistics-row.ts";
import { type CivilDate, civilDate, type Month, monthOf } from "../../domain/time/time.ts";
import type { Ledger, LedgerProblem } from "./case-ledger.ts";
import type { LedgerRow } from "./ledger.ts";

/** The ledger's share of a month. */
export interface LedgerMonth {
  readonly rows: readonly StatisticsRow[];
  /** Rows whose month the ledger doesn't say; not among `rows`. */
  readonly problems: readonly LedgerProblem[];
}

/**
 * The rows of a ledger that count to a month. Without a column for the date of hearing all of them do. With one
 * only cases first heard in the month do, with all of their sittings, and what was heard on no known day counts to none. What was not heard has no
 * date: it counts (for resolutions) where the ledger's title, or all of its dates, are of the month.
 */
export function rowsOfMonth(ledger: Ledger, month: Month): LedgerMonth {
  const districts = districtsOf(ledger.rows);
  const months = new Set(
    ledger.rows.flatMap((row) => (row.heardOn === undefined ? [] : [monthOf(row.heardOn)])),
  );
  const hasDates = ledger.columns.has("hearing") || months.size > 0;
  const entitledMonths = new Set(ledger.months.values());
  const [common] = entitledMonths;
  const firstSittings = firstSittingsOf(ledger.rows);
  const rows: StatisticsRow[] = [];
  const problems: LedgerProblem[] = [];
  for (const row of ledger.rows) {
    const counted = statisticsRow(row, districts);
    const entitled = ledger.months.get(row.sheet) ?? (entitledMonths.size === 1 ? common : undefined);
    const isOfMonth = entitled === undefined ? [...months].every((one) => one === month) : entitled === month;
    if (row.heardDay !== undefined && row.heardOn === undefined) {
      // The year stands nowhere: the month that is asked for has it.
      if (row.heardDay.slice(0, 2) === month.slice(5))
        rows.push({ ...counted, heardOn: civilDate(`${month.slice(0, 4)}-${row.heardDay}`) });
    } else if (row.heardOn !== undefined) {
      if (monthOf(firstSittings.get(row.caseNumber) ?? row.heardOn) === month) rows.push(counted);
    } else if (!hasDates || (row.heard !== true && isOfMonth)) rows.push(counted);
    else if (row.heard === true) problems.push(unplaced(row, "已开庭但没有开庭日期，未计入任何月份。"));
    else if (entitled === undefined && mayCount(row))
      problems.push(unplaced(row, "没有开庭日期，所属月份不明，未计入。"));
  }
  return { rows, problems };
}

/** The day each case was first heard: a later sitting belongs to that month too. */
function firstSittingsOf(rows: readonly LedgerRow[]): ReadonlyMap<LedgerRow["caseNumber"], CivilDate> {
  const first = new Map<LedgerRow["caseNumber"], CivilDate>();
  for (const { caseNumber, heardOn, heard } of rows) {
    const known = first.get(caseNumber);
    if (heardOn !== undefined && heard !== false && (known === undefined || heardOn < known))
      first.set(caseNumber, heardOn);
  }
  return first;
}

/** What was not heard adds to resolutions alone: without any, its month makes no difference. */
function mayCount({ heard, outcomeKind, mediated }: LedgerRow): boolean {
  return heard !== false || outcomeKind === "settled-withdrawn" || mediated === true;
}

function unplaced({ sheet, row, caseNumber, respondent }: LedgerRow, reason: string): LedgerProblem {
  return { sheet, row, reason, cells: [caseNumber, respondent ?? ""], used: false };
}

/** A ledger row as counted. `districts`: the known ones, for agencies whose name says theirs in part only. */
function statisticsRow(row: LedgerRow, districts: Iterable<string> = []): StatisticsRow {
  const { caseNumber, court, heardOn, rank, headName, spoke, absenceReason, closed, mediated } = row;
  const agency = row.respondent ?? UNKNOWN_AGENCY;
  return {
    caseNumber,
    agency,
    jurisdiction:
      row.jurisdiction === undefined
        ? districtOf(agency, districts)
        : districtNamed(row.jurisdiction, districts),
    court,
    heardOn,
    heard: row.heard ?? undefined,
    present: row.headAttended ?? undefined,
    rank,
    headName: row.headAttended === true ? headName : undefined,
    spoke,
    enterprise: enterpriseFinding({
      stated: row.enterprise ?? undefined,
      plaintiffs: plaintiffsIn(row.plaintiff ?? ""),
    }).enterprise,
    absenceReason,
    absenceGround: undefined,
    reasonAccepted: row.reasonAccepted,
    withoutHead: row.withoutHead,
    conduct: undefined,
    outcome: row.outcomeKind,
    closed,
    mediated,
    source: "court-ledger",
    openDifference: row.doubtful,
  };
}

/** The districts the ledger itself names, in a column or in full in an agency's name. */
function districtsOf(rows: readonly LedgerRow[]): ReadonlySet<string> {
  const named = rows.flatMap(({ jurisdiction, respondent }) => [
    ...(jurisdiction !== undefined && /[县区市旗]$/u.test(jurisdiction) ? [jurisdiction] : []),
    districtOf(respondent ?? ""),
  ]);
  return new Set(named.filter((district) => ![CITY_ITSELF, UNKNOWN_JURISDICTION].includes(district)).sort());
}
