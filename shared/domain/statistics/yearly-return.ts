/**
 * What does each cell of the yearly return count, and which cases are behind it? Each case once in a cell, however many are sued in
 * it; lines by district may have a case in two, the total has it once.
 */
import { listedAct } from "../classes/act.ts";
import { listedField } from "../classes/field.ts";
import { type CaseNumber, instanceOf } from "../court/case-number.ts";
import { type Period, periodOf } from "../time/period.ts";
import type { Month, Year } from "../time/time.ts";
import {
  type ConditionKey,
  type ReturnColumn,
  type ReturnLines,
  type ReturnMapping,
  UNKNOWN,
} from "../yearly-return/mapping.ts";
import { type CasePairs, casesOf } from "./case-order.ts";
import { docketCase } from "./docket/docket-case.ts";
import { isHeardIn } from "./heard-in.ts";
import type { StatisticsRow } from "./statistics-row.ts";

/** A line: of which value (`unknown`: of what nobody knows; `total`: of all), and the cases of each column. */
export interface ReturnLine {
  readonly value: string;
  readonly cells: readonly (readonly CaseNumber[])[];
}

export interface ReturnTable {
  readonly year: Year;
  readonly mapping: ReturnMapping;
  /** The total first, then in order of value, what isn't known last. */
  readonly lines: readonly ReturnLine[];
  /** Closed, but nothing shows when: counted in none of them. */
  readonly undated: readonly CaseNumber[];
  /** Received, without a day that a source states: its month follows from the first thing known. */
  readonly inferred: readonly CaseNumber[];
}

export const TOTAL = "total";

/** The year's period. */
export function yearPeriod(year: Year): Period {
  return periodOf("year", `${year}-12` as Month);
}

/**
 * Counts rows in any order; of a case all of its rows must be there. Heard and attended are counted as bulletins count them, of
 * every case that can be heard, whatever a city leaves out of its own rates.
 */
export function countReturn(rows: Iterable<StatisticsRow>, year: Year, mapping: ReturnMapping): ReturnTable {
  const period = yearPeriod(year);
  const cells = new Map<string, CaseNumber[][]>();
  const undated: CaseNumber[] = [];
  const inferred: CaseNumber[] = [];
  const lineOf = (value: string) => {
    const known = cells.get(value) ?? mapping.columns.map(() => []);
    cells.set(value, known);
    return known;
  };
  lineOf(TOTAL);
  for (const pairs of casesOf(rows)) {
    const [{ caseNumber }] = pairs;
    const docket = docketCase(pairs, period);
    const ofHearings = instanceOf(caseNumber) !== "other" && isHeardIn(pairs, period);
    if (docket?.undated === true) undated.push(caseNumber);
    if (docket?.parts.includes("inferred") === true) inferred.push(caseNumber);
    for (const [index, column] of mapping.columns.entries()) {
      const counted = countedPairs(pairs, column, ofHearings, docket?.parts ?? []);
      if (counted.length === 0) continue;
      lineOf(TOTAL)[index]?.push(caseNumber);
      for (const value of new Set(counted.map((row) => lineValue(row, mapping.lines))))
        lineOf(value)[index]?.push(caseNumber);
    }
  }
  const lines = [...cells].map(([value, of]) => ({ value, cells: of.map((cell) => cell.toSorted()) }));
  return { year, mapping, lines: lines.toSorted(inOrder), undated, inferred };
}

/** The pairs by which a case counts in a column; none where it doesn't. */
function countedPairs(
  pairs: CasePairs,
  { counts, where = {} }: ReturnColumn,
  ofHearings: boolean,
  parts: readonly string[],
): readonly StatisticsRow[] {
  const isCounted = (row: StatisticsRow) =>
    counts === "heard" || counts === "present"
      ? ofHearings && row.heard === true && (counts === "heard" || row.present === true)
      : parts.includes(counts);
  return pairs.filter(
    (row) =>
      isCounted(row) &&
      Object.entries(where).every(([key, values]) => values.includes(saidOf(row, key as ConditionKey))),
  );
}

/** What a row says of a condition's question; {@link UNKNOWN} where it doesn't. */
function saidOf(row: StatisticsRow, key: ConditionKey): string {
  switch (key) {
    case "instance":
      return instanceOf(row.caseNumber);
    case "listedAct":
      return row.act === undefined ? UNKNOWN : listedAct(row.act);
    case "reviewer":
      return row.reviewer === true ? "yes" : "no";
    default: {
      const value = row[key];
      return typeof value === "boolean" ? (value ? "yes" : "no") : (value ?? UNKNOWN);
    }
  }
}

function lineValue({ field, act, plaintiffKind, jurisdiction }: StatisticsRow, lines: ReturnLines): string {
  switch (lines) {
    case "field":
      return field ?? UNKNOWN;
    case "listed-field":
      return field === undefined ? UNKNOWN : listedField(field);
    case "act":
      return act ?? UNKNOWN;
    case "listed-act":
      return act === undefined ? UNKNOWN : listedAct(act);
    case "plaintiff-kind":
      return plaintiffKind ?? UNKNOWN;
    case "jurisdiction":
      return jurisdiction;
    default:
      return lines satisfies never;
  }
}

function inOrder({ value: one }: ReturnLine, { value: other }: ReturnLine): number {
  const rank = (value: string) => (value === TOTAL ? 0 : value === UNKNOWN ? 2 : 1);
  return rank(one) - rank(other) || (one < other ? -1 : one > other ? 1 : 0);
}
