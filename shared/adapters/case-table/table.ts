/** Reading the case table: single items and pages of items. */
import { setTimeout } from "node:timers/promises";
import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  paginateQuery,
  QueryCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod/mini";
import { TooContended, UnreadableItem } from "./faults.ts";
import type { ItemKey } from "./keys.ts";
import type { ItemKind } from "./stored-item.ts";
import type { StoredItem } from "./upcast/upcaster.ts";

/** A table and the client that speaks to it. */
export interface CaseTable {
  readonly client: DynamoDBDocumentClient;
  readonly name: string;
}

/** One item, its newest state unless it is only looked at; undefined where there is none. */
export async function readItem<Body>(
  table: CaseTable,
  kind: ItemKind<Body>,
  key: ItemKey,
  consistency: "strong" | "eventual" = "strong",
): Promise<Body | undefined> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: key, ConsistentRead: consistency === "strong" }),
  );
  return Item && kind.read(Item);
}

/** What one request asks for at most. */
const MOST_KEYS = 100;
/** How often what was left out is asked for again. */
const TRIES = 6;

/**
 * Items by their keys, in the order of these; those that aren't there are left out. A hundred are one request, and cost what each
 * for itself costs.
 */
export async function readItems<Body>(
  table: CaseTable,
  kind: ItemKind<Body>,
  keys: readonly ItemKey[],
  consistency: "strong" | "eventual" = "strong",
): Promise<readonly Body[]> {
  const found = new Map<string, StoredItem>();
  const asked = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
  for (let from = 0; from < asked.length; from += MOST_KEYS) {
    let open: readonly ItemKey[] = asked.slice(from, from + MOST_KEYS);
    for (let tries = 0; open.length > 0; tries++) {
      if (tries === TRIES) throw new TooContended(`${open.length} items to be read`);
      // What a busy table leaves out is asked for again, a little later each time.
      if (tries > 0) await setTimeout(25 * 2 ** tries);
      const { Responses, UnprocessedKeys } = await table.client.send(
        new BatchGetCommand({
          RequestItems: {
            [table.name]: { Keys: [...open], ConsistentRead: consistency === "strong" },
          },
        }),
      );
      for (const item of Responses?.[table.name] ?? []) found.set(nameOf(item), item);
      open = (UnprocessedKeys?.[table.name]?.Keys ?? []) as ItemKey[];
    }
  }
  return keys.flatMap((key) => {
    const item = found.get(nameOf(key));
    return item === undefined ? [] : [kind.read(item)];
  });
}

function nameOf({ pk, sk }: StoredItem | ItemKey): string {
  return `${pk} ${sk}`;
}

/** The items of a partition whose sort keys begin so, in their order; what people only look at may be a moment old. */
export async function* readPartition(
  table: CaseTable,
  pk: string,
  skPrefix: string,
  consistency: "strong" | "eventual" = "strong",
): AsyncIterable<StoredItem> {
  const pages = paginateQuery(
    { client: table.client },
    {
      TableName: table.name,
      ConsistentRead: consistency === "strong",
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
      ExpressionAttributeValues: { ":pk": pk, ":prefix": skPrefix },
    },
  );
  for await (const { Items = [] } of pages) yield* Items;
}

/** The items of a partition whose sort keys are not before one, in their order, `some` at a time; they may be a moment old. */
export async function* readFrom(
  table: CaseTable,
  pk: string,
  sk: string,
  some: number | undefined,
): AsyncIterable<StoredItem> {
  const pages = paginateQuery(
    { client: table.client, ...(some !== undefined && { pageSize: some }) },
    {
      TableName: table.name,
      KeyConditionExpression: "pk = :pk AND sk >= :sk",
      ExpressionAttributeValues: { ":pk": pk, ":sk": sk },
    },
  );
  for await (const { Items = [] } of pages) yield* Items;
}

/** What the index `due` has for some partitions up to an instant, earliest first. It may lag behind the items. */
export async function* readDue(
  table: CaseTable,
  partitions: readonly string[],
  upTo: string,
): AsyncIterable<StoredItem> {
  const listed = partitions.map((partition) => duePages(table, partition, upTo)[Symbol.asyncIterator]());
  // The next of each: the first pages are asked for side by side.
  const heads = await Promise.all(listed.map((one) => one.next()));
  for (;;) {
    let first: number | undefined;
    for (const [index, head] of heads.entries()) {
      if (head.done === true) continue;
      const before = first === undefined ? undefined : heads[first];
      if (before === undefined || String(head.value.dueAt) < String(before.value.dueAt)) first = index;
    }
    const next = first === undefined ? undefined : heads[first];
    const from = first === undefined ? undefined : listed[first];
    if (first === undefined || next === undefined || from === undefined) return;
    yield next.value;
    heads[first] = await from.next();
  }
}

