/** What notices say of the two-day filing (二日备案) of who appeared. */
import type { HearingDetails } from "../case-file/hearing.ts";
import type { HeadFacts } from "../case-file/statement.ts";
import type { Deadline } from "../time/deadline.ts";
import { caseLink } from "./frame/links-to.ts";
import type { NoticeRules } from "./frame/notice-rule.ts";
import type { AboutCase } from "./frame/shown.ts";

/** What each of them says. */
export interface FilingNotices {
  /**
   * 备案请求: the first word about a sitting that came to light by its record or by a ledger. `said`: what the court says of the
   * head; where he was there, nothing but a confirmation is asked.
   */
  "filing-asked": {
    readonly deadline: Deadline;
    readonly hearing: HearingDetails;
    readonly said?: HeadFacts & { readonly source: "hearing-record" | "judgment" | "court-ledger" };
    /** Only the court's ledger tells of the sitting. */
    readonly byLedger?: true;
  } & AboutCase;
  /** 备案催报. */
  "filing-due": { readonly deadline: Deadline; readonly hearing: HearingDetails } & AboutCase;
  /** 督办函 (two-day filing overdue). `copy`: this is the superior's copy. */
  "filing-overdue": {
    readonly deadline: Deadline;
    readonly daysOver: number;
    readonly hearing: HearingDetails;
    readonly copy: boolean;
  } & AboutCase;
}

/** What their numbers are called by, where their links lead, and when they may leave. */
export const FILING_NOTICES = {
  "filing-asked": { word: "备案", link: (content) => caseLink("filing", content), leaves: "at-once" },
  "filing-due": { word: "备案", link: (content) => caseLink("filing", content), leaves: "at-once" },
  "filing-overdue": {
    word: "督办",
    link: (content) => (content.copy ? undefined : caseLink("filing", content)),
    leaves: "at-once",
  },
} satisfies NoticeRules<FilingNotices>;
