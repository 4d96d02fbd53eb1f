/**
 * The running count of a period's docket, case by case. Memory follows the number of agencies and fields, never that of cases.
 */

import { RULINGS } from "../../court/ruling.ts";
import { LEVELS, type Level, levelOf } from "../../organisations/level.ts";
import type { Period } from "../../time/period.ts";
import {
  DOCKET_PARTS,
  type DocketCase,
  type DocketPart,
  type DocketTally,
  docketCase,
  type ResultLine,
} from "./docket-case.ts";
import type { DocketCell, DocketFigures, ResultCount } from "./docket-figures.ts";
import type { DocketPairs, DocketRow } from "./docket-row.ts";

type Growing = Record<DocketPart, number>;

/** Takes the cases of any period one by one; {@link DocketCount.figures} gives those of its own. */
export class DocketCount {
  readonly #period: Period;
  readonly #total = nothing();
  readonly #instances = { first: nothing(), second: nothing(), retrial: nothing() };
  readonly #fields = new Map<string | undefined, Growing>();
  readonly #acts = new Map<string | undefined, Growing>();
  readonly #courts = new Map<string, { name: string | undefined; readonly tally: Growing }>();
  /** By district, agency and field. */
  readonly #cells = new Map<string, Map<string, Map<string | undefined, Growing>>>();
  readonly #results = new Map<
    ResultLine,
    { first: number; second: number; retrial: number; halted: number }
  >();
  #undated = 0;

  constructor(period: Period) {
    this.#period = period;
  }

  add(pairs: DocketPairs): void {
    const counted = docketCase(pairs, this.#period);
    if (counted === undefined) return;
    const { instance, parts, court, result, undated } = counted;
    if (undated) this.#undated++;
    if (parts.length === 0) return;
    for (const tally of [this.#total, this.#instances[instance], this.#ofCourt(court, pairs)])
      add(tally, parts);
    add(known(this.#fields, fieldOf(pairs), nothing), parts);
    add(known(this.#acts, actOf(pairs), nothing), parts);
    for (const pair of pairs) add(this.#cell(pair), parts);
    if (result !== undefined) this.#addResult(result, counted);
  }

  #ofCourt(code: string, pairs: DocketPairs): Growing {
    const court = known(this.#courts, code, () => ({
      name: undefined as string | undefined,
      tally: nothing(),
    }));
    for (const { court: name } of pairs)
      if (name !== undefined && (court.name === undefined || isBefore(name, court.name))) court.name = name;
    return court.tally;
  }

  #cell({ jurisdiction, agency, field }: DocketRow): Growing {
    const agencies = known(
      this.#cells,
      jurisdiction,
      () => new Map<string, Map<string | undefined, Growing>>(),
    );
    return known(
      known(agencies, agency, () => new Map<string | undefined, Growing>()),
      field,
      nothing,
    );
  }

  #addResult(line: ResultLine, { instance, parts }: DocketCase): void {
    const count = known(this.#results, line, () => ({ first: 0, second: 0, retrial: 0, halted: 0 }));
    count[parts.includes("closed") ? instance : "halted"]++;
  }

  get figures(): DocketFigures {
    const cells = this.#allCells();
    const pairs = nothing();
    const counties = new Map<string, Growing>();
    const levels = new Map<Level, Growing>();
    for (const cell of cells)
      for (const tally of [
        pairs,
        known(counties, cell.jurisdiction, nothing),
        known(levels, cell.level, nothing),
      ])
        for (const part of DOCKET_PARTS) tally[part] += cell[part];
    return {
      total: this.#total,
      byInstance: this.#instances,
      byField: mostFirst(
        [...this.#fields].map(([field, tally]) => ({ field, ...tally })),
        ({ field }) => field,
      ),
      byAct: mostFirst(
        [...this.#acts].map(([act, tally]) => ({ act, ...tally })),
        ({ act }) => act,
      ),
      byCourt: [...this.#courts]
        .map(([code, { name, tally }]) => ({ court: name ?? code, code, ...tally }))
        .sort((one, other) => (one.code < other.code ? -1 : 1)),
      pairs,
      byJurisdiction: mostFirst(
        [...counties].map(([jurisdiction, tally]) => ({ jurisdiction, ...tally })),
        ({ jurisdiction }) => jurisdiction,
      ),
      byLevel: LEVELS.flatMap((level) => {
        const tally = levels.get(level);
        return tally === undefined ? [] : [{ level, ...tally }];
      }),
      cells,
      results: RESULT_LINES.flatMap((line): ResultCount[] => {
        const count = this.#results.get(line);
        return count === undefined ? [] : [{ line, ...count }];
      }),
      undated: this.#undated,
    };
  }

  #allCells(): readonly DocketCell[] {
    const cells: DocketCell[] = [];
    for (const [jurisdiction, agencies] of this.#cells)
      for (const [agency, fields] of agencies) {
        const level = levelOf(agency, jurisdiction);
        for (const [field, tally] of fields) cells.push({ jurisdiction, agency, level, field, ...tally });
      }
    const keyed = cells.map((cell) => ({
      cell,
      key: `${cell.jurisdiction}\n${cell.agency}\n${cell.field ?? ""}`,
    }));
    return keyed.sort((one, other) => (one.key < other.key ? -1 : 1)).map(({ cell }) => cell);
  }
}

/** In the order of an outcome table. */
export const RESULT_LINES: readonly ResultLine[] = RULINGS.flatMap((ruling): readonly ResultLine[] =>
  ruling === "dismissed" ? ["lost", ruling] : ruling === "not-filed" ? [ruling, "won"] : [ruling],
).concat("unknown");

/** The field and the act of a case: the first that one of its pairs names. */
export function fieldOf(pairs: DocketPairs): string | undefined {
  return pairs.find(({ field }) => field !== undefined)?.field;
}
export function actOf(pairs: DocketPairs): string | undefined {
  return pairs.find(({ act }) => act !== undefined)?.act;
}

function nothing(): Growing {
  return {
    received: 0,
    inferred: 0,
    closed: 0,
    pending: 0,
    first: 0,
    outcomeUnknown: 0,
    lost: 0,
    merits: 0,
    meritsUnknown: 0,
    withdrawn: 0,
    appealKnown: 0,
    appealed: 0,
    second: 0,
    reversed: 0,
    remanded: 0,
    reviewUnknown: 0,
  };
}

function add(tally: Growing, parts: readonly DocketPart[]): void {
  for (const part of parts) tally[part]++;
}

function known<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

/** The shorter of two names, of equally long ones the first in order; so the order of rows doesn't matter. */
function isBefore(one: string, other: string): boolean {
  return one.length === other.length ? one < other : one.length < other.length;
}

/** Most closed first, then most received, then by name; what isn't known comes last. */
function mostFirst<T extends DocketTally>(
  tallies: readonly T[],
  nameOf: (tally: T) => string | undefined,
): readonly T[] {
  return tallies.toSorted((one, other) => {
    const [name, otherName] = [nameOf(one), nameOf(other)];
    if (name === undefined || otherName === undefined) return name === undefined ? 1 : -1;
    return other.closed - one.closed || other.received - one.received || (name < otherName ? -1 : 1);
  });
}
