/** Reading the case table: single items and pages of items. */
import { type DynamoDBDocumentClient, GetCommand, paginateQuery } from "@aws-sdk/lib-dynamodb";
import type { ItemKey } from "./keys.ts";
import type { ItemKind, StoredItem } from "./stored-item.ts";

/** A table and the client that speaks to it. */
export interface CaseTable {
  readonly client: DynamoDBDocumentClient;
  readonly name: string;
}

/** The newest state of one item; undefined where there is none. */
export async function readItem<Body>(
  table: CaseTable,
  kind: ItemKind<Body>,
  key: ItemKey,
): Promise<Body | undefined> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }),
  );
  return Item && kind.read(Item);
}

/** The items of a partition whose sort keys begin so, in their order, read consistently. */
export async function* readPartition(
  table: CaseTable,
  pk: string,
  skPrefix: string,
): AsyncIterable<StoredItem> {
  const pages = paginateQuery(
    { client: table.client },
    {
      TableName: table.name,
      ConsistentRead: true,
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
      ExpressionAttributeValues: { ":pk": pk, ":prefix": skPrefix },
    },
  );
  for await (const { Items = [] } of pages) yield* Items;
}

/** What the index `due` has for a partition up to an instant, earliest first. It may lag behind the items. */
export async function* readDue(table: CaseTable, partition: string, upTo: string): AsyncIterable<StoredItem> {
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

/** What the index `month` has for a partition, by case number. It may lag behind the items. */
export async function* readMonth(table: CaseTable, partition: string): AsyncIterable<StoredItem> {
  const pages = paginateQuery(
    { client: table.client },
    {
      TableName: table.name,
      IndexName: "month",
      KeyConditionExpression: "monthPartition = :partition",
      ExpressionAttributeValues: { ":partition": partition },
    },
  );
  for await (const { Items = [] } of pages) yield* Items;
}
