/** A board of more open cases than a page can read: paged and filtered as any other, its figures as they were counted. */
import { describe, expect, it } from "vitest";
import { manyCases } from "../../../functions/desk/board/many-cases.ts";
import { boardScope } from "../../../functions/desk/board/read-board.ts";
import { MOST_READ, openFigures, WHOLE_CITY } from "../../../shared/domain/board/board-figures.ts";
import { type BoardQuery, boardRowsOf, mergedBoards } from "../../../shared/domain/board/board-query.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addMinutes, civilDateAt } from "../../../shared/domain/time/time.ts";
import { signLink } from "../../../shared/links/token.ts";
import { RULES } from "../../support/case-builders.ts";
import { countedBoards } from "../../support/counted-boards.ts";
import { aCity } from "../../support/desk-city.ts";
import { manyRows, putRows } from "../../support/many-cases.ts";
import { LINK_KEYS } from "../../support/memory-city.ts";
import { signedIn } from "../../support/signed-in.ts";

type City = Awaited<ReturnType<typeof aCity>>;
const CITY = "linyi-justice" as OrganisationId;
const COUNTY = "yinan-justice" as OrganisationId;

async function cityOf(cases: number) {
  const city = await aCity();
  const today = civilDateAt(city.now);
  const rows = manyRows(cases, today);
  city.table.boardRows.clear();
  putRows(city.table, rows);
  return { city, today, rows };
}

async function scopeOf(city: City, bureau: OrganisationId) {
  return (await boardScope(city.ports, bureau)) ?? expect.fail();
}

function courtMailbox(city: City): string {
  const court = city.table.organisations.get("linyi-court");
  return court?.contacts[0]?.email ?? expect.fail();
}

const QUERIES: readonly Partial<BoardQuery>[] = [
  {},
  { sort: "number" },
  { state: "heard" },
  { concern: "overdue" },
  { concern: "due-soon" },
  { concern: "hearing" },
  { concern: "record-missing" },
  { concern: "difference" },
  { concern: "unidentified" },
  { concern: "flagged", state: "registered" },
  { agency: "沂南县公安局" },
  { agency: "公安", concern: "overdue" },
  { agency: "临沂市第", sort: "number" },
  { court: "lanshan-court" },
  { court: "linyi-court", state: "postponed" },
  { district: "沂南县" },
  { district: "市本级", concern: "overdue" },
  { agency: "没有这个单位" },
];

describe("a board of very many cases", () => {
  it.each(QUERIES)("finds by pages what a board that is read whole finds: %o", async (asked) => {
    const { city, today, rows } = await cityOf(230);
    for (const bureau of [CITY, COUNTY]) {
      const scope = await scopeOf(city, bureau);
      const query: BoardQuery = { sort: "hearing", ...asked };
      const boards = scope.bureaus.map(({ jurisdiction }) => jurisdiction);
      const whole = mergedBoards(boards.map((board) => rows.filter((row) => row.board === board)));
      const expected = boardRowsOf(whole, query, today, scope.courts).map(({ caseNumber }) => caseNumber);
      const found: string[] = [];
      let after: string | undefined;
      let pages = 0;
      do {
        const page = await manyCases(
          city.ports,
          scope,
          { ...query, ...(after !== undefined && { after }) },
          today,
          20,
        );
        expect(page.rows.length).toBeLessThanOrEqual(20);
        expect(page.named).toBeUndefined();
        found.push(...page.rows.map(({ caseNumber }) => caseNumber));
        after = page.next;
        pages += 1;
      } while (after !== undefined && pages < 40);
      // A case on two boards may stand where each of them has it.
      expect([...new Set(found)].toSorted()).toEqual(expected.toSorted());
    }
  });

  it("lists what waits and what is due first before all others", async () => {
    const { city, today } = await cityOf(120);
    const { rows } = await manyCases(city.ports, await scopeOf(city, COUNTY), { sort: "hearing" }, today, 20);
    const waits = rows.map(({ agencies }) =>
      agencies.some(({ flags }) => flags.includes("difference") || flags.includes("report-to-read")),
    );
    expect(waits.indexOf(false)).toBe(waits.lastIndexOf(true) + 1);
    expect(waits).toContain(true);
  });

  it("looks at a thousand cases for a page, says that it stopped, and goes on from there", async () => {
    const { city, today } = await cityOf(2_400);
    const scope = await scopeOf(city, CITY);
    const nobody: BoardQuery = { sort: "number", agency: "没有这个单位" };
    const first = await manyCases(city.ports, scope, nobody, today, 50);
    expect(first).toMatchObject({ rows: [], stopped: true });
    const second = await manyCases(city.ports, scope, { ...nobody, after: first.next ?? "" }, today, 50);
    expect(second).toMatchObject({ rows: [], stopped: true });
    const last = await manyCases(city.ports, scope, { ...nobody, after: second.next ?? "" }, today, 50);
    expect(last).toMatchObject({ rows: [], stopped: false });
    expect(last.next).toBeUndefined();
    expect(await manyCases(city.ports, scope, { sort: "number", agency: "局" }, today, 50)).toMatchObject({
      rows: [],
      named: expect.any(Number),
    });
  });

  it("shows figures as they were counted, with their time, and reads no more for ten times the cases", async () => {
    const { city, today, rows } = await cityOf(MOST_READ + 200);
    const link = (recipient: OrganisationId) =>
      signLink({ task: "board", recipient, expires: addMinutes(city.now, 600), nonce: "many" }, LINK_KEYS);
    const page = async (recipient: OrganisationId, query = "") =>
      (await city.pages.request(`/${link(recipient)}${query}`)).text();
    const uncounted = await page(CITY);
    expect(uncounted).toContain(`在办案件超过${MOST_READ}件`);
    expect(uncounted).toContain("本页50件");
    // Of a search that stopped nobody can say that there is none.
    const stopped = await page(CITY, `?sort=number&agency=${encodeURIComponent("没有这个单位")}`);
    expect(stopped).toContain("后面可能还有，请继续查找");
    expect(stopped).not.toContain("没有符合条件的案件");

    await countedBoards(city.ports, city.now, RULES);
    // As counted from scratch.
    const boards = ["市本级", "兰山区", "沂南县"];
    const on = (board: string) => rows.filter((row) => row.board === board);
    for (const board of boards)
      expect((await city.ports.operations.figures(board))?.cases).toEqual(openFigures(on(board), today));
    const whole = openFigures(
      mergedBoards(boards.map(on)).toSorted((one, other) => (one.caseNumber < other.caseNumber ? -1 : 1)),
      today,
    );
    expect((await city.ports.operations.figures(WHOLE_CITY))?.cases).toEqual(whole);

    const shown = await page(CITY);
    expect(shown).toContain(`在办案件${MOST_READ + 200}件`);
    expect(shown).toContain(`有逾期事项 <strong>${whole.concerns.overdue}</strong>`);
    expect(shown).toContain(`共${whole.silent}个单位，逾期最长的在前`);
    expect(shown).toContain("数字和逾期单位为2026年9月8日");
    const first = whole.longest[0] ?? expect.fail();
    expect(await page(CITY, `?agency=${encodeURIComponent(first.name)}&concern=overdue`)).toContain("逾期");
    // A county's own cases are few: read whole, and counted as they are.
    const county = await page(COUNTY);
    expect(county).toContain(`符合条件的${on("沂南县").length}件`);
    expect(county).not.toContain("数字和逾期单位为");
    const csv = await city.pages.request(`/${link(CITY)}/csv`);
    // A line for each agency of a case.
    expect(new Set((await csv.text()).match(/（2026）鲁\d+行初\d+号/g))).toHaveLength(1_000);
  });
});

