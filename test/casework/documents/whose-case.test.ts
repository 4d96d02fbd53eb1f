/** Does anybody's paper decide on a case that isn't theirs? */
import { describe, expect, it } from "vitest";
import { DIRECTORY } from "../../../infra/local/city/scenario.ts";
import { attendanceOf } from "../../../shared/domain/case-file/attendance.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { at } from "../../support/case-builders.ts";
import { mailTo } from "../../support/desk-city.ts";
import { memoryCity } from "../../support/memory-city.ts";
import { valuesOnPage } from "../../support/page-forms.ts";

const YINAN = "courts/1321/inbox";
const LANSHAN = "courts/1302/inbox";
const LINYI = "courts/13/inbox";
const YINAN_BUREAU = "bureaus/yinan-justice/inbox";
const LANSHAN_BUREAU = "bureaus/lanshan-justice/inbox";
const CITY_BUREAU = "bureaus/linyi-justice/inbox";
const LANSHAN_JUSTICE = "yingsu@lanshan-justice.example.org";
const YINAN_JUSTICE = "yingsu@yinan-justice.example.org";
const bytes = (text: string) => new TextEncoder().encode(text);
const NUMBER = "（2026）鲁1321行初77号";

const summons = (court = "沂南县人民法院", number = NUMBER) =>
  bytes(`${court}
传票
案号：${number}
案由：行政处罚
原告：陈建
被告：沂南县公安局
传唤事由：开庭审理
应到时间：2026年9月24日上午9时00分
应到处所：本院第五审判庭
2026年9月7日
`);

const record = bytes(`沂南县人民法院
庭审笔录
案号：${NUMBER}
案由：行政处罚
时间：2026年9月24日上午9时00分至10时30分
地点：本院第五审判庭
原告：陈建
被告：沂南县公安局
出庭负责人：龙涛，副局长
书记员：报告审判长，原告陈建、被告沂南县公安局副局长龙涛已到庭。
审判长：现在开庭。
`);

const judgment = bytes(`山东省沂南县人民法院
行政判决书
${NUMBER}
原告陈建，男，汉族，1980年1月1日出生，住沂南县。
被告沂南县公安局，住所地沂南县历山路。
法定代表人赵明，局长。
原告陈建诉被告沂南县公安局行政处罚一案，本院立案后，依法组成合议庭，于2026年9月24日公开开庭审理了本案。原告陈建，被告沂南县公安局的副局长龙涛到庭参加诉讼。本案现已审理终结。
判决如下：
撤销被告沂南县公安局作出的行政处罚决定。
二〇二六年九月二十八日
`);

async function city(day = "09-08") {
  const made = memoryCity(at(day));
  await made.upload(DIRECTORY);
  return made;
}
type City = Awaited<ReturnType<typeof city>>;

const fileOf = (made: City, number = NUMBER) => made.table.cases.get(caseNumber(number))?.file;
const contents = (made: City) => [...made.table.notices.values()].map(({ notice }) => notice);
const questionsTo = (made: City, address: string) =>
  contents(made).filter(
    ({ content, recipient }) => content.kind === "document-question" && recipient.address === address,
  );

describe("a court's paper of another court's case", () => {
  it("is held for a person: bureau and court are asked, and the case isn't opened", async () => {
    const made = await city();
    expect(await made.put(LANSHAN, "a.txt", summons())).toBe("needs-review");
    expect(fileOf(made)).toBeUndefined();
    const doubts = [
      {
        type: "other-courts-case",
        caseNumber: NUMBER,
        uploader: "临沂市兰山区人民法院",
        court: "沂南县人民法院",
      },
    ];
    expect(contents(made).map(({ content }) => content)).toMatchObject([
      { kind: "document-review", doubts },
      { kind: "document-question", doubts },
    ]);
    expect(questionsTo(made, "clerk@lanshan-court.example.org")).toHaveLength(1);
    // The case's own court sends the same file: it is taken in.
    expect(await made.put(YINAN, "b.txt", summons())).toBe("read");
    expect(fileOf(made)).toMatchObject({ state: "awaiting-hearing" });
  });

  it("is filed once a person has confirmed it", async () => {
    const made = await city();
    await made.put(LANSHAN, "a.txt", summons());
    const link = mailTo(made, LANSHAN_JUSTICE, "document-review");
    const page = await (await made.visit(link)).text();
    expect(page).toContain("不是临沂市兰山区人民法院的案件");
    const form = { ...valuesOnPage(page), decision: "accept", by: "王芳", do: "submit" };
    expect((await made.visit(link, form)).status).toBe(422);
    const [, tick = ""] = /name="(sure-[^"]+)"/.exec(await (await made.visit(link, form)).text()) ?? [];
    expect((await made.visit(link, { ...form, [tick]: "yes" })).status).toBe(303);
    expect(fileOf(made)).toMatchObject({ state: "awaiting-hearing" });
  });

  it("neither closes it nor says who came", async () => {
    const made = await city();
    await made.put(YINAN, "a.txt", summons());
    await made.until(at("09-29"));
    const before = fileOf(made);
    expect(await made.put(LANSHAN, "b.txt", judgment)).toBe("needs-review");
    expect(await made.put(LANSHAN, "c.txt", record)).toBe("needs-review");
    expect(fileOf(made)).toEqual(before);
  });

  it("is held where its number is the uploader's and its name another court's", async () => {
    const made = await city();
    expect(await made.put(LANSHAN, "a.txt", summons("沂南县人民法院", "（2026）鲁1302行初77号"))).toBe(
      "needs-review",
    );
    expect(contents(made)[0]?.content).toMatchObject({
      doubts: [{ type: "other-courts-case", written: "沂南县人民法院", court: "临沂市兰山区人民法院" }],
    });
  });

  it("is filed where it is an appeal that goes through the court above", async () => {
    const made = await city();
    await made.put(YINAN, "a.txt", summons());
    const appeal = bytes(
      `行政上诉状\n上诉人：陈建\n被上诉人：沂南县公安局\n上诉人不服沂南县人民法院${NUMBER}行政判决，现提出上诉。\n此致\n山东省临沂市中级人民法院\n2026年9月8日`,
    );
    expect(await made.put(LINYI, "b.txt", appeal)).toBe("read");
    expect(fileOf(made)?.appealedOn).toBe("2026-09-08");
  });
});

