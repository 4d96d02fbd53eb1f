/** Which words are a person's name? By its family name, by the mask courts put over it, and by what no name contains. */
import { ruledBy, ruleTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";
import { hasDoubleFamilyName, hasFamilyName } from "./family-names.ts";
import { BEGINS_NO_NAME } from "./no-names.ts";
import { isOrgan } from "./organ-name.ts";
import { isTitle } from "./posts.ts";
import { isTransliterated } from "./transliterated.ts";

const GOES_ON = wordList(`
  按照? 依法 准时 按时 代表 作为 受 在 于 也 均 都 亲自 今天 今日 昨 临时 突 已 到 出庭 参加 并 就
  对 向 因 未 没 不 正 被 前往 赴 去 说 表示 称 及 与 同志`);
/** What can follow a name in a sentence: 怀某按照要求, 刘长河依法. */
const BEHIND_NAME = new RegExp(`^${anyOf(GOES_ON)}`, "u");

/** What courts put for characters of a name, as it stands within [ ]. */
const MASK = "某×xX*○甲乙丙丁\\d";
const SHAPE = new RegExp(`^\\p{Script=Han}[\\p{Script=Han}${MASK}]{1,3}$`, "u");
const MASKED = new RegExp(`^.[${MASK}]`, "u");
/** 尚某到庭, 李某正在: what goes on behind a masked name and is no part of it. */
const BEHIND_MASK = /某[到出未因参系正在已将要会也还没不被去来说是有与和及为称就对向均]/u;

const PERSON_NAME = ruleTable("person-name", (text: string) => text, [
  {
    name: "name-of-another-language",
    // A post before the name is none of it: 局长杨·帕尔哈提.
    of: /^[^\P{Script=Han}长任员记委局告人席]{1,7}·[\p{Script=Han}·]{1,12}$/u,
    says: true,
    example: "买买提·吐尔逊",
  },
  { name: "name-of-another-language-undotted", of: isTransliterated, says: true, example: "乌云其木格" },
  {
    name: "too-long-or-no-characters",
    of: (text) => !SHAPE.test(text),
    says: false,
    example: "沂水县公安局",
  },
  { name: "title", of: isTitle, says: false, example: "副局长" },
  { name: "agency", of: isOrgan, says: false, example: "税务局" },
  {
    name: "character-of-no-name",
    of: /^都(?!某)|[的了吗呢是否谁你我他们在已均]|^管委/u,
    says: false,
    example: "方才的",
  },
  {
    name: "masked-double-family-name-goes-on",
    of: (text) => hasDoubleName(text) && /某[^某甲乙丙丁\d]/u.test(text),
    says: false,
    example: "欧阳某到",
  },
  { name: "double-family-name", of: hasDoubleName, says: true, example: "欧阳静" },
  {
    name: "masked-name-goes-on",
    of: (text) => MASKED.test(text) && BEHIND_MASK.test(text),
    says: false,
    example: "尚某到庭",
  },
  { name: "masked-name", of: MASKED, says: true, example: "赵某某" },
  {
    // Masked at its end, a name whatever its family name is.
    name: "masked-given-name",
    of: (text) =>
      /^\p{Script=Han}{2}某$/u.test(text) && !/[告诉人局长院庭]/u.test(text) && !BEGINS_NO_NAME.test(text),
    says: true,
    example: "晴雯某",
  },
  { name: "no-family-name", of: (text) => !hasFamilyName(text), says: false, example: "的确" },
  { name: "four-characters", of: (text) => text.length > 3, says: false, example: "张三李四" },
  { name: "word-that-is-no-name", of: BEGINS_NO_NAME, says: false, example: "方便" },
  { name: "family-name-and-given-name", of: () => true, says: true, example: "张建国" },
]);

/** Whether a text can be a person's name: a family name and one or two characters more, or masked (赵某某, 赵×). */
export function isPersonName(text: string): boolean {
  return ruledBy(PERSON_NAME, text).verdict;
}

/** Whether a publication left nothing of a name: **, ×××, 某某. */
export function isWhollyMasked(name: string): boolean {
  return /^(?:[×*○]{1,4}|某{1,3})$/u.test(name);
}

function hasDoubleName(text: string): boolean {
  return text.length >= 3 && hasDoubleFamilyName(text);
}

/** The name a sentence begins with: 周强正在开会. */
export function nameOfSubject(text: string): string | undefined {
  const dotted = /^\p{Script=Han}{1,7}·[\p{Script=Han}·]{1,12}/u.exec(text)?.[0].length ?? 0;
  return [2, 3, 4, 5, 6, 7, 8, ...Array.from({ length: dotted }, (_, less) => dotted - less)]
    .map((length) => text.slice(0, length))
    .find((name) => isPersonName(name) && BEHIND_NAME.test(text.slice(name.length)));
}
