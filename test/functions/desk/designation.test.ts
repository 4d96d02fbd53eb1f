/** Designation from mail to mail, where the city's government is sued, on the city in memory. */
import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import { DIRECTORY } from "../../../infra/local/city/scenario.ts";
import { attendanceOf } from "../../../shared/domain/case-file/attendance.ts";
import { statisticsRows } from "../../../shared/domain/case-file/statistics-rows.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { lookup } from "../../../shared/domain/organisations/directory.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import { at, RULES } from "../../support/case-builders.ts";
import { FILING, mailTo, REPORT, values } from "../../support/desk-city.ts";
import { docxText } from "../../support/docx-text.ts";
import { memoryCity } from "../../support/memory-city.ts";

const OWN = "（2026）鲁13行初77号";
const BUREAU = "yingsu@linyi-justice.example.org";
const GOVERNMENT = "fawu@linyi-government.example.org";
const LAND = "fazhi@linyi-land.example.org";
const POLICE = "fazhi@linyi-police.example.org";

const SUMMONS = `临沂市中级人民法院
传票

案号：${OWN}
案由：征收补偿
原告：薛广田
被告：临沂市人民政府
传唤事由：开庭审理
应到时间：2026年9月24日上午9时00分
应到处所：本院第二审判庭
2026年9月7日
`;

const NOTICE = `临沂市中级人民法院
应诉通知书
${OWN}
临沂市人民政府：
本院受理原告薛广田诉你单位房屋征收补偿协议及行政赔偿一案，现将起诉状副本发送你单位，并将有关应诉事项通知如下：
一、你单位应当在收到起诉状副本之日起十五日内提出答辩状，并提交作出行政行为的证据和所依据的规范性文件。
承办法官：徐静　联系电话：0539-8200000
书记员：马超
二〇二六年九月七日
`;

/** The city on 2026-09-08, 9:00, its government just summoned. */
async function aCity(summons: string = SUMMONS) {
  const city = memoryCity(at("09-08"));
  await city.upload(DIRECTORY);
  await city.put("courts/13/inbox", "summons.txt", new TextEncoder().encode(summons));
  return city;
}
type City = Awaited<ReturnType<typeof aCity>>;

const FORM = {
  summary: "不服征收补偿决定。",
  proposal: "请求驳回；建议分管副市长出庭。",
  agency: "临沂市自然资源和规划局",
  by: "王芳",
  do: "submit",
};
const APPROVED = { answer: "approve", by: "赵启明", do: "submit" };

const fileOf = (city: City) => {
  const file = city.table.cases.get(caseNumber(OWN))?.file;
  if (file === undefined) throw new Error("no case");
  return file;
};

/** Opens a link's page and sends its form. */
async function fill(city: City, link: string, form: Readonly<Record<string, string>>) {
  const page = await (await city.visit(link)).text();
  return city.visit(link, { ...form, ...values(page) });
}

async function designated(city: City, agency: string = FORM.agency) {
  await fill(city, mailTo(city, BUREAU, "case-handling-form"), { ...FORM, agency });
  await fill(city, mailTo(city, GOVERNMENT, "handling-form-submitted"), APPROVED);
}

