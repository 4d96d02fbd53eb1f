/** Designation from mail to mail, where the city's government is sued, on the city in memory. */
import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import { DIRECTORY } from "../../../infra/local/city/scenario.ts";
import { attendanceOf } from "../../../shared/domain/case-file/attendance.ts";
import { statisticsRows } from "../../../shared/domain/case-file/statistics-rows.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { at } from "../../support/case-builders.ts";
import { FILING, mailTo, REPORT, values } from "../../support/desk-city.ts";
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

/** The city on 2026-09-08, 9:00, its government just summoned. */
async function aCity() {
  const city = memoryCity(at("09-08"));
  await city.upload(DIRECTORY);
  await city.put("courts/13/inbox", "summons.txt", new TextEncoder().encode(SUMMONS));
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
    expect((await docx(city, `/${href}`)).text).toContain("审批意见|同意。|赵启明");
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
    expect(city.sent.at(-1)?.notice.content).toMatchObject({
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
