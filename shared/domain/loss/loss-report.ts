/**
 * What an agency reports of a case it lost (败诉案件报告): how it lost, why, where inside it the fault lies, what is mended and by when; and
 * what its bureau makes of that.
 */
import type { CivilDate, Instant } from "../time/time.ts";

/** 败诉类型: what the court did to the act. */
export const LOSS_KINDS = [
  /** 撤销, also in part or with an order to decide anew. */
  "annulled",
  /** 变更. */
  "changed",
  /** 确认违法、确认无效. */
  "illegal",
  /** 责令履行法定职责、限期作出处理. */
  "ordered",
  /** 赔偿、补偿、给付. */
  "pay",
  /** 二审、再审改判. */
  "reversed",
  "other",
] as const;
export type LossKind = (typeof LOSS_KINDS)[number];

/** 败诉原因. */
export const LOSS_CAUSES = [
  /** 认定事实不清、主要证据不足. */
  "facts",
  /** 违反法定程序. */
  "procedure",
  /** 适用法律、法规错误. */
  "basis",
  /** 超越职权、滥用职权. */
  "competence",
  /** 明显不当、裁量不当. */
  "discretion",
] as const;
export type LossCause = (typeof LOSS_CAUSES)[number];

/** 败诉案件报告 of one respondent. */
export interface LossReport {
  readonly respondent: string;
  /** 1 for the first; one more with each that takes its place. */
  readonly revision: number;
  readonly at: Instant;
  /** As typed. */
  readonly by: string;
  readonly kind: LossKind;
  /** At least one. */
  readonly causes: readonly LossCause[];
  /** What went wrong, in the agency's words. */
  readonly explanation: string;
  /** 责任环节、岗位. */
  readonly responsible: string;
  /** 整改措施. */
  readonly mending: string;
  readonly mendBy: CivilDate;
  readonly verdict?: LossVerdict;
}

/** 审核: accepted, or returned with what is missing and until when another one is owed. */
export interface LossVerdict {
  readonly accepted: boolean;
  readonly at: Instant;
  /** As typed. */
  readonly by: string;
  readonly text: string;
  /** Of a returned one. */
  readonly due?: CivilDate;
}

export type LossEvent =
  /** Takes the place of the respondent's former one. */
  | { readonly type: "loss-reported"; readonly report: LossReport }
  | { readonly type: "loss-judged"; readonly respondent: string; readonly verdict: LossVerdict };

/** The reports after an event: the newest of each respondent. */
export function evolveLosses(losses: readonly LossReport[], event: LossEvent): readonly LossReport[] {
  if (event.type === "loss-reported")
    return [...losses.filter(({ respondent }) => respondent !== event.report.respondent), event.report];
  return losses.map((one) =>
    one.respondent === event.respondent ? { ...one, verdict: event.verdict } : one,
  );
}

/** The report of a respondent. */
export function lossReportOf(losses: readonly LossReport[], respondent: string): LossReport | undefined {
  return losses.find((one) => one.respondent === respondent);
}

/** A report that holds: in, and not returned. */
export function isReported(report: LossReport | undefined): report is LossReport {
  return report !== undefined && report.verdict?.accepted !== false;
}
