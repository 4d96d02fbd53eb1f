/** What an interview (约谈) brings about once it is confirmed: the letter, word that it is off, and what to look at again. */

import { defined } from "../defined.ts";
import type { InterviewShown } from "../notices/frame/shown.ts";
import { sentAt } from "../obligations/ladder.ts";
import { CITY_ITSELF } from "../organisations/district.ts";
import type { Rules } from "../rules.ts";
import { addDays, civilDateAt } from "../time/time.ts";
import { type Interview, interviewState, type ProgrammeEntry } from "./entry.ts";
import type { ProgrammeAudience, ProgrammeObligation } from "./obligation.ts";
import { once, onDay } from "./steps.ts";

/** Before it is confirmed nobody hears of an interview: its bureau has it in the list of candidates. */
export function interviewLadder(
  interview: Interview,
  _: readonly ProgrammeEntry[],
  rules: Rules,
): readonly ProgrammeObligation[] {
  const { called, outcome, unit, change, withdrawn } = interview;
  if (called === undefined) return [];
  const shown = shownInterview(interview, rules);
  const told = toldUnit(unit);
  const state = interviewState(interview);
  switch (state) {
    case "proposed":
    case "dismissed":
    case "followed-up":
      return [];
    case "withdrawn":
      return sentAt(interview.sent, "called") === undefined
        ? []
        : [
            once(
              "withdrawn",
              told.map((audience) => ({
                audience,
                content: {
                  kind: "interview-withdrawn",
                  interview: shown,
                  by: change.by,
                  reason: withdrawn ?? "",
                },
              })),
            ),
          ];
    case "called":
      return [
        once(
          "called",
          told.map((audience) => ({
            audience,
            content: {
              kind: "interview-called",
              interview: shown,
              copy: audience.part !== "organisation",
            },
          })),
        ),
        // The record of a 约谈会 is asked for once, for all its units.
        ...(called.session === undefined ? rules.policy.interviews.remindAfter : []).map((days) =>
          onDay({ key: `outcome:${days}`, track: "due" }, addDays(called.date, days), rules, [
            {
              audience: { part: "bureau" },
              content: { kind: "interview-due", interview: shown, step: "outcome" },
            },
          ]),
        ),
      ];
    case "held":
      return outcome === undefined
        ? []
        : [
            onDay({ key: "follow-up", track: "due" }, outcome.followUp, rules, [
              {
                audience: { part: "bureau" },
                content: { kind: "interview-due", interview: shown, step: "follow-up" },
              },
              ...told
                .filter(({ part }) => part === "organisation")
                .map((audience) => ({
                  audience,
                  content: { kind: "interview-due", interview: shown, step: "report" } as const,
                })),
            ]),
          ];
    default:
      return state satisfies never;
  }
}

/** The unit itself, and whoever stands above it. */
function toldUnit({ organisation }: Interview["unit"]): readonly ProgrammeAudience[] {
  return organisation === undefined
    ? []
    : [
        { part: "organisation", organisation },
        { part: "superior", of: organisation },
      ];
}

/** An interview as letters show it. */
function shownInterview(interview: Interview, { policy }: Pick<Rules, "policy">): InterviewShown {
  const { jurisdiction, unit, from, to, heard, present, reasons, called, outcome } = interview;
  return {
    issuedBy: jurisdiction === CITY_ITSELF ? policy.jurisdiction.name : jurisdiction,
    unit: unit.name,
    from,
    to,
    heard,
    present,
    reasons,
    ...(called !== undefined && {
      date: called.date,
      time: called.time,
      place: called.place,
      demands: called.demands,
      calledOn: civilDateAt(called.at),
      ...defined({ document: called.document }),
    }),
    ...(outcome !== undefined && { outcome: outcome.text }),
  };
}
