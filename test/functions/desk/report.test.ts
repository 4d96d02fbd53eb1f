/** The three-day report from mail to mail, on the city in memory. */
import { describe, expect, it } from "vitest";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { readLink, signLink } from "../../../shared/links/token.ts";
import { at } from "../../support/case-builders.ts";
import { aCity, CASE, mailTo, REPORT, values } from "../../support/desk-city.ts";
import { LINK_KEYS } from "../../support/memory-city.ts";

const fileOf = (city: Awaited<ReturnType<typeof aCity>>) => city.table.cases.get(caseNumber(CASE))?.file;

describe("the report", () => {
  it("goes from the summons' mail to the bureau's, and its return back to the agency", async () => {
    const city = await aCity();
    const link = mailTo(city, "fazhi@yinan-police.example.org", "hearing-notice");
    const shown = await (await city.visit(link)).text();
    expect(shown).toContain("<title>三日报告");
    expect(shown).toContain(CASE);
    expect(shown).toContain("报告时限");

    const answered = await city.visit(link, { ...REPORT, ...values(shown) });
    expect(answered.status).toBe(303);
    expect(answered.headers.get("location")).toBe(link);
    expect(fileOf(city)?.reports).toMatchObject([{ by: "李明", head: { name: "龙涛", rank: "deputy" } }]);
    expect((await city.records.history(caseNumber(CASE))).at(-1)?.cause).toMatch(/^link:/);

    const bureau = mailTo(city, "yingsu@yinan-justice.example.org", "report-received");
    const reading = await (await city.visit(bureau)).text();
    expect(reading).toContain("请求驳回诉讼请求");
    const remarks = { answer: "return-report", text: "请补充听证程序。", by: "王芳", do: "submit" };
    expect((await city.visit(bureau, { ...remarks, ...values(reading) })).status).toBe(303);

    const again = mailTo(city, "fazhi@yinan-police.example.org", "report-returned");
    const second = await (await city.visit(again)).text();
    expect(second).toContain("请补充听证程序。");
    expect(second).toContain(
      'name="headTitle" type="text" maxlength="100" autocomplete="off" value="副局长"',
    );
    expect((await city.visit(again, { ...REPORT, ...values(second) })).status).toBe(303);
    expect(fileOf(city)?.reports).toMatchObject([{ revision: 2 }]);
    expect(fileOf(city)?.deadlines.find(({ kind }) => kind === "report")?.status).toBe("met");

    const reread = mailTo(city, "yingsu@yinan-justice.example.org", "report-received");
    const page = await (await city.visit(reread)).text();
    const note = { answer: "note-supervision", text: "请提前演练。", by: "王芳", do: "submit" };
    expect((await city.visit(reread, { ...note, ...values(page) })).status).toBe(303);
    // It comes with the mail of the next morning.
    const supervised = () => city.sent.find(({ notice }) => notice.content.kind === "supervision")?.notice;
    expect(supervised()).toBeUndefined();
    await city.until(at("09-09", "10:00"));
    expect(supervised()).toMatchObject({
      recipient: { address: "fazhi@yinan-police.example.org" },
      content: { text: "请提前演练。" },
    });
  });

  it("a post that doesn't count is explained, and what was typed stays", async () => {
    const city = await aCity();
    const link = mailTo(city, "fazhi@yinan-police.example.org", "hearing-notice");
    const page = await (await city.visit(link)).text();
    const wrong = { ...REPORT, headTitle: "法制大队大队长", ...values(page) };
    const answer = await city.visit(link, wrong);
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('<a href="#headTitle">');
    expect(html).toContain("不算负责人出庭");
    expect(html).toContain('value="法制大队大队长"');
    expect(fileOf(city)?.reports).toEqual([]);
  });

  it("a post that may count goes on with a word to the bureau", async () => {
    const city = await aCity();
    const link = mailTo(city, "fazhi@yinan-police.example.org", "hearing-notice");
    const page = await (await city.visit(link)).text();
    const open = { ...REPORT, headTitle: "党委委员", headRank: "in-charge", ...values(page) };
    expect((await city.visit(link, open)).status).toBe(303);
    expect(
      city.sent.findLast(({ notice }) => notice.content.kind === "report-received")?.notice.content,
    ).toMatchObject({ head: { concern: { type: "party-post" } } });
  });

  it("an empty form names every field", async () => {
    const city = await aCity();
    const link = mailTo(city, "fazhi@yinan-police.example.org", "hearing-notice");
    const html = await (await city.visit(link, { do: "submit" })).text();
    for (const field of ["by", "proposal", "appears"]) expect(html).toContain(`<a href="#${field}">`);
  });

  it("text of a person stays text", async () => {
    const city = await aCity();
    const link = mailTo(city, "fazhi@yinan-police.example.org", "hearing-notice");
    const page = await (await city.visit(link)).text();
    const evil = { ...REPORT, proposal: `<script>alert("1")</script>`, ...values(page) };
    await city.visit(link, evil);
    const html = await (await city.visit(link)).text();
    expect(html).not.toContain("<script");
    expect(html).toContain("&lt;script&gt;");
  });
});

