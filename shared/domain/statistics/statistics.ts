/**
 * A period's figures (行政应诉统计), counted as published bulletins count.
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
import type { StatedGround } from "../court/absence-ground.ts";
import type { CaseNumber } from "../court/case-number.ts";
import { isIn, type Period, periodOf } from "../time/period.ts";
import type { CivilDate, Month } from "../time/time.ts";
import type { SuggestionTrigger } from "./judicial-suggestion.ts";
import { PeriodCount, type Trace } from "./period-count.ts";
import type { GroupTally, Ranked, Tally } from "./ranking.ts";
import { settleRows } from "./row-precedence.ts";
import type { StatisticsRow } from "./statistics-row.ts";

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
  /** The class of the reason; undefined: the words tell none. */
  readonly ground: StatedGround | undefined;
  /** Whether the court accepted it. */
  readonly accepted: boolean | undefined;
  readonly withoutHead: StatisticsRow["withoutHead"];
}

/** A case in which a judicial suggestion (司法建议) is possible, and why. */
export interface PossibleSuggestion extends CaseAgency {
  readonly triggers: readonly SuggestionTrigger[];
}

type RankedGroup = GroupTally & Ranked;

/** The figures of one period. Rates are left to `rate.ts`, so that nothing is rounded twice. */
export interface BulletinStatistics {
  /** The period's last month; of a month's figures, the month. */
  readonly month: Month;
  readonly period: Period;
  /** 合计, 一审, 二审 and 再审 in cases. */
  readonly total: Tally;
  readonly first: Tally;
  readonly second: Tally;
  readonly retrial: Tally;
  /** 涉企, in cases known to involve an enterprise; `enterpriseUnknown` heard cases don't say. */
  readonly enterprise: Tally;
  readonly enterpriseUnknown: number;
  /** 合计 in (case, agency) pairs: the sum of the districts, of the agencies, and of the branches. */
  readonly agencyLevel: Tally;
  readonly byJurisdiction: readonly (RankedGroup & { readonly jurisdiction: string })[];
  readonly byAgency: readonly (RankedGroup & { readonly agency: string; readonly jurisdiction: string })[];
  /** 系统: 公安, 自然资源 … of the city and every county together, in pairs. */
  readonly byDepartment: readonly (RankedGroup & { readonly department: string })[];
  /** In cases: they add up to {@link total}. `code` is the court's in case numbers, `court` its shortest name. */
  readonly byCourt: readonly (RankedGroup & { readonly court: string; readonly code: string })[];
  readonly absences: readonly Absence[];
  /** The absences by class of their reason; all classes, in the order of GROUNDS. */
  readonly grounds: readonly { readonly ground: StatedGround | undefined; readonly count: number }[];
  /** Absences whose reason the court accepted or refused; of the others that isn't known. */
  readonly reasons: { readonly accepted: number; readonly refused: number };
  /** Who came instead: staff, lawyers alone, nobody; `notStated`: no source says. */
  readonly withoutHead: {
    readonly staff: number;
    readonly lawyers: number;
    readonly nobody: number;
    readonly notStated: number;
  };
  /** Pairs in which a judicial suggestion is possible, by ground; a pair may have several. */
  readonly suggestions: readonly { readonly trigger: SuggestionTrigger; readonly count: number }[];
  readonly possibleSuggestions: readonly PossibleSuggestion[];
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
    /** Set for this period, but whether it was heard is not known. */
    readonly hearing: readonly CaseAgency[];
    /** Heard, but not when: counted in no period. */
    readonly date: readonly CaseAgency[];
  };
  /** Rows of this period on which sources differ. */
  readonly differences: readonly CaseAgency[];
  /** Rows said to be heard whose type of case never is (行审, 行他); not counted. */
  readonly notHearable: readonly CaseAgency[];
}

/** Which period, and what to do with rows that have no date of hearing. */
export type StatisticsOptions = (
  | { readonly month: Month; readonly period?: never }
  | { readonly period: Period; readonly month?: never }
) & {
  /** `in-month` for a ledger that is known to be of this period alone; `left-out` otherwise. */
  readonly undated?: "left-out" | "in-month";
  /** `none`: counts alone, as periods that are compared with need them; memory then follows the number of agencies. */
  readonly lists?: "all" | "none";
  /** Told of every figure a case adds to. */
  readonly trace?: Trace;
};

