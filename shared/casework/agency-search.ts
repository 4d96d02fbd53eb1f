/** Finds the agency a person named, by its exact name or an alias; else says which ones may be meant. */
import { comparableName, lookup, type Organisation } from "../domain/organisations/directory.ts";
import type { Directory } from "../ports/directory.ts";

export type AgencySearch =
  | { readonly found: Organisation }
  /** None, or several; `similar` are names in the directory that may be meant, best first. */
  | { readonly found: undefined; readonly similar: readonly string[] };

const MOST_SUGGESTIONS = 5;

/** Only an agency or a bureau can be designated; nobody is guessed. */
export async function findAgency(name: string, directory: Directory): Promise<AgencySearch> {
  const named = (await directory.find(lookup.name(name))).filter(canAppear);
  const [only] = named;
  if (only !== undefined && named.length === 1) return { found: only };
  if (named.length > 1) return { found: undefined, similar: named.map((one) => one.name) };
  const all = await directory.find(lookup.kind("agency"));
  const similar = all
    .map((one) => ({
      one,
      likeness: Math.max(...[one.name, ...one.aliases].map((each) => likeness(each, name))),
    }))
    .filter((each) => each.likeness >= 0.5)
    .toSorted((one, other) => other.likeness - one.likeness)
    .slice(0, MOST_SUGGESTIONS);
  return { found: undefined, similar: similar.map(({ one }) => one.name) };
}

function canAppear({ kind }: Organisation): boolean {
  return kind === "agency" || kind === "bureau";
}

/** From 0 to 1: how many pairs of neighbouring characters two names share (Dice). */
function likeness(one: string, other: string): number {
  const [a, b] = [pairs(comparableName(one)), pairs(comparableName(other))];
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

function pairs(name: string): ReadonlySet<string> {
  const characters = [...name];
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`));
}
