/** How is a notice added that no transaction holds back? Once, also by a run that is repeated after its identity changed. */

import type { Notice } from "../domain/notices/notice.ts";
import { formerId } from "../domain/obligations/addressing.ts";
import type { Instant } from "../domain/time/time.ts";
import type { Outbox } from "../ports/outbox.ts";

/**
 * Adds a notice that was made under `key`. One that its organisation got before, under the identity that an address alone
 * gave it, is left at that; another organisation's of the same mailbox is not.
 */
export async function addOnce(outbox: Outbox, key: string, notice: Notice, now: Instant): Promise<void> {
  const former = await outbox.item(notice.subject, formerId(key, notice));
  if (former?.notice.recipient.organisation === notice.recipient.organisation) return;
  await outbox.add(notice, now);
}
