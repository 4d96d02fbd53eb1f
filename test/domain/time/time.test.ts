import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMinutes,
  addMonths,
  civilDate,
  civilDateAt,
  civilDateOf,
  clockTime,
  clockTimeAt,
  dayOfWeek,
  daysBetween,
  earliest,
  instant,
  instantAt,
  lastOf,
  type Month,
  monthOf,
  monthsLater,
  parseCivilDate,
  parseClockTime,
  parseMonth,
} from "../../../shared/domain/time/time.ts";

const anyDate = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(civilDate("1990-01-01"), days));

describe("civil dates", () => {
  it("are days of the calendar and nothing else", () => {
    expect(parseCivilDate("2028-02-29")).toBe("2028-02-29");
    for (const text of ["2026-02-29", "2026-13-01", "2026-00-10", "2026-9-1", "20260901", " 2026-09-01", ""])
      expect(parseCivilDate(text), text).toBeUndefined();
    expect(civilDateOf(2026, 2, 30)).toBeUndefined();
    expect(civilDateOf(2026, 9, 1)).toBe("2026-09-01");
    expect(() => civilDate("2026-02-30")).toThrow(RangeError);
  });

  it("add and subtract over months, leap days and years", () => {
    expect(addDays(civilDate("2026-12-31"), 1)).toBe("2027-01-01");
    expect(addDays(civilDate("2028-03-01"), -1)).toBe("2028-02-29");
    expect(() => addDays(civilDate("9999-12-31"), 1)).toThrow(RangeError);
    expect(dayOfWeek(civilDate("2026-10-01"))).toBe(4);
    expect(monthOf(civilDate("2026-10-01"))).toBe("2026-10");
  });

  it("measure back the days that were added", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });
});

describe("instants", () => {
  it("belong to Shanghai's day, whatever the machine's zone", () => {
    expect(instantAt(civilDate("2026-10-01"))).toBe("2026-09-30T16:00:00.000Z");
    expect(civilDateAt(instant("2026-09-30T16:00:00Z"))).toBe("2026-10-01");
    expect(civilDateAt(instant("2026-09-30T15:59:59.999Z"))).toBe("2026-09-30");
    expect(clockTimeAt(instant("2026-09-30T16:05:00Z"))).toBe("00:05");
    expect(instant("2026-10-15T09:00:00+08:00")).toBe("2026-10-15T01:00:00.000Z");
  });

  it("are refused without an offset", () => {
    expect(() => instant("2026-10-15T09:00:00")).toThrow(RangeError);
    expect(() => instant("tomorrow Z")).toThrow(RangeError);
  });

  it("come back from a date and a time of day", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 1439 }), (date, minute) => {
        const at = addMinutes(instantAt(date), minute);
        expect(civilDateAt(at)).toBe(date);
        expect(instantAt(date, clockTimeAt(at))).toBe(at);
      }),
    );
  });

  it("know the earliest among those that are there", () => {
    const [early, late] = [instant("2026-01-01T00:00:00Z"), instant("2026-01-02T00:00:00Z")];
    expect(earliest(late, undefined, early)).toBe(early);
    expect(earliest(undefined)).toBeUndefined();
  });
});

describe("months and times of day", () => {
  it("are read strictly", () => {
    expect(parseMonth("2026-13")).toBeUndefined();
    expect(parseMonth("2026-1")).toBeUndefined();
    expect(parseClockTime("24:00")).toBeUndefined();
    expect(parseClockTime("9:00")).toBeUndefined();
    expect(clockTime("23:59")).toBe("23:59");
    expect(() => clockTime("25:00")).toThrow(RangeError);
  });

  it("count months over the year's end", () => {
    const december = monthOf(civilDate("2026-12-31"));
    expect(addMonths(december, 1)).toBe("2027-01");
    expect(addMonths(december, -12)).toBe("2025-12");
  });

  it("end on their last day, and have no day of the same number where they are too short", () => {
    expect([lastOf("2028-02" as Month), lastOf("2026-12" as Month)]).toEqual(["2028-02-29", "2026-12-31"]);
    expect(monthsLater(civilDate("2026-08-31"), 1)).toBe("2026-09-30");
    expect(monthsLater(civilDate("2026-12-31"), 2)).toBe("2027-02-28");
    expect(monthsLater(civilDate("2026-09-28"), 3)).toBe("2026-12-28");
  });
});
