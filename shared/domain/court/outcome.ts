/** How does a case end for the agency, and what can a court rule that doesn't end it? One vocabulary for papers, ledgers, case files, figures and letters. */

/** How a case ended in its instance, from the agency's side. */
export const OUTCOMES = [
  /** Annulled, changed, found illegal, ordered to act or to pay: also in part, whatever else was dismissed. */
  "lost",
  /** The claims, or the action as such, dismissed: nothing was held against the agency. */
  "won",
  /** 和解撤诉, 行政调解: withdrawn after the agency changed its act or by agreement. */
  "settled",
  /** 撤诉, 按撤诉处理, 撤回上诉. */
  "withdrawn",
  /** 发回重审, 指令继续审理: another judgment is to come, in another case. */
  "remanded",
  /** 驳回上诉 of a judgment whose result isn't known: it stands. */
  "upheld",
  "other",
] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** What a ruling can say while the case goes on: of one of several respondents, for now, before another court. */
export const INTERIM_RESULTS = ["partly-withdrawn", "suspended", "transferred"] as const;

export type InterimResult = (typeof INTERIM_RESULTS)[number];

/** Why a case stands still though it is open: 中止, 移送. */
export type Halt = Exclude<InterimResult, "partly-withdrawn">;

/** What a judgment or a ruling says of a case. */
export type Result = Outcome | InterimResult;

/** All of them. */
export const RESULTS: readonly Result[] = [...OUTCOMES, ...INTERIM_RESULTS];

/** Whether a case in which a court says so is closed. */
export function isOutcome(result: Result): result is Outcome {
  return (OUTCOMES as readonly string[]).includes(result);
}
