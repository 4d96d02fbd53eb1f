import type { Context } from "./context.ts";
import { speaksOfHead } from "./named-heads.ts";
import { type Mentioned, mentionsIn } from "./organs.ts";
import type { Utterance } from "./utterances.ts";
import { blanked, isNegated } from "./verbs.ts";

/** What a record's question about who came asks, and of which agency. */
export interface Question {
  readonly organ: Mentioned;
  /**
   * `presence`: whether the head is there. `absence`: that he isn't, for the agency to say yes to. `reason`: why he isn't;
   * whatever is answered, he isn't. `whoever`: who is there at all, or what he is; an answer's first name need not be the
   * head's, and a no is not about his coming.
   */
  readonly asks: "presence" | "absence" | "reason" | "whoever";
  /** Of the one who leads the agency: that he didn't come leaves open whether a deputy did. */
  readonly forPrincipal: boolean;
}

const HEAD = /负责(?:人|同志)|领导|局长|主任|[省市县区镇乡]长|厅长/u;
const PRINCIPAL = /(?<!副)(?:局长|主任|厅长|[省市县区镇乡]长)|法定代表人|主要负责人|正职|一把手/u;
/** Of coming to this hearing; looked for where compounds such as 出庭负责人 are blanked. */
const COMING =
  /出庭|到庭|应诉|参加|到场|出席|到了|来(?![自源函])|在(?:不在|吗|场|线)|上线|接入|登录|什么情况|怎么回事|呢(?:？|$)/u;
const IDENTITY = /姓名|职务|身份|哪位|谁|称呼/u;
const WHY = /原因|理由|为什么|为何|怎么|什么情况|怎么回事|说明情况/u;
const WHETHER = /是否|有没有|有无|能否|与否|了没有?(?:？|$)|没来(?:？|$)|来没来|没有(?:？|$)|未(?:？|$)/u;
const WHETHER_ELSE =
  /^(?!.*(?:是否|有没有|有无|能否)[^，。；]{0,14}(?:出庭|到庭|应诉|到场|参加|出席|来|在)).*(?:是否|有没有|有无|能否)/su;
/** 为什么没来？ said to the agency. */
const WHY_NOT =
  /^(?:被告|你(?:方|们|单位|局)?|那|，)*(?:为什么|为何|怎么)[^，。]{0,4}(?:没有?|不|未)[^，。]{0,4}(?:来|到庭|出庭)/u;
/** 谁出庭？ · 陈述你单位名称及今天出庭人员。 */
const WHO =
  /(?:谁|哪些人|哪几位|哪位|何人|几人|哪些(?:人员|同志))[^，。]{0,6}(?:出庭|到庭|参加|来)|(?:出庭|到庭|参加(?:庭审|诉讼))(?:的)?(?:都?有|是)?(?:谁|哪些|哪几|哪位|何人|人员|情况)/u;

/** The question about a head that a sentence asks; undefined where it asks something else. */
export function questionIn(context: Context, { text }: Utterance): Question | undefined {
  const isAboutHead = HEAD.test(text) || speaksOfHead(text, context.heads);
  const asks = isAboutHead
    ? askedOfHead(text)
    : WHY_NOT.test(text)
      ? "reason"
      : WHO.test(text)
        ? "whoever"
        : undefined;
  if (asks === undefined) return undefined;
  const forPrincipal =
    asks !== "whoever" &&
    PRINCIPAL.test(text) &&
    !/(?<!主要)负责(?:人|同志)|领导|副/u.test(text) &&
    !speaksOfHead(text, context.heads);
  return { organ: askedOrgan(context, text), asks, forPrincipal };
}

function askedOfHead(text: string): Question["asks"] | undefined {
  if (/(?:出庭|到庭)(?:应诉)?(?:的)?情况/u.test(text)) return "presence";
  const bare = blanked(text);
  // A roll call: 被告出庭负责人？
  if (/^(?:被告|被上诉人|上诉人|行政机关)?的?[^，。；]{0,16}负责(?:人|同志)？$/u.test(text))
    return "presence";
  if (!COMING.test(bare)) return IDENTITY.test(bare) || WHO.test(text) ? "whoever" : undefined;
  // 法律规定负责人应当出庭，你方是否知晓？ asks whether something else is so.
  if (WHETHER_ELSE.test(bare)) return undefined;
  const isWhether = WHETHER.test(bare);
  // 怎么没有回来？ and 处罚的理由 ask about something else than why he isn't there.
  if (WHY.test(bare) && !isWhether)
    return isNegated(bare) || /缺席|没到|什么情况|怎么回事|(?:无|没有|未有)[^，。]{0,8}(?:负责|□)/u.test(bare)
      ? "reason"
      : undefined;
  return isNegated(bare) && !isWhether ? "absence" : "presence";
}

/** 为什么？ behind an answer that he isn't there; 各自什么职务？ behind a question who is. */
export function followUp(last: Question, text: string, isAnswered: boolean): Question | undefined {
  if (
    isAnswered &&
    text.length <= 20 &&
    /^(?:那么?)?(?:请)?(?:你方|被告)?(?:为什么|为何|什么原因|原因|理由|说明)/u.test(text)
  )
    return { ...last, asks: "reason" };
  return !isAnswered && IDENTITY.test(text) && !/原告|第三人|双方|各方|异议/u.test(text) ? last : undefined;
}

function askedOrgan({ organs, parties }: Context, text: string): Mentioned {
  const named = mentionsIn(text, organs, parties).filter(({ who }) => who !== "other");
  if (named.length === 1) return named[0]?.who ?? "unclear";
  return organs.length === 1 ? 0 : named.length > 1 ? "all" : "unclear";
}
