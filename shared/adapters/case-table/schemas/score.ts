/** A score of the yearly assessment, as entries and notices keep it. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../domain/agreement.ts";
import type { ScoreShown } from "../../../domain/notices/shown.ts";
import { count } from "./scalars.ts";

export const scoreShown = z.object({
  score: z.string(),
  rank: z.exactOptional(count),
  ranked: count,
  lines: z.array(z.object({ name: z.string(), score: z.string(), why: z.string() })),
});

agreed<Agree<ScoreShown, z.infer<typeof scoreShown>>>();
