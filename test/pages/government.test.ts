/**
 * A government's leader signs in with his own mailbox, finds what awaits him and approves it, with scripts and without, on a desk and
 * on a phone; and its month, full, on one screen of 1280 × 800.
 */
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DIRECTORY } from "../../infra/local/city/scenario.ts";
import { browserProgram, lookAt, startBrowser } from "../support/browser.ts";
import { at } from "../support/case-builders.ts";
import { recordText, summonsText } from "../support/desk-city.ts";
import { type DeskStage, startDeskStage, type Visitor, WAYS } from "../support/desk-stage.ts";
import { memoryCity } from "../support/memory-city.ts";
import { signedIn } from "../support/signed-in.ts";

const BUREAU = "yingsu@linyi-justice.example.org";
const OFFICE = "fawu@linyi-government.example.org";
const LEADER = "zhou@linyi-government.example.org";
const program = browserProgram();

const summonsOf = (serial: number) =>
  new TextEncoder().encode(`临沂市中级人民法院
传票

案号：（2026）鲁13行初${serial}号
案由：征收补偿
原告：薛广田
被告：临沂市人民政府
传唤事由：开庭审理
应到时间：2026年9月24日上午9时00分
应到处所：本院第二审判庭
2026年9月7日
`);

/** The directory with the address of the government's leader. */
function directory(): Uint8Array {
  const sample = new URL(`../../infra/local/city/samples/${DIRECTORY.file}`, import.meta.url);
  const read = JSON.parse(readFileSync(sample, "utf8"));
  const organisations: { id: string; contacts: object[] }[] = read.organisations ?? read;
  for (const { id, contacts } of organisations)
    if (id === "linyi-government") contacts.push({ role: "head", name: "周岚", email: LEADER });
  return new TextEncoder().encode(JSON.stringify(read));
}

describe.skipIf(program === undefined)("a leader in a browser", () => {
  let stage: DeskStage;
  beforeAll(async () => {
    stage = await startDeskStage(program ?? "");
    const { city } = stage;
    city.cloud.clock.set(at("09-08", "09:00"));
    await city.put(DIRECTORY.folder, DIRECTORY.file, directory());
    for (const [index] of WAYS.entries()) {
      const serial = 701 + index;
      await city.put("courts/13/inbox", `${serial}.txt`, summonsOf(serial));
      await city.visit({
        address: BUREAU,
        mail: `行初${serial}号`,
        answers: {
          summary: "不服征收补偿决定。",
          proposal: "请求驳回；建议分管副市长出庭。",
          agency: "临沂市自然资源和规划局",
          by: "王芳",
          do: "submit",
        },
      });
      await city.visit({
        address: OFFICE,
        mail: `行初${serial}号`,
        answers: {
          answer: "propose",
          appearsName: "周岚",
          appearsTitle: "副市长",
          text: "拟同意，请周岚副市长审批并出庭。",
          by: "赵启明",
          do: "submit",
        },
      });
    }
  });
  afterAll(() => stage?.end());

  describe.each(WAYS.map((way, index) => [way.way, way, WAYS.length - index] as const))(
    "%s",
    (_, way, left) => {
      let page: Page;
      let visitor: Visitor;
      const section = (id: string) => page.locator(`section[aria-labelledby="${id}"]`);
      beforeAll(async () => {
        visitor = await stage.visitor(way);
        ({ page } = visitor);
        await visitor.signIn(LEADER);
        await page.goto(`${stage.city.cloud.apiAddress("Desk")}/at/linyi-government`);
      });
      afterAll(() => page?.context().close());

      it("finds what awaits him first, approves it in its room, and finds his hearing", async () => {
        expect(await page.locator("h2").first().textContent()).toBe("待您审批");
        expect(await section("approvals").textContent()).toContain(`共${left}项`);
        await lookAt(page, "government-workspace");
        await section("approvals").getByRole("link", { name: "领导审批案件办理单" }).first().click();
        expect(await page.locator("main").textContent()).toContain("拟同意，请周岚副市长审批并出庭。");
        await page.getByRole("radio", { name: /同意，指派/ }).check();
        await page.getByLabel("审批人").fill("周岚");
        await visitor.press("提交审批意见");
        expect(await page.locator("main").textContent()).toContain("已指派临沂市自然资源和规划局出庭应诉");
        await page.getByRole("link", { name: "返回工作台" }).first().click();
        expect(await section("approvals").textContent()).toContain(
          left === 1 ? "没有等待审批的事项" : `共${left - 1}项`,
        );
        expect(await section("hearings").textContent()).toContain("周岚，副市长");
        await page.getByRole("link", { name: "本月情况" }).click();
        expect(await section("hearings").textContent()).toContain("没有开庭");
        await lookAt(page, "government-month-begun");
      });
    },
  );
});

