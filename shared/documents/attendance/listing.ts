import { isPersonName } from "../names/person-name.ts";
import { isTitle } from "../names/posts.ts";
import type { Parties } from "../parties/parties.ts";
import { celled, type FlatText, Gap, gapAt, nextGap } from "../text/flat-text.ts";
import { type Mentioned, mentionsIn, type Organ } from "./organs.ts";

/** What ends a label's value in a list of who is present. */
const NEXT_LABEL =
  /(?:法定代表人|主要负责人|委托代理人|委托诉讼代理人|诉讼代理人|代理人|出庭负责人|出庭应诉负责人|行政机关负责人|统一社会信用代码|住所地?|地址|联系电话|电话|代理权限|未出庭原因|开庭时间|案由|审判长|审判员|书记员|人民陪审员|原告|被告|第三人|上诉人|被上诉人)(?=：|，|[\p{Script=Han}]|$)/u;
/** Words that say a listed person is not there. */
export const NOT_HERE = /(?:未|没有|没|不能|无法)(?:能)?(?:到庭|出庭|到场|参加|来)|缺席/u;

/** 1. · （二） · 三、: what numbers a line of a list. */
export const NUMBERED = /^[（(]?[\d一二三四五六七八九十]{1,2}[）).、．]$/u;

/** Where the line or sentence around a place begins. */
export function lineOf(flat: FlatText, at: number): { start: number } {
  let start = at;
  while (start > 0 && gapAt(flat, start) < Gap.line && !/[。；]/u.test(flat.text[start - 1] ?? "")) start--;
  return { start };
}

/** To the end of the paragraph or the next label; on the next line where the label's own is empty. */
export function valueAfter(flat: FlatText, from: number): { start: number; end: number } {
  let start = from;
  if (/[：，]/u.test(flat.text[start] ?? "") && gapAt(flat, start) < Gap.line) start++;
  const startsLine = gapAt(flat, start) >= Gap.line;
  if (startsLine && NEXT_LABEL.exec(flat.text.slice(start, start + 12))?.index === 0)
    return { start, end: start };
  if (
    startsLine &&
    /^[\p{Script=Han}（）]{1,16}：|^[一二三四五六七八九\d]{1,2}[、.．]/u.test(
      flat.text.slice(start, start + 18),
    )
  )
    return { start, end: start };
  let end = start + 1;
  while (end < flat.text.length && end - start < 160) {
    if (gapAt(flat, end) >= Gap.paragraph || (gapAt(flat, end) >= Gap.line && startsLine)) break;
    if (/[。；？]/u.test(flat.text[end - 1] ?? "")) break;
    if (
      (gapAt(flat, end) >= Gap.blank || /[，。；、]/u.test(flat.text[end - 1] ?? "")) &&
      NEXT_LABEL.exec(flat.text.slice(end, end + 12))?.index === 0
    )
      break;
    end++;
  }
  return start >= flat.text.length ? { start, end: start } : { start, end: end + remarkAt(flat, end) };
}

/** 局长。到庭 · 副局长。（未到庭）: behind the full stop it still says of the one listed whether he came. */
function remarkAt(flat: FlatText, at: number): number {
  if (gapAt(flat, at) >= Gap.line || !/[。；]/u.test(flat.text[at - 1] ?? "")) return 0;
  const remark =
    /^（?(?:(?:已|今天|本人|亲自|未|没有|未能)*(?:到庭|出庭|到场|参加诉讼)+|缺席)）?(?=[。；，]|$|[^\p{Script=Han}])/u.exec(
      flat.text.slice(at, nextGap(flat, at + 1, Gap.line)),
    );
  return remark?.[0].length ?? 0;
}

/** The agency a list's line belongs to: named in the line before the label, else the party whose lines these are. */
export function organOf(flat: FlatText, at: number, organs: readonly Organ[], parties: Parties): Mentioned {
  const { start } = lineOf(flat, at);
  const named = mentionsIn(flat.text.slice(start, at), organs, parties).at(-1);
  if (named !== undefined && named.who !== "unclear" && named.who !== "other") return named.who;
  const owner = parties.listed.findLast((party) => party.start <= at && at < party.blockEnd);
  if (owner !== undefined) {
    const index = organs.findIndex(({ name }) => name === owner.name);
    if (index !== -1) return index;
    // An agency that no list names stands among the lines of whoever is listed last.
    if (organs.length === 1 && organs[0]?.listed === undefined && named?.who !== "other")
      return owner.role === "plaintiff" || /被告|被上诉人|行政机关/u.test(flat.text.slice(start, at + 6))
        ? 0
        : "other";
    return "other";
  }
  return organs.length === 1 ? 0 : "unclear";
}

/** The words of a listed person, with blanks where cells and whole words part: 龙涛 | 职务 | 副局长, 龙 涛 副局长. */
export function personText(flat: FlatText, { start, end }: { start: number; end: number }): string {
  return celled(flat, start, end, (word) => isPersonName(word) || isTitle(word)).replace(
    /^(?:姓名(?:及职务|、职务)?|及职务)：?/u,
    "",
  );
}
