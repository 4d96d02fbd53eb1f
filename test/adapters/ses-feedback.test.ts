import { describe, expect, it } from "vitest";
import { tagOf } from "../../shared/adapters/notice-tag.ts";
import { feedbackOf } from "../../shared/adapters/ses-feedback.ts";
import { aNotice, SUBJECT } from "../support/stored-things.ts";

const SENT_AT = "2026-09-08T01:00:00.000Z";
const LATER = "2026-09-08T01:05:00.000Z";
const TAGS = { mid: [aNotice().id], subject: [tagOf(SUBJECT)], "ses:configuration-set": ["notices"] };

function sesEvent(eventType: string, detail: object = {}, tags: object = TAGS) {
  return {
    source: "aws.ses",
    "detail-type": "Email",
    detail: { eventType, mail: { timestamp: SENT_AT, messageId: "ses-1", tags }, ...detail },
  };
}

const bounce = (
  bounceType: string,
  bounceSubType: string,
  ...refusals: readonly { status?: string; diagnosticCode?: string }[]
) =>
  sesEvent("Bounce", {
    bounce: {
      timestamp: LATER,
      bounceType,
      bounceSubType,
      bouncedRecipients: refusals.map((refusal) => ({
        emailAddress: "fazhi@yinan-police.example.org",
        ...refusal,
      })),
    },
  });

describe("feedbackOf", () => {
  it.each([
    ["a send", sesEvent("Send"), "accepted", SENT_AT],
    ["a delay", sesEvent("DeliveryDelay", { deliveryDelay: { timestamp: LATER } }), "accepted", LATER],
    ["a delivery", sesEvent("Delivery", { delivery: { timestamp: LATER } }), "delivered", LATER],
    ["a permanent bounce", bounce("Permanent", "General", { status: "5.1.1" }), "bounced", LATER],
    ["a permanent bounce without words", bounce("Permanent", "NoEmail", {}), "bounced", LATER],
    [
      "an address SES sends no more to",
      bounce("Permanent", "OnAccountSuppressionList", {}),
      "bounced",
      LATER,
    ],
    ["a full mailbox", bounce("Transient", "MailboxFull", { status: "5.2.2" }), "failed", LATER],
    ["a full mailbox without words", bounce("Transient", "MailboxFull", {}), "failed", LATER],
    [
      "a domain that doesn't exist",
      bounce("Transient", "General", {
        status: "5.4.4",
        diagnosticCode: "smtp; 550 5.4.4 Invalid domain",
      }),
      "failed",
      LATER,
    ],
    [
      "a mail given up after hours",
      bounce("Transient", "General", { status: "4.4.7", diagnosticCode: "smtp; 550 4.4.7 expired: 840 min" }),
      "failed",
      LATER,
    ],
    [
      "a mail denied",
      bounce("Transient", "General", { diagnosticCode: "smtp; 550 5.3.0 denied" }),
      "failed",
      LATER,
    ],
    ["one of several refused", bounce("Transient", "General", {}, { status: "5.7.1" }), "failed", LATER],
    ["a message too large", bounce("Transient", "MessageTooLarge", {}), "failed", LATER],
    ["a bounce SES can't explain", bounce("Undetermined", "Undetermined", {}), "failed", LATER],
    ["a kind of bounce not known yet", bounce("Novel", "General", {}), "failed", LATER],
    ["a complaint", sesEvent("Complaint", { complaint: { timestamp: LATER } }), "complained", LATER],
    [
      "a complaint of abuse",
      sesEvent("Complaint", { complaint: { timestamp: LATER, complaintFeedbackType: "abuse" } }),
      "complained",
      LATER,
    ],
    ["a reject", sesEvent("Reject", { reject: { reason: "Bad content" } }), "failed", SENT_AT],
  ])("understands %s", (_, event, became, at) => {
    expect(feedbackOf(event)).toMatchObject({ subject: SUBJECT, id: aNotice().id, became, at });
  });

  it.each([
    ["an automatic answer", bounce("Transient", "General", {})],
    [
      "an automatic answer with empty words",
      bounce("Transient", "General", { status: "", diagnosticCode: "" }),
    ],
    ["an automatic answer without a recipient", bounce("Transient", "General")],
    [
      "a reader's “not spam”",
      sesEvent("Complaint", { complaint: { timestamp: LATER, complaintFeedbackType: "not-spam" } }),
    ],
    ["a mail of somebody else", sesEvent("Send", {}, { "ses:configuration-set": ["notices"] })],
    ["a tag that isn't ours", sesEvent("Send", {}, { mid: ["x"], subject: ["%%%"] })],
  ])("makes nothing of %s", (_, event) => {
    expect(feedbackOf(event)).toBeUndefined();
  });

  it("says why without the address", () => {
    const event = bounce("Permanent", "General", {
      status: "5.1.1",
      diagnosticCode: "smtp; 550 5.1.1 <fazhi@yinan-police.example.org>: no such user",
    });
    expect(feedbackOf(event)?.reason).toBe("Permanent General 5.1.1 smtp; 550 5.1.1 <…>: no such user");
  });

  it("throws at what is no event of SES", () => {
    expect(() => feedbackOf({ detail: {} })).toThrow();
    expect(() => feedbackOf(undefined)).toThrow();
  });
});
