/** A bureau's board, its programme and its calendar, in a real browser against the synthesised stack. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DIRECTORY } from "../../infra/local/city/scenario.ts";
import { addMinutes } from "../../shared/domain/time/time.ts";
import { browserProgram, lookAt } from "../support/browser.ts";
import { at } from "../support/case-builders.ts";
import { CASE, summonsText } from "../support/desk-city.ts";
import { type DeskStage, skipTo, startDeskStage, type Visitor, WAYS } from "../support/desk-stage.ts";

const LEGAL = "fazhi@yinan-police.example.org";
const BUREAU = "yingsu@yinan-justice.example.org";

const program = browserProgram();

describe.skipIf(program === undefined)("a bureau in a browser", () => {
  let stage: DeskStage;
  beforeAll(async () => {
    stage = await startDeskStage(program ?? "");
    const { city } = stage;
    city.cloud.clock.set(at("08-31", "16:00"));
    await city.upload(DIRECTORY);
    // The 1st opens the year's programme; a summons comes in, and the next morning brings the digest.
    await city.cloud.runUntil(at("09-01", "10:00"));
    await skipTo(city, at("09-08", "09:00"));
    await city.put("courts/1321/inbox", "summons.txt", summonsText());
    await skipTo(city, at("09-09", "10:00"));
    await skipTo(city, at("09-14", "10:00"));
  });
  afterAll(() => stage?.end());

  it("gets an original by an address for one version, for five minutes", async () => {
    const { city } = stage;
    const part = `paper-${createHash("sha256").update(summonsText()).digest("hex")}`;
    const [board] = city.linkTo(BUREAU, "每日摘要").split("#");
    const place = `${board}/${part}?${new URLSearchParams({ number: CASE })}`;
    const given = (await fetch(place, { redirect: "manual" })).headers.get("location") ?? "";
    expect((await fetch(given)).headers.get("content-disposition")).toMatch(/^attachment/);
    const other = new URL(given);
    other.searchParams.set("versionId", "another");
    expect((await fetch(other)).status).toBe(403);
    city.cloud.clock.set(addMinutes(at("09-14", "10:00"), 10));
    expect((await fetch(given)).status).toBe(403);
  });

  describe.each(WAYS)("$way", (looking) => {
    const { viewport } = looking;
    let page: Page;
    let open: Visitor["open"];
    let press: Visitor["press"];
    beforeAll(async () => {
      ({ page, open, press } = await stage.visitor(looking));
    });
    afterAll(() => page?.context().close());

    it("looks at its board, narrows it down, and reads a case", async () => {
      await open(BUREAU, "每日摘要");
      await lookAt(page, "board");
      expect(await page.getByRole("heading", { name: "在办案件1件" }).count()).toBe(1);
      await page.getByLabel("查找案件").fill("陈建");
      await press("查找");
      await lookAt(page, "search");
      expect(await page.getByRole("link", { name: CASE }).count()).toBe(1);
      await page.getByLabel("查找案件").fill("公安局");
      await press("查找");
      await lookAt(page, "search-units");
      await page.getByRole("link", { name: "返回案件看板" }).click();
      await page.getByLabel("事项").selectOption("overdue");
      await page.getByLabel("被告名称").fill("公安");
      await press("筛选");
      expect(await page.locator("main").textContent()).toContain("符合条件的1件");
      await page.getByRole("link", { name: CASE }).last().click();
      await lookAt(page, "board-case");
      expect(await page.locator("main").textContent()).toContain("办理经过");
      expect(await page.locator("main").textContent()).toContain("逾期未报，已逾期3日");
      await page.getByRole("link", { name: "返回案件看板" }).click();
      await page.getByRole("link", { name: "订阅开庭日程" }).click();
      await lookAt(page, "calendar");
      expect(await page.locator("main").textContent()).toContain("目前有1次待开庭");
    });

    it("downloads a summons as its court handed it in, which is noted", async () => {
      await open(BUREAU, "每日摘要");
      await page.getByRole("link", { name: CASE }).last().click();
      const summons = page.getByRole("link", { name: "传票", exact: true });
      const [download] = await Promise.all([page.waitForEvent("download"), summons.click()]);
      expect(download.suggestedFilename()).toBe(`${CASE}传票20260908.txt`);
      expect(readFileSync(await download.path())).toEqual(Buffer.from(summonsText()));
      await page.reload();
      expect(await page.locator("main").textContent()).toContain("下载记录");
      await lookAt(page, "case-page");
    });

    it("records an observation, proposes a correction, and judges the agency's answer", async () => {
      await open(BUREAU, "年度安排");
      await lookAt(page, "programme");
      await page.getByRole("link", { name: "登记旁听庭审" }).click();
      await press("登记");
      await lookAt(page, "observation-problems");
      await page.getByLabel("旁听日期").fill("2026-09-10");
      await page.getByLabel("案号").fill("（2026）鲁1321行初9号");
      await page.getByLabel("开庭法院").fill("沂南县人民法院");
      await page.getByLabel("参加单位和人数").fill("沂南县公安局，12人");
      await page.getByLabel("登记人").fill("王芳");
      await press("登记");
      await lookAt(page, "observation");
      expect(await page.locator("main").textContent()).toContain("共1个单位，12人");

      await page.getByRole("link", { name: "返回工作台账" }).click();
      await page.getByRole("link", { name: "提出整改建议" }).click();
      await page.getByLabel("单位", { exact: true }).fill("沂南县公安局");
      await page.getByLabel("存在问题").fill(`到庭人员不熟悉案情（${viewport.width}）。`);
      await page.getByLabel("整改建议", { exact: true }).fill("庭前集体研究案情。");
      await page.getByLabel("提出人").fill("王芳");
      await lookAt(page, "correction-form");
      await press("提交并发送");

      await open(LEGAL, `（${viewport.width}）`);
      await page.getByLabel("整改情况").fill("已建立庭前研究制度。");
      await page.getByLabel("填报人").fill("张敏");
      await lookAt(page, "correction");
      await press("提交答复");
      await open(BUREAU, "整改答复");
      await page.getByLabel(/认可，/).check();
      await page.getByLabel("审核人").fill("王芳");
      await lookAt(page, "correction-judged");
      await press("提交审核结果");
      expect(await page.locator("main").textContent()).toContain("已认可，办结");
    });
  });
});
