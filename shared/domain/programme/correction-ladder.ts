/** What a proposal for correction (整改建议) brings about: it goes out, is reminded of and urged, answered and judged. */

import { digestAt, openingAfter, openingOn, workingDayFrom } from "../notices/frame/working-hours.ts";
import type { NoticeContent } from "../notices/notice-kinds.ts";
import { AT_ONCE } from "../obligations/ladder.ts";
import { copyAfter } from "../obligations/urging-ladder.ts";
import type { Rules } from "../rules.ts";
import { addDays, type CivilDate, civilDateAt, daysBetween, instantAt } from "../time/time.ts";
import {
  type Correction,
  copyOf,
  correctionAnnouncedKey,
  correctionCopiedKey,
  correctionState,
  correctionUrgedKey,
  mayCopy,
  owesAnswer,
  type ProgrammeEntry,
} from "./entry.ts";
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

/** Before the day it is due, and after it with word to the bureau that proposed it; the superior reads it as the policy has it. */
function reminders(correction: Correction, rules: Rules): readonly ProgrammeObligation[] {
  const { policy, calendar } = rules;
  const { to, due, answers } = correction;
  const { remindBefore, escalateAfter } = policy.programme.corrections;
  const agency = { part: "organisation", organisation: to.organisation } as const;
  const asked = civilDateAt(answers.at(-1)?.verdict?.at ?? instantAt(correction.issuedOn));
  const step = (
    days: number,
    towards: 1 | -1,
    audiences: readonly ProgrammeAudience[],
  ): ProgrammeObligation => ({
    key: correctionUrgedKey(correction, days),
    track: "due",
    at: openingOn(workingDayFrom(addDays(due, days), towards, calendar), policy),
    limit: days > 0 ? undefined : instantAt(addDays(due, 1)),
    notices: (on) =>
      audiences.map((audience) => ({ audience, content: dueContent(correction, on, audience, rules) })),
  });
  return [
    ...remindBefore
      .map((days) => step(-days, -1, [agency]))
      // Whoever was asked today need not be reminded today.
      .filter(({ at }) => civilDateAt(at) > asked),
    ...escalateAfter.flatMap((days) => [
      ...announcement(correction, days, rules),
      ...urged(correction, step(days, 1, [agency, { part: "bureau" }]), days, rules),
      ...copy(correction, days, rules),
    ]),
  ];
}

/** 明日将督办: in the bureau's digest on the morning before the letter. */
function announcement(correction: Correction, days: number, rules: Rules): readonly ProgrammeObligation[] {
  const { policy, calendar } = rules;
  const { sent, to, due } = correction;
  const rounds = policy.programme.corrections.escalateAfter.filter((round) => round >= days);
  if (rounds.some((round) => sent[correctionUrgedKey(correction, round)] !== undefined)) return [];
  return [
    {
      key: correctionAnnouncedKey(correction, days),
      track: "announced",
      at: openingOn(workingDayFrom(addDays(due, days), 1, calendar), policy),
      limit: undefined,
      notices: () => [],
      lines: (on) => {
        const letterOn = civilDateAt(openingAfter(openingOn(on, policy), policy, calendar));
        const news = { type: "correction-announced", agency: to.name, due, letterOn } as const;
        return [{ audience: { part: "bureau" }, news, atOnce: true }];
      },
    },
  ];
}

/** The letter, once the bureau has read that it is to go: on the next working day. */
function urged(
  correction: Correction,
  letter: ProgrammeObligation,
  days: number,
  { policy, calendar }: Rules,
): readonly ProgrammeObligation[] {
  const announced = correction.sent[correctionAnnouncedKey(correction, days)];
  if (announced !== undefined)
    return [{ ...letter, at: openingAfter(digestAt(announced, policy, calendar), policy, calendar) }];
  return correction.sent[letter.key] === undefined ? [] : [letter];
}

/** The superior's copy of a round, once the agency's has gone and the policy, or a person, lets it go. */
function copy(correction: Correction, days: number, rules: Rules): readonly ProgrammeObligation[] {
  const sent = correction.sent[correctionUrgedKey(correction, days)];
  const at = copyOf(correction, days)?.at ?? (sent && copyAfter(sent, rules));
  if (sent === undefined || at === undefined) return [];
  const key = correctionCopiedKey(correction, days);
  const audience = { part: "superior", of: correction.to.organisation } as const;
  return [
    {
      key,
      track: key,
      at,
      limit: undefined,
      notices: (on) => [{ audience, content: dueContent(correction, on, audience, rules) }],
    },
  ];
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
  if (!owesAnswer(correction)) return undefined;
  const rounds = policy.programme.corrections.escalateAfter.toSorted((one, other) => other - one);
  const newest = rounds.find((round) => correction.sent[correctionUrgedKey(correction, round)] !== undefined);
  return newest !== undefined && mayCopy(correction, newest) ? newest : undefined;
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
