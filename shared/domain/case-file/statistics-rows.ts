/** What a case counts for: one row per (case number, agency). */
import { excuseIn, groundOf } from "../court/absence-ground.ts";
import { instanceOf } from "../court/case-number.ts";
import { isHalt, isRuledSo, type Ruling } from "../court/ruling.ts";
import { defined } from "../defined.ts";
import { districtOf } from "../organisations/district.ts";
import {
  type Conduct,
  type Docket,
  type RowClasses,
  type StatisticsRow,
  UNKNOWN_AGENCY,
} from "../statistics/statistics-row.ts";
import { type Month, monthOf } from "../time/time.ts";
import { type AttendanceFound, attendanceOf } from "./attendance.ts";
import { isHeadNotified, obstaclesOf } from "./before-hearing.ts";
import { classesOfCase, monthClosed, monthReceived } from "./classes-of-case.ts";
import { accountsOf } from "./differences.ts";
import { excuseOf } from "./joint-appearance.ts";
import { appealKnown, serviceOf } from "./judgment.ts";
import { losersOf } from "./losses.ts";
import { principalExcused, principalOwed } from "./principals.ts";
import {
  type CaseFile,
  isLedgersAlone,
  type LedgerAgency,
  type LedgerEntry,
  type Respondent,
  respondentsAtSittings,
  sittings,
} from "./state.ts";

/**
 * The month a case counts to: that of its first sitting, so that a later sitting can't empty a month that has
 * been published; while none is known, the month its court's ledger puts it in. Undefined while neither says.
 */
export function monthOfCase(file: CaseFile): Month | undefined {
  const [first] = sittings(file);
  return first === undefined ? undatedIn(file)?.month : monthOf(first.date);
}

/** Of several ledgers the first that says it was heard, else the first that says it was not, else the newest. */
function undatedIn({
  ledgers,
}: CaseFile): { readonly month: Month; readonly heard: boolean | undefined } | undefined {
  const placed = ledgers.flatMap(({ undatedIn: month, heard }) =>
    month === undefined ? [] : [{ month, heard }],
  );
  return (
    placed.find(({ heard }) => heard === true) ?? placed.find(({ heard }) => heard === false) ?? placed.at(-1)
  );
}

/**
 * The rows of a case that counts to a month, and of one whose ledger doesn't say whether it was heard; else none.
 * @internal
 */
export function statisticsRows(file: CaseFile): readonly StatisticsRow[] {
  return monthOfCase(file) === undefined ? [] : docketRows(file);
}

/**
 * The rows of a case, one per respondent: of whichever is heard, pending, or closed unheard. None of what is no case, and none
 * of a ledger's case that no ledger speaks of any more.
 */
export function docketRows(file: CaseFile): readonly StatisticsRow[] {
  if (file.void === true || (isLedgersAlone(file) && file.ledgers.length === 0)) return [];
  const [first] = sittings(file);
  const undated = first === undefined ? undatedIn(file) : undefined;
  const classes = classesOf(file);
  const respondents: readonly Respondent[] =
    file.respondents.length === 0 ? [{ name: UNKNOWN_AGENCY }] : respondentsAtSittings(file);
  return respondents.map(({ name, identity }) => {
    const found = attendanceOf(file, name);
    const settled = accountsOf(file, name).map(({ settlement }) => settlement?.facts);
    const neverHeard = settled.length > 0 && settled.every((facts) => facts?.heard === false);
    const inLedgers = file.ledgers.flatMap(({ agencies = [] }) =>
      agencies.filter(({ respondent }) => respondent === name),
    );
    return {
      caseNumber: file.caseNumber,
      agency: name,
      jurisdiction:
        identity?.jurisdiction ??
        inLedgers.findLast(({ jurisdiction }) => jurisdiction !== undefined)?.jurisdiction ??
        districtOf(name),
      court: file.court === "" ? undefined : file.court,
      heardOn: first?.date,
      heard: neverHeard ? false : first !== undefined || undated?.heard,
      present: neverHeard ? undefined : found?.present,
      excused: excuse(file, name, found),
      rank: found?.present === true ? found.statement.rank : undefined,
      headName: found?.present === true ? found.statement.headName : undefined,
      spoke: found?.statement.spoke,
      enterprise:
        settled.find((facts) => facts?.enterprise !== undefined)?.enterprise ??
        ofNewestLedger(file, "enterprise") ??
        file.enterprise,
      ...absence(file, name, found),
      conduct: conduct(file, name),
      outcome: outcomeFor(file, name),
      closed: file.state === "closed" || ofNewestLedger(file, "closed") === true,
      mediated: ofNewestLedger(file, "mediated"),
      source: found?.statement.source ?? (isLedgersAlone(file) ? "court-ledger" : "hearing-record"),
      openDifference: found?.difference === true || isDoubtful(inLedgers, found),
      ...defined({
        mode: first?.mode,
        defence: defence(file, name),
        notified: isHeadNotified(file, name) ? (true as const) : undefined,
        principalOwed: principalOwed(file, name)?.reasons,
        principalExcused: principalExcused(file, name),
        ...judgmentFacts(file, name),
        ...defenceDays(file, name),
      }),
      ...classes(name),
    };
  });
}

