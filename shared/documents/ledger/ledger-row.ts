/** One row of a court's ledger → what it says of each respondent in each case it names, and what is wrong with it. */

import type { RowProblem } from "../../domain/case-file/ledger/row-problem.ts";
import { type CaseNumber, findCaseNumbers, instanceOf, isHearable } from "../../domain/court/case-number.ts";
import { enterpriseConflict, plaintiffsIn } from "../../domain/court/enterprise.ts";
import type { HearingMode } from "../../domain/court/hearing-mode.ts";
import { isOutcome, type Result } from "../../domain/court/outcome.ts";
import { rulingOf } from "../orders/ruling.ts";
import { ruleTable } from "../text/rule-table.ts";
import type { CellReader, LedgerRow, RowContext } from "./ledger.ts";
import { type Attendance, attendanceOf } from "./ledger-attendance.ts";
import { answerOf, isBlank, yesOrNo } from "./ledger-cells.ts";
import { classesOf } from "./ledger-classes.ts";
import { firstDate } from "./ledger-days.ts";
import { enterpriseOf } from "./ledger-enterprise.ts";
import type { Column } from "./ledger-headings.ts";
import { withoutHead } from "./ledger-instead.ts";
import { isPending, ledgerResultOf } from "./ledger-outcome.ts";
import { agenciesOf, looksLikeAgency, partiesIn } from "./ledger-parties.ts";
import { type Sitting, sittingOf } from "./ledger-sitting.ts";

/** Rows and problems of one line; without a case number there are only problems. */
export function readLedgerRow(
  read: CellReader,
  context: RowContext,
): { rows: LedgerRow[]; problems: readonly RowProblem[] } {
  const written = read("case-number") ?? "";
  const found = numbersIn(written);
  const numbers = [...new Set(found.flatMap((number) => number.numbers))];
  if (numbers.length === 0) return { rows: [], problems: [numberProblem(written, found.length > 0)] };
  const problems: RowProblem[] = [];
  if (found.some((number) => number.foreign !== undefined))
    problems.push({ type: "foreign-number-beside", written });
  const agencies = respondentsOf(read);
  if (agencies.length === 0) problems.push({ type: "no-respondent" });
  const sitting = sittingOf(read, context, problems);
  const enterprise = enterpriseOf(read, context);
  const conflict = enterpriseConflict({
    stated: enterprise,
    plaintiffs: plaintiffsIn(plaintiffOf(read) ?? ""),
  });
  const attendances = attendanceOf(read, agencies, context.legend.ofAttendance, problems);
  const rows = numbers.flatMap((caseNumber) =>
    (agencies.length === 0 ? [null] : agencies).map((respondent, index) =>
      rowOf(read, context, {
        caseNumber,
        respondent,
        sitting,
        enterprise,
        attendance: attendances[index] ?? {},
      }),
    ),
  );
  const column = read("enterprise") ?? "";
  if (enterprise === undefined && answerOf(column, context.legend.of("enterprise")) === "unclear")
    problems.push({ type: "unreadable", column: "enterprise", written: column });
  if (conflict !== undefined) problems.push({ type: "enterprise-by-name", ...conflict });
  return { rows, problems: distinct(problems) };
}

/** The numbers of the cell for them; where they stand the 号 may be missing. */
function numbersIn(written: string): ReturnType<typeof findCaseNumbers> {
  const found = findCaseNumbers(written);
  return found.length === 0 && /\d\s*$/u.test(written) ? findCaseNumbers(`${written}号`) : found;
}

/** What is found of each respondent of a row is one problem where it is the same. */
function distinct(problems: readonly RowProblem[]): readonly RowProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

function numberProblem(written: string, foreign: boolean): RowProblem {
  return written === "" ? { type: "no-case-number" } : { type: "not-a-case-number", written, foreign };
}

/** On appeal the agency may stand on either side. */
function respondentsOf(read: CellReader): readonly string[] {
  const named = [
    ...new Set([...agenciesOf(read("respondent") ?? ""), ...agenciesOf(read("co-respondent") ?? "")]),
  ];
  // On appeal the sides change places: a citizen under 被告 beside an agency under 原告.
  if (named.length > 0 && !named.some(looksLikeAgency)) {
    const across = [...agenciesOf(read("plaintiff") ?? ""), ...agenciesOf(read("appellant") ?? "")];
    const agencies = across.filter(looksLikeAgency);
    if (agencies.length > 0) return agencies;
  }
  if (named.length > 0) return named;
  const { respondents } = partiesIn(read("parties") ?? "");
  if (respondents.length > 0) return respondents;
  return [...agenciesOf(read("appellant") ?? ""), ...agenciesOf(read("appellee") ?? "")].filter(
    looksLikeAgency,
  );
}

