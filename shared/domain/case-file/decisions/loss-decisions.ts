/** 败诉案件报告: an agency reports a case it lost, its bureau accepts that or returns it. */
import type { LossReport } from "../../loss/loss-report.ts";
import type { DeskRefusal } from "../../refusal.ts";
import type { Rules } from "../../rules.ts";
import { lastDayOf } from "../../time/deadline.ts";
import { type CivilDate, civilDateAt, type Instant } from "../../time/time.ts";
import type { DeskAct } from "../commands.ts";
import { accepted, type Decision, refused } from "../decision.ts";
import { lossEffect, lossReport, mayHaveLost } from "../losses.ts";
import type { CaseFile } from "../state.ts";

export interface ReportLoss extends DeskAct {
  readonly type: "report-loss";
  readonly loss: Pick<LossReport, "kind" | "causes" | "explanation" | "responsible" | "mending" | "mendBy">;
}

/** 认可, 退回. */
export interface JudgeLoss extends DeskAct {
  readonly type: "judge-loss";
  readonly accepted: boolean;
  readonly text: string;
  /** Until when another one is owed, of what is returned; a week where nobody says. */
  readonly due?: CivilDate;
}

/** A returned report needs time. */
const DAYS_AGAIN = 7;

/** Why a respondent can't report its loss now; undefined where it can. */
export function lossReportRefusal(
  file: CaseFile,
  respondent: string,
  now: Instant,
  { calendar }: Pick<Rules, "calendar">,
): DeskRefusal | undefined {
  if (!mayHaveLost(file).some(({ name }) => name === respondent)) return { type: "not-lost" };
  if (lossEffect(file, civilDateAt(now), calendar) === undefined) return { type: "not-effective" };
  const { verdict } = lossReport(file, respondent) ?? {};
  return verdict?.accepted === true ? { type: "loss-accepted" } : undefined;
}

export function reportLoss(
  file: CaseFile,
  { respondent, at, by, loss }: ReportLoss,
  rules: Rules,
): Decision<DeskRefusal> {
  const refusal = lossReportRefusal(file, respondent, at, rules);
  if (refusal !== undefined) return refused(refusal);
  const revision = (lossReport(file, respondent)?.revision ?? 0) + 1;
  return accepted({ type: "loss-reported", report: { respondent, revision, at, by, ...loss } });
}

/** Why its bureau can't judge one now. */
export function lossVerdictRefusal(file: CaseFile, respondent: string): DeskRefusal | undefined {
  const report = lossReport(file, respondent);
  if (report === undefined) return { type: "no-report" };
  return report.verdict === undefined ? undefined : { type: "loss-judged-already" };
}

export function judgeLoss(
  file: CaseFile,
  { respondent, at, by, accepted: isAccepted, text, due }: JudgeLoss,
  { calendar }: Rules,
): Decision<DeskRefusal> {
  const refusal = lossVerdictRefusal(file, respondent);
  if (refusal !== undefined) return refused(refusal);
  const until = isAccepted ? undefined : (due ?? lastDayOf(civilDateAt(at), DAYS_AGAIN, calendar));
  const verdict = { accepted: isAccepted, at, by, text, ...(until !== undefined && { due: until }) };
  return accepted({ type: "loss-judged", respondent, verdict });
}
