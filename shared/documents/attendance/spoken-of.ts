/** Of which agency does a sentence speak at one of its places? */
import { readingTable } from "../text/rule-table.ts";
import type { Context } from "./context.ts";
import type { Mention, Mentioned } from "./organs.ts";
import type { Utterance } from "./utterances.ts";

/** A place of a sentence, with the party named for it. */
interface SpokenOf {
  readonly utterance: Utterance;
  readonly named: Mention | undefined;
  readonly isOnlyOne: boolean;
}

const SPOKEN_OF = readingTable<SpokenOf, Mentioned>("whom-a-sentence-speaks-of", [
  {
    name: "the-party-named",
    reads: ({ named }) => (named === undefined || named.who === "unclear" ? undefined : named.who),
    example: "被告沂水县公安局负责人到庭",
  },
  {
    name: "the-agency-that-speaks",
    reads: ({ utterance: { organ, speaker } }) =>
      organ !== "unclear" && speaker === "respondent" ? organ : undefined,
    example: "沂水县公安局：负责人未到庭",
  },
  {
    name: "all-of-them",
    reads: ({ utterance: { text } }) => (/[二两各]被告|均/u.test(text) ? "all" : undefined),
    example: "负责人均未到庭",
  },
  {
    name: "the-only-agency",
    reads: ({ isOnlyOne }) => (isOnlyOne ? 0 : undefined),
    example: "负责人到庭",
  },
]);

/** The agency whose head or people a place of a sentence speaks of. */
export function spokenOfAt(
  { organs }: Context,
  utterance: Utterance,
  mentions: readonly Mention[],
  at: number,
): Mentioned {
  const isOnlyOne = organs.length === 1;
  const before = mentions.findLast((mention) => mention.at <= at);
  // With several agencies, one named only later may be another's.
  const later = isOnlyOne ? mentions.find(({ who }) => who !== "other" && who !== "unclear") : undefined;
  return SPOKEN_OF.decide({ utterance, named: before ?? later, isOnlyOne })?.verdict ?? "unclear";
}
