/** Why a unit should be called in, in the form in which entries and notices keep it. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../domain/agreement.ts";
import type { InterviewReason } from "../../../domain/notices/frame/shown.ts";
import { EVENT_TRIGGERS, type EventTriggerName } from "../../../domain/unit-events/interview-triggers.ts";
import { asWritten } from "./as-written.ts";
import { caseNumber, count } from "./scalars.ts";
import { eventShown } from "./unit-events.ts";

const lowRate = { heard: count, present: count, rate: z.string(), belowPercent: z.number() };

export const interviewReason = z.discriminatedUnion("type", [
  z.object({ type: z.literal("low-rate"), ...lowRate }),
  z.object({ type: z.literal("low-enterprise-rate"), ...lowRate }),
  z.object({ type: z.literal("repeated-absence"), cases: z.array(caseNumber) }),
  z.object({
    type: z.literal("high-loss-rate"),
    closed: count,
    lost: count,
    rate: z.string(),
    abovePercent: z.number(),
    cases: z.array(caseNumber),
  }),
  z.object({
    type: z.literal("events"),
    trigger: z.enum(Object.keys(EVENT_TRIGGERS) as EventTriggerName[]),
    events: z.array(eventShown),
  }),
  asWritten,
]);

agreed<Agree<InterviewReason, z.infer<typeof interviewReason>>>();
