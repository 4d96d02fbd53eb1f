/**
 * The pages behind the links in the mails, in a real browser against the synthesised stack: with scripts and without,
 * on a desk and on a phone. Pictures of them are kept in test-output/pages.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DIRECTORY } from "../../infra/local/city/scenario.ts";
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import type { OrganisationId } from "../../shared/domain/organisations/directory.ts";
import { addMinutes } from "../../shared/domain/time/time.ts";
import { signLink } from "../../shared/links/token.ts";
import { browserProgram, lookAt } from "../support/browser.ts";
import { at } from "../support/case-builders.ts";
import { recordText, summonsText } from "../support/desk-city.ts";
import { type DeskStage, skipTo, startDeskStage, type Visitor, WAYS } from "../support/desk-stage.ts";

const YINAN = "courts/1321/inbox";
const LEGAL = "fazhi@yinan-police.example.org";
const BUREAU = "yingsu@yinan-justice.example.org";
const COURT = "clerk@yinan-court.example.org";

/** 手工办理 of a case, as its page on the bureau's board links it. */
async function officeLink({ cloud, linkKeys }: DeskStage["city"], number: string): Promise<string> {
  const link = {
    task: "case-office",
    caseNumber: caseNumber(number),
    recipient: "yinan-justice" as OrganisationId,
    expires: addMinutes(cloud.clock.now(), 60),
    nonce: `office ${number}`,
  } as const;
  return `${cloud.apiAddress("Desk")}/${signLink(link, await linkKeys())}`;
}

/** The difference of a case, in a letter of its own or beside its line in the agency's mail of the morning. */
function legalLink(city: DeskStage["city"], number: string): string {
  try {
    return city.linkTo(LEGAL, `核对】${number}`);
  } catch {
    return city.linkTo(LEGAL, "", { words: number });
  }
}

/** The same text for another case. */
function renumbered(text: Uint8Array, number: string): Uint8Array {
  return new TextEncoder().encode(new TextDecoder().decode(text).replace(/（2026）\S+号/, number));
}

const program = browserProgram();

