/**
 * What did a person mean who typed a day, an hour, an address or a number into a field? What the reader of papers takes is
 * taken here too, by the same rules: characters of any width, Chinese dates, hours with 上午 or 点.
 */
import { clockOf, isClock } from "../../../shared/documents/moments/clock.ts";
import { findMoments } from "../../../shared/documents/moments/dates.ts";
import { flatten } from "../../../shared/documents/text/flat-text.ts";
import {
  type CivilDate,
  type ClockTime,
  civilDateOf,
  parseClockTime,
} from "../../../shared/domain/time/time.ts";

/** Between which days a date lies, both included. */
export interface Days {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/**
 * A day as it is typed: 2026-09-03, 2026/9/3, 2026.9.3, 20260903, ２０２６年９月３日, 9月3日, 9-3. Without a year it is the
 * first such day within `days`, or else that of their last year. Undefined where the text is no day, or more than one.
 */
export function dayTyped(text: string, { from, to }: Days): CivilDate | undefined {
  const written = inOneWay(text);
  const years = yearsOf(from, to);
  const read = years.flatMap((year) => dayOf(written, year) ?? []);
  return read.find((date) => date >= from && date <= to) ?? read.at(-1);
}

/** The years in question, first to last. */
function yearsOf(from: CivilDate, to: CivilDate): readonly number[] {
  const [first, last] = [from, to].map((date) => Number(date.slice(0, 4))) as [number, number];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function dayOf(written: string, year: number): CivilDate | undefined {
  const [, y = "", m = "", d = ""] = /^(\d{4})(\d{2})(\d{2})$/.exec(written) ?? [];
  if (y !== "") return civilDateOf(Number(y), Number(m), Number(d));
  const flat = flatten(written);
  const [moment, other] = findMoments(flat, year);
  const isAll = moment?.start === 0 && moment.end === flat.text.length && other === undefined;
  return isAll ? moment.date : undefined;
}

/** 2026年9月24 without its 日, 9/24 and 9.24 without a year, as papers write them. */
function inOneWay(text: string): string {
  const narrow = text
    .normalize("NFKC")
    .replace(/\s+/gu, "")
    .replace(/[‐-―−]/gu, "-");
  const [, month, day] = /^(\d{1,2})[-/.](\d{1,2})$/.exec(narrow) ?? [];
  if (month !== undefined) return `${month}月${day}日`;
  return /月\d{1,2}$/.test(narrow) ? `${narrow}日` : narrow;
}

/** An hour as it is typed: 09:00, 9：00, ９时３０分, 上午9点半. Undefined where the text is none, or may be two (2点). */
export function timeTyped(text: string): ClockTime | undefined {
  const narrow = text.normalize("NFKC").replace(/\s+/gu, "");
  const { text: written } = flatten(narrow);
  return parseClockTime(narrow) ?? (isClock(written) ? clockOf(written)?.time : undefined);
}

/** An e-mail address as it is typed with a Chinese keyboard: ＠, ．, 。, and a pasted mailto:. A blank inside it stays: it is none. */
export function emailTyped(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\p{Cf}+/gu, "")
    .replaceAll("。", ".")
    .trim()
    .replace(/^mailto:/i, "");
}

/** One address and nothing else: it becomes a recipient. */
export const EMAIL = /^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+$/;

/** Digits with codes and extensions, as {@link phoneTyped} leaves them. */
export const PHONE = /^[\d+()\-/、, 转分机]{5,30}$/u;

/** A telephone number in narrow digits, with `-` for any dash. */
export function phoneTyped(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[‐-―−ー~]/gu, "-")
    .replace(/\s+/gu, " ")
    .trim();
}
