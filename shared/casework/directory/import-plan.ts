/**
 * What would an uploaded sheet of contacts (通讯录) change in the directory (名录)? Each unit of it is new, changed, as it was, or not
 * understood, and why. What a sheet leaves out stays; nothing is written here.
 */

import { identityOf } from "../../domain/identity.ts";
import {
  type Contact,
  comparableName,
  lookup,
  mailboxKey,
  type Organisation,
  type OrganisationId,
} from "../../domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../domain/organisations/district.ts";
import { entryRight, isCalled } from "../../domain/organisations/entry.ts";
import { aliasesAs, changedFields } from "../../domain/organisations/organisation-change.ts";
import type { Directory } from "../../ports/directory.ts";
import { type Conflict, conflictsOf } from "./conflicts.ts";
import { type DirectoryEntry, type DirectorySheet, kindOf, levelOf, usualRole } from "./from-sheet.ts";

/** Why a unit of the sheet is left out. */
export type ImportRefusal =
  | Conflict
  /** A sentence of the sheet's reader, with its row. */
  | { readonly type: "as-read"; readonly text: string }
  /** Two units of the sheet have the name. */
  | { readonly type: "name-twice"; readonly name: string }
  | { readonly type: "other-jurisdiction"; readonly jurisdiction: string }
  /** A court, government or bureau that only the city's bureau keeps, or only the admin adds. */
  | { readonly type: "kept-elsewhere" }
  | { readonly type: "not-an-agency" }
  | { readonly type: "closed" }
  | { readonly type: "no-contact" }
  | { readonly type: "no-such-superior"; readonly superior: string };

/** A unit that is new or changed. */
export interface PlannedEntry {
  /** Where in the sheet it stands. */
  readonly rows: readonly string[];
  readonly before?: Organisation;
  readonly after: Organisation;
}

/** A unit, or a row, that is left out. */
export interface RefusedEntry {
  readonly rows: readonly string[];
  readonly name?: string;
  readonly why: ImportRefusal;
}

export interface ImportPlan {
  readonly added: readonly PlannedEntry[];
  readonly changed: readonly PlannedEntry[];
  readonly unchanged: readonly Organisation[];
  readonly refused: readonly RefusedEntry[];
}

/** Whose directory it is. */
interface Keeper {
  readonly own: string;
  /** The jurisdictions there are for it. */
  readonly seen: readonly string[];
}

/** Reads only. The same sheet and directory make the same plan. */
export async function importPlan(
  directory: Pick<Directory, "find" | "organisation">,
  { entries, problems }: DirectorySheet,
  keeper: Keeper,
): Promise<ImportPlan> {
  const known = await Promise.all(entries.map((entry) => knownAs(directory, entry)));
  const ids = new Map(
    entries.map(({ name }, index) => [comparableName(name), known[index]?.id ?? unitId(name)] as const),
  );
  const units = await Promise.all(
    entries.map((entry, index) =>
      readUnit({ directory, entry, before: known[index], ids, problems, keeper }),
    ),
  );
  const checked = await withoutOrphans(directory, await withoutConflicts(directory, units));
  const planned = checked.flatMap((one) => ("after" in one ? [one] : []));
  const isSame = ({ before, after }: PlannedEntry) =>
    before !== undefined && changedFields(before, after).length === 0 && before.verified === after.verified;
  return {
    added: planned.filter(({ before }) => before === undefined),
    changed: planned.filter((one) => one.before !== undefined && !isSame(one)),
    unchanged: planned.filter(isSame).map(({ after }) => after),
    refused: [
      ...checked.flatMap((one) => ("why" in one ? [one] : [])),
      // A row without a unit.
      ...problems
        .filter(({ row }) => !units.some(({ rows }) => rows.includes(row)))
        .map(({ row, text }): RefusedEntry => ({ rows: [row], why: { type: "as-read", text } })),
    ],
  };
}

/** A unit that nobody gave an id is called by its name. */
function unitId(name: string): OrganisationId {
  return `unit-${identityOf("unit", comparableName(name)).toLowerCase()}` as OrganisationId;
}

