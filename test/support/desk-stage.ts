/** The synthesised stack with a browser before it, for the tests that go through the desk's pages as people do. */
import type { Browser, Page, Response } from "playwright-core";
import { type City, startCity } from "../../infra/local/city/city.ts";
import { civilDateAt, type Instant, instantAt } from "../../shared/domain/time/time.ts";
import { assembly } from "./assembly.ts";
import { startBrowser } from "./browser.ts";

/** How people look at pages; whoever has no scripts, or a phone, must be able to do all the same. */
export interface Way {
  readonly way: string;
  readonly scripts: boolean;
  readonly viewport: { readonly width: number; readonly height: number };
}

export const WAYS: readonly Way[] = [
  { way: "on a desk", scripts: true, viewport: { width: 1280, height: 800 } },
  { way: "on a phone, without scripts", scripts: false, viewport: { width: 360, height: 740 } },
];

export interface DeskStage {
  readonly city: City;
  /** Somebody with a browser of their own. */
  visitor(way: Way): Promise<Visitor>;
  end(): Promise<void>;
}

export interface Visitor {
  readonly page: Page;
  /** Opens the link in the newest mail to an address whose subject has these words. */
  open(address: string, words: string): Promise<Response | null>;
  /** Signs in by the front door, with the link that comes to a mailbox. */
  signIn(mailbox: string): Promise<void>;
  /** Presses a button and waits until all that follows has settled. */
  press(name: string): Promise<void>;
}

/**
 * Goes to an hour of a later day by the schedules of that day alone: what fell due before is done by its first sweep, as after days without
 * one. Whole weeks pass hour by hour in e2e/start.test.ts; for a page they need not, and each hour takes a tenth of a second.
 */
export async function skipTo({ cloud }: City, until: Instant): Promise<void> {
  const morning = instantAt(civilDateAt(until), "06:30");
  if (cloud.clock.now() < morning) cloud.clock.set(morning);
  await cloud.runUntil(until);
}

/** Starts both. */
export async function startDeskStage(program: string): Promise<DeskStage> {
  // A visitor does one thing after the other: a second environment of each function would only take its time to start.
  const city = await startCity({ assembly: await assembly(), concurrency: 1, retryDelayMs: 20 });
  const browser: Browser = await startBrowser(program);
  return {
    city,
    async visitor({ scripts, viewport }) {
      const page = await (await browser.newContext({ javaScriptEnabled: scripts, viewport })).newPage();
      page.setDefaultTimeout(10_000);
      const press = async (button: string) => {
        await page.getByRole("button", { name: button, exact: true }).click();
        await city.cloud.settled();
      };
      return {
        page,
        open: (address, words) => page.goto(city.linkTo(address, words)),
        async signIn(mailbox) {
          await page.goto(`${city.cloud.apiAddress("Desk")}/`);
          await page.getByLabel("登记的邮箱").fill(mailbox);
          await press("发送登录链接");
          await page.goto(city.linkTo(mailbox, "【登录】"));
          await page.getByLabel("是我本人登录").check();
          await press("登录");
        },
        press,
      };
    },
    async end() {
      await browser.close();
      await city.cloud.stop();
    },
  };
}
