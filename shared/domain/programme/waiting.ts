/** What of a programme waits for its bureau: the one next step somebody must take, whichever year it belongs to. */
import { suggestionState } from "../suggestion/suggestion.ts";
import type { CivilDate } from "../time/time.ts";
import { type Assessment, correctionState, interviewState, type ProgrammeEntry } from "./entry.ts";

/** 司法建议待核对 · 答复待审核 · 约谈待确认 · 约谈情况待登记 · 待回访 · 异议待答复 · 材料待确认. */
export type WaitingFor =
  | "suggestion-to-check"
  | "answer-to-judge"
  | "interview-to-confirm"
  | "interview-to-record"
  | "interview-to-follow-up"
  | "objection-to-answer"
  | "pack-to-confirm";

/** What the bureau should do about an entry by a day; undefined where nothing waits for it. */
export function waitingForBureau(entry: ProgrammeEntry, today: CivilDate): WaitingFor | undefined {
  if (entry.withdrawn !== undefined) return undefined;
  switch (entry.kind) {
    case "correction":
      return correctionState(entry) === "answered" ? "answer-to-judge" : undefined;
    case "suggestion":
      return suggestionState(entry) === "to-check" ? "suggestion-to-check" : undefined;
    case "interview":
      switch (interviewState(entry)) {
        case "proposed":
          return "interview-to-confirm";
        case "called":
          return entry.called !== undefined && entry.called.date < today ? "interview-to-record" : undefined;
        case "held":
          return entry.outcome !== undefined && entry.outcome.followUp <= today
            ? "interview-to-follow-up"
            : undefined;
        default:
          return undefined;
      }
    case "assessment":
      return awaitsAnswer(entry) ? "objection-to-answer" : undefined;
    case "pack":
      return entry.invitations.length === 0 ? "pack-to-confirm" : undefined;
    default:
      return undefined;
  }
}

/** An objection (考核异议) that nobody has answered yet. */
export function awaitsAnswer({ objections, final }: Assessment): boolean {
  return final === undefined && objections.length > 0 && objections.at(-1)?.answer === undefined;
}
