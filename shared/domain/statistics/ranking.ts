/** Tallies of attendance, and their ranking (排名) by rate. */
import { byRateDescending, type Ratio } from "./rate.ts";

/** Counts of cases, or of (case, agency) pairs: heard = present + absent + unknown. */
export interface Tally {
  readonly heard: number;
  readonly present: number;
  readonly absent: number;
  readonly unknown: number;
}

/** Counts of (case, agency) pairs, with what stands beside attendance where several are sued (法释〔2020〕3号 §3). */
export interface PairTally extends Tally {
  /** Another respondent's head appears for it: no fault, and not among those heard. */
  readonly excused: number;
  /** Of those unknown: another respondent's head came, and nobody says who was to appear. */
  readonly unstated: number;
}

/** A tally of a district, agency, branch or court, with the counts its other rates are made of. */
export interface GroupTally extends PairTally {
  readonly principals: number;
  readonly enterpriseHeard: number;
  readonly enterprisePresent: number;
}

/** A tally's place in a ranking: ties share it, and where nothing was heard there is none. */
export interface Ranked extends Tally {
  readonly rank: number | undefined;
}

/** The attendance rate (出庭率) of a tally. */
export function attendance({ present, heard }: Tally): Ratio {
  return { part: present, whole: heard };
}

/**
 * Best rate first by exact value; equal rates share a rank and stand by name; those of whom nothing was
 * heard, and those `unrankable`, come last without a rank.
 */
export function ranked<T extends Tally>(
  tallies: readonly T[],
  nameOf: (tally: T) => string,
  unrankable: (tally: T) => boolean = () => false,
): (T & Ranked)[] {
  const byName = (a: T, b: T) => (nameOf(a) < nameOf(b) ? -1 : 1);
  const counts = (tally: T) => tally.heard > 0 && !unrankable(tally);
  const order = (a: T, b: T) => byRateDescending(attendance(a), attendance(b));
  const placed: (T & Ranked)[] = [];
  for (const tally of tallies.filter(counts).sort((a, b) => order(a, b) || byName(a, b))) {
    const above = placed.at(-1);
    const tied = above !== undefined && order(above, tally) === 0;
    placed.push({ ...tally, rank: tied ? above.rank : placed.length + 1 });
  }
  const unplaced = tallies.filter((tally) => !counts(tally)).sort(byName);
  return [...placed, ...unplaced.map((tally) => ({ ...tally, rank: undefined }))];
}
