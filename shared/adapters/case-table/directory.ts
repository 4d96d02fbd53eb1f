/**
 * {@link Directory} on the case table: each organisation is one item, and one small item for each key it is found
 * under. Those may be left behind by a later change; the organisation itself says under what it is found.
 */
import { isDeepStrictEqual } from "node:util";
import { ConditionalCheckFailedException, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, PutCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import {
  type Contact,
  lookup,
  lookupsOf,
  type Organisation,
  type OrganisationId,
  organisationName,
} from "../../domain/organisations/directory.ts";
import {
  changedOrganisation,
  type OrganisationChange,
} from "../../domain/organisations/organisation-change.ts";
import { ChangeTooLarge } from "../../ports/change.ts";
import type { Directory, FailedAddress } from "../../ports/directory.ts";
import { TooContended } from "./faults.ts";
import { addressPartition, onBoard } from "./indexes.ts";
import { DirectoryActItem, LookupItem, OrganisationChangeItem, OrganisationItem } from "./items.ts";
import { ACT, directoryOf, type ItemKey, keyOf, ORGANISATION_CHANGE } from "./keys.ts";
import { failedAddress } from "./schemas/board.ts";
import {
  type CaseTable,
  readBoardIndex,
  readItem,
  readItems,
  readLast,
  readListing,
  readPartition,
} from "./table.ts";
import { MOST_ITEMS, type Write } from "./transactions.ts";

/** How often a write is tried when the organisation changes under it. */
const TRIES = 4;

/**
 * A directory in a table. Loading an organisation again keeps what is known of its addresses: one marked as
 * undeliverable stays so until another address takes its place or the file says `"undeliverable": false`.
 */
export function caseDirectory(client: DynamoDBDocumentClient, table: string): Directory {
  const at: CaseTable = { client, name: table };
  const organisation = async (id: OrganisationId) => (await stored(at, id))?.organisation;
  return {
    organisation,
    organisations: async (ids) => new Map((await storedOnes(at, [...ids])).map((one) => [one.id, one])),

    async find(lookupKey) {
      const items = await Array.fromAsync(
        readPartition(at, keyOf.lookup(lookupKey, "" as OrganisationId).pk, "ORG#"),
      );
      const found = await storedOnes(
        at,
        items.map((item) => LookupItem.read(item).organisation),
      );
      return found.filter((one) => lookupsOf(one).includes(lookupKey));
    },

    async names(kind) {
      const { pk } = keyOf.lookup(lookup.kind(kind), "" as OrganisationId);
      const items = await Array.fromAsync(readPartition(at, pk, "ORG#", "eventual"), LookupItem.read);
      // One that was written before its kind's key said what it is called.
      const nameless = items.flatMap(({ organisation: id, named }) => (named === undefined ? [id] : []));
      const asked = new Map((await storedOnes(at, nameless)).map((one) => [one.id, organisationName(one)]));
      return items.flatMap(({ organisation: id, named }) => named ?? asked.get(id) ?? []);
    },

    async save(organisations) {
      const latest = [...new Map(organisations.map((one) => [one.id, one])).values()];
      for (const chunk of inChunks(latest)) await saveChunk(at, chunk);
    },

    async changes(id) {
      const items = await Array.fromAsync(
        readPartition(at, keyOf.organisation(id).pk, ORGANISATION_CHANGE),
        (item) => OrganisationChangeItem.read(item).change,
      );
      return items.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
    },

    act: async (ref) => (await readItem(at, DirectoryActItem, keyOf.directoryAct(ref)))?.act,

    async acts(bureau, most) {
      const items = await readLast(at, { pk: directoryOf(bureau), prefix: ACT, limit: most });
      return items.map((item) => DirectoryActItem.read(item).act);
    },

    failedAddresses: (jurisdiction) => readFailed(at, jurisdiction),

    async markUndeliverable(id, address) {
      for (let tries = 0; tries < TRIES; tries++) {
        const before = await stored(at, id);
        const concerned = (contact: Contact) =>
          sameAddress(contact.email, address) && contact.undeliverable !== true;
        if (before === undefined || !before.organisation.contacts.some(concerned)) return;
        const contacts = before.organisation.contacts.map((one) =>
          concerned(one) ? { ...one, undeliverable: true } : one,
        );
        const after = {
          ...before,
          revision: before.revision + 1,
          organisation: { ...before.organisation, contacts },
        };
        try {
          await client.send(
            new PutCommand({
              TableName: table,
              Item: organisationItem(after),
              ...unchangedSince(before.revision),
            }),
          );
          return;
        } catch (fault) {
          if (!(fault instanceof ConditionalCheckFailedException)) throw fault;
        }
      }
      throw new TooContended(`organisation ${id}`);
    },
  };
}

function readFailed(table: CaseTable, jurisdiction: string): Promise<readonly FailedAddress[]> {
  return Array.fromAsync(readBoardIndex(table, addressPartition(jurisdiction)), (item) =>
    readListing(item, failedAddress),
  );
}

function stored(table: CaseTable, id: OrganisationId) {
  return readItem(table, OrganisationItem, keyOf.organisation(id));
}

/** In the order of their ids here, without those that aren't there: a hundred a request. */
async function storedOnes(
  table: CaseTable,
  ids: readonly OrganisationId[],
): Promise<readonly Organisation[]> {
  const items = await readItems(table, OrganisationItem, ids.map(keyOf.organisation));
  return items.map(({ organisation }) => organisation);
}

/**
 * Writes some organisations in one transaction, with their new keys and without those they no longer have.
 * Reads again and tries again where one of them changed meanwhile.
 */
async function saveChunk(table: CaseTable, chunk: readonly Organisation[]): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const writes = (await Promise.all(chunk.map((one) => writesFor(table, one)))).flat();
    if (writes.length === 0) return;
    if (writes.length > MOST_ITEMS) {
      const [only] = chunk;
      if (chunk.length === 1 && only !== undefined)
        throw new ChangeTooLarge(`an organisation of ${writes.length} keys`);
      // Many keys were given up at once: a half at a time.
      await saveChunk(table, chunk.slice(0, chunk.length >> 1));
      return saveChunk(table, chunk.slice(chunk.length >> 1));
    }
    try {
      await table.client.send(new TransactWriteCommand({ TransactItems: writes }));
      return;
    } catch (fault) {
      if (!(fault instanceof TransactionCanceledException)) throw fault;
    }
  }
  throw new TooContended(`${chunk.length} organisations`);
}

