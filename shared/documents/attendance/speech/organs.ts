/** Which of the agencies sued does a place of a sentence speak of? */
import { organAtStart, standsFor } from "../../names/organ-name.ts";
import type { ListedParty } from "../../parties/listed-parties.ts";
import type { Parties } from "../../parties/parties.ts";
import type { Fact } from "../../text/fact.ts";
import type { FlatText } from "../../text/flat-text.ts";
import { ruleTable } from "../../text/rule-table.ts";
import { anyOf, wordList } from "../../text/words.ts";

/** An agency sued, with what the document calls it. */
export interface Organ {
  readonly name: string;
  /** 以下简称: its short names in this document. */
  readonly aliases: readonly string[];
  readonly listed?: ListedParty;
}

/** Whom a place of a sentence speaks of: one of the agencies sued, all of them, or somebody else. */
export type Mentioned = number | "all" | "other" | "unclear";

export interface Mention {
  readonly at: number;
  readonly end: number;
  readonly who: Mentioned;
}

/** The agencies sued, each with its short names. */
export function organsOf(flat: FlatText, parties: Parties, author?: string): Organ[] {
  return parties.respondents.map(({ value: name }) => {
    const listed = parties.listed.find((party) => party.name === name && party.role === "respondent");
    const aliases = [...aliasesOf(flat.text, name), ...(name === author ? SELVES : [])];
    return { name, aliases, ...(listed === undefined ? {} : { listed }) };
  });
}

/** What an agency calls itself in its own letter. */
const SELVES = wordList(`
  我局 我单位 我机关 我委 我办 我府 我厅 我镇 我街道 我分局 我大队 我中心 本局 本单位 本机关
`);
/** 沂水县公安局（以下简称县公安局） */
const SHORT_NAME = /^(?:（|，)(?:以下|下)?(?:均)?简称(?:为|：)?[“"《]?([\p{Script=Han}]{2,16})[”"》]?/u;

/** No paper gives one agency more short names. */
const MOST_ALIASES = 10;

function aliasesOf(text: string, name: string): string[] {
  const aliases = new Set<string>();
  for (
    let at = text.indexOf(name);
    at !== -1 && aliases.size < MOST_ALIASES;
    at = text.indexOf(name, at + 1)
  ) {
    const alias = SHORT_NAME.exec(text.slice(at + name.length, at + name.length + 32))?.[1];
    if (alias !== undefined) aliases.add(alias);
  }
  return [...aliases];
}

/** Words for a part in the case that no agency sued has. */
const OTHERS = /原告|第三人|证人|鉴定人/u;
/** Words for parts in a case; the longer before those within them. */
const ROLE_WORDS = wordList(`
  被上诉人 上诉人 再审被申请人 再审申请人 被申请人 申请人
  原审被告 原审原告 原审第三人 一审被告 一审原告 被告 原告 第三人 证人 鉴定人
`);
const ROLE_WORD = new RegExp(anyOf(ROLE_WORDS), "gu");
const ALL = /^(?:二|两|三|四|各|全体)(?:被告|被上诉人|上诉人|行政机关|单位)|^被告(?:双方|均|各方)/u;
const ORDINAL = /^(?:第([一二三四])被告|被告([一二三四1-4])(?![\d年月]))/u;
/** A short name that begins where a word can. */
const SHORT_ORGAN = new RegExp(
  `(?<=^|[，、；：及和与由])[\\p{Script=Han}]{1,14}?${anyOf(
    wordList("分局 局 政府 委员会 办事处 街道办 大队 支队"),
  )}`,
  "gu",
);

/** Finds in a part of the text every party it speaks of, in order. */
export function mentionsIn(text: string, organs: readonly Organ[], parties: Parties): Mention[] {
  const found: Mention[] = [];
  const add = (at: number, length: number, who: Mentioned) => {
    if (!found.some((mention) => at < mention.end && at + length > mention.at))
      found.push({ at, end: at + length, who });
  };
  for (const [index, { name, aliases }] of organs.entries())
    for (const spoken of [name, ...aliases])
      for (let at = text.indexOf(spoken); at !== -1; at = text.indexOf(spoken, at + 1))
        add(at, spoken.length, index);
  for (const { value } of [...parties.plaintiffs, ...parties.thirdParties])
    for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + 1))
      add(at, value.length, "other");
  for (const match of text.matchAll(ROLE_WORD)) {
    const { length, who } = spokenOf(text, match.index, match[0], organs, parties);
    add(match.index, length, who);
  }
  for (const match of text.matchAll(SHORT_ORGAN)) {
    const named = uniqueOrgan(match[0], organs);
    if (named !== undefined) add(match.index, match[0].length, named);
  }
  return found.toSorted((a, b) => a.at - b.at);
}

/** Whom a word for a part stands for: by its number, as all of them, by the name behind it, or by itself. */
function spokenOf(
  text: string,
  at: number,
  word: string,
  organs: readonly Organ[],
  parties: Parties,
): { readonly length: number; readonly who: Mentioned } {
  const number = organs.length > 1 && word.includes("被告") ? ordinalAt(text, at) : undefined;
  if (number !== undefined) return { length: word.length, who: number - 1 };
  if (ALL.test(text.slice(Math.max(0, at - 1), at + 4)) || ALL.test(text.slice(at)))
    return { length: word.length, who: "all" };
  const behind = at + word.length;
  const short = organAtStart(text.slice(behind, behind + 24).replace(/^[：:]/u, ""));
  const named = short === undefined ? undefined : uniqueOrgan(short, organs);
  if (named !== undefined) return { length: word.length + (short?.length ?? 0), who: named };
  return { length: word.length, who: byRoleWord(word, organs, parties) };
}

