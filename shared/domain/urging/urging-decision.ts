/** What may a person of the bureau decide about urging (督办) a duty that is overdue? */

import type { CivilDate, Instant } from "../time/time.ts";

/** The duties that are urged. */
export type UrgedKind = "report" | "filing";

/** The duty of one respondent for one sitting. */
export interface UrgedDuty {
  readonly kind: UrgedKind;
  readonly respondent: string;
  readonly hearing: number;
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
