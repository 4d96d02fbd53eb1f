/** The directory (名录) as offices keep it: a sheet of contacts (通讯录), with what it leaves out concluded from the names. */
import type { ReadDocument } from "../../documents/kinds/facts.ts";
import {
  type ContactRole,
  type Level,
  lookup,
  type OrganisationKind,
} from "../../domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../domain/organisations/district.ts";
import type { Directory } from "../../ports/directory.ts";

/** What was read in a sheet of contacts. */
export type DirectorySheet = NonNullable<ReadDocument["directory"]>;
export type DirectoryEntry = DirectorySheet["entries"][number];

/** An organisation as the directory's file has it, not yet checked. */
export type GivenOrganisation = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly name: string;
};

const TOWN = /(?:镇|乡)人民政府$|街道办事处$|街道$|(?:镇|乡)$/u;

/**
 * The organisations of a sheet. Where it gives no ids, an organisation keeps the one it has in the directory, a court is
 * called by its code, and all others by a hash of their name: the same sheet makes the same directory.
 */
export async function organisationsOf(
  { entries }: DirectorySheet,
  directory: Pick<Directory, "find">,
  sha256: (bytes: Uint8Array) => string,
): Promise<readonly GivenOrganisation[]> {
  const ids = new Map<string, string>();
  for (const entry of entries)
    ids.set(entry.name, entry.id ?? (await knownId(entry, directory)) ?? madeId(entry));
  return entries.map((entry) => {
    const kind = kindOf(entry);
    const { superior, courtCode, jurisdiction = "", aliases, contacts, verified = false } = entry;
    return {
      id: ids.get(entry.name) ?? "",
      kind,
      name: entry.name,
      aliases,
      level: levelOf(entry, jurisdiction),
      jurisdiction,
      ...(superior !== undefined && { superior: ids.get(superior) ?? superior }),
      ...(courtCode !== undefined && { courtCode }),
      contacts: contacts.map(({ role, ...contact }) => ({
        role: role ?? usualRole(kind),
        ...contact,
      })),
      verified,
    };
  });

  function madeId({ name, courtCode }: DirectoryEntry): string {
    const digits = courtCode?.replace(/\D/g, "");
    return digits ? `court-${digits}` : `org-${sha256(new TextEncoder().encode(name)).slice(0, 12)}`;
  }
}

async function knownId(
  { name }: DirectoryEntry,
  directory: Pick<Directory, "find">,
): Promise<string | undefined> {
  const [only, ...others] = await directory.find(lookup.name(name));
  return others.length === 0 ? only?.id : undefined;
}

/** What it is, as its sheet says it or its name shows. */
export function kindOf({ kind, name }: DirectoryEntry): OrganisationKind {
  if (kind !== undefined) return kind;
  if (/法院$/u.test(name)) return "court";
  if (/司法局$/u.test(name)) return "bureau";
  return /人民政府$/u.test(name) && !TOWN.test(name) ? "government" : "agency";
}

/** Its level, as its sheet says it or its name shows. */
export function levelOf({ level, name }: DirectoryEntry, jurisdiction: string): Level {
  return level ?? (TOWN.test(name) ? "town" : jurisdiction === CITY_ITSELF ? "city" : "county");
}

/** Whose address it is, where a sheet doesn't say. */
export function usualRole(kind: OrganisationKind): ContactRole {
  return kind === "court" ? "clerk" : kind === "bureau" ? "duty" : "legal-section";
}
