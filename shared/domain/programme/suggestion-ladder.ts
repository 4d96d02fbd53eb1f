/** What a court's proposal (司法建议) brings about: its addressee hears of it, is reminded and urged, replies; court and bureau are told. */

import type { DigestNews } from "../notices/digest.ts";
import type { NoticeContent } from "../notices/notice-kinds.ts";
import type { SuggestionShown } from "../notices/suggestion.ts";
import { AT_ONCE } from "../obligations/ladder.ts";
import type { Rules } from "../rules.ts";
import { replyDeadline } from "../suggestion/reply-deadline.ts";
import { replyOf, suggestionState } from "../suggestion/suggestion.ts";
import { type CivilDate, civilDateAt, daysBetween } from "../time/time.ts";
import { answerLadder, newestToCopy, once } from "./answer-ladder.ts";
import type { ProgrammeEntry, Suggestion } from "./entry.ts";
import type { ProgrammeAudience, ProgrammeObligation } from "./obligation.ts";

/** The notices about a court's proposal; while it is to be checked, only its bureau knows. */
export function suggestionLadder(
  suggestion: Suggestion,
  _: readonly ProgrammeEntry[],
  rules: Rules,
): readonly ProgrammeObligation[] {
  const about = aboutSuggestion(suggestion, rules);
  const { to, sent } = suggestion;
  const agency = addresseeOf(suggestion);
  if (suggestion.withdrawn !== undefined) {
    const { withdrawn: reason, change } = suggestion;
    // Whoever never heard of it need not hear that it is off.
    return sent.issued === undefined || agency === undefined
      ? []
      : [once("withdrawn", agency, { kind: "suggestion-withdrawn", ...about, by: change.by, reason })];
  }
  const state = suggestionState(suggestion);
  const toCheck = state === "to-check";
  const news = { type: "suggestion-received", court: about.suggestion.court, to: to.name, toCheck } as const;
  // Its bureau registered it itself where no paper of the court did.
  const told = suggestion.document === undefined ? [] : [line("registered", news)];
  if (toCheck) return told;
  const issued =
    agency === undefined ? [] : [once("issued", agency, { kind: "suggestion-received", ...about })];
  return [
    ...told,
    ...issued,
    ...takenBack(suggestion, about),
    ...(state === "replied" ? replied(suggestion, about) : reminders(suggestion, rules)),
  ];
}

/** The court has the reply, whoever sent it a receipt, the bureau a line. */
function replied(suggestion: Suggestion, about: About): readonly ProgrammeObligation[] {
  const reply = replyOf(suggestion);
  if (reply === undefined) return [];
  const round = suggestion.answers.length;
  const { adoption, text, reason, by, at } = reply;
  const said = { adoption, text, ...(reason !== undefined && { reason }), by, at };
  const agency = addresseeOf(suggestion);
  return [
    ...courtOf(suggestion).map((court) =>
      once(`replied:${round}`, court, { kind: "suggestion-replied", ...about, ...said }),
    ),
    ...(agency === undefined
      ? []
      : [once(`receipt:${round}`, agency, { kind: "suggestion-receipt", ...about, ...said })]),
    line(`told:${round}`, { type: "suggestion-replied", to: suggestion.to.name, adoption }),
  ];
}

/** A reply that the court had is none any more. */
function takenBack(suggestion: Suggestion, about: About): readonly ProgrammeObligation[] {
  return suggestion.answers.flatMap(({ takenBack: back }, index) => {
    const round = index + 1;
    if (back === undefined || suggestion.sent[`replied:${round}`] === undefined) return [];
    const { by, reason } = back;
    return courtOf(suggestion).map((court) =>
      once(`back:${round}`, court, { kind: "suggestion-reply-taken-back", ...about, by, reason }),
    );
  });
}

function reminders(suggestion: Suggestion, rules: Rules): readonly ProgrammeObligation[] {
  const { to, answers, sent, receivedOn } = suggestion;
  if (to.organisation === undefined) return [];
  const { due } = replyDeadline(suggestion, rules.calendar);
  const back = answers.at(-1)?.takenBack?.at ?? sent.issued;
  return answerLadder(
    suggestion,
    {
      agency: to.organisation,
      due,
      asked: back === undefined ? receivedOn : civilDateAt(back),
      ...rules.policy.duties.suggestion,
      content: (on, audience) => suggestionDue(suggestion, on, audience, rules),
      announced: (letterOn) => ({ type: "suggestion-announced", agency: to.name, due, letterOn }),
    },
    rules,
  );
}

/** As worded on a day for who reads it. */
export function suggestionDue(
  suggestion: Suggestion,
  on: CivilDate,
  { part }: Pick<ProgrammeAudience, "part">,
  rules: Rules,
): NoticeContent<"suggestion-due"> {
  const about = aboutSuggestion(suggestion, rules);
  return {
    kind: "suggestion-due",
    ...about,
    daysOver: daysBetween(about.suggestion.due, on),
    copy: part !== "organisation",
    ...(part === "bureau" && rules.policy.supervision.copy === "confirm" && { confirms: true }),
  };
}

/** The newest round of which a person may let the superior have a copy. */
export function suggestionRoundToCopy(suggestion: Suggestion, { policy }: Rules): number | undefined {
  return suggestionState(suggestion) === "awaiting-reply"
    ? newestToCopy(suggestion, policy.duties.suggestion.escalateAfter)
    : undefined;
}

type About = ReturnType<typeof aboutSuggestion>;

function aboutSuggestion(suggestion: Suggestion, rules: Rules) {
  const { jurisdiction, year, id } = suggestion;
  return { suggestion: shownSuggestion(suggestion, rules), jurisdiction, year, id };
}

/** As letters and papers show it. */
function shownSuggestion(suggestion: Suggestion, { calendar }: Rules): SuggestionShown {
  const { number, court, issuedOn, to, sort, caseNumbers, advice, reply } = suggestion;
  return {
    ...(number !== undefined && { number }),
    court: court.name,
    ...(issuedOn !== undefined && { issuedOn }),
    to: to.name,
    sort,
    caseNumbers,
    advice,
    due: replyDeadline(suggestion, calendar).due,
    written: reply.written,
  };
}

function addresseeOf({ to: { organisation } }: Suggestion): ProgrammeAudience | undefined {
  return organisation && { part: "organisation", organisation };
}

function courtOf({ court: { organisation } }: Suggestion): readonly ProgrammeAudience[] {
  return organisation === undefined ? [] : [{ part: "organisation", organisation }];
}

/** A line of the bureau's digest. */
function line(key: string, news: DigestNews): ProgrammeObligation {
  return {
    key,
    track: key,
    at: AT_ONCE,
    limit: undefined,
    notices: () => [],
    lines: () => [{ audience: { part: "bureau" }, news }],
  };
}
