/**
 * Is a notice that leaves later than it should still to be sent? Mail may be down for days: what is of no use by then, or no longer
 * true, isn't sent, and where somebody should have heard of it a person telephones.
 */
import type { Notice } from "../domain/notices/notice.ts";
import { isStillToBeSaid } from "../domain/obligations/obligations.ts";
import type { Rules } from "../domain/rules.ts";
import { addMinutes, type Instant } from "../domain/time/time.ts";
import type { Outbox, OutboxItem } from "../ports/outbox.ts";
import type { Records } from "../ports/records.ts";

/** What has waited longer than so much after it should have left is looked at. */
const LATE_MINUTES = 60;

export interface LookPorts {
  readonly records: Pick<Records, "caseFile" | "duty">;
  readonly outbox: Pick<Outbox, "posted">;
}

/** Why it isn't sent; undefined where it is. */
export async function lastLook(
  ports: LookPorts,
  { notice, state }: OutboxItem,
  now: Instant,
  rules: Rules,
): Promise<"too-late" | "not-owed" | undefined> {
  if (state !== "held" && state !== "pending") return undefined;
  if (notice.step?.limit !== undefined && notice.step.limit <= now) return "too-late";
  // What leaves when offices open was decided for then.
  if (now < addMinutes(notice.releaseAt, LATE_MINUTES)) return undefined;
  return (await isOwedStill(ports, notice, now, rules)) ? undefined : "not-owed";
}

async function isOwedStill(
  { records, outbox }: LookPorts,
  { subject, step, content, recipient, createdAt }: Notice,
  now: Instant,
  rules: Rules,
): Promise<boolean> {
  if (subject.of === "case" && step !== undefined) {
    const file = await records.caseFile(subject.caseNumber);
    return file === undefined || isStillToBeSaid(file, step, now, rules);
  }
  if (subject.of !== "ledger" || content.kind !== "ledger-due") return true;
  const duty = await records.duty(subject.court, subject.month);
  if (duty?.receivedOn !== undefined) return false;
  const others = await outbox.posted(subject);
  return !others.some(
    ({ notice: other }) =>
      other.content.kind === "ledger-due" &&
      other.recipient.organisation === recipient.organisation &&
      other.createdAt > createdAt,
  );
}
