/** What comes of a command on a case: the events that happen, or the refusal that says why nothing does. */

import type { DeskRefusal, Doubt } from "../refusal.ts";
import type { CaseEvent } from "./events.ts";

/** Another ledger stands in the file, which the one at hand was not weighed against. */
export interface NotWeighed {
  readonly type: "not-weighed";
}

/**
 * Why a command changes nothing: a doubt, for which a person must look first; a refusal at the desk, which says to the
 * person there what to do instead; or that something must be read once more.
 */
export type Refusal = Doubt | DeskRefusal | NotWeighed;

export type Decision<Refused extends Refusal = Refusal> =
  | { readonly accepted: true; readonly events: readonly CaseEvent[] }
  | { readonly accepted: false; readonly refusal: Refused };

export function accepted(...events: readonly CaseEvent[]): Decision<never> {
  return { accepted: true, events };
}

export function refused<Refused extends Refusal>(refusal: Refused): Decision<Refused> {
  return { accepted: false, refusal };
}
