/**
 * One row out of several about the same (case, agency): what was settled stands above hearing record and
 * judgment, these above the court's ledger, the ledger above the agency's own filing. Where sources differ the
 * difference is shown; where the best of them contradict each other the fact is unknown, never silently false.
 *
 * The result depends on the set of rows alone, not on their order, number or how they were split.
 */

import { UNKNOWN_JURISDICTION } from "../organisations/district.ts";
import type { CivilDate } from "../time/time.ts";
import type { StatisticsRow } from "./statistics-row.ts";

const STANDING: Readonly<Record<StatisticsRow["source"], number>> = {
  settled: -1,
  "hearing-record": 0,
  judgment: 0,
  "court-ledger": 1,
  filing: 2,
};

/** What the sources say about one fact. */
interface Finding<T> {
  readonly value: T | undefined;
  /** Sources differ, or the best contradict each other. */
  readonly differs: boolean;
}

/** The one row for a (case, agency); `rows` are all about the same pair, at least one. */
export function settleRows(rows: readonly [StatisticsRow, ...StatisticsRow[]]): StatisticsRow {
  const [first] = rows;
  if (rows.length === 1) return alone(first);

  const heardOn = firstSitting(rows);
  const heard = onceIsEnough(rows, "heard");
  const present = onceIsEnough(rows, "present");
  const appearances = present.value === true ? rows.filter((row) => row.present !== false) : [];
  const spoke = onceIsEnough(rows, "spoke");
  const rank = agreed(earliest(appearances, "rank"), "rank");
  const headName = agreed(earliest(appearances, "headName"), "headName");
  const enterprise = agreed(rows, "enterprise");
  const outcome = agreed(rows, "outcome");
  const placed = rows.filter((row) => row.jurisdiction !== UNKNOWN_JURISDICTION);
  const jurisdiction = agreed(placed, "jurisdiction");
  const absences = present.value === false ? rows : [];
  const findings = [heardOn, heard, present, spoke, rank, headName, enterprise, outcome, jurisdiction];

  return {
    caseNumber: first.caseNumber,
    agency: first.agency,
    jurisdiction: jurisdiction.value ?? UNKNOWN_JURISDICTION,
    court: best(rows, "court")
      .map((row) => row.court)
      .sort()[0],
    heardOn: heardOn.value,
    heard: heard.value,
    present: present.value,
    rank: rank.value,
    headName: headName.value,
    spoke: spoke.value,
    enterprise: enterprise.value,
    absenceReason: reasons(absences),
    absenceGround: agreed(absences, "absenceGround").value,
    reasonAccepted: agreed(absences, "reasonAccepted").value,
    withoutHead: agreed(absences, "withoutHead").value,
    conduct: conduct(rows),
    outcome: outcome.value,
    closed: rows.some((row) => row.outcome !== undefined) ? true : sinceThen(rows, "closed"),
    mediated: sinceThen(rows, "mediated"),
    source:
      [...rows].sort((a, b) => STANDING[a.source] - STANDING[b.source] || (a.source < b.source ? -1 : 1))[0]
        ?.source ?? first.source,
    openDifference: isOpen(rows, findings),
  };
}

/** Sources differ. Where the difference was settled, only what the case file has found since counts. */
function isOpen(rows: readonly StatisticsRow[], findings: readonly Finding<unknown>[]): boolean {
  const settled = rows.filter(({ source }) => source === "settled");
  return settled.length > 0
    ? settled.some(({ openDifference }) => openDifference)
    : rows.some((row) => row.openDifference) || findings.some((finding) => finding.differs);
}

/** A row without others: what is said of a head's appearance or absence holds only where that is known. */
function alone(row: StatisticsRow): StatisticsRow {
  return {
    ...row,
    rank: row.present === true ? row.rank : undefined,
    headName: row.present === true ? row.headName : undefined,
    absenceReason: row.present === false ? row.absenceReason : undefined,
    absenceGround: row.present === false ? row.absenceGround : undefined,
    reasonAccepted: row.present === false ? row.reasonAccepted : undefined,
    withoutHead: row.present === false ? row.withoutHead : undefined,
    closed: row.outcome === undefined ? row.closed : true,
  };
}

