/** Whom does a ledger name as head, with which title, in the orders courts write them? */
import { isPersonName } from "../names/person-name.ts";
import { POSTS } from "../names/posts.ts";
import { anyOf, wordList } from "../text/words.ts";
import { squeezed } from "./cell-text.ts";
import type { CellReader } from "./ledger.ts";
import { presentPart } from "./ledger-clauses.ts";

/** Either part may be missing: 局长, 张三. */
export interface Person {
  readonly name: string | undefined;
  readonly title: string | undefined;
}

/** Posts, and what ledgers put for one. */
const TITLE = `(?:${POSTS}|${anyOf(wordList("庭长 秘书 法务 人员"))})`;
const ENDS_AS_TITLE = new RegExp(`${TITLE}$`, "u");
const TITLE_THEN_NAME = new RegExp(`^(.*${TITLE})([\\p{Script=Han}·]{2,4})$`, "u");
const NAME_THEN_TITLE = new RegExp(`^(\\p{Script=Han}{2,3}?)((?:副|党|常务|分管).*${TITLE}|${TITLE})$`, "u");

/** 局长张三 · 张三（副局长） · 张三 副局长 · 副局长/张三 · 张三副局长 · 张三. */
export function personOf(cell: string): Person {
  const pieces = cell
    .normalize("NFKC")
    .split(/[\s,;:()/|]+/u)
    .map((piece) => squeezed(piece).replace(/^(?:是|√|出庭|由)|(?:参加|到庭|出庭)(?:应诉)?$/gu, ""))
    .filter((piece) => piece !== "");
  const titles: string[] = [];
  let name: string | undefined;
  for (const piece of pieces) {
    const [, glued, named] = TITLE_THEN_NAME.exec(piece) ?? [];
    const [, leading, following] = NAME_THEN_TITLE.exec(piece) ?? [];
    if (leading !== undefined && following !== undefined && isName(leading)) {
      name ??= leading;
      titles.push(following);
    } else if (ENDS_AS_TITLE.test(piece)) titles.push(piece);
    else if (glued !== undefined && named !== undefined) {
      name ??= named;
      titles.push(glued);
    } else if (/^[\p{Script=Han}·]{2,4}$|^\p{Script=Han}[某×*X]+$/u.test(piece)) name ??= piece;
    else titles.push(piece);
  }
  return { name, title: titles.length === 0 ? undefined : titles.join("、") };
}

/** 法规 is no family name of 法规科科长: what ends as an office does is one. */
function isName(text: string): boolean {
  return isPersonName(text) && !/[科股室处队所站办局庭]$/u.test(text);
}

/** The person named in the columns for it, else behind the mark (是，副局长李四). */
export function personIn(read: CellReader): Person {
  const named = personOf(withoutMark(read("head") || read("person") || ""));
  const behind = personOf(withoutMark(presentPart(read("attended") ?? "")));
  const title = [read("title"), named.title, behind.title].find(
    (text) => text !== undefined && isTitle(text),
  );
  return { name: named.name ?? behind.name, title: title?.replace(/\s/gu, "") };
}

/** The mark itself is neither a name nor a title. */
export function withoutMark(cell: string): string {
  return cell
    .replace(/^\s*(?:是|否|有|无|√|×|✓|[YyNn])(?=$|[\s,，、;；:：(（])/u, "")
    .replace(/^\s*(?:委托|委派|指派|由|派)/u, "")
    .replace(/后?(?:中途|提前|擅自)(?:退庭|离庭)/gu, "")
    .replace(
      /(?:行政机关)?(?:负责人)?(?:已|均|未|没有)?(?:出庭|到庭)(?:应诉)?|[√×✓✔✗○]|^[\s是否有无]+$/gu,
      "",
    )
    .trim();
}

/** 正职 and 副职 are ranks that courts also write as titles; dashes and marks are nothing. */
function isTitle(text: string): boolean {
  return /\p{Script=Han}{2,}/u.test(text);
}
