/**
 * What one source says of one head at one sitting. Which of several prevails is decided in `attendance.ts`.
 */
import type { HeadBasis } from "../court/head.ts";
import type { CivilDate } from "../time/time.ts";

/** Where a statement on attendance comes from; see `attendance.ts` for which prevails. */
export type AttendanceSource = "hearing-record" | "judgment" | "court-ledger" | "filing";

/** What one source says of one respondent's head at one sitting. */
export interface AttendanceStatement {
  readonly respondent: string;
  readonly hearingDate: CivilDate;
  /** `review`: someone is named, but whether that person counts as a head is for a person to say. */
  readonly headAttended: boolean | "review";
  readonly headName?: string;
  readonly headTitle?: string;
  readonly rank?: "principal" | "deputy" | "in-charge";
  /** By what the person counts where the general rule (法释〔2020〕3号 §2) leaves the post open. */
  readonly countedBy?: HeadBasis;
  /** 出声: the head spoke; absent where the court doesn't record it. */
  readonly spoke?: boolean;
  readonly absenceReason?: string;
  /** Whether the court accepted the reason; absent where it doesn't say. */
  readonly reasonAccepted?: boolean;
  /** Staff of the agency appeared, whether or not a head did. */
  readonly staffAppeared?: boolean;
  /** Nobody but lawyers appeared (行诉解释 §128). */
  readonly lawyersOnly?: boolean;
  /** Neither head nor staff nor lawyer appeared. */
  readonly nobodyCame?: boolean;
  readonly leftEarly?: boolean;
  /** At a sitting over the net the connection was lost for a while: a note, no absence and no leaving. */
  readonly dropped?: boolean;
  readonly refusedToExplain?: boolean;
  /** §6: `mended`: put right when the court asked for it (已补正); `defective`: not put right, so not appeared (视为未出庭). */
  readonly identityPapers?: "in-order" | "mended" | "defective";
  /** §7: the court had notified the head to appear again at this sitting (再次通知). */
  readonly notifiedAgain?: boolean;
  /** `false`: the source says that the case was not heard in court; `headAttended` is then `review`. */
  readonly heard?: boolean;
  /** 涉企, where the source itself says so. */
  readonly enterprise?: boolean;
  readonly source: AttendanceSource;
  readonly document: string;
}

/**
 * Whether the head counts as having appeared by what a source says: whoever came without a paper in order, and did not mend
 * it, counts as not appeared (视为未出庭, 法释〔2020〕3号 §6).
 */
export function appeared({
  headAttended,
  identityPapers,
}: Pick<HeadFacts, "headAttended" | "identityPapers">): boolean | "review" {
  return headAttended === true && identityPapers === "defective" ? false : headAttended;
}

/** What is said of a head at a sitting, whoever says it. */
export type HeadFacts = Omit<AttendanceStatement, "respondent" | "hearingDate" | "source" | "document">;
