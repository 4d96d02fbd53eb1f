/**
 * What a bureau may do to an entry of the directory (名录), and how the entry is thereby: a new unit, a change, another name, a
 * unit that is no more.
 */

import type { CivilDate } from "../time/time.ts";
import {
  type Contact,
  comparableName,
  type Level,
  mailboxKey,
  type Organisation,
  type OrganisationId,
} from "./directory.ts";
import { CITY_ITSELF } from "./district.ts";
import { contactFor } from "./mail-reader.ts";
import { aliasesAs } from "./organisation-change.ts";

/**
 * How much of an entry a bureau may change: `all` of the agencies of its jurisdiction; the `contacts` of courts, governments
 * and bureaus, which only the city's bureau keeps; nothing of what is another's.
 */
export type EntryRight = "all" | "contacts" | "none";

/** What a bureau of `own` may change of an organisation. */
export function entryRight(own: string, { kind, jurisdiction }: Organisation): EntryRight {
  const isMunicipal = own === CITY_ITSELF;
  if (!isMunicipal && jurisdiction !== own) return "none";
  if (kind === "agency") return "all";
  return isMunicipal ? "contacts" : "none";
}

/** What a bureau's form says of an entry. */
export interface EntryFacts {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly level: Level;
  readonly jurisdiction: string;
  readonly superior: OrganisationId | undefined;
  readonly address: string;
  readonly contacts: readonly Omit<Contact, "undeliverable" | "proposed">[];
  /** Addresses that refused mail are tried again. */
  readonly isMended: boolean;
}

/** The entry as a bureau has it: whoever wrote it has checked it. A former name stays one it is found under. */
export function editedEntry(before: Organisation, facts: EntryFacts): Organisation {
  const { superior: _, address: __, ...rest } = before;
  const { name, level, jurisdiction, superior, address, contacts, isMended } = facts;
  return {
    ...rest,
    name,
    aliases: aliasesAs(before, name, withoutOwn(name, facts.aliases)),
    level,
    jurisdiction,
    ...(superior !== undefined && { superior }),
    ...(address !== "" && { address }),
    contacts: contacts.map((contact) => ({ ...contact, ...markOf(before, contact, isMended) })),
    verified: true,
  };
}

/** A unit that the directory didn't have. */
export function newEntry(id: OrganisationId, facts: EntryFacts): Organisation {
  const { name, aliases, level, jurisdiction, superior, address, contacts } = facts;
  return {
    id,
    kind: "agency",
    name,
    aliases: withoutOwn(name, aliases),
    level,
    jurisdiction,
    ...(superior !== undefined && { superior }),
    ...(address !== "" && { address }),
    contacts,
    verified: true,
  };
}

/** An address that is known to refuse mail stays known to, unless a person says that it works again; what was proposed for it stays proposed. */
function markOf(
  before: Organisation,
  { role, email }: Pick<Contact, "role" | "email">,
  isMended: boolean,
): Pick<Contact, "undeliverable" | "proposed"> {
  const known = before.contacts.filter((one) => mailboxKey(one.email) === mailboxKey(email));
  const undeliverable = known[0]?.undeliverable;
  const proposed = known.find((one) => one.role === role)?.proposed;
  return {
    ...(undeliverable !== undefined && { undeliverable: isMended ? false : undeliverable }),
    ...(proposed !== undefined && { proposed }),
  };
}

function withoutOwn(name: string, aliases: readonly string[]): readonly string[] {
  const all = aliases.filter((one) => comparableName(one) !== comparableName(name));
  return [...new Map(all.map((one) => [comparableName(one), one])).values()];
}

/** The entry, found under one more name. */
export function withAlias(entry: Organisation, alias: string): Organisation {
  return isCalled(entry, alias) ? entry : { ...entry, aliases: [...entry.aliases, alias] };
}

/** Whether an organisation is found under a name. */
export function isCalled({ name, aliases }: Pick<Organisation, "name" | "aliases">, other: string): boolean {
  return [name, ...aliases].some((one) => comparableName(one) === comparableName(other));
}

/** 撤销, or 并入: the entry is kept for the cases it has; whoever takes its place is found under its names from then on. */
export function closedEntry(
  entry: Organisation,
  on: CivilDate,
  into: Organisation | undefined,
): readonly Organisation[] {
  if (into === undefined) return [{ ...entry, closed: { on } }];
  const successor = [entry.name, ...entry.aliases].reduce(withAlias, into);
  return [{ ...entry, closed: { on, into: into.id } }, successor];
}

/** What is wrong with an entry, as the list of the jurisdiction shows it. */
export type EntryFlaw =
  /** No address works: nobody there gets a letter. */
  | "no-address"
  /** One of its addresses refused mail. */
  | "address-refused"
  /** Another address was proposed: whoever reads the one in use, or a bureau, has to agree. */
  | "address-proposed"
  /** Nobody has checked it: as loaded, or as the organisation itself has reported it. */
  | "unverified"
  | "no-head"
  | "no-superior";

/** What is wrong with an entry, the gravest first. */
export function entryFlaws(entry: Organisation): readonly EntryFlaw[] {
  const { kind, contacts, verified, superior, closed } = entry;
  if (closed !== undefined) return [];
  const flaws: readonly (readonly [EntryFlaw, boolean])[] = [
    ["no-address", contactFor(entry, "handling") === undefined],
    ["address-refused", contacts.some(({ undeliverable }) => undeliverable === true)],
    ["address-proposed", contacts.some(({ proposed }) => proposed !== undefined)],
    ["unverified", !verified],
    ["no-head", kind === "agency" && !contacts.some(({ role }) => role === "head")],
    ["no-superior", kind === "agency" && superior === undefined],
  ];
  return flaws.flatMap(([flaw, holds]) => (holds ? [flaw] : []));
}
