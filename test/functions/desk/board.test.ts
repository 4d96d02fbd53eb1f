/** The bureau's board behind the digest's link, on the city in memory. */
import { describe, expect, it } from "vitest";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { readLink, signLink } from "../../../shared/links/token.ts";
import { at } from "../../support/case-builders.ts";
import {
  aCity,
  CASE,
  FILING,
  mailTo,
  REPORT,
  recordText,
  summonsText,
  values,
} from "../../support/desk-city.ts";
import { LINK_KEYS } from "../../support/memory-city.ts";

const COUNTY = "yingsu@yinan-justice.example.org";
const AGENCY = "fazhi@yinan-police.example.org";

type City = Awaited<ReturnType<typeof aCity>>;

/** The city with one case, the morning after its summons came in; its boards' links. */
async function boards() {
  const city = await aCity();
  await city.until(at("09-09", "10:00"));
  const county = mailTo(city, COUNTY, "digest");
  return {
    city,
    county,
    above: sameFor(city, county, "linyi-justice"),
    agency: mailTo(city, AGENCY, "hearing-notice"),
  };
}

/** The same kind of link for another organisation. */
function sameFor(city: City, token: string, organisation: string): string {
  const reading = readLink(token, LINK_KEYS, city.now);
  if (reading.state === "forged") expect.fail();
  return signLink({ ...reading.link, recipient: organisation as OrganisationId }, LINK_KEYS);
}

const text = async (city: City, path: string) => (await city.pages.request(`/${path}`)).text();
const figure = (page: string, name: string) =>
  Number(new RegExp(`${name} <strong>(\\d+)</strong>`).exec(page)?.[1] ?? Number.NaN);

describe("a board", () => {
  it("comes with the digest, and shows the county's case to the county and to the city", async () => {
    const { city, county, above } = await boards();
    for (const link of [county, above]) {
      const page = await text(city, link);
      expect(page).toContain("<title>案件看板");
      expect(page).toContain(CASE);
      expect(figure(page, "待开庭")).toBe(1);
      expect(figure(page, "14日内开庭")).toBe(0);
      expect(figure(page, "有逾期事项")).toBe(0);
    }
    expect(await text(city, sameFor(city, county, "hedong-justice"))).not.toContain(CASE);
  });

  it("follows the case from day to day: overdue, coming, without a record, heard", async () => {
    const { city, county } = await boards();
    await city.until(at("09-14", "10:00"));
    const late = await text(city, county);
    expect(figure(late, "有逾期事项")).toBe(1);
    expect(figure(late, "14日内开庭")).toBe(1);
    expect(late).toContain("三日报告逾期3天");

    await city.until(at("09-15", "10:00"));
    const report = mailTo(city, AGENCY, "report-overdue");
    await city.visit(report, { ...REPORT, ...values(await (await city.visit(report)).text()) });
    expect(figure(await text(city, county), "有逾期事项")).toBe(0);

    await city.until(at("09-25", "10:00"));
    expect(figure(await text(city, county), "已过开庭日，未收到笔录")).toBe(1);
    await city.put("courts/1321/inbox", "record.txt", recordText("出庭负责人：龙涛，副局长，到庭。"));
    const heard = await text(city, county);
    expect(figure(heard, "已开庭，未结案")).toBe(1);
    expect(heard).toContain("开庭审理1件，负责人出庭1件");
    expect(heard).toContain("出庭率100%");
  });

  it("lists what waits for the bureau and leads to its review; it is gone when reviewed", async () => {
    const { city, county, above } = await boards();
    await city.put("courts/1321/inbox", "unclear.txt", recordText("出庭负责人：龙涛，党委委员。"));
    const page = await text(city, county);
    const [, review = ""] = /<a href="([^"]+)">unclear\.txt<\/a>/.exec(page) ?? [];
    expect(await text(city, review)).toContain("人工复核");
    expect(await text(city, above)).toContain("沂南县司法局复核");
    const form = values(await text(city, review));
    const settled = { decision: "send-back", reason: "请补充。", by: "王芳", do: "submit" };
    expect((await city.visit(review, { ...form, ...settled })).status).toBe(303);
    expect(await text(city, county)).toContain("没有待复核的文书");
  });

  it("names addresses that refused mail", async () => {
    const { city, county } = await boards();
    await city.directory.markUndeliverable("yinan-police" as OrganisationId, AGENCY);
    expect(await text(city, county)).toContain(AGENCY);
  });

  it("pages fifty at a time, filters by the address, and gives the same as a table without formulas", async () => {
    const { city, county } = await boards();
    const numbers = Array.from({ length: 60 }, (_, index) => `（2026）鲁1321行初${300 + index}号`);
    for (const number of numbers)
      await city.put("courts/1321/inbox", `${number}.txt`, summonsText({ number }));
    const page = await text(city, county);
    expect(page).toContain("符合条件的61件，显示第1至50件");
    const [, next = ""] = /href="([^"#]+)#cases">下一页/.exec(page) ?? [];
    const second = await text(city, next.replaceAll("&amp;", "&"));
    expect(second).toContain("显示第51至61件");
    const seen = [page, second].flatMap((one) =>
      [...one.slice(one.indexOf('id="cases"')).matchAll(/行初(\d+)号<\/a>/g)].map(([, serial]) => serial),
    );
    expect(new Set(seen).size).toBe(61);
    expect(await text(city, `${county}?agency=${encodeURIComponent("公安")}`)).toContain("符合条件的61件");
    expect(await text(city, `${county}?agency=${encodeURIComponent("税务")}`)).toContain(
      "没有符合条件的案件",
    );
    expect(await text(city, `${county}?state=nonsense&sort=nonsense&after=x`)).toContain("符合条件的61件");

    const csv = await city.pages.request(`/${county}/csv`);
    expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(csv.headers.get("content-disposition")).toContain("attachment");
    const lines = (await csv.text()).split("\r\n");
    expect(lines).toHaveLength(63);
    expect(lines[1]).toContain("沂南县公安局");
  });

  it("never gives a spreadsheet a formula to run", async () => {
    const { city, county } = await boards();
    const evil = new TextDecoder()
      .decode(summonsText({ number: "（2026）鲁1321行初400号" }))
      .replace("原告：陈建", "原告：=HYPERLINK(1)");
    await city.put("courts/1321/inbox", "evil.txt", new TextEncoder().encode(evil));
    const csv = await text(city, `${county}/csv`);
    expect(csv).not.toMatch(/(^|,|")[=+\-@]/m);
  });

  it("changes nothing, whoever looks and whatever is sent", async () => {
    const { city, county } = await boards();
    const state = () =>
      JSON.stringify([
        [...city.table.cases],
        [...city.table.notices],
        [...city.table.usedLinks],
        [...city.table.boardRows],
      ]);
    const before = state();
    for (const path of ["", "/csv", `/case?number=${encodeURIComponent(CASE)}`, "?state=closed", "/else"])
      for (let visit = 0; visit < 50; visit++) await city.pages.request(`/${county}${path}`);
    expect((await city.visit(county, { do: "submit", by: "x" })).status).toBe(200);
    expect(state()).toBe(before);
  });

  it("opens for no agency, and no more for a bureau that is none", async () => {
    const { city, county } = await boards();
    expect(await text(city, sameFor(city, county, "yinan-police"))).toContain("现在不能办理");
    expect(await text(city, sameFor(city, county, "nobody"))).toContain("现在不能办理");
  });
});

