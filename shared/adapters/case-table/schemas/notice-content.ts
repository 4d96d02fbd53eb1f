/** What notices say, as items keep it. */
import * as z from "zod/mini";
import type { NoticeContent } from "../../../domain/notice.ts";
import { type Agree, agreed } from "./agreement.ts";
import { difference, differenceAnswer, headFacts, settledBy, side } from "./attendance.ts";
import { deadline } from "./deadline.ts";
import { packContents } from "./pack.ts";
import { caseNumber, civilDate, clockTime, count, instant, known, month, texts, year } from "./scalars.ts";
import { scoreShown } from "./score.ts";

export const hearingDetails = z.object({
  ordinal: count,
  date: civilDate,
  time: z.exactOptional(clockTime),
  endTime: z.exactOptional(clockTime),
  place: z.exactOptional(z.string()),
  sequence: count,
});

const caseSummary = z.object({
  caseNumber,
  court: z.string(),
  cause: z.exactOptional(z.string()),
  plaintiffs: texts,
  respondents: texts,
});

const ofCase = { case: caseSummary, respondent: z.string() };
const formPaper = z.enum(["summons", "appearance-notice", "appeal"]);
const designationStage = z.enum(["instance", "appeal"]);
const ofDesignation = { ...ofCase, stage: designationStage, hearing: z.exactOptional(hearingDetails) };
const overdue = { deadline, daysOver: z.int(), copy: z.boolean() };
const file = z.object({ name: z.string(), key: z.string(), receivedAt: instant });

const attachedFiles = z.array(z.object({ name: z.string(), key: z.string(), contentType: z.string() }));

const keyFigures = z.object({
  heard: count,
  present: count,
  rate: z.string(),
  enterpriseHeard: count,
  enterprisePresent: count,
  enterpriseRate: z.string(),
  absent: count,
  unknown: count,
  principalRate: z.exactOptional(z.string()),
  lostRate: z.exactOptional(z.string()),
  resolvedRate: z.exactOptional(z.string()),
  sincePrevious: z.exactOptional(z.string()),
  sinceLastYear: z.exactOptional(z.string()),
  yearToDate: z.exactOptional(z.object({ heard: count, present: count, rate: z.string() })),
});

const ofCorrection = {
  correction: z.object({
    agency: z.string(),
    caseNumber: z.exactOptional(caseNumber),
    shortcoming: z.string(),
    proposal: z.string(),
    due: civilDate,
  }),
  jurisdiction: z.string(),
  year,
  id: z.string(),
};

const packShown = z.extend(packContents, {
  place: z.string(),
  year,
  half: z.literal([1, 2]),
  from: month,
  to: month,
});

const ofAssessment = { unit: z.string(), jurisdiction: z.string(), year, id: z.string() };

const interview = z.object({
  issuer: z.string(),
  unit: z.string(),
  from: month,
  to: month,
  heard: count,
  present: count,
  reasons: texts,
  date: z.exactOptional(civilDate),
  time: z.exactOptional(clockTime),
  place: z.exactOptional(z.string()),
  demands: z.exactOptional(z.string()),
  calledOn: z.exactOptional(civilDate),
  outcome: z.exactOptional(z.string()),
});

/** A line of the bureau's daily digest. */
export const digestLine = z.object({
  at: instant,
  caseNumber: z.exactOptional(caseNumber),
  text: z.string(),
});