describe.skipIf(program === undefined)("the desk in a browser", () => {
  let stage: DeskStage;
  beforeAll(async () => {
    stage = await startDeskStage(program ?? "");
    stage.city.cloud.clock.set(at("09-08", "09:00"));
    await stage.city.upload(DIRECTORY);
  });
  afterAll(() => stage?.end());

  describe.each(WAYS)("$way", (looking) => {
    const { way, scripts } = looking;
    const number = scripts ? "（2026）鲁1321行初401号" : "（2026）鲁1321行初402号";
    const short = number.slice(-6);
    let page: Page;
    let open: Visitor["open"];
    let press: Visitor["press"];
    let city: DeskStage["city"];
    beforeAll(async () => {
      city = stage.city;
      ({ page, open, press } = await stage.visitor(looking));
    });
    afterAll(() => page?.context().close());

    it("an agency reports, is returned, and reports once more", async () => {
      city.cloud.clock.set(at("09-08", "10:00"));
      await city.put(YINAN, `${way}.txt`, summonsText({ number }));
      await open(LEGAL, short);
      await lookAt(page, "report");
      const first = await page.getByLabel("应诉意见").boundingBox();
      expect(first?.y).toBeLessThan(page.viewportSize()?.height ?? 0);
      await press("提交报告");
      expect(await page.getByRole("alert").textContent()).toContain("内容尚未提交");
      await lookAt(page, "report-problems");

      const proof = {
        name: "签到表（盖章）.pdf",
        mimeType: "application/pdf",
        buffer: Buffer.from("%PDF-1.7"),
      };
      await page.getByLabel("应诉意见").fill("请求驳回诉讼请求。");
      // Only what belongs to the choice is in sight.
      expect(await page.getByLabel("负责人姓名").isVisible()).toBe(false);
      await page.getByLabel("负责人不能出庭", { exact: true }).check();
      expect(await page.getByLabel("不能出庭的理由").isVisible()).toBe(true);
      await page.getByLabel("负责人出庭", { exact: true }).check();
      expect(await page.getByLabel("不能出庭的理由").isVisible()).toBe(false);
      await press("上传材料");
      await lookAt(page, "report-upload");
      await page.getByLabel("选择文件").setInputFiles(proof);
      await press("上传");
      expect(await page.locator(".received").textContent()).toContain("签到表（盖章）.pdf");
      expect(await page.getByLabel("应诉意见").inputValue()).toBe("请求驳回诉讼请求。");
      expect(await page.getByLabel("负责人出庭", { exact: true }).isChecked()).toBe(true);
      await lookAt(page, "report-proof");

      await page.getByLabel("负责人姓名").fill("龙涛");
      await page.getByLabel("负责人职务").fill("副局长");
      await page.getByLabel("职级").selectOption("deputy");
      await page.getByLabel("填报人").fill("李明");
      await press("提交报告");
      expect(await page.locator(".done").textContent()).toContain("李明");
      await lookAt(page, "report-done");

      await open(BUREAU, short);
      await lookAt(page, "supervision");
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "签到表（盖章）.pdf" }).click(),
      ]);
      expect(download.suggestedFilename()).toBe("签到表（盖章）.pdf");
      await page.getByLabel(/退回：/).check();
      await page.getByLabel("意见", { exact: true }).fill("请补充和解的可能。");
      await page.getByLabel("填写人").fill("王芳");
      await press("提交意见");
      await open(LEGAL, "报告退回");
      expect(await page.locator("main").textContent()).toContain("请补充和解的可能。");
      await lookAt(page, "report-returned");
      await page.getByLabel("填报人").fill("李明");
      await press("提交报告");
      expect(await page.locator(".done").textContent()).toContain("不能再次使用");
    });

    it("an agency reports an obstacle before the hearing", async () => {
      await open(LEGAL, short);
      await page.getByRole("link", { name: "报告负责人出庭障碍" }).click();
      await lookAt(page, "obstacle");
      await page.getByLabel("不能出庭的理由").selectOption("irreplaceable-duty");
      await page.getByLabel("具体情况").fill("局长当日须参加防汛调度。");
      await press("存草稿");
      await lookAt(page, "obstacle-draft");
      expect(await page.getByLabel("具体情况").inputValue()).toBe("局长当日须参加防汛调度。");
      await page.getByLabel("填报人").fill("李明");
      await press("报告法院和司法局");
      await lookAt(page, "obstacle-done");
      await page.getByRole("link", { name: "返回本链接的办理页面" }).click();
      expect(await page.locator("main").textContent()).toContain("局长当日须参加防汛调度。");
    });

    it("an agency tells of its own changes", async () => {
      await open(LEGAL, short);
      await page.getByRole("link", { name: "报告本单位信息变更" }).click();
      await lookAt(page, "changes");
      await page.getByRole("button", { name: "提交变更" }).click();
      expect(await page.getByRole("alert").textContent()).toContain("请填写您的姓名");
      await page.getByLabel("办公地址").fill(`人民路${scripts ? 1 : 2}号`);
      await page.getByLabel("填报人").fill("李明");
      await press("提交变更");
      await lookAt(page, "changes-confirm");
      expect(await page.locator("main").textContent()).toContain("尚未保存");
      await press("返回修改");
      expect(await page.getByLabel("办公地址").inputValue()).toContain("人民路");
      await press("提交变更");
      await press("确认提交变更");
      await lookAt(page, "changes-done");
      expect(await page.locator(".done").textContent()).toContain("已告知司法局和法院");
    });

    it("takes back what it told of itself", async () => {
      await page.getByRole("link", { name: "撤回本次办理" }).click();
      await lookAt(page, "undo");
      expect(await page.locator("main").textContent()).toContain("将通知");
      await press("确认撤回");
      expect(await page.getByRole("alert").textContent()).toContain("请填写撤回理由");
      await page.getByLabel("撤回理由").fill("地址填写有误。");
      await page.getByLabel("撤回人").fill("李明");
      await press("确认撤回");
      await lookAt(page, "undone");
      expect(await page.locator(".done").textContent()).toContain("李明");
    });

    it("files after the hearing", async () => {
      await skipTo(city, at("09-28", "10:00"));
      await open(LEGAL, `出庭备案】${number}`);
      await lookAt(page, "filing");
      await page.getByLabel("负责人出庭", { exact: true }).check();
      await page.getByLabel("负责人姓名").fill("龙涛");
      await page.getByLabel("负责人职务").fill("副局长");
      await page.getByLabel("职级").selectOption("deputy");
      await page.getByLabel("发言", { exact: true }).check();
      await page.getByLabel(/已核实，/).check();
      await page.getByLabel("没有", { exact: true }).check();
      await page.getByLabel("否", { exact: true }).check();
      await page.getByLabel("庭审结果").selectOption("judgment-later");
      await page.getByLabel("填报人").fill("李明");
      await press("提交备案");
      await lookAt(page, "filing-done");
      expect(await page.locator(".done").textContent()).toContain("李明");
    });

    it("files by the court's record in one step", async () => {
      const sitting = scripts ? "（2026）鲁1321行初421号" : "（2026）鲁1321行初422号";
      await city.put(
        YINAN,
        `filed ${way}.txt`,
        renumbered(recordText("出庭负责人：龙涛，副局长。"), sitting),
      );
      await skipTo(city, at("09-29", "10:00"));
      await open(LEGAL, sitting);
      await lookAt(page, "filing-recorded");
      await page.getByRole("link", { name: "与庭审笔录一致，按笔录备案" }).click();
      await lookAt(page, "as-recorded");
      expect(await page.locator("main").textContent()).toContain("将备案的内容");
      await page.getByLabel("庭审结果").selectOption("judgment-later");
      await page.getByLabel("填报人").fill("李明");
      await press("确认备案");
      expect(await page.locator(".done").textContent()).toContain("李明");
    });

    it("what a record leaves open is settled by the bureau", async () => {
      const text = recordText("出庭负责人：龙涛，党委委员。");
      await city.put(YINAN, `record ${way}.txt`, renumbered(text, number));
      await open(BUREAU, `人工复核】${number}`);
      await lookAt(page, "review");
      await page.getByLabel("按下面的内容登记").check();
      await page.getByLabel("出庭", { exact: true }).first().check();
      await page.getByLabel("复核人").fill("王芳");
      await press("提交复核结果");
      await lookAt(page, "review-confirm");
      await press("确认提交复核结果");
      await lookAt(page, "review-done");
      expect(await page.locator(".done").textContent()).toContain("王芳");
    });

    it("agency and court settle what they say differently", async () => {
      const sitting = scripts ? "（2026）鲁1321行初411号" : "（2026）鲁1321行初412号";
      city.cloud.clock.set(at("09-28", "10:00"));
      await city.put(YINAN, `differs ${way}.txt`, renumbered(recordText("被告负责人未出庭。"), sitting));
      await page.goto(`${await officeLink(city, sitting)}/receipt`);
      await page
        .getByLabel("收到的是")
        .selectOption({ label: "沂南县公安局：二日备案（2026年9月24日开庭）" });
      await page.getByLabel("纸质", { exact: true }).check();
      await page.getByLabel("报告人、来电人或者送件人").fill("法制大队李明");
      await page.getByLabel("收到日期").fill("2026-09-25");
      if (!(await page.getByLabel("负责人姓名").isVisible())) await page.locator("summary").click();
      await page.getByLabel("负责人出庭", { exact: true }).check();
      await page.getByLabel("负责人姓名").fill("龙涛");
      await page.getByLabel("负责人职务").fill("副局长");
      await page.getByLabel("职级").selectOption("deputy");
      await page.getByLabel("登记人").fill("刘洋");
      await press("登记收到");
      await lookAt(page, "by-hand-filing-confirm");
      await press("确认登记收到");
      await open(COURT, `核对】${sitting}`);
      await lookAt(page, "difference");
      await page.getByLabel(/以本院庭审笔录为准/).check();
      await page.getByLabel("理由或者说明").fill("笔录经双方签名。");
      await page.getByLabel("填报人").fill("马超");
      await press("提交核对意见");
      await lookAt(page, "difference-answered");
      // An agency hears of it in its mail of the next morning.
      await skipTo(city, at("09-29", "10:00"));
      await page.goto(legalLink(city, sitting));
      await page.getByLabel(/以庭审笔录为准/).check();
      await page.getByLabel("填报人").fill("李明");
      await press("提交核对意见");
      await press("确认提交");
      await lookAt(page, "difference-settled");
    });

    it("the government's case is designated, from the bureau's form to the agency's order", async () => {
      city.cloud.clock.set(at("09-08", "10:00"));
      const own = scripts ? "（2026）鲁13行初421号" : "（2026）鲁13行初422号";
      const summons = new TextDecoder()
        .decode(summonsText({ number: own }))
        .replaceAll("沂南县公安局", "临沂市人民政府")
        .replaceAll("沂南县人民法院", "临沂市中级人民法院");
      await city.put("courts/13/inbox", `own ${way}.txt`, new TextEncoder().encode(summons));
      await open("yingsu@linyi-justice.example.org", own);
      await lookAt(page, "designation");
      await page.getByLabel("应诉建议").fill("请求驳回诉讼请求；建议分管副市长出庭。");
      await page.getByLabel("拟指派单位").fill("临沂自然资源局");
      await page.getByLabel("填报人").fill("王芳");
      await press("提交并报批");
      await lookAt(page, "designation-problems");
      await page.getByLabel("拟指派单位").fill("临沂市自然资源和规划局");
      await press("提交并报批");
      await lookAt(page, "designation-done");
      // The office states its opinion and names the leader who is to appear; the leader approves by a link that is passed on.
      await open("fawu@linyi-government.example.org", `请拟办】${own}`);
      await lookAt(page, "opinion");
      await page.getByLabel(/^\s*报请领导审批：拟指派/).check();
      await page.getByLabel("出庭负责人姓名").fill("周岚");
      await page.getByLabel("出庭负责人职务").fill("副市长");
      await page.getByLabel("拟办意见").fill("拟同意。");
      await page.getByLabel("拟办人").fill("赵启明");
      await press("提交审批意见");
      await lookAt(page, "opinion-done");
      await open("fawu@linyi-government.example.org", `请转领导审批】${own}`);
      await lookAt(page, "approval");
      await page.getByLabel(/^\s*同意，指派/).check();
      await page.getByLabel("审批人").fill("周岚");
      await press("提交审批意见");
      await lookAt(page, "approval-done");
      await open("fazhi@linyi-land.example.org", `出庭指派】${own}`);
      await lookAt(page, "designated-report");
      expect(await page.locator("main").textContent()).toContain("不是临沂市人民政府的负责人");
      await page.getByRole("link", { name: "对出庭指派提出异议" }).click();
      await lookAt(page, "objection");
      await page.getByLabel("异议理由").fill("补偿事项由住房和城乡建设局承办。");
      await page.getByLabel("填报人").fill("许静");
      await press("提交异议");
      await lookAt(page, "objection-done");
      await open("fawu@linyi-government.example.org", `指派异议】${own}`);
      await lookAt(page, "objection-answer");
      await page.getByLabel(/^\s*维持/).check();
      await page.getByLabel("具体意见").fill("维持指派。");
      await page.getByLabel("答复人").fill("赵启明");
      await press("提交审批意见");
      await lookAt(page, "objection-answered");
    });

    it("a link that is cut says what to do", async () => {
      await page.goto(`${city.cloud.apiAddress("Desk")}/1.first.abc`);
      await lookAt(page, "cut");
      expect(await page.locator("main").textContent()).toContain("请从邮件中直接点开链接");
    });
  });
});
