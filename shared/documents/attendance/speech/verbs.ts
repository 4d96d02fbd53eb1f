/** Which words of a sentence say that somebody came to court, and which that they did not? */
import { anyOf, wordList } from "../../text/words.ts";

/** What goes on behind 出庭 or 到庭 where they are part of another word. */
const COMPOUND_ENDS = wordList(`
  负责人 负责同志 领导 首长 人员 通知 情况 证明 委托 资格 工作人员 身份 义务 职责 规定 制度 函
`);
/** Compounds in which 出庭 and 到庭 are no verbs. They are blanked, so that places stay the same. */
const COMPOUNDS = new RegExp(
  `(?:出庭应诉|出庭|应诉|到庭)(?=(?:应诉)?的?(?:行政机关)?${anyOf(COMPOUND_ENDS)})`,
  "gu",
);

const SESSIONS = "(?:的)?(?:庭审|诉讼|开庭|审理)";
/** Adverbs before 未: 均未到庭. */
const ALL_OR_STILL = wordList("均 都 也 亦 仍 又 再次 至今 现 并");
const NOT = wordList("未能 未 没有 没能 没 不能 无法 拒不 拒绝 不予 不");
/** What may stand between 未 and the verb: 未派人到庭, 未按时到庭. */
const HOW = wordList(`
  依法 另行 另外 按照?[^，。]{0,10} 按时 准时 亲自 能够 能 再
  派员 派 安排[^，。]{0,6} 委托[^，。]{0,10}
`);
const COME = [
  ...wordList("到庭 出庭 到场 应诉"),
  "参加(?:本次|本案|今天的)?(?:庭审|诉讼|开庭|审理)",
  ...wordList("出席 前来 来 到(?![本我庭达现])"),
];
/** 来不了, 赶不过来, 没时间来 */
const UNABLE = [
  "缺席",
  "(?:来|到|去)不(?:了|成)",
  "赶不(?:过来|回来|到|上)",
  // 负责人不在: of people only.
  "(?<=负责人|领导|[局厅县市区镇乡]长|主任|书记)(?:今天|今日)?[不没]在(?:场|庭|法庭|现场|这里)?(?=[，。；]|$)",
  "(?:没法|没办法|没时间|不方便)(?:来|到庭|出庭|参加)",
];
const NEGATIVE = new RegExp(
  `${anyOf(ALL_OR_STILL)}?${anyOf(NOT)}${anyOf(HOW)}?${anyOf(COME)}|${UNABLE.join("|")}`,
  "gu",
);
/** Which sitting somebody took part in. */
const WHICH_SITTING = "(?:本次|本案|今天的?|第[一二三四]次|上述|[两全]部?次)?";
const POSITIVE = new RegExp(
  anyOf(
    wordList("到庭 出庭"),
    [`参加(?:了)?${WHICH_SITTING}${SESSIONS}`],
    wordList("出席 到场"),
    // At a sitting over the net.
    ["在线(?=[，。；]|$)"],
  ),
  "gu",
);

/** A word that says somebody came or did not. */
export interface Verb {
  readonly at: number;
  readonly negative: boolean;
}

/** Every such word of a text whose compounds are blanked. */
export function verbsOf(text: string): Verb[] {
  const negatives = [...text.matchAll(NEGATIVE)].map(({ index, 0: words }) => ({
    at: index,
    end: index + words.length,
    negative: true,
  }));
  const positives = [...text.matchAll(POSITIVE)]
    .filter(({ index }) => !negatives.some(({ at, end }) => index >= at && index < end))
    .map(({ index }) => ({ at: index, end: index, negative: false }));
  return [...negatives, ...positives].toSorted((a, b) => a.at - b.at);
}

/** The text with its compounds blanked. */
export function blanked(text: string): string {
  return text.replace(COMPOUNDS, (words) => "□".repeat(words.length));
}

/** Whether a blanked text says that somebody did not come. */
export function isNegated(text: string): boolean {
  return text.search(NEGATIVE) !== -1;
}

/** Whether a blanked text says that somebody came. */
export function isAffirmed(text: string): boolean {
  return text.search(POSITIVE) !== -1;
}
