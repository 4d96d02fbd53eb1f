/** Of lists that a province makes very long a page reads and shows so much, says so, and what is asked for is found all the same. */
import { describe, expect, it } from "vitest";
import { movedDeadlines } from "../../../functions/desk/workspaces/admin/moved-deadlines.ts";
import { holidayYears } from "../../../shared/adapters/holidays.ts";
import { MOST_READ } from "../../../shared/domain/board/board-figures.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addMinutes, civilDate, civilDateAt } from "../../../shared/domain/time/time.ts";
import { cookieOf, sessionIdOf } from "../../../shared/links/session-cookie.ts";
import { signLink } from "../../../shared/links/token.ts";
import { aCity } from "../../support/desk-city.ts";
import { manyRows, putRows } from "../../support/many-cases.ts";
import { ADMIN_MAIL, LINK_KEYS } from "../../support/memory-city.ts";
import { signedIn } from "../../support/signed-in.ts";
import { aLoss } from "../../support/stored-things.ts";

type City = Awaited<ReturnType<typeof aCity>>;

describe("who signed in", () => {
  const MANY = 2_300;
  async function signIns(city: City) {
    for (let index = 0; index < MANY; index++) {
      const mailbox = `clerk${index}@example.org`;
      const startedAt = addMinutes(city.now, -MANY + index);
      await city.ports.sessions.begin({
        id: sessionIdOf(cookieOf(mailbox, "s".padEnd(43, "-"))) ?? "",
        mailbox,
        by: "mail",
        startedAt,
        until: addMinutes(startedAt, 12 * 60),
        formToken: "form",
      });
    }
    return signedIn(city, ADMIN_MAIL);
  }

  it("is listed from the newest, two hundred of two thousand that are looked at", async () => {
    const city = await aCity();
    const admin = await signIns(city);
    const page = async (query = "") => (await admin.get(`/at/admin/sessions${query}`)).text();
    const all = await page();
    expect(all).toContain("列出新的200个，更早的没有查找");
    expect(all).toContain(`clerk${MANY - 1}@`);
    expect(all).not.toContain(`clerk${MANY - 250}@`);
    const one = await page(`?mailbox=clerk${MANY - 250}@`);
    expect(one).toContain(`clerk${MANY - 250}@example.org`);
    expect(one).toContain("列出新的1个，更早的没有查找");
    // Behind all that is looked at.
    expect(await page("?mailbox=clerk7@")).not.toContain("clerk7@example.org");
  });
});

describe("deadlines that a calendar moves", () => {
  it("are counted of three thousand cases at most, and the page says that there are more", async () => {
    const city = await aCity();
    const { records, directory, rules, now } = city.ports;
    const [none] = [holidayYears().filter(({ year }) => year !== 2026)];
    const counted = async (cases: number) => {
      city.table.boardRows.clear();
      // None of them has a period that could move: of those there would be three hundred soon.
      putRows(
        city.table,
        manyRows(cases, civilDate("2026-01-25")).map((row) => ({
          ...row,
          agencies: row.agencies.map((one) => ({ ...one, due: [] })),
        })),
      );
      let read = 0;
      const counting = {
        ...records,
        openCases: async (...asked: Parameters<typeof records.openCases>) => {
          const page = await records.openCases(...asked);
          read += page.rows.length;
          return page;
        },
      };
      const { more } = await movedDeadlines({ records: counting, directory, rules, now }, none ?? [], 2026);
      return { more, read };
    };
    expect(await counted(500)).toMatchObject({ more: false });
    const { more, read } = await counted(MOST_READ + 3_000);
    expect(more).toBe(true);
    // Beside the rows of cases on two boards, a page ahead on each board.
    expect(read).toBeLessThan(MOST_READ * 1.2 + 1_000);
  });
});

describe("lost cases", () => {
  it("are counted all, and two hundred of them listed, the last judgments first", async () => {
    const city = await aCity();
    for (let index = 0; index < 260; index++) {
      const loss = aLoss({
        owner: "沂南县",
        caseNumber: caseNumber(`（2026）鲁1321行初${500 + index}号`),
        respondent: index < 5 ? "沂南县水利局" : "沂南县公安局",
        lostOn: civilDate(index < 5 ? "2026-01-05" : "2026-06-05"),
      });
      city.table.losses.set(`沂南县#2026#${index}`, loss);
    }
    const recipient = "yinan-justice" as OrganisationId;
    const link = signLink(
      { task: "programme", recipient, expires: addMinutes(city.now, 60), nonce: "losses" },
      LINK_KEYS,
    );
    const page = async (query = "") =>
      (await city.pages.request(`/${link}/losses?year=${civilDateAt(city.now).slice(0, 4)}${query}`)).text();
    const rows = (shown: string) => new Set(shown.match(/（2026）鲁1321行初\d+号/g) ?? []).size;
    const all = await page();
    expect(all).toContain("共260件（按案件和单位计），列出判决最晚的200件");
    expect(rows(all)).toBe(200);
    expect(all).not.toContain("行初502号");
    const found = await page(`&unit=${encodeURIComponent("水利局")}`);
    expect(found).toContain("共5件（按案件和单位计）");
    expect(rows(found)).toBe(5);
  });
});
