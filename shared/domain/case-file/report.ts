/** What an agency reports before a hearing (三日报告) and files after it (二日备案). */
import type { AbsenceGround } from "../court/absence-ground.ts";
import type { HeadRank, PostDoubt } from "../court/head.ts";
import type { Proof, Remark } from "../proof-file.ts";
import type { Instant } from "../time/time.ts";
import type { JointWord } from "./before-hearing.ts";

/** A person with the post they hold. */
export interface Person {
  readonly name: string;
  readonly title: string;
}

/** Why somebody should check that a post counts. */
export type PostConcern =
  | PostDoubt
  /** A post in the agency that answers for a government, and not in the government itself. */
  | {
      readonly type: "designated-post";
      readonly post: string;
      readonly designated: string;
      readonly agency: string;
    }
  /** Another than the one whom the approval of a designation (出庭指派) names. */
  | { readonly type: "other-than-approved"; readonly approved: Person }
  /** Kept as a sentence by a version of this system that kept no data. */
  | { readonly type: "as-written"; readonly text: string };

/** Whether the head will appear. */
export type HeadPlan = (
  | ({ readonly appears: true; readonly rank: HeadRank; readonly concern?: PostConcern } & Person)
  | { readonly appears: false; readonly ground: AbsenceGround; readonly explanation: string }
  /** Another respondent's does: this one owes staff, no head. */
  | { readonly appears: "co-respondent"; readonly joint: JointWord }
) & {
  /** Where several are sued and it is settled whose head appears. */
  readonly joint?: JointWord;
  /** 主要负责人不能出庭的说明, where the principal is owed and doesn't come. */
  readonly principalAbsence?: string;
};

/** 三日报告. */
export interface CaseReport {
  readonly respondent: string;
  /** The hearing it is for. */
  readonly hearing: number;
  /** 1 for the first; one more with each that takes its place. */
  readonly revision: number;
  readonly at: Instant;
  /** Who filled it in, as typed. */
  readonly by: string;
  /** 应诉意见. */
  readonly proposal: string;
  readonly head: HeadPlan;
  /** Who else goes. */
  readonly others: readonly Person[];
  readonly proofs?: readonly Proof[];
  /** 退回: the bureau wants another one. */
  readonly returned?: Remark;
  /** 督导意见, oldest first. */
  readonly supervision: readonly Remark[];
}

/** How the sitting ended. */
export type SittingResult =
  | "judgment-later"
  | "judgment-given"
  | "withdrawn"
  | "mediated"
  | "adjourned"
  | "other";

/** 二日备案, besides who attended, which is a statement among the others. */
export interface CaseFiling {
  readonly respondent: string;
  readonly hearing: number;
  readonly revision: number;
  readonly at: Instant;
  readonly by: string;
  readonly result: SittingResult;
  /** Staff who attended. */
  readonly staff: readonly Person[];
  /** Where several are sued and it was settled whose head appears. */
  readonly joint?: JointWord;
  /** 和解、调解意向 that came up at the hearing, in the agency's words. */
  readonly settlement?: string;
  readonly proofs?: readonly Proof[];
}