describe("a designation", () => {
  it("goes from the government's summons to the agency's order, report and filing", async () => {
    const city = await aCity();
    const link = mailTo(city, BUREAU, "case-handling-form");
    const shown = await (await city.visit(link)).text();
    expect(shown).toContain("<title>案件办理单");
    expect(shown).toContain("薛广田诉临沂市人民政府征收补偿一案，临沂市中级人民法院送达传票。");
    expect(shown).toContain("传票，2026年9月8日 9:00收到");
    expect(shown).toContain("不是临沂市人民政府的负责人");
    expect((await fill(city, link, FORM)).status).toBe(303);

    const approval = mailTo(city, GOVERNMENT, "handling-form-submitted");
    const reading = await (await city.visit(approval)).text();
    expect(reading).toContain("请求驳回；建议分管副市长出庭。");
    expect(reading).toContain("同意，指派临沂市自然资源和规划局负责出庭应诉");
    expect((await fill(city, approval, APPROVED)).status).toBe(303);
    expect(await (await city.visit(approval)).text()).toContain("已指派临沂市自然资源和规划局出庭应诉");

    const order = mailTo(city, LAND, "designation-order");
    const report = await (await city.visit(order)).text();
    expect(report).toContain("<title>三日报告");
    expect(report).toContain("临沂市人民政府指派临沂市自然资源和规划局负责本案应诉");
    const deputy = { ...REPORT, headName: "周岚", headTitle: "副市长" };
    expect((await fill(city, order, deputy)).status).toBe(303);
    expect(mailTo(city, BUREAU, "report-received")).toBeTruthy();

    await city.until(at("09-24", "08:30"));
    expect(city.sent.filter(({ notice }) => notice.content.kind === "hearing-reminder")).toMatchObject([
      { notice: { recipient: { address: LAND } } },
      { notice: { recipient: { address: LAND } } },
      // Its leader has to appear: the government hears of it the day before.
      { notice: { recipient: { organisationName: "临沂市人民政府" }, content: { audience: "government" } } },
    ]);
    await city.until(at("09-28", "09:00"));
    const filing = mailTo(city, LAND, "filing-due");
    expect((await fill(city, filing, { ...FILING, headName: "周岚", headTitle: "副市长" })).status).toBe(303);
    expect(attendanceOf(fileOf(city), "临沂市人民政府")?.present).toBe(true);
    expect((await city.records.history(caseNumber(OWN))).map(({ event }) => event.type)).toEqual(
      expect.arrayContaining([
        "handling-form-submitted",
        "handling-form-answered",
        "designation-made",
        "report-submitted",
      ]),
    );
  });

  it("carries the form's further fields from the case and from who fills it in to page, mail and paper", async () => {
    const city = await aCity(SUMMONS.replace("案由：征收补偿", "案由：房屋征收补偿协议及行政赔偿"));
    await city.put("courts/13/inbox", "notice.txt", new TextEncoder().encode(NOTICE));
    const link = mailTo(city, BUREAU, "case-handling-form");
    const page = await (await city.visit(link)).text();
    // What the case's classes come to, to be checked; what nobody knows is empty.
    expect(page).toMatch(/name="handling-plaintiffKind"[^>]*value="自然人"/);
    expect(page).toMatch(/name="handling-asked"[^>]*value="行政赔偿、行政协议"/);
    expect(page).toMatch(/name="handling-judge"[^>]*value="徐静"/);
    expect(page).toMatch(/name="handling-defenceDue"[^>]*value="2026年9月23日（星期三）"/);
    expect(page).toMatch(/name="handling-handler"[^>]*value=""/);
    const blank = await docxText(await city.visit(`${link}/handling-form`));
    expect(blank).toContain("原告|薛广田|原告类别|自然人|");
    expect(blank).toContain("|答辩截止|2026年9月23日（星期三）|");
    expect(blank).toContain("|法官、书记员|徐静、马超|法院电话|0539-8200000|案情摘要|应诉建议|签字：");
    expect(page).toMatch(/name="handling-clerk"[^>]*value="马超"/);
    const more = {
      "handling-actTitle": "房屋征收补偿决定",
      "handling-actNumber": "临政征补〔2026〕3号",
      "handling-claims": "撤销补偿决定。\n赔偿损失。",
      "handling-head": "周岚，副市长",
      "handling-opinion": "审核同意。",
      "handling-reviewer": "孙健",
      "handling-plaintiffKind": "自然人",
    };
    const long = await fill(city, link, { ...FORM, ...more, "handling-number": "长".repeat(101) });
    expect(long.status).toBe(422);
    expect(await long.text()).toContain("文号（专报号）请控制在100字以内。");
    expect((await fill(city, link, { ...FORM, ...more })).status).toBe(303);
    expect(fileOf(city).handlingForms[0]?.details).toEqual({
      plaintiffKind: "自然人",
      actTitle: "房屋征收补偿决定",
      actNumber: "临政征补〔2026〕3号",
      claims: "撤销补偿决定。\n赔偿损失。",
      head: "周岚，副市长",
      opinion: "审核同意。",
      reviewer: "孙健",
    });
    const mail = city.sent.findLast(({ notice }) => notice.content.kind === "handling-form-submitted");
    expect(mail?.notice.content).toMatchObject({ details: { actTitle: "房屋征收补偿决定" } });
    const approval = mailTo(city, GOVERNMENT, "handling-form-submitted");
    expect(await (await city.visit(approval)).text()).toContain("临政征补〔2026〕3号");
    const paper = await docxText(await city.visit(`${approval}/handling-form`));
    expect(paper).toContain(
      "被诉行为|房屋征收补偿决定|文号|临政征补〔2026〕3号|日期|诉讼请求|撤销补偿决定。|赔偿损失。|",
    );
    expect(paper).toContain("司法局审核|审核同意。|孙健|政府领导审批|签字：");
    // What was left out on the form stays blank, whatever the case says of it.
    expect(paper).toContain("|赔偿等|开庭|");
  });

  it("returned by the government comes back to the bureau with what was typed", async () => {
    const city = await aCity();
    await fill(city, mailTo(city, BUREAU, "case-handling-form"), FORM);
    const approval = mailTo(city, GOVERNMENT, "handling-form-submitted");
    const empty = await fill(city, approval, { answer: "return", by: "赵启明", do: "submit" });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain("请填写具体意见。");
    const returned = await fill(city, approval, { ...APPROVED, answer: "return", text: "请改报公安局。" });
    expect(returned.status).toBe(303);
    const again = mailTo(city, BUREAU, "handling-form-returned");
    const page = await (await city.visit(again)).text();
    expect(page).toContain("请改报公安局。");
    expect(page).toContain('value="临沂市自然资源和规划局"');
    expect((await fill(city, again, { ...FORM, agency: "临沂市公安局" })).status).toBe(303);
    await fill(city, mailTo(city, GOVERNMENT, "handling-form-submitted"), APPROVED);
    expect(mailTo(city, POLICE, "designation-order")).toBeTruthy();
  });

  it("of the second instance begins with what was proposed in the first", async () => {
    const city = await aCity();
    await designated(city);
    const second = SUMMONS.replace(OWN, "（2026）鲁行终88号")
      .replace("临沂市中级人民法院", "山东省高级人民法院")
      .replace(
        "原告：薛广田\n被告：临沂市人民政府",
        `上诉人（原审原告）：薛广田\n被上诉人（原审被告）：临沂市人民政府\n原审案号：${OWN}`,
      );
    await city.put("courts/13/inbox", "second.txt", new TextEncoder().encode(second));
    const form = await (await city.visit(mailTo(city, BUREAU, "case-handling-form"))).text();
    expect(form).toContain("（2026）鲁行终88号");
    expect(form).toContain(`一审案号${OWN}`);
    expect(form).toContain(`value="${FORM.agency}"`);
    expect(form).toContain(FORM.proposal);
  });

  it("names an agency of the directory, or says which may be meant", async () => {
    const city = await aCity();
    const link = mailTo(city, BUREAU, "case-handling-form");
    const wrong = await fill(city, link, { ...FORM, agency: "临沂自然资源局" });
    const html = await wrong.text();
    expect(wrong.status).toBe(422);
    expect(html).toContain(
      "名录中没有唯一对应“临沂自然资源局”的行政机关。名录中相近的有：临沂市自然资源和规划局",
    );
    expect(html).toContain('value="临沂自然资源局"');
    for (const none of ["临沂市中级人民法院", "沂南县人民政府"])
      expect((await fill(city, link, { ...FORM, agency: none })).status).toBe(422);
    expect((await fill(city, link, { ...FORM, agency: " 临沂市自然资源和规划局 " })).status).toBe(303);
  });

  it("changed to another agency withdraws the first, whose links say so", async () => {
    const city = await aCity();
    await designated(city);
    const order = mailTo(city, LAND, "designation-order");
    const used = mailTo(city, BUREAU, "case-handling-form");
    expect((await city.visit(used, { do: "fresh-link", want: "yes" })).status).toBe(200);
    await fill(city, mailTo(city, BUREAU, "desk-link"), { ...FORM, agency: "临沂市公安局" });
    expect((await city.visit(order)).status).toBe(200);
    await fill(city, mailTo(city, GOVERNMENT, "handling-form-submitted"), APPROVED);

    expect(city.sent.slice(-2).map(({ notice }) => [notice.recipient.address, notice.content.kind])).toEqual(
      expect.arrayContaining([
        [LAND, "designation-withdrawn"],
        [POLICE, "designation-order"],
      ]),
    );
    const late = await city.visit(order, { ...REPORT });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain("对贵单位的指派已经撤销");
    expect(fileOf(city).reports).toEqual([]);
    const deputy = { ...REPORT, headName: "周岚", headTitle: "副市长" };
    expect((await fill(city, mailTo(city, POLICE, "designation-order"), deputy)).status).toBe(303);
  });

  it("two people at once: the government never approves what it hasn't read", async () => {
    const city = await aCity();
    await fill(city, mailTo(city, BUREAU, "case-handling-form"), FORM);
    const approval = mailTo(city, GOVERNMENT, "handling-form-submitted");
    const page = await (await city.visit(approval)).text();
    await city.visit(mailTo(city, BUREAU, "case-handling-form"), { do: "fresh-link", want: "yes" });
    await fill(city, mailTo(city, BUREAU, "desk-link"), { ...FORM, agency: "临沂市公安局" });
    const answer = await city.visit(approval, { ...APPROVED, ...values(page) });
    const html = await answer.text();
    expect(answer.status).toBe(409);
    expect(html).toContain("您的内容没有保存");
    expect(html).toContain("同意，指派临沂市公安局负责出庭应诉");
    expect(fileOf(city).designations).toEqual([]);
  });

  it("is nobody else's to make", async () => {
    const city = await aCity();
    await fill(city, mailTo(city, BUREAU, "case-handling-form"), FORM);
    const approval = mailTo(city, GOVERNMENT, "handling-form-submitted");
    expect((await fill(city, approval, APPROVED)).status).toBe(303);
    const replayed = await fill(city, approval, { ...APPROVED, answer: "return", text: "x" });
    expect(replayed.status).toBe(409);
    expect(fileOf(city).designations).toHaveLength(1);
  });
});