describe("a link", () => {
  it("used once says so, does nothing again, and offers another to the registered address", async () => {
    const city = await aCity();
    const link = mailTo(city, "fazhi@yinan-police.example.org", "hearing-notice");
    const page = await (await city.visit(link)).text();
    await city.visit(link, { ...REPORT, ...values(page) });
    const version = fileOf(city)?.version;
    const replayed = await city.visit(link, { ...REPORT, proposal: "另一份", ...values(page) });
    expect(replayed.status).toBe(409);
    expect(await replayed.text()).toContain("李明已于2026年9月8日 9:00办理");
    expect(fileOf(city)?.version).toBe(version);

    const before = city.sent.length;
    expect((await city.visit(link, { do: "fresh-link" })).status).toBe(422);
    expect(city.sent).toHaveLength(before);
    expect((await city.visit(link, { do: "fresh-link", want: "yes" })).status).toBe(200);
    expect((await city.visit(link, { do: "fresh-link", want: "yes" })).status).toBe(200);
    expect(city.sent).toHaveLength(before + 1);
    const fresh = mailTo(city, "fazhi@yinan-police.example.org", "desk-link");
    const form = await (await city.visit(fresh)).text();
    expect((await city.visit(fresh, { ...REPORT, ...values(form) })).status).toBe(303);
    expect(fileOf(city)?.reports).toMatchObject([{ revision: 2 }]);
  });

  it("expired says so and offers another", async () => {
    const city = await aCity();
    const link = mailTo(city, "fazhi@yinan-police.example.org", "hearing-notice");
    await city.until(at("11-30"), 24 * 60);
    const answer = await city.visit(link);
    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain("发送新链接");
    expect((await city.visit(link, { ...REPORT })).status).toBe(410);
  });

  it("of one agency, case or task acts for no other", async () => {
    const city = await aCity();
    const link = mailTo(city, "fazhi@yinan-police.example.org", "hearing-notice");
    const reading = readLink(link, LINK_KEYS, city.now);
    if (reading.state !== "valid" || reading.link.task === "review") throw new Error("no link");
    const own = reading.link;
    const others = [
      { ...own, recipient: "hedong-police" },
      { ...own, respondent: "沂南县水利局" },
      { ...own, caseNumber: caseNumber("（2026）鲁1321行初78号") },
      { ...own, task: "supervision" as const },
    ].map((one) => signLink(one as typeof own, LINK_KEYS));
    const before = JSON.stringify([...city.table.cases]);
    for (const token of others)
      expect((await city.visit(token, { ...REPORT, answer: "return-report" })).status).toBe(409);
    expect((await city.visit(`${link.slice(0, -1)}x`, REPORT)).status).toBe(404);
    expect(JSON.stringify([...city.table.cases])).toBe(before);
  });

  it("opened a thousand times, by GET and HEAD, changes nothing", async () => {
    const city = await aCity();
    const links = [
      mailTo(city, "fazhi@yinan-police.example.org", "hearing-notice"),
      "nothing",
      "",
      "1.k1.x.y",
    ];
    const state = () =>
      JSON.stringify([
        [...city.table.cases],
        [...city.table.notices],
        [...city.table.usedLinks],
        [...city.table.lines],
      ]);
    const before = state();
    for (let index = 0; index < 1_000; index++) {
      const method = index % 2 === 0 ? "GET" : "HEAD";
      await city.pages.request(`/${links[index % links.length]}?do=submit&by=x`, { method });
    }
    expect(state()).toBe(before);
    for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS"])
      expect((await city.pages.request(`/${links[0]}`, { method })).status).toBe(404);
    expect(state()).toBe(before);
  });
});

describe("two people at once", () => {
  it("the second sees what the first did, keeps what he typed, and overwrites nothing", async () => {
    const city = await aCity();
    const link = mailTo(city, "fazhi@yinan-police.example.org", "hearing-notice");
    await city.until(at("09-10", "10:00"));
    const other = mailTo(city, "fazhi@yinan-police.example.org", "report-due");
    const [first, second] = [await (await city.visit(link)).text(), await (await city.visit(other)).text()];
    expect((await city.visit(link, { ...REPORT, ...values(first) })).status).toBe(303);
    const late = { ...REPORT, proposal: "后来的一份", ...values(second) };
    const answer = await city.visit(other, late);
    const html = await answer.text();
    expect(answer.status).toBe(409);
    expect(html).toContain("您的内容没有保存");
    expect(html).toContain("请求驳回诉讼请求");
    expect(html).toContain("后来的一份");
    expect(fileOf(city)?.reports).toMatchObject([{ revision: 1 }]);
    expect((await city.visit(other, { ...late, ...values(html) })).status).toBe(303);
    expect(fileOf(city)?.reports).toMatchObject([{ revision: 2, proposal: "后来的一份" }]);
  });
});

describe("every page", () => {
  it("is kept nowhere, tells nobody where it was, and runs no script", async () => {
    const city = await aCity();
    const link = mailTo(city, "fazhi@yinan-police.example.org", "hearing-notice");
    for (const path of [`/${link}`, "/x"]) {
      const { headers } = await city.pages.request(path);
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/script-src|unsafe/);
    }
  });

  it("refuses a body no form of ours could send", async () => {
    const city = await aCity();
    const link = mailTo(city, "fazhi@yinan-police.example.org", "hearing-notice");
    expect((await city.visit(link, { ...REPORT, proposal: "长".repeat(40_000) })).status).toBe(422);
  });

  it("says so after the hearing, in a sentence that tells what to do", async () => {
    const city = await aCity();
    const link = mailTo(city, "fazhi@yinan-police.example.org", "hearing-notice");
    await city.until(at("09-24", "10:00"), 24 * 60);
    const answer = await city.visit(link);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain("请按出庭备案的邮件报送出庭情况");
  });
});
