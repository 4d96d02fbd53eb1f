/** Until when must an agency report a case it lost (败诉案件报告)? A period of the place's own mechanism from the day the judgment took effect. */
import type { Calendar } from "../time/calendar.ts";
import { count, type Deadline, rolled } from "../time/deadline.ts";
import { type CivilDate, civilDateAt } from "../time/time.ts";
import type { LossReport } from "./loss-report.ts";

/**
 * The last day: as many days after the effect as the policy has; a last day off rolls. A report that was returned is owed until the day its
 * bureau set, where that is later. `provisional`: the day of the effect may still move.
 */
export function lossReportDeadline(
  {
    effectiveOn,
    provisional,
    report,
  }: {
    readonly effectiveOn: CivilDate;
    readonly provisional: boolean;
    readonly report: LossReport | undefined;
  },
  days: number,
  calendar: Calendar,
): Deadline {
  const period = count(effectiveOn, days, true, calendar);
  const end = rolled(period);
  const explanation = { startedBy: "effect" as const, ...period.explained };
  const deadline: Deadline = {
    kind: "loss-report",
    due: end.due,
    provisional: end.provisional || provisional,
    explanation,
  };
  const { verdict } = report ?? {};
  if (verdict?.accepted !== false || verdict.due === undefined || verdict.due <= end.due) return deadline;
  const { at, due: until } = verdict;
  return {
    ...deadline,
    due: until,
    provisional: false,
    explanation: { ...explanation, extended: { on: civilDateAt(at), until } },
  };
}
