/** What of a programme waits for its bureau: the one next step somebody must take, whichever year it belongs to. */
import { suggestionState } from "../suggestion/suggestion.ts";
import type { CivilDate } from "../time/time.ts";
import { type Assessment, correctionState, interviewState, type ProgrammeEntry } from "./entry.ts";
import { isCarried, isLate } from "./open-points.ts";

/**
 * 司法建议待核对 · 答复待审核 · 约谈待确认 · 约谈情况待登记 · 待回访 · 异议待答复 · 材料待确认 · 约谈会情况待登记 · 承诺事项逾期 · 议题待答复 · 议定事项逾期 ·
 * 旁听情况待登记.
 */
export type WaitingFor =
  | "suggestion-to-check"
  | "answer-to-judge"
  | "interview-to-confirm"
  | "interview-to-record"
  | "interview-to-follow-up"
  | "objection-to-answer"
  | "pack-to-confirm"
  | "session-to-record"
  | "promise-overdue"
  | "topic-to-answer"
  | "point-overdue"
  | "observation-to-record";

/** What the bureau should do about an entry by a day, among all of its year and the next; undefined where nothing waits for it. */
export function waitingForBureau(
  entry: ProgrammeEntry,
  today: CivilDate,
  entries: readonly ProgrammeEntry[] = [],
): WaitingFor | undefined {
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
          // One of a 约谈会 is recorded there.
          return entry.called !== undefined && entry.called.session === undefined && entry.called.date < today
            ? "interview-to-record"
            : undefined;
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
    case "session":
      if (entry.date < today && entry.units.some(({ record }) => record === undefined))
        return "session-to-record";
      return entry.units.some(({ record }) =>
        record?.promises.some(({ due, kept }) => kept === undefined && due < today),
      )
        ? "promise-overdue"
        : undefined;
    case "topic":
      return entry.answer === undefined ? "topic-to-answer" : undefined;
    case "meeting":
      return entry.points.some((point) => isLate(point, today) && !isCarried(entry, point, entries))
        ? "point-overdue"
        : undefined;
    case "observation":
      return entry.participants.length === 0 && entry.date < today ? "observation-to-record" : undefined;
    default:
      return undefined;
  }
}

/** An objection (考核异议) that nobody has answered yet. */
export function awaitsAnswer({ objections, final }: Assessment): boolean {
  return final === undefined && objections.length > 0 && objections.at(-1)?.answer === undefined;
}
