import { isPersonName } from "../names/person-name.ts";
import { isTitle, POSTS } from "../names/posts.ts";
import type { Parties } from "../parties/parties.ts";
import { type FlatText, Gap, gapAt } from "../text/flat-text.ts";
import { organOf } from "./listing.ts";
import type { Mentioned, Organ } from "./organs.ts";

/** A person whom the record names with a part to play, and for whom he sits there. */
export interface Player {
  readonly name: string;
  readonly side: Mentioned | "court";
}

const OTHER_PART = /证人|鉴定人|翻译(?:人员)?|有专门知识的人|检察员/u;
const COURT_PART = /审判长|审判员|陪审员|书记员|法官助理|法官|执行员|记录人/u;
const PART = new RegExp(
  `(?:${COURT_PART.source}|${OTHER_PART.source}|代理人|法定代表人|负责人|负责同志|经营者|投资人|${POSTS})[：，（]?`,
  "gu",
);
/** 出庭人员：洪某，办公室主任；包某，律师: a name in a list, with what he is behind it. */
const LISTED = new RegExp(
  `[：；](?=[\\p{Script=Han}×*]{2,4}(?:，|（)[\\p{Script=Han}（）、]{0,30}?(?:${POSTS})(?:[；。，）]|$))`,
  "gu",
);
/** A name's characters, as far as no mark, verb or other part ends them. */
const NAME = /^(?:\p{Script=Han}{2,7}·[\p{Script=Han}·]{2,10}|[\p{Script=Han}×*]{2,4})/u;

/** Everyone named behind a part (委托代理人高辉, 副局长艾青), and the parties who are persons themselves. */
export function castOf(flat: FlatText, organs: readonly Organ[], parties: Parties): Player[] {
  const cast: Player[] = [...parties.plaintiffs, ...parties.thirdParties]
    .filter(({ value }) => isPersonName(value))
    .map(({ value }) => ({ name: value, side: "other" }));
  for (const match of [...flat.text.matchAll(PART), ...flat.text.matchAll(LISTED)]) {
    const from = match.index + match[0].length;
    const name = nameFrom(flat, from);
    if (name === undefined || cast.some((known) => known.name === name)) continue;
    const side = COURT_PART.test(match[0])
      ? "court"
      : OTHER_PART.test(match[0])
        ? "other"
        : organOf(flat, match.index, organs, parties);
    cast.push({ name, side });
  }
  return cast;
}

/** For whom somebody speaks whom the record calls by name (刘长河), by family name (刘) or by that and a post (刘局长). */
export function sideOf(words: string, cast: readonly Player[]): Player["side"] | undefined {
  const exact = cast.find(({ name }) => words === name || words.replace(/（[^）]*）$/u, "") === name);
  if (exact !== undefined) return exact.side;
  const family = new RegExp(`^(\\p{Script=Han}{1,2}?)(?:${POSTS})?$`, "u").exec(words)?.[1];
  if (family === undefined) return undefined;
  const sides = new Set(cast.filter(({ name }) => name.startsWith(family)).map(({ side }) => side));
  const [side] = sides;
  return sides.size === 1 ? side : undefined;
}

/** 委托代理人：奇点，科长: behind a label and before a mark a name needs no known family name. */
function isIntroduced(flat: FlatText, from: number, end: number): boolean {
  const name = flat.text.slice(from, end);
  return (
    flat.text[from - 1] === "：" &&
    /^\p{Script=Han}{2,3}$/u.test(name) &&
    !isTitle(name) &&
    /^(?:，|（)/u.test(flat.text.slice(end, end + 1))
  );
}

/** The longest name that begins here and ends where a word does. */
function nameFrom(flat: FlatText, from: number): string | undefined {
  const run = NAME.exec(flat.text.slice(from, from + 20))?.[0] ?? "";
  for (let length = run.length; length >= 2; length--) {
    const name = run.slice(0, length);
    const end = from + length;
    const isEnd =
      gapAt(flat, end) >= Gap.blank ||
      /^(?:[，。、；：）（]|及|和|与|到庭|出庭|均|已|未)/u.test(flat.text.slice(end, end + 2));
    if (isEnd && (isPersonName(name) || isIntroduced(flat, from, end))) return name;
  }
  return undefined;
}
