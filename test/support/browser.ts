/** A real browser for the tests that look at pages: Debian's Chromium, its shell without windows first, or the one that CHROMIUM names. */
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { expect } from "vitest";

/** The shell shows the same pages as the whole browser, and takes a third to a half of its processor time for each that is opened. */
const CANDIDATES = [
  process.env.CHROMIUM,
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser's program; undefined where there is none, and then it says so. */
export function browserProgram(): string | undefined {
  const found = CANDIDATES.find((path) => path !== undefined && path !== "" && existsSync(path));
  if (found === undefined)
    console.warn("skipped: pages are not looked at, as there is no Chromium here (set CHROMIUM to one)");
  return found;
}

/** Starts it. Containers run tests as root, where its sandbox can't; without a UTF-8 locale it can't name Chinese files. */
export async function startBrowser(program: string): Promise<Browser> {
  return chromium.launch({
    executablePath: program,
    args: ["--no-sandbox", "--disable-gpu"],
    env: { ...process.env, LC_ALL: "C.UTF-8" },
  });
}

const PICTURES = join(import.meta.dirname, "../../test-output/pages");
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** A breach of WCAG that axe found. */
interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

/**
 * Looks at a page as people do: keeps a picture of it, and holds that nothing sticks out to the side and that axe finds
 * nothing against WCAG 2.2 AA.
 */
export async function lookAt(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const width = page.viewportSize()?.width ?? 0;
  // A JPEG takes three fifths of a PNG's processor time.
  const picture = join(PICTURES, `${name}-${width}.jpg`);
  await page.screenshot({ path: picture, type: "jpeg", quality: 80, fullPage: true });
  const wide = await page.evaluate(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  expect(wide, `${name} is wider than ${width} px`).toBe(0);
  const violations = await violationsOn(page);
  expect(
    violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html}`).join("\n"),
    `axe on ${name}`,
  ).toBe("");
}

/** A browser's page for axe, of any size. */
const axePages = new WeakMap<Browser, Promise<Page>>();

/** axe needs scripts: it looks at a copy where the page itself may run none, on a page where it stays loaded. */
async function violationsOn(page: Page): Promise<readonly Violation[]> {
  const browser = page.context().browser();
  const viewport = page.viewportSize();
  if (browser === null || viewport === null) throw new Error("the browser is gone, or has no size");
  const loading = axePages.get(browser) ?? axePage(browser);
  axePages.set(browser, loading);
  const copy = await loading;
  await copy.setViewportSize(viewport);
  await copy.setContent(await page.content());
  return (await copy.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(STANDARDS)} }).then(({ violations }) => violations)`,
  )) as readonly Violation[];
}

async function axePage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.evaluate(AXE);
  return page;
}
