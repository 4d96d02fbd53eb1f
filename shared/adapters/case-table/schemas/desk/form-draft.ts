/** The stored shape of a form somebody has begun to fill in (草稿). */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../../domain/agreement.ts";
import type { FormDraft } from "../../../../domain/form-draft.ts";
import { caseNumber, count, instant, organisationId } from "../scalars.ts";

export const formDraft = z.object({
  owner: organisationId,
  form: z.enum([
    "report",
    "filing",
    "obstacle",
    "reconciliation",
    "loss-report",
    "defence",
    "extension",
    "performance",
  ]),
  caseNumber,
  respondent: z.string(),
  sitting: z.string(),
  revision: count,
  savedAt: instant,
  by: z.string(),
  values: z.record(z.string(), z.string()),
  folder: z.string(),
  removed: z.array(z.string()),
});

agreed<Agree<FormDraft, z.infer<typeof formDraft>>>();
