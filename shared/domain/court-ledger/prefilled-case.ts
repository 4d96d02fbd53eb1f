/** What is known of a case that its court's ledger is prefilled with (预填台账): what counts, and what a clerk knows the case by. */
import { attendanceOf } from "../case-file/attendance.ts";
import { classesOfCase } from "../case-file/classes-of-case.ts";
import { appealKnown } from "../case-file/judgment.ts";
import type { CaseFile } from "../case-file/state.ts";
import { judgeHead } from "../court/head.ts";
import { defined } from "../defined.ts";
import type { StatisticsRow } from "../statistics/statistics-row.ts";

/** A line of the ledger. */
export interface PrefilledCase {
  readonly row: StatisticsRow;
  readonly plaintiffs: readonly string[];
  readonly cause?: string;
  /** The post of the head who came, where it makes a head by itself: another would come back as a question. */
  readonly headTitle?: string;
  /** Whether there was an appeal, where that is known. */
  readonly appealed?: boolean;
}

/** Of a row, and the file it was counted from. */
export function prefilledCase(row: StatisticsRow, file: CaseFile | undefined): PrefilledCase {
  if (file === undefined) return { row, plaintiffs: [] };
  const { agency, present } = row;
  const title = present === true ? attendanceOf(file, agency)?.statement.headTitle : undefined;
  const isHead = title !== undefined && judgeHead({ agency, title }).verdict === "head";
  return {
    row,
    plaintiffs: file.plaintiffs,
    ...defined({
      cause: file.cause,
      headTitle: isHead ? title : undefined,
      appealed: appealKnown(file) ? true : classesOfCase(file).appealed?.value,
    }),
  };
}
