/**
 * 督办, with a hand on it: on a morning the digest of the bureau lists what will be urged, the letter goes on the next
 * working day unless a person puts it off, and its superior gets a copy as the policy says. Nothing leaves in the name of
 * a bureau that can't be reached: its announcement stays owed, which raises the alarm, and the letter waits for it.
 */

import type { Hearing } from "../case-file/hearing.ts";
import { type CaseDeadline, type CaseFile, hearingOf } from "../case-file/state.ts";
import { defined } from "../defined.ts";
import type { CaseDuty } from "../duties/case-duty.ts";
import { digestAt, openingAfter, openingOn, workingDayFrom } from "../notices/frame/working-hours.ts";
import type { NoticeContent } from "../notices/notice-kinds.ts";
import type { Rules } from "../rules.ts";
import { addDays, type CivilDate, civilDateAt, daysBetween, type Instant, instantAt } from "../time/time.ts";
import { sameUrged, type UrgedDuty } from "../urging/urging-decision.ts";
import { dutyShown } from "./case-duties.ts";
import { type NoticeOwed, type Obligation, summaryOf } from "./obligation.ts";
import {
  announcedKey,
  copiedKey,
  isPending,
  matterOf,
  roundsOf,
  type Urging,
  type UrgingRound,
  urgedKey,
  urgingOf,
} from "./urging.ts";

/** A duty that runs for one respondent, with its sitting where it has one. */
export interface Running {
  readonly file: CaseFile;
  readonly name: string;
  readonly duty: CaseDeadline | CaseDuty;
  readonly hearing?: Hearing;
}

/** A duty with its sitting, whether it still runs or not; undefined where there is none. */
export function runningDuty(file: CaseFile, which: UrgedDuty): Running | undefined {
  const { respondent: name, hearing } = which;
  const duty = [...file.deadlines, ...file.duties].find((one) => sameUrged(one, which));
  const sitting = hearingOf(file, hearing);
  // What hangs on a sitting is nothing without it.
  if (duty === undefined || (hearing !== undefined && sitting === undefined)) return undefined;
  return { file, name, duty, ...defined({ hearing: sitting }) };
}

/** What each round of urging brings about. */
export function urgingLadder(running: Running, rules: Rules): readonly Obligation[] {
  const urging = urgingIn(running, rules);
  return urging.rounds.flatMap((round, index) => [
    ...announcement(running, urging, index, rules),
    ...letter(running, round, rules),
    ...copy(running, round, rules),
  ]);
}

/** Where the urging of a duty stands by the policy's rounds. */
export function urgingIn({ file, name, duty }: Running, { policy }: Rules): Urging {
  return urgingOf(file, dutyOf(name, duty), roundsOf(duty.kind, policy));
}

function dutyOf(respondent: string, duty: Running["duty"]): UrgedDuty {
  return { kind: duty.kind, respondent, ...whichOf(duty) };
}

/** Which of its kind: by its sitting, or by its subject. */
function whichOf(duty: Running["duty"]): Pick<UrgedDuty, "hearing" | "subject"> {
  return "hearing" in duty ? { hearing: duty.hearing } : defined({ subject: duty.subject });
}

/** As the digest names it. */
function shownDuty({ name, duty }: Running) {
  const { hearing: sitting, subject } = whichOf(duty);
  return { respondent: name, kind: duty.kind, ...defined({ sitting, subject }) };
}

/** 明日将督办: to the bureau, on the working morning before the letter; again on the day on which a hold ends. */
function announcement(
  running: Running,
  { rounds, hold, holds }: Urging,
  index: number,
  rules: Rules,
): readonly Obligation[] {
  const [round, former] = [rounds[index], rounds[index - 1]];
  const { file, name, duty, hearing } = running;
  const { kind, deadline } = duty;
  const { policy, calendar } = rules;
  // What is being sent, or a later round took the place of, need not be announced; the next round, not before the last one was sent.
  if (round === undefined || isUnderWay(round) || rounds.slice(index + 1).some(hasBegun)) return [];
  if (former !== undefined && isPending(former)) return [];
  const days = [
    addDays(deadline.due, round.round),
    ...(hold === undefined ? [] : [hold.until]),
    ...(former?.sentAt === undefined
      ? []
      : [addDays(civilDateAt(former.sentAt), round.round - former.round)]),
  ];
  const day = workingDayFrom(days.toSorted().at(-1) ?? deadline.due, 1, calendar);
  // A report is of no use once the hearing has come.
  const last = kind === "report" ? hearing?.date : undefined;
  if (last !== undefined && day >= last) return [];
  const matter = matterOf(file, dutyOf(name, duty));
  return [
    {
      key: announcedKey(matter, round.round, holds, name),
      track: `announced:${matter}:${name}`,
      at: openingOn(day, policy),
      limit: limitOf(running),
      notices: () => [],
      lines: (now) => {
        const letterOn = civilDateAt(letterAfter(now, rules));
        const isLate = last !== undefined && letterOn >= last;
        return [
          {
            respondent: name,
            news: {
              type: "urging-announced",
              ...shownDuty(running),
              due: deadline.due,
              ...defined({
                hearing: hearing?.date,
                letterOn: isLate ? undefined : letterOn,
                heldUntil: hold?.until,
              }),
            },
          },
        ];
      },
    },
  ];
}

