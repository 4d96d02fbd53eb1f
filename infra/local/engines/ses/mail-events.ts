/** What becomes of a mail that SES has accepted, and how is it reported? */
import { randomUUID } from "node:crypto";
import type { Instant } from "../../../../shared/domain/time/time.ts";
import type { Occurrence } from "../event-bus.ts";
import type { JsonObject } from "../json.ts";

/** A mail that SES has accepted, as its events tell of it. */
export interface AcceptedMail {
  readonly messageId: string;
  readonly acceptedAt: Instant;
  /** Bare address. */
  readonly from: string;
  /** Everyone it goes to, bare addresses. */
  readonly destinations: readonly string[];
  readonly subject: string;
  readonly configurationSet: string | undefined;
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

/** An event type as configuration sets name it, with what SES tells EventBridge. */
export interface MailEvent {
  readonly type: "send" | "delivery" | "bounce" | "complaint";
  readonly occurrence: Occurrence;
}

/**
 * What becomes of a mail here, in order: sent, then delivered, except to addresses `bounce@…`, which don't exist,
 * and `complaint@…`, whose owners call it spam after they got it (the local parts of SES's own mailbox simulator).
 * @see https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
export function mailEvents(mail: AcceptedMail, account: string): MailEvent[] {
  const { acceptedAt: timestamp, destinations } = mail;
  const goingTo = (localPart: string) =>
    destinations.filter((address) => address.split(/[@+]/)[0] === localPart);
  const bounced = goingTo("bounce");
  const complaining = goingTo("complaint");
  const delivered = destinations.filter((address) => !bounced.includes(address));

  const events: [MailEvent["type"], string, string, JsonObject][] = [["send", "Email Sent", "Send", {}]];
  if (delivered.length > 0) {
    const delivery = { timestamp, processingTimeMillis: 500, recipients: delivered, smtpResponse: "250 ok" };
    events.push(["delivery", "Email Delivered", "Delivery", delivery]);
  }
  if (bounced.length > 0) {
    const bouncedRecipients = bounced.map((emailAddress) => ({
      emailAddress,
      action: "failed",
      status: "5.1.1",
      diagnosticCode: "smtp; 550 5.1.1 user unknown",
    }));
    const kind = { bounceType: "Permanent", bounceSubType: "General", feedbackId: randomUUID(), timestamp };
    events.push(["bounce", "Email Bounced", "Bounce", { ...kind, bouncedRecipients }]);
  }
  if (complaining.length > 0) {
    const complainedRecipients = complaining.map((emailAddress) => ({ emailAddress }));
    const kind = {
      complaintSubType: null,
      complaintFeedbackType: "abuse",
      feedbackId: randomUUID(),
      timestamp,
    };
    events.push(["complaint", "Email Complaint Received", "Complaint", { ...kind, complainedRecipients }]);
  }
  return events.map(([type, detailType, eventType, what]) => ({
    type,
    occurrence: {
      source: "aws.ses",
      detailType,
      resources: [],
      detail: { eventType, mail: described(mail, account), [type]: what },
    },
  }));
}

function described(mail: AcceptedMail, account: string): JsonObject {
  const { messageId, acceptedAt, from, destinations, subject, configurationSet, tags } = mail;
  return {
    timestamp: acceptedAt,
    source: from,
    sendingAccountId: account,
    messageId,
    destination: destinations,
    headersTruncated: false,
    headers: [],
    commonHeaders: { from: [from], to: destinations, messageId, subject },
    tags: {
      "ses:source-ip": ["127.0.0.1"],
      "ses:from-domain": [from.split("@")[1] ?? ""],
      "ses:caller-identity": ["local"],
      ...(configurationSet !== undefined && { "ses:configuration-set": [configurationSet] }),
      ...tags,
    },
  };
}
