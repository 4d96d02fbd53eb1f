/**
 * The yearly assessment as it was before models were data, kept to compare: rates in proportion, with fixed indicators.
 */
import { instanceOf, isHearable } from "../../shared/domain/court/case-number.ts";
import { UNKNOWN_JURISDICTION } from "../../shared/domain/organisations/district.ts";
import { casesOf } from "../../shared/domain/statistics/case-order.ts";
import { countedCase, type PairAnswer, pairAnswer } from "../../shared/domain/statistics/counted-case.ts";
import type { IndicatorFigures, Timeliness } from "../../shared/domain/statistics/indicators.ts";
import { percent, type Ratio } from "../../shared/domain/statistics/rate.ts";
import { type StatisticsRow, UNKNOWN_AGENCY } from "../../shared/domain/statistics/statistics-row.ts";
import { type Year, yearOf } from "../../shared/domain/time/time.ts";

type Indicator = (typeof INDICATORS)[number];

/** What a policy said of it. */
interface LinearPolicy {
  readonly weights: Readonly<Record<Indicator, number>>;
  readonly enterpriseWeight: number;
}

/** One line of a unit's assessment; `score` in hundredths of a point, undefined where the indicator doesn't apply. */
interface AssessmentLine {
  readonly indicator: Indicator;
  readonly weight: number;
  readonly score: number | undefined;
  readonly figures: IndicatorFigures;
}

interface AssessedUnit {
  readonly kind: "county" | "agency";
  readonly name: string;
  readonly lines: readonly AssessmentLine[];
  /** Hundredths of a point out of 100; undefined where no indicator applies. */
  readonly score: number | undefined;
  /** Among its kind; ties share it. */
  readonly rank: number | undefined;
}

interface YearlyAssessment {
  readonly year: Year;
  readonly counties: readonly AssessedUnit[];
  readonly agencies: readonly AssessedUnit[];
}

/** Every indicator, in the order of the tables. */
const INDICATORS = ["attendance", "principals", "spoke", "reports", "filings", "resolution"] as const;

interface Counts {
  heard: number;
  present: number;
  enterpriseHeard: number;
  enterprisePresent: number;
  unknown: number;
  principals: number;
  speakable: number;
  spoke: number;
  mediated: number;
  settled: number;
  reports: { due: number; inTime: number };
  filings: { due: number; inTime: number };
}

/** Assesses a year from its rows, one for each (case number, agency), in any order. */
export function assessLinearly(
  rows: Iterable<StatisticsRow>,
  timeliness: ReadonlyMap<string, Timeliness>,
  year: Year,
  policy: LinearPolicy,
): YearlyAssessment {
  const agencies = new Map<string, { readonly jurisdiction: string; readonly counts: Counts }>();
  const pairs = [...casesOf(rows)].flatMap((ofCase) => {
    const { answer } = countedCase(ofCase);
    return ofCase.map((row) => ({ row, answer: pairAnswer(row, answer) }));
  });
  for (const { row, answer } of pairs) {
    if (row.agency === UNKNOWN_AGENCY || !counts(row, year)) continue;
    const known = agencies.get(row.agency) ?? { jurisdiction: row.jurisdiction, counts: nothing() };
    agencies.set(row.agency, known);
    addRow(known.counts, row, answer);
  }
  const counties = new Map<string, Counts>();
  for (const [agency, { jurisdiction, counts: own }] of agencies) {
    const { reports, filings } = timeliness.get(agency) ?? NONE;
    own.reports = { ...reports };
    own.filings = { ...filings };
    if (jurisdiction === UNKNOWN_JURISDICTION) continue;
    const county = counties.get(jurisdiction) ?? nothing();
    counties.set(jurisdiction, county);
    addCounts(county, own);
  }
  return {
    year,
    counties: placed([...counties].map(([name, of]) => unit("county", name, of, policy))),
    agencies: placed([...agencies].map(([name, { counts: of }]) => unit("agency", name, of, policy))),
  };
}

const NONE: Timeliness = { reports: { due: 0, inTime: 0 }, filings: { due: 0, inTime: 0 } };

function nothing(): Counts {
  return {
    heard: 0,
    present: 0,
    enterpriseHeard: 0,
    enterprisePresent: 0,
    unknown: 0,
    principals: 0,
    speakable: 0,
    spoke: 0,
    mediated: 0,
    settled: 0,
    reports: { due: 0, inTime: 0 },
    filings: { due: 0, inTime: 0 },
  };
}

/** A case counts to the year of its first sitting; one without a day is of the year whose rows they are. */
function counts({ caseNumber, heardOn, heard }: StatisticsRow, year: Year): boolean {
  return isHearable(caseNumber) && heard === true && (heardOn === undefined || yearOf(heardOn) === year);
}

