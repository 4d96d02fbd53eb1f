/** What does a ledger say of each of its cases? Its rows put together by case, with what only the ledger as a whole tells: districts, months, years. */

import type { AgencyStatement, LedgerStatement } from "../../domain/case-file/ledger/ledger-statement.ts";
import type { ClassesSaid } from "../../domain/classes/classes.ts";
import type { CaseNumber } from "../../domain/court/case-number.ts";
import { plaintiffsIn } from "../../domain/court/enterprise.ts";
import type { Outcome } from "../../domain/court/outcome.ts";
import {
  CITY_ITSELF,
  districtNamed,
  districtOf,
  UNKNOWN_JURISDICTION,
} from "../../domain/organisations/district.ts";
import { monthsOf } from "../../domain/time/period.ts";
import { type CivilDate, civilDate, type Month, monthOf } from "../../domain/time/time.ts";
import type { Ledger } from "./case-ledger.ts";
import type { LedgerRow } from "./ledger.ts";

/** What the whole ledger tells of each row. */
interface Context {
  /** The months the ledger is for, as whoever hands it in says. */
  readonly covers: readonly Month[];
  /** Whether it has days of hearing: then a case that was heard on no known day counts to no month. */
  readonly hasDays: boolean;
  /** The month in which a sheet's cases without a day count. */
  readonly undatedIn: (sheet: string) => Month | undefined;
  readonly districts: ReadonlySet<string>;
}

/**
 * In the order of the ledger. `month` is the one it is handed in for, the last where it is for several, `from` on: they
 * give days their year, and cases without a day their month, where the ledger itself doesn't.
 */
export function ledgerStatements(ledger: Ledger, month: Month, from = month): readonly LedgerStatement[] {
  const { rows, columns } = ledger;
  const context: Context = {
    covers: monthsOf({ from, to: month }),
    hasDays: columns.has("hearing") || rows.some(({ heardOn }) => heardOn !== undefined),
    undatedIn: monthOfUndated(ledger, month, from),
    districts: districtsIn(rows),
  };
  return [...Map.groupBy(rows, ({ caseNumber }) => caseNumber)].map(([caseNumber, ofCase]) =>
    statementOf(caseNumber, ofCase, context),
  );
}

/** The month most of its hearings fall in, else the one its title names; undefined where it tells none. */
export function monthOfLedger({ rows, months }: Ledger): Month | undefined {
  const dated = rows.flatMap(({ heardOn }) => (heardOn === undefined ? [] : [monthOf(heardOn)]));
  const counted = [...Map.groupBy(dated, (month) => month)].toSorted(
    ([, one], [, other]) => other.length - one.length,
  );
  return counted[0]?.[0] ?? [...months.values()][0];
}

/**
 * By the sheet's title, else by the other sheets' where they agree, else by the days of the others where these do. Where a
 * ledger of several months has no month beyond them, its last will do: it is counted as a whole.
 */
function monthOfUndated({ rows, months }: Ledger, month: Month, from: Month): Context["undatedIn"] {
  const titled = new Set(months.values());
  const dated = new Set(rows.flatMap(({ heardOn }) => (heardOn === undefined ? [] : [monthOf(heardOn)])));
  const [ofTitles] = titled;
  const [ofDays] = dated;
  const isWithin = [...titled, ...dated].every((one) => from <= one && one <= month);
  if (from !== month && isWithin) return (sheet) => months.get(sheet) ?? month;
  const common = titled.size === 1 ? ofTitles : dated.size < 2 ? (ofDays ?? month) : undefined;
  return (sheet) => months.get(sheet) ?? common;
}

/** The districts the ledger itself names, in a column or in full in an agency's name. */
function districtsIn(rows: readonly LedgerRow[]): ReadonlySet<string> {
  const named = rows.flatMap(({ jurisdiction, respondent }) => [
    ...(jurisdiction !== undefined && /[县区市旗]$/u.test(jurisdiction) ? [jurisdiction] : []),
    districtOf(respondent ?? ""),
  ]);
  return new Set(named.filter((district) => ![CITY_ITSELF, UNKNOWN_JURISDICTION].includes(district)).sort());
}

