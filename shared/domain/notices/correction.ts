/** What notices say of a proposal for correction (整改建议), from when it is made until it is settled. */
import type { Year } from "../time/time.ts";
import { entryLink } from "./frame/links-to.ts";
import type { NoticeRules } from "./frame/notice-rule.ts";
import type { CorrectionShown } from "./frame/shown.ts";

/** Which proposal of whose year. */
export interface OfCorrection {
  readonly correction: CorrectionShown;
  readonly jurisdiction: string;
  readonly year: Year;
  readonly id: string;
}

/** What each of them says. */
export interface CorrectionNotices {
  /** 整改建议书. */
  "correction-proposed": OfCorrection;
  /** 整改临期提醒, 督办函: `daysOver` 0 on the day it is due, negative before. `copy`: the superior's or the bureau's. */
  /** `confirms`: it is for the bureau to say whether the superior gets a copy. */
  "correction-due": {
    readonly daysOver: number;
    readonly copy: boolean;
    readonly confirms?: boolean;
  } & OfCorrection;
  /** 整改答复送审. */
  "correction-answered": { readonly by: string; readonly text: string } & OfCorrection;
  /** 整改审核结果: accepted, or returned with what is missing. */
  "correction-judged": {
    readonly accepted: boolean;
    readonly by: string;
    readonly text: string;
  } & OfCorrection;
  /** 整改建议撤销. */
  "correction-withdrawn": { readonly by: string; readonly reason: string } & OfCorrection;
}

/** What their numbers are called by, where their links lead, and when they may leave. */
export const CORRECTION_NOTICES = {
  "correction-proposed": {
    word: "整改",
    link: (content) => entryLink("correction", content),
    leaves: "at-once",
  },
  "correction-due": {
    word: "整改",
    link: (content) =>
      content.copy && content.confirms !== true ? undefined : entryLink("correction", content),
    leaves: "at-once",
  },
  "correction-answered": {
    word: "整改",
    link: (content) => entryLink("correction", content),
    leaves: "at-once",
  },
  "correction-judged": {
    word: "整改",
    link: (content) => (content.accepted ? undefined : entryLink("correction", content)),
    leaves: "at-once",
  },
  "correction-withdrawn": { word: "整改", link: "none", leaves: "at-once" },
} satisfies NoticeRules<CorrectionNotices>;
