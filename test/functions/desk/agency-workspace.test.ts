/** The agency's workspace: what is to be done, the hearings ahead and what has been done, and the ways into the rooms. */
import { describe, expect, it } from "vitest";
import { DIRECTORY } from "../../../infra/local/city/scenario.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addMinutes } from "../../../shared/domain/time/time.ts";
import { signLink } from "../../../shared/links/token.ts";
import { at } from "../../support/case-builders.ts";
import {
  CASE,
  COURT_FOLDER,
  FILING,
  judgmentText,
  REPORT,
  recordText,
  summonsText,
} from "../../support/desk-city.ts";
import { LINK_KEYS, memoryCity } from "../../support/memory-city.ts";
import { formsOf } from "../../support/page-forms.ts";
import { type Browsing, signedIn } from "../../support/signed-in.ts";

const LEGAL = "fazhi@yinan-police.example.org";
const OTHER = "fazhi@lanshan-market.example.org";

/** The city on 2026-09-08, an agency summoned in so many cases. */
async function aCityWith(cases: number) {
  const city = memoryCity(at("09-08"));
  await city.upload(DIRECTORY);
  for (let one = 0; one < cases; one++) {
    const text = summonsText({ number: `（2026）鲁1321行初${201 + one}号` });
    await city.put(COURT_FOLDER, `${one}.txt`, text);
  }
  return city;
}

const home = async (browser: Browsing) => (await browser.get("/at/yinan-police")).text();
/** The links of a section that have these words, as paths. */
const ways = (page: string, words: string) =>
  [...page.matchAll(/href="([^"]*)">([^<]*)</g)]
    .filter(([, , said]) => said?.includes(words))
    .map(([, href = ""]) => new URL(href, "https://desk.example.org/at/yinan-police").pathname);
const section = (page: string, id: string) =>
  new RegExp(`<section aria-labelledby="${id}">[\\s\\S]*?</section>`).exec(page)?.[0] ?? "";

/** Opens a way and fills in its form. */
async function fillIn(browser: Browsing, place: string, answers: Readonly<Record<string, string>>) {
  const page = await (await browser.get(place)).text();
  const form = formsOf(page).find(({ untouched }) => "basis" in untouched);
  return browser.post(place, { ...form?.untouched, ...answers });
}

describe("an agency with thirty cases", () => {
  it("clears its day: what is due first, each by its way, and it is gone from the list and among what was done", async () => {
    const city = await aCityWith(30);
    const browser = await signedIn(city, LEGAL);
    const page = await home(browser);
    expect(section(page, "todo")).toContain("共30项");
    expect(section(page, "todo")).toContain("2026年9月11日前（含当日）");
    expect(section(page, "todo")).toContain("还有3天");
    expect(section(page, "todo")).toContain("依据：");
    expect(section(page, "hearings")).toContain("共30次");
    expect(section(page, "hearings")).toContain("尚未报告");
    const places = ways(page, "填报三日报告");
    expect(new Set(places).size).toBe(30);
    for (const place of places) expect((await fillIn(browser, place, REPORT)).status).toBe(200);

    const cleared = await home(browser);
    expect(section(cleared, "todo")).toContain("没有需要办理的事项");
    expect(section(cleared, "done")).toContain("共30项");
    expect(section(cleared, "hearings")).toContain("龙涛，副局长（副职）出庭");
    const done = await (await browser.get("/at/yinan-police/done")).text();
    expect(done.match(/三日报告（2026年9月24日开庭）/gu)).toHaveLength(30);
  });
});

