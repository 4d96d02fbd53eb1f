/** What a ruling of a court brings about, from its file to mails, board and desk, on the city in memory. */
import { describe, expect, it } from "vitest";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { at } from "../../support/case-builders.ts";
import { aCity, CASE, COURT_FOLDER, mailTo } from "../../support/desk-city.ts";
import { valuesOnPage } from "../../support/page-forms.ts";
import { some } from "../../support/some.ts";

const BUREAU = "yingsu@yinan-justice.example.org";
const POLICE = "fazhi@yinan-police.example.org";
type City = Awaited<ReturnType<typeof aCity>>;

/** The ruling on the case of `aCity`, a week after its summons. */
async function ruled(order: string, { respondents = ["沂南县公安局"] } = {}) {
  const city = await aCity();
  if (respondents.length > 1) await joined(city, respondents);
  await city.until(at("09-15", "10:00"));
  const text = `沂南县人民法院
行政裁定书
${CASE}
原告：陈建
${respondents.map((one) => `被告：${one}`).join("\n")}
原告陈建诉被告${respondents.join("、")}行政处罚一案，本院于2026年9月1日立案。
裁定如下：
${order}
审判员 徐静
2026年9月14日
书记员 马超
`;
  await city.put(COURT_FOLDER, "ruling.txt", new TextEncoder().encode(text));
  return city;
}

/** Another summons names the second respondent too. */
async function joined(city: City, respondents: readonly string[]) {
  const text = `沂南县人民法院
传票
案号：${CASE}
案由：行政处罚
原告：陈建
被告：${respondents.join("、")}
传唤事由：开庭审理
应到时间：2026年9月24日上午9时00分
应到处所：本院第五审判庭
2026年9月7日
`;
  await city.put(COURT_FOLDER, "summons-2.txt", new TextEncoder().encode(text));
}

const fileOf = (city: City) => city.table.cases.get(caseNumber(CASE))?.file;
const boardOf = async (city: City) => {
  await city.until(at("09-16", "10:00"));
  return (await city.pages.request(`/${mailTo(city, BUREAU, "digest")}`)).text();
};

describe("a case that is suspended", () => {
  it("stands so on the board and on its page, and nobody is reminded of its hearing", async () => {
    const city = await ruled("本案中止诉讼。");
    expect(fileOf(city)).toMatchObject({ state: "postponed", halted: { result: "suspended" } });
    expect(await boardOf(city)).toContain("延期待定，中止诉讼");
    const digest = mailTo(city, BUREAU, "digest");
    const page = await city.pages.request(`/${digest}/case?number=${encodeURIComponent(CASE)}`);
    expect(await page.text()).toContain("中止诉讼（2026年9月14日裁定），恢复审理的，以新的传票为准");
    await city.until(at("09-24", "10:00"));
    expect(city.sent.map(({ notice }) => notice.content.kind)).not.toContain("hearing-reminder");
  });
});

describe("an action withdrawn against one of two", () => {
  const respondents = ["沂南县公安局", "沂南县人民政府"];

  it("releases that one by mail, on the board and at the desk, and nobody else", async () => {
    const city = await ruled("准许原告陈建撤回对被告沂南县公安局的起诉。", { respondents });
    expect(fileOf(city)).toMatchObject({ state: "awaiting-hearing" });
    const released = city.sent.filter(
      ({ notice }) => notice.content.kind === "hearing-changed" && notice.content.withdrawn === true,
    );
    expect(released.map(({ notice }) => notice.recipient.address)).toContain(POLICE);
    expect(
      some(released).every(
        ({ notice }) => (notice.content as { respondent?: string }).respondent === "沂南县公安局",
      ),
    ).toBe(true);
    const link = mailTo(city, POLICE, "hearing-notice");
    expect(await (await city.visit(link)).text()).toContain("原告已经撤回对贵单位的起诉");
    expect(await boardOf(city)).toContain("沂南县公安局（已撤回对其起诉）");
    await city.until(at("09-23", "17:00"));
    const reminded = city.sent.filter(({ notice }) => notice.content.kind === "hearing-reminder");
    expect(reminded.map(({ notice }) => notice.recipient.address)).not.toContain(POLICE);
  });
});

describe("an order that isn't understood", () => {
  async function asked(respondents?: readonly string[]) {
    const city = await ruled("原告与被告各自安好。", respondents && { respondents: [...respondents] });
    const link = mailTo(city, BUREAU, "document-review");
    return { city, link, page: await (await city.visit(link)).text() };
  }
  const accepted = { decision: "accept", by: "王芳", do: "submit" };

  it("is a question to the bureau, whose word closes the case", async () => {
    const { city, link, page } = await asked();
    expect(page).toContain("裁判结果");
    expect(page).toContain('<mark class="doubtful">其他方式结案</mark>');
    const form = { ...valuesOnPage(page), ...accepted, outcome: "lost" };
    expect((await city.visit(link, form)).status).toBe(303);
    expect(fileOf(city)).toMatchObject({ state: "closed", outcome: "lost" });
  });

  it("or says against whom an action was withdrawn, which must be one of the respondents", async () => {
    const respondents = ["沂南县公安局", "沂南县人民政府"];
    const { city, link, page } = await asked(respondents);
    const form = { ...valuesOnPage(page), ...accepted, outcome: "partly-withdrawn" };
    for (const against of ["", "沂南县财政局"])
      expect((await city.visit(link, { ...form, against })).status).toBe(422);
    expect((await city.visit(link, { ...form, against: "沂南县人民政府" })).status).toBe(303);
    expect(fileOf(city)?.respondents.filter(({ withdrawnOn }) => withdrawnOn !== undefined)).toMatchObject([
      { name: "沂南县人民政府" },
    ]);
    expect(fileOf(city)?.state).toBe("awaiting-hearing");
  });
});
