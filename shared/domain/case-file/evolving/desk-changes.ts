/** How do periods, reports, filings, handling forms and designations of a case file change by what people do at the desk? */
import type { Designation, HandlingForm } from "../designation-stage.ts";
import type { CaseEvent } from "../events.ts";
import type { CaseReport } from "../report.ts";
import type { CaseDeadline, CaseFile } from "../state.ts";
import type { AttendanceStatement } from "../statement.ts";

/** With the periods that something is about changed; `from`: those in this status alone. */
export function changingDeadlines(
  file: CaseFile,
  which: { readonly kind: string; readonly respondent: string; readonly hearing?: number },
  change: (one: CaseDeadline) => CaseDeadline,
  from: CaseDeadline["status"] = "open",
): CaseFile {
  const concerned = (one: CaseDeadline) =>
    one.status === from &&
    one.kind === which.kind &&
    one.respondent === which.respondent &&
    (which.hearing === undefined || one.hearing === which.hearing);
  return { ...file, deadlines: file.deadlines.map((one) => (concerned(one) ? change(one) : one)) };
}

/** With a respondent's report changed. */
export function changingReport(
  file: CaseFile,
  respondent: string,
  change: (one: CaseReport) => CaseReport,
): CaseFile {
  return {
    ...file,
    reports: file.reports.map((one) => (one.respondent === respondent ? change(one) : one)),
  };
}

/** A filing takes the place of the former one on that sitting; courts' papers stand side by side. */
export function withoutFormer(
  attendance: readonly AttendanceStatement[],
  { source, respondent, hearingDate }: AttendanceStatement,
): readonly AttendanceStatement[] {
  return source !== "filing"
    ? attendance
    : attendance.filter(
        (one) => one.source !== "filing" || one.respondent !== respondent || one.hearingDate !== hearingDate,
      );
}

/** An agency that corrects its filing doesn't contradict itself: what the former one said is gone. */
export function filed(
  file: CaseFile,
  { filing, hearingDate }: Extract<CaseEvent, { type: "filing-submitted" }>,
): CaseFile {
  const { respondent, hearing } = filing;
  return {
    ...file,
    filings: [
      ...file.filings.filter((one) => one.respondent !== respondent || one.hearing !== hearing),
      filing,
    ],
    attendance: file.attendance.filter(
      (one) => one.source !== "filing" || one.respondent !== respondent || one.hearingDate !== hearingDate,
    ),
  };
}

/** Whether two handling forms (案件办理单) are of one government and stage. */
export function sameForm(one: OfForm, other: OfForm): boolean {
  return one.respondent === other.respondent && one.stage === other.stage;
}

interface OfForm {
  readonly respondent: string;
  readonly stage: string;
}

/** With one handling form changed. */
export function changingForm(
  file: CaseFile,
  which: OfForm,
  change: (one: HandlingForm) => HandlingForm,
): CaseFile {
  const handlingForms = file.handlingForms.map((one) => (sameForm(one, which) ? change(one) : one));
  return { ...file, handlingForms };
}

/** Of the one that holds. */
export function changingDesignation(
  file: CaseFile,
  which: OfForm,
  change: (one: Designation) => Designation,
): CaseFile {
  const last = file.designations.findLastIndex((one) => sameForm(one, which));
  const designations = file.designations.map((one, index) => (index === last ? change(one) : one));
  return { ...file, designations };
}

/** The period in which a former agency was to report ends with its designation; the audit trail keeps it. */
export function designated(file: CaseFile, designation: Designation): CaseFile {
  const { respondent, stage } = designation;
  return {
    ...file,
    designations: [...file.designations, designation],
    deadlines:
      stage === "appeal"
        ? file.deadlines
        : file.deadlines.filter((one) => one.kind !== "report" || one.respondent !== respondent),
  };
}

interface OfSitting {
  readonly respondent: string;
  readonly sitting: string;
}

/** Whether two answers are of one respondent and sitting. */
export function ofSame(one: OfSitting, other: OfSitting): boolean {
  return one.respondent === other.respondent && one.sitting === other.sitting;
}
