/** Which day does a cell of a court's ledger name, in whatever way it is written? */
import { addDays, type CivilDate, civilDate, civilDateOf } from "../../domain/time/time.ts";
import { numeralOf, SMALL, yearNumber, ZERO } from "../text/numerals.ts";

/**
 * A day written as a number, 8.1: without a number format its last zero would not be shown, so that it may be 8.10 as
 * well. Where both are days it stays open.
 */
export function dayOfNumber(cell: string): string {
  const [, month = "", day = ""] = /^(\d{1,2})\.([123])$/u.exec(cell) ?? [];
  return civilDateOf(2024, Number(month), Number(`${day}0`)) === undefined ? cell : `${cell}或${cell}0`;
}

/** 8.1或8.10. */
export function isEitherDay(cell: string): boolean {
  return /^\d{1,2}\.\d或\d{1,2}\.\d0$/u.test(cell);
}

/** The first of the days a cell names; `year` stands for one that isn't written (8月12日). */
export function firstDate(cell: string, year: number | undefined): CivilDate | undefined {
  const text = inDigits(cell.normalize("NFKC").replace(/\s+/gu, " ").trim());
  if (isEitherDay(text)) return undefined;
  const dates: (CivilDate | undefined)[] = [];
  for (const [, y, m, d] of text.matchAll(/(?<!\d)(20\d\d) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})(?!\d)/gu))
    dates.push(civilDateOf(Number(y), Number(m), Number(d)));
  for (const [, y, m, d] of text.matchAll(/(?<!\d)(20\d\d)([01]\d)([0-3]\d)(?!\d)/gu))
    dates.push(civilDateOf(Number(y), Number(m), Number(d)));
  if (dates.length === 0 && year !== undefined)
    for (const [, m, d] of text.matchAll(/(?<![\d年])(\d{1,2}) ?[月.] ?(\d{1,2})(?!\d)/gu))
      dates.push(civilDateOf(year, Number(m), Number(d)));
  if (dates.length === 0 && /^[45]\d{4}(?:\.\d+)?$/u.test(text))
    dates.push(addDays(WORKBOOK_EPOCH, Math.floor(Number(text))));
  return dates.filter((date) => date !== undefined).sort()[0];
}

const NUMERAL_DATE = new RegExp(
  `(?<!\\d)([2二][${ZERO}\\d一二三四五六七八九]{3}) ?年 ?(${SMALL}) ?月 ?(${SMALL})(?= ?[日号]|$)`,
  "gu",
);

/** 二〇二六年八月五日 and 26年8月5日 as 2026年8月5日. */
function inDigits(text: string): string {
  return text
    .replace(NUMERAL_DATE, (written, year: string, month: string, day: string) => {
      const number = yearNumber(year);
      return number === undefined ? written : `${number}年${numeralOf(month)}月${numeralOf(day)}`;
    })
    .replace(/(?<!\d)([1-9]\d)年(?=\s*\d{1,2}\s*月\s*\d)/gu, "20$1年");
}

/** The day a cell names without its year (8月3日), as `08-03`. */
export function dayWithoutYear(cell: string): string | undefined {
  const [, month = "", day = ""] =
    /(?<![\d年])(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?(?!\d)/u.exec(cell.normalize("NFKC")) ?? [];
  // A leap year, so that 2月29日 is a day.
  return civilDateOf(2024, Number(month), Number(day))?.slice(5);
}

/** Day 0 of a workbook's day numbers. */
const WORKBOOK_EPOCH = civilDate("1899-12-30");
