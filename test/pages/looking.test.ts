/** Does looking at a page find what is wrong with it, also on the second and third page that is looked at? */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserProgram, lookAt, startBrowser } from "../support/browser.ts";

const page = (main: string) =>
  `<!doctype html><html lang="zh-CN"><head><title>页</title></head><body><main><h1>页</h1>${main}</main></body></html>`;
const SOUND = page("<p>正文</p>");

const program = browserProgram();

describe.skipIf(program === undefined)("a page that is looked at", () => {
  let browser: Browser;
  let looking: Page;
  beforeAll(async () => {
    browser = await startBrowser(program ?? "");
    looking = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  });
  afterAll(() => browser?.close());

  it.each([
    ["a field without a label", page(`<p><input name="by"></p>`), "critical label"],
    ["faint words", page(`<p style="color:#ccc">正文</p>`), "serious color-contrast"],
    ["no language", SOUND.replace(` lang="zh-CN"`, ""), "serious html-has-lang"],
    ["more than fits its width", page(`<p style="width:500px">正文</p>`), "wider than 360 px"],
  ])("with %s is refused, between sound ones that are not", async (_, wrong, word) => {
    await looking.setContent(SOUND);
    await lookAt(looking, "looking");
    await looking.setContent(wrong);
    await expect(lookAt(looking, "looking")).rejects.toThrow(word);
    await looking.setContent(SOUND);
    await lookAt(looking, "looking");
  });
});
