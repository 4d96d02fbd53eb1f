/**
 * Working days in China: weekends, the holidays the State Council's yearly notice (国务院办公厅关于节假日安排的通知)
 * names, and its make-up working days (调休). Where a year's notice is not there yet, answers say so.
 */
import { addDays, type CivilDate, dayOfWeek } from "./time.ts";

/** One year's holiday notice as data. */
export interface HolidayYear {
  readonly year: number;
  /** Where the data comes from, for explanations: `chinese-days@1.5.7`. */
  readonly version: string;
  /** Days off that the notice names, the weekend days among them included. Empty: no notice yet. */
  readonly holidays: readonly CivilDate[];
  /** Weekend days that are worked in exchange (调休). */
  readonly workdays: readonly CivilDate[];
}

/** Holidays that are off by regulation each year, whatever the notice says. */
export type FixedHoliday = "new-year" | "labour-day" | "national-day";

/** Why a day is worked or isn't: by its weekday, by the notice (made up for a holiday, or one), or by regulation. */
export type DayReason = "workday" | "weekend" | "made-up" | "holiday" | FixedHoliday;

/** The years whose notices would say, and aren't there; `past`: they were published long ago, and only the data lacks them. */
export interface MissingNotices {
  readonly years: readonly number[];
  readonly past: boolean;
}

/** Whether a day is worked; `missing` where a notice that may change it isn't there. */
export interface DayKind {
  readonly working: boolean;
  readonly reason: DayReason;
  readonly missing?: MissingNotices;
}

/** A day that was looked at on the way to a working day. */
export interface DayLookedAt extends DayKind {
  readonly date: CivilDate;
}

/** Where a period ends after the roll, and how it came there. */
export interface Roll {
  readonly date: CivilDate;
  /** Whether a missing notice may move the date. */
  readonly provisional: boolean;
  /** Every day looked at, the working day last. */
  readonly days: readonly DayLookedAt[];
}

export interface Calendar {
  /** The data's versions and the years they cover: `chinese-days@1.5.7（2004–2026）`; empty where there is no data. */
  readonly version: string;
  /** Whether the year's holiday notice is there; a year with an empty list is not covered. */
  covers(year: number): boolean;
  isWorkingDay(date: CivilDate): DayKind;
  /** The date itself where it is worked, else the next working day (行诉解释 §48). */
  rollForward(date: CivilDate): Roll;
}

/** Days off by regulation each year, whatever the notice says (《全国年节及纪念日放假办法》 §2, as of 2025). */
const FIXED_HOLIDAYS: Readonly<Record<string, FixedHoliday>> = {
  "01-01": "new-year",
  "05-01": "labour-day",
  "05-02": "labour-day",
  "10-01": "national-day",
  "10-02": "national-day",
  "10-03": "national-day",
};

/** The calendar that the given years' notices make. */
export function calendar(years: readonly HolidayYear[]): Calendar {
  const published = years.filter(({ holidays }) => holidays.length > 0);
  const covered = new Set(published.map(({ year }) => year));
  const off = new Set(published.flatMap(({ holidays }) => holidays));
  const madeUp = new Set(published.flatMap(({ workdays }) => workdays));
  const covers = (year: number) => covered.has(year);
  const latest = Math.max(...covered);

  function isWorkingDay(date: CivilDate): DayKind {
    const weekday = dayOfWeek(date);
    const year = Number(date.slice(0, 4));
    if (madeUp.has(date)) return { working: true, reason: "made-up" };
    if (off.has(date)) return { working: false, reason: "holiday" };
    const fixed = covers(year) ? undefined : FIXED_HOLIDAYS[date.slice(5)];
    if (fixed !== undefined) return { working: false, reason: fixed };
    const years = [year, ...(besideNewYear(date) ? [year + 1] : [])].filter((each) => !covers(each));
    const working = weekday !== 0 && weekday !== 6;
    const kind: DayKind = { working, reason: working ? "workday" : "weekend" };
    if (years.length === 0) return kind;
    return { ...kind, missing: { years, past: years.every((each) => each < latest) } };
  }

  function rollForward(date: CivilDate): Roll {
    const days: DayLookedAt[] = [];
    for (let day = date; ; day = addDays(day, 1)) {
      const kind = isWorkingDay(day);
      days.push({ date: day, ...kind });
      if (kind.working)
        return { date: day, provisional: days.some(({ missing }) => missing !== undefined), days };
    }
  }

  return { version: versionOf(published), covers, isWorkingDay, rollForward };
}

/**
 * The next year's notice may also speak of the last weekend of December and of a Monday before a Tuesday's
 * New Year: 2018-12-29 was worked and 2018-12-31 off by the notice for 2019.
 */
function besideNewYear(date: CivilDate): boolean {
  return date.slice(5) >= "12-29" && [6, 0, 1].includes(dayOfWeek(date));
}

/** `chinese-days@1.5.7（2004–2026）`; a year from another source stands on its own. */
function versionOf(years: readonly HolidayYear[]): string {
  const byVersion = Map.groupBy(years, ({ version }) => version);
  const versions = [...byVersion].map(([version, of]) => {
    const each = of.map(({ year }) => year);
    const [first, last] = [Math.min(...each), Math.max(...each)];
    return `${version}（${first === last ? first : `${first}–${last}`}）`;
  });
  return versions.join("＋");
}
