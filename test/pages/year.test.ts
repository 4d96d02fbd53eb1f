/** What the quarter's, the half-year's and the year's figures lead to, in a real browser against the synthesised stack. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DIRECTORY } from "../../infra/local/city/scenario.ts";
import { civilDate, instantAt } from "../../shared/domain/time/time.ts";
import { browserProgram, lookAt } from "../support/browser.ts";
import { type DeskStage, startDeskStage, type Visitor, WAYS } from "../support/desk-stage.ts";

const CITY = "yingsu@linyi-justice.example.org";
const AGENCY = "fazhi@yinan-police.example.org";

/** The court's ledger of a month: of four cases against one agency, its head came to one. */
function ledger(month: string, from: number): Uint8Array {
  const rows = [0, 1, 2, 3].map(
    (index) =>
      `（2026）鲁1321行初${from + index}号,张某,沂南县公安局,${month}-1${index},${index === 0 ? "是" : "否"},否`,
  );
  return new TextEncoder().encode(["案号,原告,被告,开庭日期,负责人是否出庭,是否涉企", ...rows].join("\n"));
}

const program = browserProgram();

describe.skipIf(program === undefined)("the year in a browser", () => {
  let stage: DeskStage;
  beforeAll(async () => {
    stage = await startDeskStage(program ?? "");
    const { cloud, upload, put } = stage.city;
    const issued = async (day: string) => {
      cloud.clock.set(instantAt(civilDate(day), "10:00"));
      cloud.fire("MonthlyBulletin/Propose", cloud.clock.now());
      await cloud.settled();
    };
    cloud.clock.set(instantAt(civilDate("2026-12-01"), "09:00"));
    await upload(DIRECTORY);
    await put("courts/1321/inbox", "台账11.csv", ledger("2026-11", 501));
    await issued("2026-12-03");
    cloud.clock.set(instantAt(civilDate("2026-12-31"), "09:00"));
    await put("courts/1321/inbox", "台账12.csv", ledger("2026-12", 511));
    // The 3rd is a Sunday: what is told of it waits for Monday.
    await issued("2027-01-03");
    await cloud.runUntil(instantAt(civilDate("2027-01-04"), "10:00"));
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

    it("the bureau confirms an interview, and only then the agency is called", async () => {
      await open(CITY, "约谈建议");
      await lookAt(page, "interviews");
      // Each way of looking confirms another of the units proposed.
      const unit = looking.scripts ? "沂南县公安局" : "沂南县";
      await page.getByRole("link", { name: `约谈：${unit}`, exact: true }).click();
      await lookAt(page, "interview");
      await page.getByLabel("确认约谈，发出约谈通知书").check();
      await page.getByLabel("约谈日期").fill("2027-01-12");
      await page.getByLabel("约谈时间").fill("09:00");
      await page.getByLabel("约谈地点").fill("市司法局三楼会议室");
      await page.getByLabel("需要说明和准备的内容").fill("书面说明未出庭原因和整改措施。");
      await page.getByLabel("决定人").fill("王芳");
      await press("提交");
      await lookAt(page, "interview-called");
      const mails = stage.city.cloud.inbox().filter(({ subject }) => subject.startsWith("【约谈】"));
      expect(mails.length).toBeGreaterThan(0);
      expect(
        mails.flatMap(({ parsed }) => parsed.attachments.map(({ filename }) => filename)),
      ).toContainEqual(expect.stringMatching(/^约谈通知书.*\.docx$/));
    });

    it("the agency sees its year's score line by line, and may object", async () => {
      await open(AGENCY, "考核征求意见");
      await lookAt(page, "assessment");
      expect(await page.locator("main").textContent()).toContain("负责人出庭");
      if (looking.scripts) return;
      await page.getByLabel("异议内容").fill("行初502号负责人已经出庭。");
      await page.getByLabel("提出人").fill("张敏");
      await press("提交异议");
      await lookAt(page, "assessment-objected");
    });

    it("the bureau confirms the half-year's pack", async () => {
      await open(CITY, "联席会议材料");
      if (looking.scripts) await page.getByRole("link", { name: "联席会议材料：2026年下半年" }).click();
      else {
        // It waits for nobody any more: it stands among the year's papers, and the meeting can be moved.
        await page.getByRole("link", { name: "2026年", exact: true }).click();
        await page.getByRole("link", { name: "2026年下半年", exact: true }).click();
      }
      await lookAt(page, "pack");
      await page.getByLabel("会议日期").fill(looking.scripts ? "2027-01-18" : "2027-01-19");
      await page.getByLabel("会议时间").fill("14:30");
      await page.getByLabel("会议地点").fill("市中级人民法院第二会议室");
      await page.getByLabel("经办人（姓名）").first().fill("王芳");
      await press("确认并发出邀请");
      await lookAt(page, "pack-invited");
      const [invitation] = stage.city.cloud.inbox().slice(-1);
      expect(invitation?.parsed.attachments.map(({ contentType }) => contentType)).toContain("text/calendar");
    });
  });
});
