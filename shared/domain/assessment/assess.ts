/**
 * The yearly assessment (年度考核) of all agencies and counties, by the policy's models, each line explained so that whoever is
 * assessed can check it. Cases of enterprises weigh heavier. What has no cases is not an indicator for that unit: its weight is
 * left out, not lost. What is unknown counts neither for nor against.
 */
import { UNKNOWN_JURISDICTION } from "../organisations/district.ts";
import { type CountingPolicy, LINYI, type Policy } from "../policy.ts";
import type { Timeliness } from "../statistics/indicators.ts";
import { type StatisticsRow, UNKNOWN_AGENCY } from "../statistics/statistics-row.ts";
import { type Year, yearOf } from "../time/time.ts";
import { eventsScored } from "../unit-events/score-model.ts";
import { inOrder, type UnitEvent } from "../unit-events/unit-event.ts";
import { type Scored, scored } from "./score.ts";
import { type AgencyCounts, addCounts, type Counts, countAgencies, nothingCounted } from "./unit-counts.ts";

export interface AssessedUnit extends Scored {
  readonly kind: "county" | "agency";
  readonly name: string;
  /** Among its kind; ties share it. */
  readonly rank: number | undefined;
}

export interface YearlyAssessment {
  readonly year: Year;
  readonly counties: readonly AssessedUnit[];
  readonly agencies: readonly AssessedUnit[];
}

/** What happened in the year, and how the city counts; nothing, and as Linyi does, unless it is said. */
interface AssessedBy {
  readonly events?: Iterable<UnitEvent>;
  readonly counting?: CountingPolicy;
}

/**
 * Assesses a year from its rows, one for each (case number, agency), in any order, and from what happened in it. A unit without
 * a hearing is assessed where something happened that its model looks at.
 */
export function assess(
  rows: Iterable<StatisticsRow>,
  timeliness: ReadonlyMap<string, Timeliness>,
  year: Year,
  { models, enterpriseWeight: times }: Pick<Policy["assessment"], "models" | "enterpriseWeight">,
  { events = [], counting = LINYI.counting }: AssessedBy = {},
): YearlyAssessment {
  const all = inOrder(events).filter(({ agency }) => agency !== UNKNOWN_AGENCY);
  // What belongs to a case of the year, but was due in the next, is that year's.
  const happened = all.filter(({ on }) => on === undefined || yearOf(on) === year);
  const agencies = new Map(countAgencies(rows, timeliness, all, year, counting));
  const [scoredKinds, countyKinds] = [eventsScored(models.agency), eventsScored(models.county)];
  for (const { kind, agency, jurisdiction } of happened)
    if (scoredKinds.has(kind) && !agencies.has(agency))
      agencies.set(agency, { jurisdiction, counts: nothingCounted() });
  const byAgency = Map.groupBy(happened, ({ agency }) => agency);
  const byCounty = Map.groupBy(happened, ({ jurisdiction }) => jurisdiction);
  const counties = countiesOf(agencies);
  for (const [county, own] of byCounty)
    if (!counties.has(county) && county !== UNKNOWN_JURISDICTION)
      if (own.some(({ kind }) => countyKinds.has(kind))) counties.set(county, nothingCounted());
  return {
    year,
    counties: placed(
      [...counties].map(([name, of]) => ({
        kind: "county",
        name,
        ...scored(of, byCounty.get(name) ?? [], models.county, times),
      })),
    ),
    agencies: placed(
      [...agencies].map(([name, { counts: of }]) => ({
        kind: "agency",
        name,
        ...scored(of, byAgency.get(name) ?? [], models.agency, times),
      })),
    ),
  };
}

function countiesOf(agencies: ReadonlyMap<string, AgencyCounts>): Map<string, Counts> {
  const counties = new Map<string, Counts>();
  for (const { jurisdiction, counts: own } of agencies.values()) {
    if (jurisdiction === UNKNOWN_JURISDICTION) continue;
    const county = counties.get(jurisdiction) ?? nothingCounted();
    counties.set(jurisdiction, county);
    addCounts(county, own);
  }
  return counties;
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

/** 3667 → 36.67, -50 → -0.50. */
export function points(score: number | undefined): string {
  if (score === undefined) return "—";
  const size = Math.abs(score);
  return `${score < 0 ? "-" : ""}${Math.floor(size / 100)}.${String(size % 100).padStart(2, "0")}`;
}
