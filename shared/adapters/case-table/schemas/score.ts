/** A score of the yearly assessment, in the form in which entries and notices keep it. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../domain/agreement.ts";
import type { ScoreShown } from "../../../domain/notices/frame/shown.ts";
import type { IndicatorFigures } from "../../../domain/statistics/indicators.ts";
import { caseNumber, count } from "./scalars.ts";
import { eventShown, unitEventKind } from "./unit-events.ts";

const figures = z.discriminatedUnion("of", [
  z.object({
    of: z.literal("attendance"),
    heard: count,
    present: count,
    enterpriseHeard: count,
    enterprisePresent: count,
    times: z.number(),
    unknown: count,
    rate: z.string(),
  }),
  z.object({ of: z.literal("principals"), heard: count, principals: count }),
  z.object({ of: z.literal("spoke"), present: count, speakable: count, spoke: count }),
  z.object({ of: z.enum(["reports", "filings"]), due: count, inTime: count }),
  z.object({ of: z.literal("resolution"), mediated: count, settled: count }),
]);

const line = z.discriminatedUnion("indicator", [
  z.object({
    indicator: z.enum(["attendance", "principals", "spoke", "reports", "filings", "resolution"]),
    weight: z.number(),
    score: z.string(),
    figures,
    cases: z.exactOptional(z.object({ cases: z.array(caseNumber), more: count })),
  }),
  z.object({
    indicator: z.literal("as-written"),
    name: z.string(),
    score: z.string(),
    why: z.string(),
  }),
]);

export const scoreShown = z.object({
  score: z.string(),
  rank: z.exactOptional(count),
  ranked: count,
  lines: z.array(line),
  eventLines: z.exactOptional(
    z.array(
      z.object({
        event: unitEventKind,
        count,
        points: z.string(),
        score: z.string(),
        capped: z.boolean(),
        events: z.array(eventShown),
      }),
    ),
  ),
  ofEvents: z.exactOptional(z.string()),
  vetoes: z.exactOptional(
    z.array(z.object({ event: unitEventKind, count, score: z.string(), events: z.array(eventShown) })),
  ),
  grade: z.exactOptional(z.string()),
});

agreed<Agree<IndicatorFigures, z.infer<typeof figures>>>();
agreed<Agree<ScoreShown, z.infer<typeof scoreShown>>>();
