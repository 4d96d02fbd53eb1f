/** Deadlines, and what is handed in by those of a defence (答辩、举证), in the form in which items of the table keep them. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../domain/agreement.ts";
import type { DefenceEvent, DefenceRecord } from "../../../domain/case-file/defence.ts";
import type { Deadline } from "../../../domain/time/deadline.ts";
import { proof } from "./attendance.ts";
import { civilDate, clockTime, instant } from "./scalars.ts";

export const sittingDeadlineKind = z.enum(["report", "filing"]);

const DUTY_KINDS = ["defence", "evidence", "appeal", "performance", "loss-report", "suggestion"] as const;

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
    ahead: z.exactOptional(z.object({ days: z.int() })),
    extended: z.exactOptional(z.object({ on: civilDate, until: civilDate })),
    told: z.exactOptional(z.object({ on: civilDate, until: civilDate })),
    hearing: z.exactOptional(z.object({ date: civilDate, time: z.exactOptional(clockTime) })),
  }),
});

agreed<Agree<Deadline, z.infer<typeof deadline>>>();

const proofs = z.exactOptional(z.array(proof));

const handed = z.object({
  respondent: z.string(),
  parts: z.array(z.enum(["defence", "evidence"])),
  on: civilDate,
  source: z.enum(["agency", "court", "paper"]),
  at: instant,
  by: z.exactOptional(z.string()),
  proofs,
  document: z.exactOptional(z.string()),
});

const draft = z.object({ respondent: z.string(), at: instant, by: z.string(), proofs });

const answer = z.object({
  at: instant,
  by: z.string(),
  side: z.enum(["agency", "court"]),
  until: z.exactOptional(civilDate),
});

const extension = z.object({
  respondent: z.string(),
  at: instant,
  by: z.string(),
  reason: z.string(),
  proofs,
  answer: z.exactOptional(answer),
});

export const defenceRecord = z.object({
  handed: z.array(handed),
  drafts: z.array(draft),
  extensions: z.array(extension),
});

export const defenceHanded = z.object({ type: z.literal("defence-handed"), handed });
export const defenceDrafted = z.object({ type: z.literal("defence-drafted"), draft });
export const extensionAsked = z.object({ type: z.literal("extension-asked"), extension });
export const extensionAnswered = z.object({
  type: z.literal("extension-answered"),
  respondent: z.string(),
  answer,
});

agreed<Agree<DefenceRecord, z.infer<typeof defenceRecord>>>();
agreed<
  Agree<
    DefenceEvent,
    | z.infer<typeof defenceHanded>
    | z.infer<typeof defenceDrafted>
    | z.infer<typeof extensionAsked>
    | z.infer<typeof extensionAnswered>
  >
>();
