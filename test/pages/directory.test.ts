/**
 * The directory in a real browser against the synthesised stack: a bureau finds out which unit a summons means, registers one
 * that nobody knew, mends an entry, imports a sheet, and takes back; with scripts and without, on a desk and on a phone.
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

/** Of each way of looking: a name like one that is known, a name nobody knows, and their cases. */
const UNKNOWN = WAYS.map((_, index) => ({
  like: { name: `沂南县公安局第${"一二"[index]}派出所`, tail: `行初60${index + 1}号` },
  fresh: {
    name: `沂南县${["水利", "林业"][index]}局`,
    tail: `行初61${index + 1}号`,
    mail: `fazhi${index}@new.example.org`,
  },
}));

describe.skipIf(program === undefined)("the directory in a browser", () => {
  let stage: DeskStage;
  beforeAll(async () => {
    stage = await startDeskStage(program ?? "");
    const { city } = stage;
    city.cloud.clock.set(at("09-08", "09:00"));
    await city.upload(DIRECTORY);
    city.cloud.clock.set(at("09-08", "10:00"));
    for (const { name, tail } of UNKNOWN.flatMap(({ like, fresh }) => [like, fresh])) {
      const text = new TextDecoder().decode(summonsText({ number: `（2026）鲁1321${tail}` }));
      await city.put(
        "courts/1321/inbox",
        `${tail}.txt`,
        new TextEncoder().encode(text.replace("沂南县公安局", name)),
      );
    }
    await city.cloud.settled();
  });
  afterAll(() => stage?.end());

  describe.each(WAYS.map((way, index) => [way.way, way, UNKNOWN[index] ?? expect.fail()] as const))(
    "%s",
    (_, looking, { like, fresh }) => {
      let page: Page;
      let open: Visitor["open"];
      let press: Visitor["press"];
      const told = (address: string, words: string) =>
        stage.city.cloud
          .inbox()
          .some(({ destinations, subject }) => destinations.includes(address) && subject.includes(words));
      beforeAll(async () => {
        ({ page, open, press } = await stage.visitor(looking));
      });
      afterAll(() => page?.context().close());

      it("a name like one that is known is said to be it, and the unit is told at once", async () => {
        await open(BUREAU, `【被告名称待核】（2026）鲁1321${like.tail}`);
        await lookAt(page, "naming");
        await page.getByRole("radio", { name: /沂南县公安局（沂南县/ }).check();
        await page.getByLabel("登记人").fill("徐琳");
        await press("下一步：核对");
        await lookAt(page, "naming-confirm");
        expect(await page.locator("main").textContent()).toContain(like.tail);
        await press("确认，并立即通知该单位");
        expect(await page.locator(".done").textContent()).toContain("徐琳已于");
        await lookAt(page, "entry");
        expect(told("fazhi@yinan-police.example.org", like.tail)).toBe(true);
      });

      it("a unit nobody knew is registered with what the paper says, mistakes named, and is told at once", async () => {
        await open(BUREAU, `【被告名称待核】（2026）鲁1321${fresh.tail}`);
        await page.getByRole("link", { name: "登记为新单位" }).click();
        expect(await page.getByLabel("单位全称").inputValue()).toBe(fresh.name);
        await page.getByLabel("登记人").fill("徐琳");
        await press("下一步：核对");
        expect(await page.getByRole("alert").textContent()).toContain("请至少填写一位联系人");
        await lookAt(page, "unit-problems");
        await page.getByLabel("第1位姓名").fill("赵敏");
        await page.getByLabel("第1位邮箱").fill(fresh.mail);
        await page.getByLabel("上级单位").fill("沂南县人民政府");
        await press("下一步：核对");
        await lookAt(page, "unit-confirm");
        await press("确认登记");
        expect(await page.locator("h1").textContent()).toBe(fresh.name);
        expect(told(fresh.mail, fresh.tail)).toBe(true);
      });

      it("the list shows what is wrong; what was done is taken back, and the case waits again", async () => {
        await page.getByRole("link", { name: "返回名录" }).click();
        await lookAt(page, "directory");
        await page.getByRole("link", { name: "变更记录和撤回" }).click();
        await lookAt(page, "directory-acts");
        await page.getByRole("link", { name: "撤回", exact: true }).first().click();
        await page.getByLabel("撤回理由").fill("登记错误");
        await page.getByLabel("撤回人").fill("徐琳");
        await lookAt(page, "directory-undo");
        await press("确认撤回");
        expect(await page.locator("h1").textContent()).toBe("已撤回");
        expect(told(fresh.mail, "【更正】")).toBe(true);
        await open(BUREAU, `【被告名称待核】（2026）鲁1321${fresh.tail}`);
        expect(await page.locator("h1").textContent()).toBe("这是哪个单位？");
      });

      it("a sheet is dropped, shown, and imported once it is confirmed", async () => {
        await page.getByRole("link", { name: "返回名录" }).click();
        await page.getByRole("link", { name: "导入、导出（Excel）" }).click();
        await lookAt(page, "import");
        const rows = [
          "单位名称,岗位,联系人,电子邮箱,联系电话",
          `${fresh.name},法制科,钱进,${fresh.mail},0539-7654321`,
        ];
        await page.getByLabel("选择文件").setInputFiles({
          name: "名录.csv",
          mimeType: "text/csv",
          buffer: Buffer.from(rows.join("\n")),
        });
        await press("上传并预览");
        expect(await page.locator("main").textContent()).toContain("新增1个单位");
        await lookAt(page, "import-preview");
        await page.getByLabel("登记人").fill("徐琳");
        await press("确认导入1个单位");
        expect(await page.locator("main").textContent()).toContain("导入");
        expect(told(fresh.mail, fresh.tail)).toBe(true);
      });
    },
  );
});
