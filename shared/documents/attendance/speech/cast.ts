/** Who takes part in the hearing that a record is about, and for whom does each of them speak? */
import { isPersonName } from "../../names/person-name.ts";
import { isTitle, POSTS } from "../../names/posts.ts";
import type { Parties } from "../../parties/parties.ts";
import { type FlatText, Gap, gapAt } from "../../text/flat-text.ts";
import { anyOf, wordList } from "../../text/words.ts";
import { organOf } from "./listing.ts";
import type { Mentioned, Organ } from "./organs.ts";

/** A person whom the record names with a part to play, and for whom that person sits there. */
export interface Player {
  readonly name: string;
  readonly side: Mentioned | "court";
}

/** Parts of those who sit there for nobody who was sued. */
const OTHER_PARTS = wordList("证人 鉴定人 翻译(?:人员)? 有专门知识的人 检察员");
const COURT_PARTS = wordList("审判长 审判员 陪审员 书记员 法官助理 法官 执行员 记录人");
const PARTS_OF_SIDES = wordList(
  "代理人 [出到]庭(?:应诉)?人员 应诉人员 法定代表人 负责人 负责同志 经营者 投资人",
);
const OTHER_PART = new RegExp(anyOf(OTHER_PARTS), "u");
const COURT_PART = new RegExp(anyOf(COURT_PARTS), "u");
const PART = new RegExp(`${anyOf(COURT_PARTS, OTHER_PARTS, PARTS_OF_SIDES, [POSTS])}[：，（]?`, "gu");
/** What a list says of somebody behind the name: a post, and whatever stands before it. */
const POST_BEHIND = `(?:，|（)[\\p{Script=Han}（）、]{0,30}?(?:${POSTS})(?:[；。，）]|$)`;
/** 出庭人员：洪某，办公室主任；包某，律师: a name in a list, with what the person is behind it. */
const LISTED_WITH_POST = new RegExp(`[：；](?=[\\p{Script=Han}×*]{2,4}${POST_BEHIND})`, "gu");
/** A name's characters, as far as no mark, verb or other part ends them. */
const NAME_RUN = /^(?:\p{Script=Han}{1,7}·[\p{Script=Han}·]{1,12}|[\p{Script=Han}×*]{2,8})/u;
const FAMILY_AND_POST = new RegExp(`^(\\p{Script=Han}{1,2}?)(?:${POSTS})?$`, "u");
const ENDS_NAME = new RegExp(`^${anyOf(wordList("[，。、；：）（] 及 和 与 到庭 出庭 均 已 未"))}`, "u");

/** Everyone named behind a part (委托代理人高辉, 副局长艾青), and the parties who are persons themselves. */
export function castOf(flat: FlatText, organs: readonly Organ[], parties: Parties): Player[] {
  const cast = new Map<string, Player["side"]>();
  const add = (name: string, side: Player["side"]) => {
    if (!cast.has(name)) cast.set(name, side);
  };
  for (const { value } of [...parties.plaintiffs, ...parties.thirdParties])
    if (isPersonName(value)) add(value, "other");
  for (const match of [...flat.text.matchAll(PART), ...flat.text.matchAll(LISTED_WITH_POST)]) {
    const name = nameFrom(flat, match.index + match[0].length);
    if (name === undefined || cast.has(name)) continue;
    if (COURT_PART.test(match[0])) add(name, "court");
    else if (OTHER_PART.test(match[0])) add(name, "other");
    else add(name, organOf(flat, match.index, organs, parties));
  }
  return [...cast].map(([name, side]) => ({ name, side }));
}

/** For whom somebody speaks whom the record calls by name (刘长河), by family name (刘) or by that and a post (刘局长). */
export function sideOf(words: string, cast: readonly Player[]): Player["side"] | undefined {
  const bare = words.replace(/（[^）]*）$/u, "");
  const exact = cast.find(({ name }) => words === name || bare === name);
  if (exact !== undefined) return exact.side;
  const family = FAMILY_AND_POST.exec(words)?.[1];
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
  const run = NAME_RUN.exec(flat.text.slice(from, from + 20))?.[0] ?? "";
  for (let length = run.length; length >= 2; length--) {
    const name = run.slice(0, length);
    const end = from + length;
    const isEnd = gapAt(flat, end) >= Gap.blank || ENDS_NAME.test(flat.text.slice(end, end + 2));
    if (isEnd && (isPersonName(name) || isIntroduced(flat, from, end))) return name;
  }
  return undefined;
}
