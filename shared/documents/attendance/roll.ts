/** Who came for each agency, as a sentence of the court says it: 原告张三，被告沂水县公安局的委托代理人钱某到庭参加诉讼? */
import { listedPerson, type Person } from "../names/named-person.ts";
import { ROLE_WORD } from "../names/party-role.ts";
import { isPersonName, isWhollyMasked } from "../names/person-name.ts";
import { isTitle } from "../names/posts.ts";
import { ruleTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";
import type { Context } from "./context.ts";
import { ANOTHER_DAY, THOSE_WHO_CAME } from "./named-in-speech.ts";
import { isOfOtherSitting } from "./other-sitting.ts";
import { settlesWhoAppears } from "./shared-head.ts";
import { type Mention, mentionsIn } from "./speech/organs.ts";
import { personHere, personOf } from "./speech/persons.ts";
import { HIMSELF, piecesOf, spokenOfAsHere } from "./speech/pieces.ts";
import type { Utterance } from "./speech/utterances.ts";
import { blanked, type Verb, verbsOf } from "./speech/verbs.ts";

/** As what a sentence calls somebody who came; `bare` where it gives the name or the post alone. */
type CalledAs = "agent" | "head" | "leader" | "staff" | "bare";

/** Somebody of an agency's side who came, as a sentence names them. */
export interface Came {
  readonly as: CalledAs;
  /** The words, without the label. */
  readonly words: string;
  /** Undefined where the words name nobody whom a reader could know. */
  readonly person?: Person;
}

/** One sentence that says who came, for one agency. */
export interface Roll {
  readonly organ: number;
  readonly start: number;
  readonly end: number;
  readonly by: Utterance["speaker"];
  /** Whom it names; nobody in 双方当事人均到庭. */
  readonly came: readonly Came[];
  /** Its agents without their names: 被告的委托代理人到庭. */
  readonly saysAgents: boolean;
  /** It calls the agency 该局: no other rule reads the heads that it names. */
  readonly isSaidAgain: boolean;
  /** Everyone whom the list gives: 上列当事人及委托代理人均到庭. */
  readonly saysEveryone: boolean;
}

const CALLED = ruleTable<string, CalledAs>("as-what-somebody-came", (words) => words, [
  {
    name: "called-an-agent",
    of: /^(?:共同)?的?(?:共同)?(?:特别授权)?(?:委托)?(?:诉讼)?代理人(?:员)?[：，]?/u,
    says: "agent",
    example: "共同委托代理人苗青",
  },
  {
    name: "called-one-who-leads",
    of: /^(?:法定代表人|法定代理人|主要负责人)[：，]?/u,
    says: "leader",
    example: "法定代理人褚志远",
  },
  {
    name: "called-the-head",
    of: /^(?:行政机关|单位|机关)?的?(?:出庭应诉|出庭|应诉)?的?(?:行政机关)?(?:行政)?(?:负责人|负责同志|领导|首长)[：，]?/u,
    says: "head",
    example: "行政首长佟立新",
  },
  {
    name: "called-staff",
    of: /^(?:出庭|应诉)?(?:工作人员|干警|干部|民警|职员|职工)[：，]?/u,
    says: "staff",
    example: "工作人员钱某",
  },
]);

/** How or when somebody came; it names nobody. */
const HOW = wordList(`
  经(?:本院|法院|法庭)?(?:合法|依法|两次|传票)*传[唤票][^，、。]*  (?:通过|以|在)[^，、。]{0,16}(?:方式|系统|平台|远程|视频|线上|网络)[^，、。]{0,4}
  (?:按时|准时|依法|亲自|今天|今日|本人|分别|一同|共同(?!委托|诉讼|代理|的)|一并|在线|线上|远程|均|亦|皆|都(?!某)|也|已经?|现)+$
  ^(?:均|亦|皆|也|已经?|现|分别)+ 无正当理由[^，、。]*
`);
const HOW_THEY_CAME = new RegExp(anyOf(HOW), "gu");
/** The next party's part, where its name stands behind it: …刘某，上诉人 | 临沂市罗庄区人民政府. */
const A_PART = new RegExp(`^(?:第?[一二三四])?${ROLE_WORD}[一二三四\\d]?(?:（[^）]*）)?$`, "u");
const LAWYER = /(?<!公职)律师|法律服务|法律工作者/u;
/** 苗青和罗洋 */
const TWO_NAMES = /^(.{2,4})[和与](.{2,4})$/u;

/** 本院依法通知其作为第三人参加诉讼: who is made a party, not who came. */
const MADE_A_PARTY = /(?:通知|追加|准许|申请|列为|同意)[^，。]{0,60}$/u;
/** 双方当事人, 上列当事人及委托代理人, before that they came. */
const EVERYONE = new RegExp(
  `(?:${anyOf(wordList("双方 各方 上列 上述 三方 全体 诉讼各方"))}(?:当事人|诉讼参加人|诉讼参与人|人员)?|当事人|诉讼参加人|诉讼参与人|应到(?:庭)?人员|出庭人员)(?<rest>[^，。；]{0,24})$`,
  "u",
);
/** 原告张三诉被告沂水县公安局治安行政处罚一案，本院受理后…: behind this name goes on what the case is about. */
const OF_THE_CASE = /一案|两案|受理|立案|审理|起诉|不服|作出|提起|判决|裁定/u;
const COMES_TO_COURT = /^(?:到庭|出庭|参加|出席)/u;

/** All that the sentences of a paper say of who came, agency by agency. */
export function rollsOf(
  context: Context,
  utterances: readonly Utterance[],
  names: readonly string[],
): Roll[] {
  return utterances.flatMap((utterance) => {
    if (utterance.isQuestion || (utterance.speaker !== "narrative" && utterance.speaker !== "court"))
      return [];
    const { text: raw } = utterance;
    const text = blanked(raw);
    const verbs = verbsOf(text).filter(({ at, negative }) => negative || isComing(text, at));
    if (!verbs.some(({ negative }) => !negative)) return [];
    if (isOfOtherSitting(raw, context.isJudgment) || ANOTHER_DAY.test(raw)) return [];
    // 经协商由县公安局负责人出庭: who was to come.
    if (settlesWhoAppears(raw)) return [];
    return rollsIn(context, utterance, text, verbs, names);
  });
}

function isComing(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return (
    COMES_TO_COURT.test(text.slice(at)) &&
    !(/(?:作为|为)(?:本案)?(?:的)?(?:共同)?(?:第三人|被告|原告)$/u.test(before) && MADE_A_PARTY.test(before))
  );
}

function rollsIn(
  context: Context,
  utterance: Utterance,
  text: string,
  verbs: readonly Verb[],
  names: readonly string[],
): Roll[] {
  const { organs, parties } = context;
  const { text: raw, start, end, speaker: by } = utterance;
  const mentions = withSaidAgain(raw, mentionsIn(raw, organs, parties), organs.length);
  const place = { start, end, by };
  const rolls = mentions.flatMap((mention, index): Roll[] => {
    const parts = partsOf(raw, mentions, index, verbs);
    if (parts.length === 0 || OF_THE_CASE.test(parts[0] ?? "")) return [];
    const came = parts.flatMap((part) => cameIn(part, names));
    const saysAgents = came.some(({ as, words }) => as === "agent" && words === "");
    const isAlone = came.length === 0;
    return organsOf(mention, organs.length).map((organ) => ({
      ...place,
      organ,
      came: came.filter(({ words }) => words !== ""),
      saysAgents,
      isSaidAgain: /^[该其]/u.test(raw.slice(mention.at)),
      saysEveryone: isAlone && isOfEveryone(text, verbs)?.saysAgents === true,
    }));
  });
  const everyone = isOfEveryone(text, verbs);
  if (everyone === undefined) return rolls;
  const others = organs.flatMap((_, organ) => (rolls.some((roll) => roll.organ === organ) ? [] : [organ]));
  return [
    ...rolls,
    ...others.map((organ) => ({
      ...place,
      organ,
      came: [],
      saysAgents: everyone.saysAgents,
      isSaidAgain: false,
      saysEveryone: everyone.saysAgents,
    })),
  ];
}

const SAID_AGAIN = new RegExp(
  `^[该其](?:${anyOf(wordList("局 单位 机关 委员会 委 府 厅 办事处 街道 中心 大队 支队 分局 [县市区镇乡旗](?=人民政府|政府|[^副]{0,2}副?[县市区镇乡旗]长)"))})(?=\\p{Script=Han})`,
  "u",
);

/** 该局局长褚志远亦出庭应诉: where one agency is sued it is the one meant, at the beginning of a clause. */
function withSaidAgain(text: string, mentions: readonly Mention[], agencies: number): readonly Mention[] {
  if (agencies !== 1) return mentions;
  const again = [...text.matchAll(/(?<=^|[，；])[该其]/gu)].flatMap(({ index }): Mention[] => {
    const words = SAID_AGAIN.exec(text.slice(index))?.[0];
    const isTaken = mentions.some(({ at, end }) => index >= at && index < end);
    return words === undefined || isTaken ? [] : [{ at: index, end: index + words.length, who: 0 }];
  });
  return [...mentions, ...again].toSorted((a, b) => a.at - b.at);
}

/** The words that give those of a party who came: of a joined one, what stands behind the last: A及B的委托代理人钱某. */
function partsOf(
  raw: string,
  mentions: readonly Mention[],
  index: number,
  verbs: readonly Verb[],
): readonly string[] {
  const mention = mentions[index];
  if (mention === undefined) return [];
  const next = mentions[index + 1];
  const until = next?.at ?? raw.length;
  const words = raw.slice(mention.end, until);
  if (JOINS_AGENCIES.test(words) && typeof mention.who === "number" && typeof next?.who === "number")
    return partsOf(raw, mentions, index + 1, verbs);
  const listed = THOSE_WHO_CAME.exec(words);
  return listed === null
    ? spokenOfAsHere(raw, mention.end, until, verbs, false)
    : [words.slice(listed[0].length).replace(/。$/u, "")];
}

const JOINS_AGENCIES = /^[、和与及]$/u;

/** Whether it says of all parties that they came, and of their agents as well. */
function isOfEveryone(text: string, verbs: readonly Verb[]): { readonly saysAgents: boolean } | undefined {
  for (const { at, negative } of verbs) {
    const said = EVERYONE.exec(text.slice(0, at));
    if (said !== null && !negative)
      return { saysAgents: /代理人|上列|上述|全体|诉讼参[加与]人|人员/u.test(said[0]) };
  }
  return undefined;
}

function organsOf({ who }: Mention, count: number): number[] {
  if (who === "all") return Array.from({ length: count }, (_, organ) => organ);
  return typeof who === "number" ? [who] : [];
}

/** Everyone whom the words behind an agency's name give, up to the verb. */
function cameIn(words: string, names: readonly string[]): Came[] {
  const found: Came[] = [];
  let as: CalledAs = "bare";
  for (const piece of piecesOf(words.replace(/^[^\p{Script=Han}*×]+/u, ""))) {
    const bare = piece
      .replace(HOW_THEY_CAME, "")
      .replace(HIMSELF, "")
      .replace(/^(?:以)?(?:的|其|该(?:局|单位|机关|委|府|办|厅|镇|街道)|方|及|，|；)+/u, "");
    const called = CALLED.decide(bare);
    const rest = called?.words === undefined ? bare : bare.slice(called.words[0].length);
    if (called !== undefined) as = called.verdict;
    const before = found.at(-1);
    if (A_PART.test(bare)) continue;
    if (rest === "" && called === undefined) continue;
    // 委托代理人***: an agent of the list, and nobody can tell which.
    if (rest === "" || (as !== "bare" && isWhollyMasked(rest))) found.push({ as, words: "" });
    else if (
      before?.person !== undefined &&
      before.person.title === undefined &&
      called === undefined &&
      isWhat(rest)
    )
      found[found.length - 1] = { ...before, person: { ...before.person, title: rest } };
    else found.push(...personsOf(rest, as, names));
  }
  return found;
}

/** 苗青，吉林正远律师事务所律师: what the one named before it is. */
function isWhat(words: string): boolean {
  return LAWYER.test(words) || (isTitle(words) && personOf(words) === undefined);
}

function personsOf(words: string, as: CalledAs, names: readonly string[]): Came[] {
  const person = personOf(words) ?? listedPerson(words);
  if (person !== undefined && isPersonName(person.name)) return [{ as, words, person }];
  const chief = as === "agent" ? undefined : personHere(words, false, () => false);
  if (chief !== undefined) return [{ as, words, person: chief }];
  const known = names.filter((name) => words.includes(name));
  if (known.length > 0) return known.map((name) => withPostBefore({ as, words, person: { name } }));
  const [, first = "", second = ""] = TWO_NAMES.exec(words) ?? [];
  if (isPersonName(first) && isPersonName(second))
    return [first, second].map((name) => ({ as, words, person: { name } }));
  // 等人, 等三人 adds nobody whom the words before don't mean.
  return /^\p{Script=Han}{2}|律师/u.test(words) || isWhollyMasked(words) ? [{ as, words }] : [];
}

/** 党组书记奇点: a name that only the list knows, with the post before it. */
function withPostBefore(came: Came): Came {
  const title = came.words.slice(0, came.words.indexOf(came.person?.name ?? ""));
  return came.person !== undefined && isTitle(title) ? { ...came, person: { ...came.person, title } } : came;
}

/** Whether a post or a profession is a lawyer's, who is nobody of the agency's own. */
export function isLawyer(words: string): boolean {
  return LAWYER.test(words);
}
