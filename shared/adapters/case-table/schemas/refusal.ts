/** Why a document was rejected or waits for a person, as items keep it. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../domain/agreement.ts";
import type { Doubt, FactField, Rejection } from "../../../domain/refusal.ts";
import { postDoubt } from "./head-plan.ts";
import { caseNumber, civilDate, clockTime, count, known, texts } from "./scalars.ts";

export const factField = z.enum([
  "kind",
  "case-number",
  "origin-case-number",
  "court",
  "cause",
  "plaintiff",
  "respondent",
  "hearing-time",
  "hearing-place",
  "postponement",
  "outcome",
  "absence-reason",
  "attended",
  "head-name",
  "head-title",
]);

const paper = z.object({ kind: z.string(), title: z.exactOptional(z.string()) });
const place = z.exactOptional(z.string());
const name = z.string();

const directoryFileProblem = z.discriminatedUnion("type", [
  z.object({ type: z.literal("id-twice"), id: z.string(), place }),
  z.object({ type: z.literal("shared-key"), name, other: z.string(), key: z.string(), place }),
  z.object({ type: z.literal("no-court-code"), name, place }),
  z.object({ type: z.literal("no-contact"), name, place }),
  z.object({ type: z.literal("no-such-superior"), name, superior: z.string(), place }),
  z.object({ type: z.literal("no-directory") }),
  z.object({ type: z.literal("malformed"), path: z.string() }),
  z.object({ type: z.literal("bad-cell"), field: z.string(), place }),
  z.object({ type: z.literal("as-read"), text: z.string() }),
]);

export const rejection = z.discriminatedUnion("type", [
  z.object({ type: z.literal("empty") }),
  z.object({ type: z.literal("too-large"), megabytes: z.number() }),
  z.object({ type: z.literal("too-many-pages"), pages: count, limit: count }),
  z.object({ type: z.literal("encrypted") }),
  z.object({ type: z.literal("broken"), format: z.string() }),
  z.object({ type: z.literal("no-text-layer") }),
  z.object({ type: z.literal("unsupported-format"), format: z.string() }),
  z.object({
    type: z.literal("suspicious"),
    sign: z.enum(["bomb", "macro", "takes-too-long", "takes-too-much-memory"]),
  }),
  z.object({ type: z.literal("not-administrative"), number: known(z.string()) }),
  z.object({ type: z.literal("unrecognised") }),
  z.object({ type: z.literal("not-a-case-document"), paper }),
  z.object({ type: z.literal("no-case-number") }),
  z.object({ type: z.literal("bad-directory"), problems: z.array(directoryFileProblem) }),
  z.object({ type: z.literal("sent-back"), reason: z.string() }),
  z.object({ type: z.literal("not-from-agency"), paper }),
  z.object({ type: z.literal("figures-contradict") }),
  z.object({ type: z.literal("not-its-own"), agency: z.string(), read: z.string() }),
  z.object({ type: z.literal("unknown-folder"), folder: z.string() }),
  z.object({ type: z.literal("case-full") }),
  z.object({ type: z.literal("as-written"), why: z.string(), todo: z.string() }),
]);

export const hearingSaid = z.object({
  date: civilDate,
  time: z.exactOptional(clockTime),
  place: z.exactOptional(z.string()),
});

const unreadPart = z.object({
  kind: z.enum(["enclosed-file", "remark", "drawing", "damaged-part", "beyond-limit"]),
  name: z.string(),
});
export const unreadParts = z.array(unreadPart);

export const doubt = z.discriminatedUnion("type", [
  z.object({ type: z.literal("uncertain-facts"), fields: z.array(factField) }),
  z.object({ type: z.literal("no-hearing-date") }),
  z.object({ type: z.literal("no-respondent") }),
  z.object({
    type: z.literal("attendance-unclear"),
    because: z.exactOptional(postDoubt),
    respondent: z.string(),
    title: z.exactOptional(z.string()),
  }),
  z.object({ type: z.literal("parties-differ"), caseNumber, known: texts, read: texts }),
  z.object({ type: z.literal("hearing-conflict"), caseNumber, known: hearingSaid, read: hearingSaid }),
  z.object({ type: z.literal("case-closed"), caseNumber }),
  z.object({ type: z.literal("filed-otherwise"), caseNumber }),
  z.object({ type: z.literal("case-unknown"), caseNumber }),
  z.object({
    type: z.literal("no-such-sitting"),
    caseNumber,
    read: civilDate,
    known: z.array(civilDate),
  }),
  z.object({
    type: z.literal("implausible-sitting"),
    because: z.enum(["after-the-paper-came", "before-the-case", "not-the-day-set"]),
    caseNumber,
    read: civilDate,
    received: civilDate,
    known: z.exactOptional(hearingSaid),
  }),
  z.object({
    type: z.literal("hearing-over"),
    caseNumber,
    read: civilDate,
    received: civilDate,
    known: z.exactOptional(hearingSaid),
  }),
  z.object({
    type: z.literal("other-courts-case"),
    caseNumber,
    uploader: z.string(),
    court: z.exactOptional(z.string()),
    written: z.exactOptional(z.string()),
  }),
  z.object({
    type: z.literal("other-jurisdictions-case"),
    caseNumber,
    uploader: z.string(),
    court: z.string(),
  }),
  z.object({ type: z.literal("copy-of-court-paper"), caseNumber, uploader: z.string() }),
  z.object({ type: z.literal("unread-parts"), parts: unreadParts }),
  z.object({ type: z.literal("as-written"), text: z.string() }),
]);

agreed<Agree<FactField, z.infer<typeof factField>>>();
agreed<Agree<Rejection, z.infer<typeof rejection>>>();
agreed<Agree<Doubt, z.infer<typeof doubt>>>();