function statementOf(caseNumber: CaseNumber, rows: readonly LedgerRow[], context: Context): LedgerStatement {
  const first = <T>(fact: (row: LedgerRow) => T | null | undefined): T | undefined =>
    rows.map(fact).find((value) => value !== undefined && value !== null) ?? undefined;
  const ever = (fact: (row: LedgerRow) => boolean | null | undefined) =>
    rows.some((row) => fact(row) === true) ? true : first(fact);
  const [{ sheet = "", row = 0 } = {}] = rows;
  const heard = ever((one) => one.heard);
  const placed = heard === true && context.hasDays ? undefined : context.undatedIn(sheet);
  return {
    caseNumber,
    sheet,
    row,
    plaintiffs: [...new Set(rows.flatMap(({ plaintiff }) => plaintiffsIn(plaintiff ?? "")))],
    ...given({
      originCaseNumber: first((one) => one.originNumber),
      court: first((one) => one.court),
      cause: first((one) => one.cause),
      enterprise: ever((one) => one.enterprise),
      heard,
      mode: first((one) => one.mode),
      undatedIn: placed,
      yearUnknown: rows.some((one) => dayIn(one, context) === "elsewhere") ? (true as const) : undefined,
      outcome: gravest(rows.map(({ outcomeKind }) => outcomeKind)),
      closed: ever((one) => one.closed),
      mediated: ever((one) => one.mediated),
      classes: classesOf(rows),
    }),
    agencies: rows.map((one) => agencyStatement(one, context)),
  };
}

/** Of each class what the first row says that says anything; of rulings that of the row whose outcome counts. */
function classesOf(rows: readonly LedgerRow[]): ClassesSaid | undefined {
  const outcome = gravest(rows.map(({ outcomeKind }) => outcomeKind));
  const ruling = rows.find((row) => row.ruling !== undefined && row.outcomeKind === outcome)?.ruling;
  const said: ClassesSaid = Object.assign({}, ...rows.map(({ classes }) => classes).toReversed());
  const all = { ...said, ...(ruling !== undefined && { ruling }) };
  return Object.keys(all).length === 0 ? undefined : all;
}

/** Lost against one of several is lost; of other ends the first written holds. */
function gravest(outcomes: readonly (Outcome | undefined)[]): Outcome | undefined {
  const known = outcomes.filter((outcome) => outcome !== undefined);
  return (["lost", "settled"] as const).find((one) => known.includes(one)) ?? known[0];
}

function agencyStatement(row: LedgerRow, context: Context): AgencyStatement {
  const { respondent, headAttended, doubtful, headName, headTitle, rank, spoke } = row;
  const { absenceReason, reasonAccepted, withoutHead } = row;
  const came = (who: LedgerRow["withoutHead"]) => (withoutHead === who ? (true as const) : undefined);
  const day = row.heard === true ? dayIn(row, context) : undefined;
  return given({
    respondent: respondent ?? undefined,
    jurisdiction: districtIn(row, context),
    heardOn: day === "elsewhere" ? undefined : day,
    attended: headAttended ?? (doubtful ? ("review" as const) : undefined),
    headName,
    headTitle,
    rank,
    spoke,
    absenceReason,
    reasonAccepted,
    staffAppeared: came("staff"),
    lawyersOnly: came("lawyers"),
    nobodyCame: came("nobody"),
    doubtful: doubtful ? (true as const) : undefined,
  });
}

/** As the column for it says, else by the agency's name; undefined where neither tells. */
function districtIn({ jurisdiction, respondent }: LedgerRow, { districts }: Context): string | undefined {
  const district =
    jurisdiction === undefined
      ? districtOf(respondent ?? "", districts)
      : districtNamed(jurisdiction, districts);
  return district === UNKNOWN_JURISDICTION ? undefined : district;
}

/** The day of the hearing; one without a year is of one of the ledger's months, or of a year that stays open. */
function dayIn({ heardOn, heardDay }: LedgerRow, { covers }: Context): CivilDate | "elsewhere" | undefined {
  if (heardOn !== undefined || heardDay === undefined) return heardOn;
  const month = covers.find((one) => one.slice(5) === heardDay.slice(0, 2));
  return month === undefined ? "elsewhere" : civilDate(`${month.slice(0, 4)}-${heardDay}`);
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Only what is known: an absent key, not an undefined one. */
function given<T extends object>(facts: T): Given<T> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Given<T>;
}
