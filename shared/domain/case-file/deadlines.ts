/** Which periods run in a case: a report before each first sitting, a filing after each sitting. */

import type { Rules } from "../rules.ts";
import { type Deadline, filingDeadline, reportDeadline, toldOn } from "../time/deadline.ts";
import { addDays, type CivilDate, civilDateAt, type Instant } from "../time/time.ts";
import { designationOf } from "./designation.ts";
import type { CaseEvent } from "./events.ts";
import type { Hearing } from "./hearing.ts";
import {
  type CaseDeadline,
  type CaseFile,
  hearingOf,
  type Respondent,
  sittings,
  stillSued,
} from "./state.ts";

/** Opens the periods that should run by now and don't; only for respondents the directory knows. */
export function openDeadlines(file: CaseFile, now: Instant, rules: Rules): readonly CaseEvent[] {
  const identified = stillSued(file).filter(({ identity }) => identity !== undefined);
  const { policy } = rules;
  const today = civilDateAt(now);
  const received = receivedOn(file) ?? today;
  const wanted: CaseDeadline[] = [];
  for (const respondent of identified) {
    const upcoming = file.state === "awaiting-hearing" ? file.hearing : undefined;
    const startsOn = reportStartsOn(file, respondent, received);
    if (upcoming !== undefined && owesReport(file, respondent) && startsOn < upcoming.date) {
      const designated = startsOn === designatedOn(file, respondent.name);
      wanted.push(running("report", respondent, startsOn, upcoming, rules, designated));
    }
    for (const hearing of [...sittings(file), ...(upcoming === undefined ? [] : [upcoming])]) {
      if (addDays(hearing.date, policy.filing.historyAfterDays) < today) continue;
      // What was heard before the system began is nobody's to file in it.
      if (policy.startsOn !== undefined && hearing.date < policy.startsOn) continue;
      wanted.push(running("filing", respondent, hearing.date, hearing, rules));
    }
  }
  return wanted
    .filter((one) => !file.deadlines.some((known) => sameDuty(known, one)))
    .map((deadline) => ({ type: "deadline-opened", deadline }));
}

/** Settles provisional dates that a newer holiday calendar gives, and moves those that were counted by days which are no longer so. */
export function recomputedDeadlines(file: CaseFile, rules: Rules): readonly CaseEvent[] {
  const { calendar } = rules;
  const stale = ({ deadline: { provisional, explanation } }: CaseDeadline) =>
    explanation.calendarVersion !== calendar.version &&
    (provisional ||
      explanation.told !== undefined ||
      explanation.roll.some(({ date, working }) => calendar.isWorkingDay(date).working !== working));
  const former = (event: CaseEvent) =>
    event.type === "deadline-recomputed" ? file.deadlines.find((one) => sameDuty(one, event)) : undefined;
  return computedAnew(file, stale, rules).filter((event) => {
    const before = former(event)?.deadline;
    return (
      before === undefined ||
      before.provisional ||
      (event.type === "deadline-recomputed" &&
        (event.deadline.due !== before.due || event.deadline.provisional))
    );
  });
}

/**
 * The hour of the hearing to come has changed, and with it the last moment for its report; or the day of a sitting that was held
 * (`sitting`: its number), and with it when its filings are due.
 */
export function rescheduledDeadlines(file: CaseFile, rules: Rules, sitting?: number): readonly CaseEvent[] {
  const toCome = file.state === "awaiting-hearing" ? file.hearing.ordinal : undefined;
  const [kind, ordinal] = sitting === undefined ? ["report", toCome] : ["filing", sitting];
  return computedAnew(file, (one) => one.kind === kind && one.hearing === ordinal, rules);
}

function computedAnew(
  file: CaseFile,
  which: (one: CaseDeadline) => boolean,
  rules: Rules,
): readonly CaseEvent[] {
  return file.deadlines
    .filter((one) => one.status === "open" && which(one))
    .flatMap(({ kind, respondent, startsOn, hearing, deadline: former }): CaseEvent[] => {
      const held = hearingOf(file, hearing);
      if (held === undefined) return [];
      const from = { startsOn, designated: designatedOn(file, respondent) === startsOn };
      const counted = compute(kind, from, held, rules);
      const { told } = former.explanation;
      const { policy, calendar } = rules;
      const deadline =
        told === undefined ? counted : toldOn(counted, told.on, policy.firstContact.workingDays, calendar);
      return [{ type: "deadline-recomputed", kind, respondent, hearing, deadline }];
    });
}

/** A government owes none itself, but the agency it designates (出庭指派) does; a further sitting needs no second report. */
function owesReport(file: CaseFile, { identity, name }: Respondent): boolean {
  if (identity?.kind === "government" && designationOf(file, name) === undefined) return false;
  const reported = file.deadlines.some(
    (one) => one.kind === "report" && one.respondent === name && one.status === "met",
  );
  return !reported && sittings(file).length === 0;
}

/** An agency designated later than the summons came has its time from then. */
function reportStartsOn(file: CaseFile, { name }: Respondent, received: CivilDate): CivilDate {
  const from = designatedOn(file, name);
  return from !== undefined && from > received ? from : received;
}

function designatedOn(file: CaseFile, respondent: string): CivilDate | undefined {
  const designation = designationOf(file, respondent);
  return designation && civilDateAt(designation.at);
}

/** The day the newest summons was received: as it says, else the day it reached the inbox. */
function receivedOn({ documents, entered }: CaseFile): CivilDate | undefined {
  const summons = documents.findLast(({ kind }) => kind === "summons" || kind === "appearance-notice");
  return summons === undefined ? entered?.servedOn : (summons.servedOn ?? civilDateAt(summons.receivedAt));
}

function running(
  kind: "report" | "filing",
  { name }: Respondent,
  startsOn: CivilDate,
  hearing: Hearing,
  rules: Rules,
  designated = false,
): CaseDeadline {
  const deadline = compute(kind, { startsOn, designated }, hearing, rules);
  return { kind, respondent: name, startsOn, hearing: hearing.ordinal, deadline, status: "open" };
}

function compute(
  kind: "report" | "filing",
  { startsOn, designated }: { readonly startsOn: CivilDate; readonly designated: boolean },
  hearing: Hearing,
  { policy, calendar }: Rules,
): Deadline {
  return kind === "report"
    ? reportDeadline({ served: startsOn, hearing, designated }, policy.periods, calendar)
    : filingDeadline({ hearing }, policy.periods, calendar);
}

type Duty = Pick<CaseDeadline, "kind" | "respondent" | "hearing">;

function sameDuty(one: Duty, other: Duty): boolean {
  return one.kind === other.kind && one.respondent === other.respondent && one.hearing === other.hearing;
}
