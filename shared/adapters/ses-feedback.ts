/** What SES reports of a mail, from its EventBridge events, in the outbox's terms. */
import * as z from "zod/mini";
import type { NoticeId } from "../domain/case-file/notice-id.ts";
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
 * anything (a delay, an answer of an absent person's mailbox). Throws where it is no event of SES.
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

function outcomeOf({ eventType, mail, delivery, bounce, complaint, reject }: Detail): Outcome | undefined {
  switch (eventType) {
    case "Send":
      return { became: "accepted", at: mail.timestamp };
    case "Delivery":
      return { became: "delivered", at: delivery?.timestamp ?? mail.timestamp };
    case "Bounce":
      return bounce && bounced(bounce);
    case "Complaint":
      return {
        became: "complained",
        at: complaint?.timestamp ?? mail.timestamp,
        reason: complaint?.complaintFeedbackType ?? "complaint",
      };
    case "Reject":
    case "Rendering Failure":
      return { became: "failed", at: mail.timestamp, reason: reject?.reason ?? eventType };
    default:
      return undefined;
  }
}

/** Passing bounces after which this mail isn't in the mailbox, though the address is good. */
const NOT_TAKEN: ReadonlySet<string> = new Set([
  "MailboxFull",
  "MessageTooLarge",
  "ContentRejected",
  "AttachmentRejected",
]);

/**
 * A permanent bounce means a dead address. Of the passing ones SES calls most `General`, which an absent
 * person's automatic answer is too: nothing follows from that.
 */
function bounced({
  bounceType,
  bounceSubType = "",
  timestamp,
  bouncedRecipients = [],
}: NonNullable<Detail["bounce"]>): Outcome | undefined {
  const [{ status = "", diagnosticCode = "" } = {}] = bouncedRecipients;
  const reason = `${bounceType} ${bounceSubType} ${status} ${diagnosticCode}`;
  if (bounceType === "Permanent") return { became: "bounced", at: timestamp, reason };
  return NOT_TAKEN.has(bounceSubType) ? { became: "failed", at: timestamp, reason } : undefined;
}