/** How it ended for a respondent: unknown for one of several whom a lost judgment doesn't name, though the case is lost. */
function outcomeFor(file: CaseFile, name: string): StatisticsRow["outcome"] {
  if (file.state !== "closed") return undefined;
  const losers = losersOf(file);
  return losers.length === 0 || losers.some((one) => one.name === name) ? file.outcome : undefined;
}

type JudgmentFacts = Pick<StatisticsRow, "judgmentServedOn" | "appealedBy" | "effectiveOn" | "performance">;

/** Served, appealed, in effect, performed: as far as it is known. */
function judgmentFacts(
  file: CaseFile,
  name: string,
): { [Fact in keyof JudgmentFacts]: JudgmentFacts[Fact] | undefined } {
  const duties = file.duties.filter(
    ({ kind, respondent, status }) => kind === "performance" && respondent === name && status !== "cancelled",
  );
  const isLate = duties.some(({ metOn, deadline }) => metOn !== undefined && metOn > deadline.due);
  const isOpen = duties.some(({ status }) => status === "open");
  return {
    judgmentServedOn: serviceOf(file, name)?.on,
    appealedBy: appealedBy(file, name),
    effectiveOn: duties.map(({ startsOn }) => startsOn).toSorted()[0],
    performance: duties.length === 0 ? undefined : isOpen ? "open" : isLate ? "late" : "in-time",
  };
}

function appealedBy(file: CaseFile, name: string): JudgmentFacts["appealedBy"] {
  if (file.judgment?.appellants.includes(name) === true) return "agency";
  return appealKnown(file) ? "other" : undefined;
}

/** 答辩、举证: by when both were owed, and when the later of them came; of what no longer was owed, nothing. */
function defenceDays(
  { duties }: CaseFile,
  name: string,
): Partial<Pick<StatisticsRow, "defenceDue" | "defenceOn">> {
  const own = duties.filter(
    ({ kind, respondent, status }) =>
      (kind === "defence" || kind === "evidence") && respondent === name && status !== "cancelled",
  );
  // One that came late is late, whatever time the other was given.
  const late = own.find(({ metOn, deadline }) => metOn !== undefined && metOn > deadline.due);
  if (late !== undefined) return defined({ defenceDue: late.deadline.due, defenceOn: late.metOn });
  const due = own
    .map(({ deadline }) => deadline.due)
    .toSorted()
    .at(-1);
  const came = own.map(({ metOn }) => metOn);
  const on = came.includes(undefined)
    ? undefined
    : came
        .filter((day) => day !== undefined)
        .toSorted()
        .at(-1);
  return defined({ defenceDue: due, defenceOn: on });
}

/** What each of its rows says of classes and days. */
function classesOf(file: CaseFile): (respondent: string) => RowClasses {
  const known = classesOfCase(file);
  const { field, act, acceptedOn, closedOn } = known;
  const proposed = (["field", "act"] as const).filter((key) => known[key]?.by === "rule");
  const shared = defined({
    field: field?.value,
    act: act?.value,
    proposed: proposed.length === 0 ? undefined : proposed,
    compensation: known.compensation?.value,
    agreement: known.agreement?.value,
    normReview: known.normReview?.value,
    review: known.review?.value,
    plaintiffKind: known.plaintiffKind?.value,
    procedure: known.procedure?.value,
    form: known.form?.value,
    ruling: rulingOf(file, known.ruling?.value),
    appealed: isAppealed(file, known.appealed?.value),
    suggestion: known.suggestion?.value,
    acceptedOn: acceptedOn?.value,
    receivedIn: monthReceived(file, acceptedOn?.value),
    closedOn: closedOn?.value,
    closedIn: monthClosed(file, closedOn?.value),
    countsIn: monthOfCase(file),
  });
  const reviewer = known.reviewBody?.value;
  return (respondent) => (respondent === reviewer ? { ...shared, reviewer: true } : shared);
}

