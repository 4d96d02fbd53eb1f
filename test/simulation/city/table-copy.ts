/** A table of a real engine read as a whole, and put back as it was. */
import {
  BatchWriteCommand,
  type DynamoDBDocumentClient,
  paginateScan,
  QueryCommand,
} from "@aws-sdk/lib-dynamodb";
import { duePartitions } from "../../../shared/adapters/case-table/indexes.ts";
import type { CaseNumber } from "../../../shared/domain/court/case-number.ts";
import { earliest, type Instant, instant } from "../../../shared/domain/time/time.ts";

type Item = Readonly<Record<string, unknown>>;

export function tableCopy(client: DynamoDBDocumentClient, TableName: string) {
  const all = async (): Promise<readonly Item[]> => {
    const items: Item[] = [];
    for await (const page of paginateScan({ client }, { TableName })) items.push(...(page.Items ?? []));
    return items;
  };
  const write = async (requests: readonly object[]) => {
    for (let from = 0; from < requests.length; from += 25)
      await client.send(
        new BatchWriteCommand({ RequestItems: { [TableName]: requests.slice(from, from + 25) } }),
      );
  };
  const firstOf = async (duePartition: string): Promise<Instant | undefined> => {
    const { Items: [first] = [] } = await client.send(
      new QueryCommand({
        TableName,
        IndexName: "due",
        KeyConditionExpression: "duePartition = :partition",
        ExpressionAttributeValues: { ":partition": duePartition },
        Limit: 1,
      }),
    );
    return first === undefined ? undefined : instant(String(first.dueAt));
  };
  return {
    /** When the first item of its index of what is due is so. */
    async firstDue(jurisdiction: string): Promise<Instant | undefined> {
      const found = await Promise.all(duePartitions(jurisdiction).map(firstOf));
      return earliest(...found);
    },
    async caseNumbers(): Promise<readonly CaseNumber[]> {
      const cases = (await all()).filter(({ sk }) => sk === "FILE");
      return cases.map(({ pk }) => String(pk).slice("CASE#".length) as CaseNumber);
    },
    /** Its items as they are now; calling what is returned puts them back. */
    async copy(): Promise<() => Promise<void>> {
      const kept = await all();
      return async () => {
        const now = await all();
        await write(now.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })));
        await write(kept.map((Item) => ({ PutRequest: { Item } })));
      };
    },
  };
}
