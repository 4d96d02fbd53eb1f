/** A case whose opening was taken back (撤回) is opened anew: which numbers do its hearings get, that calendars don't know yet? */
import type { CaseEvent } from "../events.ts";
import type { Hearing } from "../hearing.ts";
import { type CaseFile, lastKnown } from "../state.ts";

/** The events that open it, their hearings numbered after those that were taken back. */
export function openedAnew({ takenBack = [] }: CaseFile, events: readonly CaseEvent[]): readonly CaseEvent[] {
  const last = Math.max(0, ...takenBack.map(lastKnown));
  const moved = (hearing: Hearing): Hearing => ({
    ...hearing,
    ordinal: hearing.ordinal + last,
    ...(hearing.appointment !== undefined && { appointment: hearing.appointment + last }),
  });
  return events.map((event): CaseEvent => {
    switch (event.type) {
      case "hearing-set":
      case "hearing-changed":
      case "hearing-held":
        return { ...event, hearing: moved(event.hearing) };
      case "deadline-opened":
        return { ...event, deadline: { ...event.deadline, hearing: event.deadline.hearing + last } };
      case "deadline-recomputed":
      case "deadline-reopened":
      case "deadline-cancelled":
        return { ...event, hearing: event.hearing + last };
      case "deadline-met":
        return event.hearing === undefined ? event : { ...event, hearing: event.hearing + last };
      default:
        return event;
    }
  });
}
