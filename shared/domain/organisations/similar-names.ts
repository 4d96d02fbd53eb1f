/** Which organisation a name may stand for that the directory doesn't know: those whose names share most with it. */
import { comparableName, type Organisation } from "./directory.ts";

/** What is compared of an organisation. */
type Named = Pick<Organisation, "id" | "name" | "aliases">;

export interface SimilarOrganisation<One extends Named> {
  readonly organisation: One;
  /** 0 to 1: the share of neighbouring characters the two names have in common (Dice). */
  readonly score: number;
}

/** At most three, the most similar first, none that has less than half in common. */
export function similarOrganisations<One extends Named>(
  name: string,
  organisations: readonly One[],
): readonly SimilarOrganisation<One>[] {
  return organisations
    .map((organisation) => ({
      organisation,
      score: Math.max(
        ...[organisation.name, ...organisation.aliases].map((other) => similarity(name, other)),
      ),
    }))
    .filter(({ score }) => score >= LEAST)
    .toSorted(
      (one, other) => other.score - one.score || (one.organisation.id < other.organisation.id ? -1 : 1),
    )
    .slice(0, MOST);
}

const LEAST = 0.5;
const MOST = 3;

/** How much two names have in common, 0 to 1; the same either way round. */
function similarity(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  const size = a.length + b.length;
  if (size === 0) return comparableName(one) === comparableName(other) ? 1 : 0;
  const left = [...b];
  const shared = a.filter((pair) => {
    const at = left.indexOf(pair);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return (2 * shared.length) / size;
}

function pairsOf(name: string): readonly string[] {
  const characters = [...comparableName(name)];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
