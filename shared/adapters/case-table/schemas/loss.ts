/** A report on a lost case (败诉案件报告), and what registers keep of it. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../domain/agreement.ts";
import { LOSS_CAUSES, LOSS_KINDS, type LossReport } from "../../../domain/loss/loss-report.ts";
import { LOSS_STATES, type LostCase } from "../../../domain/loss/lost-case.ts";
import { caseNumber, civilDate, count, instant, organisationId } from "./scalars.ts";

export const lossVerdict = z.object({
  accepted: z.boolean(),
  at: instant,
  by: z.string(),
  text: z.string(),
  due: z.exactOptional(civilDate),
});

const said = {
  at: instant,
  by: z.string(),
  kind: z.enum(LOSS_KINDS),
  causes: z.array(z.enum(LOSS_CAUSES)),
  explanation: z.string(),
  responsible: z.string(),
  mending: z.string(),
  mendBy: civilDate,
};

/** As notices keep it. */
export const lossShown = z.object(said);

export const lossReport = z.object({
  respondent: z.string(),
  revision: count,
  ...said,
  verdict: z.exactOptional(lossVerdict),
});

export const lostCase = z.object({
  owner: z.string(),
  caseNumber,
  respondent: z.string(),
  organisation: z.exactOptional(organisationId),
  district: z.string(),
  court: z.string(),
  cause: z.exactOptional(z.string()),
  lostOn: civilDate,
  effectiveOn: z.exactOptional(civilDate),
  due: z.exactOptional(civilDate),
  state: z.enum(LOSS_STATES),
  kind: z.exactOptional(z.enum(LOSS_KINDS)),
  causes: z.array(z.enum(LOSS_CAUSES)),
  mendBy: z.exactOptional(civilDate),
});

agreed<Agree<LossReport, z.infer<typeof lossReport>>>();
agreed<Agree<LostCase, z.infer<typeof lostCase>>>();
