/** What may a person of the bureau decide about urging (督办) a duty that is overdue? */

import type { DeadlineKind } from "../time/deadline.ts";
import type { CivilDate, Instant } from "../time/time.ts";

/** The duties that are urged. */
export type UrgedKind = DeadlineKind;

/** The duty of one respondent for one sitting, or in the case (case-duty.ts). */
export interface UrgedDuty {
  readonly kind: UrgedKind;
  readonly respondent: string;
  /** Of a report or a filing: the number of its hearing. */
  readonly hearing?: number;
  /** Of any other: which of its kind, where there may be several. */
  readonly subject?: string;
}

/** Whether two speak of one duty. */
export function sameUrged(one: UrgedDuty, other: UrgedDuty): boolean {
  return (
    one.kind === other.kind &&
    one.respondent === other.respondent &&
    one.hearing === other.hearing &&
    one.subject === other.subject
  );
}

/** What a person of the bureau decided about a round of urging: the days after the duty was due, as the policy has them. */
export type UrgingDecision = UrgedDuty & {
  readonly round: number;
  readonly at: Instant;
  readonly by: string;
} & (
    | /** 暂缓: no letter before this day, on which it is announced again. */ {
        readonly decision: "held";
        readonly until: CivilDate;
        readonly reason: string;
      }
    /** 照发: the letter leaves without waiting for the next working day. */
    | { readonly decision: "released" }
    /** 抄送上级. */
    | { readonly decision: "copy-confirmed" }
    | { readonly decision: "copy-declined"; readonly reason: string }
  );

/** 暂缓. */
export type Hold = Extract<UrgingDecision, { readonly decision: "held" }>;
