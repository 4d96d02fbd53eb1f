import { once } from "node:events";
import { createRequire } from "node:module";
import { simpleParser } from "mailparser";
import { afterAll } from "vitest";
import { ses } from "../../shared/adapters/clients/ses.ts";
import { sesMailer } from "../../shared/adapters/ses-mailer.ts";
import { smtpMailer } from "../../shared/adapters/smtp-mailer.ts";
import { LOCAL_CREDENTIALS } from "../support/case-table-engine.ts";
import { memoryMailer } from "../support/memory/memory-mail.ts";
import { startSmtpSink } from "../support/smtp-sink.ts";
import { type ArrivedMail, mailerContract } from "./mailer.contract.ts";

const FROM = "bureau@linyi.example.org";

async function arrivedMail(mime: Uint8Array | string, to: string): Promise<ArrivedMail> {
  const { subject = "", text = "" } = await simpleParser(Buffer.from(mime));
  return { to, subject, text: text.trim() };
}

mailerContract("memory", () => {
  const mailer = memoryMailer();
  return { mailer, arrived: () => Promise.all(mailer.sent.map(({ mime, to }) => arrivedMail(mime, to))) };
});

// By require: import gives a CommonJS default that node and vitest see differently.
const { default: sesInbox } = createRequire(import.meta.url)(
  "aws-ses-v2-local",
) as typeof import("aws-ses-v2-local");
const inbox = await sesInbox({ host: "127.0.0.1", port: 0 });
if (!inbox.listening) await once(inbox, "listening");
const address = inbox.address();
const endpoint = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
afterAll(() => void inbox.close());
mailerContract("SES", () => ({
  mailer: sesMailer(ses({ ...LOCAL_CREDENTIALS, endpoint }), { from: FROM, configurationSet: "notices" }),
  async arrived() {
    const { emails } = (await (await fetch(`${endpoint}/store`)).json()) as { emails: SesInboxMail[] };
    return emails.map(({ subject, destination, body }) => ({
      to: destination.to.join(),
      subject,
      text: body.text.trim(),
    }));
  },
}));

const sink = await startSmtpSink();
afterAll(() => sink.stop());
mailerContract("SMTP", () => ({
  mailer: smtpMailer({ host: "127.0.0.1", port: sink.port, from: FROM, credentials: async () => undefined }),
  arrived: () => Promise.all(sink.taken.map(({ text, to }) => arrivedMail(text, to.join()))),
}));

/** As much of the inbox's answer as is looked at. */
interface SesInboxMail {
  readonly subject: string;
  readonly destination: { readonly to: readonly string[] };
  readonly body: { readonly text: string };
}