function isUnderWay({ sentAt, releasedAt }: UrgingRound): boolean {
  return sentAt !== undefined || releasedAt !== undefined;
}

function hasBegun(round: UrgingRound): boolean {
  return round.announcedAt !== undefined || isUnderWay(round);
}

/** When the letter leaves that was announced at an instant: on the next working day after that of the digest. */
export function letterAfter(announced: Instant, { policy, calendar }: Rules): Instant {
  return openingAfter(digestAt(announced, policy, calendar), policy, calendar);
}

/** 督办函 to the agency. */
function letter(running: Running, round: UrgingRound, rules: Rules): readonly Obligation[] {
  const { file, name, duty } = running;
  const { announcedAt, releasedAt, sentAt } = round;
  const at = sentAt ?? releasedAt ?? (announcedAt && letterAfter(announcedAt, rules));
  if (at === undefined) return [];
  const matter = matterOf(file, dutyOf(name, duty));
  return [
    {
      key: urgedKey(matter, round.round, name),
      track: `${matter}:${name}`,
      at,
      limit: limitOf(running),
      notices: (on) => [letterTo(running, on)],
      lines: () => [
        {
          respondent: name,
          news: {
            type: "urged",
            ...shownDuty(running),
            due: duty.deadline.due,
            copy: rules.policy.supervision.copy,
          },
        },
      ],
    },
  ];
}

/** 督办抄送 to its superior. */
function copy(running: Running, round: UrgingRound, rules: Rules): readonly Obligation[] {
  const { file, name, duty } = running;
  if (round.sentAt === undefined || round.copy?.decision === "copy-declined") return [];
  const at = round.copy?.at ?? copyAfter(round.sentAt, rules);
  if (at === undefined) return [];
  const key = copiedKey(matterOf(file, dutyOf(name, duty)), round.round, name);
  return [
    {
      key,
      track: key,
      at,
      limit: limitOf(running),
      notices: (on) => [copyTo(running, on)],
      lines: () => [
        {
          respondent: name,
          news: { type: "urging-copied", ...shownDuty(running) },
        },
      ],
    },
  ];
}

/** When a copy leaves by itself; undefined where a person must say so. */
export function copyAfter(sent: Instant, { policy, calendar }: Rules): Instant | undefined {
  const { copy } = policy.supervision;
  if (copy === "confirm") return undefined;
  if (copy === "automatic") return sent;
  let day = civilDateAt(sent);
  for (let passed = 0; passed < copy.afterWorkingDays; passed += 1)
    day = workingDayFrom(addDays(day, 1), 1, calendar);
  return openingOn(day, policy);
}

/** The letter as it is worded on a day. */
export function letterTo(running: Running, on: CivilDate): NoticeOwed {
  return {
    audience: { part: "respondent", name: running.name, role: "legal-section" },
    content: overdueContent(running, on, false),
  };
}

/** The superior's copy as it is worded on a day. */
export function copyTo(running: Running, on: CivilDate): NoticeOwed {
  return { audience: { part: "superior", name: running.name }, content: overdueContent(running, on, true) };
}

function overdueContent(
  { file, name, duty, hearing }: Running,
  on: CivilDate,
  isCopy: boolean,
): NoticeContent {
  const { deadline } = duty;
  const over = { daysOver: daysBetween(deadline.due, on), copy: isCopy };
  if (!("hearing" in duty)) return { kind: "duty-overdue", ...dutyShown(file, name, duty), ...over };
  if (hearing === undefined) throw new TypeError(`a ${duty.kind} belongs to a hearing`);
  const shown = { case: summaryOf(file), respondent: name, deadline, hearing, ...over };
  return duty.kind === "report" ? { kind: "report-overdue", ...shown } : { kind: "filing-overdue", ...shown };
}

/** Nobody is urged about a report on the day of the hearing. */
function limitOf({ duty, hearing }: Running): Instant | undefined {
  return duty.kind === "report" && hearing !== undefined ? instantAt(hearing.date) : undefined;
}