describe("papers", () => {
  const docx = async (city: City, path: string) => {
    const answer = await city.pages.request(path);
    expect(answer.status).toBe(200);
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await answer.arrayBuffer()) });
    return { text: value.replace(/\n+/g, "|"), headers: answer.headers };
  };

  it("the form is there to download as it stands, also from a used link", async () => {
    const city = await aCity();
    const link = mailTo(city, BUREAU, "case-handling-form");
    const href = /<li><a href="([^"]+)">案件办理单/.exec(await (await city.visit(link)).text())?.[1];
    expect(href).toBe(`${link}/handling-form`);
    const { text, headers } = await docx(city, `/${href}`);
    expect(text).toContain("临沂市中级人民法院");
    expect(headers.get("content-disposition")).toContain("attachment");
    await designated(city);
    expect((await docx(city, `/${href}`)).text).toContain("政府领导审批|同意。|赵启明　2026年9月8日");
  });

  it("the identity paper is the government's, with its head as reported", async () => {
    const city = await aCity();
    await designated(city);
    const order = mailTo(city, LAND, "designation-order");
    expect((await docx(city, `/${order}/identity-paper`)).text).toContain("＿同志，现任临沂市人民政府＿");
    await fill(city, order, { ...REPORT, headName: "周岚", headTitle: "副市长" });
    expect((await docx(city, `/${order}/identity-paper`)).text).toContain(
      "周岚同志，现任临沂市人民政府副市长",
    );
  });

  it("no other part of a link is anything", async () => {
    const city = await aCity();
    const link = mailTo(city, BUREAU, "case-handling-form");
    expect((await city.pages.request(`/${link}/identity-paper`)).status).toBe(404);
    expect((await city.pages.request(`/${link}/handling-form`, { method: "POST" })).status).toBe(404);
    expect((await city.pages.request(`/x${link}/handling-form`)).status).toBe(404);
  });
});

