/** The directory (名录) as it will be once some changes are written: what follows from them is decided on it before they are. */

import { lookupsOf, type Organisation, type OrganisationId } from "../../domain/organisations/directory.ts";
import {
  changedOrganisation,
  type OrganisationChange,
} from "../../domain/organisations/organisation-change.ts";
import type { Directory } from "../../ports/directory.ts";

/** Finds and returns the changed entries as they are after their changes, and all others as the directory has them. */
export function directoryWith(directory: Directory, changes: readonly OrganisationChange[]): Directory {
  const changed = new Map<OrganisationId, Organisation | undefined>(
    changes.map((one) => [changedOrganisation(one).id, one.after]),
  );
  return {
    ...directory,
    organisation: async (id) => (changed.has(id) ? changed.get(id) : directory.organisation(id)),
    async organisations(ids) {
      const all = [...ids];
      const found = new Map(await directory.organisations(all.filter((id) => !changed.has(id))));
      for (const id of all) {
        const one = changed.get(id);
        if (one !== undefined) found.set(id, one);
      }
      return found;
    },
    async find(lookupKey) {
      const known = (await directory.find(lookupKey)).filter(({ id }) => !changed.has(id));
      const added = [...changed.values()].filter(
        (one) => one !== undefined && lookupsOf(one).includes(lookupKey),
      );
      return [...known, ...added]
        .filter((one) => one !== undefined)
        .toSorted((one, other) => (one.id < other.id ? -1 : 1));
    },
  };
}
