/** Does a sentence ask something, so that it says nothing itself? A record's questions often have no question mark. */
import { ruleTable } from "../../text/rule-table.ts";
import { anyOf, wordList } from "../../text/words.ts";

/** Verbs with which a court has somebody say something. */
const TELLING = wordList("陈述 说明 介绍 报告 报一?下 汇报 告知 核对 核实");
const COMING = anyOf(wordList("出庭 到庭 参加(?:庭审|诉讼)"));

const ASKS = ruleTable<string, true>("asks-something", (text) => text, [
  { name: "question-mark", of: /[？]$/u, says: true, example: "被告负责人到庭了？" },
  { name: "whether", of: /是否|有没有|有无|吗$/u, says: true, example: "负责人是否到庭。" },
  {
    name: "what-post-or-reason",
    of: /什么(?:职务|原因)|何职务/u,
    says: true,
    example: "你在单位担任什么职务。",
  },
  {
    // 未说明理由 says that nobody explained.
    name: "say-the-reason",
    of: /(?<![未没不]|未能|亦未)(?:说明|(?:说明|解释|讲)一?下)(?:原因|理由|情况)。?$/u,
    says: true,
    example: "请被告说明原因。",
  },
  {
    name: "the-reason-is-to-be-said",
    of: /(?:原因|理由)[^。]{1,6}(?:说明|讲|陈述)(?:一下)?。?$/u,
    says: true,
    example: "未到庭的原因向法庭说明。",
  },
  {
    name: "something-is-to-be-said",
    of: /(?:原因|理由|身份|职务|人员|情况)[^。，]{0,6}(?:说明|讲|介绍|报|陈述)一下。?$/u,
    says: true,
    example: "出庭人员的身份说明一下。",
  },
  {
    name: "say-who-came",
    of: new RegExp(`${anyOf(TELLING)}[^。？]{0,24}${COMING}(?:的)?(?:人员|情况)`, "u"),
    says: true,
    example: "被告陈述单位名称及今天出庭人员。",
  },
  {
    name: "head-is-asked-for-identity",
    of: /负责人[^，。]{0,8}(?:陈述|说明|表明|介绍|报)[^，。]{0,8}(?:身份|姓名|职务)/u,
    says: true,
    example: "请被告负责人表明身份。",
  },
]);

/** Whether a sentence asks something. */
export function asksSomething(text: string): boolean {
  return ASKS.decide(text) !== undefined;
}
