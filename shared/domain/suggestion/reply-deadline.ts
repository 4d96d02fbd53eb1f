/** Until when is a court's proposal (司法建议) to be answered: as its paper says, else within the policy's days? */
import type { Calendar } from "../time/calendar.ts";
import type { Deadline } from "../time/deadline.ts";
import { suggestionDeadline } from "../time/duty-deadlines.ts";
import { addDays, type CivilDate, daysBetween, monthsLater } from "../time/time.ts";
import type { SuggestionFacts } from "./suggestion.ts";
import type { ReplyTerm } from "./suggestion-paper.ts";

/**
 * The last day, with how it was counted: the day it came is not counted, and a last day off rolls. It follows from the paper and the
 * calendar alone, so that it moves by itself when holidays become known.
 */
export function replyDeadline(
  { receivedOn: served, reply }: Pick<SuggestionFacts, "receivedOn" | "reply">,
  calendar: Calendar,
): Deadline {
  const { term } = reply;
  if ("by" in term) return suggestionDeadline({ served, by: term.by }, calendar);
  return suggestionDeadline({ served, days: daysOf(term, served, calendar) }, calendar);
}

/** As many days after that of receipt. */
function daysOf(term: Exclude<ReplyTerm, { by: CivilDate }>, served: CivilDate, calendar: Calendar): number {
  if ("days" in term) return term.days;
  if ("months" in term) return daysBetween(served, monthsLater(served, term.months));
  let last = served;
  for (let day = 0; day < term.workingDays; day += 1) last = calendar.rollForward(addDays(last, 1)).date;
  return daysBetween(served, last);
}
