/** How what was read of a document compares with what is true of it, field by field. */
import type { Reading } from "../../../shared/documents/kinds/reading.ts";

/** The truth about a document: what `read` should print of it, without the evidence. */
export type Truth = Omit<Reading, "evidence">;

/**
 * `right`, `wrong`: accepted without a person; `review`: a person is asked, whether the value is right or not;
 * `missing`: the document gives it and nothing was read.
 */
export type Outcome = "right" | "wrong" | "review" | "missing";

export interface ComparedField {
  /** The field's name without indexes: `respondents`, `attendance.headName`. */
  readonly field: string;
  readonly outcome: Outcome;
  /** Whether the value printed is the true one, however sure the reading was. */
  readonly isTrue: boolean;
  readonly expected: unknown;
  readonly read: unknown;
}

/** Below this a fact goes to a person (the policy's minimumConfidence). */
export const ACCEPTED_FROM = 0.8;

/** Fields in which nothing wrong may ever be accepted. */
export const CRITICAL: readonly string[] = ["caseNumbers", "hearing.start", "attendance.headAttended"];

const LISTS = ["caseNumbers", "plaintiffs", "respondents", "thirdParties"] as const;
const SINGLES = ["kind", "administrative", "originCaseNumber", "court", "cause"] as const;
const HEARING = ["start", "end", "place"] as const;
const ATTENDANCE = [
  "headAttended",
  "headName",
  "headTitle",
  "absenceReason",
  "leftEarly",
  "refusedToExplain",
  "identityPapers",
] as const;

/** Every field that the truth or the reading has; fields that both leave out are no comparison. */
export function compare(truth: Truth, reading: Reading): ComparedField[] {
  const found: ComparedField[] = [];
  const sure = (key: string) => (reading.evidence[key]?.confidence ?? 1) >= ACCEPTED_FROM;
  const add = (field: string, key: string, expected: unknown, read: unknown) => {
    if (expected === undefined && read === undefined) return;
    const isTrue = expected === read;
    const outcome =
      read === undefined
        ? "missing"
        : isTrue && (read === "review" || sure(key))
          ? "right"
          : read === "review" || !sure(key)
            ? "review"
            : "wrong";
    found.push({ field, outcome, isTrue, expected, read });
  };
  for (const field of SINGLES) add(field, field, truth[field], reading[field]);
  for (const field of LISTS) {
    const expected: readonly string[] = truth[field] ?? [];
    const read: readonly string[] = reading[field] ?? [];
    for (const value of expected)
      add(field, `${field}[${read.indexOf(value)}]`, value, read.includes(value) ? value : undefined);
    for (const [index, value] of read.entries())
      if (!expected.includes(value)) add(field, `${field}[${index}]`, undefined, value);
  }
  for (const field of HEARING)
    add(`hearing.${field}`, `hearing.${field}`, truth.hearing?.[field], reading.hearing?.[field]);
  for (const organ of new Set(
    [...(truth.attendance ?? []), ...(reading.attendance ?? [])].map((row) => row.organ),
  )) {
    const expected = truth.attendance?.find((row) => row.organ === organ);
    const index = reading.attendance?.findIndex((row) => row.organ === organ) ?? -1;
    const read = reading.attendance?.[index];
    for (const field of ATTENDANCE)
      add(`attendance.${field}`, `attendance[${index}].${field}`, expected?.[field], read?.[field]);
  }
  const rows = Math.max(truth.rows?.length ?? 0, reading.rows?.length ?? 0);
  for (let index = 0; index < rows; index++) {
    const [expected, read] = [truth.rows?.[index], reading.rows?.[index]];
    for (const field of [
      "caseNumber",
      "respondent",
      "heard",
      "headAttended",
      "enterprise",
      "outcome",
    ] as const)
      add(`rows.${field}`, "rows", expected?.[field], read?.[field]);
  }
  return found;
}
