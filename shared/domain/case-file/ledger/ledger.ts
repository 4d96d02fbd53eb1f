/**
 * What does a court's ledger change in a case file? The ledger stands below hearing record and judgment and above the
 * agency's filing: it opens a case nobody sent papers of, proves a sitting nobody recorded, and says who
 * attended; it never moves what a better source has proved. A later ledger of the same month takes back what the former
 * one said.
 */

import { judgePlaintiffs } from "../../court/enterprise.ts";
import { defined } from "../../defined.ts";
import type { OrganisationId } from "../../organisations/directory.ts";
import type { Doubt } from "../../refusal.ts";
import { UNKNOWN_AGENCY } from "../../statistics/statistics-row.ts";
import type { CivilDate, Instant, Month } from "../../time/time.ts";
import { closingEvents } from "../closing.ts";
import { accepted, type Decision, type NotWeighed, refused } from "../decision.ts";
import type { CaseEvent, Parties } from "../events.ts";
import { evolveAll } from "../evolving/evolve.ts";
import type { Hearing } from "../hearing.ts";
import { knownName, partiesDiffer, partyEvents, sameRespondent } from "../parties.ts";
import {
  type CaseFile,
  isLedgersAlone,
  type LedgerAgency,
  type LedgerEntry,
  newAppointment,
  type Respondent,
  sittings,
} from "../state.ts";
import type { HeadFacts } from "../statement.ts";
import { reliableDays, type UnusableDay } from "./ledger-days.ts";
import type { AgencyStatement, LedgerStatement } from "./ledger-statement.ts";

/** A ledger speaks for the case, or (without `statement`) no longer does. */
export interface NoteLedger {
  readonly type: "note-ledger";
  readonly ledger: LedgerRef;
  /** The court's other ledgers for the month it was weighed against. One in the file that isn't among them came meanwhile. */
  readonly weighedAgainst: readonly string[];
  readonly statement?: IdentifiedStatement;
}

/** A statement with what only the directory knows: the court's name, and which agencies it names. */
export type IdentifiedStatement = LedgerStatement & {
  readonly court: string;
  readonly respondents: Parties["respondents"];
};

/** The file of a court's ledger. */
export interface LedgerRef {
  readonly court: OrganisationId;
  readonly month: Month;
  readonly document: string;
  readonly receivedAt: Instant;
}

/** What of a statement was not used, or needs the court's attention. */
export type LedgerDoubt =
  /** An agency that neither the file nor the directory knows; what is said of it is left out. */
  | { readonly type: "stranger"; readonly name: string }
  /** Heard, in a ledger with days of hearing, but on none that is known: it counts to no month. */
  | { readonly type: "no-day" }
  /** Heard on a day whose year the ledger doesn't say. */
  | { readonly type: "no-year" }
  /** Not heard, or not known whether: nothing says to which month it counts. */
  | { readonly type: "no-month" }
  /** The ledger and the names of the plaintiffs differ on whether an enterprise is among them. */
  | { readonly type: "enterprise-differs"; readonly stated: boolean }
  /** A day on which the case can't have been heard, or that nothing known explains. */
  | UnusableDay;

/** What a ledger changes in a case file; the same one twice changes nothing. */
export function noteLedger(file: CaseFile | undefined, command: NoteLedger): Decision<Doubt | NotWeighed> {
  const { ledger, weighedAgainst, statement } = command;
  const former = file && formerEntry(file, ledger);
  if (
    former !== undefined &&
    former.document !== ledger.document &&
    !weighedAgainst.includes(former.document)
  )
    return refused({ type: "not-weighed" });
  if (statement === undefined)
    return former === undefined ? accepted() : accepted({ type: "ledger-withdrawn", ledger: refOf(former) });
  if (former?.document === ledger.document) return accepted();

  const { caseNumber, respondents } = statement;
  const doubt = partiesDiffer(file, { caseNumber, parties: partiesOf(statement, respondents) });
  if (doubt !== undefined) return refused(doubt);
  const parties = partiesOf(
    statement,
    respondents.filter((one) => isKnown(one, file)),
  );
  const { heard: _, undatedIn: __, ...rest } = statement;
  const { said } = reliableDays(statement, withoutFormer(file, ledger), ledger.receivedAt);
  return accepted(...eventsOf(file, former, ledger, { ...rest, ...said }, parties));
}

