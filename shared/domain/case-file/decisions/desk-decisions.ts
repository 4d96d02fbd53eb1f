/** What a person decides at the desk (办理页面), on what the form was made from. */

import type { LossReport } from "../../loss/loss-report.ts";
import type { DeskRefusal } from "../../refusal.ts";
import type { Rules } from "../../rules.ts";
import { civilDateAt, type Instant } from "../../time/time.ts";
import { obstaclesOf } from "../before-hearing.ts";
import type { DeskAct } from "../commands.ts";
import { accepted, type Decision, refused } from "../decision.ts";
import type { Hearing } from "../hearing.ts";
import { lossReport } from "../losses.ts";
import type { CaseFiling, CaseReport } from "../report.ts";
import { filingOf, reportOf } from "../reports.ts";
import type { CaseFile } from "../state.ts";
import { hearingOf } from "../state.ts";
import type { AttendanceStatement } from "../statement.ts";
import { type DefenceCommand, decideDefence } from "./defence-decisions.ts";
import {
  type AnswerHandlingForm,
  type AnswerObjection,
  answerHandlingForm,
  answerObjection,
  type ObjectToDesignation,
  objectToDesignation,
  type ProposeApproval,
  proposeApproval,
  type ReturnOpinion,
  returnOpinion,
  type SubmitHandlingForm,
  submitHandlingForm,
} from "./designation-decisions.ts";
import { decideOnJudgment, type JudgmentCommand, judgmentBasis } from "./judgment-desk-decisions.ts";
import { type JudgeLoss, judgeLoss, type ReportLoss, reportLoss } from "./loss-decisions.ts";
import {
  type AnswerObstacle,
  answerObstacle,
  type ReportObstacle,
  reportObstacle,
} from "./obstacle-decisions.ts";
import {
  type AnswerPrincipalAbsence,
  answerPrincipalAbsence,
  type ChooseClasses,
  chooseClasses,
} from "./principal-decisions.ts";
import { reportRefusal } from "./report-refusal.ts";

/** 三日报告. */
export interface SubmitReport extends DeskAct {
  readonly type: "submit-report";
  readonly report: Pick<CaseReport, "proposal" | "head" | "others" | "proofs">;
}

/** 退回, or 督导意见. */
export interface AnswerReport extends DeskAct {
  readonly type: "return-report" | "note-supervision";
  readonly text: string;
}

/** 二日备案. `document` names the filing among the sources of attendance. */
export interface SubmitFiling extends DeskAct {
  readonly type: "submit-filing";
  readonly filing: Pick<CaseFiling, "result" | "staff" | "joint" | "settlement" | "proofs">;
  readonly attendance: Omit<AttendanceStatement, "respondent" | "hearingDate" | "source">;
}

export type DeskCommand =
  | SubmitReport
  | AnswerReport
  | SubmitFiling
  | ReportObstacle
  | AnswerObstacle
  | SubmitHandlingForm
  | ProposeApproval
  | AnswerHandlingForm
  | ReturnOpinion
  | ReportLoss
  | JudgeLoss
  | ObjectToDesignation
  | AnswerObjection
  | DefenceCommand
  | JudgmentCommand
  | ChooseClasses
  | AnswerPrincipalAbsence;

/**
 * What a form about a respondent rests on, as one word: the hearing as it is set, and what has been reported and
 * filed. Reminders that go out meanwhile change the file, but nothing the person has seen.
 */
export function basisOf(file: CaseFile, respondent: string): string {
  const hearing = file.state === "awaiting-hearing" ? `${file.hearing.ordinal}.${file.hearing.sequence}` : "";
  const report = reportOf(file, respondent);
  const reported = report && `${report.revision}${report.returned ? "r" : ""}${report.supervision.length}`;
  const filings = file.filings.filter((one) => one.respondent === respondent);
  return [
    file.state,
    hearing,
    reported ?? "",
    filings.map((one) => `${one.hearing}.${one.revision}`).join("-"),
    designated(file, respondent),
    lossBasis(lossReport(file, respondent)),
    defended(file, respondent),
    obstaclesOf(file, respondent)
      .map(({ answer }) => (answer === undefined ? "o" : "a"))
      .join(""),
    ...(file.judgment === undefined ? [] : [judgmentBasis(file, respondent)]),
    ...principalBasis(file, respondent),
  ].join("_");
}

