/**
 * 核对: a difference is put to both sides at once; whoever is silent is reminded; what stands goes to the bureau; and
 * both are informed of what was settled.
 */

import type { Settlement, Side } from "../case-file/difference.ts";
import { isStanding, type OpenDifference, openDifferences } from "../case-file/reconciliation.ts";
import type { CaseFile, Respondent } from "../case-file/state.ts";
import { openingOn, workingDayFrom } from "../notices/frame/working-hours.ts";
import type { NoticeContent } from "../notices/notice-kinds.ts";
import type { Audience } from "../organisations/audience.ts";
import type { Rules } from "../rules.ts";
import { lastDayOf } from "../time/deadline.ts";
import { addDays, type CivilDate, civilDateAt, daysBetween, earliest, type Instant } from "../time/time.ts";
import { cameToLightAt } from "./first-contact.ts";
import { AT_ONCE, sentAt } from "./ladder.ts";
import { mailOfTheDay, onceADay } from "./letter-of-the-day.ts";
import { type NoticeOwed, type Obligation, once, summaryOf } from "./obligation.ts";

const SIDES: readonly Side[] = ["agency", "court"];

/** The notices about a respondent's differences. */
export function differenceLadder(file: CaseFile, { name }: Respondent, rules: Rules): readonly Obligation[] {
  return [
    ...openDifferences(file, name).flatMap((open) => ofDifference(file, open, rules)),
    ...file.settlements
      .filter(({ respondent }) => respondent === name)
      .flatMap((settlement) => ofSettlement(file, settlement, rules)),
  ];
}

function ofDifference(file: CaseFile, open: OpenDifference, rules: Rules): readonly Obligation[] {
  const { respondent: name, sitting, differences, answers } = open;
  const shown = { case: summaryOf(file), respondent: name, sitting, differences };
  const since = saidAt(file, name);
  const until = answersUntil(file, open, rules);
  const put = (side: Side, daysOpen: number): NoticeOwed => ({
    audience: audienceOf(side, name),
    content: {
      kind: "attendance-difference",
      ...shown,
      side,
      daysOpen,
      ...(until !== undefined && { answerBy: until }),
    },
  });
  const firsts = SIDES.map((side) => {
    const key = sideKey("difference", open.id, side, name);
    const first =
      side === "agency"
        ? onceADay(key, undefined, [put(side, 0)], since, rules)
        : once(key, undefined, [put(side, 0)]);
    return { side, first, putAt: sentAt(file.sent, key) };
  });
  // Where one side can't be reached, the other's answer and the bureau's decision don't wait for it.
  const told = earliest(...firsts.map(({ putAt }) => putAt));
  if (told === undefined) return firsts.map(({ first }) => first);

  const { remindAfter } = rules.policy.difference;
  // Both are reminded together, nobody on the day on which he was asked.
  const reminders = firsts
    .filter(({ side, putAt }) => putAt !== undefined && !answers.some((one) => one.side === side))
    .flatMap(({ side, putAt = told }) =>
      remindAfter.map(
        (days): Obligation => ({
          key: sideKey("difference-reminder", `${open.id}:${days}`, side, name),
          track: sideKey("difference-reminder", open.id, side, name),
          at: afterBoth(
            openingAfter(civilDateAt(told), days, rules),
            openingAfter(civilDateAt(putAt), 1, rules),
          ),
          limit: undefined,
          notices: (on) => [put(side, daysBetween(civilDateAt(putAt), on))],
        }),
      ),
    );
  const standing: NoticeContent = { kind: "difference-standing", ...shown, answers };
  return [
    ...firsts.map(({ first }) => first),
    ...reminders,
    {
      ...once(`difference-standing:${open.id}:${name}`, undefined, [
        { audience: { part: "bureau", name }, content: standing },
      ]),
      at: isStanding(open) ? AT_ONCE : openingAfter(lastDayFor(told, since, rules), 1, rules),
    },
  ];
}

/** The last day for both: the agency has its days too, though its letter came with the mail of the next day. */
function lastDayFor(told: Instant, since: Instant | undefined, { policy, calendar }: Rules): CivilDate {
  const asked = afterBoth(told, mailOfTheDay(since, { policy, calendar }) ?? told);
  return lastDayOf(civilDateAt(asked), policy.difference.decideAfter - 1, calendar);
}

/**
 * The last day on which the sides of an open difference can answer: on the next working day the bureau decides. Before it has been
 * put to them it is counted from what was said last; undefined where nobody knows when that was.
 */
export function answersUntil(
  file: CaseFile,
  { id, respondent }: OpenDifference,
  rules: Rules,
): CivilDate | undefined {
  const since = saidAt(file, respondent);
  const put = SIDES.map((side) => sentAt(file.sent, sideKey("difference", id, side, respondent)));
  const told = earliest(...put) ?? since;
  return told && lastDayFor(told, since, rules);
}

function ofSettlement(file: CaseFile, settlement: Settlement, rules: Rules): readonly Obligation[] {
  const { respondent, sitting, facts, settledBy, at, by, reason } = settlement;
  const content: NoticeContent = {
    kind: "difference-settled",
    case: summaryOf(file),
    respondent,
    sitting,
    facts,
    settledBy,
    by,
    ...(reason !== undefined && { reason }),
  };
  return SIDES.map((side) => {
    const key = sideKey("difference-settled", `${sitting}:${at}`, side, respondent);
    const notices = [{ audience: audienceOf(side, respondent), content }];
    return side === "agency" ? onceADay(key, undefined, notices, at, rules) : once(key, undefined, notices);
  });
}

/** Each side is told by itself: the agency with its mail of the day, the court at once. */
function sideKey(of: string, id: string, side: Side, name: string): string {
  return `${of}:${id}:${side}:${name}`;
}

/** When the newest of what may differ was said. */
function saidAt(file: CaseFile, name: string): Instant | undefined {
  const filed = file.filings.filter(({ respondent }) => respondent === name).map(({ at }) => at);
  return [...filed, cameToLightAt(file) ?? []].flat().toSorted().at(-1);
}

function audienceOf(side: Side, name: string): Audience {
  return side === "court" ? { part: "court" } : { part: "respondent", name, role: "legal-section" };
}

function afterBoth(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}

function openingAfter(day: CivilDate, days: number, { policy, calendar }: Rules): Instant {
  return openingOn(workingDayFrom(addDays(day, days), 1, calendar), policy);
}
