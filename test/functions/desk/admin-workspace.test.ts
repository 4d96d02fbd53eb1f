/** The admin's workspace: how the deployment runs, who is signed in; and nobody else gets there. */
import { describe, expect, it } from "vitest";
import { adminWorkspace } from "../../../functions/desk/workspaces/admin/admin-workspace.ts";
import type { AtWork } from "../../../functions/desk/workspaces/workspace.ts";
import { seatsIn } from "../../../shared/domain/access/seat.ts";
import { addMinutes } from "../../../shared/domain/time/time.ts";
import { at } from "../../support/case-builders.ts";
import { aCity, CASE } from "../../support/desk-city.ts";
import { ADMIN_MAIL } from "../../support/memory-city.ts";
import { formsOf } from "../../support/page-forms.ts";
import { type Browsing, browsing, signedIn } from "../../support/signed-in.ts";

const HERE = "/at/admin";
const LEGAL = "fazhi@yinan-police.example.org";
const PARTS = ["", "/sessions", "/holidays", "/export", "/mails"];

const text = async (browser: Browsing, path: string) => (await browser.get(path)).text();
/** The admin at work on the first page. */
async function asAdmin(city: Awaited<ReturnType<typeof aCity>>): Promise<AtWork> {
  await signedIn(city, ADMIN_MAIL);
  const [signed] = await Array.fromAsync(city.ports.sessions.since(at("09-01")));
  const session = await city.ports.sessions.session(signed?.id ?? "");
  const [seat] = seatsIn(ADMIN_MAIL, [], [ADMIN_MAIL]);
  if (session === undefined || seat === undefined) throw new Error("nobody signed in");
  return { ...seat, session, part: undefined, query: {}, root: "../" };
}

/** A page without its markup, one blank where there were some. */
const words = (page: string) => page.replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, " ").replace(/\s+/g, " ");

describe("the admin's place", () => {
  it.each([
    ["a court's clerk", "clerk@yinan-court.example.org"],
    ["an agency's legal section", LEGAL],
    ["a county's bureau", "yingsu@yinan-justice.example.org"],
    ["the city's bureau", "yingsu@linyi-justice.example.org"],
    ["a government", "fawu@yinan-government.example.org"],
  ])("isn't there for %s", async (_, mailbox) => {
    const city = await aCity();
    const browser = await signedIn(city, mailbox);
    const [none, ...pages] = await Promise.all(
      ["/at/no-such", ...PARTS.map((part) => `${HERE}${part}`)].map((path) => browser.get(path)),
    );
    expect(none?.status).toBe(404);
    for (const page of pages) expect(page.status).toBe(404);
    const [{ untouched: { token = "" } = {} } = {}] = formsOf(await text(browser, "/home"));
    expect((await browser.post(`${HERE}/sessions`, { token, do: "end-all", session: "x" })).status).toBe(404);
  });

  it("asks whoever isn't signed in to sign in, and takes no form without the session's own token", async () => {
    const city = await aCity();
    for (const part of PARTS) expect((await browsing(city).get(`${HERE}${part}`)).status).toBe(401);
    const browser = await signedIn(city, ADMIN_MAIL);
    const session = (await Array.fromAsync(city.ports.sessions.since(at("09-01")))).at(0);
    for (const token of ["", "forged"]) {
      const form = { token, do: "end-all", session: session?.id ?? "" };
      expect((await browser.post(`${HERE}/sessions`, form)).status).toBe(401);
    }
    const entered = { days: "yes", year: "2026", off: "2026-09-11", worked: "", text: "", id: "12345678" };
    for (const [part, form] of [
      ["holidays", { do: "confirm", checked: "yes", ...entered }],
      ["holidays", { do: "withdraw-confirmed", entered: "x" }],
      ["export", { do: "export", area: "沂南县", year: "2026", part: "0" }],
    ] as const)
      for (const token of ["", "forged"])
        expect((await browser.post(`${HERE}/${part}`, { ...form, token })).status).toBe(401);
    expect(await city.ports.operations.calendarActs()).toEqual([]);
    expect(await city.ports.operations.acts(at("09-01"))).toEqual([]);
    expect((await browser.get(HERE)).status).toBe(200);
    expect((await browser.get(`${HERE}/no-such`)).status).toBe(404);
  });
});

