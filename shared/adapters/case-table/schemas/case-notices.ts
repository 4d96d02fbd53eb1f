/** What notices about a case say, as items keep it. */
import * as z from "zod/mini";
import { difference, differenceAnswer, headFacts, settledBy, side } from "./attendance.ts";
import { deadline } from "./deadline.ts";
import { absenceGround, headShown, jointAppearance, person, rank } from "./head-plan.ts";
import { civilDate, count, instant, texts } from "./scalars.ts";
import { caseSummary, hearingDetails, ofCase } from "./shown.ts";

const formPaper = z.enum(["summons", "appearance-notice", "appeal"]);
export const designationStage = z.enum(["instance", "appeal"]);
const ofDesignation = { ...ofCase, stage: designationStage, hearing: z.exactOptional(hearingDetails) };
const excused = z.exactOptional(z.object(jointAppearance));
const overdue = { deadline, daysOver: z.int(), copy: z.boolean() };

export const caseNotices = [
  z.object({
    kind: z.literal("hearing-notice"),
    ...ofCase,
    hearing: hearingDetails,
    report: z.exactOptional(deadline),
    audience: z.enum(["legal-section", "head"]),
    headNotified: z.exactOptional(z.boolean()),
    excused,
  }),
  z.object({
    kind: z.literal("hearing-reminder"),
    ...ofCase,
    hearing: hearingDetails,
    daysLeft: z.int(),
    reportOpen: z.boolean(),
    excused,
    head: z.exactOptional(z.object({ name: z.string(), title: z.string(), rank })),
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
    kind: z.literal("appearance-contradicted"),
    ...ofCase,
    hearing: z.exactOptional(hearingDetails),
    words: z.array(z.object({ ...jointAppearance, saidBy: z.string() })),
    reader: z.enum(["agency", "bureau"]),
  }),
  z.object({
    kind: z.literal("obstacle-reported"),
    ...ofCase,
    hearing: hearingDetails,
    by: z.string(),
    ground: absenceGround,
    explanation: z.string(),
    reader: z.enum(["court", "bureau"]),
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
    head: headShown,
    others: z.array(person),
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
    kind: z.literal("unknown-agency"),
    case: caseSummary,
    name: z.string(),
    hearing: z.exactOptional(hearingDetails),
  }),
] as const;
