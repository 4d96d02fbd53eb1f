/**
 * A clerk's morning in a real browser against the synthesised stack: in by the front door, ten files of which three are bad, an answer
 * to each, and out again; with the script on a desk, without any on a phone.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DIRECTORY } from "../../infra/local/city/scenario.ts";
import { browserProgram, lookAt } from "../support/browser.ts";
import { at } from "../support/case-builders.ts";
import { recordText, summonsText } from "../support/desk-city.ts";
import { type DeskStage, startDeskStage, type Visitor, WAYS } from "../support/desk-stage.ts";

const CLERK = "clerk@yinan-court.example.org";
const program = browserProgram();

interface HandedIn {
  readonly name: string;
  readonly buffer: Buffer;
}

/** Seven good files, and three that aren't; other numbers for each way of looking. */
function tenFiles(way: number): readonly HandedIn[] {
  const file = (name: string, bytes: Uint8Array) => ({ name, buffer: Buffer.from(bytes) });
  const good = [1, 2, 3, 4, 5, 6].map((one) =>
    file(`传票${one}.txt`, summonsText({ number: `（2026）鲁1321行初6${way}${one}号` })),
  );
  return [
    ...good,
    file(
      "笔录.txt",
      new TextEncoder().encode(
        `${new TextDecoder().decode(recordText("出庭负责人：龙涛，党委委员。"))}${way}`,
      ),
    ),
    file("民事传票.txt", summonsText({ number: `（2026）鲁1321民初6${way}号` })),
    file("空白.txt", new TextEncoder().encode("  ")),
    file("损坏.pdf", new TextEncoder().encode(`%PDF-1.7 broken ${way}`)),
  ];
}

describe.skipIf(program === undefined)("a clerk in a browser", () => {
  let stage: DeskStage;
  beforeAll(async () => {
    stage = await startDeskStage(program ?? "");
    const { city } = stage;
    city.cloud.clock.set(at("09-08", "09:00"));
    await city.upload(DIRECTORY);
  });
  afterAll(() => stage?.end());

  describe.each(WAYS.map((way, index) => [way.way, way, index] as const))("%s", (_, looking, index) => {
    let visitor: Visitor;
    beforeAll(async () => {
      visitor = await stage.visitor(looking);
    });
    afterAll(() => visitor?.page.context().close());

    it("comes in by the front door", async () => {
      const { page } = visitor;
      await page.goto(`${stage.city.cloud.apiAddress("Desk")}/`);
      await lookAt(page, "front-door");
      await visitor.signIn(CLERK);
      expect(await page.locator("h1").textContent()).toBe("我的工作台");
      await lookAt(page, "court-first");
    });

    it("hands in ten files and reads what became of each", async () => {
      const { page, press } = visitor;
      await page.getByRole("link", { name: "上传文书", exact: true }).click();
      const files = tenFiles(index);
      if (looking.scripts) {
        const answers = page.locator("#sent li .tag");
        await page
          .getByLabel("选择文件（可以一次选择多份）")
          .setInputFiles(
            files.map(({ name, buffer }) => ({ name, buffer, mimeType: "application/octet-stream" })),
          );
        await answers.nth(9).waitFor({ timeout: 60_000 });
        expect((await answers.allTextContents()).toSorted()).toEqual([
          ...Array.from({ length: 6 }, () => "已登记"),
          "待复核",
          ...Array.from({ length: 3 }, () => "退件"),
        ]);
        await lookAt(page, "court-sent");
      } else {
        for (const { name, buffer } of files) {
          await page.locator("#file").setInputFiles({ name, buffer, mimeType: "application/octet-stream" });
          await press("上传");
        }
        await lookAt(page, "court-dropped");
        await press("提交以上文件");
        expect(await page.locator(".done").textContent()).toContain("已提交10份");
        await page.getByRole("link", { name: "刷新" }).click();
      }
      await page.goto(page.url().replace(/\?.*$/, ""));
      const list = await page.locator("main").textContent();
      for (const words of [`行初6${index}1号，已登记，已通知沂南县公安局`, "退件", "待复核"])
        expect(list).toContain(words);
      await lookAt(page, "court-files");
    });

    it("finds one of them, its cases and the month's ledger", async () => {
      const { page } = visitor;
      await page.getByLabel("文件名、案号或者文书种类").fill(`行初6${index}3`);
      await page.getByRole("button", { name: "查找" }).click();
      expect(await page.locator(".sent li").count()).toBe(1);
      await page.getByRole("link", { name: "返回工作台" }).click();
      await page.getByRole("link", { name: "本院案件" }).click();
      await lookAt(page, "court-cases");
      await page.getByRole("link", { name: new RegExp(`行初6${index}3号`) }).click();
      expect(await page.locator("main").textContent()).toContain("沂南县公安局");
      await lookAt(page, "court-case");
      await page.goBack();
      await page.getByRole("link", { name: "返回工作台" }).click();
      await page.getByRole("link", { name: "月度台账" }).click();
      await lookAt(page, "court-ledgers");
    });

    it("and goes out again, after which nothing of it opens", async () => {
      const { page, press } = visitor;
      const here = page.url();
      await press("退出登录");
      expect(await page.locator("h1").textContent()).toBe("登录");
      await page.goto(here);
      expect(await page.locator("h1").textContent()).toBe("请登录");
      await lookAt(page, "signed-out");
    });
  });
});
