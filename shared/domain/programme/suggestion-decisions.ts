/**
 * What people do to a court's proposal (司法建议): its bureau registers it or puts right what was read, its addressee replies and may take
 * the reply back. Pure; time arrives as data.
 */
import type { ProgrammeAct } from "../notices/frame/programme-act.ts";
import type { DeskRefusal } from "../refusal.ts";
import {
  mayTakeBack,
  type SuggestionFacts,
  type SuggestionReply,
  suggestionState,
} from "../suggestion/suggestion.ts";
import { type Instant, yearOf } from "../time/time.ts";
import type { ProgrammeEntry, Suggestion } from "./entry.ts";

/** What can be asked of a proposal that is there. */
export type SuggestionCommand =
  /** 核对, 更正: what a person of the bureau says it says; then nothing is in doubt. */
  | { readonly type: "settle"; readonly facts: Omit<SuggestionFacts, "doubts" | "document"> }
  | {
      readonly type: "reply";
      readonly reply: Pick<SuggestionReply, "adoption" | "text" | "reason">;
    }
  | { readonly type: "take-back-reply"; readonly reason: string; readonly hours: number };

/** Which of an entry's members changes, and what was done. */
export type SuggestionDecided =
  | { readonly what: ProgrammeAct; readonly changed: Partial<Suggestion> }
  | DeskRefusal;

/** The first version of a proposal: read in a paper (`by` the system), or registered by its bureau. */
export function registerSuggestion(
  facts: SuggestionFacts,
  {
    id,
    jurisdiction,
    at,
    by,
    cause,
  }: {
    readonly id: string;
    readonly jurisdiction: string;
    readonly at: Instant;
    readonly by: string;
    readonly cause: string;
  },
): Suggestion {
  return {
    kind: "suggestion",
    ...facts,
    answers: [],
    id,
    jurisdiction,
    year: yearOf(facts.receivedOn),
    version: 0,
    revision: 1,
    change: { at, by, cause, what: "recorded", form: id },
    sent: {},
  };
}

/** Decides such a command on an entry of any kind. */
export function decideSuggestion(
  entry: ProgrammeEntry,
  command: SuggestionCommand,
  { at, by }: { readonly at: Instant; readonly by: string },
): SuggestionDecided {
  if (entry.kind !== "suggestion") return { type: "entry-gone" };
  const state = suggestionState(entry);
  switch (command.type) {
    case "settle": {
      const { facts } = command;
      // Its addressee has been asked: another one is another entry.
      const moves = entry.sent.issued !== undefined && facts.to.organisation !== entry.to.organisation;
      if (moves) return { type: "suggestion-issued" };
      if (yearOf(facts.receivedOn) !== entry.year) return { type: "other-year" };
      return { what: "amended", changed: { ...facts, doubts: [] } };
    }
    case "reply": {
      if (state === "to-check") return { type: "suggestion-to-check" };
      if (state === "replied") return { type: "replied-already" };
      return { what: "answered", changed: { answers: [...entry.answers, { ...command.reply, at, by }] } };
    }
    case "take-back-reply": {
      const last = entry.answers.at(-1);
      if (last === undefined || state !== "replied") return { type: "taken-back-already" };
      if (!mayTakeBack(entry, at, command.hours)) return { type: "take-back-late" };
      const takenBack = { at, by, reason: command.reason };
      return {
        what: "reply-taken-back",
        changed: { answers: [...entry.answers.slice(0, -1), { ...last, takenBack }] },
      };
    }
    default:
      return command satisfies never;
  }
}
