/** What notices say of a principal who is owed (应由正职出庭): the week's notice, an absence that wants approval, and the answer. */
import type { HearingDetails } from "../case-file/hearing.ts";
import type { Person } from "../case-file/report.ts";
import type { MeetingSaid } from "../online/meeting-access.ts";
import type { PrincipalReason } from "../principals/principal.ts";
import type { Deadline } from "../time/deadline.ts";
import type { Instant } from "../time/time.ts";
import { caseLink } from "./frame/links-to.ts";
import type { NoticeRules } from "./frame/notice-rule.ts";
import type { AboutCase } from "./frame/shown.ts";

/** That the principal is owed, as a letter about the hearing says it beside the rest. */
export interface PrincipalShown {
  readonly reasons: readonly PrincipalReason[];
  /** The leader whose approval an absence needs. */
  readonly approval?: string;
}

/** What each of them says. */
export interface PrincipalNotices {
  /** 主要负责人出庭应诉通知, some days before the hearing; to the agency, and to the head in person. */
  "principal-notice": {
    readonly hearing: HearingDetails;
    readonly principal: PrincipalShown;
    /** The report that is open. */
    readonly report?: Deadline;
    /** 会议号 of an online hearing, where it is known. */
    readonly meeting?: MeetingSaid;
    readonly audience: "legal-section" | "head";
  } & AboutCase;
  /** 主要负责人不能出庭的说明, to the superior whose leader approves it. */
  "principal-absence": {
    readonly hearing: HearingDetails;
    readonly principal: PrincipalShown;
    readonly text: string;
    readonly by: string;
    /** Who comes instead; absent where no head does. */
    readonly instead?: Person;
    /** When it was reported. */
    readonly reportedAt: Instant;
  } & AboutCase;
  /** 同意, 不同意: to the agency, and where the principal must come to the head. */
  "principal-absence-answered": {
    readonly hearing: HearingDetails;
    readonly approved: boolean;
    readonly text: string;
    readonly by: string;
    readonly audience: "legal-section" | "head";
  } & AboutCase;
}

/** What their numbers are called by, where their links lead, and when they may leave. */
export const PRINCIPAL_NOTICES = {
  "principal-notice": {
    word: "正职",
    link: (content) => (content.audience === "legal-section" ? caseLink("report", content) : undefined),
    leaves: "at-once",
  },
  "principal-absence": {
    word: "批复",
    link: ({ case: { caseNumber }, respondent }) => ({ task: "principal-absence", caseNumber, respondent }),
    leaves: "at-once",
  },
  "principal-absence-answered": {
    word: "答复",
    link: (content) =>
      content.audience === "legal-section" && !content.approved ? caseLink("report", content) : undefined,
    leaves: "at-once",
  },
} satisfies NoticeRules<PrincipalNotices>;