describe("the law's trap", () => {
  it("the agency's own chief is no head of the government: report and filing go to review", async () => {
    const city = await aCity();
    await designated(city);
    const chief = { headName: "高远", headTitle: "局长", headRank: "principal" };
    expect((await fill(city, mailTo(city, LAND, "designation-order"), { ...REPORT, ...chief })).status).toBe(
      303,
    );
    expect(
      city.sent.findLast(({ notice }) => notice.content.kind === "report-received")?.notice.content,
    ).toMatchObject({
      kind: "report-received",
      head: {
        concern: {
          type: "designated-post",
          post: "局长",
          designated: "临沂市自然资源和规划局",
          agency: "临沂市人民政府",
        },
      },
    });
    await city.until(at("09-28", "09:00"));
    expect((await fill(city, mailTo(city, LAND, "filing-due"), { ...FILING, ...chief })).status).toBe(303);
    expect(fileOf(city).attendance).toMatchObject([{ headAttended: "review", respondent: "临沂市人民政府" }]);
    expect(attendanceOf(fileOf(city), "临沂市人民政府")?.present).toBeUndefined();
  });

  it("and so does the hearing record", async () => {
    const city = await aCity();
    await designated(city);
    await city.until(at("09-24", "14:00"));
    const record = `临沂市中级人民法院
庭审笔录
案号：${OWN}
开庭时间：2026年9月24日上午9时00分至10时30分
原告：薛广田，到庭。
被告：临沂市人民政府
出庭负责人：高远，临沂市自然资源和规划局局长，到庭。
审判员：现在开庭。
`;
    const outcome = await city.put("courts/13/inbox", "record.txt", new TextEncoder().encode(record));
    expect(outcome).toBe("needs-review");
    expect(statisticsRows(fileOf(city))).toMatchObject([
      { agency: "临沂市人民政府", jurisdiction: "市本级", heard: true, present: undefined },
    ]);
  });
});

