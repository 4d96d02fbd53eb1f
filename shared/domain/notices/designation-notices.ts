/** What is said while an agency is designated to answer for a government (出庭指派). */
import type { DesignationStage } from "../case-file/designation-stage.ts";
import type { HearingDetails } from "../case-file/hearing.ts";
import type { Deadline } from "../time/deadline.ts";
import type { CivilDate, Instant } from "../time/time.ts";
import type { CaseSummary } from "./shown.ts";

/** The case of a government (`respondent`) for which an agency is to be designated (出庭指派). */
interface AboutDesignation {
  readonly case: CaseSummary;
  readonly respondent: string;
  readonly stage: DesignationStage;
  readonly hearing?: HearingDetails;
}

export type DesignationNotice =
  /** 案件办理单 to be filled in by the bureau, where a government itself is sued. */
  | ({
      readonly kind: "case-handling-form";
      readonly documentKind: "summons" | "appearance-notice" | "appeal";
      readonly receivedAt: Instant;
    } & AboutDesignation)
  /** 案件办理单送审: the government approves or returns it. */
  | ({
      readonly kind: "handling-form-submitted";
      readonly paper?: {
        readonly kind: "summons" | "appearance-notice" | "appeal";
        readonly receivedAt: Instant;
      };
      readonly by: string;
      readonly summary: string;
      readonly proposal: string;
      readonly agency: string;
    } & AboutDesignation)
  /** 案件办理单退回. */
  | ({
      readonly kind: "handling-form-returned";
      readonly by: string;
      readonly remarks: string;
      readonly agency: string;
    } & AboutDesignation)
  /** 出庭指派通知, to the agency designated. */
  | ({
      readonly kind: "designation-order";
      readonly agency: string;
      readonly on: CivilDate;
      readonly by: string;
      readonly proposal: string;
      readonly report?: Deadline;
    } & AboutDesignation)
  /** 撤销指派通知, to an agency in whose place another was designated. */
  | ({
      readonly kind: "designation-withdrawn";
      readonly agency: string;
      readonly successor: string;
    } & AboutDesignation)
  /** 出庭指派催办. `copy`: the other one is waited for. */
  | ({
      readonly kind: "designation-due";
      readonly waitsFor: "bureau" | "government";
      readonly copy: boolean;
      readonly daysWaiting: number;
      readonly daysLeft?: number;
    } & AboutDesignation);
