/**
 * 督办 of one duty: has its bureau been informed that it will be urged, what did a person decide about that, what has
 * gone out? A letter leaves in the bureau's name, so the bureau hears of it first, and may put it off or send it itself.
 */

import { designationOf } from "../case-file/designation.ts";
import type { CaseFile } from "../case-file/state.ts";
import { isDutyKind } from "../duties/duty-rules.ts";
import type { Policy } from "../policy.ts";
import type { Instant } from "../time/time.ts";
import {
  type Hold,
  sameUrged,
  type UrgedDuty,
  type UrgedKind,
  type UrgingDecision,
} from "../urging/urging-decision.ts";
import { dutyMatter } from "./case-duties.ts";

/** Where one round stands. */
export interface UrgingRound {
  readonly round: number;
  /** When its bureau was informed, since it was last put off. */
  readonly announcedAt?: Instant;
  /** When a person had it sent. */
  readonly releasedAt?: Instant;
  /** When the letter reached the agency's address. */
  readonly sentAt?: Instant;
  readonly copy?: Extract<UrgingDecision, { readonly decision: "copy-confirmed" | "copy-declined" }>;
  /** When the superior's copy left. */
  readonly copiedAt?: Instant;
}

/** Where the urging of a duty stands; the rounds in their order. */
export interface Urging {
  readonly rounds: readonly UrgingRound[];
  /** The hold that lasts: neither sent by a person nor announced again since. */
  readonly hold?: Hold;
  /** How often it was put off; an announcement after that is a new one. */
  readonly holds: number;
}

/** What is announced, sent and copied of a duty, for notes of what has been issued. */
export function matterOf(file: CaseFile, duty: UrgedDuty): string {
  const { kind, hearing, respondent } = duty;
  if (isDutyKind(kind)) return dutyMatter(file, { ...duty, kind });
  const designation = kind === "report" ? designationOf(file, respondent) : undefined;
  // Another agency designated later is reminded and urged anew.
  const again = designation === undefined || designation.ordinal === 1 ? "" : `#${designation.ordinal}`;
  return `${kind}:${hearing}${again}`;
}

/** Under which the letter of a round is noted. */
export function urgedKey(matter: string, round: number, respondent: string): string {
  return `${matter}:${round}:${respondent}`;
}

/** Under which the announcement of a round is noted. */
export function announcedKey(matter: string, round: number, holds: number, respondent: string): string {
  return `announced:${matter}:${round}.${holds}:${respondent}`;
}

/** Under which the superior's copy of a round's letter is noted. */
export function copiedKey(matter: string, round: number, respondent: string): string {
  return `copied:${matter}:${round}:${respondent}`;
}

/** The days after its last one on which a duty of a kind is urged. */
export function roundsOf(kind: UrgedKind, policy: Policy): readonly number[] {
  return isDutyKind(kind) ? policy.duties[kind].escalateAfter : policy[kind].escalateAfter;
}

/** Where the urging of a duty stands, by the policy's rounds. */
export function urgingOf(file: CaseFile, duty: UrgedDuty, rounds: readonly number[]): Urging {
  const { respondent } = duty;
  const matter = matterOf(file, duty);
  const decisions = decisionsOn(file, duty);
  const holds = decisions.filter(({ decision }) => decision === "held").length;
  const newest = decisions.findLast(({ decision }) => decision === "held" || decision === "released");
  const standing = rounds
    .toSorted((one, other) => one - other)
    .map((round): UrgingRound => {
      const announcedAt = file.sent[announcedKey(matter, round, holds, respondent)];
      const sentAt = file.sent[urgedKey(matter, round, respondent)];
      const copiedAt = file.sent[copiedKey(matter, round, respondent)];
      const copy = decisions.findLast(
        (one) =>
          one.round === round && (one.decision === "copy-confirmed" || one.decision === "copy-declined"),
      );
      return {
        round,
        ...(announcedAt !== undefined && { announcedAt }),
        ...(newest?.decision === "released" && newest.round === round && { releasedAt: newest.at }),
        ...(sentAt !== undefined && { sentAt }),
        ...((copy?.decision === "copy-confirmed" || copy?.decision === "copy-declined") && { copy }),
        ...(copiedAt !== undefined && { copiedAt }),
      };
    });
  const lasts = newest?.decision === "held" && standing.every(({ announcedAt }) => announcedAt === undefined);
  return { rounds: standing, holds, ...(lasts && { hold: newest }) };
}

/** Of the agency that answers now: what was decided before it was designated was about another. */
function decisionsOn(file: CaseFile, duty: UrgedDuty): readonly UrgingDecision[] {
  const designation = duty.kind === "filing" ? undefined : designationOf(file, duty.respondent);
  const since = designation === undefined || designation.ordinal === 1 ? undefined : designation.at;
  return file.urgings.filter((one) => sameUrged(one, duty) && (since === undefined || one.at >= since));
}

/** The letter of this round is to go, by announcement or by a person's word, and hasn't left. */
export function isPending({ announcedAt, releasedAt, sentAt }: UrgingRound): boolean {
  return sentAt === undefined && (announcedAt !== undefined || releasedAt !== undefined);
}

/** The round a person can still put off or send; a round that is held counts as well. */
export function openRound({ rounds, hold }: Urging): UrgingRound | undefined {
  if (hold !== undefined)
    return rounds.find(({ round, sentAt }) => round === hold.round && sentAt === undefined);
  return rounds.findLast(isPending);
}

/** The newest letter that has gone, of which the superior may get a copy. */
export function urgedRound({ rounds }: Urging): UrgingRound | undefined {
  return rounds.findLast(({ sentAt }) => sentAt !== undefined);
}
