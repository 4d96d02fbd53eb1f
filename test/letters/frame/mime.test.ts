import { type Attachment, simpleParser } from "mailparser";
import { describe, expect, it } from "vitest";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { composeMail } from "../../../shared/letters/compose.ts";
import { mimeMessage } from "../../../shared/letters/frame/mime.ts";
import { AGENCY, noticeOf, SAMPLES, SENDER } from "../sample-notices.ts";

const parse = async (bytes: Uint8Array) => simpleParser(Buffer.from(bytes));
const names = (attachments: readonly Attachment[]) => attachments.map(({ filename }) => filename);
const headerOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1").split("\r\n\r\n")[0] ?? "";

describe("mimeMessage", () => {
  it.each(Object.keys(SAMPLES))("%s comes back as it was written", async (name) => {
    const mail = composeMail(SAMPLES[name as keyof typeof SAMPLES] ?? expect.fail(), SENDER);
    const parsed = await parse(await mimeMessage(mail));
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.text).toBe(mail.text);
    expect(parsed.html).toBe(mail.html);
    expect(parsed.date?.toISOString()).toBe(mail.date);
    expect(parsed.messageId).toBe(`<${mail.id}@sfj.linyi.example.org>`);
    expect(parsed.from?.value).toEqual([SENDER]);
    expect(parsed.to).toMatchObject({ value: [{ name: mail.to.name, address: mail.to.address }] });
    expect(parsed.headers.get("auto-submitted")).toBe("auto-generated");
  });

  it("comes in the name of whoever signs it, from the deployment's address, and is answered to the signer's", async () => {
    const signer = {
      organisation: "lanshan-justice" as OrganisationId,
      name: "兰山区司法局",
      contact: "徐琳",
      phone: "0539-8000001",
      replyTo: "sfj@lanshan.example.org",
    };
    const mail = composeMail({ ...(SAMPLES["report-due"] ?? expect.fail()), signer }, SENDER);
    const parsed = await parse(await mimeMessage(mail));
    expect(parsed.from?.value).toEqual([{ name: "兰山区司法局", address: SENDER.address }]);
    expect(parsed.replyTo?.value).toEqual([{ name: "兰山区司法局", address: "sfj@lanshan.example.org" }]);
    expect(parsed.text).toContain("向兰山区司法局报告应诉意见");
    expect(parsed.text).toContain("已经报告的，请联系兰山区司法局（电话0539-8000001）登记");
    expect(parsed.text).toContain("咨询：兰山区司法局 徐琳，电话0539-8000001，来电请报编号：");
    expect(parsed.text).not.toContain(SENDER.name);
  });

  it("has no address for answers where its signer has none", async () => {
    const mail = composeMail(SAMPLES["report-due"] ?? expect.fail(), SENDER);
    expect((await parse(await mimeMessage(mail))).replyTo).toBeUndefined();
  });

  it("offers the calendar beside text and HTML, and as a file", async () => {
    const mail = composeMail(SAMPLES["hearing-changed"] ?? expect.fail(), SENDER);
    const bytes = await mimeMessage(mail);
    expect(Buffer.from(bytes).toString("latin1")).toContain(
      "Content-Type: text/calendar; charset=utf-8; method=REQUEST",
    );
    const { attachments } = await parse(bytes);
    expect(names(attachments).filter((name) => name?.endsWith(".ics"))).toEqual(["开庭日程.ics"]);
    const request = attachments.find(({ filename }) => filename === "开庭日程.ics");
    expect(request?.content.toString()).toBe(mail.calendar?.content);
  });

  it("carries files with Chinese names and their bytes", async () => {
    const mail = composeMail(SAMPLES.bulletin ?? expect.fail(), SENDER);
    const content = Uint8Array.from({ length: 256 }, (_, index) => index);
    const file = { name: "临沂市2026年8月行政应诉明细“初稿”.csv", contentType: "text/csv", content };
    const { attachments } = await parse(await mimeMessage({ ...mail, attachments: [file] }));
    expect(names(attachments)).toEqual([file.name]);
    expect(Uint8Array.from(attachments[0]?.content ?? [])).toEqual(content);
  });

  it("makes the same bytes of the same notice", async () => {
    const notice = SAMPLES["hearing-changed"] ?? expect.fail();
    const [one, other] = await Promise.all([1, 2].map(() => mimeMessage(composeMail(notice, SENDER))));
    expect(one).toEqual(other);
  });

  it("adds a carrier's headers", async () => {
    const mail = composeMail(SAMPLES["report-due"] ?? expect.fail(), SENDER);
    const parsed = await parse(await mimeMessage(mail, { "X-SES-MESSAGE-TAGS": `mid=${mail.id}` }));
    expect(parsed.headers.get("x-ses-message-tags")).toBe(`mid=${mail.id}`);
  });

  it("lets no name, address, subject, file name or header bring in another header or recipient", async () => {
    const evil = '某人"\r\nBcc: evil@example.com\r\n\r\n<b>';
    const mail = composeMail(
      noticeOf(
        {
          kind: "document-rejected",
          file: { name: evil, key: evil, receivedAt: SAMPLES.digest?.createdAt ?? expect.fail() },
          rejection: { type: "sent-back", reason: evil },
        },
        {
          ...AGENCY,
          name: evil,
          organisationName: evil,
          address: "fzk@zrj.lanshan.example.org\r\nBcc: evil@example.com",
        },
      ),
      { name: evil, address: SENDER.address },
    );
    const bytes = await mimeMessage(
      { ...mail, attachments: [{ name: evil, contentType: "text/csv", content: "a" }] },
      { "X-Tag": evil },
    );
    expect(headerOf(bytes)).not.toMatch(/^Bcc:/im);
    const parsed = await parse(bytes);
    expect(parsed.bcc).toBeUndefined();
    expect(parsed.to).toMatchObject({ value: { length: 1 } });
    expect(parsed.attachments).toHaveLength(1);
  });
});