describe("who sees very many cases", () => {
  const fetched = async (city: City, mailbox: string, path: string) =>
    (await (await signedIn(city, mailbox)).get(path)).text();

  it("has a government's month from the same figures, with their time", async () => {
    const { city } = await cityOf(MOST_READ + 50);
    await countedBoards(city.ports, city.now, RULES);
    const figures = (await city.ports.operations.figures(WHOLE_CITY)) ?? expect.fail();
    const page = await fetched(city, "fawu@linyi-government.example.org", "/at/linyi-government/month");
    expect(page).toContain(`共${figures.cases.silent}个单位（2026年9月8日`);
    expect(page).toContain(figures.cases.longest[0]?.name);
    expect(page.length).toBeLessThan(40_000);
  });

  it("has a month of what comes first where so many cases haven't been counted yet, and says that there is more", async () => {
    const { city } = await cityOf(3 * MOST_READ);
    const { ahead } = city.ports.records;
    let read = 0;
    city.ports.records.ahead = async (...asked) => {
      const page = await ahead(...asked);
      read += page.cases.length;
      return page;
    };
    const page = await fetched(city, "fawu@linyi-government.example.org", "/at/linyi-government/month");
    expect(read).toBeGreaterThanOrEqual(MOST_READ);
    expect(read).toBeLessThan(MOST_READ + 250);
    expect(page).toContain("个单位，逾期最长的在前，其余见辖区案件");
    expect(page).toMatch(/最近的\d+件，其余见辖区案件/);
    expect(page.length).toBeLessThan(60_000);
  });

  it("has a court's open cases a page at a time, each of them once", async () => {
    const { city, rows } = await cityOf(230);
    const own = rows.filter(({ board }) => board === "ORG:linyi-court").map(({ caseNumber }) => caseNumber);
    const browser = await signedIn(city, courtMailbox(city));
    const found: string[] = [];
    let path: string | undefined = "/at/linyi-court/cases";
    while (path !== undefined) {
      const page: string = await (await browser.get(path)).text();
      found.push(...[...page.matchAll(/>(（2026）鲁13行初\d+号)<\/a>/g)].map(([, number = ""]) => number));
      const [, next] = /href="[./]*(at\/linyi-court\/cases\?[^"]*)">下一页/.exec(page) ?? [];
      path = next === undefined ? undefined : `/${next.replaceAll("&amp;", "&")}`;
    }
    expect(found.toSorted()).toEqual(own.toSorted());
    expect(own.length).toBeGreaterThan(50);
  });

  it("as a court is told in which of its cases a page looked for tasks, and goes on", async () => {
    const { city } = await cityOf(4_800);
    const browser = await signedIn(city, courtMailbox(city));
    const page = await (await browser.get("/at/linyi-court")).text();
    expect(page).toContain("取自按案号排列的1500件");
    const [, next = ""] = /href="[./]*(at\/linyi-court\?[^"]*)">查看其余案件的待办/.exec(page) ?? [];
    const rest = await (await browser.get(`/${next.replaceAll("&amp;", "&")}`)).text();
    expect(rest).toContain("取自按案号排列的100件（续）");
  });
});
