/** What notices say of a hearing: that it is set, near, or changed. */

import type { JointAppearance } from "../case-file/before-hearing.ts";
import type { HearingDetails } from "../case-file/hearing.ts";
import type { HeadRank } from "../court/head.ts";
import type { MeetingSaid } from "../online/meeting-access.ts";
import type { Deadline } from "../time/deadline.ts";
import { caseLink } from "./frame/links-to.ts";
import type { NoticeRules } from "./frame/notice-rule.ts";
import type { AboutCase } from "./frame/shown.ts";
import type { PrincipalShown } from "./principal.ts";

/** What each of them says. */
export interface HearingNotices {
  /** 开庭提醒函, on receipt of the summons. `audience` head: the copy for the head in person. */
  "hearing-notice": {
    readonly hearing: HearingDetails;
    readonly report?: Deadline;
    /** The filing that will be owed after it. */
    readonly filing?: Deadline;
    /** It is so near that every hour counts. */
    readonly urgent?: boolean;
    readonly audience: "legal-section" | "head";
    /** The court has notified the head to appear (出庭通知书). */
    readonly headNotified?: boolean;
    /** Another respondent's head appears (法释〔2020〕3号 §3): staff are owed, no head. */
    readonly excused?: JointAppearance;
    /** 应由正职出庭. */
    readonly principal?: PrincipalShown;
    /** The way into a sitting over the net. */
    readonly meeting?: MeetingSaid;
  } & AboutCase;
  /** 开庭提醒函, some days before. */
  "hearing-reminder": {
    readonly hearing: HearingDetails;
    readonly daysLeft: number;
    readonly reportOpen: boolean;
    /** Another respondent's head appears (法释〔2020〕3号 §3): staff are owed, no head. */
    readonly excused?: JointAppearance;
    /** The court lets the head stay away (准许负责人不出庭): staff are owed, no head. */
    readonly excusedByCourt?: true;
    /** The report that is open. */
    readonly report?: Deadline;
    /** For the head in person, or for the government whose leader may have to appear; else for the legal section. */
    readonly audience?: "head" | "government";
    /** The head who will appear as reported, for the identity paper that goes along. */
    readonly head?: { readonly name: string; readonly title: string; readonly rank: HeadRank };
    readonly principal?: PrincipalShown;
    readonly meeting?: MeetingSaid;
  } & AboutCase;
  /** 延期、变更开庭通知: the hearing is off; `hearing` is the new one where it is known. */
  "hearing-changed": {
    readonly cancelled: HearingDetails;
    readonly hearing?: HearingDetails;
    readonly report?: Deadline;
    readonly filing?: Deadline;
    readonly urgent?: boolean;
    /** The case has ended (withdrawn, decided): there will be no hearing. */
    readonly closed?: boolean;
    /** The action against this respondent was withdrawn: the case goes on without it. */
    readonly withdrawn?: boolean;
    /** The court put it off for the obstacle this agency had reported (准许延期), in the court's words. */
    readonly granted?: { readonly reason: string; readonly by: string };
    readonly principal?: PrincipalShown;
    readonly meeting?: MeetingSaid;
  } & AboutCase;
  /** 电话通知: the hearing is near; the bureau telephones the agency, whose contact stands beside it. */
  "urgent-hearing": {
    readonly hearing: HearingDetails;
    readonly contact?: { readonly name: string; readonly phone?: string };
  } & AboutCase;
}

/** What their numbers are called by, where their links lead, and when they may leave. */
export const HEARING_NOTICES = {
  "hearing-notice": {
    word: "开庭",
    link: (content) =>
      content.audience === "legal-section" && content.report !== undefined
        ? caseLink("report", content)
        : undefined,
    leaves: "at-once",
    offersCalendar: ({ audience }) => audience === "legal-section",
  },
  "hearing-reminder": {
    word: "提醒",
    link: (content) =>
      content.reportOpen && content.audience === undefined ? caseLink("report", content) : undefined,
    leaves: "at-once",
  },
  "hearing-changed": {
    word: "改期",
    link: (content) => (content.report === undefined ? undefined : caseLink("report", content)),
    leaves: "at-once",
  },
  "urgent-hearing": { word: "电话", link: "none", leaves: "at-once" },
} satisfies NoticeRules<HearingNotices>;
