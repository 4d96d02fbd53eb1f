/** What became of a case's judgment (送达、上诉、生效、履行), in the form in which items of the table keep it. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../domain/agreement.ts";
import type { JudgmentEvent, JudgmentMatter } from "../../../domain/judgment/judgment-matter.ts";
import { proof } from "./attendance.ts";
import { caseNumber, civilDate, count, instant, texts } from "./scalars.ts";
import { ofCase } from "./shown.ts";

const form = z.enum(["judgment", "ruling", "mediation"]);

const term = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("period"),
    count,
    unit: z.enum(["days", "working-days", "months"]),
    from: z.enum(["effect", "service"]),
  }),
  z.object({ type: z.literal("day"), day: civilDate }),
]);

const act = z.object({
  item: count,
  act: z.enum(["redo", "pay", "disclose", "remedy", "perform"]),
  words: z.string(),
  respondents: texts,
  term: z.exactOptional(term),
  yuan: z.exactOptional(z.number()),
});

const lowerResult = z.enum(["upheld", "changed", "remanded", "appeal-withdrawn", "retrial-ordered"]);

const given = z.object({
  document: z.string(),
  form,
  issuedOn: z.exactOptional(civilDate),
  appealDays: z.exactOptional(count),
  onLower: z.exactOptional(lowerResult),
  stays: z.exactOptional(z.literal(true)),
  ordered: z.array(act),
  heldAgainst: z.exactOptional(texts),
});

const service = z.object({
  party: z.string(),
  form,
  on: civilDate,
  source: z.enum(["receipt", "court", "agency", "bureau"]),
  at: instant,
  document: z.exactOptional(z.string()),
  by: z.exactOptional(z.string()),
});

const approval = z.object({ approved: z.boolean(), at: instant, by: z.string(), text: z.string() });

const choice = z.object({
  respondent: z.string(),
  choice: z.enum(["appeal", "accept"]),
  reason: z.string(),
  at: instant,
  by: z.string(),
  leader: z.string(),
  revision: count,
  approval: z.exactOptional(approval),
});

const higher = z.object({
  number: caseNumber,
  result: lowerResult,
  effectiveOn: z.exactOptional(civilDate),
  stays: z.exactOptional(z.literal(true)),
});

const effect = z.object({ on: civilDate, at: instant, by: z.string(), source: z.enum(["court", "bureau"]) });

const orders = z.object({
  acts: z.array(act),
  at: instant,
  by: z.string(),
  office: z.enum(["agency", "bureau"]),
  revision: count,
});

const ofAct = { item: count, respondent: z.string(), at: instant, by: z.string() };

const performance = z.object({
  ...ofAct,
  on: civilDate,
  what: z.string(),
  source: z.enum(["agency", "court"]),
  proofs: z.exactOptional(z.array(proof)),
});

const enforcement = z.object({
  document: z.string(),
  number: z.string(),
  respondents: texts,
  at: instant,
  issuedOn: z.exactOptional(civilDate),
  due: z.exactOptional(civilDate),
});

const stay = z.object({ on: civilDate, stayed: z.boolean(), at: instant, by: z.string() });

/** What is known of a judgment. */
export const judgmentMatter = z.object({
  given: z.exactOptional(given),
  services: z.array(service),
  appellants: texts,
  choices: z.array(choice),
  higher: z.array(higher),
  effect: z.exactOptional(effect),
  orders: z.exactOptional(orders),
  performances: z.array(performance),
  enforcements: z.array(enforcement),
  stays: z.array(stay),
});

/** What happened to it. */
export const JUDGMENT_EVENTS = [
  z.object({ type: z.literal("judgment-given"), judgment: given }),
  z.object({ type: z.literal("judgment-served"), service }),
  z.object({ type: z.literal("appeal-chosen"), choice }),
  z.object({ type: z.literal("appeal-approved"), respondent: z.string(), approval }),
  z.object({ type: z.literal("judgment-appealed"), by: texts }),
  z.object({ type: z.literal("higher-ruled"), ruling: higher }),
  z.object({ type: z.literal("judgment-effective"), effect }),
  z.object({ type: z.literal("orders-confirmed"), orders }),
  z.object({ type: z.literal("order-performed"), performance }),
  z.object({ type: z.literal("performance-refused"), ...ofAct, text: z.string() }),
  z.object({ type: z.literal("enforcement-begun"), enforcement }),
  z.object({ type: z.literal("enforcement-stayed"), stay }),
] as const;

const judgmentEvent = z.discriminatedUnion("type", JUDGMENT_EVENTS);

agreed<Agree<JudgmentMatter, z.infer<typeof judgmentMatter>>>();
agreed<Agree<JudgmentEvent, z.infer<typeof judgmentEvent>>>();

const appealChoice = z.enum(["appeal", "accept"]);

/** What letters about it say. */
export const JUDGMENT_NOTICES = [
  z.object({ kind: z.literal("judgment-service-asked"), ...ofCase, form, receivedAt: instant }),
  z.object({ kind: z.literal("judgment-effect-asked"), ...ofCase, form, missing: texts }),
  z.object({
    kind: z.literal("appeal-choice-submitted"),
    ...ofCase,
    choice: appealChoice,
    reason: z.string(),
    leader: z.string(),
    by: z.string(),
    until: z.exactOptional(civilDate),
  }),
  z.object({
    kind: z.literal("appeal-choice-answered"),
    ...ofCase,
    choice: appealChoice,
    approved: z.boolean(),
    text: z.string(),
    by: z.string(),
    until: z.exactOptional(civilDate),
  }),
  z.object({
    kind: z.literal("orders-to-confirm"),
    ...ofCase,
    effectiveOn: civilDate,
    acts: z.array(act),
    reader: z.enum(["agency", "bureau"]),
  }),
  z.object({
    kind: z.literal("enforcement-begun"),
    ...ofCase,
    number: z.string(),
    among: z.exactOptional(z.array(z.string())),
    due: z.exactOptional(civilDate),
    receivedAt: instant,
    acts: z.array(act),
    reader: z.enum(["agency", "head", "bureau"]),
  }),
] as const;
