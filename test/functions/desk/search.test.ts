/** Does the search box find what its reader may see, by whatever is typed, and nothing else? On the city in memory. */
import { beforeAll, describe, expect, it } from "vitest";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addMinutes } from "../../../shared/domain/time/time.ts";
import { signLink } from "../../../shared/links/token.ts";
import { at } from "../../support/case-builders.ts";
import {
  aCity,
  CASE,
  COURT_FOLDER,
  judgmentText,
  mailTo,
  recordText,
  summonsText,
} from "../../support/desk-city.ts";
import { LINK_KEYS } from "../../support/memory-city.ts";

const GOVERNMENT_CASE = "（2026）鲁13行初99号";

describe("a search", () => {
  let city: Awaited<ReturnType<typeof aCity>>;
  beforeAll(async () => {
    city = await aCity();
    const government = new TextDecoder()
      .decode(summonsText({ number: GOVERNMENT_CASE }))
      .replace("沂南县人民法院", "临沂市中级人民法院")
      .replace("沂南县公安局", "临沂市人民政府")
      .replace("陈建", "山东宏远建材有限公司");
    await city.put("courts/13/inbox", "government.txt", new TextEncoder().encode(government));
    await city.until(at("09-09", "10:00"));
  });

  const token = (recipient: string) =>
    signLink(
      {
        task: "search",
        recipient: recipient as OrganisationId,
        expires: addMinutes(city.now, 60),
        nonce: `search ${recipient}`,
      },
      LINK_KEYS,
    );
  const page = async (recipient: string, query: Readonly<Record<string, string>>) => {
    const response = await city.pages.request(`/${token(recipient)}?${new URLSearchParams(query)}`);
    return { status: response.status, text: await response.text() };
  };
  /** The numbers of the cases it lists. */
  const found = async (recipient: string, q: string, more = {}) =>
    [...(await page(recipient, { q, ...more })).text.matchAll(/rowheader">(?:<a[^>]*>)?([^<]+)</g)].map(
      ([, number]) => number,
    );

  it.each([
    "77",
    "行初77",
    "７７号",
    "鲁1321行初77",
    "(2026)鲁1321行初77号",
    "陈建",
    "陈 建",
    "沂南县公安局",
    "沂南公安",
    "沂南县人民法院",
  ])("for %s finds the county's case for its bureau, its agency and its court", async (q) => {
    for (const reader of ["yinan-justice", "yinan-police", "yinan-court", "linyi-justice"])
      expect(await found(reader, q), reader).toEqual([CASE]);
  });

  it("finds nothing for anybody else", async () => {
    for (const reader of ["hedong-justice", "lanshan-police", "lanshan-court", "hedong-government"])
      for (const q of ["77", "陈建", "沂南县公安局", "沂南县人民法院", CASE])
        expect(await found(reader, q), `${reader} ${q}`).toEqual([]);
    // Nor of another level: the county's bureau sees none of the city's own.
    expect(await found("yinan-justice", "99")).toEqual([]);
    expect(await found("yinan-justice", "宏远建材")).toEqual([]);
    expect(await found("linyi-justice", "宏远")).toEqual([GOVERNMENT_CASE]);
    expect(await found("linyi-government", "99")).toEqual([GOVERNMENT_CASE]);
  });

  it("leads to the case, and back", async () => {
    const board = mailTo(city, "yingsu@yinan-justice.example.org", "digest");
    const start = await (await city.pages.request(`/${board}`)).text();
    const action = /action="([^"]+)" class="filters" role="search" aria-label="检索"/.exec(start)?.[1];
    const results = await (await city.pages.request(`/${action}?q=77`)).text();
    const to = /rowheader"><a href="([^"]+)"/.exec(results)?.[1] ?? expect.fail("no link");
    const shown = await city.pages.request(`/${to.replaceAll("&amp;", "&")}`);
    expect(shown.status).toBe(200);
    expect(await shown.text()).toContain("办理经过");
    const back = /<a href="([^"]+)">返回案件看板/.exec(results)?.[1];
    expect(await (await city.pages.request(`/${back}`)).text()).toContain("<title>案件看板");
    // Of whoever else is concerned it leads to the page of the case as they see it.
    for (const reader of ["yinan-police", "yinan-court"]) {
      const own = (await page(reader, { q: "77" })).text;
      const place = /rowheader"><a href="([^"]+)"/.exec(own)?.[1] ?? expect.fail("no link");
      const opened = await city.pages.request(`/${place}`);
      expect(opened.status).toBe(200);
      expect(await opened.text()).toContain(`<title>${CASE}`);
    }
  });

  it("says what is missing, and names organisations where there are several", async () => {
    expect((await page("linyi-justice", { q: "鲁1321行初" })).text).toContain("请补上案号末尾的序号");
    expect((await page("linyi-justice", { q: "" })).text).not.toContain("没有找到");
    expect((await page("linyi-justice", { q: "没有此人" })).text).toContain("没有找到案件");
    const several = (await page("linyi-justice", { q: "公安局" })).text;
    expect(several).toContain("沂南县公安局的案件");
    expect(several).not.toContain("没有找到案件");
    expect(await found("linyi-justice", "公安局", { unit: "yinan-police" })).toEqual([CASE]);
    // Only what the question names can be chosen, and nothing of it is markup.
    expect(await found("linyi-justice", "没有此人", { unit: "yinan-police" })).toEqual([]);
    expect((await page("linyi-justice", { q: "<b>x</b>" })).text).not.toContain("<b>x");
  });

  it("does not choke on an address somebody has made up", async () => {
    for (const query of [
      { q: "77", after: "zzz" },
      { q: "陈建", after: "#" },
      { q: "公安局", unit: "yinan-police", year: "20xx", after: "（" },
      { q: "x".repeat(5_000), after: "y".repeat(5_000) },
      { q: "宏".repeat(60) },
    ])
      expect((await page("linyi-justice", query)).status).toBe(200);
    expect((await page("nobody", { q: "77" })).status).toBe(409);
  });

  it("finds a closed case too, and under its court and agency by the year of its number", async () => {
    await city.until(at("09-24", "15:00"));
    await city.put(COURT_FOLDER, "record.txt", recordText("出庭负责人：龙涛，副局长，到庭。"));
    await city.put(COURT_FOLDER, "judgment.txt", judgmentText());
    expect(await found("yinan-justice", "陈建")).toEqual([CASE]);
    expect((await page("yinan-justice", { q: "77" })).text).toContain("已结案");
    for (const [reader, q, unit] of [
      ["yinan-justice", "沂南县公安局", "yinan-police"],
      ["yinan-police", "沂南县人民法院", "yinan-court"],
    ] as const) {
      expect(await found(reader, q, { unit })).toEqual([]);
      expect(await found(reader, q, { unit, year: "2026" })).toEqual([CASE]);
      expect(await found(reader, q, { unit, year: "2025" })).toEqual([]);
    }
  });
});
