/**
 * 督办 in a real browser against the synthesised stack: from the line of the digest to the letter that is put off, sent,
 * noted as received, and copied to the superior; with scripts and without, on a desk and on a phone.
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

/** One case to be held and sent, one that came in by telephone; of each way of looking. */
const NUMBERS = WAYS.map((_, index) => [`行初50${index + 1}号`, `行初51${index + 1}号`] as const);

describe.skipIf(program === undefined)("督办 in a browser", () => {
  let stage: DeskStage;
  beforeAll(async () => {
    stage = await startDeskStage(program ?? "");
    const { city } = stage;
    city.cloud.clock.set(at("09-08", "09:00"));
    await city.upload(DIRECTORY);
    city.cloud.clock.set(at("09-08", "10:00"));
    for (const tail of NUMBERS.flat()) {
      const text = summonsText({ number: `（2026）鲁1321${tail}` });
      await city.put("courts/1321/inbox", `${tail}.txt`, text);
    }
    await city.cloud.runUntil(at("09-14", "10:00"));
  });
  afterAll(() => stage?.end());

  describe.each(WAYS.map((way, index) => [way.way, way, NUMBERS[index] ?? expect.fail()] as const))(
    "%s",
    (_, looking, [own, byTelephone]) => {
      let page: Page;
      let press: Visitor["press"];
      const open = (tail: string) => page.goto(stage.city.linkTo(BUREAU, "每日摘要", { words: tail }));
      beforeAll(async () => {
        ({ page, press } = await stage.visitor(looking));
      });
      afterAll(() => page?.context().close());

      it("the bureau reads what will go, and puts it off", async () => {
        await open(own);
        await lookAt(page, "urging");
        expect(await page.locator("main").textContent()).toContain("【督办抄送】");
        await page.getByRole("link", { name: "暂缓", exact: true }).click();
        await press("暂缓");
        expect(await page.getByRole("alert").textContent()).toContain("请填写暂缓的原因");
        await lookAt(page, "urging-hold-problems");
        await page.getByLabel("暂缓至").fill("2026-09-18");
        await page.getByLabel("原因").fill("该单位来电，正在会签。");
        await page.getByLabel("经办人").fill("刘洋");
        await press("暂缓");
        expect(await page.locator(".done").textContent()).toContain("已暂缓督办至2026年9月18日");
        await lookAt(page, "urging-held");
      });

      it("or sends it at once, and lets the superior have the copy it has seen", async () => {
        await page.getByRole("link", { name: "立即发函" }).click();
        await lookAt(page, "urging-send");
        await page.getByLabel("经办人").fill("刘洋");
        await press("发出督办函");
        expect(await page.locator(".done").first().textContent()).toContain("督办函已于2026年9月14日");
        await page.getByRole("link", { name: "抄送上级", exact: true }).click();
        await lookAt(page, "urging-copy");
        await page.getByLabel(/抄送：函件如下/).check();
        await page.getByLabel("经办人").fill("刘洋");
        await press("提交");
        expect(await page.locator(".done").first().textContent()).toContain("抄送上级机关");
        await lookAt(page, "urging-copied");
      });

      it("or notes that it has come in by telephone", async () => {
        await open(byTelephone);
        await page.getByRole("link", { name: "登记已收到" }).click();
        await lookAt(page, "urging-received");
        await page.getByLabel("收到日期").fill("2026-09-11");
        await page.getByLabel("电话", { exact: true }).check();
        await page.getByLabel("登记人").fill("刘洋");
        await press("登记收到");
        expect(await page.locator(".done").first().textContent()).toContain("已登记收到，不再督办");
      });
    },
  );
});
