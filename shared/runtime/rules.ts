/** What does a function decide by? The deployment's policy, out of its environment, and the holiday notices it is given. */
import type { Rules } from "../domain/rules.ts";
import { calendar, type HolidayYear } from "../domain/time/calendar.ts";
import { parsePolicy } from "./policy-schema.ts";

/**
 * The rules of a function whose environment carries POLICY, JSON.
 * @throws PolicyFault where it is not a policy
 */
export function rulesOf(policy: string, years: readonly HolidayYear[]): Rules {
  return { policy: parsePolicy(JSON.parse(policy)), calendar: calendar(years) };
}
