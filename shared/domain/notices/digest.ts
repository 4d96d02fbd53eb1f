/** What a bureau is told once a day (每日摘要): what it should know and needn't do at once. */
import type { CaseNumber } from "../court/case-number.ts";
import type { CivilDate, Instant } from "../time/time.ts";
import type { NoticeRules } from "./notice-rule.ts";

/** One line of the bureau's daily digest, in Chinese, with the case it is about. */
export interface DigestLine {
  readonly at: Instant;
  readonly caseNumber?: CaseNumber;
  readonly text: string;
}

/** What each of them says. */
export interface DigestNotices {
  /** 每日摘要, one mail a day for what a bureau needs to know but not to do at once. */
  digest: { readonly date: CivilDate; readonly lines: readonly DigestLine[] };
}

/** What their numbers are called by, where their links lead, and when they may leave. */
export const DIGEST_NOTICES = {
  digest: {
    word: "摘要",
    link: () => ({ task: "board" }),
    leaves: "when-offices-open",
    offersCalendar: () => true,
  },
} satisfies NoticeRules<DigestNotices>;