/** The rows that know the fact, of the best standing that does. */
function best(rows: readonly StatisticsRow[], key: keyof StatisticsRow): StatisticsRow[] {
  return levels(rows, key)[0] ?? [];
}

/** The rows that know the fact, grouped by standing, best first. */
function levels(rows: readonly StatisticsRow[], key: keyof StatisticsRow): StatisticsRow[][] {
  const knowing = rows.filter((row) => row[key] !== undefined);
  return [-1, 0, 1, 2]
    .map((standing) => knowing.filter((row) => STANDING[row.source] === standing))
    .filter((level) => level.length > 0);
}

/** A fact on which the best sources must agree. */
function agreed<K extends keyof StatisticsRow>(
  rows: readonly StatisticsRow[],
  key: K,
): Finding<StatisticsRow[K]> {
  const valuesOf = (some: readonly StatisticsRow[]) => new Set(some.map((row) => row[key]));
  const values = valuesOf(best(rows, key));
  const [value] = values;
  const known = valuesOf(rows.filter((row) => row[key] !== undefined));
  return { value: values.size === 1 ? value : undefined, differs: known.size > 1 };
}

/**
 * A fact of sittings: two sittings of one instance are one, and one appearance suffices (法释〔2020〕3号 §7).
 * Yes and no about the same sitting contradict each other; an undated row may be about any sitting.
 */
function onceIsEnough(rows: readonly StatisticsRow[], key: "heard" | "present" | "spoke"): Finding<boolean> {
  const verdicts = levels(rows, key).map((level) => {
    const on = (answer: boolean) =>
      new Set(level.filter((row) => row[key] === answer).map((row) => row.heardOn));
    const [yes, no] = [on(true), on(false)];
    const clash =
      yes.size > 0 &&
      no.size > 0 &&
      (yes.has(undefined) || no.has(undefined) || [...yes].some((date) => no.has(date)));
    return clash ? undefined : yes.size > 0;
  });
  const [value] = verdicts;
  return { value, differs: verdicts.some((verdict) => verdict === undefined || verdict !== value) };
}

/** The first sitting's date by the best source that dates it; a worse one that dates it otherwise differs. */
function firstSitting(rows: readonly StatisticsRow[]): Finding<CivilDate> {
  const dates = levels(rows, "heardOn").map((level) => earliestDate(level));
  return { value: dates[0], differs: new Set(dates).size > 1 };
}

function earliestDate(rows: readonly StatisticsRow[]): CivilDate | undefined {
  return rows.reduce<CivilDate | undefined>(
    (date, { heardOn }) => (date === undefined || (heardOn !== undefined && heardOn < date) ? heardOn : date),
    undefined,
  );
}

/** Of the rows that know the fact, those about the earliest sitting, or about none in particular. */
function earliest(rows: readonly StatisticsRow[], key: keyof StatisticsRow): StatisticsRow[] {
  const knowing = rows.filter((row) => row[key] !== undefined);
  const date = earliestDate(knowing.filter((row) => row.heardOn !== undefined));
  return knowing.filter((row) => row.heardOn === undefined || row.heardOn === date);
}

/** A fact that stays once it is so: an older source that says "not yet" doesn't contradict it. */
function sinceThen(rows: readonly StatisticsRow[], key: "closed" | "mediated"): boolean | undefined {
  if (rows.some((row) => row[key] === true)) return true;
  return rows.some((row) => row[key] === false) ? false : undefined;
}

/** All reasons the best source gives. */
function reasons(rows: readonly StatisticsRow[]): string | undefined {
  const given = new Set(best(rows, "absenceReason").map((row) => row.absenceReason));
  return given.size === 0 ? undefined : [...given].sort().join("；");
}

/** Whatever any source tells of it, once each. */
function conduct(rows: readonly StatisticsRow[]): StatisticsRow["conduct"] {
  const told = new Set(rows.flatMap((row) => row.conduct ?? []));
  return told.size === 0 ? undefined : [...told].sort();
}
