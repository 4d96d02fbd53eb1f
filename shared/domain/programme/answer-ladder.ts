/**
 * How is an agency reminded of an answer it owes (整改答复, 司法建议复函), and urged once it is late? Reminders before the day; after it a letter
 * that the bureau's digest has announced; then, as the policy has it or a person says, the superior's copy.
 */

import type { DigestNews } from "../notices/digest.ts";
import { digestAt, openingAfter, openingOn, workingDayFrom } from "../notices/frame/working-hours.ts";
import type { NoticeContent } from "../notices/notice-kinds.ts";
import { AT_ONCE } from "../obligations/ladder.ts";
import { copyAfter } from "../obligations/urging-ladder.ts";
import type { OrganisationId } from "../organisations/directory.ts";
import type { Rules } from "../rules.ts";
import { addDays, type CivilDate, civilDateAt, instantAt } from "../time/time.ts";
import {
  answerAnnouncedKey,
  answerCopiedKey,
  answerUrgedKey,
  type Correction,
  copyOf,
  mayCopy,
  type Suggestion,
} from "./entry.ts";
import type { ProgrammeAudience, ProgrammeNotice, ProgrammeObligation } from "./obligation.ts";

/** An entry whose agency owes an answer. */
type Owing = Correction | Suggestion;

/** Who owes it, until when, and how it is said. */
interface OwedAnswer {
  readonly agency: OrganisationId;
  readonly due: CivilDate;
  /** When the agency was asked for it. */
  readonly asked: CivilDate;
  /** Days before its day, and after it. */
  readonly remindBefore: readonly number[];
  readonly escalateAfter: readonly number[];
  readonly content: (on: CivilDate, audience: ProgrammeAudience) => NoticeContent;
  /** The line of the bureau's digest. */
  readonly announced: (letterOn: CivilDate) => DigestNews;
}

/** All steps. */
export function answerLadder(entry: Owing, owed: OwedAnswer, rules: Rules): readonly ProgrammeObligation[] {
  const { policy, calendar } = rules;
  const { due, asked, remindBefore, escalateAfter, content } = owed;
  const agency = { part: "organisation", organisation: owed.agency } as const;
  const step = (
    days: number,
    towards: 1 | -1,
    audiences: readonly ProgrammeAudience[],
  ): ProgrammeObligation => ({
    key: answerUrgedKey(entry, days),
    track: "due",
    at: openingOn(workingDayFrom(addDays(due, days), towards, calendar), policy),
    limit: days > 0 ? undefined : instantAt(addDays(due, 1)),
    notices: (on) => audiences.map((audience) => ({ audience, content: content(on, audience) })),
  });
  return [
    ...remindBefore
      .map((days) => step(-days, -1, [agency]))
      // Whoever was asked today need not be reminded today.
      .filter(({ at }) => civilDateAt(at) > asked),
    ...escalateAfter.flatMap((days) => [
      ...announcement(entry, owed, days, rules),
      ...urged(entry, step(days, 1, [agency, { part: "bureau" }]), days, rules),
      ...copy(entry, owed, days, rules),
    ]),
  ];
}

/** 明日将督办: in the bureau's digest on the morning before the letter. */
function announcement(
  { sent, answers }: Owing,
  { due, escalateAfter, announced }: OwedAnswer,
  days: number,
  rules: Rules,
): readonly ProgrammeObligation[] {
  const { policy, calendar } = rules;
  const rounds = escalateAfter.filter((round) => round >= days);
  if (rounds.some((round) => sent[answerUrgedKey({ answers }, round)] !== undefined)) return [];
  return [
    {
      key: answerAnnouncedKey({ answers }, days),
      track: "announced",
      at: openingOn(workingDayFrom(addDays(due, days), 1, calendar), policy),
      limit: undefined,
      notices: () => [],
      lines: (on) => {
        const letterOn = civilDateAt(openingAfter(openingOn(on, policy), policy, calendar));
        return [{ audience: { part: "bureau" }, news: announced(letterOn), atOnce: true }];
      },
    },
  ];
}

/** The letter, once the bureau has read that it is to go: on the next working day. */
function urged(
  { sent, answers }: Owing,
  letter: ProgrammeObligation,
  days: number,
  { policy, calendar }: Rules,
): readonly ProgrammeObligation[] {
  const announced = sent[answerAnnouncedKey({ answers }, days)];
  if (announced !== undefined)
    return [{ ...letter, at: openingAfter(digestAt(announced, policy, calendar), policy, calendar) }];
  return sent[letter.key] === undefined ? [] : [letter];
}

/** The superior's copy of a round, once the agency's has gone and the policy, or a person, lets it go. */
function copy(
  entry: Owing,
  { agency, content }: OwedAnswer,
  days: number,
  rules: Rules,
): readonly ProgrammeObligation[] {
  const sent = entry.sent[answerUrgedKey(entry, days)];
  const at = copyOf(entry, days)?.at ?? (sent && copyAfter(sent, rules));
  if (sent === undefined || at === undefined) return [];
  const key = answerCopiedKey(entry, days);
  const audience = { part: "superior", of: agency } as const;
  return [
    {
      key,
      track: key,
      at,
      limit: undefined,
      notices: (on) => [{ audience, content: content(on, audience) }],
    },
  ];
}

/** The newest round of which a person may let the superior have a copy. */
export function newestToCopy(entry: Owing, escalateAfter: readonly number[]): number | undefined {
  const newest = escalateAfter
    .toSorted((one, other) => other - one)
    .find((round) => entry.sent[answerUrgedKey(entry, round)] !== undefined);
  return newest !== undefined && mayCopy(entry, newest) ? newest : undefined;
}

/** Something to tell once, as soon as it is so. */
export function once(key: string, audience: ProgrammeAudience, content: NoticeContent): ProgrammeObligation {
  const notices = (): readonly ProgrammeNotice[] => [{ audience, content }];
  return { key, track: key, at: AT_ONCE, limit: undefined, notices };
}