describe("an approval in two steps", () => {
  const TWO_STEPS: Rules = {
    ...RULES,
    policy: { ...RULES.policy, designation: { ...RULES.policy.designation, approval: "two-step" } },
  };
  const PROPOSED = {
    answer: "propose",
    appearsName: "周岚",
    appearsTitle: "副市长",
    text: "拟同意，请分管副市长出庭。",
    by: "赵启明",
    do: "submit",
  };
  const SIGNED = { answer: "approve", appearsName: "周岚", appearsTitle: "副市长", by: "周岚", do: "submit" };

  async function proposed(prepare: (city: City) => Promise<void> = async () => {}) {
    const city = memoryCity(at("09-08"), undefined, TWO_STEPS);
    await city.upload(DIRECTORY);
    await prepare(city);
    await city.put("courts/13/inbox", "summons.txt", new TextEncoder().encode(SUMMONS));
    await fill(city, mailTo(city, BUREAU, "case-handling-form"), FORM);
    const office = mailTo(city, GOVERNMENT, "handling-form-submitted");
    expect((await fill(city, office, PROPOSED)).status).toBe(303);
    return { city, office };
  }
  const leaders = (city: City) =>
    city.sent.filter(({ notice }) => notice.content.kind === "approval-requested");

  it("is proposed by the office, with the leader who is to appear, and approved by the leader's own link", async () => {
    const { city, office } = await proposed();
    expect(fileOf(city).designations).toEqual([]);
    const link = mailTo(city, GOVERNMENT, "approval-requested");
    const page = await (await city.visit(link)).text();
    expect(page).toContain("拟同意，请分管副市长出庭。");
    expect(page).toContain('value="周岚"');
    expect((await fill(city, link, SIGNED)).status).toBe(303);
    expect(fileOf(city).designations).toMatchObject([
      { head: { name: "周岚", title: "副市长" }, by: "周岚" },
    ]);
    const order = city.sent.findLast(({ notice }) => notice.content.kind === "designation-order");
    expect(order?.notice.content).toMatchObject({ head: { name: "周岚" }, objectUntil: "2026-09-10" });
    // The office's link is used, and the leader's approves once.
    expect((await fill(city, office, PROPOSED)).status).toBe(409);
    expect((await fill(city, link, SIGNED)).status).toBe(409);
    const report = await (await city.visit(mailTo(city, LAND, "designation-order"))).text();
    expect(report).toContain("由周岚，副市长出庭");
    expect(report).toContain('value="周岚"');
  });

  it("gives the office a link to pass on, by which whoever has it approves", async () => {
    const { city, office } = await proposed();
    const page = await (await city.visit(office)).text();
    const [, link = ""] = /href="([^"]+)">领导审批页面/.exec(page) ?? [];
    expect((await fill(city, link, SIGNED)).status).toBe(303);
    expect(fileOf(city).designations).toHaveLength(1);
    // By the other link there is nothing left to approve.
    const other = leaders(city)[0]?.token ?? "";
    expect((await fill(city, other, SIGNED)).status).toBe(409);
  });

  it("asks the leader in person where the directory has the address", async () => {
    const leader = { role: "head", name: "周岚", email: "zhou@linyi-government.example.org" } as const;
    const { city } = await proposed(async (starting) => {
      const [government] = await starting.directory.find(lookup.name("临沂市人民政府"));
      if (government === undefined) throw new Error("no government");
      await starting.directory.save([{ ...government, contacts: [...government.contacts, leader] }]);
    });
    expect(leaders(city).map(({ notice }) => notice.recipient.address)).toEqual([GOVERNMENT, leader.email]);
    const own = mailTo(city, leader.email, "approval-requested");
    expect((await fill(city, own, SIGNED)).status).toBe(303);
    // The one to be passed on has nothing left to approve.
    expect((await fill(city, mailTo(city, GOVERNMENT, "approval-requested"), SIGNED)).status).toBe(409);
  });

  it("says in the report that another is to appear than was approved", async () => {
    const { city } = await proposed();
    await fill(city, mailTo(city, GOVERNMENT, "approval-requested"), SIGNED);
    const other = { ...REPORT, headName: "赵晨", headTitle: "市长", headRank: "principal" };
    expect((await fill(city, mailTo(city, LAND, "designation-order"), other)).status).toBe(303);
    expect(await (await city.visit(mailTo(city, BUREAU, "report-received"))).text()).toContain(
      "审批确定由周岚，副市长出庭，报告的是另一位",
    );
  });

  it("returned to the office by the leader is proposed anew, and by a new link approved", async () => {
    const { city } = await proposed();
    const first = mailTo(city, GOVERNMENT, "approval-requested");
    const back = { ...SIGNED, answer: "return-office", text: "当日有会，请另拟。" };
    expect((await fill(city, first, back)).status).toBe(303);
    const again = mailTo(city, GOVERNMENT, "opinion-returned");
    expect(await (await city.visit(again)).text()).toContain("当日有会，请另拟。");
    const other = { ...PROPOSED, appearsName: "赵晨", appearsTitle: "市长" };
    expect((await fill(city, again, other)).status).toBe(303);
    const second = mailTo(city, GOVERNMENT, "approval-requested");
    expect(second).not.toBe(first);
    const signed = { ...SIGNED, appearsName: "赵晨", appearsTitle: "市长" };
    expect((await fill(city, second, signed)).status).toBe(303);
    expect(fileOf(city).designations).toMatchObject([{ head: { name: "赵晨" } }]);
  });

  it("returned by office or leader comes back to the bureau", async () => {
    const { city } = await proposed();
    const link = mailTo(city, GOVERNMENT, "approval-requested");
    await fill(city, link, { ...SIGNED, answer: "return", text: "请改报住建局。" });
    expect(await (await city.visit(mailTo(city, BUREAU, "handling-form-returned"))).text()).toContain(
      "请改报住建局。",
    );
  });

  it("needs a leader of the government's own", async () => {
    const { city } = await proposed();
    const link = mailTo(city, GOVERNMENT, "approval-requested");
    const nobody = await fill(city, link, { ...SIGNED, appearsName: "", appearsTitle: "" });
    expect(nobody.status).toBe(422);
    const staff = await fill(city, link, { ...SIGNED, appearsTitle: "办公室科长" });
    expect(staff.status).toBe(422);
    expect(fileOf(city).designations).toEqual([]);
  });

  it("proposed by mistake is taken back by the office, whose leader hears of it", async () => {
    const { city, office } = await proposed();
    const page = await (await city.visit(office)).text();
    const [, undo = ""] = /href="([^"]+)">撤回/.exec(page) ?? [];
    const form = values(await (await city.visit(undo)).text());
    const taking = { ...form, reason: "拟错了负责人。", by: "赵启明", do: "submit" };
    expect((await city.visit(undo, taking)).status).toBe(303);
    expect(fileOf(city).handlingForms[0]?.opinion).toBeUndefined();
    expect(city.sent.map(({ notice }) => notice.content.kind)).toContain("taken-back");
    await city.visit(office, { want: "yes", do: "fresh-link" });
    expect((await fill(city, mailTo(city, GOVERNMENT, "desk-link"), PROPOSED)).status).toBe(303);
    expect(leaders(city).length).toBeGreaterThan(1);
  });
});

