/**
 * The stretch of months that figures are counted for: a month, a quarter, a half-year, a year, or the year to date
 * (1—8月累计). Calendar periods, as bulletins use them.
 */
import { addMonths, type CivilDate, type Month, monthOf } from "./time.ts";

export type PeriodKind = "month" | "quarter" | "half-year" | "year" | "year-to-date";

/** Whole months from `from` to `to`, both included. */
export interface Period {
  readonly kind: PeriodKind;
  readonly from: Month;
  readonly to: Month;
}

const LENGTHS = { month: 1, quarter: 3, "half-year": 6, year: 12 } as const;

/** The period of a kind that a month lies in; a year to date ends with the month. */
export function periodOf(kind: PeriodKind, month: Month): Period {
  const number = Number(month.slice(5));
  if (kind === "year-to-date") return { kind, from: addMonths(month, 1 - number), to: month };
  const length = LENGTHS[kind];
  const from = addMonths(month, -((number - 1) % length));
  return { kind, from, to: addMonths(from, length - 1) };
}

/** The longer periods whose last month this is: after September the third quarter, after December three. */
export function periodsClosedBy(month: Month): readonly Period[] {
  return (["quarter", "half-year", "year"] as const)
    .map((kind) => periodOf(kind, month))
    .filter(({ to }) => to === month);
}

/** The period before, for 环比; a year to date has none. */
export function previousPeriod({ kind, from, to }: Period): Period | undefined {
  if (kind === "year-to-date") return undefined;
  const length = LENGTHS[kind];
  return { kind, from: addMonths(from, -length), to: addMonths(to, -length) };
}

/** The same months of the year before, for 同比. */
export function samePeriodLastYear({ kind, from, to }: Period): Period {
  return { kind, from: addMonths(from, -12), to: addMonths(to, -12) };
}

/** The months of a period, first to last. */
export function monthsOf({ from, to }: Pick<Period, "from" | "to">): readonly Month[] {
  const months: Month[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** Whether a day lies in a period. */
export function isIn({ from, to }: Period, date: CivilDate): boolean {
  const month = monthOf(date);
  return from <= month && month <= to;
}
