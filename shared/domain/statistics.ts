/**
 * The month's figures (行政应诉统计), counted as published bulletins count.
 *
 * - Denominator: cases heard in court; numerator: cases with a head present. What is pending or unknown is
 *   neither present nor absent; it stays in the denominator once the case is known to be heard.
 * - A *case* counts once. With co-respondents one head suffices (法释〔2020〕3号 §3: they agree, or the
 *   court decides, whose head appears), so a case is present when any respondent's head was; absent
 *   when all are known to have been absent; otherwise unknown.
 * - At the *agency* level each (case, agency) counts: districts and agencies are counted so, and the
 *   districts add up to {@link BulletinStatistics.agencyLevel}.
 * - 合计 counts every instance; a retrial (行再, 行申, 行监, 行抗) is in 合计 and in neither 一审 nor 二审.
 *   Cases that can't be heard (行审, 行他) are never counted.
 */
import type { CaseNumber } from "./case-number.ts";
import { MonthCount } from "./month-count.ts";
import type { Ranked, Tally } from "./ranking.ts";
import { settleRows } from "./row-precedence.ts";
import type { StatisticsRow } from "./statistics-row.ts";
import { type CivilDate, type Month, monthOf } from "./time.ts";

export { type StatisticsRow, UNKNOWN_JURISDICTION } from "./statistics-row.ts";

/** A pair a list names. */
export interface CaseAgency {
  readonly caseNumber: CaseNumber;
  readonly agency: string;
}

/** An agency whose head was absent from a case that was heard. */
export interface Absence extends CaseAgency {
  readonly jurisdiction: string;
  readonly court: string | undefined;
  readonly heardOn: CivilDate | undefined;
  readonly reason: string | undefined;
  /** Another respondent's head was present, so the case itself counts as present. */
  readonly coRespondentPresent: boolean;
}

/** The figures of one month. Rates are left to `rate.ts`, so that nothing is rounded twice. */
export interface BulletinStatistics {
  readonly month: Month;
  /** 合计, 一审, 二审 and 再审 in cases. */
  readonly total: Tally;
  readonly first: Tally;
  readonly second: Tally;
  readonly retrial: Tally;
  /** 涉企, in cases known to involve an enterprise; `enterpriseUnknown` heard cases don't say. */
  readonly enterprise: Tally;
  readonly enterpriseUnknown: number;
  /** 合计 in (case, agency) pairs: the sum of the districts, and of the agencies. */
  readonly agencyLevel: Tally;
  readonly byJurisdiction: readonly (Ranked & { readonly jurisdiction: string })[];
  readonly byAgency: readonly (Ranked & { readonly agency: string; readonly jurisdiction: string })[];
  readonly absences: readonly Absence[];
  /** 化解: disputes sent to mediation, all settled and withdrawn, and those of them after mediation. */
  readonly resolution: {
    readonly mediated: number;
    readonly settled: number;
    readonly settledAfterMediation: number;
  };
  /** 正职出庭: cases heard with a principal present, of `total.heard`. */
  readonly principals: number;
  /** 人 apart from 件: different heads who appeared, and appearances whose head has no name on record. */
  readonly people: { readonly heads: number; readonly unnamed: number };
  /** 出声: of the cases heard at courts that record it. */
  readonly speech: { readonly heard: number; readonly spoke: number };
  /** 败诉: of the first-instance cases closed. */
  readonly defeat: { readonly closed: number; readonly lost: number };
  /** What a person still has to find out. */
  readonly unknown: {
    /** Heard, but not who was there. */
    readonly attendance: readonly CaseAgency[];
    /** Set for this month, but whether it was heard is not known. */
    readonly hearing: readonly CaseAgency[];
    /** Heard, but not when: counted in no month. */
    readonly date: readonly CaseAgency[];
  };
  /** Rows of this month on which sources differ. */
  readonly differences: readonly CaseAgency[];
  /** Rows said to be heard whose type of case never is (行审, 行他); not counted. */
  readonly notHearable: readonly CaseAgency[];
}

/** Which month, and what to do with rows that have no date of hearing. */
export interface StatisticsOptions {
  readonly month: Month;
  /** `in-month` for a ledger that is known to be of this month alone; `left-out` otherwise. */
  readonly undated?: "left-out" | "in-month";
}

/**
 * The figures of a month from rows of any source, order, number and duplication. The hearing's month is
 * that of the case's first sitting; other months' rows are ignored.
 */
export function statistics(rows: Iterable<StatisticsRow>, options: StatisticsOptions): BulletinStatistics {
  const { month, undated = "left-out" } = options;
  const count = new MonthCount();
  for (const pairs of casesOf(rows)) {
    const heardOn = pairs
      .map((pair) => pair.heardOn)
      .filter((date) => date !== undefined)
      .sort()[0];
    if (heardOn === undefined && undated === "left-out") count.addUndated(pairs);
    else if (heardOn === undefined || monthOf(heardOn) === month) count.addCase(pairs, heardOn);
  }
  return count.result(month);
}

/** The settled pairs of each case. */
function* casesOf(rows: Iterable<StatisticsRow>): Generator<readonly StatisticsRow[]> {
  const cases = new Map<CaseNumber, Map<string, [StatisticsRow, ...StatisticsRow[]]>>();
  for (const row of rows) {
    const agencies = cases.get(row.caseNumber) ?? new Map<string, [StatisticsRow, ...StatisticsRow[]]>();
    cases.set(row.caseNumber, agencies);
    const pair = agencies.get(row.agency);
    if (pair === undefined) agencies.set(row.agency, [row]);
    else pair.push(row);
  }
  for (const agencies of cases.values()) yield [...agencies.values()].map(settleRows);
}
