/** What notices say of interviews (约谈): the candidates, the call, and what is to be looked at afterwards. */
import type { CivilDate, Month } from "../time/time.ts";
import type { NoticeRules } from "./frame/notice-rule.ts";
import type { InterviewReason, InterviewShown } from "./frame/shown.ts";

/** What each of them says. */
export interface InterviewNotices {
  /** 约谈建议名单: whom the figures propose; nobody else hears of it before the bureau has confirmed. */
  "interview-candidates": {
    readonly from: Month;
    readonly to: Month;
    readonly candidates: readonly { readonly unit: string; readonly reasons: readonly InterviewReason[] }[];
  };
  /** 约谈通知书. `copy`: the superior's. */
  "interview-called": { readonly interview: InterviewShown; readonly copy: boolean };
  /** 约谈取消通知. */
  "interview-withdrawn": { readonly interview: InterviewShown; readonly by: string; readonly reason: string };
  /** `outcome`, `follow-up`: the bureau records it. `report`: the unit says what it has mended. */
  "interview-due": { readonly interview: InterviewShown; readonly step: "outcome" | "follow-up" | "report" };
  /** 约谈会登记提醒: units of it whose record is missing. */
  "session-due": { readonly issuedBy: string; readonly date: CivilDate; readonly units: readonly string[] };
  /** 承诺事项提醒, to the unit that promised it at the 约谈会 of the day `on`; `daysOver` below 0 before it is due. */
  "promise-due": {
    readonly issuedBy: string;
    readonly unit: string;
    readonly on: CivilDate;
    readonly text: string;
    readonly due: CivilDate;
    readonly daysOver: number;
  };
}

/** What their numbers are called by, where their links lead, and when they may leave. */
export const INTERVIEW_NOTICES = {
  "interview-candidates": { word: "约谈", link: () => ({ task: "programme" }), leaves: "when-offices-open" },
  "interview-called": { word: "约谈", link: "none", leaves: "at-once" },
  "interview-withdrawn": { word: "约谈", link: "none", leaves: "at-once" },
  "interview-due": {
    word: "约谈",
    link: ({ step }) => (step === "report" ? undefined : { task: "programme" }),
    leaves: "at-once",
  },
  "session-due": { word: "约谈", link: () => ({ task: "programme" }), leaves: "when-offices-open" },
  "promise-due": { word: "约谈", link: "none", leaves: "when-offices-open" },
} satisfies NoticeRules<InterviewNotices>;