async function* duePages(table: CaseTable, partition: string, upTo: string): AsyncGenerator<StoredItem> {
  const pages = paginateQuery(
    { client: table.client },
    {
      TableName: table.name,
      IndexName: "due",
      KeyConditionExpression: "duePartition = :partition AND dueAt <= :upTo",
      ExpressionAttributeValues: { ":partition": partition, ":upTo": upTo },
    },
  );
  for await (const { Items = [] } of pages) yield* Items;
}

/** What is read of a partition of the index `board`. */
interface OfIndex {
  /** Places that begin so. */
  readonly prefix?: string;
  /** From a place on, or behind one. */
  readonly from?: string;
  readonly after?: string | undefined;
  /** Read at a time. */
  readonly some?: number | undefined;
  /** The last first. */
  readonly newest?: boolean;
}

/** Behind every place that begins like what is before it; the one right behind a place. */
const [LAST, NEXT] = ["\uFFFF", "\u0000"];

/** What the index `board` has for a partition, in its order. It may lag behind the items. */
export async function* readBoardIndex(
  table: CaseTable,
  partition: string,
  { prefix = "", from = prefix, after, some, newest = false }: OfIndex = {},
): AsyncIterable<StoredItem> {
  const first = after === undefined || after < from ? from : `${after}${NEXT}`;
  const last = `${prefix}${LAST}`;
  if (first > last) return;
  const pages = paginateQuery(
    { client: table.client, ...(some !== undefined && { pageSize: some }) },
    {
      TableName: table.name,
      IndexName: "board",
      ScanIndexForward: !newest,
      KeyConditionExpression: `boardPartition = :partition${first === "" ? "" : " AND boardSort BETWEEN :first AND :last"}`,
      ExpressionAttributeValues: {
        ":partition": partition,
        ...(first !== "" && { ":first": first, ":last": last }),
      },
    },
  );
  for await (const { Items = [] } of pages) yield* Items;
}

/** Some of a partition of the index `board`, in its order, after a place in it. */
export async function readSomeOfIndex(
  { client, name }: CaseTable,
  partition: string,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<readonly StoredItem[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: name,
      IndexName: "board",
      KeyConditionExpression: `boardPartition = :partition${after === undefined ? "" : " AND boardSort > :after"}`,
      ExpressionAttributeValues: {
        ":partition": partition,
        ...(after !== undefined && { ":after": after }),
      },
      Limit: limit,
    }),
  );
  return Items;
}

/** The listing of an item of the index `board`. */
export function readListing<Listing>(item: StoredItem, schema: z.ZodMiniType<Listing>): Listing {
  const parsed = z.safeParse(schema, JSON.parse(String(item.listing)));
  if (parsed.success) return parsed.data;
  throw new UnreadableItem({ pk: String(item.pk), sk: String(item.sk) }, "has a listing that can't be read");
}

/** Some items of a partition, from the one after `after` on; which to go on after, where there are more. `newest`: from the end. */
export async function readSome(
  { client, name }: CaseTable,
  {
    pk,
    prefix,
    after,
    limit,
    newest = false,
  }: { pk: string; prefix: string; after: string | undefined; limit: number; newest?: boolean },
): Promise<{ readonly items: readonly StoredItem[]; readonly next: string | undefined }> {
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: name,
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
      ExpressionAttributeValues: { ":pk": pk, ":prefix": prefix },
      Limit: limit,
      ScanIndexForward: !newest,
      ...(after !== undefined && { ExclusiveStartKey: { pk, sk: `${prefix}${after}` } }),
    }),
  );
  const last = LastEvaluatedKey?.sk;
  return { items: Items, next: typeof last === "string" ? last.slice(prefix.length) : undefined };
}

/** The last items of a partition whose sort keys begin so, the last first. */
export async function readLast(
  { client, name }: CaseTable,
  { pk, prefix, limit }: { readonly pk: string; readonly prefix: string; readonly limit: number },
): Promise<readonly StoredItem[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: name,
      ConsistentRead: true,
      ScanIndexForward: false,
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
      ExpressionAttributeValues: { ":pk": pk, ":prefix": prefix },
      Limit: limit,
    }),
  );
  return Items;
}

/** The last items of a partition whose sort keys are not before one, the last first; they may be a moment old. */
export async function readBack(
  { client, name }: CaseTable,
  { pk, from, limit }: { readonly pk: string; readonly from: string; readonly limit: number },
): Promise<readonly StoredItem[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: name,
      ScanIndexForward: false,
      KeyConditionExpression: "pk = :pk AND sk >= :from",
      ExpressionAttributeValues: { ":pk": pk, ":from": from },
      Limit: limit,
    }),
  );
  return Items;
}

/** What an index of cases has for a partition, by case number. It may lag behind the items. */
export async function* readCases(
  table: CaseTable,
  index: "month" | "docket",
  partition: string,
): AsyncIterable<StoredItem> {
  const pages = paginateQuery(
    { client: table.client },
    {
      TableName: table.name,
      IndexName: index,
      KeyConditionExpression: `${index}Partition = :partition`,
      ExpressionAttributeValues: { ":partition": partition },
    },
  );
  for await (const { Items = [] } of pages) yield* Items;
}
