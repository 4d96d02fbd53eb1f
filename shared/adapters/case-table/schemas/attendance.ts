/** What is said of a head at a sitting, and how differences are settled, as items keep it. */
import * as z from "zod/mini";
import { civilDate, instant, texts } from "./scalars.ts";

const headBasis = z.discriminatedUnion("type", [
  z.object({ type: z.literal("policy"), post: z.string(), basis: z.string() }),
  z.object({ type: z.literal("roster"), post: z.string() }),
]);

/** What is said of a head at a sitting. */
const headFactsShape = {
  headAttended: z.union([z.boolean(), z.literal("review")]),
  headName: z.exactOptional(z.string()),
  headTitle: z.exactOptional(z.string()),
  rank: z.exactOptional(z.enum(["principal", "deputy", "in-charge"])),
  countedBy: z.exactOptional(headBasis),
  spoke: z.exactOptional(z.boolean()),
  absenceReason: z.exactOptional(z.string()),
  reasonAccepted: z.exactOptional(z.boolean()),
  staffAppeared: z.exactOptional(z.boolean()),
  lawyersOnly: z.exactOptional(z.boolean()),
  nobodyCame: z.exactOptional(z.boolean()),
  leftEarly: z.exactOptional(z.boolean()),
  dropped: z.exactOptional(z.boolean()),
  refusedToExplain: z.exactOptional(z.boolean()),
  identityPapers: z.exactOptional(z.enum(["in-order", "mended", "defective"])),
  notifiedAgain: z.exactOptional(z.boolean()),
  heard: z.exactOptional(z.boolean()),
  enterprise: z.exactOptional(z.boolean()),
};

/** How the sitting ended. */
export const sittingResult = z.enum([
  "judgment-later",
  "judgment-given",
  "withdrawn",
  "mediated",
  "adjourned",
  "other",
]);

export const headFacts = z.object(headFactsShape);

/** What the court's own paper says of him. */
export const courtSaid = z.object({
  ...headFactsShape,
  source: z.enum(["hearing-record", "judgment", "court-ledger"]),
});

const sources = ["hearing-record", "judgment", "court-ledger", "filing"] as const;

export const attendanceStatement = z.object({
  respondent: z.string(),
  hearingDate: civilDate,
  ...headFactsShape,
  source: z.enum(sources),
  document: z.string(),
});

const ofSitting = { respondent: z.string(), sitting: civilDate };

export const difference = z.object({
  topic: z.enum([
    "heard",
    "attended",
    "person",
    "rank",
    "spoke",
    "identity",
    "reason",
    "accepted",
    "enterprise",
  ]),
  material: z.boolean(),
  said: z.array(z.object({ source: z.enum([...sources, "settled"]), value: z.string() })),
});

export const side = z.enum(["agency", "court"]);

export const proof = z.object({
  key: z.string(),
  sha256: z.string(),
  name: z.string(),
  size: z.int(),
  contentType: z.string(),
});

export const differenceAnswer = z.object({
  ...ofSitting,
  difference: z.string(),
  side,
  at: instant,
  by: z.string(),
  source: z.enum([...sources, "settled", "other"]),
  facts: headFacts,
  reason: z.exactOptional(z.string()),
  proofs: z.exactOptional(z.array(proof)),
});

export const settledBy = z.enum(["both-sides", "bureau"]);

export const settlement = z.object({
  ...ofSitting,
  facts: headFacts,
  settledBy,
  at: instant,
  by: z.string(),
  reason: z.exactOptional(z.string()),
  proofs: z.exactOptional(z.array(proof)),
  weighed: texts,
});
