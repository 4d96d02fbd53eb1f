/** How long is a closed case kept (保管期限)? Which it is, a place's own rules of archives say: policy. */
import type { Outcome } from "../court/outcome.ts";

/** Years, or 永久. */
export type Retention = number | "permanent";

export interface RetentionPolicy {
  readonly keep: Retention;
  /** Where cases that ended in some way are kept for another time. */
  readonly byOutcome: { readonly [Of in Outcome]?: Retention };
}

/** Of a case that ended so. */
export function retentionOf(outcome: Outcome, { keep, byOutcome }: RetentionPolicy): Retention {
  return byOutcome[outcome] ?? keep;
}
