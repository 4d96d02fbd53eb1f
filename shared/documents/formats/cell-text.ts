/** A workbook's cell as it is seen on the sheet: what its number format shows, without what is crossed out. */

import { unmarked } from "./file-text.ts";

/** What a workbook says of a cell besides its value. */
export interface CellLook {
  /** A line runs through the whole cell. */
  readonly isStruck?: boolean;
  /** Code of the number format; undefined where a number is shown as it is (General). */
  readonly format?: string | undefined;
  /** The words in several fonts, one of them perhaps with a line through it. */
  readonly parts?: readonly { readonly text: string; readonly isStruck: boolean }[];
}

export interface CellText {
  readonly text: string;
  /** A number without a format: zeros at its end are not shown, 8.10 is 8.1. */
  readonly isBare: boolean;
}

/** Days between the two systems in which workbooks count dates (ECMA-376 §18.17.4.1). */
const DAYS_TO_1904 = 1462;
/** A whole number or a day and an hour, from 2009 to 2091 in the later system: a date whose format was lost. */
const [FIRST_DAY, LAST_DAY] = [38_000, 68_000];

/** The words of a cell. Dates are a day and a time of day without any zone; the library shows them as if in UTC. */
export function cellText(
  value: string | number | boolean | Date | null,
  look: CellLook = {},
  is1904 = false,
): CellText {
  if (value === null || look.isStruck === true) return { text: "", isBare: false };
  if (look.parts !== undefined) {
    const said = look.parts.map(({ text, isStruck }) => (isStruck ? "" : text));
    return { text: unmarked(said.join("")), isBare: false };
  }
  if (typeof value === "boolean") return { text: value ? "是" : "否", isBare: false };
  if (typeof value === "string") return { text: unmarked(value), isBare: false };
  if (value instanceof Date) return { text: momentOf(value), isBare: false };
  const decimals = decimalsOf(look.format);
  if (decimals !== undefined) return { text: value.toFixed(decimals), isBare: false };
  const isDay = is1904 && look.format === undefined && value >= FIRST_DAY && value <= LAST_DAY;
  return { text: String(isDay ? value + DAYS_TO_1904 : value), isBare: look.format === undefined };
}

function momentOf(moment: Date): string {
  if (Number.isNaN(moment.getTime())) return "";
  const minute = new Date(Math.round(moment.getTime() / 60_000) * 60_000).toISOString();
  return minute.slice(11, 16) === "00:00" ? minute.slice(0, 10) : minute.slice(0, 16).replace("T", " ");
}

/** The decimals that a plain number format shows: 0.00, #,##0.0, 0.00_ ; undefined for any other. */
function decimalsOf(format: string | undefined): number | undefined {
  const [, decimals] = /^[#,0?]*0(?:\.(0{1,6}))?(?:_.\s?|\s)*(?:;.*)?$/u.exec(format ?? "") ?? [];
  return decimals?.length;
}
