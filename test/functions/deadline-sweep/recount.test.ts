/** After a change of the holidays known every open case is looked at once, in parts, and what failed once more. */
import { describe, expect, it } from "vitest";
import { recount } from "../../../functions/deadline-sweep/recount.ts";
import { holidayYears } from "../../../shared/adapters/holidays.ts";
import type { CaseNumber } from "../../../shared/domain/court/case-number.ts";
import { type AdminAct, yearsWith } from "../../../shared/domain/operations/admin-act.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import { calendar } from "../../../shared/domain/time/calendar.ts";
import { addMinutes, civilDate } from "../../../shared/domain/time/time.ts";
import { RULES } from "../../support/case-builders.ts";
import { aCity, COURT_FOLDER, summonsText } from "../../support/desk-city.ts";

type City = Awaited<ReturnType<typeof aCity>>;
const NUMBERS = [77, 78, 79, 80].map((serial) => `（2026）鲁1321行初${serial}号` as CaseNumber);

/** Four cases whose reports are due on 2026-09-11. */
async function fourCases(): Promise<City> {
  const city = await aCity();
  for (const number of NUMBERS.slice(1))
    await city.put(COURT_FOLDER, `${number}.txt`, summonsText({ number }));
  return city;
}

/** The rules with 2026-09-11 off. */
function withDayOff(city: City): Rules {
  const known = holidayYears().find(({ year }) => year === 2026);
  const holidays = [...(known?.holidays ?? []), civilDate("2026-09-11")];
  const notice = { year: 2026, holidays, workdays: known?.workdays ?? [], text: "" };
  const act: AdminAct = { id: "a", at: city.now, by: "a@b.c", deed: { kind: "holidays-entered", notice } };
  return { policy: RULES.policy, calendar: calendar(yearsWith(holidayYears(), [act])) };
}

const dueDays = (city: City) =>
  Promise.all(
    NUMBERS.map(
      async (number) =>
        (await city.records.caseFile(number))?.deadlines.find(({ kind }) => kind === "report")?.deadline.due,
    ),
  );

describe("the recount", () => {
  it("moves what was counted by the day, once, and nothing by the calendar that holds", async () => {
    const city = await fourCases();
    const ports = { ...city.ports };
    expect(await recount(ports, city.now, RULES)).toMatchObject({ counts: { looked: 4, moved: 0 } });
    expect(await recount(ports, city.now, RULES)).toBeUndefined();
    const rules = withDayOff(city);
    expect(await recount(ports, city.now, rules)).toMatchObject({ counts: { moved: 4 }, failed: 0 });
    expect(await dueDays(city)).toEqual(NUMBERS.map(() => "2026-09-14"));
    expect(await recount(ports, addMinutes(city.now, 60), rules)).toBeUndefined();
    await recount(ports, addMinutes(city.now, 120), RULES);
    expect(await dueDays(city)).toEqual(NUMBERS.map(() => "2026-09-11"));
  });

  it("goes on after a part, through all boards", async () => {
    const city = await fourCases();
    const records = {
      ...city.records,
      // Two rows a page, so that a part ends in the middle of a board.
      openCases: (board: string, page: Parameters<typeof city.records.openCases>[1]) =>
        city.records.openCases(board, { ...page, limit: 2 }),
    };
    const rules = withDayOff(city);
    const ports = { ...city.ports, records };
    const first = await recount(ports, city.now, rules, 2);
    expect(first?.goesOn).toBeDefined();
    expect((await dueDays(city)).filter((due) => due === "2026-09-14")).toHaveLength(2);
    let parts = 1;
    while ((await recount(ports, addMinutes(city.now, 60 * parts), rules, 2)) !== undefined) parts += 1;
    expect(await dueDays(city)).toEqual(NUMBERS.map(() => "2026-09-14"));
    expect(parts).toBeLessThan(6);
  });

  it("looks again at all where one failed, and the others wait for nobody", async () => {
    const city = await fourCases();
    let broken = true;
    const records = {
      ...city.records,
      caseFile: async (number: CaseNumber) => {
        if (broken && number === NUMBERS[1]) throw new Error("throttled");
        return city.records.caseFile(number);
      },
    };
    const rules = withDayOff(city);
    const ports = { ...city.ports, records };
    expect(await recount(ports, city.now, rules)).toMatchObject({ failed: 1, goesOn: {} });
    expect((await dueDays(city)).filter((due) => due === "2026-09-14")).toHaveLength(3);
    expect(await recount(ports, addMinutes(city.now, 60), rules)).toMatchObject({ failed: 1 });
    broken = false;
    const last = await recount(ports, addMinutes(city.now, 120), rules);
    expect(last).toMatchObject({ failed: 0 });
    expect(last?.goesOn).toBeUndefined();
    expect(await dueDays(city)).toEqual(NUMBERS.map(() => "2026-09-14"));
    expect(await recount(ports, addMinutes(city.now, 180), rules)).toBeUndefined();
  });
});
