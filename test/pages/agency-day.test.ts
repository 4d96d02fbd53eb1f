/**
 * An agency clears its day in a real browser against the synthesised stack: it signs in by the link that comes to its mailbox,
 * goes through its list, and finds the list empty and its work among what was done; with scripts and without, on a desk and on a phone.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DIRECTORY } from "../../infra/local/city/scenario.ts";
import { browserProgram, lookAt } from "../support/browser.ts";
import { at } from "../support/case-builders.ts";
import { summonsText } from "../support/desk-city.ts";
import { type DeskStage, startDeskStage, type Visitor, WAYS } from "../support/desk-stage.ts";

const LEGAL = "fazhi@yinan-police.example.org";
const program = browserProgram();
/** Cases that are cleared each way. */
const EACH = 3;
/** Cases on the same list whose time comes later: with those to be cleared, thirty. */
const LATER = 24;

describe.skipIf(program === undefined)("an agency's day in a browser", () => {
  let stage: DeskStage;
  beforeAll(async () => {
    stage = await startDeskStage(program ?? "");
    const { city } = stage;
    city.cloud.clock.set(at("09-08", "09:00"));
    await city.upload(DIRECTORY);
    city.cloud.clock.set(at("09-08", "10:00"));
    for (let one = 0; one < EACH * WAYS.length; one++) {
      const text = summonsText({ number: `（2026）鲁1321行初${701 + one}号` });
      await city.put("courts/1321/inbox", `${one}.txt`, text);
    }
    await city.cloud.runUntil(at("09-10", "09:30"));
    for (let one = 0; one < LATER; one++) {
      const text = summonsText({ number: `（2026）鲁1321行初${731 + one}号` });
      await city.put("courts/1321/inbox", `later ${one}.txt`, text);
    }
  });
  afterAll(() => stage?.end());

  describe.each(WAYS.map((way, index) => [way.way, way, EACH * (WAYS.length - index)] as const))(
    "%s",
    (_, looking, waiting) => {
      let page: Page;
      let press: Visitor["press"];
      const desk = () => stage.city.linkTo(LEGAL, "行初701号");
      const home = () => page.goto(new URL("at/yinan-police", desk()).href);
      const inSection = (id: string) => page.locator(`section[aria-labelledby="${id}"]`);
      beforeAll(async () => {
        const visitor = await stage.visitor(looking);
        ({ page, press } = visitor);
        await page.goto(new URL(".", desk()).href);
        await page.getByRole("textbox").first().fill(LEGAL);
        await page.getByRole("main").getByRole("button").first().click();
        await stage.city.cloud.settled();
        await visitor.open(LEGAL, "【登录】");
        await page.getByRole("checkbox").first().check();
        await press("登录");
        await home();
      });
      afterAll(() => page?.context().close());

      it("reads what is to be done by when and why, and what hearings are ahead", async () => {
        const words = await inSection("todo").textContent();
        expect(words).toContain(`共${waiting + LATER}项，今明两日到期${waiting}项`);
        expect(words).toContain("填报三日报告");
        expect(words).toContain("明天到期");
        expect(words).toContain("依据：");
        expect(await inSection("hearings").textContent()).toContain("尚未报告");
        await lookAt(page, "agency-workspace");
      });

      it("does it, case by case, and it is gone from the list", async () => {
        for (let done = 1; done <= EACH; done++) {
          await inSection("todo").getByRole("link", { name: "填报三日报告" }).first().click();
          await page.getByLabel("应诉意见").fill("请求驳回诉讼请求。");
          await page.getByLabel("负责人出庭", { exact: true }).check();
          await page.getByLabel("负责人姓名").fill("龙涛");
          await page.getByLabel("负责人职务").fill("副局长");
          await page.getByLabel("职级").selectOption("deputy");
          await page.getByLabel("填报人").fill("李明");
          await press("提交报告");
          expect(await page.locator(".done").first().textContent()).toContain("李明");
          await page.getByRole("link", { name: "返回工作台" }).first().click();
          const left = waiting - done;
          const list = await inSection("todo").textContent();
          expect(list).toContain(`共${left + LATER}项${left === 0 ? "" : `，今明两日到期${left}项`}`);
        }
        expect(await inSection("done").textContent()).toContain("三日报告（2026年9月24日开庭）");
        await lookAt(page, "agency-workspace-cleared");
      });

      it("opens a case with its papers and history, and the list of all", async () => {
        await inSection("hearings").getByRole("link").first().click();
        expect(await page.locator("h1").textContent()).toContain("行初701号");
        expect(await page.locator("main").textContent()).toContain("案件文书");
        await home();
        await page.getByRole("link", { name: /本单位案件/ }).click();
        expect(await page.locator("main").textContent()).toContain(`共${EACH * WAYS.length + LATER}件`);
        await lookAt(page, "agency-cases");
      });

      it("enters a leader on its list, sees beforehand what is changed, and has him on it", async () => {
        const place = looking.scripts ? 1 : 2;
        await home();
        await page.getByRole("link", { name: "班子成员" }).click();
        await page.getByLabel(`第${place}位姓名`).fill("周岩");
        await page.getByLabel(`第${place}位职务`).fill("法制大队大队长");
        await page.getByLabel("登记人").fill("李明");
        await press("下一步：核对");
        expect(await page.locator(".problems").textContent()).toContain("不列入班子成员");
        await lookAt(page, "agency-leaders-problem");
        await page.getByLabel(`第${place}位职务`).fill(`副局长${place === 1 ? "" : "、党委委员"}`);
        await page.getByLabel(`第${place}位到任日期`).fill("2026-03-01");
        await press("下一步：核对");
        expect(await page.locator("main").textContent()).toContain("尚未保存");
        await press("确认");
        expect(await page.locator(".done").first().textContent()).toContain("李明");
        expect(await page.locator("main").textContent()).toContain("2026年3月1日起");
        await lookAt(page, "agency-leaders");
      });
    },
  );
});