/**
 * The writes of a change of an entry; undefined where the entry is no longer as it was before. A change of none before adds it,
 * and one of none after takes it away.
 */
export async function amendmentWrites(
  table: CaseTable,
  change: OrganisationChange,
): Promise<readonly Write[] | undefined> {
  const { id } = changedOrganisation(change);
  const before = await stored(table, id);
  if (!isDeepStrictEqual(before?.organisation, change.before)) return undefined;
  const kept = {
    Put: {
      TableName: table.name,
      Item: OrganisationChangeItem.write(keyOf.organisationChange(id, change.id), { change }),
      ConditionExpression: "attribute_not_exists(pk)",
    },
  };
  const entry =
    change.after === undefined ? removalWrites(table, before) : entryWrites(table, change.after, before);
  return [...entry, kept].map((item) => ({ item, repeatable: false }));
}

function removalWrites(table: CaseTable, before: StoredOrganisation) {
  if (before === undefined) return [];
  const { organisation, lookups, revision } = before;
  const remove = (Key: ItemKey) => ({ Delete: { TableName: table.name, Key } });
  return [
    {
      Delete: { ...remove(keyOf.organisation(organisation.id)).Delete, ...unchangedSince(revision) },
    },
    ...lookups.map((key) => remove(keyOf.lookup(key, organisation.id))),
  ];
}

type StoredOrganisation = Awaited<ReturnType<typeof stored>>;

async function writesFor(table: CaseTable, given: Organisation) {
  const before = await stored(table, given.id);
  const leaders = given.leaders ?? before?.organisation.leaders;
  return entryWrites(table, { ...given, ...(leaders && { leaders }) }, before);
}

function entryWrites(table: CaseTable, given: Organisation, before: StoredOrganisation) {
  const organisation = {
    ...given,
    contacts: given.contacts.map((one) => keepingMark(one, before?.organisation)),
  };
  const lookups = lookupsOf(organisation);
  const body = { revision: (before?.revision ?? 0) + 1, organisation, lookups };
  const item = organisationItem(body);
  const asBefore =
    before !== undefined &&
    isDeepStrictEqual(item.organisation, before.organisation) &&
    isDeepStrictEqual(lookups, before.lookups);
  if (asBefore) return [];
  const put = (Item: Record<string, unknown>) => ({ Put: { TableName: table.name, Item } });
  const named = organisationName(organisation);
  const isRenamed = before !== undefined && !isDeepStrictEqual(named, organisationName(before.organisation));
  const ofKind = lookup.kind(organisation.kind);
  const added = lookups.filter((key) => !before?.lookups.includes(key) || (isRenamed && key === ofKind));
  const gone = before?.lookups.filter((key) => !lookups.includes(key)) ?? [];
  return [
    { Put: { TableName: table.name, Item: item, ...unchangedSince(before?.revision) } },
    ...added.map((key) =>
      put(
        LookupItem.write(keyOf.lookup(key, given.id), {
          organisation: given.id,
          ...(key === ofKind && { named }),
        }),
      ),
    ),
    ...gone.map((key): { Delete: { TableName: string; Key: ItemKey } } => ({
      Delete: { TableName: table.name, Key: keyOf.lookup(key, given.id) },
    })),
  ];
}

/** An organisation whose address refused mail stands on the board of its jurisdiction's bureau. */
function organisationItem(body: Parameters<typeof OrganisationItem.write>[1]) {
  const { id, name, jurisdiction, contacts } = body.organisation;
  const addresses = contacts.filter((one) => one.undeliverable === true).map(({ email }) => email);
  const listing: FailedAddress | undefined =
    addresses.length === 0 ? undefined : { organisation: id, name, addresses };
  return OrganisationItem.write(
    keyOf.organisation(id),
    body,
    onBoard(addressPartition(jurisdiction), id, listing),
  );
}

function unchangedSince(revision: number | undefined) {
  if (revision === undefined) return { ConditionExpression: "attribute_not_exists(pk)" };
  return { ConditionExpression: "revision = :read", ExpressionAttributeValues: { ":read": revision } };
}

function keepingMark(contact: Contact, before: Organisation | undefined): Contact {
  const refused = before?.contacts.some(
    ({ email, undeliverable }) => undeliverable === true && sameAddress(email, contact.email),
  );
  return contact.undeliverable === undefined && refused ? { ...contact, undeliverable: true } : contact;
}

function sameAddress(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** So many at a time as surely fit into one transaction when all of them are new. */
function inChunks(organisations: readonly Organisation[]): readonly (readonly Organisation[])[] {
  const chunks: Organisation[][] = [];
  let items = MOST_ITEMS;
  for (const one of organisations) {
    const needed = 1 + lookupsOf(one).length;
    if (items + needed > MOST_ITEMS) {
      chunks.push([]);
      items = 0;
    }
    chunks.at(-1)?.push(one);
    items += needed;
  }
  return chunks;
}
