/** A line of the bureau's daily digest, in the form in which items keep it. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../domain/agreement.ts";
import type { DigestLine } from "../../../domain/notices/digest.ts";
import { ADOPTIONS } from "../../../domain/suggestion/suggestion.ts";
import { settledBy, side } from "./attendance.ts";
import { actKind } from "./case-file.ts";
import { gathered } from "./case-notices.ts";
import { deadlineKind, dutyKind } from "./deadline.ts";
import { jointAppearance } from "./head-plan.ts";
import { principalReason } from "./principals.ts";
import { hearingSaid } from "./refusal.ts";
import { caseNumber, civilDate, count, instant, month, texts, year } from "./scalars.ts";

const respondent = z.string();
const agency = z.string();
const urged = {
  respondent,
  kind: deadlineKind,
  sitting: z.exactOptional(count),
  subject: z.exactOptional(z.string()),
};

const ofFile = [
  z.object({
    type: z.literal("ledger-received"),
    court: z.string(),
    month,
    cases: count,
    opened: count,
    withdrawn: count,
    unusable: count,
    doubtful: count,
  }),
  z.object({
    type: z.literal("file-registered"),
    file: z.string(),
    kind: z.string(),
    cases: z.array(caseNumber),
    told: texts,
    unknown: texts,
  }),
  z.object({ type: z.literal("file-in-review"), file: z.string(), kind: z.string() }),
  z.object({ type: z.literal("file-rejected"), file: z.string() }),
  z.object({ type: z.literal("file-known"), file: z.string() }),
] as const;

/** What became of a file. */
export const fileNews = z.discriminatedUnion("type", ofFile);

