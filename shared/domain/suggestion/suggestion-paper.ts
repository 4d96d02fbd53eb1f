/** What can a court's proposal (司法建议书) be about, and by when does it ask for a reply? */
import type { CivilDate } from "../time/time.ts";

/** What a proposal is about. */
export const SUGGESTION_SORTS = [
  /** 负责人不出庭: how the head appeared, or didn't (法释〔2020〕3号 §12). */
  "head-absent",
  /** 综合治理: how an agency works, found in one case or in many. */
  "governance",
  /** 执行: a judgment in effect that is not performed (行政诉讼法 §96). */
  "performance",
  "other",
] as const;

export type SuggestionSort = (typeof SUGGESTION_SORTS)[number];

/** Until when the court wants a reply, as it writes it: so long after the paper was received, or a day. */
export type ReplyTerm =
  | { readonly days: number }
  | { readonly workingDays: number }
  | { readonly months: number }
  | { readonly by: CivilDate };
