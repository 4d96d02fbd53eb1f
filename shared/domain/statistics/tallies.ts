/** How are attendances counted? Tallies that grow, by themselves and by the name of a district, agency, branch or court. */
import type { Answer, CountedCase, PairAnswer } from "./counted-case.ts";
import type { GroupTally, PairTally, Tally } from "./ranking.ts";

/** A tally while it grows. */
export type Growing<Counts> = { -readonly [Name in keyof Counts]: Counts[Name] };

export function noTally(): Growing<Tally> {
  return { heard: 0, present: 0, absent: 0, unknown: 0 };
}

export function noPairs(): Growing<PairTally> {
  return { ...noTally(), excused: 0, unstated: 0 };
}

function noGroup(): Growing<GroupTally> {
  return { ...noPairs(), principals: 0, enterpriseHeard: 0, enterprisePresent: 0 };
}

/** One more that was heard. */
export function add(tally: Growing<Tally>, answer: Answer): void {
  tally.heard++;
  tally[answer]++;
}

/** One more pair: an excused one is not among those its agency is measured by. */
export function addPair(tally: Growing<PairTally>, answer: PairAnswer): void {
  if (answer === "excused") {
    tally.excused++;
    return;
  }
  if (answer === "unstated") tally.unstated++;
  add(tally, answer === "unstated" ? "unknown" : answer);
}

/** Adds one tally to another. */
export function addGroup(to: Growing<GroupTally>, from: GroupTally): void {
  for (const part of Object.keys(from) as (keyof GroupTally)[]) to[part] += from[part];
}

/** Tallies by name, in the order in which the names first came. */
export class Groups {
  readonly #tallies = new Map<string, Growing<GroupTally>>();

  /** The tally of a name; an empty one where nothing of it was heard. */
  named(name: string): Growing<GroupTally> {
    const known = this.#tallies.get(name);
    if (known !== undefined) return known;
    const made = noGroup();
    this.#tallies.set(name, made);
    return made;
  }

  add(name: string, { answer, principal, enterprise }: Weighed): void {
    const group = this.named(name);
    addPair(group, answer);
    if (answer === "excused") return;
    if (principal) group.principals++;
    if (!enterprise) return;
    group.enterpriseHeard++;
    if (answer === "present") group.enterprisePresent++;
  }

  [Symbol.iterator](): IterableIterator<readonly [string, GroupTally]> {
    return this.#tallies[Symbol.iterator]();
  }
}

/** What a group counts of a case, or of a pair. */
export interface Weighed {
  readonly answer: PairAnswer;
  readonly principal: boolean;
  readonly enterprise: boolean;
}

/** What a case weighs in its court. */
export function weightOf({ answer, principals, enterprise }: CountedCase): Weighed {
  return { answer, principal: principals.length > 0, enterprise: enterprise === true };
}
