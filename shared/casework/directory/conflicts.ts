/** Why can't an entry of the directory (名录) be called so, or have that address? Since another one has it already. */

import {
  type Contact,
  comparableName,
  lookup,
  type Organisation,
  type OrganisationId,
} from "../../domain/organisations/directory.ts";
import { sameMailbox } from "../../domain/organisations/entry.ts";
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
  const authorities = await authoritiesOf(directory);
  const addresses = contacts.flatMap(({ email }): readonly Conflict[] => {
    const by = authorities.find((one) => one.contacts.some((contact) => sameMailbox(contact.email, email)));
    return by === undefined || by.id === id ? [] : [{ type: "authority-address", email, by }];
  });
  return [...taken.flat(), ...addresses];
}

async function authoritiesOf({ find }: Pick<Directory, "find">): Promise<readonly Organisation[]> {
  const kinds = ["court", "government", "bureau"] as const;
  return (await Promise.all(kinds.map((kind) => find(lookup.kind(kind))))).flat();
}
