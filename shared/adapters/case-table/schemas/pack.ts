/** What the material for the joint meeting holds, in the form in which entries and notices keep it. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../domain/agreement.ts";
import type { OpenPoint, PackContents } from "../../../domain/notices/frame/pack-contents.ts";
import { asWritten } from "./as-written.ts";
import { caseNumber, civilDate, count } from "./scalars.ts";

const attended = { heard: count, present: count };

const figure = z.discriminatedUnion("type", [
  z.object({ type: z.literal("heard"), ...attended }),
  z.object({ type: z.literal("instances"), first: z.object(attended), second: z.object(attended) }),
  z.object({ type: z.literal("enterprise"), ...attended }),
  z.object({ type: z.literal("principals"), heard: count, principals: count }),
  z.object({ type: z.literal("speech"), heard: count, spoke: count }),
  z.object({ type: z.literal("defeat"), closed: count, lost: count }),
  z.object({ type: z.literal("resolution"), mediated: count, settled: count }),
  asWritten,
]);

const reason = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("possible-suggestion"),
    triggers: z.array(
      z.enum(["no-reason", "absent-after-postponement", "nobody-came", "left-early", "refused-to-explain"]),
    ),
  }),
  z.object({ type: z.literal("enterprise-without-head") }),
  z.object({ type: z.literal("lost-without-head") }),
  z.object({ type: z.literal("settled-with-principal") }),
  z.object({ type: z.literal("principal-spoke") }),
  asWritten,
]);

const problem = z.discriminatedUnion("type", [
  z.object({ type: z.literal("heads-absent"), absent: count, rate: z.string() }),
  z.object({
    type: z.literal("absent-again-and-again"),
    agencies: z.array(z.object({ name: z.string(), times: count })),
  }),
  z.object({ type: z.literal("sources-differ"), cases: count }),
  z.object({ type: z.literal("attendance-unknown"), cases: count }),
  z.object({ type: z.literal("late"), reports: count, filings: count }),
  asWritten,
]);

const step = z.discriminatedUnion("type", [
  z.object({
    type: z.enum([
      "heads-absent",
      "absent-again-and-again",
      "sources-differ",
      "attendance-unknown",
      "late",
      "go-on",
    ]),
  }),
  asWritten,
]);

const correction = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("open"),
    agency: z.string(),
    shortcoming: z.string(),
    state: z.enum(["awaiting-answer", "answered", "returned"]),
    due: civilDate,
  }),
  asWritten,
]);

export const packContents = z.object({
  state: z.array(figure),
  counties: z.array(z.object({ name: z.string(), heard: count, present: count, rate: z.string() })),
  cases: z.array(z.object({ caseNumber, agency: z.string(), why: z.array(reason) })),
  problems: z.array(problem),
  corrections: z.array(correction),
  next: z.array(step),
});

agreed<Agree<PackContents, z.infer<typeof packContents>>>();

/** A point of an earlier meeting that the agenda has. */
export const openPoint = z.object({
  text: z.string(),
  owner: z.exactOptional(z.string()),
  due: z.exactOptional(civilDate),
  on: civilDate,
});

agreed<Agree<OpenPoint, z.infer<typeof openPoint>>>();
