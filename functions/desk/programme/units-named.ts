/** Which organisations does a bureau mean by the names it typed: whoever the directory knows by exactly one entry. */
import { lookup, type OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import type { DeskPorts } from "../frame/room.ts";

/** The organisation of a name; undefined where there is none, or more than one. */
export async function organisationNamed(
  { directory }: Pick<DeskPorts, "directory">,
  name: string,
): Promise<OrganisationId | undefined> {
  const found = await directory.find(lookup.name(name));
  return found.length === 1 ? found[0]?.id : undefined;
}
