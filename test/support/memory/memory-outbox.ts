/** The {@link Outbox} in memory, held to the same contract as the one on the table. */

import { WAKE_AGAIN_MINUTES } from "../../../shared/adapters/case-table/new-notice.ts";
import { defined } from "../../../shared/domain/defined.ts";
import type { NoticeId } from "../../../shared/domain/notices/frame/notice-id.ts";
import type { NoticeSubject } from "../../../shared/domain/notices/frame/notice-subject.ts";
import type { NoticeState } from "../../../shared/domain/notices/notice.ts";
import { addMinutes, type Instant } from "../../../shared/domain/time/time.ts";
import type { Outbox, OutboxItem } from "../../../shared/ports/outbox.ts";
import { keyOf, type MemoryTable, putNotice, type StoredNotice, subjectKeyOf } from "./memory-table.ts";

/** How much is known of a mail; reports only ever add to it. */
const KNOWN: Readonly<Record<NoticeState, number>> = {
  held: 0,
  pending: 0,
  sending: 0,
  ambiguous: 0,
  accepted: 1,
  failed: 2,
  dropped: 6,
  delivered: 3,
  bounced: 4,
  complained: 5,
};

const LOST: ReadonlySet<NoticeState> = new Set(["failed", "ambiguous", "bounced", "complained"]);

export function memoryOutbox(table: MemoryTable): Outbox {
  const get = (subject: NoticeSubject, id: NoticeId) => table.notices.get(keyOf(subject, id));
  const put = (before: StoredNotice, changes: Partial<StoredNotice>, dueAt: Instant | undefined) => {
    const { dueAt: due, ...rest } = before;
    const lostAt = changes.settledAt ?? before.lostAt ?? due;
    const after = {
      ...rest,
      ...changes,
      ...(dueAt !== undefined && { dueAt }),
      ...(LOST.has(changes.state ?? before.state) && lostAt !== undefined && { lostAt }),
    };
    table.notices.set(keyOf(before.notice.subject, before.notice.id), after);
    return shown(after);
  };
  return {
    item: async (subject, id) => {
      const found = get(subject, id);
      return found && shown(found);
    },

    async posted(subject) {
      const asked = subjectKeyOf(subject);
      const own = ({ notice }: StoredNotice) => subjectKeyOf(notice.subject) === asked;
      return [...table.notices.values()]
        .filter(own)
        .map(({ notice, state, settledAt, reason }) => ({ notice, state, ...defined({ settledAt, reason }) }))
        .toSorted(({ notice: one }, { notice: other }) =>
          one.createdAt < other.createdAt ? -1 : one.createdAt > other.createdAt ? 1 : 0,
        );
    },

    async notArrived(from, most) {
      return [...table.notices.values()]
        .filter(({ state, lostAt }) => LOST.has(state) && lostAt !== undefined && lostAt >= from)
        .toSorted((one, other) => ((one.lostAt ?? "") < (other.lostAt ?? "") ? 1 : -1))
        .slice(0, most)
        .map(({ notice, state, settledAt, reason }) => ({
          notice,
          state,
          ...defined({ settledAt, reason }),
        }));
    },

    add: async (notice, now) => putNotice(table, notice, now),

    async release(subject, id, now) {
      const found = get(subject, id);
      if (found?.dueAt === undefined || found.dueAt > now) return;
      if (found.state === "held" || found.state === "pending")
        put(found, { state: "pending" }, addMinutes(now, WAKE_AGAIN_MINUTES));
    },

    async claim(subject, id, leaseUntil) {
      const found = get(subject, id);
      if (found?.state !== "pending") return undefined;
      const lasts = found.dueAt !== undefined && found.dueAt >= leaseUntil;
      const until = lasts ? found.dueAt : leaseUntil;
      return put(found, { state: "sending", attempts: found.attempts + 1 }, until);
    },

    async accepted(subject, id, messageId, settledAt) {
      const found = get(subject, id);
      if (found !== undefined && KNOWN[found.state] === 0)
        put(found, { state: "accepted", messageId, settledAt }, undefined);
    },

    async refused(subject, id, reason, retryAt) {
      const found = get(subject, id);
      if (found?.state === "sending")
        put(found, { state: retryAt === undefined ? "failed" : "held", reason }, retryAt ?? found.dueAt);
    },

    async expire(subject, id, now, maxAttempts) {
      const found = get(subject, id);
      if (found?.state !== "sending" || found.dueAt === undefined || found.dueAt > now) return "unchanged";
      const state = found.attempts < maxAttempts ? "pending" : "ambiguous";
      put(found, { state }, state === "pending" ? addMinutes(now, WAKE_AGAIN_MINUTES) : found.dueAt);
      return state;
    },

    async drop(subject, id, reason, settledAt) {
      const found = get(subject, id);
      if (found?.state !== "held" && found?.state !== "pending") return;
      put(found, { state: "dropped", reason, settledAt }, reason === "too-late" ? found.dueAt : undefined);
    },

    async reported(subject, id) {
      const found = get(subject, id);
      const reportable: readonly (NoticeState | undefined)[] = ["failed", "ambiguous", "dropped"];
      if (found !== undefined && reportable.includes(found.state)) put(found, {}, undefined);
    },

    async left({ notice, messageId, at: settledAt }) {
      const { subject, id, folds = [] } = notice;
      const found = get(subject, id);
      const taken = { state: "accepted", messageId, settledAt } as const;
      if (found === undefined) table.notices.set(keyOf(subject, id), { notice, attempts: 1, ...taken });
      else if (KNOWN[found.state] === 0) put(found, taken, undefined);
      for (const fold of folds) {
        table.lines.delete(keyOf(fold.subject, fold.id));
        table.toldLines.set(keyOf(fold.subject, fold.id), settledAt);
      }
    },

    async settle({ subject, id, at: settledAt, became, reason }) {
      const found = get(subject, id);
      if (found === undefined || KNOWN[became] <= KNOWN[found.state]) return "unchanged";
      put(found, { state: became, settledAt, ...(reason !== undefined && { reason }) }, undefined);
      return "settled";
    },
  };
}

function shown({ notice, state, attempts, messageId }: StoredNotice): OutboxItem {
  return { notice, state, attempts, ...(messageId !== undefined && { messageId }) };
}
