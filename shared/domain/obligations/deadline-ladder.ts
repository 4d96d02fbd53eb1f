/** What asks for what is owed, reminds of it, and urges once it is overdue (备案请求、临期提醒、督办). */

import type { Hearing } from "../case-file/hearing.ts";
import { filingAskedKey, startOf } from "../case-file/hearing.ts";
import type { CaseDeadline, CaseFile, Respondent } from "../case-file/state.ts";
import { hearingOf } from "../case-file/state.ts";
import type { AttendanceStatement } from "../case-file/statement.ts";
import { defined } from "../defined.ts";
import { openingAfter, openingOn, workingDayFrom } from "../notices/frame/working-hours.ts";
import type { NoticeContent } from "../notices/notice-kinds.ts";
import type { Rules } from "../rules.ts";
import { addDays, civilDateAt, earliest, type Instant, instantAt } from "../time/time.ts";
import { cameToLightAt, orderOf, toldAt } from "./first-contact.ts";
import { reminderDays } from "./hearing-reminders.ts";
import { AT_ONCE } from "./ladder.ts";
import { onceADay } from "./letter-of-the-day.ts";
import { type Obligation, summaryOf } from "./obligation.ts";
import { matterOf } from "./urging.ts";
import { urgingLadder } from "./urging-ladder.ts";

/** The request where the agency couldn't know of it, reminders before the period ends, then escalation (督办) after it. */
export function deadlineLadder(
  file: CaseFile,
  { name }: Respondent,
  duty: CaseDeadline,
  rules: Rules,
): readonly Obligation[] {
  const { kind } = duty;
  const hearing = hearingOf(file, duty.hearing);
  if (hearing === undefined) return [];
  const running = { file, name, duty, hearing };
  const told = toldAt(file, duty, orderOf(file, duty));
  // Nobody is reminded of what they could not know of; a report is asked for with the hearing, a filing by itself.
  if (told === undefined)
    return kind === "report" || file.state === "awaiting-hearing" ? [] : [request(running, rules)];
  const prefix = matterOf(file, { kind, respondent: name, hearing: duty.hearing });
  const step = (offset: number, rest: Pick<Obligation, "at" | "limit" | "notices">): Obligation => ({
    key: `${prefix}:${offset}:${name}`,
    track: `${prefix}:${name}`,
    ...rest,
  });
  return [...reminders(running, rules, step), ...escalation(running, rules)].filter(
    // Never on the day it was told, beside the letter that told it.
    ({ at }) => at > told && civilDateAt(at) > civilDateAt(told),
  );
}

/** A duty that runs for one respondent, with its sitting. */
interface OfSitting {
  readonly file: CaseFile;
  readonly name: string;
  readonly duty: CaseDeadline;
  readonly hearing: Hearing;
}

type MakeStep = (offset: number, rest: Pick<Obligation, "at" | "limit" | "notices">) => Obligation;

/** A sitting that came to light by its record or by a ledger: what the court says of it, and what is asked by a day that lies ahead. */
function request({ file, name, duty, hearing }: OfSitting, rules: Rules): Obligation {
  const court = saidByCourt(file, name, hearing);
  const said = court && toSay(court);
  const ledger = file.ledgers.find(({ document }) => document === hearing.ledger);
  const key = filingAskedKey(duty.hearing, name);
  const content: NoticeContent = {
    kind: "filing-asked",
    case: summaryOf(file),
    respondent: name,
    deadline: duty.deadline,
    hearing,
    ...defined({ said }),
    ...(hearing.ledger !== undefined && { byLedger: true as const }),
  };
  const audience = { part: "respondent", name, role: "legal-section" } as const;
  const asked = onceADay(key, undefined, [{ audience, content }], cameToLightAt(file), rules);
  // A ledger tells of many at once: the next morning's sweep asks about all of them, though each letter leave by itself.
  return ledger === undefined || asked.waits === true
    ? asked
    : { ...asked, at: openingAfter(ledger.receivedAt, rules.policy, rules.calendar) };
}

function reminders(
  { file, name, duty, hearing }: OfSitting,
  rules: Rules,
  step: MakeStep,
): readonly Obligation[] {
  const { policy, calendar } = rules;
  const { kind, deadline } = duty;
  // A report is of no use once the hearing has begun; a filing is only possible after it.
  const close = kind === "report" ? startOf(hearing) : undefined;
  const open = kind === "filing" ? openingOn(addDays(hearing.date, 1), policy) : AT_ONCE;
  // A reminder of the hearing asks for the report as well.
  const reminded = new Set(kind === "report" ? reminderDays(hearing, rules) : []);
  return (
    policy[kind].remindBefore
      .map((days) => {
        const day = workingDayFrom(addDays(deadline.due, -days), -1, calendar);
        const shown = { case: summaryOf(file), respondent: name, deadline, hearing };
        return step(-days, {
          at: laterOf(openingOn(day, policy), open),
          limit: earliest(close, instantAt(addDays(deadline.due, 1))),
          notices: () => [
            {
              audience: { part: "respondent", name, role: "legal-section" },
              content:
                kind === "report" ? { kind: "report-due", ...shown } : { kind: "filing-due", ...shown },
            },
          ],
        });
      })
      // Nobody is asked for a report in the last hours before the hearing.
      .filter(({ at }) => kind === "filing" || civilDateAt(at) < hearing.date)
      .filter(({ at }) => !reminded.has(civilDateAt(at)))
  );
}

/** 督办. Nobody is urged about a filing whose answer the court has given: the head was there. */
function escalation(running: OfSitting, rules: Rules): readonly Obligation[] {
  const { file, name, duty, hearing } = running;
  if (duty.kind === "filing" && saidByCourt(file, name, hearing)?.headAttended === true) return [];
  return urgingLadder(running, rules);
}

/** As a letter repeats it. */
function toSay({ respondent: _, hearingDate: __, document: ___, source, ...facts }: AttendanceStatement) {
  return source === "filing" ? undefined : { ...facts, source };
}

/** What the court says of the respondent at a sitting: by its paper, else in its ledger. */
function saidByCourt(
  { attendance }: CaseFile,
  respondent: string,
  { date }: Hearing,
): AttendanceStatement | undefined {
  const own = attendance.filter((one) => one.respondent === respondent && one.hearingDate === date);
  return (
    own.findLast(({ source }) => source === "hearing-record" || source === "judgment") ??
    own.findLast(({ source }) => source === "court-ledger")
  );
}

function laterOf(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}
