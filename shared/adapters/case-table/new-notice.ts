/** The item of a notice that has just been decided. */
import type { Notice } from "../../domain/notices/notice.ts";
import { addMinutes, type Instant } from "../../domain/time/time.ts";
import type { LeftNotice } from "../../ports/journal.ts";
import { dueAt } from "./indexes.ts";
import { NoticeItem } from "./items.ts";
import { keyOf } from "./keys.ts";

/**
 * How long the stream has to wake the mailer before the sweep wakes it again. A few minutes more than a lease lasts, so that
 * whoever claims in time leaves the entry of the index as it is.
 */
export const WAKE_AGAIN_MINUTES = 20;

/** Pending at once where its time has come, which wakes the mailer; held until the sweep releases it otherwise. */
export function newNotice(notice: Notice, now: Instant, jurisdiction: string): Record<string, unknown> {
  const held = notice.releaseAt > now;
  const lookAgainAt = held ? notice.releaseAt : addMinutes(now, WAKE_AGAIN_MINUTES);
  const key = keyOf.notice(notice.subject, notice.id);
  const body = { state: held ? "held" : "pending", attempts: 0, notice } as const;
  return NoticeItem.write(key, body, dueAt(jurisdiction, key, lookAgainAt));
}

/** What the outbox has of a mail that the carrier took. */
export function leftBody({ notice, messageId, at }: LeftNotice) {
  return { state: "accepted", attempts: 1, messageId, settledAt: at, notice } as const;
}