function lossBasis(report: LossReport | undefined): string {
  if (report === undefined) return "";
  return `l${report.revision}${report.verdict === undefined ? "" : report.verdict.accepted ? "a" : "r"}`;
}

/** How much of its defence has come in, and how often more time was asked for and answered; nothing where another's did alone. */
function defended({ defence }: CaseFile, name: string): string {
  const own = <One extends { readonly respondent: string }>(all: readonly One[] = []) =>
    all.filter(({ respondent }) => respondent === name);
  const [handed, drafts, asked] = [own(defence?.handed), own(defence?.drafts), own(defence?.extensions)];
  if (handed.length + drafts.length + asked.length === 0) return "";
  const extensions = asked.map(({ answer }) => (answer === undefined ? "o" : "a"));
  return `d${handed.length}.${drafts.length}${extensions.join("")}`;
}

/** What was chosen and answered of principals; nothing where nothing was, so that forms of before stay good. */
function principalBasis({ principals }: CaseFile, respondent: string): readonly string[] {
  if (principals === undefined) return [];
  const { choice, owed, answers } = principals;
  const reasons = owed.find((one) => one.respondent === respondent)?.reasons ?? [];
  const answered = answers.filter((one) => one.respondent === respondent).length;
  return [`${choice?.at ?? ""}p${reasons.length}a${answered}`];
}

/** The form as it stands, and how often an agency was designated. */
function designated(file: CaseFile, respondent: string): string {
  const forms = file.handlingForms
    .filter((one) => one.respondent === respondent)
    .map(
      ({ stage, revision, answer, opinion, opinionReturned }) =>
        `${stage}${revision}${opinion ? `o${opinion.revision}` : ""}${opinionReturned ? "b" : ""}${answer ? (answer.approved ? "a" : "r") : ""}`,
    );
  const made = file.designations.filter((one) => one.respondent === respondent);
  const { objection } = made.at(-1) ?? {};
  const objected = objection === undefined ? "" : objection.answer === undefined ? "x" : "y";
  return [...forms, `${made.length}${objected}`].join("-");
}

/** Decides an act at the desk. */
export function decideAtDesk(file: CaseFile, command: DeskCommand, rules: Rules): Decision<DeskRefusal> {
  if (command.basis !== basisOf(file, command.respondent)) return refused({ type: "changed-meanwhile" });
  switch (command.type) {
    case "submit-report":
      return submitReport(file, command);
    case "return-report":
    case "note-supervision":
      return answerReport(file, command);
    case "submit-filing":
      return submitFiling(file, command);
    case "report-obstacle":
      return reportObstacle(file, command);
    case "answer-obstacle":
      return answerObstacle(file, command);
    case "report-loss":
      return reportLoss(file, command, rules);
    case "judge-loss":
      return judgeLoss(file, command, rules);
    case "submit-handling-form":
      return submitHandlingForm(file, command, rules);
    case "propose-approval":
      return proposeApproval(file, command);
    case "return-opinion":
      return returnOpinion(file, command);
    case "object-to-designation":
      return objectToDesignation(file, command, rules);
    case "answer-objection":
      return answerObjection(file, command);
    case "hand-in-defence":
    case "show-defence":
    case "ask-extension":
    case "answer-extension":
      return decideDefence(file, command);
    case "answer-handling-form":
      return answerHandlingForm(file, command, rules);
    case "choose-appeal":
    case "approve-appeal":
    case "confirm-orders":
    case "file-performance":
    case "note-judgment":
      return decideOnJudgment(file, command, rules);
    case "choose-classes":
      return chooseClasses(file, command);
    case "answer-principal-absence":
      return answerPrincipalAbsence(file, command);
    default:
      return command satisfies never;
  }
}

