/** {@link Operations} on the case table: last runs lie together, and so do the figures of areas and the acts that make the calendar. */
import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { type AdminAct, isOfCalendar } from "../../domain/operations/admin-act.ts";
import type { Operations } from "../../ports/operations.ts";
import { AdminActItem, BoardCountItem, FiguresItem, JobRunItem, MonthItem } from "./items.ts";
import { ACT, ADMINS, CALENDAR, JOB, keyOf, OPERATIONS } from "./keys.ts";
import { readFrom, readItem, readPartition } from "./table.ts";
import type { StoredItem } from "./upcast/upcaster.ts";

export function caseOperations(client: DynamoDBDocumentClient, table: string): Operations {
  const at = { client, name: table };
  const act = (item: StoredItem): AdminAct => AdminActItem.read(item).act;
  return {
    // An update, so that who may add nothing else to the table can be let do this alone.
    async ran(run) {
      const { pk, sk, ...attributes } = JobRunItem.write(keyOf.jobRun(run.job), { run });
      const set = Object.entries(attributes);
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: { pk, sk },
          UpdateExpression: `SET ${set.map((_, index) => `#f${index} = :v${index}`).join(", ")}`,
          ExpressionAttributeNames: Object.fromEntries(set.map(([field], index) => [`#f${index}`, field])),
          ExpressionAttributeValues: Object.fromEntries(set.map(([, value], index) => [`:v${index}`, value])),
        }),
      );
    },

    async runs() {
      const items = await Array.fromAsync(readPartition(at, OPERATIONS, JOB));
      return items.map((item) => JobRunItem.read(item).run);
    },

    async counted(all) {
      for (const figures of all)
        await client.send(
          new PutCommand({
            TableName: table,
            Item: FiguresItem.write(keyOf.figures(figures.area), { figures }),
          }),
        );
    },

    async keepMonth(kept) {
      const Item = MonthItem.write(keyOf.month(kept.month), { kept });
      await client.send(new PutCommand({ TableName: table, Item }));
    },
    async months(from) {
      const items = await Array.fromAsync(readFrom(at, OPERATIONS, keyOf.month(from).sk, undefined));
      return items.map((item) => MonthItem.read(item).kept);
    },

    boardCount: async () => (await readItem(at, BoardCountItem, keyOf.boardCount()))?.count,

    async keepBoardCount(count, from) {
      const body = { at: count.at, part: count.part, count };
      return putUnless(
        new PutCommand({
          TableName: table,
          Item: BoardCountItem.write(keyOf.boardCount(), body),
          ...(from === undefined
            ? { ConditionExpression: "attribute_not_exists(pk)" }
            : {
                ConditionExpression: "#at = :at AND part = :part",
                ExpressionAttributeNames: { "#at": "at" },
                ExpressionAttributeValues: { ":at": from.at, ":part": from.part },
              }),
        }),
      );
    },

    figures: async (area) => (await readItem(at, FiguresItem, keyOf.figures(area), "eventual"))?.figures,

    async note(one) {
      const Item = AdminActItem.write(keyOf.adminAct(one, isOfCalendar(one.deed)), { act: one });
      const put = new PutCommand({
        TableName: table,
        Item,
        ConditionExpression: "attribute_not_exists(pk)",
      });
      await putUnless(put);
    },

    async calendarActs() {
      const items = await Array.fromAsync(readPartition(at, CALENDAR, ACT));
      return items.map(act).toSorted(byTime);
    },

    async acts(from) {
      const items = await Array.fromAsync(readFrom(at, ADMINS, `${ACT}${from}`, undefined));
      return items.map(act);
    },
  };

  /** Whether the item's condition let it be written. */
  async function putUnless(put: PutCommand): Promise<boolean> {
    try {
      await client.send(put);
      return true;
    } catch (fault) {
      if (!(fault instanceof ConditionalCheckFailedException)) throw fault;
      return false;
    }
  }
}

function byTime(one: AdminAct, other: AdminAct): number {
  return one.at < other.at ? -1 : one.at > other.at ? 1 : 0;
}
