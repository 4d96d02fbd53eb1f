/**
 * Puts together an edition of a bulletin as things stand: its rows, its figures beside those of other periods, the ledgers that
 * are missing, and what its bureau gave it. What it says follows from this alone.
 */

import { defined } from "../../domain/defined.ts";
import { lookup } from "../../domain/organisations/directory.ts";
import { bureauName, CITY_ITSELF } from "../../domain/organisations/district.ts";
import { ownCounting } from "../../domain/policy.ts";
import type { Rules } from "../../domain/rules.ts";
import type { BulletinContent } from "../../domain/statistics/bulletin-content.ts";
import type { BulletinEdition } from "../../domain/statistics/bulletin-edition.ts";
import type { BulletinVersion } from "../../domain/statistics/bulletin-version.ts";
import type { BulletinStatistics } from "../../domain/statistics/figures.ts";
import { type FrozenRows, frozenRows } from "../../domain/statistics/frozen-rows.ts";
import { heardRows } from "../../domain/statistics/heard-in.ts";
import { inCaseOrder } from "../../domain/statistics/merged-rows.ts";
import { rowChanges } from "../../domain/statistics/row-changes.ts";
import { statistics } from "../../domain/statistics/statistics.ts";
import type { StatisticsRow } from "../../domain/statistics/statistics-row.ts";
import {
  reportedSuggestions,
  type SuggestionsReported,
} from "../../domain/suggestion/reported-suggestions.ts";
import { monthsOf, type Period } from "../../domain/time/period.ts";
import {
  type CivilDate,
  civilDateAt,
  type Instant,
  lastOf,
  type Month,
  yearOf,
} from "../../domain/time/time.ts";
import type { Directory } from "../../ports/directory.ts";
import type { FrozenRowsOf } from "../../ports/frozen-rows.ts";
import type { Records } from "../../ports/records.ts";
import { jurisdictions } from "../jurisdictions.ts";
import { comparedPeriods, type MonthRows } from "./compared-periods.ts";
import { missingLedgers } from "./missing-ledgers.ts";
import { docketRowsOf, rowsInDocket } from "./period-docket.ts";

export interface EditionReading {
  readonly records: Pick<Records, "monthRows" | "docketRows" | "bulletins" | "duties" | "programme">;
  readonly directory: Pick<Directory, "find" | "names">;
  readonly frozenRows: FrozenRowsOf;
}

export interface EditionWanted {
  readonly period: Period;
  readonly state: BulletinVersion["state"];
  readonly now: Instant;
  readonly rules: Rules;
  /** In whose name it is issued. */
  readonly issuer: string;
  readonly content?: BulletinContent;
  /** Of a correction: what is corrected, in its signer's words. */
  readonly corrects?: string;
}

/** An edition with what it was counted from. */
export interface ComposedEdition {
  /** Those of its hearings; frozen are those of its docket too. */
  readonly rows: readonly StatisticsRow[];
  readonly frozen: FrozenRows;
  readonly figures: BulletinStatistics;
  readonly edition: BulletinEdition;
}

/** The edition after `last`, the newest version of the same state. */
export async function composeEdition(
  ports: EditionReading,
  { period, state, now, rules, issuer, content, corrects }: EditionWanted,
  last: BulletinVersion | undefined,
): Promise<ComposedEdition> {
  const { counting } = rules.policy;
  const { code, name } = rules.policy.jurisdiction;
  const rows = await rowsOf(ports, period, rules);
  const docket = docketRowsOf(ports, code);
  const frozen = frozenRows(together(rows, await rowsInDocket(docket, period, now)));
  const edition: BulletinEdition = {
    period,
    jurisdiction: name,
    issuer,
    issuedOn: civilDateAt(now),
    version: (last?.version ?? 0) + 1,
    draft: state === "draft",
    ...defined({ counting: ownCounting(rules.policy) }),
    ...defined({ missingLedgers: await missingLedgers(ports, period), content, corrects }),
    suggestions: await suggestionsOf(ports, period, now, rules),
    ...(await comparedPeriods(period, monthRows(ports.records, code, period, rows), docket, {
      counting,
      now,
    })),
    ...(last !== undefined && {
      changes: {
        against: last.version,
        rows: rowChanges(heardRows(await ports.frozenRows(last.folder), period), rows),
      },
    }),
  };
  return { rows, frozen, figures: statistics(frozen.rows, { period, counting }), edition };
}

/** 司法建议 that came in a period, of the city and its counties, as they stand now; what is still to be checked counts for nothing. */
async function suggestionsOf(
  { records, directory }: EditionReading,
  { from, to }: Period,
  now: Instant,
  { calendar }: Rules,
): Promise<SuggestionsReported> {
  const first = `${from}-01` as CivilDate;
  const last = lastOf(to);
  const years = new Set([yearOf(first), yearOf(last)]);
  const areas = await jurisdictions(directory);
  const read = areas.flatMap((area) => [...years].map((year) => records.programme(area, year)));
  const entries = (await Promise.all(read)).flat();
  const counted = entries.flatMap((one) =>
    one.kind === "suggestion" && one.withdrawn === undefined && one.doubts.length === 0 ? [one] : [],
  );
  return reportedSuggestions(counted, { from: first, to: last, on: civilDateAt(now) }, calendar);
}

/** Rows of hearings and those of the docket; the two may have been read a moment apart. */
function together(
  heard: readonly StatisticsRow[],
  docket: readonly StatisticsRow[],
): readonly StatisticsRow[] {
  const known = new Set(heard.map(({ caseNumber }) => caseNumber));
  return [...heard, ...docket.filter(({ caseNumber }) => !known.has(caseNumber))];
}

/** All rows of a period's months, by case. */
export async function rowsOf(
  { records }: { readonly records: Pick<Records, "monthRows"> },
  period: Period,
  { policy }: Rules,
): Promise<readonly StatisticsRow[]> {
  const { code } = policy.jurisdiction;
  return Array.fromAsync(inCaseOrder(monthsOf(period).map((month) => records.monthRows(code, month))));
}

/** The newest version of a period's bulletin. */
export async function lastVersion(
  records: Pick<Records, "bulletins">,
  { period, state, rules }: Pick<EditionWanted, "period" | "state" | "rules">,
): Promise<BulletinVersion | undefined> {
  const known = await records.bulletins(rules.policy.jurisdiction.code, period.to);
  return known
    .filter((one) => one.state === state && one.period === period.kind)
    .toSorted((one, other) => one.version - other.version)
    .at(-1);
}

/** 司法局 issues it; where the directory doesn't know it yet, under the name it always has. */
export async function issuerOf(
  { directory }: { readonly directory: Pick<Directory, "find"> },
  { policy }: Rules,
): Promise<string> {
  const [bureau] = await directory.find(lookup.bureau(CITY_ITSELF));
  return bureau?.name ?? bureauName(policy.jurisdiction.name);
}

/** The index by month; of a month's own edition the rows that were just read, so that its figures agree. */
function monthRows(
  records: Pick<Records, "monthRows">,
  code: string,
  period: Period,
  own: readonly StatisticsRow[],
): MonthRows {
  return (month: Month) =>
    period.kind === "month" && month === period.to ? streamed(own) : records.monthRows(code, month);
}

async function* streamed(rows: readonly StatisticsRow[]): AsyncIterable<StatisticsRow> {
  yield* rows;
}
