import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { type SmtpRelay, smtpMailer } from "../../shared/adapters/smtp-mailer.ts";
import { startSmtpSink } from "../support/smtp-sink.ts";
import { aNotice } from "../support/stored-things.ts";

const sink = await startSmtpSink();
afterAll(() => sink.stop());
beforeEach(() => {
  sink.answers = {};
});

const mailer = (relay: Partial<SmtpRelay> = {}) =>
  smtpMailer({
    host: "127.0.0.1",
    port: sink.port,
    from: "bureau@linyi.example.org",
    credentials: async () => undefined,
    ...relay,
  });
const MAIL = {
  notice: aNotice(),
  to: "fazhi@yinan-police.example.org",
  mime: new TextEncoder().encode("Subject: x\r\n\r\nfirst\r\n.second\r\n"),
};

it("logs in, and names sender and one recipient whatever the headers say", async () => {
  const sent = await mailer({ credentials: async () => ({ user: "yingsu", password: "secret" }) }).send(MAIL);
  expect(sent).toEqual({ sent: true, messageId: "250 2.0.0 Ok: queued as ABC123" });
  expect(sink.logins).toEqual(["yingsu secret"]);
  expect(sink.taken.at(-1)).toEqual({
    from: "bureau@linyi.example.org",
    to: [MAIL.to],
    text: "Subject: x\r\n\r\nfirst\r\n.second",
  });
});

describe("what the relay refuses", () => {
  it.each([
    ["RCPT", "550 5.1.1 <fazhi@yinan-police.example.org> unknown", false],
    ["RCPT", "450 4.2.1 busy", true],
    ["MAIL", "550 sender not allowed", true],
    ["MAIL", "552 too large", false],
    ["DATA", "451 later", true],
    [".", "554 5.7.1 content rejected", false],
    [".", "451 4.3.0 queue full", true],
    ["CONNECT", "554 not for you", true],
    ["CONNECT", "hang up", true],
    ["RCPT", "hang up", true],
  ])("at %s with %s: passing is %s", async (command, answer, passing) => {
    sink.answers = { [command]: answer };
    const before = sink.taken.length;
    const refused = await mailer().send(MAIL);
    expect(refused).toMatchObject({ sent: false, passing });
    expect(JSON.stringify(refused)).not.toContain("@");
    expect(sink.taken.length).toBe(before);
  });

  it("passes where the password is wrong: that is no fault of the mail", async () => {
    sink.answers = { AUTH: "535 wrong" };
    const credentials = async () => ({ user: "yingsu", password: "wrong" });
    expect(await mailer({ credentials }).send(MAIL)).toMatchObject({ sent: false, passing: true });
  });

  it("passes where nobody listens", async () => {
    expect(await mailer({ port: 9 }).send(MAIL)).toMatchObject({ sent: false, passing: true });
  });
});

it("throws where the mail was handed over and no answer came", async () => {
  sink.answers = { ".": "hang up" };
  await expect(mailer().send(MAIL)).rejects.toThrow();
});

it("hands nothing over without TLS to a relay that is not on this machine", async () => {
  const before = sink.taken.length;
  // Leads here, but is not written as one of the names that may go without.
  const refused = await mailer({ host: "LOCALHOST" }).send(MAIL);
  expect(refused).toMatchObject({ sent: false, passing: true, reason: expect.stringContaining("TLS") });
  expect(sink.taken.length).toBe(before);
});
