/** What does a bulletin say of courts' proposals (司法建议) in its period: how many came and were answered, and which? Frozen with its edition. */
import type { Calendar } from "../time/calendar.ts";
import { type CivilDate, civilDateAt } from "../time/time.ts";
import { replyDeadline } from "./reply-deadline.ts";
import { type Adoption, replyOf, type SuggestionAnswered } from "./suggestion.ts";
import { countSuggestions, type SuggestionFigures } from "./suggestion-count.ts";
import type { SuggestionSort } from "./suggestion-paper.ts";

/** One, as the bulletin lists it. */
export interface SuggestionListed {
  readonly number?: string;
  readonly court: string;
  readonly to: string;
  readonly sort: SuggestionSort;
  readonly receivedOn: CivilDate;
  readonly due: CivilDate;
  readonly repliedOn?: CivilDate;
  readonly adoption?: Adoption;
}

export interface SuggestionsReported {
  readonly figures: SuggestionFigures;
  readonly listed: readonly SuggestionListed[];
}

/** Of those that came from a day to another, as they stand on a third; by the day they came. */
export function reportedSuggestions(
  suggestions: readonly SuggestionAnswered[],
  period: { readonly from: CivilDate; readonly to: CivilDate; readonly on: CivilDate },
  calendar: Calendar,
): SuggestionsReported {
  const listed = suggestions
    .filter(({ receivedOn }) => receivedOn >= period.from && receivedOn <= period.to)
    .toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
    .map((one): SuggestionListed => {
      const reply = replyOf(one);
      const repliedOn = reply && civilDateAt(reply.at);
      const isReplied = reply !== undefined && repliedOn !== undefined && repliedOn <= period.on;
      return {
        ...(one.number !== undefined && { number: one.number }),
        court: one.court.name,
        to: one.to.name,
        sort: one.sort,
        receivedOn: one.receivedOn,
        due: replyDeadline(one, calendar).due,
        ...(isReplied && { repliedOn, adoption: reply.adoption }),
      };
    });
  return { figures: countSuggestions(suggestions, period, calendar), listed };
}

function keyOf({ receivedOn, court, number = "", to }: SuggestionAnswered): string {
  return [receivedOn, court.name, number, to.name].join("\n");
}
