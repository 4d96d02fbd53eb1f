/** What is asked of a sitting that was held, and what is known of it before the agency has filed. */
import { html } from "hono/html";
import type { Hearing } from "../../../shared/domain/case-file/hearing.ts";
import type { SittingResult } from "../../../shared/domain/case-file/report.ts";
import { reportOf } from "../../../shared/domain/case-file/reports.ts";
import { type CaseFile, sittings } from "../../../shared/domain/case-file/state.ts";
import type { AttendanceStatement } from "../../../shared/domain/case-file/statement.ts";
import { groundOf } from "../../../shared/domain/court/absence-ground.ts";
import { defined } from "../../../shared/domain/defined.ts";
import { personLine, resultName } from "../../../shared/letters/wording/report-wording.ts";
import { type Filled, select, textArea } from "../frame/fields.ts";
import type { Form } from "../frame/form.ts";
import type { Markup } from "../frame/page.ts";

export const SITTING_RESULTS: readonly SittingResult[] = [
  "judgment-later",
  "judgment-given",
  "withdrawn",
  "mediated",
  "adjourned",
  "other",
];

/** 庭审结果. */
export function resultField(filled: Filled): Markup {
  return select(filled, {
    name: "result",
    label: "庭审结果",
    required: true,
    options: SITTING_RESULTS.map((result) => [result, resultName(result)] as const),
  });
}

/** 出庭工作人员. */
export function staffField(filled: Filled): Markup {
  return html`${textArea(filled, {
    name: "staff",
    label: "出庭工作人员",
    rows: 3,
    hint: "每行一人，写明姓名和职务，例如：李明，法规科科长。",
  })}`;
}

/** What the court's record says of the respondent's head at a sitting. */
export function recordOf(
  { attendance }: Pick<CaseFile, "attendance">,
  respondent: string,
  { date }: Pick<Hearing, "date">,
): AttendanceStatement | undefined {
  return attendance.find(
    (one) => one.respondent === respondent && one.hearingDate === date && one.source === "hearing-record",
  );
}

/** The fields as the court's record fills them; what it doesn't say stays to be answered. */
export function recordedForm(said: AttendanceStatement): Form {
  const { headAttended, headName, headTitle, rank, spoke, identityPapers, leftEarly, notifiedAgain } = said;
  const again: Form = notifiedAgain === undefined ? {} : { again: notifiedAgain ? "yes" : "no" };
  if (headAttended === "review") return again;
  if (!headAttended) {
    const { absenceReason, reasonAccepted } = said;
    const ground = groundOf(absenceReason);
    return {
      ...again,
      attended: "no",
      ...(ground !== undefined && ground !== "none" && { ground }),
      ...defined({ explanation: absenceReason }),
      ...(reasonAccepted !== undefined && { accepted: reasonAccepted ? "yes" : "no" }),
    };
  }
  return {
    ...again,
    attended: "yes",
    ...defined({ headName, headTitle, headRank: rank, identity: identityPapers }),
    ...(spoke !== undefined && { spoke: spoke ? "yes" : "no" }),
    ...(leftEarly !== undefined && { left: leftEarly ? "without-leave" : "no" }),
  };
}

/** What follows from the case: who else was to go, whether another sitting is set, and that a first one was no second. */
export function followingForm(file: CaseFile, respondent: string, { ordinal, date }: Hearing): Form {
  const staff = reportOf(file, respondent)?.others.map(personLine).join("\n");
  const isFirst = !sittings(file).some((one) => one.date < date);
  const goesOn = file.state === "awaiting-hearing" && file.hearing.ordinal > ordinal;
  return {
    ...defined({ staff }),
    ...(isFirst && { again: "no" }),
    ...(goesOn && sittings(file).some((one) => one.ordinal === ordinal) && { result: "adjourned" }),
  };
}
