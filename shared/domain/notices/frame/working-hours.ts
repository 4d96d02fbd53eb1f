/**
 * When a mail may leave. People are not disturbed outside working hours on working days, unless what the
 * mail is about would have passed by the next opening: a lost warning is worse than a late-night one.
 */

import type { Policy } from "../../policy.ts";
import type { Calendar } from "../../time/calendar.ts";
import {
  addDays,
  addMinutes,
  type CivilDate,
  civilDateAt,
  clockTimeAt,
  type Instant,
  instantAt,
} from "../../time/time.ts";

/** Whether a working day's office hours are running. */
export function isOpen(at: Instant, policy: Policy, calendar: Calendar): boolean {
  const time = clockTimeAt(at);
  const { from, to } = policy.workingHours;
  return time >= from && time < to && calendar.isWorkingDay(civilDateAt(at)).working;
}

/** The instant itself while offices are open, else when they next open. */
export function nextOpening(at: Instant, policy: Policy, calendar: Calendar): Instant {
  return isOpen(at, policy, calendar) ? at : openingAfter(at, policy, calendar);
}

/** When offices open next, later than an instant: this morning where they are yet to open, else a later working day. */
export function openingAfter(at: Instant, policy: Policy, calendar: Calendar): Instant {
  const today = civilDateAt(at);
  const first = clockTimeAt(at) < policy.workingHours.from ? today : addDays(today, 1);
  return openingOn(workingDayFrom(first, 1, calendar), policy);
}

/**
 * When a digest leaves that takes in what is written for it at an instant. The sweep of the first full hour after offices
 * open folds the day's: what is written by then is in it, what is written later waits for the next.
 */
export function digestAt(at: Instant, policy: Policy, calendar: Calendar): Instant {
  const isYetToFold = at <= foldOn(civilDateAt(at), policy);
  return isOpen(at, policy, calendar) && isYetToFold ? at : openingAfter(at, policy, calendar);
}

/** When the sweep folds the first mail of the day that takes in what happens at an instant. */
export function foldedAt(at: Instant, policy: Policy, calendar: Calendar): Instant {
  const today = civilDateAt(at);
  const first = at < foldOn(today, policy) ? today : addDays(today, 1);
  return foldOn(workingDayFrom(first, 1, calendar), policy);
}

/** Whether a sweep of this instant folds the day's mails: while offices are open, from the first full hour on. */
export function foldsDigests(at: Instant, policy: Policy, calendar: Calendar): boolean {
  return isOpen(at, policy, calendar) && at >= foldOn(civilDateAt(at), policy);
}

/** The first full hour from when offices open: that of the sweep. */
function foldOn(date: CivilDate, policy: Policy): Instant {
  const minutes = Number(policy.workingHours.from.slice(3));
  return addMinutes(openingOn(date, policy), (60 - minutes) % 60);
}

/** When offices open on a date. */
export function openingOn(date: CivilDate, policy: Policy): Instant {
  return instantAt(date, policy.workingHours.from);
}

/** The date itself if it is a working day, else the next (`step` 1) or the one before (`step` -1). */
export function workingDayFrom(date: CivilDate, step: 1 | -1, calendar: Calendar): CivilDate {
  let day = date;
  while (!calendar.isWorkingDay(day).working) day = addDays(day, step);
  return day;
}

/** When a mail written now may leave: now, the next opening, or now after all where `limit` leaves no time then. */
export function releaseAt(
  now: Instant,
  limit: Instant | undefined,
  policy: Policy,
  calendar: Calendar,
): Instant {
  const opening = nextOpening(now, policy, calendar);
  return limit !== undefined && limit < addMinutes(opening, policy.mail.leadMinutes) ? now : opening;
}