describe("the list", () => {
  it("follows the case: a report is returned, the hearing is held, the filing is owed and overdue", async () => {
    const city = await aCityWith(1);
    await city.until(at("09-12", "10:00"));
    const again = await signedIn(city, LEGAL);
    expect(section(await home(again), "todo")).toContain('class="late">已逾期1天');
    await city.until(at("09-24", "11:00"));
    const after = await signedIn(city, LEGAL);
    const page = await home(after);
    expect(section(page, "todo")).toContain("填报出庭备案");
    expect(section(page, "hearings")).not.toContain("行初201号");
    await city.until(at("09-25", "10:00"));
    const record = new TextDecoder().decode(recordText("出庭负责人：龙涛，副局长，到庭。"));
    await city.put(
      COURT_FOLDER,
      "record.txt",
      new TextEncoder().encode(record.replace("行初77号", "行初201号")),
    );
    const latest = await signedIn(city, LEGAL);
    const confirm = ways(await home(latest), "确认出庭情况");
    expect(confirm).toHaveLength(1);
    expect((await fillIn(latest, confirm[0] ?? "", FILING)).status).toBe(200);
    expect(section(await home(latest), "done")).toContain("出庭备案（2026年9月24日开庭）");
  });

  it("lists all cases, open and closed, and leads to each case's page", async () => {
    const city = await aCityWith(2);
    const browser = await signedIn(city, LEGAL);
    const cases = await (await browser.get("/at/yinan-police/cases")).text();
    expect(cases).toContain("共2件");
    expect(cases).toContain("三日报告 2026-09-11");
    const [place = ""] = ways(cases, "行初201号");
    const page = await (await browser.get(place)).text();
    expect(page).toContain("（2026）鲁1321行初201号");
    expect(page).toContain("案件文书");
    expect(page).toMatch(/审理法院<\/dt><dd>沂南县人民法院，[^<]*电话/);
    expect(page).toMatch(/司法局<\/dt><dd>沂南县司法局，[^<]*电话/);
    const closed = await (await browser.get("/at/yinan-police/cases?state=closed&year=2026")).text();
    expect(closed).toContain("没有这样的案件");
  });

  it("lists what is owed in a lost case that is open again once", async () => {
    const city = await aCityWith(0);
    await city.put(COURT_FOLDER, "summons.txt", summonsText());
    await city.until(at("09-28", "10:00"));
    const ruling =
      "一、撤销被告沂南县公安局作出的行政处罚决定；二、责令被告沂南县公安局于本判决生效之日起六十日内重新作出行政行为。";
    await city.put(COURT_FOLDER, "judgment.txt", judgmentText(ruling));
    const link = (recipient: string, task: "judgment-note" | "orders") =>
      signLink(
        {
          task,
          caseNumber: caseNumber(CASE),
          respondent: "沂南县公安局",
          recipient: recipient as OrganisationId,
          expires: addMinutes(at("12-31"), 60),
          nonce: `${task}${recipient}`,
        },
        LINK_KEYS,
      );
    const hand = async (token: string, form: Readonly<Record<string, string>>) => {
      const page = await (await city.visit(token)).text();
      const untouched = formsOf(page).find((one) => "basis" in one.untouched)?.untouched;
      expect((await city.visit(token, { ...untouched, ...form, by: "李明", do: "submit" })).status).toBe(303);
    };
    await city.until(at("10-12", "10:00"));
    await hand(link("yinan-justice", "judgment-note"), { effectiveOn: "2026-10-12", stay: "same" });
    await hand(link("yinan-police", "orders"), {});
    await city.until(at("10-13", "10:00"));
    const todo = section(await home(await signedIn(city, LEGAL)), "todo");
    for (const words of ["败诉案件报告", "履行"])
      expect(todo.match(new RegExp(`<a href="[^"]*">[^<]*${words}`, "gu")), words).toHaveLength(1);
  });

  it("offers the agency's own entry", async () => {
    const city = await aCityWith(1);
    const browser = await signedIn(city, LEGAL);
    const [place = ""] = ways(await home(browser), "本单位信息变更");
    expect(await (await browser.get(place)).text()).toContain("单位信息变更");
  });
});

describe("another organisation", () => {
  it("sees nothing of it, and none of its ways opens for another session", async () => {
    const city = await aCityWith(1);
    const browser = await signedIn(city, LEGAL);
    const page = await home(browser);
    const other = await signedIn(city, OTHER);
    expect((await other.get("/at/yinan-police")).status).toBe(404);
    expect((await other.get("/at/yinan-police/cases")).status).toBe(404);
    expect(await (await other.get("/at/lanshan-market")).text()).not.toContain("行初201号");
    for (const place of [...ways(page, "填报三日报告"), ...ways(page, "行初201号")])
      expect([401, 403, 404]).toContain((await other.get(place)).status);
  });
});
