/** What notices about the year besides its cases say, as items keep it. */
import * as z from "zod/mini";
import { ADOPTIONS } from "../../../domain/suggestion/suggestion.ts";
import { SUGGESTION_SORTS } from "../../../domain/suggestion/suggestion-paper.ts";
import { asWritten } from "./as-written.ts";
import { interviewReason } from "./interview-reason.ts";
import { openPoint, packContents } from "./pack.ts";
import { caseNumber, civilDate, clockTime, count, instant, month, texts, year } from "./scalars.ts";
import { scoreShown } from "./score.ts";
import { attachedFiles } from "./shown.ts";

/** What is done to an entry. */
export const programmeAct = z.enum([
  "recorded",
  "amended",
  "withdrawn",
  "proposed",
  "answered",
  "accepted",
  "returned",
  "copied",
  "reply-taken-back",
  "candidate",
  "dismissed",
  "called",
  "held",
  "followed-up",
  "drafted",
  "objected",
  "objection-accepted",
  "objection-refused",
  "made-final",
  "called-together",
  "unit-recorded",
  "minutes-recorded",
  "promise-kept",
  "pack-made",
  "invited",
  "moved",
  "point-settled",
  "topic-proposed",
  "topic-answered",
  "planned",
  "attended",
  "taken-back",
  "opened",
]);

const entryKind = z.enum([
  "observation",
  "training",
  "correction",
  "suggestion",
  "meeting",
  "topic",
  "interview",
  "session",
  "assessment",
  "pack",
  "plan",
]);

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
const ofSuggestion = {
  suggestion: z.object({
    number: z.exactOptional(z.string()),
    court: z.string(),
    issuedOn: z.exactOptional(civilDate),
    to: z.string(),
    sort: z.enum(SUGGESTION_SORTS),
    caseNumbers: z.array(caseNumber),
    advice: texts,
    due: civilDate,
    written: z.boolean(),
  }),
  jurisdiction: z.string(),
  year,
  id: z.string(),
};
const replySaid = {
  adoption: z.enum(ADOPTIONS),
  text: z.string(),
  reason: z.exactOptional(z.string()),
  by: z.string(),
  at: instant,
};
const packShown = z.extend(packContents, {
  place: z.string(),
  year,
  half: z.literal([1, 2]),
  from: month,
  to: month,
  topics: z.exactOptional(texts),
  openPoints: z.exactOptional(z.array(openPoint)),
});
const ofObservation = {
  observation: z.object({
    issuedBy: z.string(),
    date: civilDate,
    time: z.exactOptional(clockTime),
    place: z.exactOptional(z.string()),
    court: z.string(),
    caseNumber,
    cause: z.exactOptional(z.string()),
    study: z.exactOptional(z.literal(true)),
  }),
  id: z.string(),
  sequence: count,
};
const ofAssessment = { unit: z.string(), jurisdiction: z.string(), year, id: z.string() };
const interview = z.object({
  issuedBy: z.string(),
  unit: z.string(),
  from: month,
  to: month,
  heard: count,
  present: count,
  reasons: z.array(interviewReason),
  date: z.exactOptional(civilDate),
  time: z.exactOptional(clockTime),
  place: z.exactOptional(z.string()),
  demands: z.exactOptional(z.string()),
  calledOn: z.exactOptional(civilDate),
  document: z.exactOptional(z.string()),
  outcome: z.exactOptional(z.string()),
});

const scoreChange = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("changed"),
    unit: z.string(),
    before: z.string(),
    after: z.string(),
  }),
  asWritten,
]);

export const programmeNotices = [
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
  }),
  z.object({ kind: z.literal("yearly-return-due"), jurisdiction: z.string(), year, due: civilDate }),
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
    confirms: z.exactOptional(z.boolean()),
  }),
  z.object({
    kind: z.literal("correction-receipt"),
    ...ofCorrection,
    by: z.string(),
    at: instant,
    proofs: z.exactOptional(texts),
    text: z.string(),
  }),
  z.object({ kind: z.literal("correction-answered"), ...ofCorrection, by: z.string(), text: z.string() }),
  z.object({
    kind: z.literal("correction-judged"),
    ...ofCorrection,
    accepted: z.boolean(),
    by: z.string(),
    text: z.string(),
  }),
  z.object({ kind: z.literal("suggestion-received"), ...ofSuggestion }),
  z.object({
    kind: z.literal("suggestion-due"),
    ...ofSuggestion,
    daysOver: z.int(),
    copy: z.boolean(),
    confirms: z.exactOptional(z.boolean()),
  }),
  z.object({ kind: z.literal("suggestion-replied"), ...ofSuggestion, ...replySaid }),
  z.object({ kind: z.literal("suggestion-receipt"), ...ofSuggestion, ...replySaid }),
  z.object({
    kind: z.literal("suggestion-reply-taken-back"),
    ...ofSuggestion,
    by: z.string(),
    reason: z.string(),
  }),
  z.object({ kind: z.literal("suggestion-withdrawn"), ...ofSuggestion, by: z.string(), reason: z.string() }),
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
    changed: z.array(scoreChange),
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
    candidates: z.array(z.object({ unit: z.string(), reasons: z.array(interviewReason) })),
  }),
  z.object({ kind: z.literal("interview-called"), interview, copy: z.boolean() }),
  z.object({ kind: z.literal("interview-withdrawn"), interview, by: z.string(), reason: z.string() }),
  z.object({
    kind: z.literal("interview-due"),
    interview,
    step: z.enum(["outcome", "follow-up", "report"]),
  }),
  z.object({
    kind: z.literal("session-due"),
    issuedBy: z.string(),
    date: civilDate,
    units: texts,
  }),
  z.object({
    kind: z.literal("promise-due"),
    issuedBy: z.string(),
    unit: z.string(),
    on: civilDate,
    text: z.string(),
    due: civilDate,
    daysOver: z.int(),
  }),
  z.object({
    kind: z.literal("meeting-point-due"),
    place: z.string(),
    on: civilDate,
    text: z.string(),
    owner: z.string(),
    due: civilDate,
    daysOver: z.int(),
  }),
  z.object({
    kind: z.literal("topic-answered"),
    text: z.string(),
    accepted: z.boolean(),
    by: z.string(),
    answer: z.string(),
  }),
  z.object({ kind: z.literal("observation-invited"), ...ofObservation, unit: z.string(), seats: count }),
  z.object({
    kind: z.literal("observation-cancelled"),
    ...ofObservation,
    by: z.string(),
    reason: z.string(),
  }),
  z.object({
    kind: z.literal("entry-recalled"),
    entry: entryKind,
    act: programmeAct,
    by: z.string(),
    reason: z.string(),
  }),
  z.object({ kind: z.literal("correction-withdrawn"), ...ofCorrection, by: z.string(), reason: z.string() }),
] as const;
