/** What a case counts for: one row per (case number, agency). */
import { groundOf } from "../court/absence-ground.ts";
import { districtOf } from "../organisations/district.ts";
import type { Conduct, StatisticsRow } from "../statistics/statistics-row.ts";
import { type Month, monthOf } from "../time/time.ts";
import { type AttendanceFound, attendanceOf } from "./attendance.ts";
import { accountsOf } from "./differences.ts";
import { type CaseFile, type LedgerEntry, sittings } from "./state.ts";

/**
 * The month a case counts to: that of its first sitting, so that a later sitting can't empty a month that has
 * been published. Undefined while nothing has been heard.
 */
export function monthOfCase(file: CaseFile): Month | undefined {
  const first = sittings(file)[0];
  return first === undefined ? unheardIn(file)?.month : monthOf(first.date);
}

/** A case that ended without a hearing counts (for what was resolved) to the month whose ledger says so. */
function unheardIn(file: CaseFile): LedgerEntry | undefined {
  return file.ledgers.find(({ heard }) => heard === false);
}

/** The rows of a case; none before it was heard, or its court's ledger says that it won't be. */
export function statisticsRows(file: CaseFile): readonly StatisticsRow[] {
  const first = sittings(file)[0];
  if (first === undefined && unheardIn(file) === undefined) return [];
  const ofLedger = <K extends "mediated" | "enterprise">(key: K) =>
    file.ledgers.findLast((entry) => entry[key] !== undefined)?.[key];
  return file.respondents.map(({ name, identity }) => {
    const found = attendanceOf(file, name);
    const settled = accountsOf(file, name).map(({ settlement }) => settlement?.facts);
    const neverHeard = settled.length > 0 && settled.every((facts) => facts?.heard === false);
    return {
      caseNumber: file.caseNumber,
      agency: name,
      jurisdiction: identity?.jurisdiction ?? districtOf(name),
      court: file.court,
      heardOn: first?.date,
      heard: first !== undefined && !neverHeard,
      present: neverHeard ? undefined : found?.present,
      rank: found?.present === true ? found.statement.rank : undefined,
      headName: found?.present === true ? found.statement.headName : undefined,
      spoke: found?.statement.spoke,
      enterprise:
        settled.find((facts) => facts?.enterprise !== undefined)?.enterprise ??
        ofLedger("enterprise") ??
        file.enterprise,
      ...absence(file, name, found),
      conduct: conduct(file, name),
      outcome: file.state === "closed" ? file.outcome : undefined,
      closed: file.state === "closed",
      mediated: ofLedger("mediated"),
      source: found?.statement.source ?? (file.documents.length === 0 ? "court-ledger" : "hearing-record"),
      openDifference: found?.difference ?? false,
    };
  });
}

type Absence = Pick<StatisticsRow, "absenceReason" | "absenceGround" | "reasonAccepted" | "withoutHead">;

/** Why no head came, and who came instead; nothing of it holds while a head may have come. */
function absence(file: CaseFile, respondent: string, found: AttendanceFound | undefined): Absence {
  if (found?.present !== false)
    return {
      absenceReason: undefined,
      absenceGround: undefined,
      reasonAccepted: undefined,
      withoutHead: undefined,
    };
  const { absenceReason, reasonAccepted } = found.statement;
  // What the agency had announced counts where the court's papers give no reason it falls under.
  const head = file.reports.findLast((report) => report.respondent === respondent)?.head;
  const announced = head?.appears === false ? head.ground : undefined;
  return {
    absenceReason,
    absenceGround: groundOf(absenceReason) ?? announced,
    reasonAccepted,
    withoutHead: withoutHead(file, respondent, found),
  };
}

/** By the court's papers, else by the agency's own filing; a filing that names nobody says nothing. */
function withoutHead(
  file: CaseFile,
  respondent: string,
  { statement }: AttendanceFound,
): StatisticsRow["withoutHead"] {
  if (statement.lawyersOnly === true) return "lawyers";
  if (statement.staffAppeared === true) return "staff";
  if (statement.nobodyCame === true) return "nobody";
  const named = file.filings
    .filter((filing) => filing.respondent === respondent)
    .flatMap(({ staff }) => staff);
  if (named.length === 0) return undefined;
  return named.every(({ title }) => title.includes("律师")) ? "lawyers" : "staff";
}

/** What §12 looks at beside absence, from the court's papers. */
function conduct(file: CaseFile, respondent: string): StatisticsRow["conduct"] {
  const said = file.attendance.filter((one) => one.respondent === respondent && one.source !== "filing");
  const [first] = sittings(file);
  const told: readonly (readonly [Conduct, boolean])[] = [
    ["left-early", said.some(({ leftEarly }) => leftEarly === true)],
    [
      "put-off",
      file.pastHearings.some(
        ({ fate, date }) => fate === "postponed" && first !== undefined && date < first.date,
      ),
    ],
    ["refused-to-explain", said.some(({ refusedToExplain }) => refusedToExplain === true)],
  ];
  const held = told.flatMap(([what, holds]) => (holds ? [what] : []));
  return held.length === 0 ? undefined : held;
}
