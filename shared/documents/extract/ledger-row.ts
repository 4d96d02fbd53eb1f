/** One row of a court's ledger → what it says of each respondent in each case it names, and what is wrong with it. */
import { type CaseNumber, findCaseNumbers, instanceOf, isHearable } from "../../domain/case-number.ts";
import type { StatisticsRow } from "../../domain/statistics-row.ts";
import type { CellReader, LedgerRow } from "./case-ledger.ts";
import { type Attendance, attendanceOf } from "./ledger-attendance.ts";
import {
  agenciesOf,
  answerOf,
  firstDate,
  heardAnswer,
  isPending,
  type Legend,
  looksLikeAgency,
  outcomeOf,
  saysNotHeard,
} from "./ledger-cells.ts";

/** What a row needs to know of the sheet around it. */
export interface RowContext {
  readonly sheet: string;
  readonly row: number;
  readonly legend: Legend;
  /** The year its dates are of where they don't say. */
  readonly year: number | undefined;
}

/** Rows and problems of one line; without a case number there are only problems. */
export function readLedgerRow(
  read: CellReader,
  context: RowContext,
): { rows: LedgerRow[]; problems: readonly string[] } {
  const written = read("case-number") ?? "";
  const found = findCaseNumbers(written);
  const numbers = [...new Set(found.flatMap((number) => number.numbers))];
  if (numbers.length === 0) return { rows: [], problems: [numberProblem(written, found.length > 0)] };
  const problems = new Set<string>();
  if (found.some((number) => number.foreign !== undefined))
    problems.add(`案号栏另有非行政诉讼案号，未计入：${written}`);
  const agencies = respondentsOf(read);
  if (agencies.length === 0) problems.add("缺少被告（行政机关）。");
  const sitting = sittingOf(read, context, problems);
  const attendances = attendanceOf(read, agencies, context.legend, problems);
  const rows = numbers.flatMap((caseNumber) =>
    (agencies.length === 0 ? [null] : agencies).map((respondent, index) =>
      rowOf(read, context, { caseNumber, respondent, sitting, attendance: attendances[index] ?? {} }),
    ),
  );
  const enterprise = read("enterprise") ?? "";
  if (enterpriseOf(enterprise) === undefined && answerOf(enterprise) === "unclear")
    problems.add(`是否涉企“${enterprise}”无法识别。`);
  return { rows, problems: [...problems] };
}

function numberProblem(written: string, foreign: boolean): string {
  if (written === "") return "缺少案号。";
  return foreign ? `“${written}”不是行政诉讼案号。` : `案号“${written}”无法识别。`;
}

/** On appeal the agency may stand on either side. */
function respondentsOf(read: CellReader): string[] {
  const named = agenciesOf(read("respondent") ?? "");
  if (named.length > 0) return named;
  return [...agenciesOf(read("appellant") ?? ""), ...agenciesOf(read("appellee") ?? "")].filter(
    looksLikeAgency,
  );
}

interface Sitting {
  readonly heard: boolean | undefined;
  readonly heardOn: LedgerRow["heardOn"];
}

/** Whether and when the case was heard: what is said outright, else what the date of hearing implies. */
function sittingOf(read: CellReader, { year }: RowContext, problems: Set<string>): Sitting {
  const heard = read("heard") ?? "";
  const hearing = read("hearing") ?? "";
  const heardOn = firstDate(hearing, year) ?? firstDate(heard, year);
  const said = heardAnswer(heard);
  const saidOfDate = heardAnswer(hearing);
  if (said === "no" || saidOfDate === "no" || saysNotHeard(read("attended") ?? ""))
    return { heard: false, heardOn };
  if (said === "yes" || saidOfDate === "yes" || heardOn !== undefined) return { heard: true, heardOn };
  if (saidOfDate === "unclear") problems.add(`开庭时间“${hearing}”无法识别。`);
  if (said === "unclear") problems.add(`是否开庭“${heard}”无法识别。`);
  return { heard: undefined, heardOn };
}

interface Facts {
  readonly caseNumber: CaseNumber;
  readonly respondent: string | null;
  readonly sitting: Sitting;
  readonly attendance: Attendance;
}

function rowOf(
  read: CellReader,
  { sheet, row }: RowContext,
  { caseNumber, respondent, sitting, attendance }: Facts,
): LedgerRow {
  const heard = sitting.heard ?? (isHearable(caseNumber) ? impliedHeard(read, attendance.attended) : false);
  const attended = heard === false ? undefined : attendance.attended;
  const outcome = orUndefined(read("outcome"));
  const outcomeKind = outcomeKindOf(read, caseNumber);
  return {
    sheet,
    row,
    caseNumber,
    originNumber: findCaseNumbers(read("origin-number") ?? "").flatMap((number) => number.numbers)[0],
    respondent,
    plaintiff: orUndefined(read("plaintiff")),
    court: orUndefined(read("court")),
    jurisdiction: orUndefined(read("jurisdiction")),
    cause: orUndefined(read("cause")),
    heardOn: sitting.heardOn,
    heard: heard ?? null,
    headAttended: attended ?? null,
    headName: attendance.name,
    headTitle: attendance.title,
    rank: attended === true ? attendance.rank : undefined,
    spoke: attended === true ? yesOrNo(read("spoke")) : undefined,
    absenceReason: attended === false ? attendance.absenceReason : undefined,
    enterprise: enterpriseOf(read("enterprise") ?? "") ?? null,
    outcome: outcome ?? null,
    outcomeKind,
    closed: closedOf(read, outcomeKind),
    mediated: yesOrNo(read("mediated")),
    doubtful: heard !== false && attendance.doubtful === true,
  };
}

/** Without any column about the hearing, a finding on attendance presupposes one; a blank date doesn't. */
function impliedHeard(read: CellReader, attended: boolean | undefined): boolean | undefined {
  if (attended === true) return true;
  const noColumn = read("heard") === undefined && read("hearing") === undefined;
  const withdrawn = /撤诉|撤回/u.test(read("outcome") ?? "");
  return attended === false && noColumn && !withdrawn ? true : undefined;
}

function outcomeKindOf(read: CellReader, caseNumber: CaseNumber): StatisticsRow["outcome"] {
  const kind = outcomeOf(read("outcome") ?? "", instanceOf(caseNumber));
  const settled = answerOf(read("settled") ?? "") === "yes";
  return settled && (kind === undefined || kind === "withdrawn") ? "settled-withdrawn" : kind;
}

function closedOf(read: CellReader, outcome: StatisticsRow["outcome"]): boolean | undefined {
  if (outcome !== undefined) return true;
  const cell = read("closed") ?? "";
  if (isPending(cell) || isPending(read("outcome") ?? "")) return false;
  return firstDate(cell, undefined) === undefined ? yesOrNo(cell) : true;
}

function enterpriseOf(cell: string): boolean | undefined {
  const text = cell.replace(/\s/gu, "");
  if (/^(?:非|不|未).{0,2}涉企/u.test(text)) return false;
  return /^涉企/u.test(text) ? true : yesOrNo(cell);
}

function yesOrNo(cell: string | undefined): boolean | undefined {
  const answer = answerOf(cell ?? "");
  return answer === "yes" ? true : answer === "no" ? false : undefined;
}

function orUndefined(cell: string | undefined): string | undefined {
  const text = cell?.replace(/\s*\n\s*/gu, "");
  return text === undefined || text === "" ? undefined : text;
}
