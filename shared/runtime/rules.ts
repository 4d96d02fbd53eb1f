/** What does a function decide by? The deployment's policy, out of its environment, and the holiday notices it is given. */
import type { Policy } from "../domain/policy.ts";
import type { Rules } from "../domain/rules.ts";
import { calendar, type HolidayYear } from "../domain/time/calendar.ts";
import { addMinutes, type Instant } from "../domain/time/time.ts";
import { unpackPolicy } from "./packed-policy.ts";
import { parsePolicy } from "./policy-schema.ts";

/** So long a function may go on with the notices it has read: what an admin enters holds for all of them after that. */
const KEPT_MINUTES = 5;

/**
 * The policy of a function whose environment carries POLICY, packed.
 * @throws PolicyFault where it is not a policy
 */
export function policyOf(policy: string): Policy {
  return parsePolicy(unpackPolicy(policy));
}

/**
 * The rules of a function whose environment carries POLICY, packed.
 * @throws PolicyFault where it is not a policy
 */
export function rulesOf(policy: string, years: readonly HolidayYear[]): Rules {
  return { policy: policyOf(policy), calendar: calendar(years) };
}

/** The rules as they are at a time; `read` brings the notices, at most once in {@link KEPT_MINUTES}. */
export function keptRules(
  policy: string,
  read: () => Promise<readonly HolidayYear[]>,
): (now: Instant) => Promise<Rules> {
  let kept: { readonly rules: Rules; readonly from: Instant } | undefined;
  return async (now) => {
    if (kept === undefined || now < kept.from || now >= addMinutes(kept.from, KEPT_MINUTES))
      kept = { rules: rulesOf(policy, await read()), from: now };
    return kept.rules;
  };
}
