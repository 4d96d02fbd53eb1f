/** Papers of the programme (约谈记录, 会议纪要, 旁听名单, 整改建议书): where their work is done, filled with what was recorded, nobody else's. */
import { beforeEach, describe, expect, it } from "vitest";
import { DIRECTORY } from "../../../infra/local/city/scenario.ts";
import type { NoticeKind } from "../../../shared/domain/notices/notice-kinds.ts";
import { at } from "../../support/case-builders.ts";
import { values } from "../../support/desk-city.ts";
import { docxText } from "../../support/docx-text.ts";
import { memoryCity } from "../../support/memory-city.ts";

const COUNTY = "yingsu@yinan-justice.example.org";
const AGENCY = "fazhi@yinan-police.example.org";
const LEDGER = new TextEncoder().encode(
  [
    "案号,原告,被告,开庭日期,负责人是否出庭,是否涉企",
    ...[1, 2, 3, 4].map(
      (n) => `（2026）鲁1321行初${n}号,张某,沂南县公安局,2026-09-1${n},${n > 2 ? "是" : "否"},否`,
    ),
  ].join("\n"),
);

let city: ReturnType<typeof memoryCity>;
beforeEach(async () => {
  city = memoryCity(at("08-31"));
  await city.upload(DIRECTORY);
  await city.until(at("09-07", "10:00"));
});

function link(address: string, kind: NoticeKind): string {
  const mail = city.sent.findLast(
    ({ notice, token }) =>
      notice.recipient.address === address && notice.content.kind === kind && token !== undefined,
  );
  return mail?.token ?? expect.fail(`no ${kind} to ${address}`);
}
const read = async (path: string) => (await city.visit(path)).text();
async function fill(path: string, form: Readonly<Record<string, string>>): Promise<string> {
  const answer = await city.visit(path, { ...values(await read(path)), by: "王芳", do: "submit", ...form });
  expect(answer.status).toBe(303);
  return new URL(answer.headers.get("location") ?? "", `http://desk/${path}`).href.slice(
    "http://desk/".length,
  );
}
/** The paper that the page at a place offers under a name. */
async function paper(place: string, name: string): Promise<string> {
  const page = await read(place);
  const [, href = ""] =
    new RegExp(`href="([^"]+)">${name}（\\.docx）`).exec(page) ?? expect.fail(`no ${name}`);
  const { pathname, search } = new URL(href.replaceAll("&amp;", "&"), `http://desk/${place}`);
  return docxText(await city.pages.request(`${pathname}${search}`));
}

const OBSERVATION = {
  date: "2026-09-03",
  caseNumber: "(2026)鲁1321行初9号",
  cause: "行政处罚",
  court: "沂南县人民法院",
  participants: "沂南县公安局，2人\n沂南县自然资源和规划局 1",
};

describe("an entry of the programme", () => {
  it("of a hearing watched has a list to sign, a line for each who came", async () => {
    const place = await fill(`${link(COUNTY, "programme-plan")}/observation`, OBSERVATION);
    const list = await paper(place, "旁听人员名单和签到表");
    expect(list).toContain("旁听案件：（2026）鲁1321行初9号，行政处罚。|名单（2个单位，3人）");
    expect(list).toContain("|1|沂南县公安局|2|沂南县公安局|3|沂南县自然资源和规划局");
  });

  it("of a joint meeting has minutes, with its topics, and who sees to each point by when", async () => {
    const place = await fill(`${link(COUNTY, "programme-plan")}/meeting`, {
      date: "2026-09-04",
      place: "沂南县人民法院",
      participants: "沂南县人民法院，5人\n沂南县司法局，4人",
      topics: "负责人身份证明",
      point0: "统一身份证明样式。",
      owner0: "沂南县司法局",
      due0: "2026-10-30",
    });
    const minutes = await paper(place, "联席会议纪要");
    expect(minutes).toMatch(
      /^沂南县司法局\|＿+〔＿+〕＿+号\|沂南县司法局\s+2026年　　月　　日\|2026年下半年\|行政应诉联席会议纪要/,
    );
    expect(minutes).toContain("参加：沂南县人民法院（5人）、沂南县司法局（4人）。");
    expect(minutes).toContain("负责人身份证明|二、议定事项");
    expect(minutes).toContain("|1|统一身份证明样式。|沂南县司法局|2026年10月30日");
  });

  it("withdrawn has no paper, and none is made of a kind it isn't", async () => {
    const place = await fill(`${link(COUNTY, "programme-plan")}/observation`, OBSERVATION);
    const at = place.indexOf("/entry");
    expect((await city.visit(`${place.slice(0, at)}/minutes${place.slice(at + 6)}`)).status).toBe(409);
    await fill(place, { reason: "重复登记", do: "withdraw" });
    expect(await read(place)).not.toContain("签到表");
    expect((await city.visit(`${place.slice(0, at)}/observation-list${place.slice(at + 6)}`)).status).toBe(
      409,
    );
  });

  it("is no other county's, its papers neither", async () => {
    const place = await fill(`${link(COUNTY, "programme-plan")}/observation`, OBSERVATION);
    const query = place.slice(place.indexOf("?"));
    const neighbour = link("yingsu@hedong-justice.example.org", "programme-plan");
    expect((await city.visit(`${neighbour}/observation-list${query}`)).status).toBe(409);
  });
});

