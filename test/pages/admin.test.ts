/**
 * 系统管理 in a real browser against the synthesised stack: an admin sees that the jobs ran, enters next year's holidays and takes them
 * back, finds and ends sessions, exports a case; with scripts and without, on a desk and on a phone.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { config } from "../../infra/config.ts";
import { DIRECTORY } from "../../infra/local/city/scenario.ts";
import { browserProgram, lookAt } from "../support/browser.ts";
import { at } from "../support/case-builders.ts";
import { summonsText } from "../support/desk-city.ts";
import { type DeskStage, startDeskStage, type Visitor, WAYS } from "../support/desk-stage.ts";
import { NOTICE_2026 } from "../support/holiday-notices.ts";

const ADMIN = config.alarms.mailTo;
const LEGAL = "fazhi@yinan-police.example.org";
const program = browserProgram();

describe.skipIf(program === undefined)("系统管理 in a browser", () => {
  let stage: DeskStage;
  beforeAll(async () => {
    stage = await startDeskStage(program ?? "");
    const { city } = stage;
    city.cloud.clock.set(at("09-08", "06:30"));
    await city.upload(DIRECTORY);
    await city.put("courts/1321/inbox", "summons.txt", summonsText());
    await city.cloud.runUntil(at("09-08", "10:00"));
  });
  afterAll(() => stage?.end());

  describe.each(WAYS.map((way) => [way.way, way] as const))("%s", (_, looking) => {
    let page: Page;
    let press: Visitor["press"];
    const follow = (name: string | RegExp) => page.getByRole("link", { name }).first().click();
    const row = (name: string) => page.getByRole("row", { name }).first().textContent();
    beforeAll(async () => {
      await (await stage.visitor(looking)).signIn(LEGAL);
      const visitor = await stage.visitor(looking);
      ({ page, press } = visitor);
      await visitor.signIn(ADMIN);
    });
    afterAll(() => page?.context().close());

    it("the first page says that the sweep, the audit and the mailer ran", async () => {
      for (const job of ["期限巡查", "收件箱核对", "邮件发出"])
        expect(await row(job)).toMatch(/2026年9月\d+日/);
      expect(await row("期限巡查")).not.toContain("请检查");
      await lookAt(page, "admin");
    });

    it("a year's holidays are pasted, checked, entered and taken back", async () => {
      await follow("节假日安排");
      await press("读出日期，下一步核对");
      expect(await page.getByRole("alert").textContent()).toContain("请填写通知全文");
      await lookAt(page, "admin-holidays");
      await page
        .getByLabel("通知全文")
        .fill(NOTICE_2026.replaceAll("2026", "2027").replace(/（[^（）]*周.）/gu, ""));
      await press("读出日期，下一步核对");
      await lookAt(page, "admin-holidays-check");
      const checked = page.getByLabel("上述各处已与通知原文核对，日期以上表为准");
      if ((await checked.count()) > 0) await checked.check();
      await press("录入2027年安排");
      expect(await page.getByRole("status").first().textContent()).toContain("已录入");
      expect(await row("2027年")).toContain(ADMIN);
      await press("撤销这次录入");
      await lookAt(page, "admin-holidays-undo");
      await press("撤销录入");
      expect(await row("2027年")).toContain("尚未录入");
      await follow("返回系统管理");
    });

    it("sessions are found by address and ended", async () => {
      await follow("登录情况");
      await page.getByLabel("按邮箱查找").fill(LEGAL);
      await press("查找");
      await lookAt(page, "admin-sessions");
      await press(`结束${LEGAL}的全部登录`);
      expect(await page.getByRole("status").textContent()).toMatch(/已结束[12]个登录/);
      await follow("返回系统管理");
    });

    it("cases are exported as a file", async () => {
      await follow("数据导出");
      await page.getByLabel("辖区").selectOption({ label: "沂南县" });
      await press("列出");
      await lookAt(page, "admin-export");
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "下载第1份" }).click(),
      ]);
      expect(download.suggestedFilename()).toBe("沂南县2026年案件-未结-1.jsonl.gz");
    });
  });
});
