/**
 * When a case is heard: what a summons sets, what a later one changes, what a record proves. Files arrive in
 * any order, so an older paper must never undo a newer one.
 */

import { hearingSaid } from "../court/hearing-said.ts";
import { defined } from "../defined.ts";
import { comparableName } from "../organisations/directory.ts";
import type { Doubt, HearingOver, ImplausibleSitting } from "../refusal.ts";
import { civilDateAt } from "../time/time.ts";
import type { FileDocument, HearingFacts } from "./commands.ts";
import type { CaseEvent } from "./events.ts";
import type { Hearing, PastHearing } from "./hearing.ts";
import { againstDay } from "./sitting-day.ts";
import { type CaseFile, movedAppointment, newAppointment, sittings } from "./state.ts";

/** What a summons, notice or appeal says of the hearing to come: events, or the doubt that stops them. */
export function planHearing(file: CaseFile, command: FileDocument): readonly CaseEvent[] | Doubt {
  const { hearing: planned, postponed = false, caseNumber, issuedOn } = command;
  if (planned === undefined) return postponed && file.state === "awaiting-hearing" ? putOff(file) : [];
  if (
    file.pastHearings.some(
      ({ fate, mistaken, date }) => fate !== "changed" && mistaken !== true && date === planned.date,
    )
  )
    return [];
  const held = sittings(file).at(-1);
  if (held !== undefined && planned.date < held.date) return [];
  if (file.state === "closed") return { type: "case-closed", caseNumber };
  // Set before the case was suspended, or sent to another court.
  if (issuedOn !== undefined && file.halted !== undefined && issuedOn < file.halted.since) return [];
  const over = alreadyOver(file, command, planned);
  if (over !== undefined) return over;
  if (file.state !== "awaiting-hearing")
    return [{ type: "hearing-set", hearing: newHearing(movedAppointment(file), command, planned) }];

  const current = file.hearing;
  if (current.date === planned.date) return sameDay(current, command, planned);
  switch (order(current, command)) {
    case "older":
      return [];
    case "newer":
      return [
        ...putOff(file),
        { type: "hearing-set", hearing: newHearing(movedAppointment(file), command, planned) },
      ];
    case "unknown":
      return {
        type: "hearing-conflict",
        caseNumber,
        known: hearingSaid(current),
        read: hearingSaid(planned),
      };
  }
}

/**
 * A summons to a day that is gone: mistyped, or handed in too late to tell anybody. A person says which; one that is older than
 * what is set is no question.
 */
function alreadyOver(file: CaseFile, command: FileDocument, planned: HearingFacts): HearingOver | undefined {
  const { kind, at, caseNumber, reviewedBy } = command;
  const received = civilDateAt(at);
  const calls = kind === "summons" || kind === "appearance-notice";
  if (!calls || reviewedBy !== undefined || planned.date >= received) return undefined;
  const current = file.state === "awaiting-hearing" ? file.hearing : undefined;
  if (current !== undefined && (current.date === planned.date || order(current, command) === "older"))
    return undefined;
  return {
    type: "hearing-over",
    caseNumber,
    read: planned.date,
    received,
    ...defined({ known: current && hearingSaid(current) }),
  };
}

/** What a hearing record or judgment proves: that the case was heard on a day; or the doubt that it was. */
export function recordHearing(
  file: CaseFile,
  command: FileDocument,
): readonly CaseEvent[] | ImplausibleSitting {
  const { hearing: recorded } = command;
  if (recorded === undefined || !provesSitting(command)) return [];
  const doubt = implausible(file, command, recorded);
  if (doubt !== undefined) return doubt;
  const proved = file.pastHearings.find((past) => past.fate === "held" && past.date === recorded.date);
  if (proved !== undefined) {
    // A sitting that only a ledger proved: the record's word takes its place.
    const { fate: _, ledger, wasSet: __, ...held } = proved;
    return ledger === undefined ? [] : [{ type: "hearing-held", hearing: { ...held, ...facts(recorded) } }];
  }
  const current = file.state === "awaiting-hearing" ? file.hearing : undefined;
  if (current?.date === recorded.date) {
    return [{ type: "hearing-held", hearing: { ...current, ...facts(recorded) } }];
  }
  // Held later than it was set for, as a person has confirmed: the move never reached us. Held earlier: an earlier
  // sitting's record came late.
  const moved = current !== undefined && recorded.date > current.date;
  const numbers = moved || file.state === "postponed" ? movedAppointment(file) : newAppointment(file);
  return [
    ...(moved ? putOff(file) : []),
    { type: "hearing-held", hearing: newHearing(numbers, command, recorded) },
  ];
}

