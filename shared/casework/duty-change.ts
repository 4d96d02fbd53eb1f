/** Turns a court's monthly duty that was decided on into what is written: itself, and the reminders it owes. */

import { type LedgerDuty, ledgerReminderOwed, nextLedgerAction } from "../domain/court-ledger/ledger-duty.ts";
import { ledgerReminders } from "../domain/court-ledger/ledger-reminder.ts";
import type { AttachedFile } from "../domain/notices/frame/shown.ts";
import type { Notice } from "../domain/notices/notice.ts";
import {
  type Addressee,
  address,
  type Dispatch,
  joined,
  type Unreached,
} from "../domain/obligations/addressing.ts";
import { RETRY_MINUTES } from "../domain/obligations/ladder.ts";
import { CITY_ITSELF } from "../domain/organisations/district.ts";
import type { Rules } from "../domain/rules.ts";
import { addMinutes, type Instant } from "../domain/time/time.ts";
import type { DutyWrite } from "../ports/change.ts";
import type { Directory } from "../ports/directory.ts";
import { addresseeById, bureauAddressed } from "./involved.ts";

/** A duty's part of one write. */
export interface DutyPart {
  readonly change: { readonly duties: readonly [DutyWrite]; readonly notices: readonly Notice[] };
  /** Owed, but it reached nobody it is for. */
  readonly unreached: readonly Unreached[];
}

/**
 * The write that makes `duty` the version after `expectedVersion`, and reminds the court where that is owed by now. It
 * counts as reminded once the court has been reached; until then it is tried again. `files`: what goes along with a reminder.
 */
export async function dutyChange(
  duty: LedgerDuty,
  expectedVersion: number,
  directory: Directory,
  { now, rules, files }: DutyDeciding,
): Promise<DutyPart> {
  const { policy, calendar } = rules;
  const owed = ledgerReminderOwed(duty, now, policy, calendar);
  const written = { ...duty, version: expectedVersion + 1 };
  const part = (next: LedgerDuty, from: Instant): DutyWrite => ({
    duty: next,
    expectedVersion,
    nextActionAt: nextLedgerAction(next, from, policy, calendar),
  });
  if (owed === undefined) return { change: { duties: [part(written, now)], notices: [] }, unreached: [] };

  const { court: id, month } = duty;
  const dispatch: Dispatch = { subject: { of: "ledger", court: id, month }, now, rules };
  const readers = await readersOf(duty, directory);
  const addressed = ledgerReminders(duty, owed, files(duty)).map(({ to, content }) => ({
    to,
    ...address(`ledger ${owed.on}`, readers[to], content, dispatch),
  }));
  const isReached = addressed.every(({ to, unreached }) => to !== "court" || unreached.length === 0);
  const reminded = isReached ? { ...written, reminded: [...duty.reminded, owed.on] } : written;
  const { notices, unreached } = joined(addressed);
  return {
    change: { duties: [part(reminded, isReached ? now : addMinutes(now, RETRY_MINUTES))], notices },
    unreached,
  };
}

/** When it is decided, under which rules, and which files go along. */
export interface DutyDeciding {
  readonly now: Instant;
  readonly rules: Rules;
  readonly files: (duty: LedgerDuty) => readonly AttachedFile[];
}

async function readersOf(
  { court: id, courtName }: LedgerDuty,
  directory: Directory,
): Promise<Readonly<Record<"court" | "bureau", Addressee>>> {
  const court = await addresseeById(directory, id, "handling", {
    name: courtName,
    jurisdiction: CITY_ITSELF,
  });
  const bureau = await bureauAddressed(court.organisation?.jurisdiction ?? CITY_ITSELF, directory);
  return { court, bureau };
}
