/** Whose programme a link opens: the bureau's own, and for the city's bureau the counties' to look at. */

import { jurisdictions } from "../../../shared/casework/jurisdictions.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import type { DeskPorts } from "../frame/room.ts";

export interface Scope {
  /** The bureau's own jurisdiction: it may record there. */
  readonly own: string;
  /** All it may look at, its own first. */
  readonly seen: readonly string[];
}

/** The scope of a link's bureau; undefined where it is none any more. */
export async function scopeOf(
  { directory }: Pick<DeskPorts, "directory">,
  recipient: OrganisationId,
): Promise<Scope | undefined> {
  const bureau = await directory.organisation(recipient);
  if (bureau?.kind !== "bureau") return undefined;
  const { jurisdiction: own } = bureau;
  return { own, seen: own === CITY_ITSELF ? await jurisdictions(directory) : [own] };
}
