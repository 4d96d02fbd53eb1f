/** What do proposals of courts (司法建议) tell that speaks against their addressees: that they were not answered by their day? */
import type { ProgrammeEntry } from "../programme/entry.ts";
import { replyDeadline } from "../suggestion/reply-deadline.ts";
import { unanswered } from "../suggestion/suggestion-count.ts";
import type { Calendar } from "../time/calendar.ts";
import type { CivilDate } from "../time/time.ts";
import type { UnitEvent } from "../unit-events/unit-event.ts";

/** By a day; each counts to the day it was due. Those that were withdrawn, or are still to be checked, tell nothing. */
export function eventsOfSuggestions(
  entries: readonly ProgrammeEntry[],
  today: CivilDate,
  calendar: Calendar,
): readonly UnitEvent[] {
  const suggestions = entries.flatMap((one) =>
    one.kind === "suggestion" && one.withdrawn === undefined ? [one] : [],
  );
  return unanswered(suggestions, today, calendar).map((one): UnitEvent => {
    const [caseNumber] = one.caseNumbers;
    return {
      kind: "suggestion-unanswered",
      agency: one.to.name,
      jurisdiction: one.jurisdiction,
      on: replyDeadline(one, calendar).due,
      subject: one.id,
      ...(caseNumber !== undefined && { caseNumber }),
    };
  });
}