describe("an agency's objection to its designation", () => {
  const OBJECTION = { text: "补偿事项由住房和城乡建设局承办。", by: "许静", do: "submit" };

  async function objected() {
    const city = await aCity();
    await designated(city);
    const order = mailTo(city, LAND, "designation-order");
    expect(await (await city.visit(order)).text()).toContain("对出庭指派提出异议");
    expect((await fill(city, `${order}/objection`, OBJECTION)).status).toBe(303);
    return { city, order };
  }

  it("goes to bureau and government, and kept, the agency hears so", async () => {
    const { city, order } = await objected();
    expect(mailTo(city, BUREAU, "designation-objection")).toBeTruthy();
    const link = mailTo(city, GOVERNMENT, "designation-objection");
    expect(await (await city.visit(link)).text()).toContain("补偿事项由住房和城乡建设局承办。");
    const kept = { answer: "keep", text: "维持指派。", by: "赵启明", do: "submit" };
    expect((await fill(city, link, kept)).status).toBe(303);
    expect(mailTo(city, LAND, "objection-answered")).toBeTruthy();
    expect(fileOf(city).designations).toMatchObject([{ objection: { answer: { kept: true } } }]);
    expect((await fill(city, link, kept)).status).toBe(409);
    // Once is enough, and the report is owed as before.
    expect((await fill(city, `${order}/objection`, OBJECTION)).status).toBe(409);
    expect((await fill(city, order, { ...REPORT, headName: "周岚", headTitle: "副市长" })).status).toBe(303);
  });

  it("found right, the bureau proposes another, and the former is told that it is done with", async () => {
    const { city } = await objected();
    const link = mailTo(city, GOVERNMENT, "designation-objection");
    await fill(city, link, { answer: "change", text: "同意改派。", by: "赵启明", do: "submit" });
    const again = mailTo(city, BUREAU, "objection-answered");
    expect((await fill(city, again, { ...FORM, agency: "临沂市公安局" })).status).toBe(303);
    await fill(city, mailTo(city, GOVERNMENT, "handling-form-submitted"), APPROVED);
    expect(mailTo(city, POLICE, "designation-order")).toBeTruthy();
    expect(city.sent.map(({ notice }) => notice.content.kind)).toContain("designation-withdrawn");
  });

  it("comes too late after the days there are for it", async () => {
    const city = await aCity();
    await designated(city);
    const order = mailTo(city, LAND, "designation-order");
    await city.until(at("09-11", "10:00"));
    expect((await fill(city, `${order}/objection`, OBJECTION)).status).toBe(409);
    expect(await (await city.visit(order)).text()).not.toContain("对出庭指派提出异议</a>");
  });
});