/** 第二被告, 被告2: which of several, counted from 1. */
function ordinalAt(text: string, at: number): number | undefined {
  const starts = [Math.max(0, at - 2), Math.max(0, at - 1), at];
  const match = starts.map((start) => ORDINAL.exec(text.slice(start))).find((found) => found !== null);
  const number = match?.[1] ?? match?.[2];
  if (number === undefined) return undefined;
  return "1234".includes(number) ? Number(number) : "一二三四".indexOf(number) + 1;
}

/** A word for a part in the case, and who is listed under it. */
interface RoleWord {
  readonly word: string;
  readonly organs: readonly Organ[];
  /** How many parties the list calls so, and which of the agencies are among them. */
  readonly called: number;
  readonly agencies: readonly number[];
  /** Where no list calls anybody so, the agencies a sentence calls so, and whether it calls somebody else so. */
  readonly inSentence: { readonly agencies: readonly number[]; readonly others: boolean };
}

const BY_ROLE_WORD = ruleTable<RoleWord, "other" | "the-agency" | "unclear">(
  "whom-a-role-word-means",
  ({ word }) => word,
  [
    { name: "never-an-agency-sued", of: OTHERS, says: "other", example: "原告" },
    {
      name: "the-only-agency-sued",
      of: ({ word, organs }) => word.includes("被告") && organs.length === 1,
      says: "the-agency",
      example: "被告",
    },
    {
      name: "the-only-one-so-called",
      of: ({ word, called, agencies }) => !word.includes("被告") && called === 1 && agencies.length === 1,
      says: "the-agency",
      example: "被上诉人",
    },
    {
      name: "the-only-one-a-sentence-calls-so",
      of: ({ word, called, inSentence }) =>
        !word.includes("被告") && called === 0 && inSentence.agencies.length === 1 && !inSentence.others,
      says: "the-agency",
      example: "上诉人",
    },
    {
      name: "a-sentence-calls-others-so",
      of: ({ word, called, inSentence }) =>
        !word.includes("被告") && called === 0 && inSentence.agencies.length === 0 && inSentence.others,
      says: "other",
      example: "被上诉人",
    },
    {
      name: "others-are-so-called",
      of: ({ word, called, agencies }) => !word.includes("被告") && called > 0 && agencies.length === 0,
      says: "other",
      example: "上诉人",
    },
  ],
);

/** What each role word of a document was found to mean: a record says 被告 in every other sentence. */
const MEANT = new WeakMap<readonly Organ[], Map<string, Mentioned>>();

/** The agency a role word stands for by itself: 被告 where there is one, 上诉人 where the agency appealed. */
function byRoleWord(word: string, organs: readonly Organ[], parties: Parties): Mentioned {
  const known = MEANT.get(organs) ?? new Map<string, Mentioned>();
  MEANT.set(organs, known);
  const meant = known.get(word) ?? whomItMeans(word, organs, parties);
  known.set(word, meant);
  return meant;
}

function whomItMeans(word: string, organs: readonly Organ[], parties: Parties): Mentioned {
  const called = parties.listed.filter((party) => party.word === word);
  const namesCalled = new Set(called.map(({ name }) => name));
  const agencies = organs.flatMap(({ name }, index) => (namesCalled.has(name) ? [index] : []));
  const isCalledSo = ({ value, text }: Fact<string>) =>
    text
      .replace(/\s/gu, "")
      .split(word)
      .some((behind, index, parts) => {
        const isWhole = index > 0 && parts[index - 1]?.endsWith("被") === false;
        return isWhole && behind.replace(/^（[^）]{1,20}）/u, "").startsWith(value);
      });
  const inSentence = {
    agencies: parties.respondents.flatMap((fact, index) => (isCalledSo(fact) ? [index] : [])),
    others: [...parties.plaintiffs, ...parties.thirdParties].some(isCalledSo),
  };
  const said = BY_ROLE_WORD.decide({ word, organs, called: called.length, agencies, inSentence })?.verdict;
  if (said === "the-agency")
    return word.includes("被告") ? 0 : (agencies[0] ?? inSentence.agencies[0] ?? "unclear");
  return said ?? "unclear";
}

/** The one agency a short name can stand for; undefined where none or several can. */
export function uniqueOrgan(short: string, organs: readonly Organ[]): number | undefined {
  const exact = organs.findIndex(({ name, aliases }) => name === short || aliases.includes(short));
  if (exact !== -1) return exact;
  const fitting = organs.flatMap(({ name }, index) =>
    standsFor(short, name) || (short.length >= 4 && name.includes(short)) ? [index] : [],
  );
  if (fitting.length === 1) return fitting[0];
  // 市政府 beside 临沂市罗庄区人民政府 is 临沂市人民政府, whose name ends so.
  const ending = fitting.filter((index) =>
    organs[index]?.name.replace("人民政府", "政府").endsWith(short.replace("人民政府", "政府")),
  );
  return ending.length === 1 ? ending[0] : undefined;
}
