/** In which cases may somebody search? In their organisation's own and below: as far as the boards go that it sees. */

import { jurisdictions } from "../../../shared/casework/jurisdictions.ts";
import { organisationBoard } from "../../../shared/domain/board/board-row.ts";
import type { Organisation, OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import type { DeskPorts } from "../frame/room.ts";

export interface SearchScope {
  readonly organisation: Organisation;
  /** A case is found where it stands on one of these. */
  readonly boards: readonly string[];
}

/** Undefined where the directory no longer has the organisation. */
export async function searchScope(
  { directory }: Pick<DeskPorts, "directory">,
  recipient: OrganisationId,
): Promise<SearchScope | undefined> {
  const organisation = await directory.organisation(recipient);
  if (organisation === undefined) return undefined;
  const area = await areaOf({ directory }, organisation);
  return { organisation, boards: [organisationBoard(recipient), ...area] };
}

/**
 * The boards of an organisation's area: a bureau's and a government's, of the city all. A court or an agency has its own cases alone,
 * and so has a town's government.
 */
export async function areaOf(
  { directory }: Pick<DeskPorts, "directory">,
  { kind, level, jurisdiction }: Pick<Organisation, "kind" | "level" | "jurisdiction">,
): Promise<readonly string[]> {
  if (kind === "court" || kind === "agency" || level === "town") return [];
  return jurisdiction === CITY_ITSELF ? jurisdictions(directory) : [jurisdiction];
}
