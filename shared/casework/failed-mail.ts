/** A mail that didn't arrive is a task for the bureau: somebody must find the right address, or telephone. */

import { defined } from "../domain/defined.ts";
import type { AddressFault } from "../domain/notices/directory.ts";
import { noticeNumber } from "../domain/notices/notice-number.ts";
import {
  type Dispatch,
  firstReached,
  notice,
  recipientOf,
  type Unreached,
} from "../domain/obligations/addressing.ts";
import { CITY_ITSELF } from "../domain/organisations/district.ts";
import type { Rules } from "../domain/rules.ts";
import type { Instant } from "../domain/time/time.ts";
import type { Directory } from "../ports/directory.ts";
import type { Outbox, OutboxItem } from "../ports/outbox.ts";
import { addOnce } from "./add-once.ts";
import { bureauOf } from "./involved.ts";

/** Letters about a document, which no ladder brings about again: the bureau above looks at it where its own can't be reached. */
const OF_DOCUMENTS: ReadonlySet<string> = new Set(["document-review", "document-rejected"]);

/**
 * Gives the task to the bureau of the recipient's district, or to the municipal one where that is who can't be reached;
 * one notice per mail and cause, however often it is called. What bounced at a bureau goes to its next contact as well: it alone
 * has what is to be done. Returns what has reached nobody thereby.
 */
export async function reportFailedMail(
  { outbox, directory }: { readonly outbox: Outbox; readonly directory: Directory },
  { notice: failed }: OutboxItem,
  became: Exclude<AddressFault, "no-address" | "not-listed">,
  { now, rules }: { readonly now: Instant; readonly rules: Rules },
): Promise<readonly Unreached[]> {
  const { recipient } = failed;
  const organisation = await directory.organisation(recipient.organisation);
  const bureaus = await Promise.all(
    [organisation?.jurisdiction ?? CITY_ITSELF, CITY_ITSELF].map((place) => bureauOf(place, directory)),
  );
  const bureau = firstReached(
    bureaus.filter((one) => one !== undefined),
    recipient.address,
  );
  if (bureau !== undefined) {
    const content = {
      kind: "address-failed",
      organisationName: recipient.organisationName,
      ...defined({ organisation: organisation?.id }),
      address: recipient.address,
      cause: became,
      about: { type: "mail", number: noticeNumber(failed) },
    } as const;
    const dispatch: Dispatch = {
      subject: { of: "organisation", organisation: recipient.organisation },
      now,
      rules,
    };
    const key = `${became} ${failed.id}`;
    await addOnce(outbox, key, notice(key, bureau, content, dispatch), now);
  }
  // An address that has bounced gets no more mail, so that this ends with a bureau's contacts.
  if (organisation?.kind === "bureau" && became === "bounced") {
    const above = OF_DOCUMENTS.has(failed.content.kind) ? bureau : undefined;
    const next = recipientOf(organisation, "handling", recipient.address) ?? above;
    if (next !== undefined) {
      const key = `instead of ${failed.id}`;
      const { subject, content } = failed;
      await addOnce(outbox, key, notice(key, next, content, { subject, now, rules }), now);
    }
  }
  // A mail marked as unwanted did arrive.
  return became === "complained" ? [] : [{ kind: failed.content.kind, name: recipient.organisationName }];
}
