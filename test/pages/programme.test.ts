/** What a bureau does together with others (约谈会, 议定事项, 旁听计划, 覆盖情况), in a real browser against the synthesised stack. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DIRECTORY } from "../../infra/local/city/scenario.ts";
import { civilDate, instantAt } from "../../shared/domain/time/time.ts";
import { browserProgram, lookAt } from "../support/browser.ts";
import { summonsText } from "../support/desk-city.ts";
import { type DeskStage, startDeskStage, type Visitor, WAYS } from "../support/desk-stage.ts";

const CITY = "yingsu@linyi-justice.example.org";

/** The court's ledger of September: of four cases against one agency, its head came to one. */
const LEDGER = new TextEncoder().encode(
  [
    "案号,原告,被告,开庭日期,负责人是否出庭,是否涉企",
    ...[1, 2, 3, 4].map(
      (n) => `（2026）鲁1321行初50${n}号,张某,沂南县公安局,2026-09-1${n},${n === 1 ? "是" : "否"},否`,
    ),
  ].join("\n"),
);

const program = browserProgram();

describe.skipIf(program === undefined)("the programme in a browser", () => {
  let stage: DeskStage;
  beforeAll(async () => {
    stage = await startDeskStage(program ?? "");
    const { cloud, upload, put } = stage.city;
    cloud.clock.set(instantAt(civilDate("2026-09-08"), "09:00"));
    await upload(DIRECTORY);
    await put("courts/1321/inbox", "summons.txt", summonsText());
    cloud.clock.set(instantAt(civilDate("2026-10-02"), "09:00"));
    await put("courts/1321/inbox", "台账9.csv", LEDGER);
    cloud.clock.set(instantAt(civilDate("2026-10-08"), "10:00"));
    cloud.fire("MonthlyBulletin/Propose", cloud.clock.now());
    await cloud.settled();
  });
  afterAll(() => stage?.end());

  describe.each(WAYS)("$way", (looking) => {
    let page: Page;
    let open: Visitor["open"];
    let press: Visitor["press"];
    beforeAll(async () => {
      ({ page, open, press } = await stage.visitor(looking));
    });
    afterAll(() => page?.context().close());

    it("units are called in together, and each is recorded with what it promised", async () => {
      await open(CITY, "约谈建议");
      if (looking.scripts) {
        await page.getByRole("link", { name: "召集约谈会" }).click();
        await lookAt(page, "session-form");
        for (const box of await page.locator('input[type="checkbox"]').all()) await box.check();
        await page.getByLabel("约谈日期").fill("2026-10-15");
        await page.getByLabel("约谈时间").fill("09:00");
        await page.getByLabel("约谈地点").fill("视频会议室");
        await page.getByLabel("需要说明和准备的内容").fill("书面说明未出庭原因。");
        await page.getByLabel("决定人").fill("王芳");
        await press("确认约谈，发出通知书");
      } else await page.getByRole("link", { name: "2026年10月15日", exact: true }).click();
      await lookAt(page, "session");
      const unit = looking.scripts ? "沂南县公安局" : "沂南县";
      await page.getByRole("link", { name: `登记${unit}的约谈情况`, exact: true }).click();
      await page.getByLabel("参加人员").fill("龙涛，局长");
      await page.getByLabel("指出的问题和要求").fill("三件案件负责人未出庭。");
      await page.getByLabel("第1项").fill("制定负责人出庭应诉制度。");
      await page.getByLabel("完成时限").first().fill("2026-11-16");
      await page.getByLabel("登记人").fill("王芳");
      await lookAt(page, "session-record");
      await press("提交");
      await lookAt(page, "session-recorded");
      expect(await page.locator("main").textContent()).toContain("2026年11月16日前完成");
    });

    it("a joint meeting's points have owner and day, and more rows can be asked for", async () => {
      await open(CITY, "约谈建议");
      await page.getByRole("link", { name: "登记联席会议", exact: true }).click();
      await page.getByLabel("会议日期").fill(looking.scripts ? "2026-10-06" : "2026-10-07");
      await page.getByLabel("会议地点").fill("市司法局");
      await page.getByLabel("参加单位和人数").fill("临沂市中级人民法院，5人");
      if (looking.scripts) {
        await page.getByLabel("第1项").fill("集中核对笔录和台账。");
        await page.getByLabel("责任单位").first().fill("临沂市公安局");
        await page.getByLabel("时限").first().fill("2026-11-30");
      } else expect(await page.getByLabel("第1项").inputValue()).toBe("集中核对笔录和台账。");
      await page.getByRole("button", { name: "再加3行" }).click();
      await lookAt(page, "meeting-form");
      await page.getByLabel("登记人").fill("王芳");
      await press("登记");
      await lookAt(page, "meeting");
      expect(await page.locator("main").textContent()).toContain("集中核对笔录和台账。");
    });

    it("an observation is planned, and the year's coverage shows who is missing", async () => {
      await open(CITY, "约谈建议");
      await page.getByRole("link", { name: "安排旁听庭审" }).click();
      await page.getByLabel("案号").fill("（2026）鲁13行初77号");
      await page.getByLabel("开庭日期").fill("2026-10-20");
      await page.getByLabel("开庭法院").fill("临沂市中级人民法院");
      await page.getByLabel("邀请单位和人数").fill("临沂市公安局，3人");
      await page.getByLabel("经办人").fill("王芳");
      await lookAt(page, "plan-form");
      await press("确定并发出通知");
      await lookAt(page, "plan");
      await page.getByRole("link", { name: "返回工作台账" }).click();
      await lookAt(page, "programme");
      await page.getByRole("link", { name: "旁听、培训覆盖情况" }).click();
      await lookAt(page, "coverage");
      expect(await page.locator("main").textContent()).toContain("临沂市公安局（未参加）");
    });
  });
});
