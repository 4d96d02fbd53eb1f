/** 司法建议 and lost cases (败诉案件): forms, registers, chart, in a real browser against the synthesised stack. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DIRECTORY, MONTH } from "../../infra/local/city/scenario.ts";
import { civilDate, instantAt } from "../../shared/domain/time/time.ts";
import { browserProgram, lookAt } from "../support/browser.ts";
import { type DeskStage, startDeskStage, type Visitor, WAYS } from "../support/desk-stage.ts";

const LOSER = "fazhi@hedong-land.example.org";
const ADDRESSEE = "fazhi@lanshan-enforcement.example.org";

const program = browserProgram();

describe.skipIf(program === undefined)("proposals and lost cases in a browser", () => {
  let stage: DeskStage;
  beforeAll(async () => {
    stage = await startDeskStage(program ?? "");
    const { cloud, upload } = stage.city;
    cloud.clock.set(instantAt(civilDate("2026-09-28"), "07:30"));
    await upload(DIRECTORY);
    for (const one of MONTH) if ("file" in one && /行初9号?\.txt|司法建议/u.test(one.file)) await upload(one);
    await cloud.runUntil(instantAt(civilDate("2026-09-29"), "10:00"));
  }, 120_000);
  afterAll(() => stage?.end());

  describe.each(WAYS)("$way", (looking) => {
    let page: Page;
    let signIn: Visitor["signIn"];
    let press: Visitor["press"];
    beforeAll(async () => {
      ({ page, signIn, press } = await stage.visitor(looking));
    });
    afterAll(() => page?.context().close());
    const follow = async (name: string) => page.getByRole("link", { name }).first().click();

    it("an agency reports why it lost, and its bureau sees that among the lost cases", async () => {
      if (looking.scripts) {
        await signIn(LOSER);
        await lookAt(page, "loss-agency");
        await follow("败诉案件报告");
        await lookAt(page, "loss-report");
        await page.setViewportSize({ width: 360, height: 740 });
        await lookAt(page, "loss-report");
        await page.setViewportSize(looking.viewport);
        await press("提交报告");
        await lookAt(page, "loss-report-problems");
        await page.getByLabel("败诉类型").selectOption("annulled");
        await page.getByLabel("程序").check();
        await page.getByLabel("原因说明").fill("未告知听证权利。");
        await page.getByLabel("责任环节、岗位").fill("行政处罚审核岗");
        await page.getByLabel("整改措施").fill("修订审核清单。");
        await page.getByLabel("整改时限").fill("2026-12-31");
        await page.getByLabel("填报人（姓名）").fill("石磊");
        await press("提交报告");
        await lookAt(page, "loss-reported");
      }
      const bureau = await stage.visitor(looking);
      await bureau.signIn("yingsu@hedong-justice.example.org");
      await lookAt(bureau.page, "loss-bureau");
      await bureau.page.getByRole("link", { name: "工作台账" }).first().click();
      await bureau.page.getByRole("link", { name: "败诉案件台账" }).click();
      await lookAt(bureau.page, "loss-register");
      expect(await bureau.page.locator("main").textContent()).toContain("行初9号");
      await bureau.page.getByRole("link", { name: "行初9号" }).first().click();
      await lookAt(bureau.page, "loss-case-page");
      await bureau.page.context().close();
    });

    it("an agency replies to a court's proposal, and its bureau sees that in the register", async () => {
      const visitor = await stage.visitor(looking);
      await visitor.open(ADDRESSEE, "司法建议");
      await lookAt(visitor.page, "suggestion");
      if (!looking.scripts) {
        await visitor.page.getByLabel("采纳", { exact: true }).check();
        await visitor.page.getByLabel("办理情况和今后措施").fill("已印发办法。");
        await visitor.page.getByLabel("填报人（姓名）").fill("魏强");
        await visitor.press("提交复函");
        await lookAt(visitor.page, "suggestion-replied");
      }
      await visitor.page.context().close();
      const bureau = await stage.visitor(looking);
      await bureau.signIn("yingsu@lanshan-justice.example.org");
      await bureau.page.getByRole("link", { name: "工作台账" }).first().click();
      await bureau.page.getByRole("link", { name: "司法建议台账" }).click();
      await lookAt(bureau.page, "suggestion-register");
      expect(await bureau.page.locator("main").textContent()).toContain("司建");
      await bureau.page.getByRole("link", { name: "登记" }).first().click();
      await lookAt(bureau.page, "suggestion-registering");
      await bureau.page.context().close();
    });
  });
});
