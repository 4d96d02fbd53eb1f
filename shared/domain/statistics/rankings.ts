/**
 * The attendance of districts, agencies, branches and levels while it is counted. By pairs it is kept for agencies alone, and
 * summed up for the others when it is asked for; by cases each has its own, since a case of two agencies is one of their district's.
 */
import { UNKNOWN_JURISDICTION } from "../organisations/district.ts";
import { LEVELS, type Level, levelOf } from "../organisations/level.ts";
import type { CountingPolicy } from "../policy.ts";
import type { CountedCase } from "./counted-case.ts";
import { departmentOf, OTHER_DEPARTMENT } from "./department.ts";
import type { BulletinStatistics } from "./figures.ts";
import { type GroupTally, ranked } from "./ranking.ts";
import { type StatisticsRow, UNKNOWN_AGENCY } from "./statistics-row.ts";
import { addGroup, Groups, type Weighed, weightOf } from "./tallies.ts";

type RankedFigures = Pick<BulletinStatistics, "byJurisdiction" | "byAgency" | "byDepartment" | "byLevel">;

interface Sums {
  readonly counties: Groups;
  readonly departments: Groups;
  readonly levels: Groups;
}

/** Takes the pairs that were heard, one by one, or their cases. */
export class Rankings {
  readonly #by: CountingPolicy["rankBy"];
  /** Of each county. */
  readonly #agencies = new Map<string, Groups>();
  readonly #ofCases: Sums = noSums();
  /** What a name's branch is, once it has been asked for. */
  readonly #branches = new Map<string, string>();

  constructor(by: CountingPolicy["rankBy"]) {
    this.#by = by;
  }

  /** Named in the period's tables even where nothing of it was heard. */
  name({ jurisdiction, agency }: StatisticsRow): void {
    this.#of(jurisdiction).named(agency);
  }

  addPair({ jurisdiction, agency }: StatisticsRow, weighed: Weighed): void {
    if (this.#by === "pairs") this.#of(jurisdiction).add(agency, weighed);
  }

  addCase(counted: CountedCase): void {
    if (this.#by === "pairs") return;
    const weight = weightOf(counted);
    const { counties, departments, levels } = this.#ofCases;
    for (const { jurisdiction, agency } of counted.heard) this.#of(jurisdiction).add(agency, weight);
    for (const county of groupsOf(counted, ({ jurisdiction }) => jurisdiction)) counties.add(county, weight);
    for (const branch of groupsOf(counted, ({ agency }) => this.#branchOf(agency)))
      departments.add(branch, weight);
    for (const level of groupsOf(counted, ({ agency, jurisdiction }) => levelOf(agency, jurisdiction)))
      levels.add(level, weight);
  }

  #of(jurisdiction: string): Groups {
    const known = this.#agencies.get(jurisdiction);
    if (known !== undefined) return known;
    const made = new Groups();
    this.#agencies.set(jurisdiction, made);
    return made;
  }

  #branchOf(agency: string): string {
    const known = this.#branches.get(agency);
    if (known !== undefined) return known;
    const branch = departmentOf(agency);
    this.#branches.set(agency, branch);
    return branch;
  }

  get figures(): RankedFigures {
    const { counties, departments, levels } = this.#by === "pairs" ? this.#summed() : this.#ofCases;
    for (const county of this.#agencies.keys()) counties.named(county);
    return {
      byJurisdiction: ranked(
        [...counties].map(([jurisdiction, tally]) => ({ jurisdiction, ...tally })),
        ({ jurisdiction }) => jurisdiction,
        ({ jurisdiction }) => jurisdiction === UNKNOWN_JURISDICTION,
      ),
      byAgency: ranked(
        [...this.#agencies].flatMap(([jurisdiction, agencies]) =>
          [...agencies].map(([agency, tally]) => ({ agency, jurisdiction, ...tally })),
        ),
        ({ agency, jurisdiction }) => `${agency}\n${jurisdiction}`,
        ({ agency }) => agency === UNKNOWN_AGENCY,
      ),
      byDepartment: ranked(
        [...departments].map(([department, tally]) => ({ department, ...tally })),
        ({ department }) => department,
        ({ department }) => department === OTHER_DEPARTMENT,
      ),
      byLevel: inOrder(levels),
    };
  }

  #summed(): Sums {
    const sums = noSums();
    for (const [county, agencies] of this.#agencies)
      for (const [agency, tally] of agencies) {
        if (tally.heard + tally.excused === 0) continue;
        addGroup(sums.counties.named(county), tally);
        addGroup(sums.departments.named(this.#branchOf(agency)), tally);
        addGroup(sums.levels.named(levelOf(agency, county)), tally);
      }
    return sums;
  }
}

function noSums(): Sums {
  return { counties: new Groups(), departments: new Groups(), levels: new Groups() };
}

/** The groups of which some pair of a case was heard, each once. */
function groupsOf({ heard }: CountedCase, groupOf: (pair: StatisticsRow) => string): ReadonlySet<string> {
  return new Set(heard.map(groupOf));
}

/** From above to below; those of which nothing was heard are left out. */
function inOrder(levels: Groups): readonly (GroupTally & { readonly level: Level })[] {
  const known = new Map(levels);
  return LEVELS.flatMap((level) => {
    const tally = known.get(level);
    return tally === undefined ? [] : [{ level, ...tally }];
  });
}
