/** What was registered wrongly is put right in its place (更正): what is owed follows anew, and whoever had letters of it hears that they are void. */
import type { Outcome } from "../../court/outcome.ts";
import { defined } from "../../defined.ts";
import { voidedLetters } from "../../obligations/voided-letters.ts";
import type { Rules } from "../../rules.ts";
import type { Instant } from "../../time/time.ts";
import type { CaseEvent } from "../events.ts";
import { evolveAll } from "../evolving/evolve.ts";
import type { ActKind, CaseFile } from "../state.ts";

/** Who corrects it, by which act, and what the audit trail says caused it. */
export interface Correcting {
  readonly act: ActKind;
  readonly cause: string;
  readonly at: Instant;
  /** As typed. */
  readonly by: string;
  readonly reason: string;
  /** Of a sitting that is none: its number, which no other gets. */
  readonly lastOrdinal?: number;
}

/** 更正裁判结果; nothing where the case hasn't ended, or ended so. */
export function endedOtherwise(file: CaseFile, outcome: Outcome): readonly CaseEvent[] {
  if (file.state !== "closed" || file.outcome === outcome) return [];
  // Where no paper had said it, one that comes still prevails.
  const isWeak = file.byLedger === true || file.byHand === true;
  return [{ type: "case-closed", outcome, ...(isWeak && { byHand: true }) }];
}

/** The letters that were right until these events put right what they rested on. */
export function lettersVoided(
  file: CaseFile,
  correction: readonly CaseEvent[],
  { act, cause, at, by, reason, lastOrdinal }: Correcting,
  rules: Rules,
): readonly CaseEvent[] {
  if (correction.length === 0) return [];
  const voided = voidedLetters(file, evolveAll(file, correction) ?? file, rules);
  if (voided.length === 0) return [];
  const who = { act, cause: `struck-out:${cause}`, actAt: at, at, by, office: "bureau", reason } as const;
  return [{ type: "letters-voided", taking: { ...who, voided, ...defined({ lastOrdinal }) } }];
}
