/**
 * What a court's ledger tells a case file. The ledger stands below hearing record and judgment and above the agency's
 * filing (DOMAIN): it opens a case nobody sent papers of, proves a sitting nobody recorded, and says who attended; it
 * never moves what a better source has proved. A later ledger of the same month takes back what the former one said.
 */
import type { OrganisationId } from "../organisations/directory.ts";
import type { Doubt } from "../refusal.ts";
import type { CivilDate, Instant, Month } from "../time/time.ts";
import { closingEvents } from "./closing.ts";
import type { CaseEvent, Parties } from "./events.ts";
import { evolveAll } from "./evolve.ts";
import type { Hearing } from "./hearing.ts";
import { putOff } from "./hearings.ts";
import type { LedgerCase, LedgerSaid } from "./ledger-case.ts";
import { knownName, partiesDiffer, partyEvents, sameRespondent } from "./parties.ts";
import { type CaseFile, type LedgerEntry, nextOrdinal, type Respondent, sittings } from "./state.ts";
import type { HeadFacts } from "./statement.ts";

/** A ledger speaks for the case, or (without `says`) no longer does. */
export interface NoteLedger {
  readonly ledger: LedgerRef;
  /** Ledgers this one was weighed against. Another in the file came meanwhile: weigh again. */
  readonly over: readonly string[];
  readonly says?: Says;
}

/** The ledger's words, with what only the directory knows: the court's name, and which agencies it names. */
export type Says = LedgerCase & { readonly court: string; readonly respondents: Parties["respondents"] };

/** The file of a court's ledger. */
export interface LedgerRef {
  readonly court: OrganisationId;
  readonly month: Month;
  readonly document: string;
  readonly receivedAt: Instant;
}

export type LedgerDecision =
  /** `strangers`: agencies it names that neither the file nor the directory knows; what it says of them is left out. */
  | {
      readonly outcome: "noted";
      readonly events: readonly CaseEvent[];
      readonly strangers: readonly string[];
    }
  /** A ledger stands in the file that this one was not weighed against. */
  | { readonly outcome: "unweighed" }
  | { readonly outcome: "refused"; readonly doubt: Doubt };

/** What a ledger changes in a case file; the same one twice changes nothing. */
export function noteLedger(file: CaseFile | undefined, command: NoteLedger): LedgerDecision {
  const { ledger, over, says } = command;
  const former = file && formerEntry(file, ledger);
  if (former !== undefined && former.document !== ledger.document && !over.includes(former.document))
    return { outcome: "unweighed" };
  if (says === undefined)
    return noted(former === undefined ? [] : [{ type: "ledger-withdrawn", ledger: refOf(former) }]);
  if (former?.document === ledger.document) return noted([]);
  if (file === undefined && says.respondents.length === 0)
    return { outcome: "refused", doubt: { type: "no-respondent" } };

  const { caseNumber } = says;
  const doubt = partiesDiffer(file, { caseNumber, parties: partiesOf(says, says.respondents) });
  if (doubt !== undefined) return { outcome: "refused", doubt };
  const known = (one: Respondent) =>
    file === undefined ||
    file.documents.length === 0 ||
    one.identity !== undefined ||
    file.respondents.some((other) => sameRespondent(one, other));
  const parties = partiesOf(says, says.respondents.filter(known));
  return noted(
    eventsOf(file, former, ledger, says, parties),
    says.respondents.filter((one) => !known(one)).map(({ name }) => name),
  );
}

function noted(events: readonly CaseEvent[], strangers: readonly string[] = []): LedgerDecision {
  return { outcome: "noted", events, strangers };
}

function partiesOf(
  { plaintiffs, cause, originCaseNumber }: LedgerCase,
  respondents: Parties["respondents"],
): Parties {
  return {
    plaintiffs,
    respondents,
    thirdParties: [],
    ...(cause !== undefined && { cause }),
    ...(originCaseNumber !== undefined && { originCaseNumber }),
  };
}

function eventsOf(
  file: CaseFile | undefined,
  former: LedgerEntry | undefined,
  ledger: LedgerRef,
  says: Says,
  parties: Parties,
): readonly CaseEvent[] {
  const { court, caseNumber } = says;
  const events: CaseEvent[] = [
    ...partyEvents(file, { caseNumber, court, parties }),
    { type: "ledger-noted", entry: entryOf(ledger, says) },
  ];
  const known = after(file, events);
  events.push(...sittingEvents(known, file, former, says, ledger.document));
  const heard = after(file, events);
  events.push(...statements(heard, says, ledger.document, parties.respondents));
  const { outcome } = says;
  if (outcome !== undefined)
    events.push(...closingEvents(heard, { outcome, heard: says.heard, byLedger: true }));
  return events;
}

