/** A row of a ledger that its court must look at, in the form in which notices keep it. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../domain/agreement.ts";
import type { RowProblem } from "../../../domain/case-file/ledger/row-problem.ts";
import type { EnterpriseSign } from "../../../domain/court/enterprise.ts";
import type { LedgerRowShown } from "../../../domain/notices/frame/shown.ts";
import { postDoubt } from "./head-plan.ts";
import { doubt, hearingSaid, unreadParts } from "./refusal.ts";
import { civilDate, count, texts } from "./scalars.ts";

const name = z.string();
const written = z.string();

const enterpriseSign = z.discriminatedUnion("type", [
  z.object({ type: z.literal("no-name") }),
  z.object({
    type: z.literal("no-enterprise"),
    name,
    kind: z.enum([
      "villagers-committee",
      "owners-committee",
      "villagers-group",
      "rural-collective",
      "school",
      "mass-organisation",
      "association",
      "place-of-worship",
      "state-organ",
    ]),
  }),
  z.object({
    type: z.literal("enterprise"),
    name,
    kind: z.enum([
      "company",
      "group",
      "firm",
      "self-employed",
      "cooperative",
      "professional-firm",
      "factory",
      "farm-or-yard",
      "trading-department",
      "shop",
      "house",
      "small-business",
      "works",
    ]),
  }),
  z.object({ type: z.literal("in-trade"), name, trade: z.string() }),
  z.object({ type: z.literal("person"), name }),
  z.object({ type: z.literal("unclear"), name }),
]);

const rowProblem = z.discriminatedUnion("type", [
  z.object({ type: z.literal("unread-parts"), parts: unreadParts }),
  z.object({ type: z.literal("open-quote"), parted: z.boolean() }),
  z.object({ type: z.literal("no-case-number") }),
  z.object({ type: z.literal("not-a-case-number"), written, foreign: z.boolean() }),
  z.object({ type: z.literal("foreign-number-beside"), written }),
  z.object({ type: z.literal("no-respondent") }),
  z.object({ type: z.literal("day-as-number"), written }),
  z.object({
    type: z.literal("unreadable"),
    column: z.enum(["hearing", "heard", "attended", "enterprise"]),
    written,
  }),
  z.object({ type: z.literal("marked-both-ways") }),
  z.object({ type: z.literal("absent-with-head"), written }),
  z.object({ type: z.literal("one-mark-for-several"), whose: z.enum(["clear", "unclear"]) }),
  z.object({
    type: z.literal("post-in-doubt"),
    because: postDoubt,
    countsAs: z.enum(["absent", "unknown"]),
  }),
  z.object({ type: z.literal("enterprise-by-name"), stated: z.boolean(), because: enterpriseSign }),
  z.object({ type: z.literal("refused"), doubt }),
  z.object({ type: z.literal("case-full") }),
  z.object({ type: z.literal("other-courts-case"), court: z.exactOptional(name) }),
  z.object({ type: z.literal("not-in-directory"), name }),
  z.object({ type: z.literal("stranger"), name }),
  z.object({ type: z.literal("no-day") }),
  z.object({ type: z.literal("no-year") }),
  z.object({ type: z.literal("no-month") }),
  z.object({ type: z.literal("enterprise-differs"), stated: z.boolean() }),
  z.object({ type: z.literal("planned"), day: civilDate, known: z.exactOptional(hearingSaid) }),
  z.object({ type: z.literal("before-the-case"), day: civilDate }),
  z.object({ type: z.literal("not-the-day-set"), day: civilDate, known: hearingSaid }),
  z.object({ type: z.literal("as-written"), text: z.string() }),
]);

export const rowToCheck = z.object({
  sheet: z.string(),
  row: count,
  problem: rowProblem,
  used: z.boolean(),
  cells: texts,
});

export const ledgerRowShown = z.object({
  sheet: z.string(),
  row: count,
  problem: rowProblem,
  used: z.boolean(),
  alike: count,
});

agreed<Agree<EnterpriseSign, z.infer<typeof enterpriseSign>>>();
agreed<Agree<RowProblem, z.infer<typeof rowProblem>>>();
agreed<Agree<LedgerRowShown, z.infer<typeof ledgerRowShown>>>();
