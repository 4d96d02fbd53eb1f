/** What every implementation of Mailer must do, as its recipient sees it. */
import { describe, expect, it } from "vitest";
import type { Mailer } from "../../shared/ports/mailer.ts";
import { aNotice } from "../support/stored-things.ts";

/** A mail as it arrived: its subject decoded, the first line of its text. */
export interface ArrivedMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const MIME = [
  "From: =?UTF-8?B?5Y+45rOV5bGA?= <bureau@linyi.example.org>",
  "To: fazhi@yinan-police.example.org",
  `Subject: =?UTF-8?B?${Buffer.from("开庭提醒函").toString("base64")}?=`,
  "MIME-Version: 1.0",
  "Content-Type: text/plain; charset=utf-8",
  "Content-Transfer-Encoding: base64",
  "",
  Buffer.from("请于9月11日前报告").toString("base64"),
  "",
].join("\r\n");

/** `setUp`: a mailer, and what has arrived through it. */
export function mailerContract(
  name: string,
  setUp: () => { readonly mailer: Mailer; readonly arrived: () => Promise<readonly ArrivedMail[]> },
): void {
  describe(`mailer on ${name}`, () => {
    it("brings a mail to its one recipient and says under what name", async () => {
      const { mailer, arrived } = setUp();
      const before = (await arrived()).length;
      const sent = await mailer.send({
        notice: aNotice(),
        to: "fazhi@yinan-police.example.org",
        mime: new TextEncoder().encode(MIME),
      });
      expect(sent).toEqual({ sent: true, messageId: expect.stringMatching(/./) });
      const mails = (await arrived()).slice(before);
      expect(mails).toEqual([
        { to: "fazhi@yinan-police.example.org", subject: "开庭提醒函", text: "请于9月11日前报告" },
      ]);
    });
  });
}
