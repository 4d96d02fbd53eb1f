/** 庭前双向沟通: what agency and court let each other know before a hearing. */

import type { AbsenceGround } from "../court/absence-ground.ts";
import type { Proof } from "../proof-file.ts";
import type { Excuse } from "../statistics/statistics-row.ts";
import type { Instant } from "../time/time.ts";

/** 出庭障碍: the head will not be able to appear (法释〔2020〕3号 §8); the court judges it, and may put the hearing off. */
export interface Obstacle {
  readonly respondent: string;
  /** The hearing it stands in the way of. */
  readonly hearing: number;
  readonly at: Instant;
  readonly by: string;
  readonly ground: AbsenceGround;
  readonly explanation: string;
  readonly proofs?: readonly Proof[];
  /** What the court said to it. */
  readonly answer?: ObstacleAnswer;
}

/**
 * What a court decides on an obstacle (法释〔2020〕3号 §9): the hearing is put off; the reason holds and the head may stay away,
 * staff must come; or it doesn't, and the head must come.
 */
export type ObstacleVerdict = "put-off" | "excused" | "refused";

/** The court's answer (准许, 不准许), with its reason. */
export interface ObstacleAnswer {
  readonly verdict: ObstacleVerdict;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

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

/** 庭前提示: what needs attention at the hearing, as the court wrote it. */
export interface CourtNote {
  readonly sha256: string;
  readonly at: Instant;
  readonly text: string;
  /** Whom it is for; every respondent where it names none. */
  readonly respondents: readonly string[];
}

interface Talk {
  readonly obstacles: readonly Obstacle[];
  readonly courtNotes: readonly CourtNote[];
}

/** What a respondent's side has reported of obstacles, oldest first. */
export function obstaclesOf({ obstacles }: Talk, respondent: string): readonly Obstacle[] {
  return obstacles.filter((one) => one.respondent === respondent);
}

/** The obstacle a respondent reported at an instant, unless that was taken back. */
export function obstacleOf(talk: Talk, respondent: string, reportedAt: Instant): Obstacle | undefined {
  return obstaclesOf(talk, respondent).find(({ at }) => at === reportedAt);
}

/** What the court said last to what stands in the way of a respondent's head at a hearing. */
export function answeredFor(talk: Talk, respondent: string, hearing: number): ObstacleAnswer | undefined {
  return obstaclesOf(talk, respondent).findLast((one) => one.hearing === hearing && one.answer !== undefined)
    ?.answer;
}

/** The court's notes a respondent gets, oldest first. */
export function notesFor({ courtNotes }: Talk, respondent: string): readonly CourtNote[] {
  return courtNotes.filter(({ respondents }) => isFor(respondents, respondent));
}

/** Whether a paper of the court is for a respondent: it names it, or none at all. */
export function isFor(named: readonly string[] | undefined, respondent: string): boolean {
  return named === undefined || named.length === 0 || named.includes(respondent);
}

/** The court has notified a respondent's head to appear (法释〔2020〕3号 §4). */
export function isHeadNotified(
  { documents }: { readonly documents: readonly NoticeFiled[] },
  respondent: string,
): boolean {
  return documents.some(
    ({ kind, addressedTo }) => kind === "appearance-notice" && isFor(addressedTo, respondent),
  );
}

interface NoticeFiled {
  readonly kind: string;
  readonly addressedTo?: readonly string[];
}
