/** A court's paper (司法建议书) becomes an entry of the programme of whoever it is addressed to: one of each addressee, written once. */

import type { ReadDocument } from "../../documents/kinds/facts.ts";
import { defined } from "../../domain/defined.ts";
import { identityOf } from "../../domain/identity.ts";
import type { Unreached } from "../../domain/obligations/addressing.ts";
import { lookup, type Organisation } from "../../domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../domain/organisations/district.ts";
import { refOf } from "../../domain/programme/entry.ts";
import { registerSuggestion } from "../../domain/programme/suggestion-decisions.ts";
import type { SuggestionDoubt, SuggestionFacts } from "../../domain/suggestion/suggestion.ts";
import { civilDateAt } from "../../domain/time/time.ts";
import type { Directory } from "../../ports/directory.ts";
import type { Draft } from "../handle.ts";
import { programmeChange } from "../programme-change.ts";
import type { Arriving, FilingPorts } from "./arriving.ts";

type Read = NonNullable<ReadDocument["suggestion"]>;

/** What is written for a paper: nothing for any other, and for one that is there already. */
export interface SuggestionsWritten {
  readonly change: Draft;
  readonly unreached: readonly Unreached[];
}

const NOTHING: SuggestionsWritten = { change: {}, unreached: [] };

/** The entries of a paper, with what they owe by now. */
export async function suggestionEntries(
  ports: FilingPorts,
  arriving: Arriving,
  document: ReadDocument,
): Promise<SuggestionsWritten> {
  const { suggestion } = document;
  if (suggestion === undefined) return NOTHING;
  const { now, cause, rules, reviewedBy } = arriving;
  const names = suggestion.addressees.map(({ value }) => value);
  const found = await Promise.all(
    (names.length === 0 ? [""] : names).map((name) => factsOf(ports, arriving, document, suggestion, name)),
  );
  // A unit that is named twice, in full and by its short name, is one addressee.
  const byId = new Map(found.map((one) => [idOf(one.facts, arriving), one]));
  const parts = await Promise.all(
    [...byId].map(async ([id, { facts, jurisdiction }]) => {
      // By the word of the court that wrote it, unless a person has checked it.
      const by = reviewedBy ?? facts.court.name;
      const entry = registerSuggestion(facts, { id, jurisdiction, at: now, by, cause });
      if ((await ports.records.programmeEntry(refOf(entry))) !== undefined) return undefined;
      return programmeChange(entry, 0, ports, { now, rules });
    }),
  );
  const made = parts.filter((part) => part !== undefined);
  if (made.length === 0) return NOTHING;
  return {
    change: {
      programme: made.flatMap(({ change }) => change.programme),
      notices: made.flatMap(({ change }) => change.notices),
      lines: made.flatMap(({ change }) => change.lines),
    },
    unreached: made.flatMap(({ unreached }) => unreached),
  };
}

/** The same paper sent as a scan and as a text is one: by its court and number, else by its bytes. */
function idOf({ number, court, to }: SuggestionFacts, { sha256 }: Arriving): string {
  return identityOf("suggestion", ...(number === undefined ? [sha256] : [court.name, number]), to.name);
}

async function factsOf(
  { directory }: FilingPorts,
  { object, source, rules, sha256 }: Arriving,
  { court: readCourt, issuedOn, caseNumbers }: ReadDocument,
  { number, addressees, sort, advice, reply }: Read,
  name: string,
): Promise<{ readonly facts: SuggestionFacts; readonly jurisdiction: string }> {
  const { minimumConfidence, periods } = rules.policy;
  const isSure = ({ confidence }: { readonly confidence: number }) => confidence >= minimumConfidence;
  const addressee = addressees.find(({ value }) => value === name);
  const known = addressee && isSure(addressee) ? await onlyNamed(directory, name) : undefined;
  const uploader = source.folder === "courts" ? source.uploader : undefined;
  const court = readCourt === undefined ? uploader : await courtNamed(directory, readCourt.value);
  const courtName = court?.name ?? readCourt?.value ?? uploader?.name;
  const isOwn = uploader === undefined || court === undefined || court.id === uploader.id;
  const doubts: readonly (readonly [SuggestionDoubt, boolean])[] = [
    ["addressee", known === undefined],
    ["advice", advice.length === 0 || !advice.every(isSure)],
    ["court", courtName === undefined || !isOwn],
  ];
  const received = civilDateAt(object.at);
  const facts: SuggestionFacts = {
    ...defined({ number: number?.value, issuedOn: issuedOn?.value }),
    court: { name: courtName ?? "", ...defined({ organisation: court?.id }) },
    receivedOn: received,
    to: { name: known?.name ?? name, ...defined({ organisation: known?.id }) },
    sort: sort.value,
    caseNumbers: caseNumbers.filter(isSure).map(({ value }) => value),
    advice: advice.map(({ value }) => value),
    reply:
      reply !== undefined && isSure(reply)
        ? { term: reply.value, written: true }
        : { term: { days: periods.suggestionDays }, written: false },
    document: sha256,
    doubts: doubts.flatMap(([doubt, holds]) => (holds ? [doubt] : [])),
  };
  const jurisdiction = known?.jurisdiction ?? court?.jurisdiction ?? uploader?.jurisdiction ?? CITY_ITSELF;
  return { facts, jurisdiction };
}

/** The one unit of this name that is no court. */
async function onlyNamed(directory: Directory, name: string): Promise<Organisation | undefined> {
  const found = (await directory.find(lookup.name(name))).filter(({ kind }) => kind !== "court");
  return found.length === 1 ? found[0] : undefined;
}

async function courtNamed(directory: Directory, name: string): Promise<Organisation | undefined> {
  const found = (await directory.find(lookup.name(name))).filter(({ kind }) => kind === "court");
  return found.length === 1 ? found[0] : undefined;
}
