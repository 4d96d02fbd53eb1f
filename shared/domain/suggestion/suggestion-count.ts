/** How many proposals of courts (司法建议) came in a period, how many were answered, in time, and adopted? */
import type { Calendar } from "../time/calendar.ts";
import { type CivilDate, civilDateAt } from "../time/time.ts";
import { replyDeadline } from "./reply-deadline.ts";
import { replyOf, type SuggestionAnswered } from "./suggestion.ts";
import type { SuggestionSort } from "./suggestion-paper.ts";

/** The figures of a period, as they stand at the end of a day. One proposal to two units counts for each of them. */
export interface SuggestionFigures {
  readonly received: number;
  readonly bySort: Readonly<Record<SuggestionSort, number>>;
  /** Whose last day has come: the base of the rate of replies (复函率). */
  readonly due: number;
  /** Of them: answered by then, at all; in time. */
  readonly answered: number;
  readonly inTime: number;
  /** Of all that came: answered, whether or not the last day has come. */
  readonly replied: number;
  readonly adopted: number;
  readonly partly: number;
  readonly refused: number;
  /** Overdue and not answered. */
  readonly overdue: number;
}

/** Counts those that came from a day to another; `withdrawn` ones are the caller's to leave out. */
export function countSuggestions(
  suggestions: readonly SuggestionAnswered[],
  { from, to, on }: { readonly from: CivilDate; readonly to: CivilDate; readonly on: CivilDate },
  calendar: Calendar,
): SuggestionFigures {
  const came = suggestions.filter(({ receivedOn }) => receivedOn >= from && receivedOn <= to);
  const seen = came.map((one) => {
    const reply = replyOf(one);
    const { due } = replyDeadline(one, calendar);
    const repliedOn = reply && civilDateAt(reply.at);
    const isReplied = repliedOn !== undefined && repliedOn <= on;
    return { sort: one.sort, due, repliedOn: isReplied ? repliedOn : undefined, adoption: reply?.adoption };
  });
  const count = (which: (one: (typeof seen)[number]) => boolean) => seen.filter(which).length;
  const isDue = ({ due, repliedOn }: (typeof seen)[number]) => due < on || repliedOn !== undefined;
  const sorts = (sort: SuggestionSort) => count((one) => one.sort === sort);
  return {
    received: came.length,
    bySort: {
      "head-absent": sorts("head-absent"),
      governance: sorts("governance"),
      performance: sorts("performance"),
      other: sorts("other"),
    },
    due: count(isDue),
    answered: count((one) => isDue(one) && one.repliedOn !== undefined),
    inTime: count(({ due, repliedOn }) => repliedOn !== undefined && repliedOn <= due),
    replied: count(({ repliedOn }) => repliedOn !== undefined),
    adopted: count(({ adoption, repliedOn }) => repliedOn !== undefined && adoption === "adopted"),
    partly: count(({ adoption, repliedOn }) => repliedOn !== undefined && adoption === "partly"),
    refused: count(({ adoption, repliedOn }) => repliedOn !== undefined && adoption === "not"),
    overdue: count(({ due, repliedOn }) => repliedOn === undefined && due < on),
  };
}

/** Those to one unit that are overdue on a day and not answered: what an interview (约谈) or an assessment may rest on. */
export function unanswered<One extends SuggestionAnswered>(
  suggestions: readonly One[],
  on: CivilDate,
  calendar: Calendar,
): readonly One[] {
  return suggestions.filter(
    (one) => one.doubts.length === 0 && replyOf(one) === undefined && replyDeadline(one, calendar).due < on,
  );
}