function plaintiffOf(read: CellReader): string | undefined {
  return orUndefined(read("plaintiff")) ?? orUndefined(partiesIn(read("parties") ?? "").plaintiff);
}

interface Facts {
  readonly caseNumber: CaseNumber;
  readonly respondent: string | null;
  readonly sitting: Sitting;
  readonly enterprise: boolean | undefined;
  readonly attendance: Attendance;
}

function rowOf(
  read: CellReader,
  context: RowContext,
  { caseNumber, respondent, sitting, enterprise, attendance }: Facts,
): LedgerRow {
  const { sheet, row, legend } = context;
  const heard = sitting.heard ?? (isHearable(caseNumber) ? impliedHeard(read, attendance.attended) : false);
  // A blank that means 未出庭 says so of a case that was heard.
  const isByBlank = legend.ofAttendance.get("") === "no" && isBlank((read("attended") ?? "").trim());
  const attended =
    heard === false || (heard === undefined && isByBlank && attendance.attended === false)
      ? undefined
      : attendance.attended;
  const answered = (column: Column) =>
    read(column) === undefined ? undefined : yesOrNo(read(column), legend.of(column));
  const outcome = orUndefined(read("outcome"));
  const result = resultOf(read, caseNumber);
  return {
    sheet,
    row,
    caseNumber,
    originNumber: findCaseNumbers(read("origin-number") ?? "").flatMap((number) => number.numbers)[0],
    respondent,
    plaintiff: plaintiffOf(read),
    court: orUndefined(read("court")),
    jurisdiction: orUndefined(read("jurisdiction")),
    cause: orUndefined(read("cause")),
    heardOn: sitting.heardOn,
    heardDay: sitting.heardDay,
    heard: heard ?? null,
    mode: MODES.decide(read("mode") ?? "")?.verdict,
    headAttended: attended ?? null,
    headName: attendance.name,
    headTitle: attendance.title,
    rank: attended === true ? attendance.rank : undefined,
    spoke: attended === true ? answered("spoke") : undefined,
    absenceReason: attended === false ? attendance.absenceReason : undefined,
    reasonAccepted: attended === false ? answered("reason-accepted") : undefined,
    withoutHead: attended === false ? withoutHead(read) : undefined,
    enterprise: enterprise ?? null,
    outcome: outcome ?? null,
    outcomeKind: result !== undefined && isOutcome(result) ? result : undefined,
    ruling: rulingOf(read("outcome") ?? "", { instance: instanceOf(caseNumber), result }),
    closed: closedOf(read, result),
    mediated: answered("mediated"),
    classes: classesOf(read, context),
    doubtful: heard !== false && attendance.doubtful === true,
  };
}

const MODES = ruleTable<string, HearingMode>("ledger-mode", (text) => text, [
  { name: "online", of: /线上|在线|网上|远程|互联网/u, says: "online", example: "线上" },
  { name: "elsewhere", of: /异地/u, says: "elsewhere", example: "异地" },
  { name: "in-person", of: /线下|现场|到庭/u, says: "in-person", example: "线下" },
]);

/** Without any column about the hearing, a finding on attendance presupposes one; a blank date doesn't. */
function impliedHeard(read: CellReader, attended: boolean | undefined): boolean | undefined {
  if (attended === true) return true;
  const noColumn = read("heard") === undefined && read("hearing") === undefined;
  const withdrawn = /撤诉|撤回/u.test(read("outcome") ?? "");
  return attended === false && noColumn && !withdrawn ? true : undefined;
}

function resultOf(read: CellReader, caseNumber: CaseNumber): Result | undefined {
  const kind = ledgerResultOf(read("outcome") ?? "", instanceOf(caseNumber));
  const settled = answerOf(read("settled") ?? "") === "yes";
  return settled && (kind === undefined || kind === "withdrawn") ? "settled" : kind;
}

function closedOf(read: CellReader, result: Result | undefined): boolean | undefined {
  if (result !== undefined) return isOutcome(result);
  const cell = read("closed") ?? "";
  if (isPending(cell) || isPending(read("outcome") ?? "")) return false;
  return firstDate(cell, undefined) === undefined ? yesOrNo(cell) : true;
}

function orUndefined(cell: string | undefined): string | undefined {
  const text = cell?.replace(/\s*\n\s*/gu, "");
  return text === undefined || text === "" ? undefined : text;
}
