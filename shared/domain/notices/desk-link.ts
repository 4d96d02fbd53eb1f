/**
 * Links (办理链接) in mails: what the person who opens one may do, and for whom. A link belongs to one task of one
 * organisation; `shared/links` signs it, the desk (functions/desk) opens it.
 */

import type { DesignationStage } from "../case-file/designation-stage.ts";
import type { CaseNumber } from "../court/case-number.ts";
import type { OrganisationId } from "../organisations/directory.ts";
import {
  addMinutes,
  civilDate,
  civilDateAt,
  type Instant,
  instantAt,
  type Year,
  yearOf,
} from "../time/time.ts";
import type { Link, LinkTarget, LinkTask, OfTask } from "./link-target.ts";
import type { Notice, NoticeContent } from "./notice.ts";

/** The links of a task. */
export type LinkFor<Task extends LinkTask> = OfTask<Link, Task>;

/**
 * Days for which a link can be used: longer than any period it is for, with the days that may be overdue. A key is kept
 * for the longest of them.
 */
const LIFE_DAYS: Readonly<Record<LinkTask, number>> = {
  report: 45,
  filing: 45,
  supervision: 45,
  designation: 45,
  approval: 45,
  reconciliation: 45,
  review: 45,
  /** It comes with every digest. */
  board: 90,
  /** Until the end of the year after the next: people subscribe once. */
  calendar: 3 * 366,
  /** It comes once a year, and with every reminder. */
  programme: 400,
  correction: 120,
  assessment: 120,
};

/** The link a notice's mail carries; undefined where it asks for nothing that is done at the desk. */
export function linkOf({ id, recipient, createdAt, content, subject }: Notice): Link | undefined {
  const target = targetOf(content, subject);
  if (target === undefined) return undefined;
  return {
    ...target,
    recipient: recipient.organisation,
    expires: addMinutes(createdAt, LIFE_DAYS[target.task] * 24 * 60),
    nonce: id,
  };
}

/**
 * The link of an organisation's calendar (日程订阅). All mails of a year carry the very same, so that nobody subscribes
 * twice; a subscription ends with it, or when its key is taken out.
 */
export function calendarLink(recipient: OrganisationId, now: Instant): Link {
  const last = `${Number(yearOf(civilDateAt(now))) + 2}-12-31`;
  return { task: "calendar", recipient, expires: instantAt(civilDate(last)), nonce: "calendar" };
}

/** The calendar a notice's mail offers; undefined where it is no mail about a hearing that is set. */
export function calendarOf({ recipient, createdAt, content }: Notice): Link | undefined {
  const offers =
    content.kind === "hearing-notice" ? content.audience === "legal-section" : content.kind === "digest";
  return offers ? calendarLink(recipient.organisation, createdAt) : undefined;
}

function targetOf(content: NoticeContent, subject: Notice["subject"]): LinkTarget | undefined {
  switch (content.kind) {
    case "hearing-notice":
      return content.audience === "legal-section" && content.report !== undefined
        ? ofCase("report", content)
        : undefined;
    case "hearing-reminder":
      return content.reportOpen ? ofCase("report", content) : undefined;
    case "hearing-changed":
      return content.report === undefined ? undefined : ofCase("report", content);
    case "report-due":
    case "report-returned":
      return ofCase("report", content);
    case "report-overdue":
      return content.copy ? undefined : ofCase("report", content);
    case "filing-due":
      return ofCase("filing", content);
    case "filing-overdue":
      return content.copy ? undefined : ofCase("filing", content);
    case "report-received":
      return ofCase("supervision", content);
    case "designation-order":
      return content.report === undefined ? undefined : ofCase("report", content);
    case "case-handling-form":
    case "handling-form-returned":
      return ofDesignation("designation", content);
    case "handling-form-submitted":
      return ofDesignation("approval", content);
    case "designation-due":
      if (content.copy) return undefined;
      return ofDesignation(content.waitsFor === "bureau" ? "designation" : "approval", content);
    case "attendance-difference":
    case "difference-standing":
      return {
        task: "reconciliation",
        caseNumber: content.case.caseNumber,
        respondent: content.respondent,
        sitting: content.sitting,
      };
    case "document-review":
      return subject.of === "document" ? { task: "review", sha256: subject.sha256 } : undefined;
    case "desk-link":
      return content.target;
    case "digest":
      return { task: "board" };
    case "interview-candidates":
    case "programme-plan":
      return { task: "programme" };
    case "assessment-draft":
    case "assessment-answered":
    case "assessment-final":
      return ofEntry("assessment", content);
    case "pack-made":
    case "assessment-objection":
    case "assessment-made":
    case "observations-behind":
      return { task: "programme" };
    case "interview-due":
      return content.step === "report" ? undefined : { task: "programme" };
    case "meeting-behind":
      return content.audience === "bureau" ? { task: "programme" } : undefined;
    case "correction-proposed":
    case "correction-answered":
      return ofEntry("correction", content);
    case "correction-judged":
      return content.accepted ? undefined : ofEntry("correction", content);
    case "correction-due":
      return content.copy ? undefined : ofEntry("correction", content);
    default:
      return undefined;
  }
}

function ofCase(
  task: "report" | "filing" | "supervision",
  content: { readonly case: { readonly caseNumber: CaseNumber }; readonly respondent: string },
): LinkTarget {
  return { task, caseNumber: content.case.caseNumber, respondent: content.respondent };
}

function ofDesignation(
  task: "designation" | "approval",
  content: {
    readonly case: { readonly caseNumber: CaseNumber };
    readonly respondent: string;
    readonly stage: DesignationStage;
  },
): LinkTarget {
  const { case: of, respondent, stage } = content;
  return { task, caseNumber: of.caseNumber, respondent, stage };
}

function ofEntry(
  task: "correction" | "assessment",
  { jurisdiction, year, id }: { readonly jurisdiction: string; readonly year: Year; readonly id: string },
): LinkTarget {
  return { task, jurisdiction, year, id };
}
