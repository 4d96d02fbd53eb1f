/** A government's month on one page: what it says is what the bulletin says, of its own area, and nothing that is the bureau's own. */
import { readXlsx } from "hucre/xlsx";
import { beforeEach, describe, expect, it } from "vitest";
import { DIRECTORY } from "../../../infra/local/city/scenario.ts";
import type { Month } from "../../../shared/domain/time/time.ts";
import { at, RULES } from "../../support/case-builders.ts";
import { COURT_FOLDER, recordText, summonsText } from "../../support/desk-city.ts";
import { memoryCity } from "../../support/memory-city.ts";
import { signedIn } from "../../support/signed-in.ts";

const BUREAU = "yingsu@linyi-justice.example.org";
type City = ReturnType<typeof memoryCity>;

let city: City;
beforeEach(async () => {
  city = memoryCity(at("09-08"));
  await city.upload(DIRECTORY);
});

const numbered = (bytes: Uint8Array, serial: number) =>
  new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll(/行初\d+号/g, `行初${serial}号`));
/** A hearing of 沂南县公安局 was held, with this line about its head. */
const heard = (serial: number, head: string) =>
  city.put(COURT_FOLDER, `record${serial}.txt`, numbered(recordText(head), serial));
const PRESENT = "被告负责人：龙涛，副局长，到庭。";
const ABSENT = "被告负责人未出庭。";

/** The month's bulletin is signed on the working day on which it may leave. */
async function issued(answers: Readonly<Record<string, string>> = {}) {
  await city.until(at("10-08", "09:00"));
  await city.act({
    address: BUREAU,
    mail: "征求意见",
    answers: { by: "王科长", checked: "yes", do: "sign", ...answers },
  });
}

async function monthOf(place: string) {
  const browser = await signedIn(city, `fawu@${place}.example.org`);
  const response = await browser.get(`/at/${place}/month`);
  const page = await response.text();
  const section = (id: string) =>
    new RegExp(`<section aria-labelledby="${id}"[^>]*>(.*?)</section>`, "s").exec(page)?.[1] ?? "";
  return { status: response.status, page, section };
}
/** The cells of a table's row, by its first. */
const rowOf = (table: string, name: string) =>
  [...table.matchAll(/<tr role="row">(.*?)<\/tr>/gs)]
    .map(([, row = ""]) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = ""]) => cell.replace(/<[^>]+>/g, "")),
    )
    .find(([first = ""]) => first.startsWith(name));

describe("the month's attendance", () => {
  it("is this month's as recorded, of the county in pairs and of the city in cases", async () => {
    await city.until(at("09-24", "12:00"));
    await heard(77, PRESENT);
    await heard(78, ABSENT);
    for (const [place, unit] of [
      ["yinan-government", "个单位次"],
      ["linyi-government", "件"],
    ] as const) {
      const { section } = await monthOf(place);
      expect(section("attendance").replaceAll(/<\/?strong>/g, "")).toContain(
        `本月已开庭2${unit}，负责人出庭1，未出庭1，情况不明0，出庭率50.00%（据系统现有记载，以月通报为准）`,
      );
      expect(section("ranking")).toContain("还没有印发的月通报");
    }
    expect((await monthOf("hedong-government")).section("attendance")).toContain("本月已开庭0个单位次");
  });

  it("agrees with the bulletin that was issued, also after more has become known", async () => {
    await city.until(at("09-24", "12:00"));
    await heard(77, PRESENT);
    await heard(78, ABSENT);
    await heard(79, PRESENT);
    await issued();
    await heard(80, ABSENT);
    const mail = city.sent.findLast(
      ({ notice: { content } }) => content.kind === "bulletin" && !content.draft,
    );
    const content = mail?.notice.content;
    const figures = content?.kind === "bulletin" ? content.figures : undefined;
    expect(figures).toMatchObject({ heard: 3, present: 2, rate: "66.67%" });
    const tally = { heard: 3, present: 2, absent: 1, unknown: 0 };
    const versions = await city.records.bulletins(RULES.policy.jurisdiction.code, "2026-09" as Month);
    expect(versions.find(({ state }) => state === "issued")?.tallies).toEqual({
      total: tally,
      areas: [{ jurisdiction: "沂南县", ...tally }],
    });
    const whole = await monthOf("linyi-government");
    expect(rowOf(whole.section("attendance"), "2026年9月")).toEqual([
      "2026年9月",
      String(figures?.heard),
      String(figures?.present),
      String(figures?.absent),
      String(figures?.unknown),
      figures?.rate,
      "据2026年9月通报〔2026〕第1期第1版，2026年10月8日印发",
    ]);
    const bytes = await city.files.read("bulletins/2026-09/issued-v1/bulletin.xlsx", undefined, 1e7);
    const { sheets } = await readXlsx(typeof bytes === "string" ? expect.fail(bytes) : bytes);
    const printed = sheets.flatMap(({ rows }) => rows).find((row) => row.includes("沂南县"));
    const county = await monthOf("yinan-government");
    expect(rowOf(county.section("ranking"), "沂南县")?.[1]).toBe("第1，66.67%（2/3）");
    expect(printed).toEqual(expect.arrayContaining([1, 3, 2]));
    expect(county.section("ranking")).toContain("本辖区第1名");
    expect(rowOf(county.section("attendance"), "2026年9月")?.slice(1, 3)).toEqual(["3", "2"]);
    // What names units was kept to the bureau.
    expect(county.page).not.toContain("本级单位排名");
    expect(county.page).not.toContain("司法建议");
  });

  it("has the agencies' ranking where the bulletin circulates all lists", async () => {
    await city.until(at("09-24", "12:00"));
    await heard(77, PRESENT);
    const all = ["agencies", "absences", "open", "suggestions", "changes"];
    await issued(Object.fromEntries(all.map((one) => [`shown-${one}`, "yes"])));
    const { section } = await monthOf("yinan-government");
    expect(section("ranking")).toContain("本级单位排名");
    expect(section("ranking")).toContain("沂南县公安局");
    expect((await monthOf("hedong-government")).section("ranking")).not.toContain("沂南县公安局");
  });
});

describe("hearings and what is late", () => {
  beforeEach(async () => {
    await city.put(COURT_FOLDER, "summons.txt", summonsText());
    for (const serial of [81, 82, 83, 84, 85])
      await city.put(COURT_FOLDER, `${serial}.txt`, numbered(summonsText(), serial));
  });

  it("are of the days to come, today's first, and of the county's own", async () => {
    await city.until(at("09-18", "09:00"));
    const ahead = await monthOf("yinan-government");
    expect(ahead.section("hearings")).toContain("今日0件，至2026年9月25日共6件");
    expect(ahead.section("hearings")).toContain("尚未报告出庭负责人");
    expect(ahead.section("hearings")).toContain("其余2项");
    expect(ahead.section("late")).toContain("三日报告6件");
    expect(ahead.section("late")).toMatch(/沂南县公安局.*\d+天/s);
    const city2 = await monthOf("linyi-government");
    expect(city2.section("late")).toContain("沂南县公安局");
    const other = await monthOf("hedong-government");
    expect(other.page).not.toContain("沂南县公安局");
    expect(other.section("hearings")).toContain("至2026年9月25日没有开庭");
    expect(other.section("late")).toContain("没有逾期未报的单位");
    await city.until(at("09-24", "08:30"));
    expect((await monthOf("yinan-government")).section("hearings")).toContain("今天 9:00");
  });
});
