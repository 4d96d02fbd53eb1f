/**
 * What an agency tells its bureau of a case: the three-day report (三日报告) before the hearing and the two-day filing
 * (二日备案) after it. A later one takes the former's place; the audit trail keeps both.
 */
import type { HeadRank } from "../court/head.ts";
import type { Instant } from "../time/time.ts";
import { type Designation, designationOf } from "./designation.ts";
import type { Proof } from "./proof.ts";

/** A person with the post he holds. */
export interface Person {
  readonly name: string;
  readonly title: string;
}

/** Why a head can't appear (法释〔2020〕3号 §8); the court judges it. */
export type AbsenceGround = "force-majeure" | "accident" | "irreplaceable-duty" | "other";

/** A ground as forms and letters print it: 不可抗力 … */
export function groundName(ground: AbsenceGround): string {
  return {
    "force-majeure": "不可抗力",
    accident: "意外事件",
    "irreplaceable-duty": "需要履行他人不能代替的公务",
    other: "无法出庭的其他正当事由",
  }[ground];
}

/** Whether the head will appear. `concern`: why somebody should check that the post counts, in Chinese. */
export type HeadPlan =
  | ({ readonly appears: true; readonly rank: HeadRank; readonly concern?: string } & Person)
  | { readonly appears: false; readonly ground: AbsenceGround; readonly explanation: string };

/** Words of the bureau on a report, and whose. */
export interface Remark {
  readonly at: Instant;
  readonly by: string;
  readonly text: string;
}

/** 三日报告. */
export interface CaseReport {
  readonly respondent: string;
  /** The hearing it is for. */
  readonly hearing: number;
  /** 1 for the first; one more with each that takes its place. */
  readonly revision: number;
  readonly at: Instant;
  /** Who filled it in, as typed. */
  readonly by: string;
  /** 应诉意见. */
  readonly proposal: string;
  readonly head: HeadPlan;
  /** Who else goes. */
  readonly others: readonly Person[];
  readonly proofs?: readonly Proof[];
  /** 退回: the bureau wants another one. */
  readonly returned?: Remark;
  /** 督导意见, oldest first. */
  readonly supervision: readonly Remark[];
}

/** How the sitting ended. */
export type SittingResult =
  | "judgment-later"
  | "judgment-given"
  | "withdrawn"
  | "mediated"
  | "adjourned"
  | "other";

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

/** 二日备案, besides who attended, which is a statement among the others. */
export interface CaseFiling {
  readonly respondent: string;
  readonly hearing: number;
  readonly revision: number;
  readonly at: Instant;
  readonly by: string;
  readonly result: SittingResult;
  /** Staff who attended. */
  readonly staff: readonly Person[];
  readonly proofs?: readonly Proof[];
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
