/** By which rules is a decision made: the deployment's policy and the calendar of working days. */
import type { Policy } from "./policy.ts";
import type { Calendar } from "./time/calendar.ts";

/** What the deployment and the State Council have laid down. */
export interface Rules {
  readonly policy: Policy;
  readonly calendar: Calendar;
}
