import { simpleParser } from "mailparser";
import { afterAll } from "vitest";
import { MailService } from "../../infra/local/engines/ses/mail-service.ts";
import { ses } from "../../shared/adapters/clients/ses.ts";
import { sesMailer } from "../../shared/adapters/ses-mailer.ts";
import { smtpMailer } from "../../shared/adapters/smtp-mailer.ts";
import { LOCAL_CREDENTIALS } from "../support/case-table-engine.ts";
import { startLocalServices } from "../support/local-services.ts";
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

const services = await startLocalServices();
afterAll(() => services.stop());
const { activity, clock } = services;
const notices = { name: "notices", path: "Notices", logicalId: "Notices", arn: "arn:notices", events: [] };
const local = new MailService({
  declared: { account: "123456789012", configurationSets: [notices] },
  activity,
  clock,
  feedbackDelayMs: 0,
  happened: () => {},
});
services.serve("ses", local);
mailerContract("SES", () => ({
  mailer: sesMailer(ses({ ...LOCAL_CREDENTIALS, endpoint: services.address("ses") }), {
    from: FROM,
    configurationSet: "notices",
  }),
  arrived: async () =>
    local.inbox.map(({ subject, destinations, parsed: { text = "" } }) => ({
      to: destinations.join(),
      subject,
      text: text.trim(),
    })),
}));

const sink = await startSmtpSink();
afterAll(() => sink.stop());
mailerContract("SMTP", () => ({
  mailer: smtpMailer({ host: "127.0.0.1", port: sink.port, from: FROM, credentials: async () => undefined }),
  arrived: () => Promise.all(sink.taken.map(({ text, to }) => arrivedMail(text, to.join()))),
}));
