/** What SES reports of a mail, from its EventBridge events, in the outbox's terms. */
import * as z from "zod/mini";
import type { NoticeId } from "../domain/notices/frame/notice-id.ts";
import { instant } from "../domain/time/time.ts";
import type { MailFeedback } from "../ports/outbox.ts";
import { carrierWords } from "./carrier-words.ts";
import { subjectOfTag, TAG } from "./notice-tag.ts";

const Recipient = z.object({ status: z.optional(z.string()), diagnosticCode: z.optional(z.string()) });

const SesEvent = z.object({
  detail: z.object({
    eventType: z.string(),
    mail: z.object({ timestamp: z.string(), tags: z.optional(z.record(z.string(), z.array(z.string()))) }),
    delivery: z.optional(z.object({ timestamp: z.string() })),
    deliveryDelay: z.optional(z.object({ timestamp: z.string() })),
    bounce: z.optional(
      z.object({
        timestamp: z.string(),
        bounceType: z.string(),
        bounceSubType: z.optional(z.string()),
        bouncedRecipients: z.optional(z.array(Recipient)),
      }),
    ),
    complaint: z.optional(z.object({ timestamp: z.string(), complaintFeedbackType: z.optional(z.string()) })),
    reject: z.optional(z.object({ reason: z.optional(z.string()) })),
  }),
});

type Detail = z.infer<typeof SesEvent>["detail"];
type Outcome = { readonly became: MailFeedback["became"]; readonly at: string; readonly reason?: string };

/**
 * The report in an event; undefined where the event is of another mail than ours, or says nothing that settles
 * anything (an automatic answer, a reader's “not spam”). Throws where it is no event of SES.
 */
export function feedbackOf(event: unknown): MailFeedback | undefined {
  const { detail } = z.parse(SesEvent, event);
  const [id] = detail.mail.tags?.[TAG.notice] ?? [];
  const [tag] = detail.mail.tags?.[TAG.subject] ?? [];
  const subject = tag === undefined ? undefined : subjectOfTag(tag);
  const outcome = outcomeOf(detail);
  if (id === undefined || subject === undefined || outcome === undefined) return undefined;
  const { became, at, reason } = outcome;
  return {
    subject,
    id: id as NoticeId,
    at: instant(at),
    became,
    ...(reason !== undefined && { reason: carrierWords(reason) }),
  };
}

function outcomeOf(detail: Detail): Outcome | undefined {
  const { eventType, mail, delivery, deliveryDelay, bounce, complaint, reject } = detail;
  switch (eventType) {
    // Not asked for, since each mail has another word soon; an earlier deployment's may still come.
    case "Send":
      return { became: "accepted", at: mail.timestamp };
    // It has left, and the reader's server keeps it waiting.
    case "DeliveryDelay":
      return { became: "accepted", at: deliveryDelay?.timestamp ?? mail.timestamp };
    case "Delivery":
      return { became: "delivered", at: delivery?.timestamp ?? mail.timestamp };
    case "Bounce":
      return bounce && bounced(bounce);
    case "Complaint": {
      const { timestamp: at = mail.timestamp, complaintFeedbackType: kind = "complaint" } = complaint ?? {};
      // A reader who takes the mail out of the junk folder reports that as a complaint, of the kind “not spam”.
      return kind === "not-spam" ? undefined : { became: "complained", at, reason: kind };
    }
    case "Reject":
    case "Rendering Failure":
      return { became: "failed", at: mail.timestamp, reason: reject?.reason ?? eventType };
    default:
      return undefined;
  }
}

/** What a mailbox that took the mail answers by itself; `General` is also what SES calls many a mail it gave up. */
const MAY_BE_AUTOMATIC: ReadonlySet<string> = new Set(["", "General"]);

/**
 * SES publishes a bounce once it has given up, so each is a mail that nobody got, but for one kind: the automatic answer
 * of an absent person's mailbox is called Transient General too. It is a mail of its own that came back, not a refusal,
 * so that no recipient in it has a status or words of a server that refused. A permanent bounce means a dead address.
 * @see https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html#event-publishing-retrieving-sns-contents-bounce-object
 */
function bounced({
  bounceType,
  bounceSubType = "",
  timestamp,
  bouncedRecipients = [],
}: NonNullable<Detail["bounce"]>): Outcome | undefined {
  const refusal = bouncedRecipients.find((one) => isSaid(one.status) || isSaid(one.diagnosticCode));
  const isAutomatic =
    bounceType === "Transient" && MAY_BE_AUTOMATIC.has(bounceSubType) && refusal === undefined;
  if (isAutomatic) return undefined;
  const reason = [bounceType, bounceSubType, refusal?.status, refusal?.diagnosticCode]
    .filter(isSaid)
    .join(" ");
  return { became: bounceType === "Permanent" ? "bounced" : "failed", at: timestamp, reason };
}

function isSaid(words: string | undefined): boolean {
  return words !== undefined && words !== "";
}
