/**
 * The pages behind the links in the mails, in a real browser against the synthesised stack: with scripts and without,
 * on a desk and on a phone. Pictures of them are kept in test-output/pages.
 */
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type City, startCity } from "../../infra/local/city.ts";
import { DIRECTORY } from "../../infra/local/scenario.ts";
import { synthesise } from "../../infra/local/synthesise.ts";
import { browserProgram, lookAt, startBrowser } from "../support/browser.ts";
import { at } from "../support/case-builders.ts";
import { recordText, summonsText } from "../support/desk-city.ts";

const ASSEMBLY = join(import.meta.dirname, "../../test-output/pages.cdk.out");
const YINAN = "courts/1321/inbox";
const LEGAL = "fazhi@yinan-police.example.org";
const BUREAU = "yingsu@yinan-justice.example.org";

/** How people look at pages; whoever has no scripts must be able to do all the same. */
const WAYS = [
  { way: "on a desk", scripts: true, viewport: { width: 1000, height: 800 } },
  { way: "on a phone, without scripts", scripts: false, viewport: { width: 360, height: 740 } },
] as const;

const program = browserProgram();

describe.skipIf(program === undefined)("the desk in a browser", () => {
  let city: City;
  let browser: Browser;
  beforeAll(async () => {
    await synthesise(ASSEMBLY);
    city = await startCity({ assembly: ASSEMBLY, retryDelayMs: 20 });
    browser = await startBrowser(program ?? "");
    city.cloud.clock.set(at("09-08", "09:00"));
    await city.upload(DIRECTORY);
  });
  afterAll(async () => {
    await browser?.close();
    await city?.cloud.stop();
  });

  describe.each(WAYS)("$way", ({ way, scripts, viewport }) => {
    const number = scripts ? "（2026）鲁1321行初401号" : "（2026）鲁1321行初402号";
    const short = number.slice(-6);
    let page: Page;
    beforeAll(async () => {
      page = await (await browser.newContext({ javaScriptEnabled: scripts, viewport })).newPage();
      page.setDefaultTimeout(5_000);
    });
    afterAll(() => page?.context().close());

    /** Opens the link of the newest such mail. */
    const open = (address: string, words: string) => page.goto(city.linkTo(address, words));
    /** Presses the page's button and waits until all that follows has settled. */
    const press = async (name: string) => {
      await page.getByRole("button", { name }).click();
      await city.cloud.settled();
    };

    it("an agency reports, is returned, and reports once more", async () => {
      city.cloud.clock.set(at("09-08", "10:00"));
      await city.put(YINAN, `${way}.txt`, summonsText({ number }));
      await open(LEGAL, short);
      await lookAt(page, "report");
      await press("提交报告");
      expect(await page.getByRole("alert").textContent()).toContain("内容尚未提交");
      await lookAt(page, "report-problems");

      await page.getByLabel("应诉意见").fill("请求驳回诉讼请求。");
      await page.getByLabel("负责人出庭", { exact: true }).check();
      await page.getByLabel("负责人姓名").fill("龙涛");
      await page.getByLabel("负责人职务").fill("副局长");
      await page.getByLabel("职级").selectOption("deputy");
      await page.getByLabel("填报人").fill("李明");
      await press("提交报告");
      expect(await page.locator(".done").textContent()).toContain("李明");
      await lookAt(page, "report-done");

      await open(BUREAU, short);
      await lookAt(page, "supervision");
      await page.getByLabel(/退回：/).check();
      await page.getByLabel("意见", { exact: true }).fill("请补充和解的可能。");
      await page.getByLabel("填写人").fill("王芳");
      await press("提交意见");
      await open(LEGAL, "报告退回");
      expect(await page.locator("main").textContent()).toContain("请补充和解的可能。");
      await lookAt(page, "report-returned");
      await page.getByLabel("填报人").fill("李明");
      await press("提交报告");
      expect(await page.locator(".done").textContent()).toContain("不能再次使用");
    });

    it("files after the hearing", async () => {
      await city.cloud.runUntil(at("09-28", "10:00"));
      await open(LEGAL, `出庭备案】${number}`);
      await lookAt(page, "filing");
      await page.getByLabel("负责人出庭", { exact: true }).check();
      await page.getByLabel("负责人姓名").fill("龙涛");
      await page.getByLabel("负责人职务").fill("副局长");
      await page.getByLabel("职级").selectOption("deputy");
      await page.getByLabel("发言", { exact: true }).check();
      await page.getByLabel(/已核实，/).check();
      await page.getByLabel("庭审结果").selectOption("judgment-later");
      await page.getByLabel("填报人").fill("李明");
      await press("提交备案");
      await lookAt(page, "filing-done");
      expect(await page.locator(".done").textContent()).toContain("李明");
    });

    it("what a record leaves open is settled by the bureau", async () => {
      const text = recordText("出庭负责人：龙涛，党委委员。");
      const record = new TextDecoder().decode(text).replace(/（2026）\S+号/, number);
      await city.put(YINAN, `record ${way}.txt`, new TextEncoder().encode(record));
      await open(BUREAU, `人工复核】${number}`);
      await lookAt(page, "review");
      await page.getByLabel("按下面的内容登记").check();
      await page.getByLabel("出庭", { exact: true }).first().check();
      await page.getByLabel("复核人").fill("王芳");
      await press("提交复核结果");
      await lookAt(page, "review-done");
      expect(await page.locator(".done").textContent()).toContain("王芳");
    });

    it("a link that is cut says what to do", async () => {
      await page.goto(`${city.cloud.apiAddress("Desk")}/1.first.abc`);
      await lookAt(page, "cut");
      expect(await page.locator("main").textContent()).toContain("请从邮件中直接点开链接");
    });
  });
});
