/** What can be said of whose head appears where several are sued (法释〔2020〕3号 §3)? What holds is decided in joint-appearance.ts. */
import type { Excuse } from "../statistics/statistics-row.ts";
import type { Instant } from "../time/time.ts";

/** Whose heads appear for all respondents of this instance, and by whose word that was settled. */
export interface JointAppearance {
  readonly by: Excuse;
  /** Names of the file's respondents, at least one. */
  readonly respondents: readonly string[];
}

/** The same as a paper of the court says it: 出庭通知书, 庭审笔录, 裁判文书; a person's review may have corrected it. */
export interface CourtArrangement extends JointAppearance {
  readonly document: string;
  readonly at: Instant;
  /** 人工复核: who settled what the paper says. */
  readonly reviewedBy?: string;
}

/** Whose head appears for all respondents, as one of them reports it (法释〔2020〕3号 §3). */
export interface JointWord {
  readonly by: Excuse;
  readonly respondent: string;
}
