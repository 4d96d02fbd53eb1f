/**
 * {@link Outbox} on the case table. Every step is one conditional update: the states it may come from are its
 * condition, so whoever comes second, late or again finds it not fulfilled and changes nothing.
 *
 * ```
 *            release              claim                accepted / settle(accepted)
 *   held ──────────────▶ pending ───────▶ sending ───────────────────────────────▶ accepted
 *    ▲                    ▲  │ ▲             │ │                                      │ settle
 *    │                    └──┘ └── expire ───┤ │                                      ▼
 *    │    release: the stream's call         │ └─ refused for good ──▶ failed ─▶ delivered ─▶ bounced ─▶ complained
 *    │    for the mailer was lost            │
 *    └───────── refused, try again ──────────┴─── expire, no attempts left ──▶ ambiguous
 *    drop: from held or pending ──▶ dropped
 * ```
 * A word of the carrier that the mail left is believed in every state before `accepted`: it may come before our
 * own mark, or after the lease ran out, and then the mail must not go a second time.
 */
import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { defined } from "../../domain/defined.ts";
import type { NoticeId } from "../../domain/notices/frame/notice-id.ts";
import type { NoticeSubject } from "../../domain/notices/frame/notice-subject.ts";
import type { NoticeState } from "../../domain/notices/notice.ts";
import { addMinutes } from "../../domain/time/time.ts";
import type { MailFeedback, Outbox, OutboxItem, PostedNotice } from "../../ports/outbox.ts";
import { lostPartition } from "./indexes.ts";
import { NoticeItem, ToldLineItem } from "./items.ts";
import { type ItemKey, keyOf, NOTICE, partitionOf } from "./keys.ts";
import { leftBody, newNotice, WAKE_AGAIN_MINUTES } from "./new-notice.ts";
import { type CaseTable, readBoardIndex, readItem, readItems, readPartition } from "./table.ts";

/** Nobody has heard from the carrier yet that the mail left. */
const NOT_KNOWN_TO_HAVE_LEFT: readonly NoticeState[] = ["held", "pending", "sending", "ambiguous"];

/**
 * From which states each report of the carrier is news. What a later line reports can't be undone by an earlier
 * one, so that reports in any order end in the same state; a bounce may well follow a delivery.
 */
const NEWS: Readonly<Record<MailFeedback["became"], readonly NoticeState[]>> = {
  accepted: NOT_KNOWN_TO_HAVE_LEFT,
  failed: [...NOT_KNOWN_TO_HAVE_LEFT, "accepted"],
  delivered: [...NOT_KNOWN_TO_HAVE_LEFT, "accepted", "failed"],
  bounced: [...NOT_KNOWN_TO_HAVE_LEFT, "accepted", "failed", "delivered"],
  complained: [...NOT_KNOWN_TO_HAVE_LEFT, "accepted", "failed", "delivered", "bounced"],
};

/** What an admin is shown until the carrier says otherwise. */
const LOST: ReadonlySet<NoticeState> = new Set(["failed", "ambiguous", "bounced", "complained"]);

/** An outbox in a table, for the municipality whose items the indexes list together. */
export function caseOutbox(client: DynamoDBDocumentClient, table: string, jurisdiction: string): Outbox {
  const at: CaseTable = { client, name: table };
  const move = (subject: NoticeSubject, id: NoticeId, step: Move) =>
    moved(at, jurisdiction, subject, id, step);
  const accepted: Outbox["accepted"] = async (subject, id, messageId, settledAt) => {
    const set = { messageId, settledAt };
    await move(subject, id, { from: NOT_KNOWN_TO_HAVE_LEFT, to: "accepted", set, done: true });
  };
  return {
    item: (subject, id) =>
      readItem(at, NoticeItem, keyOf.notice(subject, id)).then((found) => found && shown(found)),

    async posted(subject) {
      const items = await Array.fromAsync(readPartition(at, partitionOf(subject), NOTICE, "eventual"));
      return items.map((item) => posted(NoticeItem.read(item))).toSorted(byDecision);
    },

    async notArrived(from, most) {
      const keys: ItemKey[] = [];
      const listed = readBoardIndex(at, lostPartition(jurisdiction), { from, some: most, newest: true });
      for await (const { pk, sk } of listed)
        if (keys.push({ pk: String(pk), sk: String(sk) }) === most) break;
      return (await readItems(at, NoticeItem, keys, "eventual")).map(posted);
    },

    async add(notice, now) {
      const put = new PutCommand({
        TableName: table,
        Item: newNotice(notice, now, jurisdiction),
        ConditionExpression: "attribute_not_exists(pk)",
      });
      await unlessConditionFails(client.send(put));
    },

    async release(subject, id, now) {
      await move(subject, id, {
        from: ["held", "pending"],
        to: "pending",
        when: "dueAt <= :now",
        values: { ":now": now },
        set: { wokenAt: now, dueAt: addMinutes(now, WAKE_AGAIN_MINUTES) },
      });
    },

    async claim(subject, id, leaseUntil) {
      const claimed = { from: ["pending"], to: "sending", countAttempt: true } as const;
      // Where it is looked at again late enough anyway, the index has nothing to learn.
      return (
        (await move(subject, id, {
          ...claimed,
          when: "dueAt >= :lease",
          values: { ":lease": leaseUntil },
        })) ?? (await move(subject, id, { ...claimed, set: { dueAt: leaseUntil } }))
      );
    },

    accepted,

    async refused(subject, id, reason, retryAt) {
      const next: Move =
        retryAt === undefined
          ? { from: ["sending"], to: "failed", set: { reason } }
          : { from: ["sending"], to: "held", set: { reason, dueAt: retryAt } };
      await move(subject, id, next);
    },

    async expire(subject, id, now, maxAttempts) {
      const expired = { from: ["sending"], values: { ":now": now, ":most": maxAttempts } } as const;
      const again = await move(subject, id, {
        ...expired,
        to: "pending",
        when: "dueAt <= :now AND attempts < :most",
        set: { wokenAt: now, dueAt: addMinutes(now, WAKE_AGAIN_MINUTES) },
      });
      if (again !== undefined) return "pending";
      const gaveUp = await move(subject, id, {
        ...expired,
        to: "ambiguous",
        when: "dueAt <= :now AND attempts >= :most",
      });
      return gaveUp === undefined ? "unchanged" : "ambiguous";
    },

    async drop(subject, id, reason, settledAt) {
      const set = { reason, settledAt };
      await move(subject, id, {
        from: ["held", "pending"],
        to: "dropped",
        set,
        ...(reason === "not-owed" && { done: true }),
      });
    },

    async reported(subject, id) {
      for (const state of ["failed", "ambiguous", "dropped"] as const) {
        await move(subject, id, { from: [state], to: state, done: true });
      }
    },

    async left(one) {
      const { subject, id, folds = [] } = one.notice;
      await unlessConditionFails(
        client.send(
          new PutCommand({
            TableName: table,
            Item: NoticeItem.write(keyOf.notice(subject, id), leftBody(one)),
            ConditionExpression: "attribute_not_exists(pk)",
          }),
        ),
      );
      await accepted(subject, id, one.messageId, one.at);
      // A line that is there waits for a mail that has left; one that isn't would be written again by the next sweep.
      for (const fold of folds) {
        const Item = ToldLineItem.write(keyOf.line(fold.subject, fold.id), { at: one.at });
        await client.send(new PutCommand({ TableName: table, Item }));
      }
    },

    async settle({ subject, id, at: settledAt, became, reason }) {
      const set = { settledAt, ...(reason !== undefined && { reason }) };
      const settled = await move(subject, id, { from: NEWS[became], to: became, set, done: true });
      return settled === undefined ? "unchanged" : "settled";
    },
  };
}

