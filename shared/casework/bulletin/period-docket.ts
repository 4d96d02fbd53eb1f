/**
 * What was received and closed in a period, and is pending at its end? Each case stands among the open ones or in the month it was
 * closed in, so that a period is read from there on to today, every month once, however many periods are compared.
 */
import { casesInOrder } from "../../domain/statistics/case-order.ts";
import { DocketCount } from "../../domain/statistics/docket/docket-count.ts";
import type { DocketFigures } from "../../domain/statistics/docket/docket-figures.ts";
import type { Docket, StatisticsRow } from "../../domain/statistics/statistics-row.ts";
import { monthsOf, type Period } from "../../domain/time/period.ts";
import { civilDateAt, type Instant, type Month, monthOf } from "../../domain/time/time.ts";
import type { Records } from "../../ports/records.ts";

/** The rows of an area's open cases, or of those closed in a month, in the order of their case numbers. */
export type DocketRows = (docket: Docket) => AsyncIterable<StatisticsRow>;

export function docketRowsOf(
  { records }: { readonly records: Pick<Records, "docketRows"> },
  jurisdiction: string,
): DocketRows {
  return (docket) => records.docketRows(jurisdiction, docket);
}

/** The rows that count to a period's docket. */
export async function rowsInDocket(
  rows: DocketRows,
  period: Period,
  now: Instant,
): Promise<readonly StatisticsRow[]> {
  const found: StatisticsRow[] = [];
  for (const docket of docketsFrom(period.from, now))
    for await (const row of rows(docket)) if (isInDocket(row, period)) found.push(row);
  return found;
}

/** The dockets of several periods, in one pass over the months since the first of them began. */
export async function docketsOf(
  rows: DocketRows,
  periods: readonly Period[],
  now: Instant,
): Promise<readonly DocketFigures[]> {
  const counts = periods.map((period) => new DocketCount(period));
  const [first] = periods.map(({ from }) => from).toSorted();
  if (first === undefined) return [];
  for (const docket of docketsFrom(first, now))
    for await (const pairs of casesInOrder(rows(docket))) for (const count of counts) count.add(pairs);
  return counts.map(({ figures }) => figures);
}

function docketsFrom(from: Month, now: Instant): readonly Docket[] {
  return [...monthsOf({ from, to: monthOf(civilDateAt(now)) }), "open"];
}

/** Received by its end and not closed before it began, or closed in it. */
function isInDocket({ receivedIn, closedIn }: StatisticsRow, { from, to }: Period): boolean {
  const isClosedIn = closedIn !== undefined && from <= closedIn && closedIn <= to;
  const isThere =
    receivedIn !== undefined && receivedIn <= to && (closedIn === undefined || closedIn >= from);
  return isClosedIn || isThere;
}
