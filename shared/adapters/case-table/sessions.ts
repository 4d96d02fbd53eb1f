/** {@link Sessions} on the case table: the sessions of a mailbox lie together, so that all of them can be ended at once. */
import { createHash } from "node:crypto";
import { ConditionalCheckFailedException, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import {
  type DynamoDBDocumentClient,
  PutCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { isAlive, type Session } from "../../domain/access/session.ts";
import type { Instant } from "../../domain/time/time.ts";
import type { UsedLink } from "../../domain/used-link.ts";
import type { Sessions, SignedIn } from "../../ports/sessions.ts";
import { onBoard, sessionPartition } from "./indexes.ts";
import { SessionItem, UsedLinkItem } from "./items.ts";
import { keyOf, SESSION } from "./keys.ts";
import { signedIn } from "./schemas/desk/session.ts";
import { type CaseTable, readBoardIndex, readItem, readListing, readPartition } from "./table.ts";

/** A session is kept so long after its end, for whoever asks who signed in. */
const KEPT_DAYS = 180;
const DAY_SECONDS = 24 * 60 * 60;

/** Sessions are listed so many at a time. */
const SOME = 250;

/** Sessions in a table, listed together for the municipality of the deployment. */
export function caseSessions(client: DynamoDBDocumentClient, table: string, jurisdiction: string): Sessions {
  const at: CaseTable = { client, name: table };
  const ofPartition = async (id: string) =>
    (await Array.fromAsync(readPartition(at, keyOf.session(id).pk, SESSION))).map(
      (item) => SessionItem.read(item).session,
    );
  return {
    session: async (id) => (await readItem(at, SessionItem, keyOf.session(id)))?.session,

    async begin(session, link) {
      const items = [itemOf(session, jurisdiction), ...(link === undefined ? [] : [usedItem(link)])];
      try {
        await client.send(
          new TransactWriteCommand({
            TransactItems: items.map((Item) => ({
              Put: { TableName: table, Item, ConditionExpression: "attribute_not_exists(pk)" },
            })),
          }),
        );
        return "begun";
      } catch (fault) {
        if (fault instanceof TransactionCanceledException) return "used";
        throw fault;
      }
    },

    async seen(id, now) {
      try {
        await client.send(
          new UpdateCommand({
            TableName: table,
            Key: keyOf.session(id),
            UpdateExpression: "SET #session.seenAt = :now",
            ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(#session.endedAt)",
            ExpressionAttributeNames: { "#session": "session" },
            ExpressionAttributeValues: { ":now": now },
          }),
        );
      } catch (fault) {
        if (!(fault instanceof ConditionalCheckFailedException)) throw fault;
      }
    },

    async end(id, now, which) {
      const concerned = (await ofPartition(id)).filter(
        (one) => isAlive(one, now) && (which === "all" || one.id === id),
      );
      for (const one of concerned)
        await client.send(
          new PutCommand({ TableName: table, Item: itemOf({ ...one, endedAt: now }, jurisdiction) }),
        );
    },

    async *since(from): AsyncIterable<SignedIn> {
      const newest = { from, newest: true, some: SOME };
      for await (const item of readBoardIndex(at, sessionPartition(jurisdiction), newest))
        yield readListing(item, signedIn);
    },
    ofMailbox: async (id) => (await ofPartition(id)).map(({ formToken: _, seenAt: __, ...one }) => one),

    async tried(who, { from, until }) {
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName: table,
          Key: keyOf.tries(createHash("sha256").update(who).digest("base64url"), from),
          UpdateExpression: "ADD tries :one SET expiresAt = :gone, entity = :entity",
          ExpressionAttributeValues: {
            ":one": 1,
            ":gone": secondsOf(until) + DAY_SECONDS,
            ":entity": "tries",
          },
          ReturnValues: "UPDATED_NEW",
        }),
      );
      return Number(Attributes?.tries);
    },
  };
}

function itemOf(session: Session, jurisdiction: string): Record<string, unknown> {
  const { formToken: _, seenAt: __, ...listing } = session;
  const item = SessionItem.write(
    keyOf.session(session.id),
    { session },
    onBoard(sessionPartition(jurisdiction), session.startedAt, listing),
  );
  // By which the table forgets it (TTL).
  return { ...item, expiresAt: secondsOf(session.until) + KEPT_DAYS * DAY_SECONDS };
}

function usedItem(link: UsedLink): Record<string, unknown> {
  return UsedLinkItem.write(keyOf.link(link.nonce), { link });
}

function secondsOf(instant: Instant): number {
  return Math.floor(Date.parse(instant) / 1000);
}
