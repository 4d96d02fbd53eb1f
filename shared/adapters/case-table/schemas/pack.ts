/** The contents of a pack for the joint meeting, as entries and notices keep them. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../domain/agreement.ts";
import type { PackContents } from "../../../domain/notices/pack-contents.ts";
import { caseNumber, count, texts } from "./scalars.ts";

export const packContents = z.object({
  state: texts,
  counties: z.array(z.object({ name: z.string(), heard: count, present: count, rate: z.string() })),
  cases: z.array(z.object({ caseNumber, agency: z.string(), why: z.string() })),
  problems: texts,
  corrections: texts,
  next: texts,
});

agreed<Agree<PackContents, z.infer<typeof packContents>>>();
