/** Sends one notice, once: word it, claim it, hand it over, mark it. */

import { asOf } from "../../shared/domain/notices/as-of.ts";
import { calendarOf, linkOf, targetKey, taskLinksOf } from "../../shared/domain/notices/desk-link.ts";
import { type Link, linkTarget } from "../../shared/domain/notices/frame/link-target.ts";
import type { NoticeId } from "../../shared/domain/notices/frame/notice-id.ts";
import type { NoticeSubject } from "../../shared/domain/notices/frame/notice-subject.ts";
import type { AttachedFile } from "../../shared/domain/notices/frame/shown.ts";
import type { Notice } from "../../shared/domain/notices/notice.ts";
import type { Policy } from "../../shared/domain/policy.ts";
import { addMinutes, civilDateAt, type Instant, minutesBetween } from "../../shared/domain/time/time.ts";
import { composeMail } from "../../shared/letters/compose.ts";
import type { Sender } from "../../shared/letters/frame/mail.ts";
import { mimeMessage } from "../../shared/letters/frame/mime.ts";
import { filesOf, papersOf } from "../../shared/letters/notices/notice-letters.ts";
import type { Files } from "../../shared/ports/files.ts";
import type { LeftNotice } from "../../shared/ports/journal.ts";
import type { Mailer } from "../../shared/ports/mailer.ts";
import type { Outbox } from "../../shared/ports/outbox.ts";

export interface MailerPorts {
  readonly outbox: Outbox;
  /** The records bucket, for the files that go with a bulletin. */
  readonly files: Files;
  readonly mailer: Mailer;
  readonly sender: Sender;
  /** How long links can be used. */
  readonly linkLives: Policy["links"];
  /** Signs a link; absent where the deployment has no desk. */
  readonly linkAddress?: (link: Link) => Promise<string>;
}

/** `taken`: somebody else has it, or it went out before; `dropped`: it came too late to be of use. */
export type SendOutcome = "sent" | "taken" | "refused" | "postponed" | "dropped";

/** What became of it; of what was postponed, since how many minutes it should have left. */
export interface Sending {
  readonly outcome: SendOutcome;
  readonly waitingMinutes?: number;
  /** What the carrier took. */
  readonly left?: LeftNotice;
}

/**
 * How long a mail may take before its lease is void and the sweep asks what became of it. No choice of a deployment:
 * it follows from how long this function may run.
 */
const LEASE_MINUTES = 15;
/** Largest attachment kept in the records bucket. */
const MAX_ATTACHMENT_BYTES = 5 * 1024 * 1024;

/**
 * ```
 * pending ──claim──▶ sending ──carrier accepts──▶ accepted ──feedback──▶ delivered / bounced / complained
 *                       │ crash here: nobody knows; the carrier's events settle it, else the sweep after the lease
 *                       └ carrier refuses ──▶ held until the retry, or failed for good
 * ```
 * It is worded before the claim, so that what fails until then was no sending and is tried again for good. A fault
 * after the claim leaves the lease standing: a lost notice is worse than a double one, but a double one within the
 * lease is certain to be avoidable.
 */
export async function sendNotice(
  ports: MailerPorts,
  subject: NoticeSubject,
  id: NoticeId,
  now: Instant,
): Promise<Sending> {
  const waiting = await ports.outbox.item(subject, id);
  if (waiting?.state !== "pending") return { outcome: "taken" };
  if (waiting.notice.step?.limit !== undefined && waiting.notice.step.limit <= now) {
    await ports.outbox.drop(subject, id, "too-late", now);
    return { outcome: "dropped" };
  }
  const notice = { ...waiting.notice, content: asOf(waiting.notice.content, civilDateAt(now)) };
  const address = async (link: Link | undefined) => link && (await ports.linkAddress?.(link));
  const mail = composeMail(
    notice,
    ports.sender,
    await address(linkOf(notice, ports.linkLives)),
    await address(calendarOf(notice)),
    await taskAddresses(ports, notice),
  );
  const files = await attachedFiles(ports.files, filesOf(notice.content));
  const papers = await papersOf(notice.content);
  const mime = await mimeMessage({ ...mail, attachments: [...mail.attachments, ...files, ...papers] });
  const item = await ports.outbox.claim(subject, id, addMinutes(now, LEASE_MINUTES));
  if (item === undefined) return { outcome: "taken" };
  const result = await ports.mailer.send({ notice, to: notice.recipient.address, mime });
  if (result.sent) {
    await ports.outbox.accepted(subject, id, result.messageId, now);
    return { outcome: "sent", left: { notice: item.notice, messageId: result.messageId, at: now } };
  }
  await ports.outbox.refused(
    subject,
    id,
    result.reason,
    result.passing ? addMinutes(now, retryMinutes(item.attempts)) : undefined,
  );
  if (!result.passing) return { outcome: "refused" };
  return { outcome: "postponed", waitingMinutes: minutesBetween(notice.releaseAt, now) };
}

/** Where the things are done that stand in the lines of a mail. */
async function taskAddresses(
  { linkAddress, linkLives }: Pick<MailerPorts, "linkAddress" | "linkLives">,
  notice: Notice,
): Promise<ReadonlyMap<string, string>> {
  if (linkAddress === undefined) return new Map();
  const links = taskLinksOf(notice, linkLives);
  return new Map(
    await Promise.all(
      links.map(async (link) => [targetKey(linkTarget(link)), await linkAddress(link)] as const),
    ),
  );
}

/** 10, 20, 40 … minutes, at most 4 hours: a relay that is down comes back within a morning. */
function retryMinutes(attempts: number): number {
  return Math.min(240, 10 * 2 ** Math.max(0, attempts - 1));
}

async function attachedFiles(files: Files, wanted: readonly AttachedFile[]) {
  return Promise.all(
    wanted.map(async ({ name, key, contentType }) => {
      const content = await files.read(key, undefined, MAX_ATTACHMENT_BYTES);
      if (typeof content === "string") throw new Error(`attachment ${content}`);
      return { name, contentType, content };
    }),
  );
}
