/** How does the command print figures as JSON? The keys that are always there, and those of what a ledger says besides. */
import type { RowToCheck } from "../../../shared/domain/case-file/ledger/row-problem.ts";
import type { PeriodFigures } from "../../../shared/domain/statistics/bulletin-edition.ts";
import type { DocketTally } from "../../../shared/domain/statistics/docket/docket-case.ts";
import {
  clearance,
  DOCKET_RATES,
  type DocketRate,
  docketRate,
} from "../../../shared/domain/statistics/docket/docket-rates.ts";
import type { BulletinStatistics } from "../../../shared/domain/statistics/figures.ts";
import { attendance, type Ranked, type Tally } from "../../../shared/domain/statistics/ranking.ts";
import { changeOfCount, percent, percentagePoints } from "../../../shared/domain/statistics/rate.ts";
import type { Period } from "../../../shared/domain/time/period.ts";
import { rowProblemWords } from "../../../shared/letters/refusals/row-problems.ts";

/** The keys of the command's JSON, the period named by its month, or as it is typed; a rate stands beside its counts. */
export function printed(figures: BulletinStatistics, problems: readonly RowToCheck[]) {
  const { month, period, total, first, second, enterprise, resolution } = figures;
  const { mediated, settled, settledAfterMediation } = resolution;
  const { kind, from, to } = period;
  return {
    ...(kind === "month" ? { month } : { period: periodName(period), from, to }),
    total: rated(total),
    first: rated(first),
    second: rated(second),
    enterprise: rated(enterprise),
    byJurisdiction: figures.byJurisdiction.map(({ jurisdiction, ...tally }) => ({
      jurisdiction,
      ...placed(tally),
    })),
    byAgency: figures.byAgency.map(({ agency, jurisdiction, ...tally }) => ({
      agency,
      jurisdiction,
      ...placed(tally),
    })),
    absences: figures.absences.map(({ court = null, heardOn = null, reason = null, ...absence }) => ({
      ...absence,
      court,
      heardOn,
      reason,
    })),
    excused: figures.excused,
    coRespondents: figures.unknown.coRespondents,
    resolution: {
      mediated,
      settled,
      settledAfterMediation,
      rate: percent({ part: settledAfterMediation, whole: mediated }),
    },
    // Only where a ledger says when its cases were received, so that the others print what they always did.
    ...(figures.docket.total.received > figures.docket.total.inferred && { docket: docketPrinted(figures) }),
    problems: printedProblems(problems),
  };
}

/** Rows of a ledger that need a look, each with why. */
export function printedProblems(problems: readonly RowToCheck[]) {
  return problems.map(({ problem, ...row }) => ({ ...row, reason: rowProblemWords(problem) }));
}

/** 收结存、败诉 and the outcome table: rates beside their counts, and how many are in no base since nobody knows. */
function docketPrinted({ docket }: BulletinStatistics) {
  const { total, byField, byJurisdiction, byLevel, byCourt, results, undated } = docket;
  return {
    ...docketTally(total),
    inferred: total.inferred,
    undated,
    rates: Object.fromEntries(DOCKET_RATES.map((name) => [name, ratePrinted(docketRate(name, total))])),
    byField: byField.map(({ field, ...tally }) => ({ field: field ?? null, ...docketTally(tally) })),
    byJurisdiction: byJurisdiction.map(({ jurisdiction, ...tally }) => ({
      jurisdiction,
      ...docketTally(tally),
    })),
    byLevel: byLevel.map(({ level, ...tally }) => ({ level, ...docketTally(tally) })),
    byCourt: byCourt.map(({ court, code, ...tally }) => ({ court, code, ...docketTally(tally) })),
    results,
  };
}

function docketTally(tally: DocketTally) {
  const { received, closed, pending } = tally;
  const cleared = clearance(tally);
  return {
    received,
    closed,
    pending,
    clearance: cleared === undefined ? "—" : `${(cleared / 100).toFixed(2)}%`,
    lost: ratePrinted(docketRate("lost", tally)),
  };
}

function ratePrinted(rate: DocketRate) {
  return { ...rate, rate: percent(rate) };
}

function rated(tally: Tally) {
  return { heard: tally.heard, present: tally.present, rate: percent(attendance(tally)) };
}

function placed(tally: Ranked) {
  return { ...rated(tally), rank: tally.rank ?? null };
}

/** What changed against another stretch: counts in percent, rates in 百分点. */
export function held(figures: BulletinStatistics, before: PeriodFigures) {
  const { from, to } = before.period;
  const tallies = (["total", "first", "second", "enterprise"] as const).map((name) => {
    const [now, then] = [figures[name], before[name]];
    return [
      name,
      {
        ...rated(then),
        heardChange: changeOfCount(now.heard, then.heard),
        rateChange: percentagePoints(attendance(now), attendance(then)),
      },
    ] as const;
  });
  const docket = before.docket?.total;
  const { total } = figures.docket;
  return {
    from,
    to,
    ...Object.fromEntries(tallies),
    ...(docket !== undefined && {
      docket: {
        received: docket.received,
        receivedChange: changeOfCount(total.received, docket.received),
        closed: docket.closed,
        closedChange: changeOfCount(total.closed, docket.closed),
        rates: Object.fromEntries(
          DOCKET_RATES.map((name) => {
            const [now, then] = [docketRate(name, total), docketRate(name, docket)];
            return [name, { ...ratePrinted(then), change: percentagePoints(now, then) }];
          }),
        ),
      },
    }),
  };
}

/** A period as it is typed. */
export function periodName({ kind, from, to }: Period): string {
  if (kind === "year-to-date") return `${from}..${to}`;
  const [year, month] = [to.slice(0, 4), Number(to.slice(5))];
  if (kind === "quarter") return `${year}-Q${month / 3}`;
  if (kind === "half-year") return `${year}-H${month / 6}`;
  return kind === "year" ? year : to;
}
