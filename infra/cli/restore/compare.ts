/**
 * What does a table that was restored to an earlier moment not know? The journal in the records bucket says which mails left since and what
 * people did; whatever of it the table lacks is marked as said or used, or must be asked for again.
 */

import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import {
  EventItem,
  NoticeItem,
  ToldLineItem,
  UsedLinkItem,
} from "../../../shared/adapters/case-table/items.ts";
import { keyOf } from "../../../shared/adapters/case-table/keys.ts";
import { caseOutbox } from "../../../shared/adapters/case-table/outbox.ts";
import { readItem } from "../../../shared/adapters/case-table/table.ts";
import { leftItem } from "../../../shared/adapters/journal.ts";
import type { DeskAct, JournalRead, LeftNotice } from "../../../shared/ports/journal.ts";

/** What the table lacks. */
export interface Lacking {
  /** Mails that left and that it doesn't know, or believes to be still here. */
  readonly left: readonly LeftNotice[];
  /** Acts that are gone. */
  readonly acts: readonly DeskAct[];
  /** Links that were used and could be used again. */
  readonly links: readonly NonNullable<DeskAct["usedLink"]>[];
}

/** The states in which nobody has heard from the carrier that a mail left. */
const NOT_LEFT: ReadonlySet<string> = new Set([
  "held",
  "pending",
  "sending",
  "ambiguous",
  "failed",
  "dropped",
]);

/** Holds the journal against the table. */
export async function lacking(
  client: DynamoDBDocumentClient,
  name: string,
  { left, acts }: JournalRead,
): Promise<Lacking> {
  const table = { client, name };
  const unknown = async ({ notice: { subject, id } }: LeftNotice) => {
    const item = await readItem(table, NoticeItem, keyOf.notice(subject, id));
    return item === undefined || NOT_LEFT.has(item.state);
  };
  const gone = async ({ usedLink, cases }: DeskAct) => {
    if (usedLink !== undefined)
      return (await readItem(table, UsedLinkItem, keyOf.link(usedLink.nonce))) === undefined;
    const [first] = cases;
    // What was done without a link that brings one thing once: by the first version it made.
    if (first === undefined) return true;
    const version = await readItem(table, EventItem, keyOf.event(first.caseNumber, first.version));
    return version?.events[0]?.cause !== first.events[0]?.cause;
  };
  const lost = await whichOf(acts, gone);
  return {
    left: await whichOf(onceEach(left), unknown),
    acts: lost,
    links: lost.flatMap(({ usedLink }) => usedLink ?? []),
  };
}

/** A mail that an earlier restore has let go out twice is one to be marked. */
function onceEach(left: readonly LeftNotice[]): readonly LeftNotice[] {
  const first = new Map<string, LeftNotice>();
  for (const one of left) {
    const { pk, sk } = keyOf.notice(one.notice.subject, one.notice.id);
    if (!first.has(`${pk} ${sk}`)) first.set(`${pk} ${sk}`, one);
  }
  return [...first.values()];
}

async function whichOf<One>(
  all: readonly One[],
  is: (one: One) => Promise<boolean>,
): Promise<readonly One[]> {
  const found: One[] = [];
  for (const one of all) if (await is(one)) found.push(one);
  return found;
}

/** Marks what has been said as said, and what has been used as used. Run twice it changes nothing more. */
export async function marked(
  client: DynamoDBDocumentClient,
  name: string,
  { left, links }: Lacking,
): Promise<void> {
  const outbox = caseOutbox(client, name, "");
  for (const one of left) {
    const { notice, messageId, at } = one;
    await putIfAbsent(client, name, leftItem(one));
    await outbox.accepted(notice.subject, notice.id, messageId, at);
    // A line that is there waits for a digest that has left; one that isn't is decided again by the next sweep.
    for (const { subject, id } of notice.folds ?? [])
      await client.send(
        new PutCommand({ TableName: name, Item: ToldLineItem.write(keyOf.line(subject, id), { at }) }),
      );
  }
  for (const link of links)
    await putIfAbsent(client, name, UsedLinkItem.write(keyOf.link(link.nonce), { link }));
}

async function putIfAbsent(
  client: DynamoDBDocumentClient,
  TableName: string,
  Item: Record<string, unknown>,
): Promise<void> {
  try {
    await client.send(new PutCommand({ TableName, Item, ConditionExpression: "attribute_not_exists(pk)" }));
  } catch (fault) {
    if (!(fault instanceof ConditionalCheckFailedException)) throw fault;
  }
}
