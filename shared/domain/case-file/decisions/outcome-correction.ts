/** 更正裁判结果: a case ended otherwise than was registered. What is owed follows anew; who had letters of the former end hears that they are void. */
import type { Outcome } from "../../court/outcome.ts";
import { voidedLetters } from "../../obligations/voided-letters.ts";
import type { Rules } from "../../rules.ts";
import type { Instant } from "../../time/time.ts";
import type { CaseEvent } from "../events.ts";
import { evolveAll } from "../evolve.ts";
import type { ActKind, CaseFile } from "../state.ts";

/** Who corrects it, by which act, and what the audit trail says caused it. */
export interface Correcting {
  readonly act: ActKind;
  readonly cause: string;
  readonly at: Instant;
  /** As typed. */
  readonly by: string;
  readonly reason: string;
}

/** The events; none where the case hasn't ended, or ended so. */
export function outcomeCorrected(
  file: CaseFile,
  outcome: Outcome,
  { act, cause, at, by, reason }: Correcting,
  rules: Rules,
): readonly CaseEvent[] {
  if (file.state !== "closed" || file.outcome === outcome) return [];
  // Where no paper had said it, one that comes still prevails.
  const isWeak = file.byLedger === true || file.byHand === true;
  const closed: CaseEvent = { type: "case-closed", outcome, ...(isWeak && { byHand: true }) };
  const after = evolveAll(file, [closed]) ?? file;
  const voided = voidedLetters(file, after, at, rules);
  if (voided.length === 0) return [closed];
  const taking = {
    act,
    cause: `struck-out:${cause}`,
    actAt: at,
    at,
    by,
    office: "bureau",
    reason,
    voided,
  } as const;
  return [closed, { type: "letters-voided", taking }];
}
