import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { ses } from "../../shared/adapters/clients/ses.ts";
import { subjectOfTag } from "../../shared/adapters/notice-tag.ts";
import { sesMailer } from "../../shared/adapters/ses-mailer.ts";
import { LOCAL_CREDENTIALS } from "../support/case-table-engine.ts";
import { aNotice, SUBJECT } from "../support/stored-things.ts";
import { startWire } from "../support/wire.ts";

const SENT =
  "<SendRawEmailResponse><SendRawEmailResult><MessageId>ses-1</MessageId></SendRawEmailResult></SendRawEmailResponse>";
const wire = await startWire({ status: 200, body: SENT });
afterAll(() => wire.stop());
beforeEach(() => {
  wire.answer = { status: 200, body: SENT };
});

const mailer = (endpoint = wire.endpoint) =>
  sesMailer(ses({ ...LOCAL_CREDENTIALS, endpoint }), {
    from: "bureau@linyi.example.org",
    configurationSet: "notices",
  });
const MAIL = {
  notice: aNotice(),
  to: "fazhi@yinan-police.example.org",
  mime: new TextEncoder().encode("Subject: x\r\n\r\n"),
};
const refusing = (code: string, message: string, status = 400) => {
  wire.answer = {
    status,
    body: `<ErrorResponse><Error><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
  };
};

it("names sender, one recipient, configuration set, and the notice in tags", async () => {
  expect(await mailer().send(MAIL)).toEqual({ sent: true, messageId: "ses-1" });
  const form = new URLSearchParams(wire.requests.at(-1)?.body);
  expect(form.get("Source")).toBe("bureau@linyi.example.org");
  expect([...form].filter(([name]) => name.startsWith("Destinations"))).toEqual([
    ["Destinations.member.1", MAIL.to],
  ]);
  expect(form.get("ConfigurationSetName")).toBe("notices");
  expect([form.get("Tags.member.1.Name"), form.get("Tags.member.1.Value")]).toEqual(["mid", MAIL.notice.id]);
  expect(form.get("Tags.member.2.Name")).toBe("subject");
  expect(subjectOfTag(form.get("Tags.member.2.Value") ?? "")).toEqual(SUBJECT);
  expect(form.get("RawMessage.Data")).toBe(Buffer.from(MAIL.mime).toString("base64"));
});

describe("what SES refuses", () => {
  it.each([
    ["MessageRejected", "Transaction failed: Illegal header", false],
    ["InvalidParameterValue", "Missing final '@domain'", false],
    ["MessageRejected", "Email address is not verified.", true],
    ["MailFromDomainNotVerifiedException", "not verified", true],
    ["ConfigurationSetDoesNotExist", "no such set", true],
    ["AccountSendingPausedException", "paused", true],
    ["Throttling", "Maximum sending rate exceeded.", true],
    ["LimitExceeded", "too many", true],
    ["AccessDenied", "not authorized", true],
  ])("%s (%s): passing is %s", async (code, message, passing) => {
    refusing(code, message);
    expect(await mailer().send(MAIL)).toMatchObject({ sent: false, passing });
  });

  it("passes when it is SES that fails", async () => {
    refusing("InternalFailure", "sorry", 500);
    expect(await mailer().send(MAIL)).toMatchObject({ sent: false, passing: true });
  });

  it("is told without addresses", async () => {
    refusing("MessageRejected", "Address &lt;someone@example.org&gt; is blocked");
    expect(await mailer().send(MAIL)).toEqual({
      sent: false,
      passing: false,
      reason: "MessageRejected: Address <…> is blocked",
    });
  });
});

describe("an answer that never comes", () => {
  it("is thrown, and the mail is not sent a second time", async () => {
    wire.answer = "hang up";
    const before = wire.requests.length;
    await expect(mailer().send(MAIL)).rejects.toThrow();
    expect(wire.requests.length - before).toBe(1);
  });

  it("is as good as none where it can't be read", async () => {
    wire.answer = { status: 200, body: "<SendRawEmailResponse><Sen" };
    await expect(mailer().send(MAIL)).rejects.toThrow();
  });

  it("is passing where there was nobody to send to", async () => {
    expect(await mailer("http://127.0.0.1:9").send(MAIL)).toMatchObject({ sent: false, passing: true });
  });
});
