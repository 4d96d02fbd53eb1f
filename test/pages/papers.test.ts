/** Papers to print and a closed case's archive, in a real browser against the synthesised stack: offered, downloaded, whole. */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DIRECTORY } from "../../infra/local/city/scenario.ts";
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import type { OrganisationId } from "../../shared/domain/organisations/directory.ts";
import { addMinutes } from "../../shared/domain/time/time.ts";
import { signLink } from "../../shared/links/token.ts";
import { browserProgram, lookAt } from "../support/browser.ts";
import { at } from "../support/case-builders.ts";
import { CASE, judgmentText, recordText, summonsText } from "../support/desk-city.ts";
import { type DeskStage, startDeskStage, type Visitor, WAYS } from "../support/desk-stage.ts";
import { unzipped } from "../support/unzipped.ts";

const YINAN = "courts/1321/inbox";
const BUREAU = "yingsu@linyi-justice.example.org";
const text = (words: string) => new TextEncoder().encode(words);

const GOVERNMENT = (number: string) => `临沂市中级人民法院
传票
案号：${number}
案由：房屋征收补偿协议及行政赔偿
原告：薛广田
被告：临沂市人民政府
传唤事由：开庭审理
应到时间：2026年9月24日上午9时00分
应到处所：本院第二审判庭
2026年9月7日
`;

async function casePage({ cloud, linkKeys }: DeskStage["city"], recipient: string): Promise<string> {
  const link = {
    task: "case-page",
    caseNumber: caseNumber(CASE),
    recipient: recipient as OrganisationId,
    expires: addMinutes(cloud.clock.now(), 60),
    nonce: `page ${recipient}`,
  } as const;
  return `${cloud.apiAddress("Desk")}/${signLink(link, await linkKeys())}`;
}

const program = browserProgram();

describe.skipIf(program === undefined)("papers in a browser", () => {
  let stage: DeskStage;
  beforeAll(async () => {
    stage = await startDeskStage(program ?? "");
    const { city } = stage;
    city.cloud.clock.set(at("09-08", "09:00"));
    await city.upload(DIRECTORY);
    await city.put(YINAN, "summons.txt", summonsText());
  });
  afterAll(() => stage?.end());

  describe.each(WAYS)("$way", (looking) => {
    const number = looking.scripts ? "（2026）鲁13行初401号" : "（2026）鲁13行初402号";
    let page: Page;
    let open: Visitor["open"];
    let press: Visitor["press"];
    beforeAll(async () => {
      ({ page, open, press } = await stage.visitor(looking));
    });
    afterAll(() => page?.context().close());

    /** What a link of the page gives to keep. */
    async function download(link: string | RegExp) {
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: link }).click(),
      ]);
      return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
    }

    it("a bureau fills in the handling form, whose further fields begin with what the case says", async () => {
      const { city } = stage;
      city.cloud.clock.set(at("09-08", "10:00"));
      await city.put("courts/13/inbox", `${number}.txt`, text(GOVERNMENT(number)));
      await open(BUREAU, number.slice(-6));
      expect(await page.getByLabel("原告类别").inputValue()).toBe("自然人");
      expect(await page.getByLabel("承办法官").inputValue()).toBe("");
      await page.getByLabel("应诉建议").fill("请求驳回。");
      await page.getByLabel("拟指派单位").fill("临沂市自然资源和规划局");
      await page.getByLabel("被诉行为名称").fill("房屋征收补偿决定");
      await page.getByLabel("司法局审核意见").fill("同意。");
      await page.getByLabel("填报人").fill("王芳");
      await lookAt(page, "handling-form");
      await press("提交并报批");
      expect(await page.locator("main").textContent()).toContain("房屋征收补偿决定");
      const form = await download(/案件办理单（\.docx/);
      expect(form.name).toBe(`案件办理单 ${number}.docx`);
    });

    it("the archive of a closed case is fetched whole from the bucket", async () => {
      const { city } = stage;
      city.cloud.clock.set(at("09-29", "10:00"));
      await city.put(YINAN, "record.txt", recordText("出庭负责人：龙涛，副局长。"));
      await city.put(YINAN, "judgment.txt", judgmentText());
      await page.goto(await casePage(city, "yinan-justice"));
      await page.getByRole("heading", { name: "归档" }).scrollIntoViewIfNeeded();
      await lookAt(page, "case-archive");
      const archive = await download("下载卷宗（.zip）");
      expect(archive.name).toBe(`${CASE}卷宗.zip`);
      const files = await unzipped(archive.bytes);
      expect([...files.keys()]).toContain("SHA256SUMS");
      expect(files.get("1-文书/001 传票20260908.txt")).toEqual(summonsText());
      const catalogue = await download("卷宗目录（.docx）");
      expect(catalogue.name).toBe(`卷宗目录 ${CASE}.docx`);
    });
  });
});
