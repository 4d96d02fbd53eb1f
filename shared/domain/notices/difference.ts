/** What notices say where sources differ on a sitting (核对). */
import type { Difference, DifferenceAnswer, Side } from "../case-file/difference.ts";
import type { HeadFacts } from "../case-file/statement.ts";
import type { CivilDate } from "../time/time.ts";
import { sittingLink } from "./frame/links-to.ts";
import type { NoticeRules } from "./frame/notice-rule.ts";
import type { AboutCase } from "./frame/shown.ts";

/** What each of them says. */
export interface DifferenceNotices {
  /** 核对函: what the sources say of a sitting, side by side. `daysOpen` 0 at first; a reminder otherwise. */
  "attendance-difference": {
    readonly sitting: CivilDate;
    readonly side: Side;
    readonly differences: readonly Difference[];
    readonly daysOpen: number;
    /** The last day for the answer; absent from letters of before it was named. */
    readonly answerBy?: CivilDate;
  } & AboutCase;
  /** 核对待认定: the sides don't agree, or don't answer; the bureau decides. */
  "difference-standing": {
    readonly sitting: CivilDate;
    readonly differences: readonly Difference[];
    readonly answers: readonly DifferenceAnswer[];
  } & AboutCase;
  /** 核对结果: what holds. */
  "difference-settled": {
    readonly sitting: CivilDate;
    readonly facts: HeadFacts;
    readonly settledBy: "both-sides" | "bureau";
    readonly by: string;
    readonly reason?: string;
  } & AboutCase;
}

/** What their numbers are called by, where their links lead, and when they may leave. */
export const DIFFERENCE_NOTICES = {
  "attendance-difference": { word: "核对", link: sittingLink, leaves: "at-once" },
  "difference-standing": { word: "认定", link: sittingLink, leaves: "at-once" },
  "difference-settled": { word: "核结", link: "none", leaves: "at-once" },
} satisfies NoticeRules<DifferenceNotices>;
