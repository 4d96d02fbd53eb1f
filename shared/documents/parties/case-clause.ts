/**
 * Who sues whom about what, in a sentence? 原告张三诉被告沂水县公安局、第三人李四行政处罚一案. The sentence ends with 一案
 * or with what was brought to court; the word between the sides parts it.
 */
import { NUMBER_SHAPE } from "../../domain/court/case-number.ts";
import { isOrgan, organAtStart } from "../names/organ-name.ts";
import { ROLE_WORD } from "../names/party-role.ts";
import type { FlatText } from "../text/flat-text.ts";
import { type ReadingRule, readingTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";
import { beginsCause, tidyCause } from "./cause-words.ts";
import { clauseEnds, clauseStart } from "./clause-bounds.ts";
import { isCauseAlone, type NamedParty, namesAtStart } from "./clause-names.ts";

/** 原告张三诉被告沂水县公安局、第三人李四行政处罚一案: who against whom about what. */
export interface CaseClause {
  readonly start: number;
  readonly end: number;
  readonly parties: readonly NamedParty[];
  readonly cause?: string;
  /** The rule that parted its sides. */
  readonly rule: string;
}

/** No sentence or field says who sues whom in more characters. */
const LONGEST_CLAUSE = 400;

/** How a sentence about the case begins behind its last mark, or runs on to it. */
const RUNS_UP_TO = wordList("受理(?:了|的)? 审理(?:了|的)? 关于 就 对 参加 担任 代理 处理 通知 在");
const OPENINGS = [
  "^.*(?:(?:受理|审理|立案)(?:了|的)|作为被告的|[您你]好[，！]?)",
  "^(?:委托人|本人|本?单位|我[局厅委办])在",
  "^(?:现|兹|特)?(?:委托|授权|指派)[^，。]{1,16}在",
  "^.*(?:定于|决定)[^。]{4,60}(?:开庭|公开)审理(?:的|了)?",
  `^.*${anyOf(RUNS_UP_TO)}(?=原告|上诉人|再审申请人|申请人|你|您)`,
];
const OPENING = new RegExp(anyOf(OPENINGS), "su");
/** Words and numbers before the first party: 本院立案审理的（2026）鲁1323行初1号. */
const LEADS = wordList("本院 我院 贵院 本案 现 已 立案 依法 受理 审理 关于 就 对 因 的 了 在 参加");
const NUMBER_BEFORE = `(?:${NUMBER_SHAPE.year}|\\d{4}年)[^，。；（）]{2,24}?${NUMBER_SHAPE.end}`;
const LEADING = new RegExp(`^${anyOf(LEADS, [NUMBER_BEFORE])}+`, "u");
/** A number of a case or a paper ends what is said before it. */
const BEHIND_NUMBER = new RegExp(`^.*[\\d）]${NUMBER_SHAPE.end}(?:的|案件?|，)?`, "su");
const CLAIMING = new RegExp(ROLE_WORD, "gu");
/** 不服县政府作出的〔2025〕1号决定及市政府作出的…: who else decided, where several papers are attacked. */
const DECIDED_BY =
  /[及和与、，](?:因?不服)?(?:被告|被上诉人|被申请人)?([\p{Script=Han}（）]{4,30}?)(?=(?:于[\d年月日]+)?(?:作出|做出))/gu;

/** Finds the sentences that say who sues whom, ended by 一案. */
export function findCaseClauses(flat: FlatText): CaseClause[] {
  return clauseEnds(flat).flatMap((end) => {
    const start = clauseStart(flat, end);
    const clause = readClause(flat.text.slice(start, end), start);
    return clause === undefined ? [] : [withoutShortName(clause, flat)];
  });
}

/** （以下简称“区征收办”）: how a paper calls somebody from there on. */
const CALLED = /（(?:以下|下)?(?:统|合|并)?(?:简称|称)(?:为)?：?[“"]?(\p{Script=Han}{2,16})[”"]?）/gu;

/** 第三人区征收办房屋征收补偿: a short name that doesn't end as names do runs on into the cause. */
function withoutShortName(clause: CaseClause, { text }: FlatText): CaseClause {
  const { cause, ...rest } = clause;
  if (cause === undefined) return clause;
  const called = [...text.matchAll(CALLED)]
    .map(([, name = ""]) => name)
    .filter((name) => cause.startsWith(name))
    .toSorted((one, other) => other.length - one.length)[0];
  if (called === undefined) return clause;
  const left = tidyCause(cause.slice(called.length));
  return left === undefined ? rest : { ...rest, cause: left };
}

type Sides = Omit<CaseClause, "start" | "end" | "rule"> & { readonly from: number };

/** A rule that parts the sides at the first of its words between which both sides can be read. */
function partedBy(name: string, words: RegExp, example: string): ReadingRule<string, Sides> {
  const reads = (text: string) => {
    for (const match of text.matchAll(words)) {
      const sides = sidesOf(text, match.index, match[0]);
      if (sides !== undefined) return sides;
    }
    return undefined;
  };
  return { name, reads, example };
}

/**
 * What parts the two sides, the surer first: 诉 says who claims, 与 leaves it open and also joins names.
 * 上诉, 起诉, 诉讼, 公诉 and 诉称 part nothing.
 */
const SIDES = readingTable<string, Sides>("sides-of-a-case", [
  {
    name: "who-appeals-against-a-judgment",
    reads: appellants,
    example: "张三、李四因行政处罚不服（2026）鲁1323行初45号行政判决上诉",
  },
  partedBy(
    "who-sues-whom",
    /(?:分别|共同|均|先后|各自)?因?(?:状告|(?<![上起公申反被应胜败投涉])诉(?![讼称求状辩人至]))/gu,
    "张三诉沂水县公安局行政处罚",
  ),
  partedBy("who-contests-whose-act", /因?不服/gu, "张三不服沂水县公安局行政处罚"),
  partedBy(
    "who-contests-behind-the-act",
    /对(?=(?:被告|被上诉人)[^，。]{4,120}不服)/gu,
    "张三对被告沂水县公安局作出的行政处罚决定不服",
  ),
  partedBy(
    "who-demands-what-of-whom",
    /(?:要求|请求|因?认为)(?=(?:判令|确认|责令|撤销|认定|被告|\p{Script=Han}{2,20}?[局府处委会]))/gu,
    "张三要求沂水县公安局履行法定职责",
  ),
  partedBy("between-whom", /因?与/gu, "张三与沂水县公安局行政处罚"),
]);

/** Reads one such clause; undefined where its words don't say who is against whom. */
export function readClause(words: string, start = 0): CaseClause | undefined {
  const text = words.slice(0, LONGEST_CLAUSE);
  const ruled = SIDES.decide(text);
  if (ruled === undefined) return undefined;
  const { from, ...sides } = ruled.verdict;
  return { start: start + from, end: start + text.length, ...sides, rule: ruled.rule };
}

const APPEALS = new RegExp(
  `^(.*?)因(\\p{Script=Han}{2,24}?)(?:纠纷)?(?:一案)?，?不服(?:\\p{Script=Han}{2,40}法院)?${NUMBER_SHAPE.yearFirst}`,
  "su",
);

/** 张三、李四因行政处罚不服…号行政判决上诉: the sides that appeal, and nobody they appeal against. */
function appellants(text: string): Sides | undefined {
  const [, before = "", about = ""] = APPEALS.exec(text) ?? [];
  const left = before !== "" && beginsCause(about) ? claimants(before, true) : undefined;
  return left?.parties.every(({ isSure }) => isSure) === true ? { ...left, ...withCause(about) } : undefined;
}

function sidesOf(text: string, at: number, word: string): Sides | undefined {
  const isOpen = word.endsWith("与");
  const right = text.slice(at + word.length).replace(/^(?:判令|确认|责令|撤销|认定)+/u, "");
  const left = claimants(text.slice(0, at), isOpen);
  if (left === undefined) return undefined;
  // 上诉人镇政府因被上诉人张三诉其限期拆除: the one who appeals is the one who was sued.
  const its = /^其(?!他)/u.test(right) ? /^(.+?)因与?(.+)$/su.exec(text.slice(left.from, at)) : null;
  if (its !== null) {
    const sued = namesAtStart(its[1] ?? "", "answers").parties;
    const suing = namesAtStart(its[2] ?? "", "claims").parties;
    if (sued.length === 0 || suing.length === 0) return undefined;
    return { from: left.from, parties: [...suing, ...sued], ...withCause(right) };
  }
  const decided = word.endsWith("不服") ? decidedBy(right) : { organs: [], rest: right };
  const answers = namesAtStart(decided.rest, isOpen ? "either" : "answers");
  // 查某诉答辩人房屋行政强制: the other side is named elsewhere.
  const isNamedElsewhere =
    answers.parties.length === 0 &&
    /[诉告]$/u.test(word) &&
    (beginsCause(answers.rest) || isCauseAlone(answers.rest));
  if (answers.parties.length === 0 && !isNamedElsewhere) return undefined;
  // 诉某镇人民政府信息公开: the two words 政府 are written once.
  const isShared = answers.rest.startsWith("信息公开") && decided.rest.includes(`政府${answers.rest}`);
  return {
    from: left.from,
    parties: [...left.parties, ...answers.parties, ...decided.organs],
    ...withCause(isShared ? `政府${answers.rest}` : answers.rest),
  };
}

function withCause(text: string): { cause?: string } {
  const cause = tidyCause(text);
  return cause === undefined ? {} : { cause };
}

/** The words up to the one between the sides, and on which side they stand. */
interface Before {
  readonly text: string;
  readonly side: "claims" | "either";
  readonly behindNumber: number;
}

interface Claimants {
  readonly from: number;
  readonly parties: readonly NamedParty[];
}

const CLAIMANTS = readingTable<Before, Claimants>("claimants", [
  {
    name: "behind-their-role",
    reads: ({ text, side, behindNumber }) => {
      for (const { index } of text.slice(behindNumber).matchAll(CLAIMING)) {
        const from = behindNumber + index;
        const { parties, rest } = namesAtStart(text.slice(from), side);
        // 上诉人镇政府因被上诉人张三: read on by who looks for 其.
        if (parties.length > 0 && /^(?:因|，)?$|^因与?(?:被上诉人|被申请人|原告)/u.test(rest))
          return { from, parties };
      }
      return undefined;
    },
    example: "原告张三、李四",
  },
  {
    name: "behind-the-opening",
    reads: (before) => {
      const opened = behindOpening(before);
      return opened.parties.length > 0 && opened.parties.every(({ isSure }) => isSure) ? opened : undefined;
    },
    example: "本院受理的张三",
  },
  {
    // 代表我单位于2026年11月26日就卞某: where a long sentence leads up to the claimants, the names behind its last word.
    name: "behind-the-last-word-that-introduces-them",
    reads: (before) => {
      const { from, parties } = behindOpening(before);
      return parties.length === 0 ? undefined : lastNamed(before, from);
    },
    example: "代表我单位于2026年11月26日就卞某",
  },
  {
    name: "whatever-stands-behind-the-opening",
    reads: (before) => {
      const opened = behindOpening(before);
      return opened.parties.length > 0 ? opened : undefined;
    },
    example: "本院受理的星光网吧",
  },
]);

/**
 * The names that run up to the word between the sides. Role words begin them where there are any; else they begin behind
 * what opens the sentence, and what isn't read to its end is no list of names.
 */
function claimants(text: string, isOpen: boolean): Claimants | undefined {
  const behindNumber = BEHIND_NUMBER.exec(text)?.[0].length ?? 0;
  return CLAIMANTS.decide({ text, side: isOpen ? "either" : "claims", behindNumber })?.verdict;
}

function behindOpening({ text, side, behindNumber }: Before): Claimants {
  const opening = OPENING.exec(text.slice(behindNumber))?.[0].length ?? 0;
  const lead = LEADING.exec(text.slice(behindNumber + opening))?.[0].length ?? 0;
  const from = behindNumber + opening + lead;
  return { from, parties: namesAtStart(text.slice(from), side).parties };
}

function lastNamed({ text, side }: Before, from: number): Claimants | undefined {
  for (const { index, 0: word } of text.slice(from).matchAll(/[，、]|就|对|关于|参加|办理/gu)) {
    const at = from + index + word.length;
    const { parties, rest } = namesAtStart(text.slice(at), side);
    if (parties.length > 0 && parties.every(({ isSure }) => isSure) && /^，?$/u.test(rest))
      return { from: at, parties };
  }
  return undefined;
}

/** Takes the further organs, with 作出的 and the number, out of the words about what is attacked. */
function decidedBy(text: string): { organs: NamedParty[]; rest: string } {
  const organs: NamedParty[] = [];
  const rest = text.replace(DECIDED_BY, (all: string, name: string) => {
    if (organAtStart(name) !== name || !isOrgan(name)) return all;
    organs.push({ name, role: "", side: "answers", isSure: true });
    return all[0] ?? "";
  });
  return { organs, rest };
}