export const noticeContent = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("hearing-notice"),
    ...ofCase,
    hearing: hearingDetails,
    report: z.exactOptional(deadline),
    audience: z.enum(["legal-section", "head"]),
    headNotified: z.exactOptional(z.boolean()),
  }),
  z.object({
    kind: z.literal("hearing-reminder"),
    ...ofCase,
    hearing: hearingDetails,
    daysLeft: z.int(),
    reportOpen: z.boolean(),
    head: z.exactOptional(
      z.object({ name: z.string(), title: z.string(), rank: z.enum(["principal", "deputy", "in-charge"]) }),
    ),
  }),
  z.object({
    kind: z.literal("hearing-changed"),
    ...ofCase,
    cancelled: hearingDetails,
    hearing: z.exactOptional(hearingDetails),
    report: z.exactOptional(deadline),
    closed: z.exactOptional(z.boolean()),
  }),
  z.object({
    kind: z.literal("case-handling-form"),
    ...ofDesignation,
    documentKind: formPaper,
    receivedAt: instant,
  }),
  z.object({ kind: z.literal("appearance-notice"), ...ofCase, hearing: hearingDetails, receivedAt: instant }),
  z.object({
    kind: z.literal("court-note"),
    ...ofCase,
    hearing: z.exactOptional(hearingDetails),
    text: z.string(),
    receivedAt: instant,
  }),
  z.object({
    kind: z.literal("obstacle-reported"),
    ...ofCase,
    hearing: hearingDetails,
    by: z.string(),
    ground: z.string(),
    explanation: z.string(),
    reader: z.enum(["court", "bureau"]),
  }),
  z.object({
    kind: z.literal("organisation-changed"),
    organisation: z.string(),
    by: z.string(),
    at: instant,
    changes: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
    functions: z.exactOptional(z.string()),
    cases: z.array(caseNumber),
    reader: z.enum(["own", "former-address", "bureau", "court"]),
  }),
  z.object({
    kind: z.literal("handling-form-submitted"),
    ...ofDesignation,
    paper: z.exactOptional(z.object({ kind: formPaper, receivedAt: instant })),
    by: z.string(),
    summary: z.string(),
    proposal: z.string(),
    agency: z.string(),
  }),
  z.object({
    kind: z.literal("handling-form-returned"),
    ...ofDesignation,
    by: z.string(),
    remarks: z.string(),
    agency: z.string(),
  }),
  z.object({
    kind: z.literal("designation-order"),
    ...ofDesignation,
    agency: z.string(),
    on: civilDate,
    by: z.string(),
    proposal: z.string(),
    report: z.exactOptional(deadline),
  }),
  z.object({
    kind: z.literal("designation-withdrawn"),
    ...ofDesignation,
    agency: z.string(),
    successor: z.string(),
  }),
  z.object({
    kind: z.literal("designation-due"),
    ...ofDesignation,
    waitsFor: z.enum(["bureau", "government"]),
    copy: z.boolean(),
    daysWaiting: z.int(),
    daysLeft: z.exactOptional(z.int()),
  }),
  z.object({
    kind: z.literal("report-due"),
    ...ofCase,
    deadline,
    hearing: z.exactOptional(hearingDetails),
  }),
  z.object({
    kind: z.literal("report-overdue"),
    ...ofCase,
    ...overdue,
    hearing: z.exactOptional(hearingDetails),
  }),
  z.object({
    kind: z.literal("report-received"),
    ...ofCase,
    hearing: hearingDetails,
    revision: count,
    by: z.string(),
    proposal: z.string(),
    head: z.string(),
    concern: z.exactOptional(z.string()),
    others: texts,
    proofs: z.exactOptional(texts),
  }),
  z.object({
    kind: z.literal("report-returned"),
    ...ofCase,
    hearing: hearingDetails,
    remarks: z.string(),
    by: z.string(),
    report: z.exactOptional(deadline),
  }),
  z.object({
    kind: z.literal("supervision"),
    ...ofCase,
    hearing: hearingDetails,
    text: z.string(),
    by: z.string(),
  }),
  z.object({
    kind: z.literal("desk-link"),
    about: z.string(),
    target: z.discriminatedUnion("task", [
      z.object({
        task: z.enum(["report", "filing", "supervision"]),
        caseNumber,
        respondent: z.string(),
      }),
      z.object({
        task: z.enum(["designation", "approval"]),
        caseNumber,
        respondent: z.string(),
        stage: designationStage,
      }),
      z.object({
        task: z.literal("reconciliation"),
        caseNumber,
        respondent: z.string(),
        sitting: civilDate,
      }),
      z.object({ task: z.literal("review"), sha256: z.string() }),
      z.object({ task: z.literal("board") }),
      z.object({ task: z.literal("calendar") }),
      z.object({ task: z.literal("programme") }),
      z.object({
        task: z.literal(["correction", "assessment"]),
        jurisdiction: z.string(),
        year,
        id: z.string(),
      }),
    ]),
  }),
  z.object({ kind: z.literal("filing-due"), ...ofCase, deadline, hearing: hearingDetails }),
  z.object({ kind: z.literal("filing-overdue"), ...ofCase, ...overdue, hearing: hearingDetails }),
  z.object({
    kind: z.literal("attendance-difference"),
    ...ofCase,
    sitting: civilDate,
    side,
    differences: z.array(difference),
    daysOpen: z.int(),
  }),
  z.object({
    kind: z.literal("difference-standing"),
    ...ofCase,
    sitting: civilDate,
    differences: z.array(difference),
    answers: z.array(differenceAnswer),
  }),
  z.object({
    kind: z.literal("difference-settled"),
    ...ofCase,
    sitting: civilDate,
    facts: headFacts,
    settledBy,
    by: z.string(),
    reason: z.exactOptional(z.string()),
  }),
  z.object({
    kind: z.literal("ledger-due"),
    court: z.string(),
    month,
    due: civilDate,
    daysOver: z.int(),
    prefilled: z.exactOptional(z.object({ cases: count, files: attachedFiles })),
  }),
  z.object({
    kind: z.literal("ledger-received"),
    court: z.string(),
    month,
    file,
    cases: count,
    opened: count,
    withdrawn: count,
    unusable: count,
    doubtful: count,
    rows: z.array(z.object({ sheet: z.string(), row: count, reason: z.string(), used: z.boolean() })),
    files: attachedFiles,
  }),
  z.object({
    kind: z.literal("bulletin"),
    jurisdiction: z.string(),
    month,
    period: z.exactOptional(z.enum(["quarter", "half-year", "year", "year-to-date"])),
    changed: z.exactOptional(count),
    left: z.exactOptional(texts),
    version: count,
    draft: z.boolean(),
    figures: keyFigures,
    files: attachedFiles,
  }),
  z.object({ kind: z.literal("document-rejected"), file, why: z.string(), todo: z.string() }),
  z.object({
    kind: z.literal("document-review"),
    file,
    court: z.string(),
    documentKind: z.string(),
    partlyFiled: z.boolean(),
    doubts: texts,
    facts: z.array(
      z.object({ label: z.string(), value: z.string(), confidence: z.number(), text: z.string() }),
    ),
  }),
  z.object({
    kind: z.literal("unknown-agency"),
    case: caseSummary,
    name: z.string(),
    hearing: z.exactOptional(hearingDetails),
  }),
  z.object({
    kind: z.literal("address-failed"),
    organisationName: z.string(),
    address: known(z.string()),
    cause: z.string(),
    subject: z.string(),
  }),
  z.object({
    kind: z.literal("programme-plan"),
    jurisdiction: z.string(),
    year,
    perYear: count,
    meetings: z.boolean(),
  }),
  z.object({
    kind: z.literal("observations-behind"),
    jurisdiction: z.string(),
    year,
    held: count,
    atLeast: count,
    perYear: count,
    copy: z.boolean(),
  }),
  z.object({
    kind: z.literal("meeting-behind"),
    jurisdiction: z.string(),
    year,
    half: z.literal([1, 2]),
    audience: z.enum(["bureau", "court"]),
  }),
  z.object({ kind: z.literal("correction-proposed"), ...ofCorrection }),
  z.object({
    kind: z.literal("correction-due"),
    ...ofCorrection,
    daysOver: z.int(),
    copy: z.boolean(),
  }),
  z.object({ kind: z.literal("correction-answered"), ...ofCorrection, by: z.string(), text: z.string() }),
  z.object({
    kind: z.literal("correction-judged"),
    ...ofCorrection,
    accepted: z.boolean(),
    by: z.string(),
    text: z.string(),
  }),
  z.object({
    kind: z.literal("assessment-draft"),
    ...ofAssessment,
    score: scoreShown,
    objectUntil: civilDate,
  }),
  z.object({ kind: z.literal("assessment-objection"), ...ofAssessment, by: z.string(), text: z.string() }),
  z.object({
    kind: z.literal("assessment-answered"),
    ...ofAssessment,
    accepted: z.boolean(),
    by: z.string(),
    text: z.string(),
  }),
  z.object({ kind: z.literal("assessment-final"), ...ofAssessment, score: scoreShown, draft: z.string() }),
  z.object({
    kind: z.literal("assessment-made"),
    year,
    draft: z.boolean(),
    counties: count,
    agencies: count,
    changed: texts,
    objectUntil: civilDate,
    files: attachedFiles,
  }),
  z.object({ kind: z.literal("pack-made"), pack: packShown }),
  z.object({
    kind: z.literal("meeting-invited"),
    pack: packShown,
    id: z.string(),
    date: civilDate,
    time: clockTime,
    place: z.string(),
    sequence: count,
  }),
  z.object({
    kind: z.literal("interview-candidates"),
    from: month,
    to: month,
    candidates: z.array(z.object({ unit: z.string(), reasons: texts })),
  }),
  z.object({ kind: z.literal("interview-called"), interview, copy: z.boolean() }),
  z.object({ kind: z.literal("interview-withdrawn"), interview, by: z.string(), reason: z.string() }),
  z.object({
    kind: z.literal("interview-due"),
    interview,
    step: z.enum(["outcome", "follow-up", "report"]),
  }),
  z.object({ kind: z.literal("correction-withdrawn"), ...ofCorrection, by: z.string(), reason: z.string() }),
  z.object({ kind: z.literal("digest"), date: civilDate, lines: z.array(digestLine) }),
]);

agreed<Agree<NoticeContent, z.infer<typeof noticeContent>>>();
