/** What is deployed in a played city: which policy, and when the month's jobs run. */
import type { Task } from "../../../functions/monthly-bulletin/month-jobs.ts";
import type { Policy } from "../../../shared/domain/policy.ts";
import {
  addMonths,
  civilDate,
  civilDateAt,
  type Instant,
  instantAt,
  type Month,
  monthOf,
} from "../../../shared/domain/time/time.ts";
import { RULES } from "../../support/case-builders.ts";
import type { Story } from "../story/step.ts";

/** Another deployment's choices. */
export const OTHER: Policy = {
  ...RULES.policy,
  agencyDigest: false,
  report: { remindBefore: [2, 1], escalateAfter: [1, 3] },
  filing: { ...RULES.policy.filing, remindBefore: [1] },
};

/** When the month's jobs run: the first on the 1st, the others on the 3rd. */
export function monthly({ start, end }: Story): readonly (readonly [Instant, Task])[] {
  const months: Month[] = [];
  for (
    let month = monthOf(civilDateAt(start));
    month <= addMonths(monthOf(civilDateAt(end)), 1);
    month = addMonths(month, 1)
  )
    months.push(month);
  return months
    .flatMap((month): (readonly [Instant, Task])[] => [
      [instantAt(civilDate(`${month}-01`), "08:30"), "draft"],
      [instantAt(civilDate(`${month}-03`), "10:00"), "propose"],
    ])
    .filter(([at]) => at > start);
}