describe("the unit the rules propose", () => {
  const land = () => aCity(SUMMONS.replace("征收补偿", "土地行政登记"));
  const PROPOSED = "建议由临沂市自然资源和规划局承办：案由涉及“土地”，按事项由主管部门承办。";

  it("stands above the form with its reason, and is in no field of it", async () => {
    const shown = await (async () => {
      const city = await land();
      return (await city.visit(mailTo(city, BUREAU, "case-handling-form"))).text();
    })();
    expect(shown).toContain(PROPOSED);
    expect(shown).toMatch(/<input id="agency" name="agency"[^>]* value=""/u);
  });

  it("is nobody where the cause doesn't say", async () => {
    const city = await aCity();
    const shown = await (await city.visit(mailTo(city, BUREAU, "case-handling-form"))).text();
    expect(shown).not.toContain("建议由");
  });

  it("decides nothing: a form that names nobody is sent back, and another unit is the one", async () => {
    const city = await land();
    const link = mailTo(city, BUREAU, "case-handling-form");
    expect((await fill(city, link, { ...FORM, agency: "" })).status).toBe(422);
    expect(fileOf(city).handlingForms).toEqual([]);
    expect((await fill(city, link, { ...FORM, agency: "临沂市公安局" })).status).toBe(303);
    expect(fileOf(city).handlingForms[0]?.agency.name).toBe("临沂市公安局");
  });
});
