/** How had the courts before decided, in the words of a paper that says so of them (一审判决：……)? */
import type { FlatText } from "../text/flat-text.ts";
import { clausesIn, type OrderClause } from "./clauses.ts";

/** A judgment in a sentence: the word, and what it ordered right behind it. */
const QUOTED = /(?:判决|裁定)(?:如下)?[：:]?[“"]?(?=(?:一、)?(?:驳回|撤销|确认|责令|维持|变更|限|由?被告))/gu;
/** 请求判决…, 依法应判决…, 2.判决…: what somebody wants, not what a court did. */
const WANTED = /请求|要求|诉请|申请|应|请|可以|希望|不得|^[一二三四五六七八九十\d]+[.、]|^“?人民法院$/u;
/** The words before it, back to the last mark. */
const CLAUSE_BEFORE = /[^，。；！？]*$/u;
/** No clause before it is longer. */
const LONGEST_BEFORE = 80;
/** A quoted order is no longer. */
const LONGEST_QUOTED = 1000;
/** It ends where no further number follows its full stop. */
const END = /[。”"](?![二三四五六七八九十]、)/u;

/** What earlier judgments ordered, each with its clauses, in the order of the text up to a place. */
export function quotedJudgments(flat: FlatText, until: number): readonly (readonly OrderClause[])[] {
  return [...flat.text.slice(0, until).matchAll(QUOTED)].flatMap((match) => {
    const before = flat.text.slice(Math.max(0, match.index - LONGEST_BEFORE), match.index);
    if (WANTED.test(CLAUSE_BEFORE.exec(before)?.[0] ?? "")) return [];
    const from = match.index + match[0].length;
    const words = flat.text.slice(from, Math.min(until, from + LONGEST_QUOTED));
    const clauses = clausesIn(flat, from, from + (END.exec(words)?.index ?? words.length));
    return clauses.length === 0 ? [] : [clauses];
  });
}
