/** What does a notice say that is sent on another day than it was decided on? How many days there are to go, or over, is counted anew. */
import { type CivilDate, daysBetween } from "../time/time.ts";
import type { NoticeContent } from "./notice-kinds.ts";

/** The same as of a day. */
export function asOf(content: NoticeContent, on: CivilDate): NoticeContent {
  if (content.kind === "hearing-reminder")
    return { ...content, daysLeft: daysBetween(on, content.hearing.date) };
  return "daysOver" in content ? { ...content, daysOver: daysBetween(dueIn(content), on) } : content;
}

/** The day from which a notice counts the days that are over. */
function dueIn(content: Extract<NoticeContent, { readonly daysOver: number }>): CivilDate {
  if ("deadline" in content) return content.deadline.due;
  if ("correction" in content) return content.correction.due;
  return "suggestion" in content ? content.suggestion.due : content.due;
}