type Read = PlannedEntry | RefusedEntry;

interface Reading {
  readonly directory: Pick<Directory, "find" | "organisation">;
  readonly entry: DirectoryEntry;
  readonly before: Organisation | undefined;
  /** Of the sheet's units, by name. */
  readonly ids: ReadonlyMap<string, OrganisationId>;
  readonly problems: DirectorySheet["problems"];
  readonly keeper: Keeper;
}

async function readUnit({ directory, entry, before, ids, problems, keeper }: Reading): Promise<Read> {
  const { name, rows, superior } = entry;
  const { own, seen } = keeper;
  const refused = (why: ImportRefusal): RefusedEntry => ({ rows, name, why });
  const said = problems.find(({ row }) => rows.includes(row));
  if (said !== undefined) return refused({ type: "as-read", text: said.text });
  if (before?.closed !== undefined) return refused({ type: "closed" });
  const jurisdiction = entry.jurisdiction ?? before?.jurisdiction ?? own;
  const isOurs = before === undefined || own === CITY_ITSELF || before.jurisdiction === own;
  if (!isOurs || (jurisdiction !== before?.jurisdiction && !seen.includes(jurisdiction)))
    return refused({ type: "other-jurisdiction", jurisdiction: isOurs ? jurisdiction : before.jurisdiction });
  if (before === undefined && kindOf(entry) !== "agency") return refused({ type: "not-an-agency" });
  const above = superior === undefined ? undefined : await superiorOf(directory, superior, ids);
  if (superior !== undefined && above === undefined) return refused({ type: "no-such-superior", superior });
  const told = { entry, jurisdiction, superior: above };
  const after = before === undefined ? newUnit(told) : changedUnit(before, told);
  if (after.contacts.length === 0) return refused({ type: "no-contact" });
  const planned: PlannedEntry = { rows, ...(before && { before }), after };
  if (before === undefined || changedFields(before, after).length === 0) return planned;
  const right = entryRight(own, before);
  const isOnlyContacts = changedFields({ ...before, contacts: after.contacts }, after).length === 0;
  const may = right === "all" || (right === "contacts" && isOnlyContacts);
  return may ? planned : refused({ type: "kept-elsewhere" });
}

/** What the sheet says of one unit, with the organisations it names. */
interface Told {
  readonly entry: DirectoryEntry;
  readonly jurisdiction: string;
  readonly superior: OrganisationId | undefined;
}

/** By its name or id, in the sheet or in the directory. */
async function superiorOf(
  directory: Pick<Directory, "find" | "organisation">,
  text: string,
  ids: ReadonlyMap<string, OrganisationId>,
): Promise<OrganisationId | undefined> {
  const inSheet = ids.get(comparableName(text));
  if (inSheet !== undefined) return inSheet;
  const [only, ...others] = await directory.find(lookup.name(text));
  if (only !== undefined && others.length === 0) return only.id;
  return (await directory.organisation(text as OrganisationId))?.id;
}

/** The unit the directory has under the sheet's id, or under the name alone. */
async function knownAs(
  directory: Pick<Directory, "find" | "organisation">,
  { id, name }: DirectoryEntry,
): Promise<Organisation | undefined> {
  const byId = id === undefined ? undefined : await directory.organisation(id as OrganisationId);
  if (byId !== undefined) return byId;
  const [only, ...others] = await directory.find(lookup.name(name));
  return others.length === 0 ? only : undefined;
}

function newUnit({ entry, jurisdiction, superior }: Told): Organisation {
  const { name, aliases, contacts, verified = true } = entry;
  return {
    id: unitId(name),
    kind: "agency",
    name,
    aliases: aliases.filter((one) => comparableName(one) !== comparableName(name)),
    level: levelOf(entry, jurisdiction),
    jurisdiction,
    ...(superior !== undefined && { superior }),
    contacts: contactsAs([], contacts, usualRole("agency")),
    verified,
  };
}

