/**
 * The signing (签发) of a period's bulletin: what its bureau writes into it, whom it is for, and how far it has come. No bulletin
 * leaves without a signature that stands here.
 */

import type { BulletinContent } from "../statistics/bulletin-content.ts";
import type { PeriodKind } from "../time/period.ts";
import type { CivilDate, Instant, Month } from "../time/time.ts";

/** By what a signing is found: a period has one, whatever number of versions it is issued in. */
export interface SigningRef {
  /** The municipality's code. */
  readonly jurisdiction: string;
  readonly period: PeriodKind;
  /** The period's last month. */
  readonly month: Month;
}

/** Somebody's signature under what a version says. */
export interface Signature {
  /** The first, or that of a correction. */
  readonly number: number;
  readonly by: string;
  readonly at: Instant;
  /** Of a correction: what is corrected, in the signer's words. */
  readonly reason?: string;
}

/**
 * `open`: nobody has signed yet; `deferred`: not before a day; `waiting`: signed, and leaves at an hour to come; `issuing`: being
 * made and sent; `issued`: it has left.
 */
export type SigningState = "open" | "deferred" | "waiting" | "issuing" | "issued";

/** One thing that happened to a signing. */
export interface SigningEvent {
  readonly type:
    | "opened"
    | "saved"
    | "deferred"
    | "signed"
    /** A signature taken back before the bulletin left. */
    | "taken-back"
    | "issued"
    /** Hearings or attendance have become known otherwise since it was issued. */
    | "correction-proposed";
  readonly at: Instant;
  /** A person's name, or empty where the system did it. */
  readonly by: string;
  readonly cause: string;
  /** Until when, why, or which version. */
  readonly until?: CivilDate;
  readonly reason?: string;
  readonly version?: number;
}

export interface Signing extends SigningRef {
  /** Counts every change; `revision` those that persons made, on which a form rests. */
  readonly version: number;
  readonly revision: number;
  readonly state: SigningState;
  /** Not before this: the courts' time for their ledgers is over. */
  readonly leavesFrom: Instant;
  /** The day on which it should be signed; reminders begin with it. */
  readonly due: CivilDate;
  readonly content: BulletinContent;
  /** 推迟: not before this day. */
  readonly deferred?: { readonly until: CivilDate; readonly reason: string };
  readonly signature?: Signature;
  /** When it leaves, once signed; what is being issued was handed over then. */
  readonly leaves?: Instant;
  /** The version that left last. */
  readonly issued?: { readonly version: number; readonly at: Instant };
  /** Rows that have become known otherwise since: a proposal, which nothing but a signature carries out. */
  readonly correction?: { readonly noticedAt: Instant; readonly changes: number };
  /** Days on which the bureau was reminded. */
  readonly reminded: readonly CivilDate[];
  /** The form that made the last change: sent twice it is done once. */
  readonly form?: string;
  readonly events: readonly SigningEvent[];
}
