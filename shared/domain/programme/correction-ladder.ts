/** What a proposal for correction (整改建议) brings about: it goes out, is reminded of and urged, answered and judged. */

import type { NoticeContent } from "../notices/notice-kinds.ts";
import { openingOn, workingDayFrom } from "../notices/working-hours.ts";
import { AT_ONCE } from "../obligations/ladder.ts";
import type { Rules } from "../rules.ts";
import { addDays, type CivilDate, civilDateAt, daysBetween, instantAt } from "../time/time.ts";
import { type Correction, correctionState, type ProgrammeEntry } from "./entry.ts";
import type { ProgrammeAudience, ProgrammeNotice, ProgrammeObligation } from "./obligation.ts";

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

/** Before the day it is due, and after it with a copy to the superior and the bureau that proposed it. */
function reminders(correction: Correction, { policy, calendar }: Rules): readonly ProgrammeObligation[] {
  const { jurisdiction, year, id, to, due, answers } = correction;
  const { remindBefore, escalateAfter } = policy.programme.corrections;
  const content = (on: CivilDate, copy: boolean): NoticeContent => ({
    kind: "correction-due",
    correction: shownCorrection(correction),
    jurisdiction,
    year,
    id,
    daysOver: daysBetween(due, on),
    copy,
  });
  const agency = { part: "organisation", organisation: to.organisation } as const;
  const asked = civilDateAt(answers.at(-1)?.verdict?.at ?? instantAt(correction.issuedOn));
  const step = (
    days: number,
    towards: 1 | -1,
    audiences: readonly ProgrammeAudience[],
  ): ProgrammeObligation => ({
    key: `due:${answers.length}:${days}`,
    track: "due",
    at: openingOn(workingDayFrom(addDays(due, days), towards, calendar), policy),
    limit: days > 0 ? undefined : instantAt(addDays(due, 1)),
    notices: (on) => audiences.map((audience) => ({ audience, content: content(on, audience !== agency) })),
  });
  return [
    ...remindBefore
      .map((days) => step(-days, -1, [agency]))
      // Whoever was asked today need not be reminded today.
      .filter(({ at }) => civilDateAt(at) > asked),
    ...escalateAfter.map((days) =>
      step(days, 1, [agency, { part: "superior", of: to.organisation }, { part: "bureau" }]),
    ),
  ];
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

function once(key: string, audience: ProgrammeAudience, content: NoticeContent): ProgrammeObligation {
  const notices = (): readonly ProgrammeNotice[] => [{ audience, content }];
  return { key, track: key, at: AT_ONCE, limit: undefined, notices };
}