describe("a proposal for correction", () => {
  it("is a sealed letter for its bureau and its agency, and for nobody else", async () => {
    await fill(`${link(COUNTY, "programme-plan")}/correction`, {
      agency: "沂南县公安局",
      caseNumber: "（2026）鲁1321行初9号",
      shortcoming: "负责人未出庭，\n也未说明理由。",
      proposal: "建立出庭应诉内部制度。",
      due: "2026-10-20",
    });
    const agency = link(AGENCY, "correction-proposed");
    const letter = await paper(agency, "整改建议书");
    expect(letter).toMatch(/^沂南县司法局\|＿+〔＿+〕＿+号\|行政应诉整改建议书\|沂南县公安局：/);
    expect(letter).toContain("负责人未出庭，|也未说明理由。");
    expect(letter).toMatch(/沂南县司法局（盖章）\|2026年9月7日$/);
    const { signLink, readLink } = await import("../../../shared/links/token.ts");
    const { LINK_KEYS } = await import("../../support/memory-city.ts");
    const reading = readLink(agency, LINK_KEYS, city.now);
    if (reading.state !== "valid") expect.fail();
    const other = signLink({ ...reading.link, recipient: "lanshan-market" as never }, LINK_KEYS);
    expect((await city.visit(`${other}/correction-letter`)).status).toBe(409);
  });
});

describe("an interview", () => {
  it("has a record once the unit has been called in, under the letter's number", async () => {
    await city.until(at("10-01", "12:00"));
    await city.put("courts/1321/inbox", "台账.csv", LEDGER);
    await city.until(at("10-08", "10:00"));
    const mail = city.sent.find(({ notice }) => notice.content.kind === "interview-candidates");
    const entries = await city.records.programme("市本级", "2026" as never);
    const { id } = entries.find((one) => one.kind === "interview" && one.unit.name === "沂南县公安局") ?? {};
    const query = new URLSearchParams({ of: "市本级", year: "2026", kind: "interview", id: id ?? "" });
    const place = `${mail?.token}/entry?${query}`;
    expect(await read(place)).not.toContain("约谈记录（.docx）");
    await fill(place, {
      decision: "call",
      date: "2026-10-15",
      time: "09:00",
      place: "市司法局三楼会议室",
      demands: "书面说明未出庭原因。",
      document: "临司约〔2026〕3号",
    });
    const record = await paper(place, "约谈记录");
    expect(record).toContain(
      "约谈通知书：临司约〔2026〕3号|行政应诉工作约谈记录|时间|2026年10月15日（星期四）9:00",
    );
    expect(record).toContain("约谈单位|临沂市司法局|被约谈单位|沂南县公安局|主持人|记录人|参加人员|约谈事由");
    expect(record).toContain("约谈情况|单位表态|整改时限|回访日期|被约谈单位|签字：");
  });
});