/** What the same court's ledger for the same month said before. */
function formerEntry(file: CaseFile, { court, month }: LedgerRef): LedgerEntry | undefined {
  return file.ledgers.find((one) => one.court === court && one.month === month);
}

function refOf({ court, month, document, receivedAt }: LedgerEntry): LedgerRef {
  return { court, month, document, receivedAt };
}

function entryOf(ledger: LedgerRef, { heard, mediated, enterprise }: LedgerCase): LedgerEntry {
  return {
    ...ledger,
    ...(heard !== undefined && { heard }),
    ...(mediated !== undefined && { mediated }),
    ...(enterprise !== undefined && { enterprise }),
  };
}

/** Sittings the ledger proves. One that a record proves on another day is shown as a difference, not added. */
function sittingEvents(
  file: CaseFile,
  before: CaseFile | undefined,
  former: LedgerEntry | undefined,
  says: LedgerCase,
  document: string,
): readonly CaseEvent[] {
  if (says.heard !== true) return [];
  const events: CaseEvent[] = [];
  for (const date of daysOf(says)) {
    const now = after(file, events);
    const held = sittings(now);
    if (held.some((one) => one.date === date) || held.some(({ ledger }) => ledger === undefined)) continue;
    const current = now.state === "awaiting-hearing" ? now.hearing : undefined;
    const moved = current !== undefined && date > current.date;
    if (moved) events.push(...putOff(now));
    const hearing =
      current?.date === date ? current : (provedBy(former, date, before) ?? newSitting(date, now));
    events.push({ type: "hearing-held", hearing: { ...hearing, ledger: document } });
  }
  return events;
}

/** A sitting that the former ledger proved keeps its number and room. */
function provedBy(
  former: LedgerEntry | undefined,
  date: CivilDate,
  before: CaseFile | undefined,
): Hearing | undefined {
  const same = before?.pastHearings.find((one) => one.ledger === former?.document && one.date === date);
  if (same === undefined || former === undefined) return undefined;
  const { fate: _, ...hearing } = same;
  return hearing;
}

function newSitting(date: CivilDate, file: CaseFile): Hearing {
  return { ordinal: nextOrdinal(file), sequence: 0, date };
}

function daysOf({ said }: LedgerCase): readonly CivilDate[] {
  return [...new Set(said.flatMap(({ heardOn }) => (heardOn === undefined ? [] : [heardOn])))].sort();
}

/** What it says of each agency. Where it says that nothing was heard, that is said of the sitting known. */
function statements(
  file: CaseFile,
  says: LedgerCase,
  document: string,
  read: Parties["respondents"],
): readonly CaseEvent[] {
  const held = sittings(file).map(({ date }) => date);
  const awaited = file.state === "awaiting-hearing" ? file.hearing.date : undefined;
  const fallback = says.heard === false ? (held[0] ?? awaited) : held.length === 1 ? held[0] : undefined;
  return says.said.flatMap((one): CaseEvent[] => {
    const respondent =
      one.respondent === undefined ? soleRespondent(file) : knownName(file, one.respondent, read);
    const facts = factsOf(one, says);
    const hearingDate = one.heardOn ?? fallback;
    const isParty = file.respondents.some(({ name }) => name === respondent);
    if (respondent === undefined || !isParty || facts === undefined || hearingDate === undefined) return [];
    const statement = { respondent, hearingDate, ...facts, source: "court-ledger", document } as const;
    return [{ type: "attendance-recorded", statement }];
  });
}

function factsOf(
  { respondent: _, heardOn: __, attended, ...head }: LedgerSaid,
  { heard, enterprise }: LedgerCase,
): HeadFacts | undefined {
  const involves = enterprise === undefined ? {} : { enterprise };
  if (heard === false) return { headAttended: "review", heard, ...involves };
  return attended === undefined ? undefined : { headAttended: attended, ...head, ...involves };
}

/** A row that names no agency speaks of the one there is. */
function soleRespondent(file: CaseFile): string | undefined {
  return file.respondents.length === 1 ? file.respondents[0]?.name : undefined;
}

function after(file: CaseFile | undefined, events: readonly CaseEvent[]): CaseFile {
  const known = evolveAll(file, events);
  if (known === undefined) throw new TypeError("a ledger's case is opened by its first event");
  return known;
}
