/** Which part of the directory (名录) does a link open: all of it for the city's bureau, its own jurisdiction for a county's? */

import { jurisdictions } from "../../../shared/casework/jurisdictions.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import {
  lookup,
  type Organisation,
  type OrganisationId,
} from "../../../shared/domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import { type EntryRight, entryRight } from "../../../shared/domain/organisations/entry.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import type { DeskPorts, Visit } from "../frame/room.ts";

export type DirectoryLink = Link<"directory" | "directory-entry" | "unknown-name">;

/** What a bureau may see and change. */
export interface OpenDirectory {
  readonly link: DirectoryLink;
  readonly visit: Visit;
  readonly bureau: Organisation;
  readonly own: string;
  /** The jurisdictions it sees, its own first. */
  readonly seen: readonly string[];
}

/** One entry, as it is, with how much of it the bureau may change. */
export interface OpenEntry extends OpenDirectory {
  readonly entry: Organisation;
  readonly right: EntryRight;
}

/** The directory for a link's bureau; a refusal where it is none any more. */
export async function openDirectory(
  { directory }: Pick<DeskPorts, "directory">,
  link: DirectoryLink,
  visit: Visit,
): Promise<OpenDirectory | DeskRefusal> {
  const bureau = await directory.organisation(link.recipient);
  if (bureau?.kind !== "bureau" || bureau.closed !== undefined) return { type: "not-theirs" };
  const { jurisdiction: own } = bureau;
  return { link, visit, bureau, own, seen: own === CITY_ITSELF ? await jurisdictions(directory) : [own] };
}

/** One entry of it; whose it is follows from the directory, not from the link. */
export async function openEntry(
  { directory }: Pick<DeskPorts, "directory">,
  open: OpenDirectory,
  id: string | undefined,
): Promise<OpenEntry | DeskRefusal> {
  const entry = id === undefined ? undefined : await directory.organisation(id as OrganisationId);
  if (entry === undefined) return { type: "unit-gone" };
  const isSeen = open.own === CITY_ITSELF || entry.jurisdiction === open.own;
  return isSeen ? { ...open, entry, right: entryRight(open.own, entry) } : { type: "unit-not-theirs" };
}

/** All there are of some jurisdictions, by name. */
export async function entriesIn(
  { directory }: Pick<DeskPorts, "directory">,
  areas: readonly string[],
): Promise<readonly Organisation[]> {
  const found = await Promise.all(areas.map((area) => directory.find(lookup.area(area))));
  return found.flat().toSorted((one, other) => one.name.localeCompare(other.name, "zh-CN"));
}
