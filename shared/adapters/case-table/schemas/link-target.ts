/** What a link that is sent again is for, in the form in which notices keep it. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../domain/agreement.ts";
import type { LinkTarget } from "../../../domain/notices/frame/link-target.ts";
import { designationStage } from "./case-notices.ts";
import { deadlineKind, dutyKind } from "./deadline.ts";
import { caseNumber, civilDate, count, instant, month, organisationId, periodKind, year } from "./scalars.ts";

const ofCase = { caseNumber, respondent: z.string() };
const ofDesignation = { ...ofCase, stage: designationStage };
const ofEntry = { jurisdiction: z.string(), year, id: z.string() };

export const linkTarget = z.discriminatedUnion("task", [
  z.object({ task: z.literal("report"), ...ofCase }),
  z.object({ task: z.literal("filing"), ...ofCase }),
  z.object({ task: z.literal("supervision"), ...ofCase }),
  z.object({ task: z.literal("loss-review"), ...ofCase }),
  z.object({ task: z.literal("designation"), ...ofDesignation }),
  z.object({ task: z.literal("approval"), ...ofDesignation }),
  z.object({ task: z.literal("leader"), ...ofDesignation }),
  z.object({ task: z.literal("reconciliation"), ...ofCase, sitting: civilDate }),
  z.object({ task: z.literal("obstacle"), ...ofCase, reportedAt: instant }),
  z.object({ task: z.literal("call-classes"), ...ofCase }),
  z.object({ task: z.literal("principal-absence"), ...ofCase }),
  z.object({
    task: z.literal("urging"),
    ...ofCase,
    duty: deadlineKind,
    sitting: z.exactOptional(count),
    subject: z.exactOptional(z.string()),
  }),
  z.object({ task: z.literal("duty"), ...ofCase, duty: dutyKind, subject: z.exactOptional(z.string()) }),
  z.object({ task: z.literal("appeal-approval"), ...ofCase }),
  z.object({ task: z.literal("orders"), ...ofCase }),
  z.object({ task: z.literal("judgment-note"), ...ofCase }),
  z.object({ task: z.literal("review"), sha256: z.string() }),
  z.object({ task: z.literal("case-page"), caseNumber }),
  z.object({ task: z.literal("classes"), caseNumber }),
  z.object({ task: z.literal("board") }),
  z.object({ task: z.literal("search") }),
  z.object({ task: z.literal("calendar") }),
  z.object({ task: z.literal("programme") }),
  z.object({ task: z.literal("correction"), ...ofEntry }),
  z.object({ task: z.literal("suggestion"), ...ofEntry }),
  z.object({ task: z.literal("assessment"), ...ofEntry }),
  z.object({
    task: z.literal("undo"),
    what: z.enum(["case", "review", "entry", "directory"]),
    of: z.string(),
    cause: z.string(),
  }),
  z.object({ task: z.literal("directory") }),
  z.object({ task: z.literal("directory-entry"), organisation: organisationId }),
  z.object({ task: z.literal("unknown-name"), ...ofCase }),
  z.object({
    task: z.literal("address-consent"),
    role: z.enum(["legal-section", "duty", "head", "clerk"]),
    change: z.string(),
  }),
  z.object({ task: z.literal("signing"), period: periodKind, month }),
  z.object({ task: z.literal("ledger") }),
  z.object({ task: z.literal("sign-in"), mailbox: z.string() }),
  z.object({ task: z.literal("case-office"), caseNumber }),
  z.object({ task: z.literal("entry-office") }),
]);

agreed<Agree<LinkTarget, z.infer<typeof linkTarget>>>();
