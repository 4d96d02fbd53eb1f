/** Of which agency, or of which of several, does a sentence say what its side did? */
import type { Context } from "./context.ts";
import { type Mentioned, mentionsIn } from "./organs.ts";
import type { Utterance } from "./utterances.ts";

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
