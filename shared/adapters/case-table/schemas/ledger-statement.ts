/** What a court's ledger says, as the records bucket keeps it. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../domain/agreement.ts";
import type { KeptLedger, NotedPart } from "../../../ports/kept-ledgers.ts";
import { ledgerRef, outcome } from "./case-file.ts";
import { classesSaid } from "./classes.ts";
import { rank } from "./head-plan.ts";
import { rowToCheck } from "./ledger-row.ts";
import { caseNumber, civilDate, count, month, texts } from "./scalars.ts";
import { hearingMode } from "./shown.ts";

const yes = z.literal(true);

const agencyStatement = z.object({
  respondent: z.exactOptional(z.string()),
  jurisdiction: z.exactOptional(z.string()),
  heardOn: z.exactOptional(civilDate),
  attended: z.exactOptional(z.union([z.boolean(), z.literal("review")])),
  headName: z.exactOptional(z.string()),
  headTitle: z.exactOptional(z.string()),
  rank: z.exactOptional(rank),
  spoke: z.exactOptional(z.boolean()),
  absenceReason: z.exactOptional(z.string()),
  reasonAccepted: z.exactOptional(z.boolean()),
  staffAppeared: z.exactOptional(yes),
  lawyersOnly: z.exactOptional(yes),
  nobodyCame: z.exactOptional(yes),
  doubtful: z.exactOptional(yes),
});

const ledgerStatement = z.object({
  caseNumber,
  sheet: z.string(),
  row: count,
  originCaseNumber: z.exactOptional(caseNumber),
  court: z.exactOptional(z.string()),
  cause: z.exactOptional(z.string()),
  plaintiffs: texts,
  enterprise: z.exactOptional(z.boolean()),
  heard: z.exactOptional(z.boolean()),
  mode: z.exactOptional(hearingMode),
  undatedIn: z.exactOptional(month),
  yearUnknown: z.exactOptional(yes),
  outcome: z.exactOptional(outcome),
  closed: z.exactOptional(z.boolean()),
  mediated: z.exactOptional(z.boolean()),
  classes: z.exactOptional(classesSaid),
  agencies: z.array(agencyStatement),
});

export const keptLedger = z.object({ ledger: ledgerRef, statements: z.array(ledgerStatement) });

export const notedPart = z.object({ problems: z.array(rowToCheck), opened: count, withdrawn: count });

agreed<Agree<KeptLedger, z.infer<typeof keptLedger>>>();
agreed<Agree<NotedPart, z.infer<typeof notedPart>>>();
