import { describe, expect, it } from "vitest";
import { composeMail } from "../../shared/letters/compose.ts";
import { SAMPLES, SENDER } from "./sample-notices.ts";

const LINK = "https://yingsu.linyi.example.org/1.first.abc.def";
const mail = (name: keyof typeof SAMPLES, link?: string) =>
  composeMail(SAMPLES[name] ?? expect.fail(), SENDER, link);

describe("a mail's link", () => {
  it.each([
    ["report-due", "在此填报三日报告"],
    ["report-returned", "在此填报三日报告"],
    ["filing-overdue", "在此填报出庭备案"],
    ["report-received", "在此查看报告、填写意见"],
  ] as const)("stands in a %s as “%s”, once, in text and page", (name, label) => {
    const { text, html } = mail(name, LINK);
    expect(text).toContain(`${label}：\n${LINK}\n`);
    expect(html.split(`href="${LINK}"`)).toHaveLength(2);
    expect(html).toContain(`>${label}</a>`);
    expect(html).toContain("请勿转发");
  });

  it("is in no copy and in nothing that asks for nothing", () => {
    for (const name of ["report-overdue.copy", "hearing-notice.head", "supervision"] as const)
      expect(mail(name, LINK)).toEqual(mail(name));
  });

  it("to a calendar stands apart from it, in text and page", () => {
    const calendar = `${LINK}/hearings`;
    const { text, html } = composeMail(SAMPLES["hearing-notice"], SENDER, LINK, calendar);
    expect(text).toContain(`订阅本单位开庭日程：\n${calendar}\n`);
    expect(html.split(`href="${calendar}"`)).toHaveLength(2);
    expect(html.split(`href="${LINK}"`)).toHaveLength(2);
  });

  it("without a desk is not there: the mail is as it was", () => {
    expect(mail("report-due").text).not.toContain("在此填报");
    expect(mail("report-due").html).not.toContain("href");
  });
});
