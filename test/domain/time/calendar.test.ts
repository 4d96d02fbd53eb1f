import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendar, type HolidayYear } from "../../../shared/domain/time/calendar.ts";
import { addDays, civilDate } from "../../../shared/domain/time/time.ts";

const year = (of: number, holidays: string[], workdays: string[] = []): HolidayYear => ({
  year: of,
  version: "notice@1",
  holidays: holidays.map(civilDate),
  workdays: workdays.map(civilDate),
});

const year2026 = year(
  2026,
  [
    "2026-01-01",
    "2026-10-01",
    "2026-10-02",
    "2026-10-03",
    "2026-10-04",
    "2026-10-05",
    "2026-10-06",
    "2026-10-07",
  ],
  ["2026-09-20", "2026-10-10"],
);
const days = calendar([year2026]);

describe("a working day", () => {
  it.each([
    ["2026-09-18", true, "workday"],
    ["2026-09-19", false, "weekend"],
    ["2026-09-20", true, "made-up"],
    ["2026-10-01", false, "holiday"],
    ["2026-10-10", true, "made-up"],
  ])("%s: %s, %s", (date, working, reason) => {
    expect(days.isWorkingDay(civilDate(date))).toEqual({ working, reason });
  });

  it("is not known in a year whose notice is missing, or is there and empty", () => {
    for (const calendarWithout2027 of [days, calendar([year2026, year(2027, [])])]) {
      expect(calendarWithout2027.covers(2026)).toBe(true);
      expect(calendarWithout2027.covers(2027)).toBe(false);
      const missing = { years: [2027], past: false };
      expect(calendarWithout2027.isWorkingDay(civilDate("2027-03-01"))).toEqual({
        working: true,
        reason: "workday",
        missing,
      });
      expect(calendarWithout2027.isWorkingDay(civilDate("2027-03-06"))).toEqual({
        working: false,
        reason: "weekend",
        missing,
      });
    }
  });

  it("is none on a holiday that regulation fixes, notice or not", () => {
    for (const [date, reason] of [
      ["2027-01-01", "new-year"],
      ["2027-05-01", "labour-day"],
      ["2027-10-01", "national-day"],
      ["2027-10-03", "national-day"],
    ] as const)
      expect(days.isWorkingDay(civilDate(date)), date).toEqual({ working: false, reason });
  });

  it("depends on the next year's notice only beside a New Year's bridge", () => {
    const until2018 = calendar([year(2018, ["2018-01-01"])]);
    const known = (date: string) => until2018.isWorkingDay(civilDate(date)).missing === undefined;
    // The notice for 2019 made Saturday 2018-12-29 a working day and Monday 2018-12-31 a day off.
    expect(["2018-12-28", "2018-12-29", "2018-12-30", "2018-12-31"].map(known)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(days.isWorkingDay(civilDate("2026-12-31"))).toEqual({ working: true, reason: "workday" });
    const until2019 = calendar([year(2018, ["2018-12-31"], ["2018-12-29"]), year(2019, ["2019-01-01"])]);
    expect(until2019.isWorkingDay(civilDate("2018-12-31"))).toEqual({ working: false, reason: "holiday" });
  });
});

describe("rolling forward", () => {
  it("stays on a working day and passes a holiday week, day by day", () => {
    expect(days.rollForward(civilDate("2026-09-20")).date).toBe("2026-09-20");
    const roll = days.rollForward(civilDate("2026-10-01"));
    expect(roll).toMatchObject({ date: "2026-10-08", provisional: false });
    expect(roll.days).toHaveLength(8);
    expect(roll.days[0]).toEqual({ date: "2026-10-01", working: false, reason: "holiday" });
  });

  it("is provisional where it crosses into a year without a notice", () => {
    const notice2025 = calendar([year(2025, ["2025-01-01"]), year(2027, ["2027-01-01"])]);
    expect(notice2025.rollForward(civilDate("2025-12-30"))).toMatchObject({
      date: "2025-12-30",
      provisional: false,
    });
    expect(notice2025.rollForward(civilDate("2026-01-01"))).toMatchObject({
      date: "2026-01-02",
      provisional: true,
    });
    // 2022-12-31 is a Saturday: whether it is worked is for the notice of 2023 to say.
    expect(calendar([year(2022, ["2022-01-01"])]).rollForward(civilDate("2022-12-31"))).toMatchObject({
      date: "2023-01-02",
      provisional: true,
    });
  });

  it("ends on the first working day at or after the date, for every date", () => {
    const anyDate = fc.integer({ min: 0, max: 1500 }).map((n) => addDays(civilDate("2025-01-01"), n));
    fc.assert(
      fc.property(anyDate, (from) => {
        const { date, days: looked } = days.rollForward(from);
        expect(days.isWorkingDay(date).working).toBe(true);
        for (let day = from; day < date; day = addDays(day, 1))
          expect(days.isWorkingDay(day).working).toBe(false);
        expect(addDays(from, looked.length - 1)).toBe(date);
        expect(days.rollForward(date).date).toBe(date);
      }),
    );
  });
});

describe("the version", () => {
  it("names each source with its covered years", () => {
    expect(days.version).toBe("notice@1（2026）");
    expect(calendar([]).version).toBe("");
    const corrected = { ...year(2027, ["2027-01-01"]), version: "correction@2" };
    expect(calendar([year(2025, ["2025-01-01"]), year2026, corrected]).version).toBe(
      "notice@1（2025–2026）＋correction@2（2027）",
    );
  });
});