/** The unit with what the sheet says; where it says the same in other signs, as it was. */
function changedUnit(before: Organisation, { entry, jurisdiction, superior }: Told): Organisation {
  const { aliases, level = before.level, contacts, verified = before.verified } = entry;
  const isRenamed = comparableName(entry.name) !== comparableName(before.name);
  const name = isRenamed ? entry.name : before.name;
  const known = aliasesAs(before, name, before.aliases);
  const added = aliases.filter((one) => !isCalled({ name, aliases: known }, one));
  return {
    ...before,
    name,
    aliases: added.length === 0 ? known : [...known, ...added],
    level,
    jurisdiction,
    ...(superior !== undefined && { superior }),
    contacts:
      contacts.length === 0 ? before.contacts : contactsAs(before.contacts, contacts, usualRole(before.kind)),
    verified,
  };
}

/** The people of the sheet, in its order; one who is there already as he was. */
function contactsAs(
  before: readonly Contact[],
  contacts: DirectoryEntry["contacts"],
  standing: Contact["role"],
): readonly Contact[] {
  const read = contacts.map(({ role = standing, name, email, phone }): Contact => {
    const former = before.find((one) => mailboxKey(one.email) === mailboxKey(email) && one.role === role);
    if (former === undefined) return { role, name, email, ...(phone !== undefined && { phone }) };
    const isSame = (one: string, other: string) => comparableName(one) === comparableName(other);
    return {
      ...former,
      ...(!isSame(former.name, name) && { name }),
      ...(phone !== undefined && !isSame(former.phone ?? "", phone) && { phone }),
    };
  });
  const isAsBefore = read.length === before.length && before.every((one) => read.includes(one));
  return isAsBefore ? before : read;
}

/** Names and addresses that are another's, in the directory or in the sheet itself. */
async function withoutConflicts(
  directory: Pick<Directory, "find">,
  units: readonly Read[],
): Promise<readonly Read[]> {
  const owners = Map.groupBy(
    units.flatMap((one) =>
      "after" in one
        ? [one.after.name, ...one.after.aliases].map((name) => [comparableName(name), one.after.id] as const)
        : [],
    ),
    ([name]) => name,
  );
  const isTwice = (name: string) => new Set(owners.get(comparableName(name))?.map(([, id]) => id)).size > 1;
  return Promise.all(
    units.map(async (one): Promise<Read> => {
      if (!("after" in one)) return one;
      const { rows, before, after } = one;
      const had = [before?.name, ...(before?.aliases ?? [])];
      const names = [after.name, ...after.aliases].filter((name) => !had.includes(name));
      const twice = names.find(isTwice);
      if (twice !== undefined) return { rows, name: after.name, why: { type: "name-twice", name: twice } };
      const addresses = before?.contacts.map(({ email }) => email) ?? [];
      const [conflict] = await conflictsOf(directory, {
        id: before?.id,
        names,
        contacts:
          after.kind === "agency" ? after.contacts.filter(({ email }) => !addresses.includes(email)) : [],
      });
      return conflict === undefined ? one : { rows, name: after.name, why: conflict };
    }),
  );
}

/** A unit stands under one that the directory has, or that the sheet adds. */
async function withoutOrphans(
  directory: Pick<Directory, "organisation">,
  units: readonly Read[],
): Promise<readonly Read[]> {
  const added = new Set(
    units.flatMap((one) => ("after" in one && one.before === undefined ? [one.after.id] : [])),
  );
  const left = await Promise.all(
    units.map(async (one): Promise<Read> => {
      const superior = "after" in one ? one.after.superior : undefined;
      if (!("after" in one) || superior === undefined || superior === one.before?.superior) return one;
      if (added.has(superior) || (await directory.organisation(superior)) !== undefined) return one;
      const { rows, after } = one;
      return { rows, name: after.name, why: { type: "no-such-superior", superior } };
    }),
  );
  // Whoever stood under one that is left out now is as well.
  const isStable = left.every((one, index) => one === units[index]);
  return isStable ? units : withoutOrphans(directory, left);
}
