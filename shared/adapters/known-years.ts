/** Of which years are the holidays known? Of those the package has, as an admin has entered or corrected them since. */
import { yearsWith } from "../domain/operations/admin-act.ts";
import type { HolidayYear } from "../domain/time/calendar.ts";
import type { Operations } from "../ports/operations.ts";
import { holidayYears } from "./holidays.ts";

export function knownYears(
  operations: Pick<Operations, "calendarActs">,
): () => Promise<readonly HolidayYear[]> {
  return async () => yearsWith(holidayYears(), await operations.calendarActs());
}
