/**
 * The holiday notices of the State Council as the package `chinese-days` ships them: its data file alone.
 * Its functions read `Date` in the machine's zone and take a year without data for one without holidays.
 */
import data from "chinese-days/dist/chinese-days.json" with { type: "json" };
import manifest from "chinese-days/package.json" with { type: "json" };
import type { HolidayYear } from "../domain/time/calendar.ts";
import { type CivilDate, civilDate } from "../domain/time/time.ts";

/** `chinese-days@<version>`: names the data in each deadline's explanation. */
const HOLIDAY_DATA_VERSION = `chinese-days@${manifest.version}`;

/** Holidays that every notice names; a year in which one is missing is not a whole notice. */
const IN_EVERY_NOTICE = ["元旦", "春节", "劳动节", "国庆节"];

/** A date of the data file → `English name,Chinese name,statutory days`. */
type DayNames = Readonly<Record<string, string>>;

/** The data file's shape, as far as it is read. */
export interface HolidayData {
  readonly holidays: DayNames;
  readonly workdays: DayNames;
}

/**
 * The years whose notice the data holds as a whole, in order. A notice also names days of the December
 * before it; a year that has only those, or a broken part of its own, is left out and so counts as not covered.
 */
export function holidayYears(source: HolidayData = data, version = HOLIDAY_DATA_VERSION): HolidayYear[] {
  const holidays = datesByYear(source.holidays);
  const workdays = datesByYear(source.workdays);
  return [...holidays]
    .filter(([, dates]) => {
      const named = new Set(dates.map((date) => source.holidays[date]?.split(",")[1]));
      return IN_EVERY_NOTICE.every((name) => named.has(name));
    })
    .map(([year, dates]) => ({ year, version, holidays: dates, workdays: workdays.get(year) ?? [] }))
    .sort((a, b) => a.year - b.year);
}

function datesByYear(days: DayNames): Map<number, CivilDate[]> {
  return Map.groupBy(Object.keys(days).sort().map(civilDate), (date) => Number(date.slice(0, 4)));
}
