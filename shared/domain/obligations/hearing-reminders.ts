/** On which days is an agency reminded of a hearing? The policy's days before it, a day off moved to the working day before. */

import type { Hearing } from "../case-file/hearing.ts";
import { workingDayFrom } from "../notices/frame/working-hours.ts";
import type { Rules } from "../rules.ts";
import { addDays, type CivilDate } from "../time/time.ts";

/** In the order of the policy, furthest first. */
export function reminderDays(
  { date }: Pick<Hearing, "date">,
  { policy, calendar }: Rules,
): readonly CivilDate[] {
  return policy.hearingReminders.map((days) => workingDayFrom(addDays(date, -days), -1, calendar));
}
