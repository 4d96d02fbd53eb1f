/** The {@link Directory} in memory, held to the same contract as the one on the table. */
import {
  type Contact,
  lookupsOf,
  type Organisation,
  organisationName,
} from "../../../shared/domain/organisations/directory.ts";
import { changedOrganisation } from "../../../shared/domain/organisations/organisation-change.ts";
import type { Directory } from "../../../shared/ports/directory.ts";
import { frozen } from "./frozen.ts";
import type { MemoryTable } from "./memory-table.ts";

export function memoryDirectory(table: MemoryTable): Directory {
  const { organisations: known, organisationChanges, directoryActs } = table;
  const save = (one: Organisation) => {
    const leaders = one.leaders ?? known.get(one.id)?.leaders;
    known.set(
      one.id,
      frozen({
        ...one,
        ...(leaders && { leaders }),
        contacts: one.contacts.map((contact) => marked(contact, known.get(one.id))),
      }),
    );
  };
  return {
    organisation: async (id) => known.get(id),
    organisations: async (ids) =>
      new Map(
        [...ids].flatMap((id) => {
          const one = known.get(id);
          return one === undefined ? [] : [[id, one] as const];
        }),
      ),
    find: async (lookupKey) => {
      const found = [...known.values()].filter((one) => keysOf(one).includes(lookupKey));
      return found.toSorted((one, other) => (one.id < other.id ? -1 : 1));
    },
    names: async (kind) =>
      [...known.values()]
        .filter((one) => one.kind === kind)
        .map(organisationName)
        .toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    save: async (given) => given.forEach(save),
    changes: async (id) =>
      [...organisationChanges.values()]
        .filter((one) => changedOrganisation(one).id === id)
        .toSorted((one, other) => (one.at < other.at ? -1 : 1)),
    act: async ({ bureau, at, id }) =>
      [...directoryActs.values()].find((one) => one.bureau === bureau && one.at === at && one.id === id),
    acts: async (bureau, most) =>
      [...directoryActs.values()]
        .filter((one) => one.bureau === bureau)
        .toSorted((one, other) => (`${one.at}#${one.id}` < `${other.at}#${other.id}` ? 1 : -1))
        .slice(0, most),
    failedAddresses: async (jurisdiction) =>
      [...known.values()]
        .filter((one) => one.jurisdiction === jurisdiction)
        .toSorted((one, other) => (one.id < other.id ? -1 : 1))
        .flatMap(({ id: organisation, name, contacts }) => {
          const addresses = contacts.filter((one) => one.undeliverable === true).map(({ email }) => email);
          return addresses.length === 0 ? [] : [{ organisation, name, addresses }];
        }),
    async markUndeliverable(id, address) {
      const found = known.get(id);
      if (found === undefined) return;
      const contacts = found.contacts.map((one) =>
        same(one.email, address) ? { ...one, undeliverable: true } : one,
      );
      known.set(id, frozen({ ...found, contacts }));
    },
  };
}

/** Its keys, found once for each state of it: what is kept never changes. */
const KEYS = new WeakMap<Organisation, readonly string[]>();

function keysOf(organisation: Organisation): readonly string[] {
  const known = KEYS.get(organisation) ?? lookupsOf(organisation);
  KEYS.set(organisation, known);
  return known;
}

/** An address that refused mail still does when the directory is loaded again. */
function marked(contact: Contact, before: Organisation | undefined): Contact {
  const refused = before?.contacts.find((one) => one.undeliverable && same(one.email, contact.email));
  return refused === undefined || contact.undeliverable !== undefined
    ? contact
    : { ...contact, undeliverable: true };
}

function same(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
