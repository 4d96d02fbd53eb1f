/** Where does a sentence about the case begin and end? It ends with 一案, or with what was brought to court. */
import { type FlatText, Gap, gapAt } from "../text/flat-text.ts";

/** A document speaks of its own case near its top; more would only cost time. */
const MOST_CLAUSES = 40;
/** No sentence about a case leads up to 一案 with more characters. */
const LONGEST_CLAUSE = 240;

/** What a sentence about the case ends with. */
const ENDS = [
  // 一案, 等三案; but no 案由 or 案号 behind a number.
  String.raw`[一二两三四五六七八九十\d]{1,8}案(?!由|号|情|卷)`,
  "等案",
  "系列案",
  String.raw`案件?(?=[，。、（【〔]|$|[^\p{Script=Han}])`,
  // 原告…不服…，于2026年3月2日向本院提起行政诉讼
  "，?(?:于[^，。]{4,16})?(?:依法)?向(?:本院|我院)(?:提起(?:行政)?诉讼|提出起诉|起诉)",
  // 原告…不服…，于2026年3月2日诉至本院
  "，?(?:于[^，。]{4,16})?诉至(?:本院|我院)",
];
const CLAUSE_END = new RegExp(ENDS.join("|"), "gu");

/** The places before the words that end such sentences, the first ones of a text. */
export function clauseEnds(flat: FlatText): number[] {
  const ends: number[] = [];
  for (const { index } of flat.text.matchAll(CLAUSE_END)) {
    ends.push(index);
    if (ends.length === MOST_CLAUSES) break;
  }
  return ends;
}

/** Back from 一案 to the mark or line that opens the sentence; commas belong to it. */
export function clauseStart(flat: FlatText, end: number): number {
  let start = end;
  while (start > 0 && end - start < LONGEST_CLAUSE) {
    if (/[。；：？！】]/u.test(flat.text[start - 1] ?? "")) break;
    if (gapAt(flat, start) >= Gap.paragraph && start < end) break;
    start--;
  }
  return start;
}
