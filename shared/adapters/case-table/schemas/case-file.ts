/** Case files in the form in which items of the table keep them. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../domain/agreement.ts";
import type { CaseFile } from "../../../domain/case-file/state.ts";
import { OUTCOMES } from "../../../domain/court/outcome.ts";
import { HANDLING_KEYS } from "../../../domain/handling/handling-details.ts";
import {
  attendanceStatement,
  differenceAnswer,
  headFacts,
  proof,
  settlement,
  sittingResult,
} from "./attendance.ts";
import { caseClasses, classesSaid } from "./classes.ts";
import { deadline, deadlineKind, defenceRecord, dutyKind, sittingDeadlineKind } from "./deadline.ts";
import { absenceGround, headPlan, jointAppearance, jointWord, person } from "./head-plan.ts";
import { judgmentMatter } from "./judgment.ts";
import { lossReport } from "./loss.ts";
import { meetingAccess, principalRecord } from "./principals.ts";
import { caseNumber, civilDate, count, instant, month, organisationId, texts } from "./scalars.ts";
import { courtStaff, hearingDetails } from "./shown.ts";

export const identity = z.object({
  organisation: organisationId,
  kind: z.enum(["court", "bureau", "government", "agency"]),
  level: z.enum(["city", "county", "town"]),
  jurisdiction: z.string(),
});

export const respondent = z.object({
  name: z.string(),
  identity: z.exactOptional(identity),
  withdrawnOn: z.exactOptional(civilDate),
});

export const caseHalt = z.object({ result: z.enum(["suspended", "transferred"]), since: civilDate });

export const hearing = z.extend(hearingDetails, {
  issuedOn: z.exactOptional(civilDate),
  ledger: z.exactOptional(z.string()),
  wasSet: z.exactOptional(z.literal(true)),
  byHand: z.exactOptional(z.literal(true)),
});

export const caseDeadline = z.object({
  kind: sittingDeadlineKind,
  respondent: z.string(),
  startsOn: civilDate,
  hearing: count,
  deadline,
  status: z.enum(["open", "met", "cancelled"]),
  ledger: z.exactOptional(z.string()),
});

export const dutyRef = { kind: dutyKind, respondent: z.string(), subject: z.exactOptional(z.string()) };

export const metBy = z.enum(["form", "receipt", "paper"]);

export const caseDuty = z.object({
  ...dutyRef,
  startsOn: civilDate,
  deadline,
  status: z.enum(["open", "met", "cancelled"]),
  metOn: z.exactOptional(civilDate),
  metBy: z.exactOptional(metBy),
});

export const ledgerRef = z.object({
  court: organisationId,
  month,
  document: z.string(),
  receivedAt: instant,
});

export const ledgerEntry = z.extend(ledgerRef, {
  heard: z.exactOptional(z.boolean()),
  mediated: z.exactOptional(z.boolean()),
  enterprise: z.exactOptional(z.boolean()),
  closed: z.exactOptional(z.boolean()),
  undatedIn: z.exactOptional(month),
  agencies: z.exactOptional(
    z.array(
      z.object({
        respondent: z.string(),
        jurisdiction: z.exactOptional(z.string()),
        doubtful: z.exactOptional(z.literal(true)),
        undated: z.exactOptional(headFacts),
      }),
    ),
  ),
  classes: z.exactOptional(classesSaid),
});

export const filedDocument = z.object({
  sha256: z.string(),
  kind: z.enum([
    "summons",
    "appearance-notice",
    "appeal",
    "hearing-record",
    "judgment",
    "filing",
    "explanation",
    "court-note",
    "response-notice",
    "judicial-suggestion",
    "complaint",
    "defence",
    "evidence-list",
    "service-receipt",
    "enforcement-notice",
  ]),
  receivedAt: instant,
  servedOn: z.exactOptional(civilDate),
  addressedTo: z.exactOptional(texts),
  again: z.exactOptional(civilDate),
  principal: z.exactOptional(z.literal(true)),
  putOffFor: z.exactOptional(texts),
  respondent: z.exactOptional(z.string()),
  claims: z.exactOptional(z.string()),
  copy: z.exactOptional(z.literal(true)),
});

export const remark = z.object({ at: instant, by: z.string(), text: z.string() });

export const caseReport = z.object({
  respondent: z.string(),
  hearing: count,
  revision: count,
  at: instant,
  by: z.string(),
  proposal: z.string(),
  head: headPlan,
  others: z.array(person),
  proofs: z.exactOptional(z.array(proof)),
  returned: z.exactOptional(remark),
  supervision: z.array(remark),
});

export const caseFiling = z.object({
  respondent: z.string(),
  hearing: count,
  revision: count,
  at: instant,
  by: z.string(),
  result: sittingResult,
  staff: z.array(person),
  joint: z.exactOptional(jointWord),
  settlement: z.exactOptional(z.string()),
  proofs: z.exactOptional(z.array(proof)),
});

export const designationStage = z.enum(["instance", "appeal"]);

const namedAgency = z.object({ organisation: organisationId, name: z.string() });

export const formAnswer = z.extend(remark, { approved: z.boolean(), head: z.exactOptional(person) });

export const officeOpinion = z.extend(remark, { revision: count, head: person });

export const objectionAnswer = z.extend(remark, { kept: z.boolean() });

export const handlingDetails = z.partialRecord(z.enum(HANDLING_KEYS), z.string());

export const handlingForm = z.object({
  respondent: z.string(),
  stage: designationStage,
  revision: count,
  at: instant,
  by: z.string(),
  summary: z.string(),
  proposal: z.string(),
  agency: namedAgency,
  details: z.exactOptional(handlingDetails),
  twoStep: z.exactOptional(z.literal(true)),
  opinion: z.exactOptional(officeOpinion),
  opinionReturned: z.exactOptional(remark),
  answer: z.exactOptional(formAnswer),
});

export const designation = z.object({
  respondent: z.string(),
  stage: designationStage,
  ordinal: count,
  at: instant,
  by: z.string(),
  agency: namedAgency,
  proposal: z.string(),
  head: z.exactOptional(person),
  objection: z.exactOptional(z.extend(remark, { answer: z.exactOptional(objectionAnswer) })),
});

export const arrangement = z.object({
  ...jointAppearance,
  document: z.string(),
  at: instant,
  reviewedBy: z.exactOptional(z.string()),
});

export const obstacleVerdict = z.enum(["put-off", "excused", "refused"]);

export const obstacleAnswer = z.object({
  verdict: obstacleVerdict,
  reason: z.string(),
  by: z.string(),
  at: instant,
});

export const obstacle = z.object({
  respondent: z.string(),
  hearing: count,
  at: instant,
  by: z.string(),
  ground: absenceGround,
  explanation: z.string(),
  answer: z.exactOptional(obstacleAnswer),
  proofs: z.exactOptional(z.array(proof)),
});

export const courtNote = z.object({ sha256: z.string(), at: instant, text: z.string(), respondents: texts });

export const urgedDuty = {
  kind: deadlineKind,
  respondent: z.string(),
  hearing: z.exactOptional(count),
  subject: z.exactOptional(z.string()),
};

const ofUrging = { ...urgedDuty, round: count, at: instant, by: z.string() };

export const urgingDecision = z.discriminatedUnion("decision", [
  z.object({ ...ofUrging, decision: z.literal("held"), until: civilDate, reason: z.string() }),
  z.object({ ...ofUrging, decision: z.literal("released") }),
  z.object({ ...ofUrging, decision: z.literal("copy-confirmed") }),
  z.object({ ...ofUrging, decision: z.literal("copy-declined"), reason: z.string() }),
]);

export const outcome = z.enum(OUTCOMES);

const HAND_ACTS = [
  "hearing-correction",
  "hearing-cancellation",
  "hearing-move",
  "closing",
  "outcome-correction",
  "voiding",
  "case-entry",
  "merger",
  "split",
] as const;

export const enteredCase = z.object({ servedOn: z.exactOptional(civilDate) });

export const handAct = z.enum(HAND_ACTS);

export const actKind = z.enum([
  "review",
  "reading",
  "report",
  "report-returned",
  "supervision",
  "defence",
  "filing",
  "obstacle",
  "obstacle-answer",
  "receipt",
  "difference",
  "handling-form",
  "opinion",
  "approval",
  "objection",
  "loss-report",
  "loss-verdict",
  "appeal-choice",
  "appeal-approval",
  "orders",
  "performance",
  "judgment-note",
  "identification",
  "call-classes",
  "principal-answer",
  "classes",
  ...HAND_ACTS,
]);

const audience = z.discriminatedUnion("part", [
  z.object({ part: z.literal("respondent"), name: z.string(), role: z.enum(["legal-section", "head"]) }),
  z.object({ part: z.literal("superior"), name: z.string(), asked: z.exactOptional(z.literal(true)) }),
  z.object({ part: z.literal("government"), name: z.string() }),
  z.object({ part: z.literal("agency"), organisation: organisationId }),
  z.object({ part: z.literal("court") }),
  z.object({ part: z.literal("bureau"), name: z.exactOptional(z.string()) }),
]);

export const lettersSent = z.array(z.object({ key: z.string(), at: instant }));

export const takenBack = z.object({
  act: actKind,
  cause: z.string(),
  actAt: instant,
  respondent: z.exactOptional(z.string()),
  at: instant,
  by: z.string(),
  office: z.enum(["own", "bureau"]),
  reason: z.string(),
  voided: z.array(z.object({ to: audience, letters: lettersSent })),
  hearing: z.exactOptional(hearing),
  lastOrdinal: z.exactOptional(count),
  sequence: z.exactOptional(count),
  undone: z.exactOptional(z.literal(true)),
  into: z.exactOptional(caseNumber),
});

const facts = {
  caseNumber,
  version: count,
  court: z.string(),
  cause: z.exactOptional(z.string()),
  plaintiffs: texts,
  respondents: z.array(respondent),
  thirdParties: texts,
  enterprise: z.exactOptional(z.boolean()),
  originCaseNumber: z.exactOptional(caseNumber),
  appeals: z.array(caseNumber),
  appealedOn: z.exactOptional(civilDate),
  halted: z.exactOptional(caseHalt),
  pastHearings: z.array(
    z.extend(hearing, {
      fate: z.enum(["held", "postponed", "changed"]),
      mistaken: z.exactOptional(z.literal(true)),
    }),
  ),
  deadlines: z.array(caseDeadline),
  duties: z.array(caseDuty),
  defence: z.exactOptional(defenceRecord),
  courtStaff: z.exactOptional(courtStaff),
  attendance: z.array(attendanceStatement),
  reports: z.array(caseReport),
  filings: z.array(caseFiling),
  handlingForms: z.array(handlingForm),
  designations: z.array(designation),
  arrangements: z.array(arrangement),
  losses: z.exactOptional(z.array(lossReport)),
  obstacles: z.array(obstacle),
  courtNotes: z.array(courtNote),
  meetings: z.exactOptional(z.array(meetingAccess)),
  principals: z.exactOptional(principalRecord),
  answers: z.array(differenceAnswer),
  settlements: z.array(settlement),
  urgings: z.array(urgingDecision),
  judgment: z.exactOptional(judgmentMatter),
  documents: z.array(filedDocument),
  ledgers: z.array(ledgerEntry),
  classes: z.exactOptional(caseClasses),
  entered: z.exactOptional(enteredCase),
  boards: texts,
  shown: z.exactOptional(z.string()),
  sent: z.record(z.string(), instant),
  takenBack: z.exactOptional(z.array(takenBack)),
  void: z.exactOptional(z.literal(true)),
};

export const caseFile = z.discriminatedUnion("state", [
  z.object({ ...facts, state: z.literal("registered") }),
  z.object({ ...facts, state: z.literal("awaiting-hearing"), hearing }),
  z.object({ ...facts, state: z.literal("postponed") }),
  z.object({ ...facts, state: z.literal("heard") }),
  z.object({
    ...facts,
    state: z.literal("closed"),
    outcome,
    byLedger: z.exactOptional(z.literal(true)),
    byHand: z.exactOptional(z.literal(true)),
  }),
]);

agreed<Agree<CaseFile, z.infer<typeof caseFile>>>();
