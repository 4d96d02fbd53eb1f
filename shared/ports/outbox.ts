/** Where does a notice stand between the decision to send it and its delivery, and which step may follow? */

import type { NoticeId } from "../domain/notices/frame/notice-id.ts";
import type { NoticeSubject } from "../domain/notices/frame/notice-subject.ts";
import type { Notice, NoticeState } from "../domain/notices/notice.ts";
import type { Instant } from "../domain/time/time.ts";
import type { LeftNotice } from "./journal.ts";

/** What the mail carrier said of a mail, by its notice. */
export interface MailFeedback {
  readonly subject: NoticeSubject;
  readonly id: NoticeId;
  readonly at: Instant;
  readonly became: "accepted" | "delivered" | "bounced" | "complained" | "failed";
  /** Why, in the carrier's words; no address in it. */
  readonly reason?: string;
}

/** A notice and where it stands. */
export interface OutboxItem {
  readonly notice: Notice;
  readonly state: NoticeState;
  /** How often the carrier was asked to take it. */
  readonly attempts: number;
  readonly messageId?: string;
}

/** A notice as a page lists it: what it says, and where its mail is. */
export interface PostedNotice extends Pick<OutboxItem, "notice" | "state"> {
  /** When the carrier took it, or last said what became of it. */
  readonly settledAt?: Instant;
  /** Why it waits, or was refused or returned, in the carrier's words. */
  readonly reason?: string;
}

/** The outbox: notices from decision to delivery. */
export interface Outbox {
  item(subject: NoticeSubject, id: NoticeId): Promise<OutboxItem | undefined>;
  /** All that belong to a case, document, …, in the order they were decided; a moment old at most. */
  posted(subject: NoticeSubject): Promise<readonly PostedNotice[]>;
  /** Those that failed, stayed ambiguous, bounced or were complained of since, and still stand so; the last that became known first, so many at most. */
  notArrived(from: Instant, most: number): Promise<readonly PostedNotice[]>;
  /** Puts a notice that no case's change carries; an id already there is left as it is. */
  add(notice: Notice, now: Instant): Promise<void>;
  /** held → pending, once its time has come; the table's stream then wakes the mailer. */
  release(subject: NoticeSubject, id: NoticeId, now: Instant): Promise<void>;
  /**
   * pending → sending, for whoever comes first, until `leaseUntil` at least. undefined: somebody else has it, or it is
   * sent already.
   */
  claim(subject: NoticeSubject, id: NoticeId, leaseUntil: Instant): Promise<OutboxItem | undefined>;
  /** sending → accepted. */
  accepted(subject: NoticeSubject, id: NoticeId, messageId: string, at: Instant): Promise<void>;
  /**
   * sending → held until `retryAt` (a passing error), or failed for good where that is undefined; it then stays
   * due until {@link Outbox.reported}.
   */
  refused(subject: NoticeSubject, id: NoticeId, reason: string, retryAt: Instant | undefined): Promise<void>;
  /**
   * A lease that ran out: nobody knows whether the mail left. Back to pending while attempts remain, else
   * ambiguous, which stays due until {@link Outbox.reported}.
   */
  expire(
    subject: NoticeSubject,
    id: NoticeId,
    now: Instant,
    maxAttempts: number,
  ): Promise<"pending" | "ambiguous" | "unchanged">;
  /**
   * held, pending → dropped: of no use any more, or no longer true. Where it came `too-late` it stays due until
   * {@link Outbox.reported}, for somebody should telephone; what is `not-owed` any more is done with.
   */
  drop(subject: NoticeSubject, id: NoticeId, why: "too-late" | "not-owed", at: Instant): Promise<void>;
  /** A person has been informed of a notice that failed, stayed ambiguous or was dropped too late: it is not due any more. */
  reported(subject: NoticeSubject, id: NoticeId): Promise<void>;
  /**
   * A mail that left before the table was put back to a time when it hadn't: it is known to have left, and the lines that went
   * with it wait no longer.
   */
  left(one: LeftNotice): Promise<void>;
  /** Settles a notice by what the carrier reports; events may come twice, late, or before `accepted`. */
  settle(feedback: MailFeedback): Promise<"settled" | "unchanged">;
}
