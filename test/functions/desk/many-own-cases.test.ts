/** The first page of an agency or a government of very many open cases: what comes first, and how much is not on it. */
import { describe, expect, it } from "vitest";
import { DIRECTORY } from "../../../infra/local/city/scenario.ts";
import { organisationBoard } from "../../../shared/domain/board/board-row.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addDays, civilDate } from "../../../shared/domain/time/time.ts";
import { at } from "../../support/case-builders.ts";
import { COURT_FOLDER, summonsText } from "../../support/desk-city.ts";
import { memoryCity } from "../../support/memory-city.ts";
import { type Browsing, signedIn } from "../../support/signed-in.ts";
import { aRow } from "../../support/stored-things.ts";

type City = ReturnType<typeof memoryCity>;
const LEGAL = "fazhi@yinan-police.example.org";

async function aCityWith(cases: number): Promise<City> {
  const city = memoryCity(at("09-08"));
  await city.upload(DIRECTORY);
  for (let one = 0; one < cases; one++) {
    // The lower its number, the later it is heard.
    const text = new TextDecoder().decode(summonsText({ number: `（2026）鲁1321行初${201 + one}号` }));
    const day = addDays(civilDate("2026-12-30"), -one);
    const [, month = "", date = ""] = day.split("-");
    const later = text.replace("2026年9月24日", `2026年${Number(month)}月${Number(date)}日`);
    await city.put(COURT_FOLDER, `${one}.txt`, new TextEncoder().encode(later));
  }
  return city;
}

/** Rows of an organisation's board alone, of cases heard one day after the other. */
function putRows({ table }: City, organisation: string, rows: number) {
  const board = organisationBoard(organisation as OrganisationId);
  for (let index = 0; index < rows; index++) {
    const row = aRow({
      board,
      boards: [board],
      caseNumber: caseNumber(`（2026）鲁1302行初${1_000 + index}号`),
      hearing: { date: addDays(civilDate("2026-10-01"), index % 60) },
    });
    table.boardRows.set(`${board}#OPEN#${row.caseNumber}`, row);
  }
}

const words = (page: string) => page.replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, " ").replace(/\s+/g, "");
const section = (page: string, id: string) =>
  new RegExp(`<section aria-labelledby="${id}">[\\s\\S]*?</section>`).exec(page)?.[0] ?? "";
const serials = (text: string) => [...text.matchAll(/行初(\d+)号/g)].map(([, serial]) => Number(serial));
const follow = async (browser: Browsing, path: string, page: string, way: string) => {
  const [, href = ""] = new RegExp(`href="([^"]+)">${way}`).exec(page) ?? [];
  const { pathname, search } = new URL(href.replaceAll("&amp;", "&"), `https://desk.example.org${path}`);
  return (await browser.get(`${pathname}${search}`)).text();
};

describe("an agency with 70 cases to report on", () => {
  it("is shown the sixty that come first, and told of the other ten", async () => {
    const city = await aCityWith(70);
    const browser = await signedIn(city, LEGAL);
    const page = await (await browser.get("/at/yinan-police")).text();
    const todo = section(page, "todo");
    expect(words(todo)).toContain("另有10件未结案件可能有待办，时限或者开庭都在下列之后");
    expect(words(todo)).toContain("列出60项");
    expect(words(section(page, "hearings"))).toContain("列出60次");
    expect(words(section(page, "done"))).toContain("查看的部分未结案件中还没有办理过的事项");
    // All are to be reported on by the same day: then the number decides.
    expect(new Set(serials(todo))).toEqual(new Set(Array.from({ length: 60 }, (_, index) => 201 + index)));
  });

  it("finds all of them, fifty a page, and what was done in all of them", async () => {
    const city = await aCityWith(70);
    const browser = await signedIn(city, LEGAL);
    const path = "/at/yinan-police/cases";
    const first = await (await browser.get(path)).text();
    expect(words(first)).toContain("本页50件");
    const second = await follow(browser, path, first, "下一页");
    expect(words(second)).toContain("本页20件");
    expect(second).not.toContain("下一页");
    const numbers = [first, second].map((page) => new Set(serials(page)));
    expect(numbers.map(({ size }) => size)).toEqual([50, 20]);
    const done = words(await (await browser.get("/at/yinan-police/done")).text());
    expect(done).toContain("已办未结案件中还没有办理过的事项");
    expect(done).not.toContain("分页");
  });
});

describe("an agency with 1,600 open cases", () => {
  it("is told of which of them its page is, and led to the others", async () => {
    const city = await aCityWith(0);
    putRows(city, "yinan-police", 1_600);
    const browser = await signedIn(city, LEGAL);
    const path = "/at/yinan-police";
    const first = await (await browser.get(path)).text();
    expect(words(first)).toContain("下面的内容取自按案号排列的1500件。");
    expect(words(first)).not.toContain("未结1");
    const second = words(await follow(browser, path, first, "查看其余案件"));
    expect(second).toContain("取自按案号排列的100件（续）。从头查看");
    expect(second).not.toContain("查看其余案件");
    const done = await (await browser.get(`${path}/done`)).text();
    expect(words(done)).toContain("按案号分页，本页100件案件");
    expect(words(await follow(browser, `${path}/done`, done, "下一页"))).toContain("第一页");
  });
});

describe("a government sued in very many cases", () => {
  it.each([
    [100, ""],
    [130, "另有30件没有列出"],
    [1_600, "还有没有列出的"],
  ])("of %i open ones is told: %s", async (rows, said) => {
    const city = await aCityWith(0);
    putRows(city, "yinan-government", rows);
    const browser = await signedIn(city, "fawu@yinan-government.example.org");
    let read = 0;
    const { caseFile } = city.ports.records;
    Object.assign(city.ports.records, {
      caseFile: (...asked: Parameters<typeof caseFile>) => {
        read += 1;
        return caseFile(...asked);
      },
    });
    const page = words(await (await browser.get("/at/yinan-government")).text());
    expect(read).toBe(100);
    if (said === "") expect(page).not.toContain("应诉案件较多");
    else expect(page).toContain(said);
  });
});