/** The case as it is without what the same court's ledger for the same month said before. */
function withoutFormer(file: CaseFile | undefined, ledger: LedgerRef): CaseFile | undefined {
  const former = file && formerEntry(file, ledger);
  return former === undefined ? file : evolveAll(file, [{ type: "ledger-withdrawn", ledger: refOf(former) }]);
}

/** An agency is taken in where no paper names the case's own, or where the directory or the file knows it. */
function isKnown(one: Respondent, file: CaseFile | undefined): boolean {
  return (
    file === undefined ||
    isLedgersAlone(file) ||
    one.identity !== undefined ||
    file.respondents.some((other) => sameRespondent(one, other))
  );
}

/** What of a statement was not used in the case, or needs the court's attention; `before` is the case as it was then. */
export function ledgerDoubts(
  before: CaseFile | undefined,
  file: CaseFile,
  statement: IdentifiedStatement,
  ledger: LedgerRef,
): readonly LedgerDoubt[] {
  const strangers = statement.respondents.filter((one) => !isKnown(one, before));
  const reliable = reliableDays(statement, withoutFormer(before, ledger), ledger.receivedAt);
  return [
    ...strangers.map(({ name }) => ({ type: "stranger", name }) as const),
    // A planned day that is the one set says nothing new.
    ...reliable.unusable.filter((one) => one.type !== "planned" || one.known?.date !== one.day),
    ...doubtsOn(file, before, statement, reliable.unusable.length > 0),
  ];
}

function doubtsOn(
  file: CaseFile,
  before: CaseFile | undefined,
  { heard, undatedIn, yearUnknown, enterprise, outcome, mediated }: LedgerStatement,
  isDayDoubted: boolean,
): readonly LedgerDoubt[] {
  const differs =
    enterprise !== undefined && before?.enterprise !== undefined && before.enterprise !== enterprise;
  return [
    ...(sittings(file).length === 0 && undatedIn === undefined && !isDayDoubted ? unplaced() : []),
    ...(differs ? [{ type: "enterprise-differs", stated: enterprise } as const] : []),
  ];

  function unplaced(): readonly LedgerDoubt[] {
    if (heard === true) return [{ type: yearUnknown === true ? "no-year" : "no-day" }];
    // What was not heard adds to resolutions alone: without any, its month makes no difference.
    const counts = heard !== false || outcome === "settled" || mediated === true;
    return counts ? [{ type: "no-month" }] : [];
  }
}

/** 涉企 by the plaintiffs' names, as any paper of the case shows it; what the ledger itself says stands in its entry. */
function partiesOf(
  { plaintiffs, cause, originCaseNumber }: LedgerStatement,
  respondents: Parties["respondents"],
): Parties {
  const { enterprise } = judgePlaintiffs(plaintiffs);
  return {
    plaintiffs,
    respondents,
    thirdParties: [],
    ...defined({ cause, enterprise, originCaseNumber }),
  };
}

function eventsOf(
  file: CaseFile | undefined,
  former: LedgerEntry | undefined,
  ledger: LedgerRef,
  statement: IdentifiedStatement,
  parties: Parties,
): readonly CaseEvent[] {
  const { court, caseNumber, outcome, heard } = statement;
  const { document } = ledger;
  const opening = partyEvents(file, { caseNumber, court, parties });
  // The entry takes back what the former ledger said: only then does it show which days are known without it.
  const known = after(file, [...opening, { type: "ledger-noted", entry: entryOf(ledger, statement, []) }]);
  const held = sittingEvents(known, file, former, statement, document);
  const words = wordsOf(after(known, held), statement, parties.respondents);
  const agencies = words.flatMap(({ kept }) => kept ?? []);
  const events: CaseEvent[] = [
    ...opening,
    { type: "ledger-noted", entry: entryOf(ledger, statement, agencies) },
    ...held,
    ...words.flatMap(({ recorded }) =>
      recorded === undefined
        ? []
        : [
            {
              type: "attendance-recorded" as const,
              statement: { ...recorded, source: "court-ledger" as const, document },
            },
          ],
    ),
  ];
  if (outcome !== undefined)
    events.push(...closingEvents(after(file, events), { outcome, heard, ledger: document }));
  return events;
}

/** What the same court's ledger for the same month said before. */
function formerEntry(file: CaseFile, { court, month }: LedgerRef): LedgerEntry | undefined {
  return file.ledgers.find((one) => one.court === court && one.month === month);
}