/** One step of a notice. */
interface Move {
  readonly from: readonly NoticeState[];
  readonly to: NoticeState;
  /** What must hold besides the state, in terms of `values`. */
  readonly when?: string;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly countAttempt?: boolean;
  /** Nothing is due any more: it leaves the index. */
  readonly done?: boolean;
}

/** The notice after the step; undefined where the step was not open to it. */
async function moved(
  table: CaseTable,
  jurisdiction: string,
  subject: NoticeSubject,
  id: NoticeId,
  step: Move,
): Promise<OutboxItem | undefined> {
  const from = step.from.map((state, index) => [`:from${index}`, state] as const);
  const set = Object.entries(step.set ?? {});
  const lost = LOST.has(step.to);
  // Where the carrier says nothing, the lease says about when it was.
  const listed = [
    "boardPartition = :lost",
    `boardSort = ${step.set?.settledAt === undefined ? "if_not_exists(boardSort, dueAt)" : ":set_settledAt"}`,
  ];
  const gone = [
    ...(step.done ? ["duePartition", "dueAt"] : []),
    ...(!lost && step.done ? ["boardPartition", "boardSort"] : []),
  ];
  const update = new UpdateCommand({
    TableName: table.name,
    Key: keyOf.notice(subject, id),
    UpdateExpression: [
      `SET ${["#state = :to", ...set.map(([field]) => `#${field} = :set_${field}`), ...(lost ? listed : [])].join(", ")}`,
      step.countAttempt ? "ADD attempts :one" : "",
      gone.length > 0 ? `REMOVE ${gone.join(", ")}` : "",
    ].join(" "),
    ConditionExpression: [`#state IN (${from.map(([name]) => name).join(", ")})`, step.when]
      .filter((part) => part !== undefined)
      .join(" AND "),
    ExpressionAttributeNames: {
      "#state": "state",
      ...Object.fromEntries(set.map(([field]) => [`#${field}`, field])),
    },
    ExpressionAttributeValues: {
      ":to": step.to,
      ...Object.fromEntries(from),
      ...Object.fromEntries(set.map(([field, value]) => [`:set_${field}`, value])),
      ...step.values,
      ...(step.countAttempt && { ":one": 1 }),
      ...(lost && { ":lost": lostPartition(jurisdiction) }),
    },
    ReturnValues: "ALL_NEW",
  });
  const written = await unlessConditionFails(table.client.send(update));
  return written?.Attributes && shown(NoticeItem.read(written.Attributes));
}

async function unlessConditionFails<Result>(sent: Promise<Result>): Promise<Result | undefined> {
  try {
    return await sent;
  } catch (fault) {
    if (fault instanceof ConditionalCheckFailedException) return undefined;
    throw fault;
  }
}

function posted({ notice, state, settledAt, reason }: ReturnType<typeof NoticeItem.read>): PostedNotice {
  return { notice, state, ...defined({ settledAt, reason }) };
}

function byDecision({ notice: one }: PostedNotice, { notice: other }: PostedNotice): number {
  return one.createdAt < other.createdAt ? -1 : one.createdAt > other.createdAt ? 1 : 0;
}

function shown({ notice, state, attempts, messageId }: ReturnType<typeof NoticeItem.read>): OutboxItem {
  return { notice, state, attempts, ...(messageId !== undefined && { messageId }) };
}
