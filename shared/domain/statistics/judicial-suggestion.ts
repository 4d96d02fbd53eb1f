/**
 * Possible grounds for a judicial suggestion (司法建议, 法释〔2020〕3号 §12). The court issues it, or doesn't; a bulletin
 * only counts where one is possible, so that nobody is surprised by it.
 */
import { absenceGround, type PairAnswer } from "./counted-case.ts";
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

/**
 * What makes a suggestion possible in a case that was heard, of a pair that counts as `answer`; empty where nothing does.
 * Each condition must have been said by a source: what no paper mentions triggers nothing.
 */
export function suggestionTriggers(row: StatisticsRow, answer: PairAnswer): readonly SuggestionTrigger[] {
  if (row.heard !== true) return [];
  const did = (conduct: "left-early" | "refused-to-explain" | "put-off") =>
    row.conduct?.includes(conduct) === true;
  const absent = answer === "absent";
  const holds: Readonly<Record<SuggestionTrigger, boolean>> = {
    "no-reason": absent && lacksReason(row),
    "absent-after-postponement": absent && did("put-off") && lacksReason(row),
    "nobody-came": row.present === false && row.withoutHead === "nobody",
    "left-early": did("left-early"),
    "refused-to-explain": did("refused-to-explain"),
  };
  return SUGGESTION_TRIGGERS.filter((trigger) => holds[trigger]);
}

/**
 * 未说明理由或者理由不成立: the court refused the reason, or the words say that none was given. A source that is silent on
 * reasons proves neither, and a reason nobody has judged yet is no lack of one.
 */
function lacksReason(row: StatisticsRow): boolean {
  return row.reasonAccepted === undefined ? absenceGround(row) === "none" : !row.reasonAccepted;
}
