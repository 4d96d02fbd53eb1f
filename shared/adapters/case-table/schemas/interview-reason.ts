/** Why a unit should be called in, in the form in which entries and notices keep it. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../domain/agreement.ts";
import type { InterviewReason } from "../../../domain/notices/frame/shown.ts";
import { asWritten } from "./as-written.ts";
import { caseNumber, count } from "./scalars.ts";

const lowRate = { heard: count, present: count, rate: z.string(), belowPercent: z.number() };

export const interviewReason = z.discriminatedUnion("type", [
  z.object({ type: z.literal("low-rate"), ...lowRate }),
  z.object({ type: z.literal("low-enterprise-rate"), ...lowRate }),
  z.object({ type: z.literal("repeated-absence"), cases: z.array(caseNumber) }),
  asWritten,
]);

agreed<Agree<InterviewReason, z.infer<typeof interviewReason>>>();
