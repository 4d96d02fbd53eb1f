/** What does an answer given for several agencies say of all of them, and what of one alone? */
import { organAtStart } from "../names/organ-name.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { Context } from "./context.ts";
import type { Question } from "./questions.ts";
import { busyWith, reasonOf } from "./reasons.ts";
import { mentionsIn, uniqueOrgan } from "./speech/organs.ts";
import type { Sign } from "./speech/signs.ts";
import type { Utterance } from "./speech/utterances.ts";
import { blanked, isNegated } from "./speech/verbs.ts";

/** The agency that a sentence speaks of at its beginning: 县卫健委主任在市里开会. */
function agencyAtStart({ organs, parties }: Context, sentence: string): number | undefined {
  const [first] = mentionsIn(sentence, organs, parties);
  if (first?.at === 0) return typeof first.who === "number" ? first.who : undefined;
  const short = organAtStart(sentence);
  return short === undefined ? undefined : uniqueOrgan(short, organs);
}

/** 都没有到庭 · 两被告负责人均未到庭 */
const ALL_OF_THEM = /^(?:都|均|两|二|三|各|全)/u;

/** Which agency an answer is about: the one it begins with, all that were asked about, or the one that speaks. */
export function whoseAnswer(
  context: Context,
  { organ, text }: Utterance,
  asked: Question,
): Question["organ"] {
  if (asked.organ === "all") {
    const named = agencyAtStart(context, text);
    if (named !== undefined) return named;
    if (ALL_OF_THEM.test(text)) return "all";
  }
  if (organ !== "unclear") return organ;
  return asked.organ === "all" ? "unclear" : asked.organ;
}

/** An answer without the sentences that begin with another agency: 都没有到庭。县卫健委主任在开会；县政府因公务繁忙. */
export function withoutOthers(context: Context, organ: Question["organ"], said: string): string {
  if (context.organs.length < 2 || organ === "unclear") return said;
  return said
    .split(/(?<=[。；])/u)
    .filter((sentence) => [undefined, organ].includes(agencyAtStart(context, sentence)))
    .join("");
}

/** Why one agency's head is away, where the answer is for several and a sentence of it begins with that agency. */
export function reasonOfOne(
  context: Context,
  { text: said, start, end }: Utterance,
  asked: Question,
): Sign[] {
  const text = /^[^。；]*/u.exec(said)?.[0] ?? "";
  if (asked.organ !== "all" || isNegated(blanked(text))) return [];
  const organ = agencyAtStart(context, text);
  const why = /因(?:为)?([^，。；]{2,40})/u.exec(text)?.[1];
  const { reason } = { ...busyWith(text), ...(why === undefined ? {} : { reason: why }), ...reasonOf(text) };
  if (organ === undefined || reason === undefined) return [];
  return [
    {
      organ,
      start,
      end,
      says: "reason",
      reason,
      confidence: CONFIDENCE.inferred,
      rule: "reason-of-one-of-several",
    },
  ];
}
