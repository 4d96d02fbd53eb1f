/** What notices say of the three-day report (三日报告): that it is owed, has come in, is returned or supervised. */
import type { HearingDetails } from "../case-file/hearing.ts";
import type { HeadPlan, Person } from "../case-file/report.ts";
import type { Deadline } from "../time/deadline.ts";
import { caseLink } from "./frame/links-to.ts";
import type { NoticeRules } from "./frame/notice-rule.ts";
import type { AboutCase } from "./frame/shown.ts";

/** Who will appear, or why no head can; or a sentence about it, where a version of this system kept no data. */
export type HeadShown =
  | HeadPlan
  | { readonly appears: "as-written"; readonly text: string; readonly concern?: string };

/** What each of them says. */
export interface ReportNotices {
  /** 临期提醒 (three-day report not in yet). */
  "report-due": { readonly deadline: Deadline; readonly hearing?: HearingDetails } & AboutCase;
  /** 督办函 (three-day report overdue). `copy`: this is the superior's copy. */
  "report-overdue": {
    readonly deadline: Deadline;
    readonly daysOver: number;
    readonly hearing?: HearingDetails;
    readonly copy: boolean;
  } & AboutCase;
  /** 三日报告送阅: its bureau may return it or note its supervision. */
  "report-received": {
    readonly hearing: HearingDetails;
    readonly revision: number;
    readonly by: string;
    readonly proposal: string;
    readonly head: HeadShown;
    readonly others: readonly Person[];
    /** Files handed in with it, by name; they are opened at the desk. */
    readonly proofs?: readonly string[];
  } & AboutCase;
  /** 报告退回. */
  "report-returned": {
    readonly hearing: HearingDetails;
    readonly remarks: string;
    readonly by: string;
    readonly report?: Deadline;
  } & AboutCase;
  /** 督导意见. */
  supervision: { readonly hearing: HearingDetails; readonly text: string; readonly by: string } & AboutCase;
}

/** What their numbers are called by, where their links lead, and when they may leave. */
export const REPORT_NOTICES = {
  "report-due": { word: "临期", link: (content) => caseLink("report", content), leaves: "at-once" },
  "report-overdue": {
    word: "督办",
    link: (content) => (content.copy ? undefined : caseLink("report", content)),
    leaves: "at-once",
  },
  "report-received": { word: "报告", link: (content) => caseLink("supervision", content), leaves: "at-once" },
  "report-returned": { word: "退回", link: (content) => caseLink("report", content), leaves: "at-once" },
  supervision: { word: "督导", link: "none", leaves: "at-once" },
} satisfies NoticeRules<ReportNotices>;
