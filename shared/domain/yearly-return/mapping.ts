/**
 * Which columns does the yearly return (行政应诉案件统计年报) have, and which cases does each of them count? Data, so that an admin
 * can map them to the national form of the year, whose columns could not be established.
 */

/** What a column counts of the year: cases received, closed, pending at its end, heard, heard with a head present. */
export const RETURN_COUNTS = ["received", "closed", "pending", "heard", "present"] as const;
export type ReturnCount = (typeof RETURN_COUNTS)[number];

/** What a condition can ask of a case. */
export const CONDITION_KEYS = [
  "instance",
  "field",
  "act",
  "listedAct",
  "form",
  "ruling",
  "outcome",
  "review",
  "plaintiffKind",
  "procedure",
  "compensation",
  "agreement",
  "normReview",
  "appealed",
  "reviewer",
  "rank",
  "enterprise",
] as const;
export type ConditionKey = (typeof CONDITION_KEYS)[number];

/** Stands in a condition for what nobody knows. */
export const UNKNOWN = "unknown";

/** One column: cases counted where each condition has the case's value among its own; yes and no for questions. */
export interface ReturnColumn {
  /** By which the form names it: 甲1. */
  readonly code: string;
  readonly title: string;
  readonly counts: ReturnCount;
  readonly where?: { readonly [Key in ConditionKey]?: readonly string[] };
}

/** By what the lines of the return part the cases; a case whose value nobody knows stands in a line of its own. */
export const RETURN_LINES = [
  "field",
  "listed-field",
  "act",
  "listed-act",
  "plaintiff-kind",
  "jurisdiction",
] as const;
export type ReturnLines = (typeof RETURN_LINES)[number];

export interface ReturnMapping {
  readonly title: string;
  readonly lines: ReturnLines;
  readonly columns: readonly ReturnColumn[];
}
