/** What does an answer given for several agencies say of all of them, and what of one alone? */
import { organAtStart } from "../names/organ-name.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { Context } from "./context.ts";
import type { Question } from "./questions.ts";
import { busyWith, reasonOf } from "./reasons.ts";
import { mentionsIn, uniqueOrgan } from "./speech/organs.ts";
import type { Sign } from "./speech/signs.ts";
import type { Utterance } from "./speech/utterances.ts";

/** The agency that a sentence speaks of at its beginning: 县卫健委主任在市里开会. */
function agencyAtStart({ organs, parties }: Context, sentence: string): number | undefined {
  const [first] = mentionsIn(sentence, organs, parties);
  if (first?.at === 0) return typeof first.who === "number" ? first.who : undefined;
  const short = organAtStart(sentence);
  return short === undefined ? undefined : uniqueOrgan(short, organs);
}

/** Of an answer for all agencies asked about, what holds for all of them: 都没有到庭。县卫健委主任在开会；县政府因公务繁忙. */
export function ofAll(context: Context, organ: Question["organ"], said: string): string {
  if (organ !== "all") return said;
  return said
    .split(/(?<=[。；])/u)
    .filter((sentence) => agencyAtStart(context, sentence) === undefined)
    .join("");
}

/** Why one agency's head is away, where the answer is for several and a sentence of it begins with that agency. */
export function reasonOfOne(
  context: Context,
  { text: said, start, end, organ: of }: Utterance,
  asked: Question,
): Sign[] {
  if (asked.organ !== "all" || typeof of === "number") return [];
  const text = /^[^。；]*/u.exec(said)?.[0] ?? "";
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