describe("a row of another court's case in a ledger", () => {
  it("is left out, and its court reads why", async () => {
    const made = await city("10-01");
    const rows = [
      "案号,原告,被告,开庭日期,负责人是否出庭,结案方式",
      "（2026）鲁1321行初1号,张某,沂南县公安局,2026-09-15,是,判决驳回诉讼请求",
      "（2026）鲁1302行初9号,李某,临沂市兰山区市场监督管理局,2026-09-16,否,判决撤销",
    ];
    expect(await made.put(YINAN, "台账.csv", bytes(rows.join("\n")))).toBe("read");
    expect(fileOf(made, "（2026）鲁1321行初1号")).toMatchObject({ state: "closed" });
    expect(fileOf(made, "（2026）鲁1302行初9号")).toBeUndefined();
    expect(contents(made).find(({ content }) => content.kind === "ledger-received")?.content).toMatchObject({
      cases: 1,
      rows: [{ row: 3, used: false, problem: { type: "other-courts-case", court: "临沂市兰山区人民法院" } }],
    });
  });
});

describe("a bureau's paper", () => {
  it.each([
    ["its county's", YINAN_BUREAU],
    ["the city's", CITY_BUREAU],
  ])("opens a case of its jurisdiction: %s", async (_, folder) => {
    const made = await city();
    expect(await made.put(folder, "a.txt", summons())).toBe("read");
    expect(fileOf(made)).toMatchObject({ state: "awaiting-hearing" });
  });

  it("opens none of another county's", async () => {
    const made = await city();
    expect(await made.put(LANSHAN_BUREAU, "a.txt", summons())).toBe("needs-review");
    expect(fileOf(made)).toBeUndefined();
    expect(contents(made)[0]?.content).toMatchObject({
      kind: "document-review",
      doubts: [{ type: "other-jurisdictions-case", court: "沂南县人民法院" }],
    });
    const link = mailTo(made, LANSHAN_JUSTICE, "document-review");
    const form = {
      ...valuesOnPage(await (await made.visit(link)).text()),
      decision: "accept",
      by: "王芳",
      do: "submit",
    };
    expect((await made.visit(link, form)).status).toBe(409);
    expect(fileOf(made)).toBeUndefined();
  });

  it.each([
    ["judgment", judgment],
    ["record", record],
  ])(
    "is a copy where it is a %s: the court is asked for it, and what it says of the case holds when the court sends it",
    async (_, paper) => {
      const made = await city();
      await made.put(YINAN, "a.txt", summons());
      await made.until(at("09-29"));
      const before = fileOf(made);
      expect(await made.put(YINAN_BUREAU, "b.txt", paper)).toBe("needs-review");
      expect(fileOf(made)).toEqual(before);
      expect(questionsTo(made, "clerk@yinan-court.example.org").map(({ content }) => content)).toMatchObject([
        { doubts: [{ type: "copy-of-court-paper", caseNumber: NUMBER }] },
      ]);

      const link = mailTo(made, YINAN_JUSTICE, "document-review");
      const form = {
        ...valuesOnPage(await (await made.visit(link)).text()),
        decision: "accept",
        by: "王芳",
        do: "submit",
      };
      expect((await made.visit(link, form)).status).toBe(303);
      expect(fileOf(made)).toMatchObject({
        state: "awaiting-hearing",
        attendance: [],
        documents: [{ kind: "summons" }, { copy: true }],
      });

      expect(await made.put(YINAN, "c.txt", paper)).toBe("read");
      const after = fileOf(made);
      expect(after?.documents.map(({ copy }) => copy)).toEqual([undefined, undefined]);
      expect(after && attendanceOf(after, "沂南县公安局")?.present).toBe(true);
      expect(after?.state).not.toBe("awaiting-hearing");
    },
  );
});
