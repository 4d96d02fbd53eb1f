/** What does a notice say that is sent on another day than it was decided on? How many days there are to go, or over, is counted anew. */
import { type CivilDate, daysBetween } from "../time/time.ts";
import type { NoticeContent } from "./notice-kinds.ts";

/** The same as of a day. */
export function asOf(content: NoticeContent, on: CivilDate): NoticeContent {
  switch (content.kind) {
    case "hearing-reminder":
      return { ...content, daysLeft: daysBetween(on, content.hearing.date) };
    case "report-overdue":
    case "filing-overdue":
      return { ...content, daysOver: daysBetween(content.deadline.due, on) };
    default:
      return content;
  }
}