describe("operations", () => {
  it("say when each job ran last, and which has been silent for too long", async () => {
    const city = await aCity();
    const browser = await signedIn(city, ADMIN_MAIL);
    expect(words(await text(browser, HERE))).toMatch(/期限巡查 每小时 还没有运行过（应已再次运行，请检查）/);
    const swept = { job: "sweep", counts: { looked: 12, notices: 0, unreached: 2 }, failed: 1 } as const;
    await city.ports.operations.ran({ ...swept, at: addMinutes(city.now, -121) });
    expect(words(await text(browser, HERE))).toContain("应已再次运行");
    await city.ports.operations.ran({ ...swept, at: addMinutes(city.now, -30) });
    const page = words(await text(browser, HERE));
    expect(page).toMatch(/期限巡查 每小时 2026年9月8日 8:30 查看12，无法送达2； 失败1项，会自动重试/);
    expect(page).toContain("通报印发 签发以后 还没有运行过 ");
  });

  it("say what waits and since when: files, names, addresses, what the sweep has missed", async () => {
    const city = await aCity();
    const browser = await signedIn(city, ADMIN_MAIL);
    expect(words(await text(browser, HERE))).toMatch(/逾时没有处理的到期事项 0 /);
    const run = { job: "audit", at: city.now, counts: { looked: 9, queued: 3 }, failed: 0 } as const;
    await city.ports.operations.ran({ ...run, oldest: addMinutes(city.now, -180) });
    const page = words(await text(browser, HERE));
    expect(page).toMatch(/收件箱中没有处理的文件 3 2026年9月8日 6:00上传 系统每日7时核对/);
  });

  it("list mails that did not arrive, with all mails of their case", async () => {
    const city = await aCity();
    const browser = await signedIn(city, ADMIN_MAIL);
    expect(words(await text(browser, HERE))).toContain("最近30日的邮件都没有发送失败或者退信。");
    const sent = city.sent.find(({ notice }) => notice.content.kind === "hearing-notice");
    if (sent === undefined) throw new Error("no mail of the hearing");
    const { subject, id } = sent.notice;
    await city.outbox.settle({ subject, id, at: city.now, became: "bounced" });
    const page = await text(browser, HERE);
    expect(words(page)).toContain("退信1件");
    const [, to = ""] = /href="([^"]*mails\?case=[^"]+)"/.exec(page) ?? [];
    const { pathname, search } = new URL(to.replaceAll("&amp;", "&"), `https://x.example${HERE}`);
    const mails = words(await text(browser, `${pathname}${search}`));
    expect(mails).toContain(`${CASE}的函件`);
    expect(mails).toContain("退信（2026年9月8日 9:00），没有送达");
    expect((await browser.get(`${HERE}/mails?case=x`)).status).toBe(404);
  });

  it.each([
    ["2026-09-08", false],
    ["2026-10-31", false],
    ["2026-11-01", true],
  ])("on %s warn of next year's missing holidays: %s", async (day, warned) => {
    const city = await aCity();
    const shown = await adminWorkspace.show(
      { ...city.ports, now: () => at(day.slice(5)) },
      await asAdmin(city),
    );
    const body = "body" in shown ? String(shown.body) : "";
    expect(body.includes("缺少2027年的节假日安排")).toBe(warned);
    expect(words(body)).toContain("2027年 尚未录入");
  });
});

describe("who is signed in", () => {
  it("is found by address and ended, one session or all of an address, noted with who did it", async () => {
    const city = await aCity();
    const [first, second] = [await signedIn(city, LEGAL), await signedIn(city, LEGAL)];
    const bureau = await signedIn(city, "yingsu@yinan-justice.example.org");
    const admin = await signedIn(city, ADMIN_MAIL);
    const found = await text(admin, `${HERE}/sessions?mailbox=Yinan-Police`);
    expect(words(found)).toContain("共2个");
    expect(words(found)).not.toContain("yinan-justice");
    const ends = formsOf(found).filter(({ untouched }) => "session" in untouched);
    expect(ends).toHaveLength(2);
    const [{ untouched: newest } = { untouched: {} }] = ends;
    const after = await admin.post(`${HERE}/sessions`, { ...newest, do: "end" });
    expect(words(await after.text())).toContain("已结束1个登录");
    expect((await second.get("/at/yinan-police")).status).toBe(401);
    expect((await first.get("/at/yinan-police")).status).toBe(200);

    const whole = await text(admin, `${HERE}/sessions?mailbox=${encodeURIComponent(LEGAL)}`);
    const all = formsOf(whole).find(({ untouched }) => untouched.do === "end-all");
    await admin.post(`${HERE}/sessions`, { ...all?.untouched });
    expect((await first.get("/at/yinan-police")).status).toBe(401);
    expect((await bureau.get("/at/yinan-justice")).status).toBe(200);
    const again = await admin.post(`${HERE}/sessions`, { ...all?.untouched });
    expect(words(await again.text())).toContain("没有需要结束的");
    const noted = words(await text(admin, HERE));
    expect(noted.split(`结束${LEGAL}的登录，共1个 ${ADMIN_MAIL}`)).toHaveLength(3);
  });
});
