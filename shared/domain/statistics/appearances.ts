/** Who of an agency's leaders appeared in court, how often, and who never did; and who appeared without standing on its list. */
import { comparableName } from "../organisations/directory.ts";
import { isInPost, type Leader } from "../organisations/leaders.ts";
import type { CivilDate } from "../time/time.ts";
import type { StatisticsRow } from "./statistics-row.ts";

/** One person's appearances, by day. */
export interface Appearances {
  readonly name: string;
  /** The posts the list has under the name; none where it hasn't the name. */
  readonly posts: readonly Leader[];
  readonly rows: readonly StatisticsRow[];
}

/**
 * Everybody on the list who is in his post on the day, and everybody who appeared, the most appearances first: those with none
 * never appeared in what is counted. Sittings with a head of no name are `unnamed`.
 */
export function appearancesOf(
  rows: Iterable<StatisticsRow>,
  { leaders = [], day }: { readonly leaders: readonly Leader[] | undefined; readonly day: CivilDate },
): { readonly persons: readonly Appearances[]; readonly unnamed: number } {
  const found = new Map<string, { name: string; posts: Leader[]; rows: StatisticsRow[] }>();
  const personOf = (name: string) => {
    const key = comparableName(name);
    const person = found.get(key) ?? { name, posts: [], rows: [] };
    found.set(key, person);
    return person;
  };
  for (const leader of leaders) if (isInPost(leader, day)) personOf(leader.name).posts.push(leader);
  let unnamed = 0;
  for (const row of rows) {
    if (row.heard !== true || row.present !== true) continue;
    if (row.headName === undefined) unnamed++;
    else personOf(row.headName).rows.push(row);
  }
  for (const person of found.values()) {
    person.rows.sort((one, other) => ((one.heardOn ?? "") < (other.heardOn ?? "") ? -1 : 1));
    // Whoever has left is known by the post he had.
    if (person.posts.length === 0)
      person.posts.push(
        ...leaders.filter(({ name }) => comparableName(name) === comparableName(person.name)).slice(0, 1),
      );
  }
  return {
    persons: [...found.values()].toSorted((one, other) => other.rows.length - one.rows.length),
    unnamed,
  };
}
