/** Cases, hearings and files as notices carry them, as items keep them. */
import * as z from "zod/mini";
import { HEARING_MODES } from "../../../domain/court/hearing-mode.ts";
import { caseNumber, civilDate, clockTime, count, instant, month, texts } from "./scalars.ts";

export const hearingMode = z.enum(HEARING_MODES);

export const hearingDetails = z.object({
  ordinal: count,
  appointment: z.exactOptional(count),
  date: civilDate,
  time: z.exactOptional(clockTime),
  endTime: z.exactOptional(clockTime),
  place: z.exactOptional(z.string()),
  mode: z.exactOptional(hearingMode),
  sequence: count,
});
const member = z.object({ name: z.string(), phone: z.exactOptional(z.string()) });

export const courtStaff = z.object({
  judge: z.exactOptional(member),
  clerk: z.exactOptional(member),
  phone: z.exactOptional(z.string()),
});

export const caseSummary = z.object({
  caseNumber,
  court: z.string(),
  cause: z.exactOptional(z.string()),
  plaintiffs: texts,
  respondents: texts,
  staff: z.exactOptional(courtStaff),
});
export const ofCase = { case: caseSummary, respondent: z.string() };
export const file = z.object({ name: z.string(), key: z.string(), receivedAt: instant });
export const attachedFiles = z.array(
  z.object({ name: z.string(), key: z.string(), contentType: z.string() }),
);

export const missingLedgers = z.array(z.object({ court: z.string(), months: z.array(month) }));

export const bulletinWords = z.object({
  issue: z.exactOptional(z.string()),
  document: z.exactOptional(z.string()),
  analysis: texts,
  demands: texts,
});

export const keyFigures = z.object({
  heard: count,
  present: count,
  rate: z.string(),
  enterpriseHeard: count,
  enterprisePresent: count,
  enterpriseRate: z.string(),
  absent: count,
  unknown: count,
  pairs: z.object({ absent: count, unknown: count }),
  principalRate: z.exactOptional(z.string()),
  lostRate: z.exactOptional(z.string()),
  resolvedRate: z.exactOptional(z.string()),
  sincePrevious: z.exactOptional(z.string()),
  sinceLastYear: z.exactOptional(z.string()),
  yearToDate: z.exactOptional(z.object({ heard: count, present: count, rate: z.string() })),
});
