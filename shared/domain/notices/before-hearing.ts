/** What agency and court let each other know before a hearing (庭前双向沟通). */

import type { JointAppearance, ObstacleVerdict } from "../case-file/before-hearing.ts";
import type { HearingDetails } from "../case-file/hearing.ts";
import type { AbsenceGround } from "../court/absence-ground.ts";
import type { Instant } from "../time/time.ts";
import { caseLink } from "./frame/links-to.ts";
import type { NoticeRules } from "./frame/notice-rule.ts";
import type { AboutCase } from "./frame/shown.ts";

/** What each of them says. */
export interface BeforeHearingNotices {
  /** 出庭通知书 of the court, once the hearing is known already. */
  "appearance-notice": { readonly hearing: HearingDetails; readonly receivedAt: Instant } & AboutCase;
  /** 庭前提示: what needs attention at the hearing, in the court's words. */
  "court-note": {
    readonly hearing?: HearingDetails;
    readonly text: string;
    readonly receivedAt: Instant;
  } & AboutCase;
  /** 法释〔2020〕3号 §3: the respondents report different heads to appear for them all; to each of them, and to the bureau. */
  "appearance-contradicted": {
    readonly hearing?: HearingDetails;
    readonly words: readonly (JointAppearance & { readonly saidBy: string })[];
    readonly reader: "agency" | "bureau";
  } & AboutCase;
  /** 法释〔2020〕3号 §3: the hearing is near, and it is open whose head appears; to the court, which may decide. Nobody's fault. */
  "appearance-unsettled": {
    readonly hearing: HearingDetails;
    readonly words: readonly (JointAppearance & { readonly saidBy: string })[];
    /** Who has said nothing of it. */
    readonly silent: readonly string[];
  } & AboutCase;
  /** 出庭障碍, to the court that judges it and to the bureau. */
  "obstacle-reported": {
    readonly hearing: HearingDetails;
    readonly by: string;
    readonly ground: AbsenceGround;
    readonly explanation: string;
    /** Names of the proofs that were uploaded with it. */
    readonly proofs?: readonly string[];
    readonly reader: "court" | "bureau";
    /** When; by it the court's link finds what it is to answer. */
    readonly reportedAt?: Instant;
  } & AboutCase;
  /**
   * 准许, 不准许: the court's answer, to the agency and its head, to the bureau, and to a government that designated the agency.
   * That a hearing is put off for it the agency hears by the letter about the hearing.
   */
  "obstacle-answered": {
    readonly hearing: HearingDetails;
    readonly verdict: ObstacleVerdict;
    readonly reason: string;
    readonly by: string;
    readonly ground: AbsenceGround;
    readonly reader: "agency" | "head" | "bureau" | "government";
  } & AboutCase;
}

/** What their numbers are called by, where their links lead, and when they may leave. */
export const BEFORE_HEARING_NOTICES = {
  "appearance-notice": { word: "出庭", link: "none", leaves: "at-once" },
  "court-note": { word: "提示", link: "none", leaves: "at-once" },
  "appearance-contradicted": {
    word: "协商",
    link: (content) =>
      content.reader === "agency" && content.hearing !== undefined ? caseLink("report", content) : undefined,
    leaves: "at-once",
  },
  "appearance-unsettled": { word: "协商", link: "none", leaves: "at-once" },
  "obstacle-reported": {
    word: "障碍",
    link: ({ case: { caseNumber }, respondent, reader, reportedAt }) =>
      reader === "court" && reportedAt !== undefined
        ? { task: "obstacle", caseNumber, respondent, reportedAt }
        : undefined,
    leaves: "at-once",
  },
  "obstacle-answered": {
    word: "答复",
    // A head that must come after all is another report.
    link: (content) =>
      content.reader === "agency" && content.verdict === "refused" ? caseLink("report", content) : undefined,
    leaves: "at-once",
  },
} satisfies NoticeRules<BeforeHearingNotices>;