/**
 * The figures of a period from rows of any source, order, number and duplication, held in memory for that. A
 * case's period is that of its first sitting; other periods' rows are ignored.
 */
export function statistics(rows: Iterable<StatisticsRow>, options: StatisticsOptions): BulletinStatistics {
  return counted(casesOf(rows), options);
}

/**
 * As {@link statistics}, in one pass and without keeping the rows: they come in the order of their
 * case numbers, as the index of a month and frozen rows have them. Throws RangeError where they don't.
 */
export function statisticsInOrder(
  rows: Iterable<StatisticsRow>,
  options: StatisticsOptions,
): BulletinStatistics {
  return counted(casesInOrder(rows), options);
}

/** As {@link statisticsInOrder}, while the rows arrive. */
export async function statisticsOfStream(
  rows: AsyncIterable<StatisticsRow>,
  options: StatisticsOptions,
): Promise<BulletinStatistics> {
  const run = new Run(options);
  const cases = new CaseOrder();
  for await (const row of rows) {
    const whole = cases.next(row);
    if (whole !== undefined) run.add(whole);
  }
  run.add(cases.rest());
  return run.result();
}

function counted(cases: Iterable<readonly StatisticsRow[]>, options: StatisticsOptions): BulletinStatistics {
  const run = new Run(options);
  for (const pairs of cases) run.add(pairs);
  return run.result();
}

/** One count under its options. */
class Run {
  readonly #period: Period;
  readonly #undated: "left-out" | "in-month";
  readonly #count: PeriodCount;

  constructor({ month, period, undated = "left-out", lists = "all", trace }: StatisticsOptions) {
    this.#period = period ?? periodOf("month", month);
    this.#undated = undated;
    this.#count = new PeriodCount(lists === "all", trace);
  }

  /** The settled pairs of one case. */
  add(pairs: readonly StatisticsRow[]): void {
    const heardOn = pairs
      .map((pair) => pair.heardOn)
      .filter((date) => date !== undefined)
      .sort()[0];
    if (heardOn === undefined && this.#undated === "left-out") this.#count.addUndated(pairs);
    else if (heardOn === undefined || isIn(this.#period, heardOn)) this.#count.addCase(pairs, heardOn);
  }

  result(): BulletinStatistics {
    return this.#count.result(this.#period);
  }
}

/** One row for each (case, agency), whichever sources spoke of it. */
export function settledPairs(rows: Iterable<StatisticsRow>): readonly StatisticsRow[] {
  return [...casesOf(rows)].flat();
}

type Rows = [StatisticsRow, ...StatisticsRow[]];

/** The settled pairs of each case. */
function* casesOf(rows: Iterable<StatisticsRow>): Generator<readonly StatisticsRow[]> {
  const cases = new Map<CaseNumber, StatisticsRow[]>();
  for (const row of rows) {
    const known = cases.get(row.caseNumber);
    if (known === undefined) cases.set(row.caseNumber, [row]);
    else known.push(row);
  }
  for (const ofCase of cases.values()) yield settled(ofCase);
}

function* casesInOrder(rows: Iterable<StatisticsRow>): Generator<readonly StatisticsRow[]> {
  const cases = new CaseOrder();
  for (const row of rows) {
    const whole = cases.next(row);
    if (whole !== undefined) yield whole;
  }
  yield cases.rest();
}

/** Rows in the order of their case numbers → the settled pairs of each case, as it is complete. */
class CaseOrder {
  #open: StatisticsRow[] = [];

  next(row: StatisticsRow): readonly StatisticsRow[] | undefined {
    const current = this.#open[0]?.caseNumber;
    if (current === row.caseNumber) {
      this.#open.push(row);
      return undefined;
    }
    if (current !== undefined && row.caseNumber < current)
      throw new RangeError(`rows out of order: ${row.caseNumber} after ${current}`);
    const whole = current === undefined ? undefined : settled(this.#open);
    this.#open = [row];
    return whole;
  }

  rest(): readonly StatisticsRow[] {
    return settled(this.#open);
  }
}

function settled(ofCase: readonly StatisticsRow[]): readonly StatisticsRow[] {
  const [only] = ofCase;
  if (only !== undefined && ofCase.length === 1) return [settleRows([only])];
  return [...Map.groupBy(ofCase, (row) => row.agency).values()].map((pair) => settleRows(pair as Rows));
}
