/** When and where a hearing is or was, and what became of it. */
import type { HearingMode } from "../court/hearing-mode.ts";
import { defined } from "../defined.ts";
import type { CivilDate, ClockTime, Instant } from "../time/time.ts";
import { clockTime, instantAt } from "../time/time.ts";

/** A hearing as letters show it. `sequence` counts its changes, as a calendar entry needs. */
export interface HearingDetails {
  /** 1 for the case's first set hearing, 2 for the one set after a postponement or a sitting, … */
  readonly ordinal: number;
  /**
   * Where it was put off to another day: the ordinal under which the appointment was first set. Calendars know the
   * appointment, which moves; only a sitting that was held ends it. See {@link appointmentOf}.
   */
  readonly appointment?: number;
  readonly date: CivilDate;
  readonly time?: ClockTime;
  readonly endTime?: ClockTime;
  readonly place?: string;
  /** 线下, 线上, 异地; absent where no paper says. */
  readonly mode?: HearingMode;
  readonly sequence: number;
}

/** What stays the same however often a hearing is moved. */
export function appointmentOf({ ordinal, appointment = ordinal }: HearingDetails): number {
  return appointment;
}

/** Of a hearing what letters and calendars show of it. */
export function detailsOf({
  ordinal,
  appointment,
  date,
  time,
  endTime,
  place,
  mode,
  sequence,
}: HearingDetails): HearingDetails {
  return { ordinal, date, sequence, ...defined({ appointment, time, endTime, place, mode }) };
}

const START_OF_BUSINESS = clockTime("08:30");

/** When the hearing begins; where the hour isn't known, when courts begin. */
export function startOf({ date, time }: Hearing): Instant {
  return instantAt(date, time ?? START_OF_BUSINESS);
}

/** A hearing that is set. `issuedOn` is the date of the summons, which tells newer from older. */
export interface Hearing extends HearingDetails {
  readonly issuedOn?: CivilDate;
  /** The court's ledger by whose word alone it is over (held, or fallen away as the case ended): it may take that back. */
  readonly ledger?: string;
  /** Beside `ledger`: the court's papers had set it, so that it is set again once the ledger takes its word back. */
  readonly wasSet?: true;
  /** A person of the bureau registered it so (手工登记): the next paper of the court prevails. */
  readonly byHand?: true;
}

/** A hearing that is over: held, put off, or changed in hour or place under the same date. */
export interface PastHearing extends Hearing {
  readonly fate: "held" | "postponed" | "changed";
  /** The court never set it: it had been registered wrongly. */
  readonly mistaken?: true;
}

/** By how much a move raises `sequence`: a cancellation counts as a change of its own; it may have been sent, or not. */
export const CHANGE_AND_CANCELLATION = 2;

/** The key under which the filing of a sitting that came to light afterwards has been asked for. */
export function filingAskedKey(hearing: number, respondent: string): string {
  return `filing:${hearing}:asked:${respondent}`;
}

/** The numbers of the sittings somebody has been asked about, of those a ledger took back as well: they stay taken. */
export function hearingsAsked(sent: Readonly<Record<string, Instant>>): readonly number[] {
  return Object.keys(sent).flatMap((key) => {
    const asked = /^filing:(\d+):asked:/u.exec(key)?.[1];
    return asked === undefined ? [] : [Number(asked)];
  });
}
