/** With which words does a sentence about a reason say whom it is told of, and that he did not or could not come? */
import { anyOf, wordList } from "../text/words.ts";

const COULD_NOT = anyOf(wordList("未能 不能 无法 没能 未 没有 没 不便 不克"));
const HOW = anyOf(wordList("按时 亲自 依法 够 前来 准时"));
const COME = [
  ...wordList("出庭 到庭"),
  "参加(?:本次|本案|今天的|今日)?(?:庭审|诉讼|开庭|审理)",
  ...wordList("出席 应诉 到场 前来 来 到"),
];
/** 来不了, 赶不回来, 没时间 */
const CANT = [
  "[来到去]不(?:了|成)",
  "赶不(?:过来|回来|到|上)",
  `${anyOf(wordList("无法 不能 没能 未能 没有 没"))}${anyOf(wordList("赶回来? 赶来 赶到 回来 返回"))}`,
  `${anyOf(wordList("没法 没办法 没时间 脱不开身 抽不开身 走不开"))}[^，。；]{0,4}`,
];
/** That somebody did not or could not come, as the clause behind a reason says it: a piece of a pattern. */
export const NOT_COMING = `(?:${COULD_NOT}${HOW}?${anyOf(COME)}|${CANT.join("|")})`;
const SAYS_NOT_COMING = new RegExp(NOT_COMING, "u");

/** Whether a clause says that somebody did not come. */
export function saysNotComing(clause: string): boolean {
  return SAYS_NOT_COMING.test(clause);
}

const UNITS = wordList("局 单位 委 府 县 市 区 镇 乡 厅 街道 机关 办 中心 们");
const OUR = `(?:(?:我|本|该|其|被告)${anyOf(UNITS)}?(?:的)?)?`;
const IN_CHARGE = "分管(?:此项工作|该项工作|这项工作)?(?:的)?";
const POSTS = [
  ...wordList("副?[局厅县市区镇乡]长 副?主任 负责(?:人|同志)"),
  "(?:(?:主要|分管|[局厅县市区镇委])?领导(?:班子)?(?:成员)?)",
  "班子成员",
];
/** 局长, 分管副局长满某, 我局主要负责人: whom a reason is told of, as a piece of a pattern. */
export const LEADER = `(?:${OUR}(?:行政机关|行政|现任|主要|${IN_CHARGE})?${anyOf(POSTS)})`;
