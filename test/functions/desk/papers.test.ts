/** The papers an agency needs in a case (授权委托书, 情况说明, 申请书, 报告表, 备案表): offered where they are needed, filled with what is known. */
import { describe, expect, it } from "vitest";
import { casePaper } from "../../../functions/desk/papers/case-papers.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import { at } from "../../support/case-builders.ts";
import {
  ABSENT_REPORT,
  aCity,
  CASE,
  COURT_FOLDER,
  FILING,
  judgmentText,
  mailTo,
  REPORT,
  recordText,
  values,
} from "../../support/desk-city.ts";
import { docxText } from "../../support/docx-text.ts";

const LEGAL = "fazhi@yinan-police.example.org";
const BUREAU = "yingsu@yinan-justice.example.org";
type City = Awaited<ReturnType<typeof aCity>>;

/** What a page offers, in its order. */
const offered = (page: string) =>
  [...page.matchAll(/href="(?:[^"]*\/)?([a-z-]+)">([^<]+)（\.docx）/g)].map(([, part, name]) => [part, name]);

const download = async (city: City, link: string, part: string) =>
  docxText(await city.pages.request(`/${link}/${part}`));
const fileOf = (city: City) => city.table.cases.get(caseNumber(CASE))?.file ?? expect.fail("no case");
async function textOf(made: ReturnType<typeof casePaper>): Promise<string> {
  const { file } = (await made) ?? expect.fail("no such paper");
  return docxText(
    new Response(new Uint8Array(file.bytes), { headers: { "content-type": file.contentType } }),
  );
}
async function send(city: City, link: string, form: Readonly<Record<string, string>>): Promise<void> {
  const page = await (await city.visit(link)).text();
  expect((await city.visit(link, { ...form, ...values(page) })).status).toBe(303);
}

