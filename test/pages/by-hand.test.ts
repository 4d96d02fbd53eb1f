/**
 * 手工办理 in a real browser against the synthesised stack: from the board a bureau registers a call and takes it back, corrects
 * a hearing, strikes out a case; with scripts and without, on a desk and on a phone.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DIRECTORY } from "../../infra/local/city/scenario.ts";
import { browserProgram, lookAt } from "../support/browser.ts";
import { at } from "../support/case-builders.ts";
import { summonsText } from "../support/desk-city.ts";
import { type DeskStage, startDeskStage, type Visitor, WAYS } from "../support/desk-stage.ts";

const BUREAU = "yingsu@yinan-justice.example.org";
const program = browserProgram();

describe.skipIf(program === undefined)("手工办理 in a browser", () => {
  let stage: DeskStage;
  beforeAll(async () => {
    stage = await startDeskStage(program ?? "");
    const { city } = stage;
    city.cloud.clock.set(at("09-08", "09:00"));
    await city.upload(DIRECTORY);
    city.cloud.clock.set(at("09-08", "10:00"));
    for (const [index] of WAYS.entries()) {
      const text = summonsText({ number: `（2026）鲁1321行初60${index + 1}号` });
      await city.put("courts/1321/inbox", `${index}.txt`, text);
    }
    await city.cloud.runUntil(at("09-09", "10:00"));
  });
  afterAll(() => stage?.end());

  describe.each(WAYS.map((way, index) => [way.way, way, `行初60${index + 1}号`] as const))(
    "%s",
    (_, looking, number) => {
      let page: Page;
      let press: Visitor["press"];
      let visitor: Visitor;
      const follow = (name: string | RegExp) => page.getByRole("link", { name }).first().click();
      beforeAll(async () => {
        visitor = await stage.visitor(looking);
        ({ page, press } = visitor);
        await visitor.open(BUREAU, "每日摘要");
        await follow(new RegExp(number));
        await follow("手工办理本案");
      });
      afterAll(() => page?.context().close());

      it("a bureau registers a call, sees first what that does, and takes it back", async () => {
        await lookAt(page, "by-hand");
        await follow("登记收到的报告、备案");
        await press("登记收到");
        expect(await page.getByRole("alert").textContent()).toContain("请选择收到方式");
        await lookAt(page, "by-hand-receipt-problems");
        await page
          .getByLabel("收到的是")
          .selectOption({ label: "沂南县公安局：三日报告（2026年9月24日开庭）" });
        await page.getByLabel("电话", { exact: true }).check();
        await page.getByLabel("报告人、来电人或者送件人").fill("法制大队李明");
        await page.getByLabel("收到日期").fill("2026-09-09");
        await page.getByLabel("登记人").fill("刘洋");
        await press("登记收到");
        await lookAt(page, "by-hand-receipt-confirm");
        expect(await page.locator("main").textContent()).toContain("【回执】");
        await press("确认登记收到");
        await lookAt(page, "by-hand-receipt-done");
        expect(await page.locator(".done").textContent()).toContain("刘洋已于2026年9月9日");
        await follow("撤回本次办理");
        await page.getByLabel("撤回理由").fill("记错案件。");
        await page.getByLabel("撤回人").fill("刘洋");
        await press("确认撤回");
        expect(await page.locator(".done").textContent()).toContain("刘洋");
      });

      it("corrects a hearing that was read wrongly", async () => {
        await page.goto(stage.city.linkTo(BUREAU, "每日摘要"));
        await follow(new RegExp(number));
        await follow("手工办理本案");
        await follow("更正开庭");
        await lookAt(page, "by-hand-hearing");
        await page.getByLabel("开庭日期").fill("2026-09-29");
        await page.getByLabel("更正的原因").fill("扫描件日期识别有误。");
        await page.getByLabel("登记人").fill("刘洋");
        await press("更正开庭");
        await lookAt(page, "by-hand-hearing-confirm");
        await press("确认更正开庭");
        expect(await page.locator("main").textContent()).toContain("2026年9月29日");
      });

      it("takes in a summons that came by post, and finds its case", async () => {
        await visitor.signIn(BUREAU);
        await lookAt(page, "bureau-first");
        await follow("录入案件");
        await follow("录入文书");
        const posted = number.replace("行初6", "行初7");
        await page.locator("#file").setInputFiles({
          name: "扫描件.txt",
          mimeType: "text/plain",
          buffer: Buffer.from(summonsText({ number: `（2026）鲁1321${posted}` })),
        });
        await press("上传");
        await lookAt(page, "by-hand-paper");
        await page.getByLabel("文书种类").selectOption({ label: "传票" });
        await page.getByLabel("案号", { exact: true }).fill(`（2026）鲁1321${posted}`);
        await page
          .getByLabel(/纸质|邮寄/)
          .first()
          .check();
        await page.getByLabel("由谁告知").fill("沂南县公安局法制大队");
        await page.getByLabel("告知日期").fill("2026-09-09");
        await page.getByLabel("录入人").fill("刘洋");
        await press("录入文书");
        expect(await page.locator("main").textContent()).toContain("视为已送达行政机关");
        await press("确认录入文书");
        // By now it has been read.
        await page.reload();
        await lookAt(page, "by-hand-paper-done");
        expect(await page.locator("main").textContent()).toContain(posted);
        await page.goto(`${stage.city.cloud.apiAddress("Desk")}/home`);
        await page.getByLabel("查找案件").fill(posted.replace(/\D/g, ""));
        await page.getByRole("button", { name: "查找" }).first().click();
        await follow(new RegExp(posted));
        expect(await page.locator("main").textContent()).toContain("沂南县公安局");
        await page.goto(stage.city.linkTo(BUREAU, "每日摘要"));
        await follow(new RegExp(number));
        await follow("手工办理本案");
      });

      it("strikes out what was registered by mistake", async () => {
        await follow("撤销误登案件");
        await lookAt(page, "by-hand-void");
        await page.getByLabel("撤销的原因").fill("测试文件，没有这一案件。");
        await page.getByLabel(/已核对/).check();
        await page.getByLabel("登记人").fill("刘洋");
        await press("撤销登记");
        await press("确认撤销登记");
        await lookAt(page, "by-hand-void-done");
        expect(await page.locator("main").textContent()).toContain("登记已经撤销");
      });
    },
  );
});
