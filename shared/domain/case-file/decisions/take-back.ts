/** May an act be taken back (撤回) now: within the policy's time, while nothing rests on it? */
import type { DeskRefusal } from "../../refusal.ts";
import { addMinutes, type Instant } from "../../time/time.ts";
import type { RecordedEvent } from "../events.ts";
import { startOf } from "../hearing.ts";
import type { ActKind, CaseFile } from "../state.ts";
import { type PastAct, restingOn } from "./past-acts.ts";

/** What a person asks for. */
export interface TakeBack {
  /** What had caused the act. */
  readonly cause: string;
  readonly at: Instant;
  /** As typed. */
  readonly by: string;
  readonly office: "own" | "bureau";
  readonly reason: string;
}

/** Until when an act can be taken back. */
export function takeBackUntil({ at }: { readonly at: Instant }, hours: number): Instant {
  return addMinutes(at, hours * 60);
}

/** Why an act can't be taken back now; undefined where it can. */
export function takeBackRefusal(
  file: CaseFile,
  act: PastAct,
  history: readonly RecordedEvent[],
  { now, hours }: { readonly now: Instant; readonly hours: number },
): DeskRefusal | undefined {
  // A paper waits for its review as long as it takes.
  if (act.kind !== "reading" && now > takeBackUntil(act, hours)) return { type: "take-back-late" };
  if (BEFORE_THE_HEARING.has(act.kind) && hasBegun(file, act, now)) return { type: "take-back-heard" };
  return restingOn(act, history).length > 0 ? { type: "take-back-rested-on" } : undefined;
}

/** Acts that the hearing was prepared by. */
const BEFORE_THE_HEARING: ReadonlySet<ActKind> = new Set([
  "report",
  "report-returned",
  "obstacle",
  "obstacle-answer",
  "handling-form",
  "opinion",
  "approval",
  "objection",
  "call-classes",
  "principal-answer",
]);

function hasBegun(file: CaseFile, { kind }: PastAct, now: Instant): boolean {
  // What the court had put off would be held again on a day that is gone.
  const off =
    file.state === "postponed" ? file.pastHearings.findLast(({ fate }) => fate === "postponed") : undefined;
  if (kind === "obstacle-answer" && off !== undefined) return now >= startOf(off);
  if (file.state === "awaiting-hearing") return now >= startOf(file.hearing);
  return file.state === "heard" || file.state === "closed";
}
