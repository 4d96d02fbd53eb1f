/**
 * The two kinds of time, which can't be mixed: a civil date is a day on the wall calendar in China,
 * an instant is a point on the world's clock. All civil dates and times of day are Asia/Shanghai's,
 * whatever the machine's zone; China has kept UTC+8 without summer time since 1991.
 */

declare const brand: unique symbol;

/** A day in Asia/Shanghai, `YYYY-MM-DD`. Compares and sorts as a string. */
export type CivilDate = string & { readonly [brand]: "CivilDate" };

/** A point in time in UTC, always `YYYY-MM-DDTHH:mm:ss.sssZ`. Compares and sorts as a string. */
export type Instant = string & { readonly [brand]: "Instant" };

/** A time of day in Asia/Shanghai, `HH:mm`. */
export type ClockTime = string & { readonly [brand]: "ClockTime" };

/** A calendar month, `YYYY-MM`. */
export type Month = string & { readonly [brand]: "Month" };

/** A calendar year, `YYYY`. */
export type Year = string & { readonly [brand]: "Year" };

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const INSTANT_LENGTH = "2026-01-01T00:00:00.000Z".length;

/** Reads `YYYY-MM-DD`; undefined where that is not a day of the calendar (2026-02-30). */
export function parseCivilDate(text: string): CivilDate | undefined {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text) return undefined;
  return text as CivilDate;
}

/** As {@link parseCivilDate}, for dates known to be right; throws on any other. */
export function civilDate(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (date === undefined) throw new RangeError(`not a civil date: ${text}`);
  return date;
}

/** The civil date of a year, month (1–12) and day; undefined where there is no such day. */
export function civilDateOf(year: number, month: number, day: number): CivilDate | undefined {
  const digits = (value: number, width: number) => String(value).padStart(width, "0");
  return parseCivilDate(`${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`);
}

/** Reads `HH:mm` (00:00–23:59); undefined for anything else. */
export function parseClockTime(text: string): ClockTime | undefined {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? (text as ClockTime) : undefined;
}

/** As {@link parseClockTime}, for times known to be right; throws on any other. */
export function clockTime(text: string): ClockTime {
  const time = parseClockTime(text);
  if (time === undefined) throw new RangeError(`not a time of day: ${text}`);
  return time;
}

/** Any ISO 8601 time with an offset, or a Date, as an instant; throws where it is neither. */
export function instant(value: string | Date): Instant {
  const at = value instanceof Date ? value.getTime() : Date.parse(value);
  const zoned = value instanceof Date || /(?:Z|[+-]\d{2}:?\d{2})$/.test(value);
  if (Number.isNaN(at) || !zoned) throw new RangeError(`not an instant: ${String(value)}`);
  return new Date(at).toISOString() as Instant;
}

/** The instant of a time of day on a civil date in Shanghai. */
export function instantAt(date: CivilDate, time: ClockTime | string = "00:00"): Instant {
  return instant(isoMoment(date, time));
}

/** A time of day on a civil date as ISO 8601 with Shanghai's offset, `2026-10-15T09:00:00+08:00`; the date alone without one. */
export function isoMoment(date: CivilDate, time?: ClockTime | string): string {
  return time === undefined ? date : `${date}T${time}:00+08:00`;
}

/** The civil date in Shanghai at an instant. */
export function civilDateAt(at: Instant): CivilDate {
  const day = at.slice(0, 10) as CivilDate;
  return at < `${day}T16` ? day : addDays(day, 1);
}

/** The time of day in Shanghai at an instant, to the minute. */
export function clockTimeAt(at: Instant): ClockTime {
  return new Date(Date.parse(at) + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16) as ClockTime;
}

/** The date `days` later (earlier where negative); throws where that has no four-digit year. */
export function addDays(date: CivilDate, days: number): CivilDate {
  const later = new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString();
  // +010000-01-01: cut to ten characters it would be no date, and whoever counts on would never arrive.
  if (later.length !== INSTANT_LENGTH) throw new RangeError(`no civil date ${days} days from ${date}`);
  return later.slice(0, 10) as CivilDate;
}

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** The instant `minutes` later. */
export function addMinutes(at: Instant, minutes: number): Instant {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString() as Instant;
}

/** How many whole minutes lie between two instants; less than 0 where the second comes first. */
export function minutesBetween(from: Instant, to: Instant): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / 60_000);
}

/** Day of the week of a civil date: 0 is Sunday, 6 Saturday. */
export function dayOfWeek(date: CivilDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** Reads `YYYY-MM`; undefined for anything else. */
export function parseMonth(text: string): Month | undefined {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? (text as Month) : undefined;
}

/** The calendar month of a civil date. */
export function monthOf(date: CivilDate): Month {
  return date.slice(0, 7) as Month;
}

/** The month `count` later (earlier where negative). */
export function addMonths(month: Month, count: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}` as Month;
}

/** The last day of a month. */
export function lastOf(month: Month): CivilDate {
  return addDays(`${addMonths(month, 1)}-01` as CivilDate, -1);
}

/** The day of the same number so many months later; that month's last, where it has none such. */
export function monthsLater(date: CivilDate, months: number): CivilDate {
  const month = addMonths(monthOf(date), months);
  return parseCivilDate(`${month}-${date.slice(8)}`) ?? lastOf(month);
}

/** Reads `YYYY`; undefined for anything else. */
export function parseYear(text: string): Year | undefined {
  return /^[12]\d{3}$/.test(text) ? (text as Year) : undefined;
}

/** The calendar year of a civil date. */
export function yearOf(date: CivilDate): Year {
  return date.slice(0, 4) as Year;
}

/** The year before that of a date, and its own. */
export function lastTwoYears(date: CivilDate): readonly [Year, Year] {
  return [String(Number(yearOf(date)) - 1) as Year, yearOf(date)];
}

/** The day `MM-DD` of a year; throws where there is none. */
export function civilDateIn(year: Year, day: string): CivilDate {
  return civilDate(`${year}-${day}`);
}

/** The earlier of instants; undefined where there is none. */
export function earliest(...instants: readonly (Instant | undefined)[]): Instant | undefined {
  return instants.reduce(
    (first, next) => (first === undefined || (next !== undefined && next < first) ? next : first),
    undefined,
  );
}