/** What a line of a digest tells. */
export const digestNews = z.discriminatedUnion("type", [
  ...ofFile,
  z.object({ type: z.literal("case-opened"), court: z.string(), respondents: texts }),
  z.object({ type: z.literal("hearing-set"), hearing: hearingSaid, respondents: texts }),
  z.object({ type: z.literal("hearing-changed"), hearing: hearingSaid }),
  z.object({ type: z.literal("hearing-postponed") }),
  z.object({ type: z.literal("hearing-held"), date: civilDate }),
  z.object({
    type: z.literal("attendance"),
    respondent,
    headAttended: z.union([z.boolean(), z.literal("review")]),
    headName: z.exactOptional(z.string()),
    headTitle: z.exactOptional(z.string()),
    absenceReason: z.exactOptional(z.string()),
    differs: z.boolean(),
  }),
  z.object({ type: z.literal("principal-owed"), respondent, reasons: z.array(principalReason) }),
  z.object({ type: z.literal("principal-absence-answered"), respondent, approved: z.boolean() }),
  z.object({
    type: z.literal("appearance-unsettled"),
    hearing: hearingSaid,
    respondents: texts,
    words: z.array(z.object({ ...jointAppearance, saidBy: z.string() })),
  }),
  z.object({ type: z.literal("difference-answered"), respondent, side }),
  z.object({ type: z.literal("difference-settled"), respondent, settledBy }),
  z.object({ type: z.literal("appeal-filed") }),
  z.object({ type: z.literal("appeal-linked"), appeal: caseNumber }),
  z.object({ type: z.literal("case-closed") }),
  z.object({ type: z.literal("case-halted"), result: z.enum(["suspended", "transferred"]) }),
  z.object({ type: z.literal("action-withdrawn"), respondent }),
  z.object({ type: z.literal("deadline-met"), respondent, kind: deadlineKind, on: civilDate }),
  z.object({ type: z.literal("deadline-recomputed"), respondent, due: civilDate }),
  z.object({ type: z.literal("report-returned"), respondent }),
  z.object({
    type: z.literal("appearance-notice"),
    late: z.exactOptional(
      z.object({ hearing: hearingSaid, clearDays: count, verdict: z.enum(["tight", "violation"]) }),
    ),
  }),
  z.object({ type: z.literal("appearance-arranged"), ...jointAppearance }),
  z.object({ type: z.literal("court-note") }),
  z.object({
    type: z.literal("court-paper"),
    kind: z.enum([
      "response-notice",
      "complaint",
      "judicial-suggestion",
      "service-receipt",
      "enforcement-notice",
    ]),
  }),
  z.object({
    type: z.literal("appeal-chosen"),
    respondent,
    choice: z.enum(["appeal", "accept"]),
    leader: z.string(),
  }),
  z.object({ type: z.literal("judgment-effective"), respondent, on: civilDate }),
  z.object({
    type: z.literal("order-performed"),
    respondent,
    item: count,
    on: civilDate,
    source: z.enum(["agency", "court"]),
  }),
  z.object({ type: z.literal("performance-refused"), respondent, item: count }),
  z.object({
    type: z.literal("higher-ruled"),
    number: caseNumber,
    result: z.enum(["upheld", "changed", "remanded", "appeal-withdrawn", "retrial-ordered"]),
  }),
  z.object({ type: z.literal("handling-form-submitted"), respondent, agency }),
  z.object({ type: z.literal("handling-form-proposed"), respondent }),
  z.object({ type: z.literal("handling-form-returned"), respondent }),
  z.object({ type: z.literal("objection-kept"), respondent }),
  z.object({ type: z.literal("designation-made"), respondent, agency }),
  z.object({
    type: z.literal("taken-back"),
    act: actKind,
    respondent: z.exactOptional(respondent),
    by: z.string(),
    office: z.enum(["own", "bureau"]),
  }),
  z.object({
    type: z.literal("observations-behind"),
    jurisdiction: z.string(),
    year,
    held: count,
    atLeast: count,
  }),
  z.object({
    type: z.literal("urging-announced"),
    ...urged,
    due: civilDate,
    letterOn: z.exactOptional(civilDate),
    hearing: z.exactOptional(civilDate),
    heldUntil: z.exactOptional(civilDate),
  }),
  z.object({
    type: z.literal("urged"),
    ...urged,
    due: civilDate,
    copy: z.union([z.literal("confirm"), z.literal("automatic"), z.object({ afterWorkingDays: z.int() })]),
  }),
  z.object({ type: z.literal("urging-copied"), ...urged }),
  z.object({ type: z.literal("defence-drafted"), respondent }),
  z.object({ type: z.literal("extension-asked"), respondent }),
  z.object({ type: z.literal("topic-proposed"), court: z.string(), text: z.string() }),
  z.object({
    type: z.literal("point-overdue"),
    text: z.string(),
    due: civilDate,
    owner: z.exactOptional(z.string()),
  }),
  z.object({ type: z.literal("promise-overdue"), unit: z.string(), text: z.string(), due: civilDate }),
  z.object({ type: z.literal("observation-to-record"), observed: caseNumber, date: civilDate }),
  z.object({
    type: z.literal("duty-moved"),
    respondent,
    kind: dutyKind,
    due: civilDate,
    why: z.enum(["calendar", "extended", "corrected", "told"]),
  }),
  z.object({
    type: z.literal("correction-announced"),
    agency: z.string(),
    due: civilDate,
    letterOn: civilDate,
  }),
  z.object({
    type: z.literal("suggestion-received"),
    court: z.string(),
    to: z.string(),
    toCheck: z.boolean(),
  }),
  z.object({ type: z.literal("suggestion-replied"), to: z.string(), adoption: z.enum(ADOPTIONS) }),
  z.object({
    type: z.literal("suggestion-announced"),
    agency: z.string(),
    due: civilDate,
    letterOn: civilDate,
  }),
  z.object({ type: z.literal("letter"), letter: gathered }),
  z.object({ type: z.literal("as-written"), text: z.string() }),
]);

export const digestLine = z.object({
  at: instant,
  caseNumber: z.exactOptional(caseNumber),
  news: digestNews,
});

agreed<Agree<DigestLine, z.infer<typeof digestLine>>>();