describe("a case's page", () => {
  it("says what happened and who did it, every period with its counting, and each source's words", async () => {
    const { city, county, agency } = await boards();
    await city.visit(agency, { ...REPORT, ...values(await (await city.visit(agency)).text()) });
    await city.until(at("09-28", "10:00"));
    await city.put("courts/1321/inbox", "record.txt", recordText("出庭负责人：龙涛，副局长，到庭。"));
    const filing = mailTo(city, AGENCY, "filing-due");
    await city.visit(filing, { ...FILING, ...values(await (await city.visit(filing)).text()) });
    const page = await text(city, `${county}/case?number=${encodeURIComponent(CASE)}`);
    expect(page).toContain('沂南县公安局提交三日报告。</td><td role="cell" data-label="经办人或者来源">李明');
    expect(page).toContain("收到庭审笔录。");
    expect(page).toContain("计算：");
    expect(page).toContain("行政机关备案");
    expect(page).not.toContain("<form");
    const [, propose = ""] = /href="([^"]+)">就本案向沂南县公安局提出整改建议/.exec(page) ?? [];
    const place = new URL(propose.replaceAll("&amp;", "&"), `http://desk/${county}/case`).href.slice(
      "http://desk/".length,
    );
    const proposal = await text(city, place);
    expect(proposal).toContain('value="沂南县公安局"');
    expect(proposal).toContain(`value="${CASE}"`);
  });

  it("is no other county's to read, and says so of a case that isn't there", async () => {
    const { city, county, above } = await boards();
    const path = `case?number=${encodeURIComponent(CASE)}`;
    expect(await text(city, `${above}/${path}`)).toContain("办理经过");
    expect(await text(city, `${sameFor(city, county, "hedong-justice")}/${path}`)).toContain(
      "系统中没有这一案件",
    );
    for (const number of ["", "x", "（2026）鲁1321行初9999号"])
      expect(await text(city, `${county}/case?number=${encodeURIComponent(number)}`)).toContain(
        "系统中没有这一案件",
      );
  });
});

describe("closed cases", () => {
  it("leave the board and stand among those of their year", async () => {
    const { city, county } = await boards();
    const withdrawn = `沂南县人民法院
行政裁定书
${CASE}
原告：陈建。
被告：沂南县公安局。
本院受理原告陈建诉被告沂南县公安局行政处罚一案后，原告于2026年9月10日向本院申请撤回起诉。
裁定如下：
准许原告陈建撤回起诉。
二〇二六年九月十一日
`;
    await city.put("courts/1321/inbox", "ruling.txt", new TextEncoder().encode(withdrawn));
    expect(city.table.cases.get(CASE as never)?.file.state).toBe("closed");
    expect(await text(city, county)).toContain("在办案件0件");
    const closed = await text(city, `${county}?state=closed`);
    expect(closed).toContain(CASE);
    expect(await text(city, `${county}?state=closed&year=2025`)).not.toContain(CASE);
    expect(await text(city, `${county}/csv?state=closed`)).toContain(CASE);
    expect(await text(city, `${county}/case?number=${encodeURIComponent(CASE)}`)).toContain("已结案");
  });
});
