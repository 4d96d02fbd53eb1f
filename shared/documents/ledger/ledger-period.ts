/** Which year and month the sheets of a ledger are of, by their titles and names. */
import { type Month, parseMonth } from "../../domain/time/time.ts";
import { squeezed } from "./cell-text.ts";

/** A title, legend or signature, and the sheet it stands on. */
export interface SheetNote {
  readonly sheet: string;
  readonly text: string;
}

/** The year that days without one are of, and the month that cases without a day count to. */
export interface Periods {
  readonly yearOf: (sheet: string) => number | undefined;
  readonly months: ReadonlyMap<string, Month>;
}

/** A sheet goes by its own title and name; one that has neither by the others', where they agree. */
export function periodsOf(sheets: Iterable<string>, notes: readonly SheetNote[]): Periods {
  const titles = Map.groupBy(
    notes.filter(({ text }) => !/填(?:表|报)|制表|审核|报送|签发/u.test(text)),
    ({ sheet }) => sheet,
  );
  const textsOf = (sheet: string) => [...(titles.get(sheet) ?? []).map(({ text }) => text), sheet];
  const all = [...sheets];
  const shared = yearIn(all.flatMap(textsOf));
  const yearOf = (sheet: string) => yearIn(textsOf(sheet)) ?? shared;
  const months = new Map<string, Month>();
  for (const sheet of all) {
    const month = monthIn(textsOf(sheet)) ?? monthNamed(sheet, yearOf(sheet));
    if (month !== undefined) months.set(sheet, month);
  }
  return { yearOf, months };
}

function yearIn(texts: readonly string[]): number | undefined {
  for (const text of texts) {
    const [, year] = /(20\d\d)(?:年|[-.]?(?:0?[1-9]|1[0-2])(?!\d)月?$)/u.exec(squeezed(text)) ?? [];
    if (year !== undefined) return Number(year);
  }
  return undefined;
}

/** 2026年8月…台账 and 2026年8月1日至8月31日; no range of months (2026年1-8月), no lone day. */
function monthIn(texts: readonly string[]): Month | undefined {
  for (const text of texts) {
    const title = squeezed(text);
    const [, year, month, until = month] =
      /(20\d\d)年(\d{1,2})月\d{1,2}日?[至到~—–-]+(?:20\d\d年)?(\d{1,2})月/u.exec(title) ??
      /(20\d\d)年(\d{1,2})月(?![\d至到~—–-])/u.exec(title) ??
      [];
    if (year !== undefined && month !== undefined && month === until) return monthOf(year, month);
  }
  return undefined;
}

/** A sheet called 8月, 2026-08 or 202608. */
function monthNamed(sheet: string, year: number | undefined): Month | undefined {
  const name = squeezed(sheet);
  const [, own, whole] = /^(20\d\d)[-.年]?(0?[1-9]|1[0-2])月?$/u.exec(name) ?? [];
  if (own !== undefined && whole !== undefined) return monthOf(own, whole);
  const [, month] = /^(\d{1,2})月(?:份|台账)?/u.exec(name) ?? [];
  return month === undefined || year === undefined ? undefined : monthOf(String(year), month);
}

function monthOf(year: string, month: string): Month | undefined {
  return parseMonth(`${year}-${month.padStart(2, "0")}`);
}
