/**
 * One head for several agencies that are sued (法释〔2020〕3号 §3): does a sentence say that he appears for them, and does the paper
 * say whose head it is, and who settled it?
 */
import type { Parties } from "../parties/parties.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { Fact, WhoAppears } from "../text/fact.ts";
import { type FlatText, spanOf } from "../text/flat-text.ts";
import { ruleTable } from "../text/rule-table.ts";
import { clausesOf } from "../text/sentences.ts";
import { anyOf, wordList } from "../text/words.ts";
import type { Context } from "./context.ts";
import { mentionsIn, organsOf } from "./speech/organs.ts";
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

const AGREE = anyOf(wordList("协商 商定 商议 约定 推选 一致同意"));
const DECIDE = anyOf(wordList("确定 决定 指定 明确"));
const COURT = anyOf(wordList("本院 法院 法庭 合议庭 本庭"));
const APPEARS = anyOf(wordList("出庭 应诉 到庭"));

const SETTLES = ruleTable<string, "agreed" | "court" | "nobody">(
  "who-settles-whose-head-appears",
  (text) => text,
  [
    {
      name: "still-to-be-settled",
      of: new RegExp(
        `(?:请|可以?|应当?|建议|限)[^。；，]{0,16}${AGREE}|${AGREE}(?:不成|不一致)|(?:何者|谁|哪[一个]?(?:方|家|单位|被告))[^。；]{0,8}${APPEARS}|是否`,
        "u",
      ),
      says: "nobody",
      example: "请你们协商确定由何者负责人出庭",
    },
    {
      name: "court-settles-it",
      of: new RegExp(
        `${COURT}[^。；，]{0,16}${DECIDE}[^。；，]{0,10}由[^。；]{2,50}负责人[^。；，]{0,8}${APPEARS}`,
        "u",
      ),
      says: "court",
      example: "本院确定由沂南县公安局负责人出庭应诉",
    },
    {
      name: "respondents-settle-it",
      of: new RegExp(`${AGREE}[^。；]{0,30}由[^。；]{2,50}${APPEARS}`, "u"),
      says: "agreed",
      example: "经协商由沂南县公安局负责人出庭应诉",
    },
  ],
);

/** 负责人出庭的协商结果法庭予以确认: it speaks of what was settled. */
const RESULT = new RegExp(`${APPEARS}的?${AGREE}(?:结果|意见|一致|函)`, "u");

/** Whether a sentence settles whose head is to appear, which says of nobody that he came. */
export function settlesWhoAppears(text: string): boolean {
  const said = SETTLES.decide(text)?.verdict;
  return said === "agreed" || said === "court" || RESULT.test(text);
}

/** The words that name whose head it is. */
const WHOSE = new RegExp(
  `(?:${AGREE}|${DECIDE})[^。；]{0,30}?由([^。；，]{2,50}?)(?:${APPEARS}|一并|代表|作为|负责人)`,
  "u",
);

/** Whose head appears, as the last sentence that settles it says; undefined where none does, or one agency is sued. */
export function whoAppears(flat: FlatText, parties: Parties): Fact<WhoAppears> | undefined {
  const organs = organsOf(flat, parties);
  if (organs.length < 2) return undefined;
  let said: Fact<WhoAppears> | undefined;
  for (const { 0: sentence, index } of flat.text.matchAll(/[^。；？]+[。；？]?/gu)) {
    if (!sentence.includes("由") || sentence.endsWith("？")) continue;
    const ruled = SETTLES.decide(sentence);
    const whose = WHOSE.exec(sentence)?.[1];
    if (ruled === undefined || ruled.verdict === "nobody" || whose === undefined) continue;
    const named = new Set(mentionsIn(whose, organs, parties).map(({ who }) => who));
    const respondents = organs.flatMap(({ name }, organ) => (named.has(organ) ? name : []));
    // All of them named are not chosen among; anybody else named, and the sentence was not understood.
    if (respondents.length !== named.size || respondents.length === 0 || respondents.length === organs.length)
      continue;
    said = {
      value: { by: ruled.verdict, respondents },
      confidence: CONFIDENCE.inferred,
      rule: ruled.rule,
      text: spanOf(flat, index, index + sentence.length),
    };
  }
  return said;
}