/** Where another respondent's head appears (§3), attendance is no matter of this agency's. */
function addRow(to: Counts, row: StatisticsRow, answer: PairAnswer): void {
  const present = answer === "present" ? true : answer === "absent" ? false : undefined;
  const { enterprise, rank, spoke, mediated, outcome, caseNumber } = row;
  if (present === undefined) to.unknown += answer === "excused" ? 0 : 1;
  else if (enterprise === true) {
    to.enterpriseHeard += 1;
    to.enterprisePresent += present ? 1 : 0;
  } else {
    to.heard += 1;
    to.present += present ? 1 : 0;
  }
  if (present === true && rank === "principal") to.principals += 1;
  if (present === true && spoke !== undefined) {
    to.speakable += 1;
    to.spoke += spoke ? 1 : 0;
  }
  if (mediated === true && instanceOf(caseNumber) === "first") {
    to.mediated += 1;
    to.settled += outcome === "settled" ? 1 : 0;
  }
}

function addCounts(to: Counts, from: Counts): void {
  for (const key of Object.keys(from) as (keyof Counts)[]) {
    if (key === "reports" || key === "filings") {
      to[key].due += from[key].due;
      to[key].inTime += from[key].inTime;
    } else to[key] += from[key];
  }
}

function unit(
  kind: AssessedUnit["kind"],
  name: string,
  of: Counts,
  policy: LinearPolicy,
): Omit<AssessedUnit, "rank"> {
  const lines = INDICATORS.map((indicator) => line(indicator, of, policy));
  const applying = lines.filter(({ score }) => score !== undefined);
  const weights = applying.reduce((sum, { weight }) => sum + weight, 0);
  const earned = applying.reduce((sum, { score = 0 }) => sum + score, 0);
  return { kind, name, lines, score: weights === 0 ? undefined : halfUp(earned * 100, weights) };
}

function line(indicator: Indicator, of: Counts, policy: LinearPolicy): AssessmentLine {
  const weight = policy.weights[indicator];
  const { rate, figures } = counted(indicator, of, policy);
  const score = rate.whole === 0 || weight === 0 ? undefined : halfUp(weight * 100 * rate.part, rate.whole);
  return { indicator, weight, score, figures };
}

/** The rate that a score follows from, and its figures. */
function counted(
  indicator: Indicator,
  of: Counts,
  { enterpriseWeight: times }: LinearPolicy,
): { readonly rate: Ratio; readonly figures: IndicatorFigures } {
  const { heard, present, enterpriseHeard, enterprisePresent, unknown } = of;
  switch (indicator) {
    case "attendance": {
      const rate = { part: present + times * enterprisePresent, whole: heard + times * enterpriseHeard };
      const ofEnterprises = { enterpriseHeard, enterprisePresent, times };
      return {
        rate,
        figures: { of: indicator, heard, present, ...ofEnterprises, unknown, rate: percent(rate) },
      };
    }
    case "principals": {
      const { principals } = of;
      const known = heard + enterpriseHeard;
      return {
        rate: { part: principals, whole: known },
        figures: { of: indicator, heard: known, principals },
      };
    }
    case "spoke": {
      const { spoke, speakable } = of;
      return {
        rate: { part: spoke, whole: speakable },
        figures: { of: indicator, present: present + enterprisePresent, speakable, spoke },
      };
    }
    case "reports":
    case "filings": {
      const { due, inTime } = of[indicator];
      return { rate: { part: inTime, whole: due }, figures: { of: indicator, due, inTime } };
    }
    case "resolution": {
      const { mediated, settled } = of;
      return { rate: { part: settled, whole: mediated }, figures: { of: indicator, mediated, settled } };
    }
    default:
      return indicator satisfies never;
  }
}

/** Best first; equal scores share a rank and stand by name; who has no score comes last without one. */
function placed(units: readonly Omit<AssessedUnit, "rank">[]): readonly AssessedUnit[] {
  const ordered = units.toSorted(
    (one, other) => (other.score ?? -1) - (one.score ?? -1) || (one.name < other.name ? -1 : 1),
  );
  const all: AssessedUnit[] = [];
  for (const one of ordered) {
    const above = all.at(-1);
    const rank =
      one.score === undefined ? undefined : above?.score === one.score ? above.rank : all.length + 1;
    all.push({ ...one, rank });
  }
  return all;
}

function halfUp(numerator: number, denominator: number): number {
  return Math.floor((2 * numerator + denominator) / (2 * denominator));
}
