/** Which words of a sentence about who came belong to a party, and to whom of its people? */
import { isTitle } from "../../names/posts.ts";
import { anyOf, wordList } from "../../text/words.ts";
import { JOINS_NEXT } from "./persons.ts";
import type { Verb } from "./verbs.ts";

/** Parts a list of persons. */
const AND = new RegExp(`及其?|、|，|${JOINS_NEXT}`, "u");

/** 法定代表人杜某今天亲自到庭 */
export const HIMSELF = new RegExp(
  `(?:同志)?${anyOf(wordList("今天 今日 本人 亲自 已经? 均 也 都 依法 按时 准时"))}+$`,
  "u",
);
/** 该局副局长: the agency said again before a post. */
const UNITS = wordList(`
  局 单位 机关 委员会 委 府 厅 [县市区镇乡] 街道办事处 办事处 街道 中心 大队
`);
const AGENCY_SAID_AGAIN = new RegExp(`^[该其本我]${anyOf(UNITS)}(?!长)`, "u");

/** Of what is said of one party, the parts whose verb says that somebody came: 局长王某未到庭，该局副局长赵某到庭. */
export function spokenOfAsHere(
  text: string,
  from: number,
  until: number,
  verbs: readonly Verb[],
  isList: boolean,
): string[] {
  const own = verbs.filter(({ at }) => at >= from && at < until);
  const [first] = own;
  // Who stands before the first verb is spoken of by it, be it behind the next party: 原告、被告副局长赵某到庭.
  if (first === undefined) {
    const behind = verbs.find(({ at }) => at >= until) ?? (isList ? { negative: false } : undefined);
    return behind === undefined || behind.negative ? [] : [text.slice(from, until)];
  }
  return own.flatMap(({ at, negative }, index) => {
    const before = own[index - 1]?.at;
    if (negative) return [];
    if (before === undefined) return [text.slice(from, at)];
    const mark = text.slice(before, at).search(/[，；]/u);
    const behind = mark === -1 ? "" : text.slice(before + mark + 1, at);
    return [behind.replace(AGENCY_SAID_AGAIN, "")];
  });
}

/** One piece per person; the posts of one are not parted: 党组成员、副局长龙涛. */
export function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const piece of text.split(AND)) {
    const last = pieces.at(-1);
    if (last !== undefined && isTitle(last)) pieces[pieces.length - 1] = `${last}、${piece}`;
    else pieces.push(piece);
  }
  return pieces;
}
