/** In which state is a case file once a hearing was set, changed, put off or held, or the case closed? */
import { defined } from "../../defined.ts";
import type { CaseEvent } from "../events.ts";
import type { Hearing, PastHearing } from "../hearing.ts";
import { onCorrectedDay } from "../sitting-day.ts";
import { type CaseDeadline, type CaseFacts, type CaseFile, type CaseState, sittings } from "../state.ts";

/** A case whose opening was taken back may be opened anew: it still knows what was sent, and which hearings calendars had. */
export function opened(
  event: Extract<CaseEvent, { type: "case-opened" }>,
  former: CaseFile | undefined,
): CaseFile {
  const { type: _, ...facts } = event;
  return {
    state: "registered",
    version: 0,
    appeals: [],
    pastHearings: [],
    deadlines: [],
    duties: [],
    attendance: [],
    reports: [],
    filings: [],
    handlingForms: [],
    designations: [],
    arrangements: [],
    obstacles: [],
    courtNotes: [],
    answers: [],
    settlements: [],
    urgings: [],
    documents: [],
    ledgers: [],
    boards: [],
    sent: former?.sent ?? {},
    ...defined({ takenBack: former?.takenBack }),
    ...facts,
  };
}

/** The same facts in another state; what only the old state had is gone. */
export function within(file: CaseFile, state: CaseState): CaseFile {
  const {
    hearing: _hearing,
    outcome: _outcome,
    byLedger: _byLedger,
    byHand: _byHand,
    ...rest
  } = { hearing: undefined, outcome: undefined, byLedger: undefined, byHand: undefined, ...file };
  const { state: _state, ...facts } = rest;
  return { ...(facts satisfies CaseFacts), ...state };
}

/** A sitting that is set ends a standstill. */
export function goingOn(file: CaseFile): CaseFile {
  const { halted: _, ...rest } = file;
  return rest;
}

/** With the hearing that was set among the past ones, by what became of it. */
export function withPast(
  file: CaseFile,
  fate: PastHearing["fate"],
  { ledger, mistaken }: { readonly ledger?: string; readonly mistaken?: true } = {},
): CaseFile {
  if (file.state !== "awaiting-hearing") return file;
  const past = {
    ...file.hearing,
    fate,
    ...(ledger !== undefined && { ledger, wasSet: true as const }),
    ...defined({ mistaken }),
  };
  return { ...file, pastHearings: [...file.pastHearings, past] };
}

/** A record of an earlier sitting doesn't end the wait for a later one. */
export function held(file: CaseFile, hearing: Hearing): CaseFile {
  const others = file.pastHearings.filter(
    ({ fate, ordinal }) => fate !== "held" || ordinal !== hearing.ordinal,
  );
  const misread = sittings(file).find(
    ({ ordinal, date }) => ordinal === hearing.ordinal && date !== hearing.date,
  );
  const known = misread === undefined ? file : onCorrectedDay(file, misread, hearing.date);
  const isAfterHalt = file.halted !== undefined && file.halted.since < hearing.date;
  const before = isAfterHalt ? goingOn(known) : known;
  const recorded = { ...before, pastHearings: [...others, { ...hearing, fate: "held" as const }] };
  if (file.state === "awaiting-hearing" && file.hearing.ordinal !== hearing.ordinal) return recorded;
  if (file.state === "closed") return recorded;
  return within(recorded, { state: "heard" });
}

/** A judgment closes the case: what a ledger had cancelled stays so, whatever becomes of the ledger. */
export function forGood(file: CaseFile): CaseFile {
  return { ...file, deadlines: file.deadlines.map(withoutMark) };
}

/** The period stands, whatever becomes of the ledger by whose word it had been cancelled. */
export function withoutMark({ ledger: _, ...deadline }: CaseDeadline): CaseDeadline {
  return deadline;
}
