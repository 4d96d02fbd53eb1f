/** The periods an edition is compared with, counted from the index of each month: no case is looked for, none is scanned. */

import type { CountingPolicy } from "../../domain/policy.ts";
import {
  type BulletinEdition,
  type PeriodFigures,
  periodFigures,
  summaryOf,
} from "../../domain/statistics/bulletin-edition.ts";
import type { DocketSummary } from "../../domain/statistics/docket/docket-figures.ts";
import { hasDocket } from "../../domain/statistics/docket/docket-rates.ts";
import { inCaseOrder } from "../../domain/statistics/merged-rows.ts";
import { statisticsOfStream } from "../../domain/statistics/statistics.ts";
import type { StatisticsRow } from "../../domain/statistics/statistics-row.ts";
import {
  monthsOf,
  type Period,
  periodOf,
  previousPeriod,
  samePeriodLastYear,
} from "../../domain/time/period.ts";
import { addMonths, type Instant, type Month } from "../../domain/time/time.ts";
import { type DocketRows, docketsOf } from "./period-docket.ts";

/** The rows of a month in the order of their case numbers. */
export type MonthRows = (month: Month) => AsyncIterable<StatisticsRow>;

type Comparison = Pick<BulletinEdition, "previous" | "lastYear" | "yearToDate" | "lastYearToDate" | "trend">;

/** A month also tells the year to date, unless it is the year's first and tells nothing else. */
export async function comparedPeriods(
  period: Period,
  rows: MonthRows,
  docket: DocketRows,
  { counting, now }: { readonly counting: CountingPolicy; readonly now: Instant },
): Promise<Comparison> {
  const before = previousPeriod(period);
  const toDate = period.kind === "month" ? periodOf("year-to-date", period.to) : undefined;
  const wanted = {
    previous: before,
    lastYear: samePeriodLastYear(period),
    yearToDate: toDate?.from === toDate?.to ? undefined : toDate,
    lastYearToDate: toDate?.from === toDate?.to ? undefined : toDate && samePeriodLastYear(toDate),
  };
  const found: { -readonly [Name in keyof typeof wanted]?: PeriodFigures } = {};
  for (const name of Object.keys(wanted) as (keyof typeof wanted)[]) {
    const span = wanted[name];
    const figures = span && (await figuresOf(span, rows, counting));
    if (figures !== undefined) found[name] = figures;
  }
  for (const [name, counted] of await docketsBefore(found, docket, now))
    found[name] = { ...found[name], docket: counted } as PeriodFigures;
  return { ...found, trend: await trend(period.to, rows, counting) };
}

/** What was received and closed in the periods that a docket is compared with, where anything was. */
async function docketsBefore(
  { previous, lastYear }: Comparable,
  rows: DocketRows,
  now: Instant,
): Promise<readonly (readonly ["previous" | "lastYear", DocketSummary])[]> {
  const named = [
    ["previous", previous],
    ["lastYear", lastYear],
  ] as const;
  const known = named.flatMap(([name, figures]) =>
    figures === undefined ? [] : [[name, figures.period] as const],
  );
  const dockets = await docketsOf(
    rows,
    known.map(([, period]) => period),
    now,
  );
  return known.flatMap(([name], index) => {
    const counted = dockets[index];
    return counted === undefined || !hasDocket(counted.total) ? [] : [[name, summaryOf(counted)] as const];
  });
}

type Comparable = Pick<Comparison, "previous" | "lastYear">;

/** Undefined where nothing was heard, as before the first deployment. */
async function figuresOf(
  period: Period,
  rows: MonthRows,
  counting: CountingPolicy,
): Promise<PeriodFigures | undefined> {
  const stream = inCaseOrder(monthsOf(period).map(rows));
  // The rows of hearings don't tell the whole docket.
  const { docket: _, ...figures } = periodFigures(
    await statisticsOfStream(stream, { period, lists: "none", counting }),
  );
  return figures.total.heard === 0 ? undefined : figures;
}

/** Twelve months, from the first in which anything was heard; one alone is no trend. */
async function trend(
  last: Month,
  rows: MonthRows,
  counting: CountingPolicy,
): Promise<BulletinEdition["trend"]> {
  const months = monthsOf({ from: addMonths(last, -11), to: last });
  const tallies: BulletinEdition["trend"][number][] = [];
  for (const month of months) {
    const { total } = await statisticsOfStream(rows(month), { month, lists: "none", counting });
    if (total.heard > 0 || tallies.length > 0) tallies.push({ month, ...total });
  }
  return tallies.length < 2 ? [] : tallies;
}
