/**
 * What an agency reports to its bureau about a case: the three-day report (三日报告) before the hearing and the two-day filing
 * (二日备案) after it. A later one takes the former's place; the audit trail keeps both.
 */

import type { AbsenceGround } from "../court/absence-ground.ts";
import { designationOf } from "./designation.ts";
import type { Designation } from "./designation-stage.ts";
import type { CaseFiling, CaseReport, SittingResult } from "./report.ts";

/** A ground as forms and letters print it: 不可抗力 … */
export function groundName(ground: AbsenceGround): string {
  return {
    "force-majeure": "不可抗力",
    accident: "意外事件",
    "irreplaceable-duty": "需要履行他人不能代替的公务",
    other: "无法出庭的其他正当事由",
  }[ground];
}

/** A result as forms and letters print it. */
export function resultName(result: SittingResult): string {
  return {
    "judgment-later": "庭审结束，择期宣判",
    "judgment-given": "当庭宣判",
    withdrawn: "原告撤诉",
    mediated: "达成和解或者调解",
    adjourned: "休庭，另行开庭",
    other: "其他",
  }[result];
}

/** The newest report of a respondent; none of a government while the agency designated last has not reported. */
export function reportOf(
  file: {
    readonly reports: readonly CaseReport[];
    readonly designations: readonly Designation[];
  },
  respondent: string,
): CaseReport | undefined {
  const report = file.reports.find((one) => one.respondent === respondent);
  const designation = designationOf(file, respondent);
  return report !== undefined && designation !== undefined && report.at < designation.at ? undefined : report;
}

/** The newest filing of a respondent on a hearing. */
export function filingOf(
  { filings }: { readonly filings: readonly CaseFiling[] },
  respondent: string,
  hearing: number,
): CaseFiling | undefined {
  return filings.find((one) => one.respondent === respondent && one.hearing === hearing);
}
