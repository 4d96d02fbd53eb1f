/**
 * 人工复核 in a real browser against the synthesised stack: a scan with a doubt, a PDF with fonts of its own and one without,
 * a text; two columns on a desk, one above the other on a phone without scripts. Pictures are kept in test-output/pages.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DIRECTORY } from "../../infra/local/city/scenario.ts";
import { pdf } from "../documents/support/pdf.ts";
import { browserProgram, lookAt } from "../support/browser.ts";
import { at } from "../support/case-builders.ts";
import { recordText, summonsText } from "../support/desk-city.ts";
import { type DeskStage, startDeskStage, type Visitor, type Way } from "../support/desk-stage.ts";

const YINAN = "courts/1321/inbox";
const BUREAU = "yingsu@yinan-justice.example.org";
const WAYS: readonly Way[] = [
  { way: "on a desk", scripts: true, viewport: { width: 1280, height: 900 } },
  { way: "on a phone, without scripts", scripts: false, viewport: { width: 360, height: 740 } },
];

/** In the folder of another court: a person is asked which is right. */
const SCAN = "ocr/scans/01-summons-table-court-form.office.pdf";
const OWN_FONTS = "corpus/719-record-two-respondents-mixed.pdf";
const fileOf = (path: string) =>
  new Uint8Array(readFileSync(join(import.meta.dirname, "../documents", path)));

const program = browserProgram();

describe.skipIf(program === undefined)("a review in a browser", () => {
  let stage: DeskStage;
  beforeAll(async () => {
    stage = await startDeskStage(program ?? "");
    const { city } = stage;
    city.cloud.clock.set(at("09-08", "09:00"));
    await city.upload(DIRECTORY);
    await city.put(YINAN, "传票.txt", summonsText());
    city.cloud.clock.set(at("09-24", "16:00"));
    await city.put(YINAN, "扫描传票.pdf", fileOf(SCAN));
    await city.put(YINAN, "两被告笔录.pdf", fileOf(OWN_FONTS));
    const doubted = recordText("出庭负责人：龙涛，党委委员。");
    await city.put(YINAN, "庭审笔录.pdf", pdf(new TextDecoder().decode(doubted)));
    await city.put(YINAN, "庭审笔录.txt", doubted);
  }, 240_000);
  afterAll(() => stage?.end());

  describe.each(WAYS)("$way", (looking) => {
    const isWide = looking.viewport.width >= 900;
    let page: Page;
    let open: Visitor["open"];
    beforeAll(async () => {
      ({ page, open } = await stage.visitor(looking));
    });
    afterAll(() => page?.context().close());

    /** Whether the page's picture has come, as many pixels wide as it should be. */
    const pictureWidth = async () => {
      const picture = page.locator(".sheet img").first();
      await picture.scrollIntoViewIfNeeded();
      await page.waitForLoadState("networkidle");
      return picture.evaluate(
        (image) => (image as unknown as { readonly naturalWidth: number }).naturalWidth,
      );
    };
    const boxOf = async (selector: string) =>
      (await page.locator(selector).first().boundingBox()) ?? expect.fail(`${selector} is nowhere`);

    it("a scan is beside its form, its doubtful place one click from the doubt", async () => {
      await open(BUREAU, "扫描传票.pdf");
      expect(await pictureWidth()).toBe(1130);
      await lookAt(page, "review-scan");
      const [picture, form] = [await boxOf(".sheets"), await boxOf("form")];
      if (isWide) expect(form.x).toBeGreaterThan(picture.x + picture.width);
      else expect(form.y).toBeGreaterThan(picture.y + picture.height);
      const mark = page.locator(".sheet g.doubtful").first();
      const id = (await mark.getAttribute("id")) ?? expect.fail("no doubtful place");
      await page.locator(`.beside a[href="#${id}"]`).first().click();
      const [frame, place] = [await boxOf(".sheets"), await boxOf(`#${id} rect`)];
      expect(place.y).toBeGreaterThanOrEqual(frame.y - 40);
      expect(place.y + place.height).toBeLessThanOrEqual(frame.y + frame.height + 2);
      expect(await page.evaluate(`getComputedStyle(document.querySelector("#${id} rect")).stroke`)).toBe(
        "rgb(179, 38, 30)",
      );
      await page.screenshot({ path: `test-output/pages/review-scan-mark-${looking.viewport.width}.png` });
      expect(
        await page.locator("summary").filter({ hasText: "识别文字（由图像识别，可能有误）" }).count(),
      ).toBe(1);
      await page.locator("summary").filter({ hasText: "识别文字" }).click();
      await lookAt(page, "review-scan-text");
    });

    it.each([
      ["两被告笔录.pdf", "review-own-fonts", 1236],
      ["庭审笔录.pdf", "review-other-fonts", 1131],
    ])("%s is shown as it is printed", async (name, shot, width) => {
      await open(BUREAU, name);
      expect(await pictureWidth()).toBe(width);
      expect(
        await page
          .locator("summary")
          .filter({ hasText: /^文件文字$/ })
          .count(),
      ).toBe(1);
      await lookAt(page, shot);
    });

    it("a text has its words marked, and the original is one click away", async () => {
      await open(BUREAU, "庭审笔录.txt");
      await lookAt(page, "review-text");
      expect(await page.getByRole("heading", { name: "文件文字" }).count()).toBe(1);
      const [saved] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "下载原件" }).click(),
      ]);
      expect(readFileSync(await saved.path(), "utf8")).toContain("出庭负责人：龙涛，党委委员。");
    });
  });
});
