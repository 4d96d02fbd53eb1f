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

/** Whether a day is worked; not `known` where a notice that may change it is still missing. */
export interface DayKind {
  readonly working: boolean;
  readonly known: boolean;
  /** In Chinese, for explanations: 周六, 法定节假日安排放假, … */
  readonly why: string;
}

/** Where a period ends after the roll, and how it came there. */
export interface Roll {
  readonly date: CivilDate;
  /** Whether a missing notice may move the date. */
  readonly provisional: boolean;
  /** One Chinese sentence per day looked at, the working day last. */
  readonly steps: readonly string[];
}

export interface Calendar {
  /** The data's versions and the years they cover. */
  readonly version: string;
  /** Whether the year's holiday notice is there; a year with an empty list is not covered. */
  covers(year: number): boolean;
  isWorkingDay(date: CivilDate): DayKind;
  /** The date itself where it is worked, else the next working day (行诉解释 §48). */
  rollForward(date: CivilDate): Roll;
}

const WEEKDAYS = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

/** Days off by regulation each year, whatever the notice says (《全国年节及纪念日放假办法》 §2, as of 2025). */
const FIXED_HOLIDAYS: Readonly<Record<string, string>> = {
  "01-01": "元旦",
  "05-01": "劳动节",
  "05-02": "劳动节",
  "10-01": "国庆节",
  "10-02": "国庆节",
  "10-03": "国庆节",
};

/** The calendar that the given years' notices make. */
export function calendar(years: readonly HolidayYear[]): Calendar {
  const published = years.filter(({ holidays }) => holidays.length > 0);
  const covered = new Set(published.map(({ year }) => year));
  const off = new Set(published.flatMap(({ holidays }) => holidays));
  const madeUp = new Set(published.flatMap(({ workdays }) => workdays));
  const covers = (year: number) => covered.has(year);
  const latest = Math.max(...covered);

  /** A year before the data had its notice long ago; we only don't have it. */
  function noNotice(missing: readonly number[]): string {
    const years = `${missing.join("、")}年`;
    return missing.every((year) => year < latest) ? `日历缺${years}节假日安排` : `${years}节假日安排尚未公布`;
  }

  function isWorkingDay(date: CivilDate): DayKind {
    const weekday = dayOfWeek(date);
    const name = WEEKDAYS[weekday] ?? "";
    const year = Number(date.slice(0, 4));
    if (madeUp.has(date)) return { working: true, known: true, why: `${name}，调休上班` };
    if (off.has(date)) return { working: false, known: true, why: `${name}，节假日安排放假` };
    const fixed = covers(year) ? undefined : FIXED_HOLIDAYS[date.slice(5)];
    if (fixed !== undefined) return { working: false, known: true, why: `${name}，${fixed}` };
    const missing = [year, ...(besideNewYear(date) ? [year + 1] : [])].filter((each) => !covers(each));
    const working = weekday !== 0 && weekday !== 6;
    const why = `${name}，${working ? "工作日" : "休息日"}`;
    if (missing.length === 0) return { working, known: true, why };
    return {
      working,
      known: false,
      why: `${why}（${noNotice(missing)}，暂按周末推算）`,
    };
  }

  function rollForward(date: CivilDate): Roll {
    const steps: string[] = [];
    let provisional = false;
    for (let day = date; ; day = addDays(day, 1)) {
      const kind = isWorkingDay(day);
      steps.push(`${day}为${kind.why}`);
      provisional ||= !kind.known;
      if (kind.working) return { date: day, provisional, steps };
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
  return versions.length === 0 ? "无节假日数据" : versions.join("＋");
}
