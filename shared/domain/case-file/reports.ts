/**
 * What an agency reports to its bureau about a case: the three-day report (三日报告) before the hearing and the two-day filing
 * (二日备案) after it. A later one takes the former's place; the audit trail keeps both.
 */

import { designationOf } from "./designation.ts";
import type { Designation } from "./designation-stage.ts";
import type { CaseFiling, CaseReport } from "./report.ts";

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
