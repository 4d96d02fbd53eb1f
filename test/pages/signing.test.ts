/** 通报签发 in a real browser against the synthesised stack: words, previews, signature, correction, on a desk and on a phone. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DIRECTORY } from "../../infra/local/city/scenario.ts";
import { browserProgram, lookAt } from "../support/browser.ts";
import { at } from "../support/case-builders.ts";
import { recordText } from "../support/desk-city.ts";
import { type DeskStage, skipTo, startDeskStage, type Visitor, WAYS } from "../support/desk-stage.ts";

const BUREAU = "yingsu@linyi-justice.example.org";
const program = browserProgram();

describe.skipIf(program === undefined)("the municipal bureau in a browser", () => {
  let stage: DeskStage;
  beforeAll(async () => {
    stage = await startDeskStage(program ?? "");
    const { city } = stage;
    city.cloud.clock.set(at("09-24", "16:00"));
    await city.upload(DIRECTORY);
    await city.put("courts/1321/inbox", "record.txt", recordText("被告负责人：龙涛，副局长，到庭。"));
    await skipTo(city, at("09-25", "10:00"));
    // The bulletin's draft of the 1st, and its proposal of the 3rd.
    await skipTo(city, at("10-01", "12:00"));
    await skipTo(city, at("10-03", "12:00"));
    await skipTo(city, at("10-04", "09:00"));
  });
  afterAll(() => stage?.end());

  describe.each(WAYS)("$way", (looking) => {
    let page: Page;
    let open: Visitor["open"];
    let press: Visitor["press"];
    beforeAll(async () => {
      ({ page, open, press } = await stage.visitor(looking));
    });
    afterAll(() => page?.context().close());
    const shown = async () => (await page.locator("main").textContent()) ?? "";

    it("writes, looks at the mail beforehand, and signs; from the second on it corrects", async () => {
      await open(BUREAU, "征求意见");
      await lookAt(page, "signing");
      await page.getByLabel("情况分析").fill(`出庭率保持稳定（${looking.viewport.width}）。`);
      await page.getByLabel(/签发人（姓名）/).fill("王科长");
      await press("保存");
      expect(await shown()).toContain("王科长保存文字和编号");
      await page.getByRole("link", { name: "邮件", exact: true }).click();
      await lookAt(page, "signing-mail");
      expect(await shown()).toContain(`出庭率保持稳定（${looking.viewport.width}）。`);
      await page.getByRole("link", { name: "返回通报签发" }).click();

      const again = (await shown()).includes("更正并重新印发");
      const button = again ? "更正并重新印发" : "签发";
      await page.getByLabel(/签发人（姓名）/).fill("王科长");
      await press(button);
      expect(await shown()).toContain("请核对数据和预览后勾选");
      await lookAt(page, "signing-problems");
      await page.getByLabel(/已核对数据和预览/).check();
      if (again) await page.getByLabel("更正内容").fill("更正情况分析");
      await press(button);
      await page.reload();
      expect(await shown()).toContain(again ? "已印发第2版" : "已印发第1版");
      await lookAt(page, "signing-issued");
    });
  });
});
