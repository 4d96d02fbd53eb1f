/**
 * What every SES must do that our mails may leave by: through the SDK's own client, and told back through EventBridge in
 * words our own reader of them understands.
 * @see https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
import {
  GetSendQuotaCommand,
  type SESClient,
  SendEmailCommand,
  SendRawEmailCommand,
} from "@aws-sdk/client-ses";
import { describe, expect, it, vi } from "vitest";
import { tagOf } from "../../shared/adapters/notice-tag.ts";
import { feedbackOf } from "../../shared/adapters/ses-feedback.ts";
import type { MailFeedback } from "../../shared/ports/outbox.ts";
import { aNotice } from "../support/stored-things.ts";

/** A carrier with a configuration set `notices`, which publishes everything, and one `silent`, which only bounces. */
export interface CarrierUnderTest {
  readonly client: SESClient;
  /** What has arrived so far. */
  readonly arrived: () => readonly { readonly to: readonly string[]; readonly subject: string }[];
  /** What EventBridge was told so far, as a rule's target gets it. */
  readonly events: () => readonly unknown[];
}

const notice = aNotice();
const raw = (to: string, more: object = {}) =>
  new SendRawEmailCommand({
    Source: "bureau@linyi.example.org",
    Destinations: [to],
    RawMessage: {
      Data: new TextEncoder().encode(
        `From: bureau@linyi.example.org\r\nTo: other@example.org\r\nSubject: 1\r\n\r\n.`,
      ),
    },
    ConfigurationSetName: "notices",
    Tags: [
      { Name: "mid", Value: notice.id },
      { Name: "subject", Value: tagOf(notice.subject) },
    ],
    ...more,
  });

export function sesContract(name: string, setUp: () => Promise<CarrierUnderTest>): void {
  /** What our own reader makes of what SES says of one mail to an address. */
  async function became(to: string, more: object = {}): Promise<readonly MailFeedback["became"][]> {
    const { client, events } = await setUp();
    const before = events().length;
    await client.send(raw(to, more));
    await vi.waitFor(() => expect(events().length).toBeGreaterThan(before));
    return events()
      .slice(before)
      .flatMap((event) => feedbackOf(event)?.became ?? []);
  }

  describe(`SES on ${name}`, () => {
    it("brings a raw mail to the addresses it is given, whatever its header says, under an id of its own", async () => {
      const { client, arrived } = await setUp();
      const before = arrived().length;
      const ids = await Promise.all(["a@example.org", "b@example.org"].map((to) => client.send(raw(to))));
      expect(new Set(ids.map(({ MessageId }) => MessageId)).size).toBe(2);
      expect(
        arrived()
          .slice(before)
          .map(({ to }) => to)
          .toSorted(),
      ).toEqual([["a@example.org"], ["b@example.org"]]);
    });

    it("makes a mail out of parts", async () => {
      const { client, arrived } = await setUp();
      await client.send(
        new SendEmailCommand({
          Source: "bureau@linyi.example.org",
          Destination: { ToAddresses: ["a@example.org"], BccAddresses: ["b@example.org"] },
          Message: { Subject: { Data: "出庭 & 备案" }, Body: { Text: { Data: "见附件" } } },
        }),
      );
      expect(arrived().at(-1)).toEqual({ to: ["a@example.org", "b@example.org"], subject: "出庭 & 备案" });
    });

    it.each([
      ["a mail that arrives", "legal@example.org", ["accepted", "delivered"]],
      ["an address that doesn't exist", "bounce@example.org", ["accepted", "bounced"]],
      ["a reader who calls it spam", "complaint@example.org", ["accepted", "delivered", "complained"]],
    ])("tells of %s", async (_, to, expected) => {
      expect(await became(to)).toEqual(expected);
    });

    it("tells only what the configuration set asks for", async () => {
      expect(await became("bounce@example.org", { ConfigurationSetName: "silent" })).toEqual(["bounced"]);
    });

    it("refuses a mail for nobody, a configuration set there isn't, and what it doesn't do", async () => {
      const { client, arrived } = await setUp();
      const before = arrived().length;
      const nobody = new SendEmailCommand({
        Source: "bureau@linyi.example.org",
        Destination: {},
        Message: { Subject: { Data: "x" }, Body: { Text: { Data: "x" } } },
      });
      await expect(client.send(nobody)).rejects.toMatchObject({ name: "InvalidParameterValue" });
      await expect(client.send(raw("a@example.org", { ConfigurationSetName: "none" }))).rejects.toMatchObject(
        { name: expect.stringMatching(/^ConfigurationSetDoesNotExist/) },
      );
      await expect(client.send(new GetSendQuotaCommand({}))).rejects.toMatchObject({ name: "InvalidAction" });
      expect(arrived()).toHaveLength(before);
    });
  });
}
