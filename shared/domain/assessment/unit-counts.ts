/** What is counted of a unit in a year for its assessment (年度考核), with the cases each figure stands on. */
import { type CaseNumber, instanceOf, isHearable } from "../court/case-number.ts";
import type { CountingPolicy } from "../policy.ts";
import { casesOf } from "../statistics/case-order.ts";
import { countedCase, type PairAnswer, pairAnswer } from "../statistics/counted-case.ts";
import type { Timeliness } from "../statistics/indicators.ts";
import { type StatisticsRow, UNKNOWN_AGENCY } from "../statistics/statistics-row.ts";
import { type Year, yearOf } from "../time/time.ts";
import type { Indicator } from "../unit-events/score-model.ts";
import type { UnitEvent } from "../unit-events/unit-event.ts";

/** A unit's figures. */
export interface Counts {
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
  /**
   * The cases that a score can be checked by: where no head came, where a principal came, where the head was silent, whose
   * report or filing was late or is missing, whose dispute was mediated and not settled.
   */
  readonly cases: Record<Indicator, Set<CaseNumber>>;
}

/** An agency with its district. */
export interface AgencyCounts {
  readonly jurisdiction: string;
  readonly counts: Counts;
}

const NONE: Timeliness = { reports: { due: 0, inTime: 0 }, filings: { due: 0, inTime: 0 } };

export function nothingCounted(): Counts {
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
    cases: {
      attendance: new Set(),
      principals: new Set(),
      spoke: new Set(),
      reports: new Set(),
      filings: new Set(),
      resolution: new Set(),
    },
  };
}

/** By agency, from a year's rows, one for each (case number, agency), in any order. */
export function countAgencies(
  rows: Iterable<StatisticsRow>,
  timeliness: ReadonlyMap<string, Timeliness>,
  events: readonly UnitEvent[],
  year: Year,
  counting: CountingPolicy,
): ReadonlyMap<string, AgencyCounts> {
  const agencies = new Map<string, AgencyCounts>();
  for (const ofCase of casesOf(rows)) {
    const { answer, leftOut, beside } = countedCase(ofCase, counting);
    if (beside) continue;
    for (const row of ofCase) {
      if (leftOut.some(([, one]) => one === row)) continue;
      if (row.agency === UNKNOWN_AGENCY || !counts(row, year)) continue;
      const known = agencies.get(row.agency) ?? { jurisdiction: row.jurisdiction, counts: nothingCounted() };
      agencies.set(row.agency, known);
      addRow(known.counts, row, pairAnswer(row, answer));
    }
  }
  for (const [agency, { counts: own }] of agencies) {
    const { reports, filings } = timeliness.get(agency) ?? NONE;
    own.reports = { ...reports };
    own.filings = { ...filings };
  }
  for (const { kind, agency, caseNumber } of events) {
    const indicator = LATE.get(kind);
    if (indicator !== undefined && caseNumber !== undefined)
      agencies.get(agency)?.counts.cases[indicator].add(caseNumber);
  }
  return agencies;
}

const LATE: ReadonlyMap<UnitEvent["kind"], "reports" | "filings"> = new Map([
  ["late-report", "reports"],
  ["missing-report", "reports"],
  ["late-filing", "filings"],
  ["missing-filing", "filings"],
]);

/** A case counts to the year of its first sitting; one without a day is of the year whose rows they are. */
function counts({ caseNumber, heardOn, heard }: StatisticsRow, year: Year): boolean {
  return isHearable(caseNumber) && heard === true && (heardOn === undefined || yearOf(heardOn) === year);
}

/** Where another respondent's head appears (§3), attendance is no matter of this agency's. */
function addRow(to: Counts, row: StatisticsRow, answer: PairAnswer): void {
  const present = answer === "present" ? true : answer === "absent" ? false : undefined;
  const { enterprise, rank, spoke, mediated, outcome, caseNumber } = row;
  const { cases } = to;
  if (present === undefined) to.unknown += answer === "excused" ? 0 : 1;
  else if (enterprise === true) {
    to.enterpriseHeard += 1;
    to.enterprisePresent += present ? 1 : 0;
  } else {
    to.heard += 1;
    to.present += present ? 1 : 0;
  }
  if (present === false) cases.attendance.add(caseNumber);
  if (present === true && rank === "principal") {
    to.principals += 1;
    cases.principals.add(caseNumber);
  }
  if (present === true && spoke !== undefined) {
    to.speakable += 1;
    to.spoke += spoke ? 1 : 0;
    if (!spoke) cases.spoke.add(caseNumber);
  }
  if (mediated === true && instanceOf(caseNumber) === "first") {
    to.mediated += 1;
    to.settled += outcome === "settled" ? 1 : 0;
    if (outcome !== "settled") cases.resolution.add(caseNumber);
  }
}

/** A county is its agencies together. */
export function addCounts(to: Counts, from: Counts): void {
  for (const key of Object.keys(from) as (keyof Counts)[]) {
    if (key === "cases")
      for (const [indicator, numbers] of Object.entries(from.cases) as [Indicator, Set<CaseNumber>][])
        for (const number of numbers) to.cases[indicator].add(number);
    else if (key === "reports" || key === "filings") {
      to[key].due += from[key].due;
      to[key].inTime += from[key].inTime;
    } else to[key] += from[key];
  }
}
