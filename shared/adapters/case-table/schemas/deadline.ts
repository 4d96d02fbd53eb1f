/** Deadlines in the form in which items of the table keep them. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../domain/agreement.ts";
import type { Deadline } from "../../../domain/time/deadline.ts";
import { civilDate, clockTime } from "./scalars.ts";

export const sittingDeadlineKind = z.enum(["report", "filing"]);

const DUTY_KINDS = [
  "defence",
  "evidence",
  "appeal",
  "performance",
  "loss-report",
  "suggestion",
  "principal",
] as const;

export const dutyKind = z.enum(DUTY_KINDS);

export const deadlineKind = z.enum(["report", "filing", ...DUTY_KINDS]);

const dayLookedAt = z.object({
  date: civilDate,
  working: z.boolean(),
  reason: z.enum(["workday", "weekend", "made-up", "holiday", "new-year", "labour-day", "national-day"]),
  missing: z.exactOptional(z.object({ years: z.array(z.int()), past: z.boolean() })),
});

export const deadline = z.object({
  kind: deadlineKind,
  due: civilDate,
  hardDue: z.exactOptional(z.string()),
  provisional: z.boolean(),
  explanation: z.object({
    startedBy: z.enum([
      "summons",
      "designation",
      "hearing",
      "complaint",
      "judgment",
      "ruling",
      "effect",
      "suggestion",
      "principal-notice",
    ]),
    start: civilDate,
    days: z.int(),
    rolls: z.boolean(),
    rawEnd: civilDate,
    rolledEnd: civilDate,
    roll: z.array(dayLookedAt),
    calendarVersion: z.string(),
    extended: z.exactOptional(z.object({ on: civilDate, until: civilDate })),
    told: z.exactOptional(z.object({ on: civilDate, until: civilDate })),
    hearing: z.exactOptional(z.object({ date: civilDate, time: z.exactOptional(clockTime) })),
  }),
});

agreed<Agree<Deadline, z.infer<typeof deadline>>>();
