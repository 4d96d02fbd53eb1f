/** What every act of a person at the desk has in common, and what can come of it. */
import type { DeskRefusal } from "../refusal.ts";
import type { Instant } from "../time/time.ts";
import type { CaseEvent } from "./events.ts";

/** What every act at the desk says: when, by whom (as typed), for which respondent, and on which state of things. */
export interface DeskAct {
  readonly at: Instant;
  readonly by: string;
  readonly respondent: string;
  /** {@link basisOf} of the file the form was made from. */
  readonly basis: string;
}

export type DeskDecision =
  | { readonly accepted: true; readonly events: readonly CaseEvent[] }
  | { readonly accepted: false; readonly refusal: DeskRefusal };
