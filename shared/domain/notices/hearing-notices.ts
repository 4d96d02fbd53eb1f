/** What is said of a hearing before it (庭前): that it is set, changed, near; what court and agency tell each other. */

import type { HearingDetails } from "../case-file/hearing.ts";
import type { CaseNumber } from "../court/case-number.ts";
import type { HeadRank } from "../court/head.ts";
import type { ChangeLine } from "../organisations/organisation-change.ts";
import type { Deadline } from "../time/deadline.ts";
import type { Instant } from "../time/time.ts";
import type { CaseSummary } from "./shown.ts";

export type HearingNotice =
  /** 开庭提醒函, on receipt of the summons. `audience` head: the copy for the head himself. */
  | {
      readonly kind: "hearing-notice";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly hearing: HearingDetails;
      readonly report?: Deadline;
      readonly audience: "legal-section" | "head";
      /** The court has notified the head to appear (出庭通知书). */
      readonly headNotified?: boolean;
    }
  /** 开庭提醒函, some days before. */
  | {
      readonly kind: "hearing-reminder";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly hearing: HearingDetails;
      readonly daysLeft: number;
      readonly reportOpen: boolean;
      /** The head who will appear as reported, for the identity paper that goes along. */
      readonly head?: { readonly name: string; readonly title: string; readonly rank: HeadRank };
    }
  /** 延期、变更开庭通知: the hearing is off; `hearing` is the new one where it is known. */
  | {
      readonly kind: "hearing-changed";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly cancelled: HearingDetails;
      readonly hearing?: HearingDetails;
      readonly report?: Deadline;
      /** The case has ended (withdrawn, decided): there will be no hearing. */
      readonly closed?: boolean;
    }
  /** 出庭通知书 of the court, once the hearing is known already. */
  | {
      readonly kind: "appearance-notice";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly hearing: HearingDetails;
      readonly receivedAt: Instant;
    }
  /** 庭前提示: what needs attention at the hearing, in the court's words. */
  | {
      readonly kind: "court-note";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly hearing?: HearingDetails;
      readonly text: string;
      readonly receivedAt: Instant;
    }
  /** 出庭障碍, to the court that judges it and to the bureau. */
  | {
      readonly kind: "obstacle-reported";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly hearing: HearingDetails;
      readonly by: string;
      readonly ground: string;
      readonly explanation: string;
      readonly reader: "court" | "bureau";
    }
  /** 单位信息变更, told by the organisation itself. */
  | {
      readonly kind: "organisation-changed";
      readonly organisation: string;
      readonly by: string;
      readonly at: Instant;
      readonly changes: readonly ChangeLine[];
      readonly functions?: string;
      /** Its open cases: before the court that reads this, or all of them. */
      readonly cases: readonly CaseNumber[];
      readonly reader: "own" | "former-address" | "bureau" | "court";
    };
