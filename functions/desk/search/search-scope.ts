/** In which cases may somebody search? In their organisation's own and below: as far as the boards go that it sees. */

import { areaOf } from "../../../shared/casework/jurisdictions.ts";
import { organisationBoard } from "../../../shared/domain/board/board-row.ts";
import type { Organisation, OrganisationId } from "../../../shared/domain/organisations/directory.ts";
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
  const area = await areaOf(directory, organisation);
  return { organisation, boards: [organisationBoard(recipient), ...area] };
}