/**
 * The sitting a respondent can file on: the earliest one over whose filing is owed, else the last one over, whose
 * filing may be corrected. That a day has come counts as a sitting, since the record may be late.
 */
export function sittingToFile(file: CaseFile, respondent: string, now: Instant): Hearing | undefined {
  const today = civilDateAt(now);
  const over = file.deadlines
    .filter((one) => one.kind === "filing" && one.respondent === respondent && one.status !== "cancelled")
    .flatMap((one) => {
      const hearing = hearingOf(file, one.hearing);
      return hearing !== undefined && hearing.date <= today ? [{ hearing, status: one.status }] : [];
    })
    .toSorted((one, other) => one.hearing.ordinal - other.hearing.ordinal);
  return (over.find(({ status }) => status === "open") ?? over.at(-1))?.hearing;
}

function submitReport(file: CaseFile, { at, by, respondent, report }: SubmitReport): Decision<DeskRefusal> {
  const refusal = reportRefusal(file, at);
  if (refusal !== undefined) return refused(refusal);
  if (file.state !== "awaiting-hearing") return refused({ type: "no-hearing-set" });
  const { ordinal: hearing } = file.hearing;
  // Counted over all agencies that reported for it, so that no two reports have one number.
  const revision = (file.reports.find((one) => one.respondent === respondent)?.revision ?? 0) + 1;
  const submitted: CaseReport = { respondent, hearing, revision, at, by, ...report, supervision: [] };
  return accepted(
    { type: "report-submitted", report: submitted },
    ...(owed(file, "report", respondent, hearing)
      ? [{ type: "deadline-met", kind: "report", respondent, on: civilDateAt(at), hearing } as const]
      : []),
  );
}

function answerReport(
  file: CaseFile,
  { type, at, by, respondent, text }: AnswerReport,
): Decision<DeskRefusal> {
  const report = reportOf(file, respondent);
  if (report === undefined) return refused({ type: "no-report" });
  if (report.returned !== undefined) return refused({ type: "report-returned-already" });
  const remark = { at, by, text };
  if (type === "note-supervision") return accepted({ type: "supervision-noted", respondent, remark });
  const refusal = reportRefusal(file, at);
  if (refusal !== undefined) return refused(refusal);
  const { hearing } = report;
  // For a hearing that is off nothing runs again: its period would be over before anybody was asked.
  const stands = file.state === "awaiting-hearing" && file.hearing.ordinal === hearing;
  const met = file.deadlines.some(
    (one) =>
      stands &&
      one.kind === "report" &&
      one.respondent === respondent &&
      one.hearing === hearing &&
      one.status === "met",
  );
  return accepted(
    { type: "report-returned", respondent, remark },
    ...(met ? [{ type: "deadline-reopened", kind: "report", respondent, hearing } as const] : []),
  );
}

function submitFiling(file: CaseFile, command: SubmitFiling): Decision<DeskRefusal> {
  const { at, by, respondent, filing, attendance } = command;
  const sitting = sittingToFile(file, respondent, at);
  if (sitting === undefined) return refused({ type: "not-heard-yet" });
  const { ordinal: hearing, date: hearingDate } = sitting;
  const revision = (filingOf(file, respondent, hearing)?.revision ?? 0) + 1;
  return accepted(
    {
      type: "filing-submitted",
      filing: { respondent, hearing, revision, at, by, ...filing },
      hearingDate,
    },
    {
      type: "attendance-recorded",
      statement: { respondent, hearingDate, source: "filing", ...attendance },
    },
    ...(owed(file, "filing", respondent, hearing)
      ? [{ type: "deadline-met", kind: "filing", respondent, on: civilDateAt(at), hearing } as const]
      : []),
  );
}

function owed(file: CaseFile, kind: "report" | "filing", respondent: string, hearing: number): boolean {
  return file.deadlines.some(
    (one) =>
      one.kind === kind && one.respondent === respondent && one.hearing === hearing && one.status === "open",
  );
}
