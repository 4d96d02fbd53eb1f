/** What is said of the three-day report and the two-day filing (三日报告、二日备案), and how a link is sent again. */

import type { HearingDetails } from "../case-file/hearing.ts";
import type { Deadline } from "../time/deadline.ts";
import type { LinkTarget } from "./link-target.ts";
import type { CaseSummary } from "./shown.ts";

export type DutyNotice =
  /** 临期提醒 (three-day report not in yet). */
  | {
      readonly kind: "report-due";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly deadline: Deadline;
      readonly hearing?: HearingDetails;
    }
  /** 督办函 (three-day report overdue). `copy`: this is the superior's copy. */
  | {
      readonly kind: "report-overdue";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly deadline: Deadline;
      readonly daysOver: number;
      readonly hearing?: HearingDetails;
      readonly copy: boolean;
    }
  /** 三日报告送阅: its bureau may return it or note its supervision. `concern`: why the post may not count. */
  | {
      readonly kind: "report-received";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly hearing: HearingDetails;
      readonly revision: number;
      readonly by: string;
      readonly proposal: string;
      readonly head: string;
      readonly concern?: string;
      readonly others: readonly string[];
      /** Files handed in with it, by name; they are opened at the desk. */
      readonly proofs?: readonly string[];
    }
  /** 报告退回. */
  | {
      readonly kind: "report-returned";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly hearing: HearingDetails;
      readonly remarks: string;
      readonly by: string;
      readonly report?: Deadline;
    }
  /** 督导意见. */
  | {
      readonly kind: "supervision";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly hearing: HearingDetails;
      readonly text: string;
      readonly by: string;
    }
  /** 办理链接补发: somebody with a used or expired link asked for another. `about` names the case or file. */
  | { readonly kind: "desk-link"; readonly about: string; readonly target: LinkTarget }
  /** 备案催报. */
  | {
      readonly kind: "filing-due";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly deadline: Deadline;
      readonly hearing: HearingDetails;
    }
  /** 督办函 (two-day filing overdue). `copy`: this is the superior's copy. */
  | {
      readonly kind: "filing-overdue";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly deadline: Deadline;
      readonly daysOver: number;
      readonly hearing: HearingDetails;
      readonly copy: boolean;
    };
