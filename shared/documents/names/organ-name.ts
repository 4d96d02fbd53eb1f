/**
 * Which words are an agency's name (行政机关)? Where such a name ends in a running text, whether a whole name is an
 * agency's, and whether a short form can stand for a name.
 */
import { organEndings } from "../../domain/court/organ-endings.ts";
import { ruleTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";

/** Endings that stand in other words as well, with what may not stand beside them: 行政处罚, 查处, 所有, 部门. */
const LOOKING_ABOUT: Readonly<Record<string, string>> = {
  政府: "(?<!人民)政府(?!信息)",
  所: "所(?![有在得需持诉涉])",
  处: "(?<!(?<![稽检督巡侦审])查)处(?![罚理置分以于在境决])",
  部: "部(?![门分])",
};
/** In a running text these end other words more often than an agency's name. */
const ENDS_OTHER_WORDS: ReadonlySet<string> = new Set(["站", "队"]);
const ENDS = organEndings()
  .filter((ending) => !ENDS_OTHER_WORDS.has(ending))
  .map((ending) => LOOKING_ABOUT[ending] ?? ending);
/** 局 in 副局长 and 中心 in 中心有限公司 end no agency's name. */
const NOT_BEHIND_END = ["长", "有限", "股份", "责任公司"];
const END = new RegExp(`${anyOf(ENDS, ["调查总?队"])}(?!${NOT_BEHIND_END.join("|")})`, "gu");
const ENDS_AS_ORGAN = new RegExp(`${anyOf(ENDS, ["调查总?队"])}$`, "u");

/** Longer names are none; a text without any mark is not searched farther for an end. */
const LONGEST_NAME = 80;
/** How much longer the name of an agency inside an agency can make it. */
const LONGEST_PART = 14;

/** What a name says of the place or the branch its agency is of. */
const PLACES = [
  ..."省市县区旗州盟镇乡",
  "街道",
  "开发区",
  "高新",
  "国家",
  "特派员",
  "中华",
  "海关",
  "税务",
  "公安",
  "法院",
];
const PLACE = new RegExp(anyOf(PLACES), "u");

/** Bodies whose names end as agencies' do. */
const NO_ORGAN = ruleTable("no-organ", (name: string) => name, [
  {
    name: "body-of-residents",
    of: /(?:(?:村民|居民|业主)委员会|[村居]委会)$/u,
    says: true,
    example: "沂水县沂城街道东关社区居民委员会",
  },
  {
    name: "commission-of-arbitration",
    of: /仲裁委员会$/u,
    says: true,
    example: "沂水县劳动人事争议仲裁委员会",
  },
  {
    name: "undertaking",
    of: /(?:公司|经营部|门市部)$/u,
    says: true,
    example: "沂水县城关农资门市部",
  },
  {
    name: "office-of-a-profession",
    of: /(?:律师事务所|法律服务所|鉴定所)$/u,
    says: true,
    example: "山东沂蒙律师事务所",
  },
]);

/** Whether a whole name is an agency's. */
export function isOrgan(name: string): boolean {
  const plain = name.replace(/（[^）]{0,40}）/gu, "");
  return (
    plain.length >= 3 &&
    plain.length <= LONGEST_NAME &&
    !/[：，。；？]/u.test(plain) &&
    ENDS_AS_ORGAN.test(plain) &&
    NO_ORGAN.decide(plain) === undefined
  );
}

/** As {@link isOrgan}, and the name says of which place: 沂水县公安局, not 公安局. */
export function isFullOrgan(name: string): boolean {
  return isOrgan(name) && PLACE.test(name);
}

const ACTS = wordList("行政 [不未]履行 信息公开 工伤 房屋 土地 征收 强制 违法 作出 一案 [及和与、，]");
/** What an agency did, and what is asked of it, begins behind its name. */
const ACT_BEHIND_NAME = new RegExp(anyOf(ACTS), "u");

/** Why a further ending (沂水县公安局 … 大队) doesn't belong to the name that ended before it; asked of the words between. */
const ANOTHER_ENDING = ruleTable("ending-of-something-else", (between: string) => between, [
  {
    name: "too-far-off",
    of: (between) => between.length > LONGEST_PART,
    says: true,
    example: "沂水县公安局对其违法行为进行了调查处理后由大队",
  },
  {
    // 沂水县公安局（以下简称县公安局）: what a bracket says of an agency is no part of its name.
    name: "inside-a-bracket",
    of: (between) => between.lastIndexOf("（") > between.lastIndexOf("）"),
    says: true,
    example: "沂水县公安局（以下简称县公安局",
  },
  {
    name: "other-characters-between",
    of: /[^\p{Script=Han}（）]/u,
    says: true,
    example: "沂水县公安局2026年9月1日派出所",
  },
  {
    name: "act-of-the-agency-between",
    of: ACT_BEHIND_NAME,
    says: true,
    example: "沂水县公安局行政处罚及派出所",
  },
]);

/**
 * The agency's name a text begins with, as long as it can be: of 沂水县公安局交通警察大队行政处罚 up to 大队. Undefined
 * where it begins with none. A part of a word of the law (行政处罚) is never taken for an end.
 */
export function organAtStart(text: string): string | undefined {
  const near = text.slice(0, LONGEST_NAME);
  const mark = near.search(/[，。；、：？]/u);
  let longest: string | undefined;
  for (const match of near.matchAll(END)) {
    const end = match.index + match[0].length;
    if (longest !== undefined && ANOTHER_ENDING.decide(near.slice(longest.length, end)) !== undefined) break;
    if (mark !== -1 && mark < end) break;
    longest = near.slice(0, end);
  }
  return longest !== undefined && longest.length >= 3 ? longest : undefined;
}

/**
 * Whether a short form can stand for an agency: 县公安局, 市政府, 河东公安分局 for 临沂市公安局河东分局. Its characters are
 * the agency's, and it ends as the agency does. With several candidates the caller must ask each.
 */
export function standsFor(short: string, full: string): boolean {
  if (short === full) return true;
  if (short.length < 2 || ![...short].every((character) => full.includes(character))) return false;
  const end = ENDS_AS_ORGAN.exec(short)?.[0] ?? short.slice(-1);
  return full.endsWith(end) || full.endsWith(end.slice(-1));
}
