/** The events of a case's audit trail in the form in which items of the table keep them. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../domain/agreement.ts";
import type { RecordedEvent } from "../../../domain/case-file/events.ts";
import { attendanceStatement, differenceAnswer, settlement } from "./attendance.ts";
import {
  arrangement,
  caseDeadline,
  caseDuty,
  caseFiling,
  caseHalt,
  caseReport,
  courtNote,
  designation,
  designationStage,
  dutyRef,
  enteredCase,
  filedDocument,
  formAnswer,
  handAct,
  handlingForm,
  hearing,
  identity,
  ledgerEntry,
  ledgerRef,
  metBy,
  objectionAnswer,
  obstacle,
  obstacleAnswer,
  officeOpinion,
  outcome,
  remark,
  respondent,
  takenBack,
  urgedDuty,
  urgingDecision,
} from "./case-file.ts";
import { classesCorrected, classesRead } from "./classes.ts";
import {
  deadline,
  defenceDrafted,
  defenceHanded,
  extensionAnswered,
  extensionAsked,
  sittingDeadlineKind,
} from "./deadline.ts";
import { JUDGMENT_EVENTS } from "./judgment.ts";
import { lossReport, lossVerdict } from "./loss.ts";
import { callChoice, meetingAccess, principalAnswer, principalOwed } from "./principals.ts";
import { caseNumber, civilDate, count, instant, texts } from "./scalars.ts";
import { courtStaff } from "./shown.ts";

const parties = {
  cause: z.exactOptional(z.string()),
  plaintiffs: texts,
  respondents: z.array(respondent),
  thirdParties: texts,
  enterprise: z.exactOptional(z.boolean()),
  originCaseNumber: z.exactOptional(caseNumber),
};

const receiptWay = z.enum(["telephone", "paper", "in-person", "other"]);

const ofDeadline = { kind: sittingDeadlineKind, respondent: z.string() };

const caseEvent = z.discriminatedUnion("type", [
  ...JUDGMENT_EVENTS,
  z.object({ type: z.literal("case-opened"), caseNumber, court: z.string(), ...parties }),
  z.object({ type: z.literal("parties-added"), ...parties }),
  z.object({ type: z.literal("document-filed"), document: filedDocument }),
  z.object({ type: z.literal("respondent-identified"), name: z.string(), identity }),
  z.object({ type: z.literal("hearing-set"), hearing }),
  z.object({ type: z.literal("hearing-changed"), hearing }),
  z.object({
    type: z.literal("hearing-postponed"),
    ledger: z.exactOptional(z.string()),
    mistaken: z.exactOptional(z.literal(true)),
  }),
  z.object({ type: z.literal("hearing-held"), hearing }),
  z.object({ type: z.literal("attendance-recorded"), statement: attendanceStatement }),
  z.object({ type: z.literal("document-reviewed"), sha256: z.string(), by: z.string() }),
  z.object({ type: z.literal("attendance-settled"), statement: attendanceStatement, by: z.string() }),
  z.object({ type: z.literal("deadline-opened"), deadline: caseDeadline }),
  z.object({ type: z.literal("deadline-recomputed"), ...ofDeadline, hearing: count, deadline }),
  z.object({
    type: z.literal("deadline-met"),
    ...ofDeadline,
    on: civilDate,
    hearing: z.exactOptional(count),
  }),
  z.object({ type: z.literal("deadline-reopened"), ...ofDeadline, hearing: count }),
  defenceHanded,
  defenceDrafted,
  extensionAsked,
  extensionAnswered,
  z.object({ type: z.literal("court-staff-noted"), staff: courtStaff }),
  z.object({ type: z.literal("duty-opened"), duty: caseDuty }),
  z.object({
    type: z.literal("duty-moved"),
    ...dutyRef,
    startsOn: civilDate,
    deadline,
    why: z.enum(["calendar", "extended", "corrected", "told"]),
  }),
  z.object({ type: z.literal("duty-met"), ...dutyRef, on: civilDate, by: metBy }),
  z.object({ type: z.literal("duty-reopened"), ...dutyRef }),
  z.object({ type: z.literal("duty-cancelled"), ...dutyRef }),
  z.object({ type: z.literal("report-submitted"), report: caseReport }),
  z.object({ type: z.literal("report-returned"), respondent: z.string(), remark }),
  z.object({ type: z.literal("supervision-noted"), respondent: z.string(), remark }),
  z.object({ type: z.literal("filing-submitted"), filing: caseFiling, hearingDate: civilDate }),
  z.object({ type: z.literal("handling-form-submitted"), form: handlingForm }),
  z.object({
    type: z.literal("handling-form-proposed"),
    respondent: z.string(),
    stage: designationStage,
    opinion: officeOpinion,
  }),
  z.object({ type: z.literal("opinion-returned"), respondent: z.string(), stage: designationStage, remark }),
  z.object({
    type: z.literal("designation-objected"),
    respondent: z.string(),
    stage: designationStage,
    remark,
  }),
  z.object({
    type: z.literal("objection-answered"),
    respondent: z.string(),
    stage: designationStage,
    answer: objectionAnswer,
  }),
  z.object({
    type: z.literal("handling-form-answered"),
    respondent: z.string(),
    stage: designationStage,
    answer: formAnswer,
  }),
  z.object({ type: z.literal("designation-made"), designation }),
  z.object({ type: z.literal("appearance-arranged"), arrangement }),
  z.object({ type: z.literal("loss-reported"), report: lossReport }),
  z.object({ type: z.literal("loss-judged"), respondent: z.string(), verdict: lossVerdict }),
  z.object({ type: z.literal("obstacle-reported"), obstacle }),
  z.object({
    type: z.literal("obstacle-answered"),
    respondent: z.string(),
    reportedAt: instant,
    answer: obstacleAnswer,
  }),
  z.object({ type: z.literal("court-note-received"), note: courtNote }),
  z.object({ type: z.literal("meeting-access-received"), access: meetingAccess }),
  z.object({ type: z.literal("call-classes-chosen"), choice: callChoice }),
  z.object({ type: z.literal("first-of-year-noted"), respondent: z.string() }),
  z.object({ type: z.literal("principal-owed"), owed: principalOwed }),
  z.object({ type: z.literal("principal-absence-answered"), answer: principalAnswer }),
  z.object({
    type: z.literal("deadline-cancelled"),
    ...ofDeadline,
    hearing: count,
    ledger: z.exactOptional(z.string()),
  }),
  z.object({ type: z.literal("difference-answered"), answer: differenceAnswer }),
  z.object({ type: z.literal("difference-settled"), settlement }),
  z.object({ type: z.literal("urging-decided"), urging: urgingDecision }),
  z.object({
    type: z.literal("receipt-noted"),
    ...urgedDuty,
    on: civilDate,
    way: receiptWay,
    by: z.string(),
    told: z.exactOptional(z.string()),
  }),
  z.object({
    type: z.literal("done-by-hand"),
    act: handAct,
    by: z.string(),
    reason: z.string(),
    source: z.exactOptional(z.object({ way: receiptWay, told: z.string(), on: civilDate })),
    other: z.exactOptional(caseNumber),
    entered: z.exactOptional(enteredCase),
  }),
  z.object({ type: z.literal("respondent-removed"), name: z.string() }),
  z.object({ type: z.literal("hearing-removed"), ordinal: count }),
  z.object({ type: z.literal("case-voided") }),
  z.object({ type: z.literal("letters-voided"), taking: takenBack }),
  classesRead,
  classesCorrected,
  z.object({ type: z.literal("appeal-filed"), on: civilDate }),
  z.object({ type: z.literal("appeal-linked"), appeal: caseNumber }),
  z.object({ type: z.literal("action-withdrawn"), respondent: z.string(), on: civilDate }),
  z.object({ type: z.literal("case-halted"), halt: caseHalt }),
  z.object({
    type: z.literal("case-closed"),
    outcome,
    byLedger: z.exactOptional(z.literal(true)),
    byHand: z.exactOptional(z.literal(true)),
  }),
  z.object({ type: z.literal("ledger-noted"), entry: ledgerEntry }),
  z.object({ type: z.literal("ledger-withdrawn"), ledger: ledgerRef }),
  z.object({ type: z.literal("taken-back"), taking: takenBack }),
  z.object({ type: z.literal("notice-issued"), key: z.string(), at: instant }),
]);

export const recordedEvent = z.object({ at: instant, cause: z.string(), event: caseEvent });

agreed<Agree<RecordedEvent, z.infer<typeof recordedEvent>>>();