/** A year of hearings in all counties, its bulletin, hearings of this week and units that are late. */
async function aFullMonth(): Promise<string> {
  const city = memoryCity(at("09-08"));
  await city.upload(DIRECTORY);
  const decoded = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const put = (name: string, words: string) =>
    city.put("courts/1321/inbox", name, new TextEncoder().encode(words));
  const counties = [
    "兰山区",
    "罗庄区",
    "河东区",
    "沂南县",
    "郯城县",
    "沂水县",
    "兰陵县",
    "费县",
    "平邑县",
    "莒南县",
    "蒙阴县",
    "临沭县",
  ];
  let serial = 100;
  const record = async (day: string, agency: string, present: boolean) => {
    serial += 1;
    const words = decoded(recordText(present ? "被告负责人：龙涛，副局长，到庭。" : "被告负责人未出庭。"));
    const [year = "", month, date] = day.split("-").map(Number);
    await put(
      `r${serial}.txt`,
      words
        .replace(/（2026）鲁1321行初77号/, `（${year}）鲁1321行初${serial}号`)
        .replace("2026年9月24日", `${year}年${month}月${date}日`)
        .replace("沂南县公安局", agency),
    );
  };
  await city.until(at("09-25", "08:00"), 24 * 60);
  for (const [index, month] of [
    "2025-10",
    "2025-11",
    "2025-12",
    "2026-01",
    "2026-02",
    "2026-03",
    "2026-04",
    "2026-05",
    "2026-06",
    "2026-07",
    "2026-08",
  ].entries())
    for (const which of [0, 1, 2]) await record(`${month}-12`, "沂南县公安局", (index + which) % 4 !== 0);
  for (const [index, county] of counties.entries())
    for (const which of [0, 1]) await record("2026-09-21", `${county}公安局`, (index + which) % 3 !== 0);
  await city.until(at("10-08", "09:00"));
  await city.act({
    address: BUREAU,
    mail: "征求意见",
    answers: { by: "王科长", checked: "yes", do: "sign" },
  });
  for (const [index, agency] of [
    "沂南县公安局",
    "沂南县自然资源和规划局",
    "沂南县市场监督管理局",
    "沂南县人力资源和社会保障局",
    "沂南县公安局",
    "沂南县公安局",
  ].entries())
    await put(
      `s${index}.txt`,
      decoded(summonsText({ number: `（2026）鲁1321行初${301 + index}号` }))
        .replace("沂南县公安局", agency)
        .replace("2026年9月24日", `2026年10月${14 + Math.floor(index / 3)}日`)
        .replace("2026年9月7日", "2026年10月8日"),
    );
  await record("2026-10-08", "沂南县公安局", true);
  await city.until(at("10-14", "08:00"), 24 * 60);
  const browser = await signedIn(city, "fawu@linyi-government.example.org");
  return (await browser.get("/at/linyi-government/month")).text();
}

describe.skipIf(program === undefined)("the month of a city", { timeout: 120_000 }, () => {
  let browser: Browser;
  let month: string;
  beforeAll(async () => {
    month = await aFullMonth();
    browser = await startBrowser(program ?? "");
  }, 120_000);
  afterAll(() => browser?.close());

  it.each([
    [1280, 800],
    [360, 740],
  ])("at %d × %d stands on one screen, or scrolls down alone", async (width, height) => {
    const page = await browser.newPage({ viewport: { width, height } });
    await page.setContent(month);
    await lookAt(page, "government-month");
    const end = await page.evaluate("document.querySelector('main').getBoundingClientRect().bottom");
    if (width > height) expect(end).toBeLessThanOrEqual(height);
    expect(await page.locator(".chart rect").count()).toBe(13);
    await page.close();
  });
});
