/** Why can't an entry of the directory (名录) be called so, or have that address? Since another one has it already. */

import {
  type Contact,
  comparableName,
  lookup,
  type Organisation,
  type OrganisationId,
} from "../../domain/organisations/directory.ts";
import type { Directory } from "../../ports/directory.ts";

/** What an entry would share with another one. */
export type Conflict = { readonly by: Organisation } & (
  | { readonly type: "name-taken"; readonly name: string }
  /** An agency's letters would go to a court, a government or a bureau. */
  | { readonly type: "authority-address"; readonly email: string }
);

/** An agency's entry as it is to be. */
export interface Wished {
  /** Undefined while it is new. */
  readonly id: OrganisationId | undefined;
  readonly names: readonly string[];
  readonly contacts: readonly Pick<Contact, "email">[];
}

/** What stands in the way, by name and by address. */
export async function conflictsOf(
  directory: Pick<Directory, "find">,
  { id, names, contacts }: Wished,
): Promise<readonly Conflict[]> {
  const distinct = [...new Map(names.map((name) => [comparableName(name), name])).values()];
  const taken = await Promise.all(
    distinct.map(async (name): Promise<readonly Conflict[]> => {
      const other =
        name === "" ? undefined : (await directory.find(lookup.name(name))).find((one) => one.id !== id);
      return other === undefined ? [] : [{ type: "name-taken", name, by: other }];
    }),
  );
  const addresses = await Promise.all(
    contacts.map(async ({ email }): Promise<readonly Conflict[]> => {
      const by = (await directory.find(lookup.mailbox(email))).find(
        (one) => one.kind !== "agency" && one.id !== id,
      );
      return by === undefined ? [] : [{ type: "authority-address", email, by }];
    }),
  );
  return [...taken.flat(), ...addresses.flat()];
}
