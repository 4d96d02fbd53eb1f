/** What a proposal for correction (整改建议) brings about: it goes out, is reminded of and urged, answered and judged. */

import type { NoticeContent } from "../notices/notice-kinds.ts";
import type { Rules } from "../rules.ts";
import { type CivilDate, civilDateAt, daysBetween, instantAt } from "../time/time.ts";
import { answerLadder, newestToCopy, once } from "./answer-ladder.ts";
import { type Correction, correctionState, owesAnswer, type ProgrammeEntry } from "./entry.ts";
import type { ProgrammeAudience, ProgrammeObligation } from "./obligation.ts";

/** The notices about a proposal. */
export function correctionLadder(
  correction: Correction,
  _: readonly ProgrammeEntry[],
  rules: Rules,
): readonly ProgrammeObligation[] {
  const { jurisdiction, year, id, to, answers } = correction;
  const shown = shownCorrection(correction);
  const agency = { part: "organisation", organisation: to.organisation } as const;
  const about = { correction: shown, jurisdiction, year, id };
  const last = answers.at(-1);
  const round = answers.length;
  const state = correctionState(correction);
  const first = once("issued", agency, { kind: "correction-proposed", ...about });
  switch (state) {
    case "withdrawn": {
      // Whoever never heard of it need not hear that it is off.
      const told = correction.sent.issued !== undefined;
      const { withdrawn: reason = "", change } = correction;
      return told
        ? [once("withdrawn", agency, { kind: "correction-withdrawn", ...about, by: change.by, reason })]
        : [];
    }
    case "awaiting-answer":
      return [first, ...reminders(correction, rules)];
    case "answered":
      return last === undefined
        ? []
        : [
            once(
              `answered:${round}`,
              { part: "bureau" },
              { kind: "correction-answered", ...about, by: last.by, text: last.text },
            ),
            once(`receipt:${round}`, agency, {
              kind: "correction-receipt",
              ...about,
              by: last.by,
              at: last.at,
              text: last.text,
            }),
          ];
    case "returned":
    case "accepted": {
      if (last?.verdict === undefined) return [];
      const { accepted, by, text } = last.verdict;
      return [
        once(`judged:${round}`, agency, { kind: "correction-judged", ...about, accepted, by, text }),
        ...(accepted ? [] : reminders(correction, rules)),
      ];
    }
    default:
      return state satisfies never;
  }
}

/** Before the day it is due, and after it with word to the bureau that proposed it. */
function reminders(correction: Correction, rules: Rules): readonly ProgrammeObligation[] {
  const { to, due, answers } = correction;
  return answerLadder(
    correction,
    {
      agency: to.organisation,
      due,
      asked: civilDateAt(answers.at(-1)?.verdict?.at ?? instantAt(correction.issuedOn)),
      ...rules.policy.programme.corrections,
      content: (on, audience) => dueContent(correction, on, audience, rules),
      announced: (letterOn) => ({ type: "correction-announced", agency: to.name, due, letterOn }),
    },
    rules,
  );
}

/** As worded on a day for who reads it. */
export function dueContent(
  correction: Correction,
  on: CivilDate,
  { part }: Pick<ProgrammeAudience, "part">,
  { policy }: Rules,
): NoticeContent<"correction-due"> {
  const { jurisdiction, year, id, due } = correction;
  return {
    kind: "correction-due",
    correction: shownCorrection(correction),
    jurisdiction,
    year,
    id,
    daysOver: daysBetween(due, on),
    copy: part !== "organisation",
    ...(part === "bureau" && policy.supervision.copy === "confirm" && { confirms: true }),
  };
}

/** The newest round of which a person may let the superior have a copy. */
export function roundToCopy(correction: Correction, { policy }: Rules): number | undefined {
  return owesAnswer(correction)
    ? newestToCopy(correction, policy.programme.corrections.escalateAfter)
    : undefined;
}

/** A proposal as letters show it. */
function shownCorrection({ to, caseNumber, shortcoming, proposal, due }: Correction) {
  return {
    agency: to.name,
    ...(caseNumber !== undefined && { caseNumber }),
    shortcoming,
    proposal,
    due,
  };
}
