/** Of which agency, or of which of several, does a sentence speak at one of its places? */
import { readingTable } from "../text/rule-table.ts";
import type { Context } from "./context.ts";
import { type Mention, type Mentioned, mentionsIn } from "./speech/organs.ts";
import type { Utterance } from "./speech/utterances.ts";

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

/** What joins the agencies of a list: 被告一、被告三. */
const JOINED = /^[一二三四1-4]?[、和与及]$/u;

/** The agency whose side a verb speaks of: the nearest named before it. */
export function subjectOf({ organs, parties }: Context, utterance: Utterance, at: number): Mentioned {
  const named = mentionsIn(utterance.text, organs, parties).findLast(
    (mention) => mention.at <= Math.max(at, 0),
  );
  if (named !== undefined && named.who !== "unclear") return named.who;
  if (utterance.speaker === "respondent" && utterance.organ !== "unclear") return utterance.organ;
  if (organs.length > 1 && /均|都|两位|二位/u.test(utterance.text)) return "all";
  return organs.length === 1 ? 0 : "unclear";
}

/** 被告一、被告三出庭负责人提交的身份证明: the agencies of a list that runs up to what is said of them all. */
export function listedSubjects(context: Context, utterance: Utterance, at: number): Mentioned[] {
  const named = mentionsIn(utterance.text, context.organs, context.parties).filter(
    (mention) => mention.at <= Math.max(at, 0) && mention.who !== "unclear",
  );
  const ends = named.length - 1;
  const begins = named.findLastIndex(
    ({ end }, index) => index < ends && !JOINED.test(utterance.text.slice(end, named[index + 1]?.at)),
  );
  const listed = named.slice(begins + 1).map(({ who }) => who);
  return listed.length > 1 ? listed : [subjectOf(context, utterance, at)];
}
