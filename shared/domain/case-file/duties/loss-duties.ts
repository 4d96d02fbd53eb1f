/** When does an agency owe a report on a case it lost (败诉案件报告)? */
import { defined } from "../../defined.ts";
import type { WantedDuty } from "../../duties/case-duty.ts";
import { isReported } from "../../loss/loss-report.ts";
import type { Rules } from "../../rules.ts";
import { civilDateAt, type Instant } from "../../time/time.ts";
import { losersOf, lossDeadline, lossEffect, lossReport } from "../losses.ts";
import type { CaseFile } from "../state.ts";

/** The report each of them owes its bureau from the day the judgment took effect. */
export function wantedLossDuties(file: CaseFile, now: Instant, rules: Rules): readonly WantedDuty[] {
  const today = civilDateAt(now);
  const effect = lossEffect(file, today, rules.calendar);
  if (effect === undefined) return [];
  return losersOf(file).flatMap(({ name }): readonly WantedDuty[] => {
    const deadline = lossDeadline(file, name, today, rules);
    if (deadline === undefined) return [];
    const report = lossReport(file, name);
    const met = isReported(report) ? { on: civilDateAt(report.at), by: "form" as const } : undefined;
    return [{ kind: "loss-report", respondent: name, startsOn: effect.on, deadline, ...defined({ met }) }];
  });
}