/** The same sitting on the day on which it was, as a person read its record (人工复核); or the doubt that it was. */
export function correctedSitting(
  file: CaseFile,
  { fate: _, time: __, endTime: ___, place: ____, mode: _____, ...numbers }: PastHearing,
  right: HearingFacts,
  command: FileDocument,
): readonly CaseEvent[] | ImplausibleSitting {
  return (
    implausible(file, command, right) ?? [{ type: "hearing-held", hearing: { ...numbers, ...facts(right) } }]
  );
}

/** A record or judgment of a case that was heard. */
export function provesSitting({ kind, result }: FileDocument): boolean {
  return (kind === "hearing-record" || kind === "judgment") && result?.heard !== false;
}

/** The doubt about a day; that it isn't the one set is none any more once a person has confirmed it. */
function implausible(
  file: CaseFile,
  { caseNumber, at, reviewedBy }: FileDocument,
  { date: read }: HearingFacts,
): ImplausibleSitting | undefined {
  const received = civilDateAt(at);
  const because = againstDay(read, caseNumber, received, file);
  if (because === "not-the-day-set" && reviewedBy !== undefined) return undefined;
  if (because === undefined) return undefined;
  const known = file.state === "awaiting-hearing" ? hearingSaid(file.hearing) : undefined;
  return { type: "implausible-sitting", because, caseNumber, read, received, ...defined({ known }) };
}

/** The hearing set is off, and with it what was owed for it. `mistaken`: the court had never set it. */
export function putOff(file: CaseFile, how: { readonly mistaken?: true } = {}): readonly CaseEvent[] {
  if (file.state !== "awaiting-hearing") return [];
  const cancelled = file.deadlines
    .filter(({ status, hearing }) => status === "open" && hearing === file.hearing.ordinal)
    .map(
      ({ kind, respondent, hearing }) => ({ type: "deadline-cancelled", kind, respondent, hearing }) as const,
    );
  return [...cancelled, { type: "hearing-postponed", ...how }];
}

function newHearing(
  numbers: ReturnType<typeof newAppointment>,
  { issuedOn }: FileDocument,
  planned: HearingFacts,
): Hearing {
  return {
    ...numbers,
    ...facts(planned),
    ...(issuedOn !== undefined && { issuedOn }),
  };
}

function facts({ date, time, endTime, place, mode }: HearingFacts): HearingFacts {
  return {
    date,
    ...defined({ time, endTime, place, mode }),
  };
}

/** Another hour or room under the same date: a change where the paper is newer, a doubt where it can't be decided. */
function sameDay(
  current: Hearing,
  command: FileDocument,
  planned: HearingFacts,
): readonly CaseEvent[] | Doubt {
  const contradicts =
    (planned.time !== undefined && current.time !== undefined && planned.time !== current.time) ||
    (planned.place !== undefined &&
      current.place !== undefined &&
      !samePlace(planned.place, current.place)) ||
    (planned.mode !== undefined && current.mode !== undefined && planned.mode !== current.mode);
  const adds =
    (planned.time !== undefined && current.time === undefined) ||
    (planned.place !== undefined && current.place === undefined) ||
    (planned.mode !== undefined && current.mode === undefined);
  if (!contradicts && !adds) return [];
  const standing = contradicts ? order(current, command) : "newer";
  if (standing === "older") return [];
  const { caseNumber, issuedOn } = command;
  if (standing === "unknown")
    return { type: "hearing-conflict", caseNumber, known: hearingSaid(current), read: hearingSaid(planned) };
  const { byHand: _, ...before } = current;
  const next = { ...before, ...facts(planned), ...(issuedOn !== undefined && { issuedOn }) };
  return [{ type: "hearing-changed", hearing: { ...next, sequence: current.sequence + 1 } }];
}

/** 第三审判庭 and 本院第三审判庭 are one room. */
function samePlace(one: string, other: string): boolean {
  const [a, b] = [comparableName(one), comparableName(other)];
  return a.includes(b) || b.includes(a);
}

/**
 * Whether a paper is newer than the one that set the current hearing: it says it changes the date, or it was
 * issued later. Without either, upload order proves nothing.
 */
function order(current: Hearing, { issuedOn, postponed, at }: FileDocument): "newer" | "older" | "unknown" {
  if (issuedOn !== undefined && current.issuedOn !== undefined && issuedOn !== current.issuedOn) {
    return issuedOn > current.issuedOn ? "newer" : "older";
  }
  if (postponed) return "newer";
  // What a person registered on somebody's word gives way to the court's paper, but to the one it had moved.
  if (current.byHand === true && (issuedOn === undefined || issuedOn !== current.issuedOn)) return "newer";
  // The day set has gone by without a record: the court must have set a new one.
  return civilDateAt(at) > current.date ? "newer" : "unknown";
}
