/** What is left of a case file without what a court's ledger (台账) for a month alone had said? */
import type { Hearing, PastHearing } from "../hearing.ts";
import type { CaseDeadline, CaseFile, LedgerEntry } from "../state.ts";
import { within, withoutMark } from "./states.ts";

type OfLedger = Pick<LedgerEntry, "court" | "month">;

/** All but the one of that court and month. */
export function otherLedgers({ ledgers }: CaseFile, { court, month }: OfLedger): CaseFile["ledgers"] {
  return ledgers.filter((one) => one.court !== court || one.month !== month);
}

/** The newest month last: what it says of the case as a whole is the newest word. */
export function byMonth(one: LedgerEntry, other: LedgerEntry): number {
  const [a, b] = [one, other].map(({ month, court }) => `${month} ${court}`);
  return (a ?? "") < (b ?? "") ? -1 : 1;
}

/**
 * The file without what the court's former ledger for the month alone had said: a hearing that papers had set is set again,
 * with what is owed for it; where the case has ended or waits for another by now, it is off.
 */
export function withoutLedger(file: CaseFile, which: OfLedger): CaseFile {
  const former = file.ledgers.find(({ court, month }) => court === which.court && month === which.month);
  if (former === undefined) return file;
  const { document: itsWord } = former;
  const isOpenAgain = file.state === "heard" || (file.state === "closed" && file.byLedger === true);
  const setBefore = file.pastHearings.filter(({ ledger, wasSet }) => ledger === itsWord && wasSet);
  const setAgain = isOpenAgain ? setBefore.at(-1) : undefined;
  const off = setBefore.filter((one) => one !== setAgain);
  const pastHearings = file.pastHearings.flatMap((one): readonly PastHearing[] => {
    if (one.ledger !== itsWord) return [one];
    return off.includes(one) ? [{ ...asSet(one), fate: "postponed" }] : [];
  });
  const attendance = file.attendance.filter(
    ({ source, document }) => source !== "court-ledger" || document !== former.document,
  );
  // Nothing is owed for a sitting that nobody tells of any more, nor for one that is off.
  const gone = file.pastHearings.filter(({ ledger, wasSet }) => ledger === itsWord && !wasSet);
  const isOf = (all: readonly PastHearing[], { hearing }: CaseDeadline) =>
    all.some(({ ordinal }) => ordinal === hearing);
  const deadlines = file.deadlines
    .filter((one) => !isOf(gone, one))
    .map((one) => (one.ledger !== itsWord ? one : isOf(off, one) ? withoutMark(one) : openAgain(one)));
  const rest = { ...file, pastHearings, attendance, deadlines };
  if (!isOpenAgain) return rest;
  if (setAgain !== undefined) return within(rest, { state: "awaiting-hearing", hearing: asSet(setAgain) });
  return within(rest, { state: pastHearings.some(({ fate }) => fate === "held") ? "heard" : "registered" });
}

function openAgain(deadline: CaseDeadline): CaseDeadline {
  return { ...withoutMark(deadline), status: "open" };
}

function asSet({ fate: _, ledger: __, wasSet: ___, ...hearing }: PastHearing): Hearing {
  return hearing;
}
