/** Does a sentence say that one head appears for several agencies? */
import { CONFIDENCE } from "../text/confidence.ts";
import { clausesOf } from "../text/sentences.ts";
import { anyOf, wordList } from "../text/words.ts";
import type { Context } from "./context.ts";
import { personOfClause } from "./speech/persons.ts";
import type { Sign } from "./speech/signs.ts";
import type { Utterance } from "./speech/utterances.ts";

const TOGETHER = anyOf(wordList("一并 共同 同时 一起 统一"));
const SEVERAL_AGENCIES = `[两二双各三](?:个)?${anyOf(wordList("被告 方 家 单位 机关"))}(?:的)?(?:单位)?`;
/** One head for several defendants (法释〔2020〕3号 §3). */
const SHARED = new RegExp(
  `${TOGETHER}?(?:作为|代表|担任)(?:我们)?${SEVERAL_AGENCIES}(?:共同)?(?:出庭|应诉|负责人|参加)`,
  "u",
);

/** Whether a sentence says that one head appears for several agencies. */
export function isShared(text: string): boolean {
  return SHARED.test(text);
}

/** 由街道办事处副主任赵某作为两被告的出庭负责人: the head of one agency, and by agreement the other's as well. */
export function sharedHead(context: Context, { start, end, text, speaker }: Utterance): Sign[] {
  const before = text.slice(0, SHARED.exec(text)?.index);
  const person = personOfClause(clausesOf(before).at(-1) ?? "");
  return context.organs.map((_, organ) => ({
    organ,
    start,
    end,
    by: speaker,
    says: "shared-head",
    ...(person === undefined ? {} : { person }),
    confidence: CONFIDENCE.doubtful,
    rule: "one-head-for-several-agencies",
  }));
}