describe("an agency's papers", () => {
  it("before it has reported: all that go with a hearing, blank where nothing is known", async () => {
    const city = await aCity();
    const link = mailTo(city, LEGAL, "hearing-notice");
    expect(offered(await (await city.visit(link)).text())).toEqual([
      ["defence", "行政答辩状"],
      ["evidence", "证据目录"],
      ["report-form", "三日报告表"],
      ["identity-paper", "负责人身份证明书"],
      ["authorisation", "授权委托书"],
      ["absence-statement", "负责人不能出庭情况说明"],
      ["postponement", "延期开庭申请书"],
    ]);
    const authorisation = await download(city, link, "authorisation");
    expect(authorisation).toMatch(
      /^授权委托书\|沂南县人民法院：\|委托人沂南县公安局，住所地＿+，法定代表人（负责人）＿+，职务＿+。\|/,
    );
    expect(authorisation).toContain("（2026）鲁1321行初77号陈建诉沂南县公安局行政处罚一案");
    expect(authorisation).toContain("姓名|工作单位|职务|联系电话|代理权限|□一般授权");
    const report = await download(city, link, "report-form");
    expect(report).toContain("报告单位|沂南县公安局|报送|沂南县司法局");
    expect(report).toContain("开庭|2026年9月24日（星期四）9:00，沂南县人民法院第五审判庭");
    expect(report).toContain(
      "报告时限|2026年9月11日（星期五）前（含当日）|应诉意见|自查情况|职权□无问题□有问题",
    );
    const absence = await download(city, link, "absence-statement");
    expect(absence).toContain(
      "理由|□不可抗力　□意外事件|□需要履行他人不能代替的公务|□无法出庭的其他正当事由",
    );
    const postponement = await download(city, link, "postponement");
    expect(postponement).toMatch(/申请人的负责人因＿+，不能在原定时间出庭应诉/);
    expect(postponement).toContain("请准许延期至＿＿＿＿年＿＿月＿＿日以后开庭");
    expect((await city.pages.request(`/${link}/filing-form`)).status).toBe(404);
    const defence = await download(city, link, "defence");
    expect(defence).toMatch(
      /^行政答辩状\|答辩人：沂南县公安局，住所地＿+，法定代表人（负责人）＿+，职务＿+。\|委托代理人：＿+/,
    );
    expect(defence).toContain("被答辩人（原告）：陈建。|");
    expect(await download(city, link, "evidence")).toContain("提交人：沂南县公安局（被告）。|");
  });

  it("after the report: with the head, the staff as agents, and what was proposed", async () => {
    const city = await aCity();
    const link = mailTo(city, LEGAL, "hearing-notice");
    await send(city, link, {
      ...REPORT,
      proposal: "请求驳回诉讼请求。\n有和解可能。",
      headTitle: "局长",
      headRank: "principal",
      others: "李明，法规科科长\n王磊，法制员",
    });
    const authorisation = await download(city, link, "authorisation");
    expect(authorisation).toContain("法定代表人（负责人）龙涛，职务局长");
    expect(authorisation).toContain("李明|沂南县公安局|法规科科长|王磊|沂南县公安局|法制员|");
    const report = await download(city, link, "report-form");
    expect(report).toContain("应诉意见|请求驳回诉讼请求。|有和解可能。|自查情况|");
    expect(report).toContain(
      "|负责人出庭|☑出庭　□不能出庭　□由其他被告负责人出庭|出庭负责人|龙涛（正职）|职务|局长",
    );
    expect(report).toContain("填报|李明，2026年9月8日 9:00");
    expect(await download(city, link, "identity-paper")).toContain("龙涛同志，现任沂南县公安局局长");
  });

  it("with an obstacle: on its page, with the reason that was given last", async () => {
    const city = await aCity();
    const link = mailTo(city, LEGAL, "hearing-notice");
    await send(city, link, ABSENT_REPORT);
    expect(await download(city, link, "absence-statement")).toContain("☑意外事件");
    const obstacle = `${link}/obstacle`;
    expect(offered(await (await city.visit(obstacle)).text())).toEqual([
      ["absence-statement", "负责人不能出庭情况说明"],
      ["postponement", "延期开庭申请书"],
    ]);
    await city.until(at("09-20", "10:00"));
    await send(city, obstacle, {
      ground: "irreplaceable-duty",
      explanation: "局长当日须参加防汛调度。",
      by: "李明",
      do: "submit",
    });
    const absence = await download(city, link, "absence-statement");
    expect(absence).toContain("☑需要履行他人不能代替的公务");
    expect(absence).toContain("具体情况|局长当日须参加防汛调度。");
    expect(absence).toContain("工作人员|李明（法规科科长）");
    expect(await download(city, link, "postponement")).toContain("负责人因需要履行他人不能代替的公务");
  });

  it("after the hearing: the filing's form, by the court's record until the agency has filed", async () => {
    const city = await aCity();
    await city.until(at("09-28", "10:00"));
    const link = mailTo(city, LEGAL, "filing-due");
    expect(offered(await (await city.visit(link)).text())).toEqual([["filing-form", "出庭备案表"]]);
    expect(await download(city, link, "filing-form")).toContain("负责人出庭|□出庭　□未出庭|负责人姓名|职务");
    await city.put(COURT_FOLDER, "record.txt", recordText("出庭负责人：龙涛，副局长。"));
    expect(await download(city, link, "filing-form")).toContain(
      "负责人出庭|☑出庭　□未出庭|负责人姓名|龙涛|职务|副局长",
    );
    await send(city, link, { ...FILING, settlement: "双方愿意调解。" });
    const filed = await download(city, link, "filing-form");
    expect(filed).toContain("当庭发言|☑发言　□没有|擅自退庭|□有　☑没有");
    expect(filed).toContain("☑庭审结束，择期宣判");
    expect(filed).toContain("和解意向|双方愿意调解。|填报|李明，2026年9月28日 10:00　电话＿");
  });

  it("a lost case has the form of its report, with what was judged and blanks for the rest", async () => {
    const city = await aCity();
    await city.until(at("09-28", "10:00"));
    await city.put(COURT_FOLDER, "judgment.txt", judgmentText("撤销被告沂南县公安局作出的行政处罚决定。"));
    const file = fileOf(city);
    const side = { file, respondent: "沂南县公安局", now: city.now };
    const form = await textOf(casePaper(city.ports, side, "agency", "loss-report-form"));
    expect(form).toMatch(
      /^败诉案件报告表\|报告单位\|沂南县公安局\|报送\|沂南县司法局\|案号\|（2026）鲁1321行初77号/,
    );
    expect(form).toContain("裁判日期|2026年9月2");
    expect(form).toContain("|原因说明|责任岗位|整改措施|整改时限|裁判履行|□已履行　□未履行|填报|承办人|");
    expect(await casePaper(city.ports, side, "court", "loss-report-form")).toBeUndefined();
    expect(
      await casePaper(city.ports, { ...side, respondent: "某局" }, "agency", "loss-report-form"),
    ).toBeUndefined();
  });

  it("a judgment against it has the forms to decide on an appeal and to say what was done, item by item", async () => {
    const city = await aCity();
    await city.until(at("09-28", "10:00"));
    const ruling =
      "一、撤销被告沂南县公安局作出的行政处罚决定；\n二、责令被告沂南县公安局于本判决生效之日起六十日内重新作出行政行为。\n如不服本判决，可在判决书送达之日起十五日内提起上诉。";
    await city.put(COURT_FOLDER, "judgment.txt", judgmentText(ruling));
    const side = { file: fileOf(city), respondent: "沂南县公安局", now: city.now };
    const appeal = await textOf(casePaper(city.ports, side, "agency", "appeal-form"));
    expect(appeal).toMatch(/^上诉（服判）审批表\|单位\|沂南县公安局\|案号\|（2026）鲁1321行初77号\|/);
    expect(appeal).toContain(
      "裁判文书|判决书　2026年9月24日|裁判结果|行政机关败诉（含部分败诉）|履行事项|1. 重新作出行政行为（自裁判生效之日起60日内）|",
    );
    expect(appeal).toContain("拟定意见|□提起上诉　□服判，不上诉|理由|承办人|联系电话|法制机构|签字：");
    const done = await textOf(casePaper(city.ports, side, "agency", "performance-form"));
    expect(done).toContain("2026年9月24日作出的判决书，自＿＿＿年＿月＿日起生效。");
    expect(done).toContain("|1|重新作出行政行为（自裁判生效之日起60日内）|");
    // Served on the 30th: fifteen days run to 15 October, and the agency is to have decided five days before.
    const given = side.file.judgment ?? expect.fail("no judgment");
    const service = {
      party: "沂南县公安局",
      form: "judgment",
      on: civilDate("2026-09-30"),
      source: "agency",
      at: city.now,
    } as const;
    const served = { ...side, file: { ...side.file, judgment: { ...given, services: [service] } } };
    const decided = await textOf(casePaper(city.ports, served, "bureau", "appeal-form"));
    expect(decided).toContain(
      "送达日期|2026年9月30日|决定时限|上诉截止|2026年10月15日（星期四）前（含当日）|",
    );
    for (const part of ["appeal-form", "performance-form"])
      expect([part, await casePaper(city.ports, side, "court", part)]).toEqual([part, undefined]);
    const won = await aCity();
    await won.until(at("09-28", "10:00"));
    await won.put(COURT_FOLDER, "judgment.txt", judgmentText());
    const winner = { file: fileOf(won), respondent: "沂南县公安局", now: won.now };
    expect(await casePaper(won.ports, winner, "agency", "performance-form")).toBeUndefined();
  });

  it("a bureau has the notice to a principal to be sealed, while one is owed and the hearing is ahead", async () => {
    const city = await aCity();
    const side = { file: fileOf(city), respondent: "沂南县公安局", now: city.now };
    expect(await casePaper(city.ports, side, "bureau", "principal-notice")).toBeUndefined();
    const owed = [{ respondent: "沂南县公安局", reasons: ["first-of-year"] as const }];
    const owing = { ...side, file: { ...side.file, principals: { firsts: [], owed, answers: [] } } };
    const notice = await textOf(casePaper(city.ports, owing, "bureau", "principal-notice"));
    expect(notice).toMatch(/^沂南县司法局\|＿+〔＿+〕＿+号\|主要负责人出庭应诉通知书\|沂南县公安局：\|/);
    expect(notice).toContain("应由你单位主要负责人出庭应诉。事由：本单位年度第一件行政诉讼案件。");
    expect(notice).toContain("2026年9月24日（星期四）9:00，沂南县人民法院第五审判庭；有变化的");
    expect(await casePaper(city.ports, owing, "agency", "principal-notice")).toBeUndefined();
    const over = { ...owing, now: at("09-24", "09:30") };
    expect(await casePaper(city.ports, over, "bureau", "principal-notice")).toBeUndefined();
  });

  it("its bureau has the two forms it keeps, and nothing that is the agency's own to hand in", async () => {
    const city = await aCity();
    await send(city, mailTo(city, LEGAL, "hearing-notice"), REPORT);
    const page = await (await city.visit(mailTo(city, BUREAU, "report-received"))).text();
    expect(offered(page)).toEqual([["report-form", "三日报告表"]]);
  });
});