/** Whether its answer to the complaint came by the last day for it (行政诉讼法 §67). */
function defence({ duties }: CaseFile, respondent: string): StatisticsRow["defence"] {
  const duty = duties.find(
    (one) => one.kind === "defence" && one.respondent === respondent && one.status !== "cancelled",
  );
  if (duty === undefined) return undefined;
  if (duty.metOn === undefined) return "open";
  return duty.metOn <= duty.deadline.due ? "in-time" : "late";
}

/** As it stands beside the outcome: what a judgment, or a person, says otherwise is no more than a former ruling. */
function rulingOf(file: CaseFile, stated: Ruling | undefined): Ruling | undefined {
  if (file.state !== "closed") return file.halted?.result ?? (isHalt(stated) ? stated : undefined);
  return stated !== undefined && isRuledSo(stated, file.outcome) ? stated : undefined;
}

/** An appeal that is known of; else what is stated. Of an appeal itself nobody asks. */
function isAppealed(file: CaseFile, stated: boolean | undefined): boolean | undefined {
  if (instanceOf(file.caseNumber) !== "first") return undefined;
  return appealKnown(file) ? true : stated;
}

/** What the newest ledger that says something of the case as a whole says. */
function ofNewestLedger<Key extends "mediated" | "enterprise" | "closed">(
  { ledgers }: CaseFile,
  key: Key,
): LedgerEntry[Key] | undefined {
  return ledgers.findLast((entry) => entry[key] !== undefined)?.[key];
}

/** A ledger that contradicts itself leaves the question open, as long as no better source answers it. */
function isDoubtful(inLedgers: readonly LedgerAgency[], found: AttendanceFound | undefined): boolean {
  const answered = found !== undefined && found.statement.source !== "court-ledger";
  return !answered && inLedgers.some(({ doubtful }) => doubtful === true);
}

/**
 * By whose word another respondent's head appears for this one: as the case's papers settle it, else as a source says it in
 * the place of a reason, which counts only where another's head did come.
 */
function excuse(
  file: CaseFile,
  respondent: string,
  found: AttendanceFound | undefined,
): StatisticsRow["excused"] {
  if (found?.present === true) return undefined;
  const settled = excuseOf(file, respondent);
  if (settled !== undefined) return settled;
  const anotherCame = file.respondents.some(
    ({ name }) => name !== respondent && attendanceOf(file, name)?.present === true,
  );
  return anotherCame ? excuseIn(found?.statement.absenceReason) : undefined;
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
  return named.every(({ title }) => /律师/u.test(title)) ? "lawyers" : "staff";
}

/**
 * What §12 looks at beside absence. That a head left is the court's papers' to say, or its own agency's; that the hearing was
 * put off for the agency, only the court's.
 */
function conduct(file: CaseFile, respondent: string): StatisticsRow["conduct"] {
  const all = file.attendance.filter((one) => one.respondent === respondent);
  const said = all.filter(({ source }) => source !== "filing");
  const [first] = sittings(file);
  const isPutOffFor =
    file.documents.some(({ putOffFor }) => putOffFor?.includes(respondent) === true) ||
    obstaclesOf(file, respondent).some(({ answer }) => answer?.verdict === "put-off");
  const conducts: readonly (readonly [Conduct, boolean])[] = [
    ["left-early", all.some(({ leftEarly }) => leftEarly === true)],
    [
      "put-off",
      isPutOffFor &&
        file.pastHearings.some(
          ({ fate, date }) => fate === "postponed" && first !== undefined && date < first.date,
        ),
    ],
    ["refused-to-explain", said.some(({ refusedToExplain }) => refusedToExplain === true)],
  ];
  const held = conducts.flatMap(([what, holds]) => (holds ? [what] : []));
  return held.length === 0 ? undefined : held;
}

/** The rows, and where they lie. A case whose month of closing nothing shows stays among the open ones. */
export function countedRows(file: CaseFile): {
  readonly month: Month | undefined;
  readonly docket: Docket | undefined;
  readonly rows: readonly StatisticsRow[];
} {
  const rows = docketRows(file);
  const [row] = rows;
  return { month: monthOfCase(file), docket: row && (row.closedIn ?? "open"), rows };
}
