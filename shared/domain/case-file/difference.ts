/**
 * What is written down when sources differ on who attended: what each says, the answers to it, and what was
 * settled.
 */

import type { Proof } from "../proof-file.ts";
import type { CivilDate, Instant } from "../time/time.ts";
import type { AttendanceSource, HeadFacts } from "./statement.ts";

/** The two whose papers differ. */
export type Side = "agency" | "court";

/** What one side says is right. */
export interface DifferenceAnswer {
  readonly respondent: string;
  readonly sitting: CivilDate;
  /** The difference it answers, by its id: what is said later needs another answer. */
  readonly difference: string;
  readonly side: Side;
  readonly at: Instant;
  /** Who filled it in, as typed. */
  readonly by: string;
  /** Whose words it confirms; `other`: none of them, but these. */
  readonly source: Speaker | "other";
  readonly facts: HeadFacts;
  readonly reason?: string;
  readonly proofs?: readonly Proof[];
}

/** What holds for a respondent at a sitting, whatever the sources said. */
export interface Settlement {
  readonly respondent: string;
  readonly sitting: CivilDate;
  readonly facts: HeadFacts;
  readonly settledBy: "both-sides" | "bureau";
  readonly at: Instant;
  /** Who brought it about, as typed. */
  readonly by: string;
  readonly reason?: string;
  /** Everything that was handed in while it was open. */
  readonly proofs?: readonly Proof[];
  /** The words of the sources it weighed; only other words open it again. */
  readonly weighed: readonly string[];
}

/** What sources are compared on; in this order people see it. */
export const TOPICS = [
  "heard",
  "attended",
  "person",
  "rank",
  "spoke",
  "identity",
  "reason",
  "accepted",
  "enterprise",
] as const;

export type Topic = (typeof TOPICS)[number];

/** Who speaks: a source, or what was settled between them before. */
export type Speaker = AttendanceSource | "settled";

/** What one source says of a sitting; a source that said two things has two. */
export interface Version {
  readonly source: Speaker;
  readonly facts: HeadFacts;
}

/** One thing on which versions differ. */
export interface Difference {
  readonly topic: Topic;
  /** A figure or a list of the bulletin depends on it. */
  readonly material: boolean;
  /** Who says what, the better source first; who doesn't say is left out. */
  readonly said: readonly { readonly source: Speaker; readonly value: string }[];
}

/** Everything said of a respondent at one sitting. */
export interface SittingAccount {
  readonly respondent: string;
  readonly sitting: CivilDate;
  readonly versions: readonly Version[];
  /** What was settled, which prevails until it is settled anew. */
  readonly settlement: Settlement | undefined;
  /** Among the versions; after a settlement between it and what has been said since. */
  readonly differences: readonly Difference[];
}
