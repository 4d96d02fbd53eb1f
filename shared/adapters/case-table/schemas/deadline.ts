/** Deadlines in the form in which items of the table keep them. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../domain/agreement.ts";
import type { Deadline } from "../../../domain/time/deadline.ts";
import { civilDate, texts } from "./scalars.ts";

export const deadlineKind = z.enum(["report", "filing", "defence", "appeal"]);

export const deadline = z.object({
  kind: deadlineKind,
  due: civilDate,
  hardDue: z.exactOptional(z.string()),
  provisional: z.boolean(),
  explanation: z.object({
    rule: z.string(),
    legalBasis: z.string(),
    startEvent: z.string(),
    start: civilDate,
    rawEnd: civilDate,
    rolledEnd: civilDate,
    roll: texts,
    calendarVersion: z.string(),
    hardLimit: z.exactOptional(z.string()),
  }),
});

agreed<Agree<Deadline, z.infer<typeof deadline>>>();
