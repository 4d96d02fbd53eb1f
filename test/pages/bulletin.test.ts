/** The bulletin's page as people open it: on a desk, on a telephone, and printed. Skipped where there is no Chromium. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bulletinFiles, editionContents } from "../../shared/letters/bulletin/files.ts";
import { BULLETIN_EDITION, BULLETIN_ROWS } from "../letters/bulletin/sample-bulletin.ts";
import { browserProgram, lookAt, startBrowser } from "../support/browser.ts";

const program = browserProgram();

describe.skipIf(program === undefined)("the bulletin's page", { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "bulletin-page-"));
  const file = join(folder, "bulletin.html");
  let browser: Browser;
  beforeAll(async () => {
    const files = await bulletinFiles(editionContents(BULLETIN_ROWS, BULLETIN_EDITION));
    for (const { name, bytes } of files) if (name === "bulletin.html") writeFileSync(file, bytes);
    browser = await startBrowser(program ?? "");
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([1200, 360])("at %d px nothing sticks out, and axe finds nothing", async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(`file://${file}`);
    await lookAt(page, "bulletin");
    expect(requests).toEqual([`file://${file}`]);
    await page.close();
  });

  it("prints on A4 with every chart and table within the margins", async () => {
    const page = await browser.newPage({ viewport: { width: 660, height: 900 } });
    await page.emulateMedia({ media: "print" });
    await page.goto(`file://${file}`);
    const widest = await page.evaluate(
      "Math.max(...[...document.querySelectorAll('table, svg')].map((one) => one.getBoundingClientRect().right))",
    );
    expect(widest).toBeLessThanOrEqual(660);
    expect((await page.pdf({ format: "A4" })).byteLength).toBeGreaterThan(50_000);
    await page.close();
  });
});
