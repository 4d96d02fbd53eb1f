/** Dates as official papers print them (GB/T 9704): Arabic digits, no leading zeros, the weekday in brackets. */
import type { HearingDetails } from "../../domain/case-file/hearing.ts";
import type { Period } from "../../domain/time/period.ts";
import {
  type CivilDate,
  type ClockTime,
  civilDateAt,
  clockTimeAt,
  dayOfWeek,
  type Instant,
  type Month,
  type Year,
} from "../../domain/time/time.ts";

const WEEKDAYS = ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"];

/** 2026年9月28日. */
export function printedDate(date: CivilDate): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

/** 2026年9月28日（星期一）. */
export function dateWithWeekday(date: CivilDate): string {
  return `${printedDate(date)}（${WEEKDAYS[dayOfWeek(date)]}）`;
}

/** 9月28日, for subject lines. */
export function shortDate(date: CivilDate): string {
  return printedDate(date).slice(5);
}

/** 2026年8月. */
export function printedMonth(month: Month): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
}

/** 2026年7月至9月. */
export function printedMonths({ from, to }: { readonly from: Month; readonly to: Month }): string {
  if (from === to) return printedMonth(from);
  const last = printedMonth(to);
  return `${printedMonth(from)}至${from.slice(0, 4) === to.slice(0, 4) ? last.slice(5) : last}`;
}

/** 2026年上半年. */
export function halfName({ year, half }: { readonly year: Year; readonly half: 1 | 2 }): string {
  return `${year}年${half === 1 ? "上" : "下"}半年`;
}

/** 2026年8月, 2026年第三季度, 2026年上半年, 2026年度, 2026年1—8月. */
export function printedPeriod({ kind, from, to }: Period): string {
  const [year, first, last] = [to.slice(0, 4), Number(from.slice(5)), Number(to.slice(5))];
  switch (kind) {
    case "month":
      return printedMonth(to);
    case "quarter":
      return `${year}年第${"一二三四"[last / 3 - 1]}季度`;
    case "half-year":
      return `${year}年${last === 6 ? "上" : "下"}半年`;
    case "year":
      return `${year}年度`;
    case "year-to-date":
      return `${year}年${first === last ? first : `${first}—${last}`}月`;
    default:
      return kind satisfies never;
  }
}

/** 9:00. */
export function printedTime(time: ClockTime): string {
  return `${Number(time.slice(0, 2))}${time.slice(2)}`;
}

/** 2026年9月28日 15:04, in Shanghai. */
export function printedMoment(at: Instant): string {
  return `${printedDate(civilDateAt(at))} ${printedTime(clockTimeAt(at))}`;
}

/** 2026年9月24日（星期四）9:00; where no hour is known, it says so. */
export function hearingMoment({
  date,
  time,
  endTime,
}: Pick<HearingDetails, "date" | "time" | "endTime">): string {
  if (time === undefined) return `${dateWithWeekday(date)}，具体时间以传票为准`;
  return `${dateWithWeekday(date)}${printedTime(time)}${endTime === undefined ? "" : `至${printedTime(endTime)}`}`;
}

/** 9月24日9:00, for subject lines. */
export function shortHearingMoment({ date, time }: HearingDetails): string {
  return `${shortDate(date)}${time === undefined ? "" : printedTime(time)}`;
}
