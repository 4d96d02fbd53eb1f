import { afterAll, describe, expect, it } from "vitest";
import { InboxPage } from "../../../../infra/local/engines/ses/inbox-page.ts";
import { MailService } from "../../../../infra/local/engines/ses/mail-service.ts";
import { ses } from "../../../../shared/adapters/clients/ses.ts";
import { sesMailer } from "../../../../shared/adapters/ses-mailer.ts";
import { at } from "../../../support/case-builders.ts";
import { LOCAL_CREDENTIALS } from "../../../support/case-table-engine.ts";
import { startLocalServices } from "../../../support/local-services.ts";
import { aNotice } from "../../../support/stored-things.ts";

const NOTICES = { name: "notices", path: "Notices", logicalId: "Notices", arn: "arn:notices", events: [] };
const services = await startLocalServices();
afterAll(() => services.stop());
const { activity, clock } = services;
const mail = new MailService({
  declared: { account: "123456789012", configurationSets: [NOTICES] },
  activity,
  clock,
  feedbackDelayMs: 0,
  happened: () => {},
});
services.serve("ses", mail);
services.serve("inbox", new InboxPage(mail.inbox));
const mailer = sesMailer(ses({ ...LOCAL_CREDENTIALS, endpoint: services.address("ses") }), {
  from: "bureau@linyi.example.org",
  configurationSet: "notices",
});

const CALENDAR = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
const mime = (subject: string, html: string) =>
  [
    "From: bureau@linyi.example.org",
    "To: somebody@example.org",
    `Subject: =?UTF-8?B?${Buffer.from(subject).toString("base64")}?=`,
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="b"',
    "",
    "--b",
    "Content-Type: text/html; charset=utf-8",
    "",
    html,
    "--b",
    'Content-Type: text/calendar; name="hearing.ics"',
    'Content-Disposition: attachment; filename="hearing.ics"',
    "",
    CALENDAR,
    "--b--",
    "",
  ].join("\r\n");
const send = (to: string, subject: string, html = "<p>text</p>") =>
  mailer.send({ notice: aNotice(), to, mime: new TextEncoder().encode(mime(subject, html)) });
const get = async (path: string, language = "zh-CN,zh;q=0.9") => {
  const response = await fetch(`${services.address("inbox")}${path}`, {
    headers: { "accept-language": language },
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

clock.set(at("09-01", "09:12"));
await send("first@example.org", "【开庭提醒】<script>alert(1)</script>");
clock.set(at("09-02", "08:30"));
await send("second@example.org", "【每日摘要】", '<p>见<a href="http://127.0.0.1/x">链接</a></p>');

describe("the page of the inbox", () => {
  it("shows the newest first, each with the time of the cloud", async () => {
    const { status, text } = await get("/");
    expect(status).toBe(200);
    const rows = [...text.matchAll(/<tr><td>(.*?)<\/td><td>(.*?)<\/td>/g)].map(([, time, to]) => [time, to]);
    expect(rows).toEqual([
      ["2026-09-02 08:30", "second@example.org"],
      ["2026-09-01 09:12", "first@example.org"],
    ]);
  });

  it("shows one reader's alone, and speaks the reader's language", async () => {
    const { text } = await get("/?to=first@example.org");
    expect(text).toContain("2026-09-01 09:12");
    expect(text).not.toContain("2026-09-02 08:30");
    expect(text).toContain("<h1>收件箱</h1>");
    expect((await get("/", "en-GB")).text).toContain("<h1>Inbox</h1>");
    expect((await get("/?to=nobody@example.org")).text).toContain("还没有邮件");
  });

  it("takes nothing in a mail for a part of itself", async () => {
    expect((await get("/")).text).not.toContain("<script>");
    const { text } = await get("/1");
    expect(text).not.toContain("<script>");
    expect(text).toContain("&lt;script&gt;");
    const { text: body, headers } = await get("/2/body");
    expect(body).toBe('<base target="_blank"><p>见<a href="http://127.0.0.1/x">链接</a></p>');
    expect(headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
  });

  it("hands out what came with a mail", async () => {
    expect((await get("/1")).text).toContain("hearing.ics");
    const { status, text, headers } = await get("/1/attachments/1");
    expect({ status, text }).toEqual({ status: 200, text: CALENDAR });
    expect(headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''hearing.ics");
  });

  it.each(["/3", "/0", "/1/attachments/2", "/1/attachments", "/1/secret", "/x"])(
    "has nothing at %s",
    async (path) => expect((await get(path)).status).toBe(404),
  );
});
