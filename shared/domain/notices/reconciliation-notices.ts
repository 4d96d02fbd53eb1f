/** What is said where sources differ on a sitting (核对). */
import type { Difference, DifferenceAnswer, Side } from "../case-file/difference.ts";
import type { HeadFacts } from "../case-file/statement.ts";
import type { CivilDate } from "../time/time.ts";
import type { CaseSummary } from "./shown.ts";

export type ReconciliationNotice =
  /** 核对函: what the sources say of a sitting, side by side. `daysOpen` 0 at first; a reminder otherwise. */
  | {
      readonly kind: "attendance-difference";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly sitting: CivilDate;
      readonly side: Side;
      readonly differences: readonly Difference[];
      readonly daysOpen: number;
    }
  /** 核对待认定: the sides don't agree, or don't answer; the bureau decides. */
  | {
      readonly kind: "difference-standing";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly sitting: CivilDate;
      readonly differences: readonly Difference[];
      readonly answers: readonly DifferenceAnswer[];
    }
  /** 核对结果: what holds. */
  | {
      readonly kind: "difference-settled";
      readonly case: CaseSummary;
      readonly respondent: string;
      readonly sitting: CivilDate;
      readonly facts: HeadFacts;
      readonly settledBy: "both-sides" | "bureau";
      readonly by: string;
      readonly reason?: string;
    };
