/** Settles a notice by what became of its mail; one that didn't arrive becomes a task for the bureau. */
import { reportFailedMail } from "../../shared/casework/failed-mail.ts";
import type { Rules } from "../../shared/domain/rules.ts";
import type { Directory } from "../../shared/ports/directory.ts";
import type { MailFeedback, Outbox } from "../../shared/ports/outbox.ts";

/** Safe to repeat, whatever the order in which the carrier's events arrive. */
export async function settleFeedback(
  { outbox, directory }: { readonly outbox: Outbox; readonly directory: Directory },
  feedback: MailFeedback,
  rules: Rules,
): Promise<{ readonly outcome: "settled" | "unchanged"; readonly unreached: number }> {
  const outcome = await outbox.settle(feedback);
  const { became, subject, id, at: now } = feedback;
  if (became !== "bounced" && became !== "complained" && became !== "failed")
    return { outcome, unreached: 0 };

  // Also where it was settled before: a crash may have come in between, and every step leaves what is there already.
  const item = await outbox.item(subject, id);
  // What came late and is contradicted by a later word (a delivery, then an old refusal) is nobody's task.
  if (item?.state !== became) return { outcome, unreached: 0 };
  const { recipient } = item.notice;
  if (became === "bounced") await directory.markUndeliverable(recipient.organisation, recipient.address);
  const unreached = await reportFailedMail({ outbox, directory }, item, became, { now, rules });
  return { outcome, unreached: unreached.length };
}
