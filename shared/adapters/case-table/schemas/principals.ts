/** Who must come, and the way into a sitting over the net, in the form in which items keep it. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../domain/agreement.ts";
import type { MeetingAccess } from "../../../domain/online/meeting-access.ts";
import { CALL_CLASSES } from "../../../domain/principals/must-class.ts";
import { PRINCIPAL_REASONS, type PrincipalRecord } from "../../../domain/principals/principal.ts";
import { count, instant, texts } from "./scalars.ts";

export const meetingAccess = z.object({
  meeting: z.string(),
  password: z.exactOptional(z.string()),
  hearing: count,
  respondents: texts,
  document: z.string(),
  at: instant,
});

const callClass = z.enum(CALL_CLASSES);

export const principalReason = z.enum(PRINCIPAL_REASONS);

export const callChoice = z.object({
  classes: z.array(callClass),
  principals: texts,
  text: z.string(),
  by: z.string(),
  at: instant,
});

export const principalOwed = z.object({
  respondent: z.string(),
  reasons: z.array(principalReason),
  approval: z.exactOptional(z.string()),
});

export const principalAnswer = z.object({
  respondent: z.string(),
  reportedAt: instant,
  approved: z.boolean(),
  text: z.string(),
  by: z.string(),
  at: instant,
});

export const principalRecord = z.object({
  choice: z.exactOptional(callChoice),
  firsts: texts,
  owed: z.array(principalOwed),
  answers: z.array(principalAnswer),
});

agreed<Agree<MeetingAccess, z.infer<typeof meetingAccess>>>();
agreed<Agree<PrincipalRecord, z.infer<typeof principalRecord>>>();
