/**
 * How does an area's attendance stand this month, against the twelve before, and in the last ranking? Of months whose bulletin was
 * issued to governments it is what that bulletin says; the others are counted from the rows as they are, or, where those are too many to
 * be read for a page, as they were once in the day. Ranked is only what a bulletin has ranked, from the rows frozen with the last one.
 */

import { type AreaFigures, MOST_READ } from "../../domain/board/board-figures.ts";
import { CITY_ITSELF } from "../../domain/organisations/district.ts";
import { LINYI } from "../../domain/policy.ts";
import type { Rules } from "../../domain/rules.ts";
import type { BulletinVersion } from "../../domain/statistics/bulletin-version.ts";
import type { BulletinStatistics } from "../../domain/statistics/figures.ts";
import { monthTallies, tallyOf } from "../../domain/statistics/month-tallies.ts";
import type { Tally } from "../../domain/statistics/ranking.ts";
import { statistics, statisticsOfStream } from "../../domain/statistics/statistics.ts";
import { noTally } from "../../domain/statistics/tallies.ts";
import { monthsOf, periodOf } from "../../domain/time/period.ts";
import { addMonths, civilDateAt, type Instant, type Month, monthOf } from "../../domain/time/time.ts";
import type { FrozenRowsOf } from "../../ports/frozen-rows.ts";
import type { Operations } from "../../ports/operations.ts";
import type { Records } from "../../ports/records.ts";
import { lastVersion } from "./compose-edition.ts";

export interface StandingPorts {
  readonly records: Pick<Records, "bulletins" | "monthRows">;
  readonly operations: Pick<Operations, "months">;
  readonly frozenRows: FrozenRowsOf;
}

/** A month's counts of an area: of the city in cases, of a county in (case, agency) pairs, as bulletins have them. */
export interface MonthStanding extends Tally {
  readonly month: Month;
  /** The bulletin they are from; undefined: the rows as they are now. */
  readonly bulletin: BulletinVersion | undefined;
  /** When they were counted, where they are of no bulletin and not of now. */
  readonly countedAt?: Instant;
}

/** The ranking of the newest bulletin of a month, from the same rows. */
export interface LastRanking {
  readonly bulletin: BulletinVersion;
  readonly counties: BulletinStatistics["byJurisdiction"];
  /** The agencies of the area itself; absent where the bulletin keeps that list to its bureau. */
  readonly agencies?: BulletinStatistics["byAgency"];
}

export interface Standing {
  readonly current: MonthStanding;
  /** The twelve months before, oldest first, from the first in which anything was heard. */
  readonly before: readonly MonthStanding[];
  readonly ranking: LastRanking | undefined;
}

const MONTHS_BEFORE = 12;

/** Of a county, or of 市本级: the whole city. `counted`: what stands for this month, where its rows are too many to be read for a page. */
export async function standingOf(
  ports: StandingPorts,
  jurisdiction: string,
  {
    now,
    rules,
    counted,
  }: { readonly now: Instant; readonly rules: Rules; readonly counted?: AreaFigures | undefined },
): Promise<Standing> {
  const month = monthOf(civilDateAt(now));
  const before = monthsOf({ from: addMonths(month, -MONTHS_BEFORE), to: addMonths(month, -1) });
  const [issued, kept] = await Promise.all([
    Promise.all(before.map((one) => issuedToGovernments(ports, one, rules))),
    ports.operations.months(addMonths(month, -MONTHS_BEFORE)),
  ]);
  const unissued = kept.filter((one) => issued[before.indexOf(one.month)] === undefined);
  const isMuch = unissued.reduce((sum, { rows }) => sum + rows, 0) > MOST_READ;
  const live = async (one: Month) => tallyOf(monthTallies(await figuresNow(ports, one, rules)), jurisdiction);
  const standings = before.map(async (one, index): Promise<MonthStanding> => {
    const bulletin = issued[index];
    if (bulletin !== undefined) {
      const tallies = bulletin.tallies ?? monthTallies(await figuresIn(ports, bulletin));
      return { month: one, ...tallyOf(tallies, jurisdiction), bulletin };
    }
    const known = isMuch ? unissued.find((its) => its.month === one) : undefined;
    return known === undefined
      ? { month: one, ...(await live(one)), bulletin }
      : { month: one, ...tallyOf(known.tallies, jurisdiction), bulletin, countedAt: known.at };
  });
  const last = issued.findLast((bulletin) => bulletin !== undefined);
  const [months, current, ranking] = await Promise.all([
    Promise.all(standings),
    counted?.month.month === month
      ? standingNow(counted, jurisdiction)
      : live(month).then((tally) => ({ month, ...tally, bulletin: undefined })),
    last && figuresIn(ports, last).then((figures) => rankingIn(figures, last, jurisdiction)),
  ]);
  const first = months.findIndex(({ heard }) => heard > 0);
  return { current, before: first < 0 ? [] : months.slice(first), ranking };
}

function standingNow({ month, at }: AreaFigures, jurisdiction: string): MonthStanding {
  const tally = jurisdiction === CITY_ITSELF ? month.total : month.agencyLevel;
  return { month: month.month, ...tally, bulletin: undefined, countedAt: at };
}

/** The bulletin of a month that governments have been sent; undefined where there is none. */
async function issuedToGovernments(
  { records }: StandingPorts,
  month: Month,
  rules: Rules,
): Promise<BulletinVersion | undefined> {
  const version = await lastVersion(records, { period: periodOf("month", month), state: "issued", rules });
  const to = version?.inMail?.to;
  return to === undefined || to.includes("governments") ? version : undefined;
}

/** What a bulletin says, by the functions that made it. */
async function figuresIn(
  { frozenRows }: StandingPorts,
  { month, folder, counting = LINYI.counting }: BulletinVersion,
): Promise<BulletinStatistics> {
  return statistics(await frozenRows(folder), { month, lists: "none", counting });
}

/** What a month's bulletin would say as things stand. */
async function figuresNow(
  { records }: StandingPorts,
  month: Month,
  { policy }: Rules,
): Promise<BulletinStatistics> {
  const rows = records.monthRows(policy.jurisdiction.code, month);
  return statisticsOfStream(rows, { month, lists: "none", counting: policy.counting });
}

function rankingIn(
  { byJurisdiction, byAgency }: BulletinStatistics,
  bulletin: BulletinVersion,
  jurisdiction: string,
): LastRanking {
  return {
    bulletin,
    counties: byJurisdiction,
    // Where some lists were kept to the bureau, its agencies may be among them.
    ...(bulletin.inMail?.annex !== true && {
      agencies: byAgency.filter((one) => one.jurisdiction === jurisdiction),
    }),
  };
}

/** The counts of several months together. */
export function together(months: readonly Tally[]): Tally {
  const sum = noTally();
  for (const { heard, present, absent, unknown } of months) {
    sum.heard += heard;
    sum.present += present;
    sum.absent += absent;
    sum.unknown += unknown;
  }
  return sum;
}
