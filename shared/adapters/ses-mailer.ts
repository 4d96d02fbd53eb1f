/** How a mail leaves through SES, and which of its refusals are worth another attempt. */
import { type SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";
import type { Mailer, SendResult } from "../ports/mailer.ts";
import { carrierWords } from "./carrier-words.ts";
import { TAG, tagOf } from "./notice-tag.ts";

/** Sends through SES from one address; the configuration set reports what becomes of each mail. */
export function sesMailer(
  client: SESClient,
  { from, configurationSet }: { readonly from: string; readonly configurationSet: string },
): Mailer {
  return {
    async send({ notice, to, mime }) {
      const command = new SendRawEmailCommand({
        Source: from,
        // Whatever the headers say: one mail, one recipient.
        Destinations: [to],
        RawMessage: { Data: mime },
        ConfigurationSetName: configurationSet,
        Tags: [
          { Name: TAG.notice, Value: notice.id },
          { Name: TAG.subject, Value: tagOf(notice.subject) },
        ],
      });
      try {
        const { MessageId = "" } = await client.send(command);
        return { sent: true, messageId: MessageId };
      } catch (fault) {
        return refusal(fault);
      }
    },
  };
}

/** Answers that hold for this mail whenever it is tried; every other one is about our account or the moment. */
const ABOUT_THE_MAIL: ReadonlySet<string> = new Set([
  "MessageRejected",
  "InvalidParameterValue",
  "ValidationError",
]);
/** SES says this of the sender's address with the same error by which it refuses a mail. */
const ABOUT_THE_ACCOUNT = /not verified|sandbox|paused|suspended/i;
/** The connection was never made, so nothing was sent. */
const NEVER_LEFT: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);

/**
 * What an error of SES means. A wrong setting of the account is passing: once someone has put it right, the mail
 * can go. Throws where no answer came at all: the mail may have left.
 */
function refusal(fault: unknown): SendResult {
  if (!(fault instanceof Error)) throw fault;
  const { code = "", $metadata } = fault as Error & {
    code?: string;
    $metadata?: { httpStatusCode?: number };
  };
  // An answer that says yes and can't be read is no refusal: the mail left.
  const answered = ($metadata?.httpStatusCode ?? 0) >= 400;
  if (!answered && !NEVER_LEFT.has(code)) throw fault;
  const permanent = answered && ABOUT_THE_MAIL.has(fault.name) && !ABOUT_THE_ACCOUNT.test(fault.message);
  return { sent: false, passing: !permanent, reason: carrierWords(`${fault.name}: ${fault.message}`) };
}
