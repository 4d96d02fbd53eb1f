/** 案件分类 and 统计年报 in a real browser: read and corrected, on a desk and on a phone. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DIRECTORY } from "../../infra/local/city/scenario.ts";
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import type { Link } from "../../shared/domain/notices/frame/link-target.ts";
import type { OrganisationId } from "../../shared/domain/organisations/directory.ts";
import { addMinutes } from "../../shared/domain/time/time.ts";
import { signLink } from "../../shared/links/token.ts";
import { browserProgram, lookAt } from "../support/browser.ts";
import { at } from "../support/case-builders.ts";
import { CASE, COURT_FOLDER, summonsText } from "../support/desk-city.ts";
import { type DeskStage, startDeskStage, type Visitor, WAYS } from "../support/desk-stage.ts";

const program = browserProgram();

describe.skipIf(program === undefined)("the classes of a case in a browser", () => {
  let stage: DeskStage;
  beforeAll(async () => {
    stage = await startDeskStage(program ?? "");
    stage.city.cloud.clock.set(at("09-08", "09:00"));
    await stage.city.upload(DIRECTORY);
    stage.city.cloud.clock.set(at("09-08", "10:00"));
    await stage.city.put(COURT_FOLDER, "summons.txt", summonsText());
  });
  afterAll(() => stage?.end());

  const addressOf = async (target: { readonly task: "classes" | "programme" }) => {
    const { cloud, linkKeys } = stage.city;
    const link = {
      ...target,
      ...(target.task === "classes" && { caseNumber: caseNumber(CASE) }),
      recipient: "yinan-justice" as OrganisationId,
      expires: addMinutes(cloud.clock.now(), 600),
      nonce: `classes ${target.task}`,
    } as Link;
    return `${cloud.apiAddress("Desk")}/${signLink(link, await linkKeys())}`;
  };

  describe.each(WAYS)("$way", (looking) => {
    let page: Page;
    let press: Visitor["press"];
    beforeAll(async () => {
      ({ page, press } = await stage.visitor(looking));
    });
    afterAll(() => page?.context().close());

    it("are read with their reasons, corrected, and confirmed", async () => {
      await page.goto(await addressOf({ task: "classes" }));
      await lookAt(page, "classes");
      await page.getByLabel("立案日期").fill("2026-08-31");
      await page.getByLabel("原告类别").selectOption({ label: "法人" });
      await page.getByLabel("更正人（姓名）").fill("王芳");
      await press("保存更正");
      await lookAt(page, "classes-confirm");
      await press("确认保存更正");
      expect(await page.textContent("body")).toContain("已于");
      await page.goto(await addressOf({ task: "classes" }));
      expect(await page.getByLabel("立案日期").inputValue()).toBe("2026-08-31");
      // For the next visitor, who looks at it another way.
      await page.getByLabel("原告类别").selectOption({ label: "自然人" });
      await page.getByLabel("立案日期").fill("2026-08-30");
      await page.getByLabel("更正人（姓名）").fill("王芳");
      await press("保存更正");
      await press("确认保存更正");
    });

    it("are counted in the yearly return of the bureau's programme", async () => {
      await page.goto(`${await addressOf({ task: "programme" })}/yearly-return?year=2026`);
      await lookAt(page, "yearly-return");
      expect(await page.textContent("body")).toContain("下载统计年报");
    });
  });
});
