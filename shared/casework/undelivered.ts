/** A mail that didn't arrive is a task for the bureau: somebody must find the right address, or telephone. */

import { noticeNumber } from "../domain/notices/notice.ts";
import { type Dispatch, notice, recipientOf } from "../domain/obligations/addressing.ts";
import type { Rules } from "../domain/rules.ts";
import type { Instant } from "../domain/time/time.ts";
import type { Directory } from "../ports/directory.ts";
import type { Outbox, OutboxItem } from "../ports/outbox.ts";
import { bureauOf } from "./involved.ts";

/** Why it didn't arrive, as the bureau reads it. */
const CAUSES = {
  bounced: "邮件被退回，地址无效",
  complained: "收件人将邮件标记为垃圾邮件",
  failed: "邮件系统拒绝发送",
  ambiguous: "多次发送后仍无法确认邮件是否发出",
} as const;

/** Tells the bureau of the recipient's district; one notice per address and cause, however often it is called. */
export async function tellUndelivered(
  { outbox, directory }: { readonly outbox: Outbox; readonly directory: Directory },
  { notice: lost }: OutboxItem,
  became: keyof typeof CAUSES,
  { now, rules }: { readonly now: Instant; readonly rules: Rules },
): Promise<void> {
  const { recipient } = lost;
  const organisation = await directory.organisation(recipient.organisation);
  const bureau = organisation && (await bureauOf(organisation.jurisdiction, directory));
  const supervisor = bureau && recipientOf(bureau, ["duty", "clerk"]);
  // A bureau that can't be reached can't be told so by mail; the alarm on bounces is its admin's.
  if (supervisor === undefined || supervisor.address === recipient.address) return;
  const content = {
    kind: "address-failed",
    organisationName: recipient.organisationName,
    address: recipient.address,
    cause: CAUSES[became],
    subject: noticeNumber(lost),
  } as const;
  const dispatch: Dispatch = {
    subject: { of: "organisation", organisation: recipient.organisation },
    now,
    rules,
  };
  await outbox.add(notice(`${became} ${lost.id}`, supervisor, content, dispatch), now);
}
