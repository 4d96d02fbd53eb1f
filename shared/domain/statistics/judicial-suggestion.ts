/**
 * Possible grounds for a judicial suggestion (司法建议, 法释〔2020〕3号 §12). The court issues it, or doesn't; a bulletin
 * only counts where one is possible, so that nobody is surprised by it.
 */
import { groundOf } from "../court/absence-ground.ts";
import type { StatisticsRow } from "./statistics-row.ts";

/** §12 (1) to (5), in this order. */
export type SuggestionTrigger =
  | "no-reason"
  | "absent-after-postponement"
  | "nobody-came"
  | "left-early"
  | "refused-to-explain";

export const SUGGESTION_TRIGGERS: readonly SuggestionTrigger[] = [
  "no-reason",
  "absent-after-postponement",
  "nobody-came",
  "left-early",
  "refused-to-explain",
];

/** What makes a suggestion possible in a case that was heard; empty where nothing does. */
export function suggestionTriggers(row: StatisticsRow): readonly SuggestionTrigger[] {
  if (row.heard !== true) return [];
  const did = (conduct: "left-early" | "refused-to-explain" | "put-off") =>
    row.conduct?.includes(conduct) === true;
  const absent = row.present === false;
  const holds: Readonly<Record<SuggestionTrigger, boolean>> = {
    "no-reason": absent && lacksReason(row),
    "absent-after-postponement": absent && did("put-off") && row.reasonAccepted !== true,
    "nobody-came": absent && row.withoutHead === "nobody",
    "left-early": did("left-early"),
    "refused-to-explain": did("refused-to-explain"),
  };
  return SUGGESTION_TRIGGERS.filter((trigger) => holds[trigger]);
}

/** 未说明理由或者理由不成立; a reason nobody has judged yet is no lack of one. */
function lacksReason({ absenceReason, absenceGround, reasonAccepted }: StatisticsRow): boolean {
  if (reasonAccepted !== undefined) return !reasonAccepted;
  const ground = absenceGround ?? groundOf(absenceReason);
  return ground === "none" || (ground === undefined && absenceReason === undefined);
}
