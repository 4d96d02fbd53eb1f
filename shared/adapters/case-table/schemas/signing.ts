/** Signings of bulletins (签发), as items keep them. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../domain/agreement.ts";
import type { Signing } from "../../../domain/signing/signing.ts";
import { civilDate, count, instant, month, periodKind, texts } from "./scalars.ts";

export const circles = z.array(z.enum(["governments", "bureaus", "courts", "agencies"]));
export const signingState = z.enum(["open", "deferred", "waiting", "issuing", "issued"]);

const content = z.object({
  analysis: texts,
  demands: texts,
  calledFor: z.boolean(),
  issue: z.exactOptional(count),
  document: z.exactOptional(z.string()),
  to: circles,
  shown: z.array(z.enum(["agencies", "absences", "open", "suggestions", "changes"])),
});

export const signing = z.object({
  jurisdiction: z.string(),
  period: periodKind,
  month,
  version: count,
  revision: count,
  state: signingState,
  leavesFrom: instant,
  due: civilDate,
  content,
  deferred: z.exactOptional(z.object({ until: civilDate, reason: z.string() })),
  signature: z.exactOptional(
    z.object({ number: count, by: z.string(), at: instant, reason: z.exactOptional(z.string()) }),
  ),
  leaves: z.exactOptional(instant),
  issued: z.exactOptional(z.object({ version: count, at: instant })),
  correction: z.exactOptional(z.object({ noticedAt: instant, changes: count })),
  reminded: z.array(civilDate),
  form: z.exactOptional(z.string()),
  events: z.array(
    z.object({
      type: z.enum(["opened", "saved", "deferred", "signed", "taken-back", "issued", "correction-proposed"]),
      at: instant,
      by: z.string(),
      cause: z.string(),
      until: z.exactOptional(civilDate),
      reason: z.exactOptional(z.string()),
      version: z.exactOptional(count),
    }),
  ),
});

agreed<Agree<Signing, z.infer<typeof signing>>>();
