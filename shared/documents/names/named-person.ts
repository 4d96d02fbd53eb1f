/**
 * Which person does a phrase name, and with which title? 赵某，副局长 · 副局长赵某 · 赵某（系该局副局长）· 赵某副局长, as
 * court papers put them.
 */
import { readingTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";
import { BEGINS_NO_NAME, NO_NAME_BEHIND_POST } from "./no-names.ts";
import { isOrgan } from "./organ-name.ts";
import { isPersonName, isWhollyMasked, nameOfSubject } from "./person-name.ts";
import { isTitle, POSTS } from "./posts.ts";
import { canBeSounds } from "./transliterated.ts";

export interface Person {
  readonly name: string;
  /** As written, with the organ it names; absent where no post is given. */
  readonly title?: string;
}

/** Particulars with whatever stands around them. 住 in 住房和城乡建设局 is none. */
const PARTICULARS = wordList(
  "出生 生于 岁 身份证 公民身份 号码 电话 住(?!房|建|保).* 地址 特别授权 一般授权 一般代理 代理权限",
);
const SEX_AND_PEOPLE = ["男", "女", String.raw`\p{Script=Han}{1,3}族`];
const PRESENCE = wordList("出庭 已?到庭 未到庭 均到庭 参加诉讼 在庭");
const WITH_PARTICULARS = [String.raw`\d.*`, `.*${anyOf(PARTICULARS)}.*`];
/** What says nothing of the post: sex, birth, papers, calls. */
const NOISE = new RegExp(`^${anyOf(SEX_AND_PEOPLE, PRESENCE, WITH_PARTICULARS)}$`, "u");
/** 今天由副局长赵某: what stands before the one who was sent. */
const SENT_BY = /^.*(?:由|委派|指派|派(?!出所|驻)|委托(?!代理|诉讼)|安排)(?=\p{Script=Han}{2})/u;
const HEAD_WHO_CAME = "(?:行政机关)?(?:出庭)?(?:应诉)?负责人(?:的)?(?:姓名)?";
const VERBS = wordList(
  "自称 姓名 职务 职位 现任 时任 系 为 是 任 担任 即 由 其 我单位 我局 本局 本单位 其单位",
);
/** What introduces a name or a title: 出庭负责人：, 职务：, 系我单位. */
const LEAD = new RegExp(`^${anyOf([HEAD_WHO_CAME], VERBS)}+：?`, "u");
/** 副局长（主持工作） */
const ACTING = /^主持(?:全面|日常|行政|[局委厅])?工作$/u;
/** Words of a sentence that ends in a title and is none: 没有派副局长, 由副局长赵某一并作为两被告的负责人. */
const IN_A_SENTENCE = /没有|不是|作为|[你请]|我(?=[们是])/u;
const ANY_POST = new RegExp(POSTS, "gu");

/** A part of a phrase, and what the parts before it said. */
interface Part {
  readonly part: string;
  readonly name: string | undefined;
  readonly titles: readonly string[];
  /** Whether a name may stand right before a title: 赵某副局长. */
  readonly isGlued: boolean;
}

/** What a part adds to a name and a title; or a remark on the last title, an end, or that titles so far are another's. */
type Said =
  | { readonly name?: string; readonly title?: string }
  | { readonly remark: string }
  | "end"
  | "forget";

const PARTS = readingTable<Part, Said>("part-of-a-persons-description", [
  {
    name: "name-and-what-the-person-is",
    reads: ({ part, name }) => {
      const said = nameThatIs(part);
      // 姜丽系科长，韩磊系律师: another person begins.
      return said !== undefined && name !== undefined ? "end" : said;
    },
    example: "赵某系该局副局长",
  },
  {
    name: "acting",
    reads: ({ part, name, titles }) =>
      ACTING.test(part) && name !== undefined && titles.length > 0 ? { remark: part } : undefined,
    example: "副局长（主持工作）",
  },
  {
    name: "name",
    reads: ({ part, name }) => {
      if (!isPersonName(part)) return undefined;
      return name === undefined ? { name: part } : "end";
    },
    example: "赵某，副局长",
  },
  {
    name: "name-glued-to-its-title",
    reads: ({ part, name, isGlued }) =>
      isGlued && name === undefined && isPost(part) ? nameBeforeTitle(part) : undefined,
    example: "赵某副局长",
  },
  {
    name: "title",
    reads: ({ part }) => (isPost(part) ? { title: part } : undefined),
    example: "党组成员、副局长",
  },
  {
    name: "title-glued-to-its-name",
    reads: ({ part, name }) => (name === undefined ? titleBeforeName(part) : undefined),
    example: "副局长赵某",
  },
  {
    name: "other-words-behind-the-name",
    reads: ({ name }) => (name === undefined ? undefined : "end"),
    example: "赵某，代表被告发言",
  },
  { name: "other-words-between", reads: () => "forget", example: "局长，今天因公出差" },
]);

/**
 * The first person of a phrase and the title beside the name, before or behind it, with or without a mark between.
 * The phrase must be about one person: cut lists at 、 before, but not inside a title (党组成员、副局长).
 */
export function personIn(phrase: string): Person | undefined {
  // 赵某副局长 is tried last: the beginning of an organ's name can look like a person's.
  return personOf(phrase, false) ?? personOf(phrase, true);
}

/** As {@link personIn} where a form's label introduces a person: a name with a rare family name is one as well. */
export function listedPerson(phrase: string): Person | undefined {
  const known = personIn(phrase);
  if (known !== undefined) return known;
  const [name = "", ...rest] = phrase.split(/[，、；：。（）\s]+/u).filter((part) => part !== "");
  const title = rest.map((part) => part.replace(LEAD, "")).find(isTitle);
  return title !== undefined && canBeListed(name) ? { name, title } : undefined;
}

const CHIEF = anyOf(wordList("[局厅部县市区镇乡旗州盟]长 主任 [总支大]队长 主席 书记"));
/** Posts of one who leads an agency, right before the name. */
const BEHIND_CHIEF = new RegExp(
  `^(?<title>(?:[\\p{Script=Han}]{2,8}、)?副?${CHIEF})(?<name>\\p{Script=Han}{2,4})$`,
  "u",
);
/** What a sentence goes on with behind a post, and no name holds: 局长因公外出, 副局长分管信访, 局长委托的干部. */
const GOES_ON_BEHIND_POST =
  /^[和与让]|[的了在及为是该系均已未本被原因由于无没不派委托代表授权指安排分管主持将拟请假会议开出到来参加有等也都曾从向对叫说称所属我你他她其此各谁哪外公务今明昨第可要能愿肯想很刚还又再只仅若]/u;

/**
 * 副局长图门: one named right behind the post of a chief, whose family name no list knows. Only for words that say who is
 * there, since nothing but its place shows that it is a name.
 */
export function namedBehindChief(phrase: string): Person | undefined {
  const { title = "", name = "" } = BEHIND_CHIEF.exec(phrase)?.groups ?? {};
  const isName =
    !GOES_ON_BEHIND_POST.test(name) &&
    !NO_NAME_BEHIND_POST.test(name) &&
    !isTitle(name) &&
    !isOrgan(name) &&
    !BEGINS_NO_NAME.test(name) &&
    (name.length < 4 || canBeSounds(name));
  return isName && name !== "" ? { name, title } : undefined;
}

const CHIEF_AND_MORE = new RegExp(`副?${CHIEF}(?<rest>\\p{Script=Han}{2,8})$`, "u");
/** What is said of a chief who isn't there: no name, however strange, has so much of a sentence. */
const SAID_OF_CHIEF =
  /[因由未没不无派委请授的在去赴]|安排|出差|会议|开会|外出|有[事会病]|住院|生病|分管|主持|学习|培训|值班|退休|参加|[上首]次|第[一二]次|[出来到]过|^(?:和|与|让|也|都|均|要|将)/u;

/** Whether words may name somebody behind a chief's post whom {@link namedBehindChief} can't tell from other words. */
export function mayNameChief(phrase: string): boolean {
  const { rest = "" } = CHIEF_AND_MORE.exec(phrase)?.groups ?? {};
  return rest !== "" && !SAID_OF_CHIEF.test(rest) && !NO_NAME_BEHIND_POST.test(rest) && !isTitle(rest);
}

/** A long name in a list, with its post behind it, holds no word for an office or of a sentence. */
const LONG_NAME =
  /^[^\P{Script=Han}局委办处科室队所政府院司厅会站部社团厂店的了在与和及为是该系均已未本被原]{5,8}$/u;

/** A name of two to four characters, one wholly masked (**, 某某), or a longer one that is no organ's. */
function canBeListed(name: string): boolean {
  if (isWhollyMasked(name)) return true;
  if (isTitle(name) || BEGINS_NO_NAME.test(name)) return false;
  return /^\p{Script=Han}{2,4}$/u.test(name) || isPersonName(name) || LONG_NAME.test(name);
}

function personOf(phrase: string, isGlued: boolean): Person | undefined {
  const parts = phrase
    .split(/[，、；：。（）\s,]+/u)
    .map((part) => part.replace(SENT_BY, "").replace(LEAD, ""))
    .filter((part) => part !== "" && !NOISE.test(part));
  let name: string | undefined;
  let titles: string[] = [];
  for (const part of parts) {
    const said = PARTS.decide({ part, name, titles, isGlued })?.verdict;
    if (said === undefined || said === "end") break;
    if (said === "forget") titles = [];
    else if ("remark" in said) titles.push(`${titles.pop()}（${said.remark}）`);
    else {
      name = said.name ?? name;
      if (said.title !== undefined) titles.push(said.title);
    }
  }
  if (name === undefined) return undefined;
  const title = titles.map((text) => text.replace(LEAD, "")).join("、");
  return title === "" ? { name } : { name, title };
}

function isPost(part: string): boolean {
  return isTitle(part) && !IN_A_SENTENCE.test(part);
}

/** 赵某系该局副局长 → the name before the verb, and what it is. */
function nameThatIs(text: string): { name: string; title: string } | undefined {
  const [, name = "", title = ""] = /^(.{2,8}?)(?:系|是|现任|担任|(?<!主)任|为)(.+)$/u.exec(text) ?? [];
  return isPersonName(name) && isTitle(title) ? { name, title } : undefined;
}

/** 副局长赵某 → the last post, and what follows it as the name: the whole rest, or as far as a sentence can go on. */
function titleBeforeName(text: string): { name: string; title: string } | undefined {
  for (const match of [...text.matchAll(ANY_POST)].reverse()) {
    const end = match.index + match[0].length;
    const rest = text.slice(end).replace(/^同志/u, "");
    if (NO_NAME_BEHIND_POST.test(rest)) continue;
    const name = isPersonName(rest) ? rest : nameOfSubject(rest);
    if (name !== undefined) return { name, title: text.slice(0, end) };
  }
  return undefined;
}

const TITLE_BEGINNINGS = wordList(`
  系 任 现任 常务 第一 该 本 我 副 党 局 厅 主 [县市区镇乡]长 政 书 [一二三四]级 调研 总 处 所 科 大队 支队 工作`);
/** What a title begins with right behind a name. */
const BEGINS_TITLE = new RegExp(`^${anyOf(TITLE_BEGINNINGS)}`, "u");

/** 赵某某副局长 → a family name with one or two characters, and a title that says no organ before it. */
function nameBeforeTitle(text: string): { name: string; title: string } | undefined {
  for (const length of [3, 2, 4, 5, 6, 7, 8]) {
    const name = text.slice(0, length);
    const title = text.slice(length);
    // 王副局长: the second character belongs to the post; 兰山分局的副局长 names no 兰山分.
    const isPartOfPost = (/[副局]$/u.test(name) && !/[某×*]/u.test(name)) || /^.{2}分局/u.test(text);
    if (isPersonName(name) && BEGINS_TITLE.test(title) && isTitle(title) && !isPartOfPost)
      return { name, title: title.replace(/^(?:系|任|现任|该(?:局|单位|机关)?|本局|我局)/u, "") };
  }
  return undefined;
}
