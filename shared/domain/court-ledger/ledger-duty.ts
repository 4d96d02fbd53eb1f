/**
 * A court's monthly duty: its case ledger (台账) of the month before, by the 3rd (月通报机制). One per court and month,
 * reminded until the ledger is in.
 */

import { openingOn, releaseAt, workingDayFrom } from "../notices/frame/working-hours.ts";
import type { OrganisationId } from "../organisations/directory.ts";
import type { Policy } from "../policy.ts";
import type { Calendar } from "../time/calendar.ts";
import {
  addDays,
  addMonths,
  type CivilDate,
  civilDate,
  civilDateAt,
  daysBetween,
  type Instant,
  instantAt,
  type Month,
} from "../time/time.ts";

/** A court's ledger, and how far the case files have noted it. */
export interface ReceivedLedger {
  /** SHA-256 of the file. */
  readonly document: string;
  readonly receivedAt: Instant;
  /** Cases noted so far, and among how many ledgers that was weighed: one that comes meanwhile begins it anew. */
  readonly noted: { readonly cases: number; readonly among: number };
}

/** What a court owes for one month. */
export interface LedgerDuty {
  readonly court: OrganisationId;
  readonly courtName: string;
  /** The month the ledger covers. */
  readonly month: Month;
  readonly due: CivilDate;
  readonly version: number;
  readonly receivedOn?: CivilDate;
  /** The files it was handed in by, in the order of their arrival here. */
  readonly ledgers: readonly ReceivedLedger[];
  /** What the system knew already, as a workbook for the court to check (预填台账). */
  readonly prefilled?: { readonly key: string; readonly cases: number };
  /** Days on which it was reminded. */
  readonly reminded: readonly CivilDate[];
}

/** The duty a court has for a month, before anything came of it. */
export function ledgerDuty(
  court: { id: OrganisationId; name: string },
  month: Month,
  policy: Policy,
  calendar: Calendar,
): LedgerDuty {
  const day = dayOf(addMonths(month, 1), policy.ledger.dueDay);
  const due = rolledIf(policy.ledger.rolls, day, calendar);
  return { court: court.id, courtName: court.name, month, due, version: 0, ledgers: [], reminded: [] };
}

/** A reminder, by the day of the policy's it is for; `daysOver` counts from the due day. */
export interface LedgerReminderOwed {
  readonly on: CivilDate;
  readonly daysOver: number;
}

/** The reminder owed at an instant: the newest one reached, once. */
export function ledgerReminderOwed(
  duty: LedgerDuty,
  now: Instant,
  policy: Policy,
  calendar: Calendar,
): LedgerReminderOwed | undefined {
  const on = reminderReached(duty, now, policy, calendar);
  if (on === undefined || leavesAt(duty, now, policy, calendar) > now) return undefined;
  return { on, daysOver: daysBetween(duty.due, civilDateAt(now)) };
}

/** When the sweep must look next; undefined once the ledger is in or every reminder has gone out. */
export function nextLedgerAction(
  duty: LedgerDuty,
  now: Instant,
  policy: Policy,
  calendar: Calendar,
): Instant | undefined {
  if (duty.receivedOn !== undefined) return undefined;
  if (reminderReached(duty, now, policy, calendar) !== undefined)
    return leavesAt(duty, now, policy, calendar);
  const next = reminderDays(duty, policy, calendar).find((day) => openingOn(day, policy) > now);
  return next === undefined ? undefined : leavesAt(duty, openingOn(next, policy), policy, calendar);
}

/** The newest day reached on which it was to be reminded and hasn't been. */
function reminderReached(
  duty: LedgerDuty,
  now: Instant,
  policy: Policy,
  calendar: Calendar,
): CivilDate | undefined {
  if (duty.receivedOn !== undefined) return undefined;
  const on = reminderDays(duty, policy, calendar).findLast((day) => openingOn(day, policy) <= now);
  return on === undefined || duty.reminded.includes(on) ? undefined : on;
}

/** The due day doesn't wait for the offices to open. */
function leavesAt(duty: LedgerDuty, at: Instant, policy: Policy, calendar: Calendar): Instant {
  const limit = instantAt(addDays(duty.due, 1));
  return releaseAt(at, at < limit ? limit : undefined, policy, calendar);
}

/**
 * On days off nobody is there to read them: where the due day rolls, they roll with it, and two that meet are one; where it
 * doesn't, the first, which brings the prefilled ledger, and the last go out all the same.
 */
function reminderDays(duty: LedgerDuty, policy: Policy, calendar: Calendar): readonly CivilDate[] {
  const { remindOn, rolls } = policy.ledger;
  const days = remindOn.map((day) => rolledIf(rolls, dayOf(addMonths(duty.month, 1), day), calendar));
  const ends = [days.at(0), days.at(-1)];
  return [...new Set(days)].filter((day) => ends.includes(day) || calendar.isWorkingDay(day).working);
}

function rolledIf(rolls: boolean, day: CivilDate, calendar: Calendar): CivilDate {
  return rolls ? workingDayFrom(day, 1, calendar) : day;
}

function dayOf(month: Month, day: number): CivilDate {
  return civilDate(`${month}-${String(day).padStart(2, "0")}`);
}
