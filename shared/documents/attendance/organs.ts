import { organAtStart, standsFor } from "../names/organ-name.ts";
import type { ListedParty } from "../parties/listed-parties.ts";
import type { Parties } from "../parties/parties.ts";
import type { FlatText } from "../text/flat-text.ts";

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
const SELVES = [
  "我局",
  "我单位",
  "我机关",
  "我委",
  "我办",
  "我府",
  "我厅",
  "我镇",
  "我街道",
  "我分局",
  "我大队",
  "我中心",
  "本局",
  "本单位",
  "本机关",
];

function aliasesOf(text: string, name: string): string[] {
  const aliases: string[] = [];
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const match = /^(?:（|，)(?:以下|下)?(?:均)?简称(?:为|：)?[“"《]?([\p{Script=Han}]{2,16})[”"》]?/u.exec(
      text.slice(at + name.length, at + name.length + 32),
    );
    if (match?.[1] !== undefined) aliases.push(match[1]);
  }
  return aliases;
}

const OTHERS = /原告|第三人|证人|鉴定人/u;
const WORDS =
  /被上诉人|上诉人|再审被申请人|再审申请人|被申请人|申请人|原审被告|原审原告|原审第三人|一审被告|一审原告|被告|原告|第三人|证人|鉴定人/gu;
const ALL = /^(?:二|两|三|四|各|全体)(?:被告|被上诉人|上诉人|行政机关|单位)|^被告(?:双方|均|各方)/u;
const ORDINAL = /^(?:第([一二三四])被告|被告([一二三四1-4])(?![\d年月]))/u;

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
  for (const match of text.matchAll(WORDS)) {
    const at = match.index;
    const rest = text.slice(at);
    const ordinal =
      ORDINAL.exec(text.slice(Math.max(0, at - 2))) ??
      ORDINAL.exec(text.slice(Math.max(0, at - 1))) ??
      ORDINAL.exec(rest);
    const number = ordinal?.[1] ?? ordinal?.[2];
    if (number !== undefined && organs.length > 1 && /被告/u.test(match[0]))
      add(at, match[0].length, "1234".includes(number) ? Number(number) - 1 : "一二三四".indexOf(number));
    else if (ALL.test(text.slice(Math.max(0, at - 1), at + 4)) || ALL.test(rest))
      add(at, match[0].length, "all");
    else {
      const short = organAtStart(rest.slice(match[0].length, match[0].length + 24).replace(/^[：:]/u, ""));
      const named = short === undefined ? undefined : uniqueOrgan(short, organs);
      add(
        at,
        match[0].length + (named === undefined ? 0 : (short?.length ?? 0)),
        named ?? byRoleWord(match[0], organs, parties),
      );
    }
  }
  for (const match of text.matchAll(
    /(?<=^|[，、；：及和与由])[\p{Script=Han}]{1,14}?(?:分局|局|政府|委员会|办事处|街道办|大队|支队)/gu,
  )) {
    const named = uniqueOrgan(match[0], organs);
    if (named !== undefined) add(match.index, match[0].length, named);
  }
  return found.toSorted((a, b) => a.at - b.at);
}

/** The agency a role word stands for by itself: 被告 where there is one, 上诉人 where the agency appealed. */
function byRoleWord(word: string, organs: readonly Organ[], parties: Parties): Mentioned {
  if (OTHERS.test(word)) return "other";
  if (/被告/u.test(word)) return organs.length === 1 ? 0 : "unclear";
  const called = parties.listed.filter((party) => party.word === word);
  const indexes = organs.flatMap(({ name }, index) =>
    called.some((party) => party.name === name) ? [index] : [],
  );
  if (called.length === 0) return "unclear";
  if (indexes.length === 0) return "other";
  return indexes.length === 1 && called.length === 1 ? (indexes[0] ?? "unclear") : "unclear";
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