function refOf({ court, month, document, receivedAt }: LedgerEntry): LedgerRef {
  return { court, month, document, receivedAt };
}

function entryOf(
  ledger: LedgerRef,
  { heard, mediated, enterprise, closed, undatedIn, classes }: LedgerStatement,
  agencies: readonly LedgerAgency[],
): LedgerEntry {
  return {
    ...ledger,
    ...defined({ heard, mediated, enterprise, closed, undatedIn, classes }),
    ...(agencies.length > 0 && { agencies }),
  };
}

/** Sittings the ledger proves. One that a record proves on another day is shown as a difference, not added. */
function sittingEvents(
  file: CaseFile,
  before: CaseFile | undefined,
  former: LedgerEntry | undefined,
  statement: LedgerStatement,
  document: string,
): readonly CaseEvent[] {
  if (statement.heard !== true) return [];
  const events: CaseEvent[] = [];
  for (const date of daysOf(statement)) {
    const now = after(file, events);
    const held = sittings(now);
    if (held.some((one) => one.date === date) || held.some(({ ledger }) => ledger === undefined)) continue;
    const current = now.state === "awaiting-hearing" ? now.hearing : undefined;
    const hearing =
      current?.date === date
        ? { ...current, wasSet: true as const }
        : (provedBy(former, date, before) ?? newSitting(date, now));
    const { mode = hearing.mode } = statement;
    events.push({ type: "hearing-held", hearing: { ...hearing, ...defined({ mode }), ledger: document } });
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
  return { ...newAppointment(file), date };
}

function daysOf({ agencies }: LedgerStatement): readonly CivilDate[] {
  return [...new Set(agencies.flatMap(({ heardOn }) => (heardOn === undefined ? [] : [heardOn])))].sort();
}

/** What is said of one agency: of a sitting that is known, and what its entry keeps. */
interface Words {
  readonly recorded?: HeadFacts & { readonly respondent: string; readonly hearingDate: CivilDate };
  readonly kept?: LedgerAgency;
}

/** Where it says that nothing was heard, that is said of the sitting known; without any day it is kept undated. */
function wordsOf(file: CaseFile, statement: LedgerStatement, read: Parties["respondents"]): readonly Words[] {
  const held = sittings(file).map(({ date }) => date);
  const awaited = file.state === "awaiting-hearing" ? file.hearing.date : undefined;
  const fallback = statement.heard === false ? (held[0] ?? awaited) : held.length === 1 ? held[0] : undefined;
  return statement.agencies.flatMap((one): Words[] => {
    const respondent = one.respondent === undefined ? unnamed(file) : knownName(file, one.respondent, read);
    const isParty = file.respondents.some(({ name }) => name === respondent);
    if (respondent === undefined || (!isParty && respondent !== UNKNOWN_AGENCY)) return [];
    const facts = factsOf(one, statement);
    const hearingDate = one.heardOn ?? fallback;
    const undated = hearingDate === undefined && held.length === 0 ? facts : undefined;
    const { jurisdiction, doubtful } = one;
    const kept = {
      respondent,
      ...defined({ jurisdiction, doubtful, undated }),
    };
    return [
      {
        ...(facts !== undefined &&
          hearingDate !== undefined && { recorded: { respondent, hearingDate, ...facts } }),
        ...(Object.keys(kept).length > 1 && { kept }),
      },
    ];
  });
}

function factsOf(
  { respondent: _, jurisdiction: __, heardOn: ___, doubtful: ____, attended, ...head }: AgencyStatement,
  { heard, enterprise }: LedgerStatement,
): HeadFacts | undefined {
  const involves = enterprise === undefined ? {} : { enterprise };
  if (heard === false) return { headAttended: "review", heard, ...involves };
  return attended === undefined ? undefined : { headAttended: attended, ...head, ...involves };
}

/** A row that names no agency speaks of the one there is, or of one that nobody has named. */
function unnamed(file: CaseFile): string | undefined {
  if (file.respondents.length === 0) return UNKNOWN_AGENCY;
  return file.respondents.length === 1 ? file.respondents[0]?.name : undefined;
}

function after(file: CaseFile | undefined, events: readonly CaseEvent[]): CaseFile {
  const known = evolveAll(file, events);
  if (known === undefined) throw new TypeError("a ledger's case is opened by its first event");
  return known;
}
