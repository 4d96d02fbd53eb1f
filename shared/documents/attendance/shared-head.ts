import type { Context } from "./context.ts";
import { personsOf } from "./persons.ts";
import type { Sign } from "./signs.ts";
import type { Utterance } from "./utterances.ts";

/** One head for several defendants (法释〔2020〕3号 §3). */
const SHARED =
  /(?:一并|共同|同时|一起|统一)?(?:作为|代表|担任)(?:我们)?[两二双各三](?:个)?(?:被告|方|家|单位|机关)(?:的)?(?:单位)?(?:共同)?(?:出庭|应诉|负责人|参加)/u;

/** Whether a sentence says that one head appears for several agencies. */
export function isShared(text: string): boolean {
  return SHARED.test(text);
}

/** 由街道办事处副主任赵某作为两被告的出庭负责人: his own agency's head, and by agreement the other's. */
export function sharedHead(context: Context, { start, end, text, speaker }: Utterance): Sign[] {
  const person = personsOf(
    text
      .slice(0, SHARED.exec(text)?.index)
      .split(/[，。；]/u)
      .at(-1) ?? "",
  )[0];
  const who = person === undefined ? {} : { person };
  return context.organs.map((_, organ) => ({
    organ,
    start,
    end,
    by: speaker,
    says: "shared-head",
    ...who,
    confidence: 0.5,
    rule: "one-head-for-several-agencies",
  }));
}
