/** What does a record's question about who came ask, and of which agency? */
import { ruleTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";
import type { Context } from "./context.ts";
import { speaksOfHead } from "./named-heads.ts";
import { type Mentioned, mentionsIn } from "./speech/organs.ts";
import type { Utterance } from "./speech/utterances.ts";
import { blanked, isNegated } from "./speech/verbs.ts";

/** What a record's question about who came asks, and of which agency. */
export interface Question {
  readonly organ: Mentioned;
  /**
   * `presence`: whether the head is there. `absence`: that the head isn't, for the agency to say yes to. `reason`: why not;
   * whatever is answered, the head isn't. `whoever`: who is there at all, or what they are; an answer's first name need not be the
   * head's, and a no is not about the head's coming.
   */
  readonly asks: "presence" | "absence" | "reason" | "whoever";
  /** Of the one who leads the agency: that this one didn't come leaves open whether a deputy did. */
  readonly forPrincipal: boolean;
}

const HEAD_ASKED_ABOUT = /负责(?:人|同志)|领导|局长|主任|[省市县区镇乡]长|厅长/u;
const PRINCIPAL = /(?<!副)(?:局长|主任|厅长|[省市县区镇乡]长)|法定代表人|主要负责人|正职|一把手/u;
const ANY_HEAD = /(?<!主要)负责(?:人|同志)|领导|副/u;

/** Verbs of coming to a hearing, in a hall or on a line. */
const COME = wordList("出庭 到庭 应诉 参加 到场 出席 到了 来(?![自源函]) 在(?:不在|吗|场|线) 上线 接入 登录");
/** Questions that stand for whether the head came. */
const WHAT_OF_THE_HEAD = wordList("什么情况 怎么回事 呢(?:？|$)");
/** Of coming to this hearing; looked for where compounds such as 出庭负责人 are blanked. */
const COMING = new RegExp(anyOf(COME, WHAT_OF_THE_HEAD), "u");
const IDENTITY = /姓名|职务|身份|哪位|谁|称呼/u;
const WHY = new RegExp(anyOf(wordList("原因 理由 为什么 为何 怎么 什么情况 怎么回事 说明情况")), "u");
const WHETHER_BEFORE = wordList("是否 有没有 有无 能否");
const WHETHER = new RegExp(
  anyOf(WHETHER_BEFORE, wordList("与否 了没有?(?:？|$) 没来(?:？|$) 来没来 没有(?:？|$) 未(?:？|$)")),
  "u",
);
/** Whether something else is so: 是否知晓. */
const WHETHER_SOMETHING = new RegExp(anyOf(wordList("是否 有没有 能否")), "u");
const WHETHER_HE_CAME = new RegExp(
  `${anyOf(WHETHER_BEFORE)}[^，。；]{0,14}${anyOf(wordList("出庭 到庭 应诉 到场 参加 出席 来 在"))}`,
  "u",
);
/** What says in a question why that the head isn't there. */
const NOT_THERE = /缺席|没到|什么情况|怎么回事|(?:无|没有|未有)[^，。]{0,8}(?:负责|□)/u;
/** 为什么没来？ said to the agency. */
const WHY_NOT =
  /^(?:被告|你(?:方|们|单位|局)?|那|，)*(?:为什么|为何|怎么)[^，。]{0,4}(?:没有?|不|未)[^，。]{0,4}(?:来|到庭|出庭)/u;

/** Words for people one doesn't know. */
const WHO_ARE = anyOf(wordList("谁 哪些人 哪几位 哪位 何人 几人 哪些(?:人员|同志)"));
const WHO_COME = anyOf(wordList("谁 哪些 哪几 哪位 何人 人员 情况"));
/** 谁出庭？ · 陈述你单位名称及今天出庭人员。 */
const WHO = new RegExp(
  `${WHO_ARE}[^，。]{0,6}(?:出庭|到庭|参加|来)|(?:出庭|到庭|参加(?:庭审|诉讼))(?:的)?(?:都?有|是)?${WHO_COME}|(?:出庭|到庭)的?(?:是|有|人员)？$`,
  "u",
);

/** A question, with its compounds blanked as well. */
interface Asked {
  readonly text: string;
  readonly bare: string;
  /** Whether it names a head, by post or by name. */
  readonly isAboutHead: boolean;
}

function asksWhy({ bare }: Asked): boolean {
  return WHY.test(bare) && !WHETHER.test(bare);
}

const ASKS = ruleTable<Asked, Question["asks"] | "something-else">(
  "question-about-a-head",
  ({ text }) => text,
  [
    {
      name: "why-nobody-came",
      of: ({ text, isAboutHead }) => !isAboutHead && WHY_NOT.test(text),
      says: "reason",
      example: "被告为什么没来？",
    },
    {
      name: "who-came",
      of: ({ text, isAboutHead }) => !isAboutHead && WHO.test(text),
      says: "whoever",
      example: "被告方谁到庭？",
    },
    {
      name: "not-about-a-head",
      of: ({ isAboutHead }) => !isAboutHead,
      says: "something-else",
      example: "原告有无证据提交？",
    },
    {
      name: "how-the-head-s-appearing-stands",
      of: /(?:出庭|到庭)(?:应诉)?(?:的)?情况/u,
      says: "presence",
      example: "被告负责人出庭情况？",
    },
    {
      name: "roll-call",
      of: /^(?:被告|被上诉人|上诉人|行政机关)?的?[^，。；]{0,16}负责(?:人|同志)？$/u,
      says: "presence",
      example: "被告出庭负责人？",
    },
    {
      name: "who-the-head-is",
      of: ({ text, bare }) => !COMING.test(bare) && (IDENTITY.test(bare) || WHO.test(text)),
      says: "whoever",
      example: "被告负责人是哪位？",
    },
    {
      name: "nothing-about-coming",
      of: ({ bare }) => !COMING.test(bare),
      says: "something-else",
      example: "你单位负责人对处罚有无异议？",
    },
    {
      name: "whether-something-else-is-so",
      of: ({ bare }) => WHETHER_SOMETHING.test(bare) && !WHETHER_HE_CAME.test(bare),
      says: "something-else",
      example: "法律规定负责人应当出庭，你方是否知晓？",
    },
    {
      name: "why-the-head-is-not-there",
      of: (asked) => asksWhy(asked) && (isNegated(asked.bare) || NOT_THERE.test(asked.bare)),
      says: "reason",
      example: "被告负责人为何不出庭？",
    },
    {
      // 怎么没有回来？ and 处罚的理由 ask about something else than why the head isn't there.
      name: "why-something-else-is-so",
      of: asksWhy,
      says: "something-else",
      example: "被告负责人怎么没有回应原告的问题？",
    },
    {
      name: "that-the-head-is-not-there",
      of: ({ bare }) => isNegated(bare) && !WHETHER.test(bare),
      says: "absence",
      example: "被告负责人今天没有到庭，是吗？",
    },
    {
      name: "whether-the-head-is-there",
      of: () => true,
      says: "presence",
      example: "被告负责人是否到庭？",
    },
  ],
);

/** The question about a head that a sentence asks; undefined where it asks something else. */
export function questionIn(context: Context, { text }: Utterance): Question | undefined {
  const isNamed = speaksOfHead(text, context.heads);
  const isAboutHead = HEAD_ASKED_ABOUT.test(text) || isNamed;
  const asks = ASKS.decide({ text, bare: blanked(text), isAboutHead })?.verdict;
  if (asks === undefined || asks === "something-else") return undefined;
  const forPrincipal = asks !== "whoever" && PRINCIPAL.test(text) && !ANY_HEAD.test(text) && !isNamed;
  return { organ: askedOrgan(context, text), asks, forPrincipal };
}

const WHY_AT_ONCE = /^(?:那么?)?(?:请)?(?:你方|被告)?(?:为什么|为何|什么原因|原因|理由|说明)/u;
/** A follow-up has no words of its own for what it is about. */
const SHORT = 20;

/** 为什么？ behind an answer that the head isn't there; 各自什么职务？ behind a question who is. */
export function followUp(last: Question, text: string, isAnswered: boolean): Question | undefined {
  if (isAnswered && text.length <= SHORT && WHY_AT_ONCE.test(text)) return { ...last, asks: "reason" };
  return !isAnswered && IDENTITY.test(text) && !/原告|第三人|双方|各方|异议/u.test(text) ? last : undefined;
}

function askedOrgan({ organs, parties }: Context, text: string): Mentioned {
  const named = mentionsIn(text, organs, parties).filter(({ who }) => who !== "other");
  if (named.length === 1) return named[0]?.who ?? "unclear";
  return organs.length === 1 ? 0 : named.length > 1 ? "all" : "unclear";
}
