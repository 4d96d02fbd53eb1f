/** Which parties does the head of a document list, each with its role before its name? 原告：张三，男… · 被告：沂水县公安局. */
import { findPeopleTables, type PeopleRow } from "../labels/people-table.ts";
import { isFullOrgan, isOrgan } from "../names/organ-name.ts";
import { nameAt } from "../names/party-name.ts";
import { ROLE_WORD, type Role, roleOf } from "../names/party-role.ts";
import { isPersonName } from "../names/person-name.ts";
import type { Confidence } from "../text/confidence.ts";
import { type FlatText, Gap, gapAt } from "../text/flat-text.ts";
import { ruleTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";
import { isPartyName } from "./listed-name.ts";

/** A party as the document's head lists it. */
export interface ListedParty {
  readonly name: string;
  readonly role: Role;
  /** What the document calls it: 上诉人, 被告. */
  readonly word: string;
  readonly confidence: Confidence;
  readonly rule: string;
  /** The name's place. */
  readonly start: number;
  readonly end: number;
  /** To where the lines about this party run: its address, representatives and agents. */
  readonly blockEnd: number;
}

const bracket = (name: string) => `（(?<${name}>(?!简称)[^）]{1,24})）`;
/** 被告人：, 被告全称：, 上诉人（原审被告）: a word more before the colon, or the bracket. */
const BEHIND_WORD = `(?:（(?:自然人|法人[^）]{0,8}|行政机关)）(?=姓名|名称))?(?:(?:人|单位)?(?:全称|名称|姓名)?(?:（全称）)?(?=：))?(?:人?${bracket("bracket")})?`;
const NUMBER = String.raw`(?:[一二三四五六\d]{1,2}(?=[：、.（]))?`;
/** 上诉人（原审被告）, 被告一（原审第三人）： */
const ROLE = new RegExp(`(?<role>${ROLE_WORD})${BEHIND_WORD}${NUMBER}(?:${bracket("bracket2")})?`, "gu");
const OPENS_WITH_ROLE = new RegExp(`^${ROLE_WORD}`, "u");
/** 上诉人（原审原告）徐立，被上诉人（原审被告）…: with its bracket or colon a role word introduces even in the middle of a line. */
const ROLE_WITH_MARK = new RegExp(`^${ROLE_WORD}(?:（(?:原审|一审)|：)`, "u");
const OPENS_ANOTHER_LINE = new RegExp(`^${anyOf([ROLE_WORD, "审判", "书记", "案"])}`, "u");

const OPENINGS_OF_STORY = wordList(`
  诉称 辩称 诉讼请求 上诉请求 请求事项 事实(?:与|和|及)理由 法庭调查 经审理查明 审理终结 本院认为
  宣读起诉状 上诉理由 发表(?:代理|辩论)意见 一案，
  [向至]本院(?:依法)?(?:提起|提出|起诉|上诉) 诉至本院 (?:开庭|公开|依法)审理了本案 到庭参加了?诉讼(?!的)`);
/** Where the head of a document ends and its story begins; there 被告 no longer introduces a name. */
const STORY = new RegExp(anyOf(OPENINGS_OF_STORY), "u");
/** No document is read for more parties: of whoever sues with hundreds of others a person must see the rest. */
export const MOST_PARTIES = 500;
/** The lines about one party of a numbered list are no longer. */
const LONGEST_BLOCK = 160;
const LONGEST_LISTED = 40;

/** The parties of a document's head. Where no list names a side, those who speak for it do: 原告袁某、高某：到庭。 */
export function partiesInHead(flat: FlatText): readonly ListedParty[] {
  const listed = listedParties(flat, false);
  const missing = (["plaintiff", "respondent"] as const).filter(
    (role) => !listed.some((party) => party.role === role),
  );
  if (missing.length === 0 || listed.length === 0) return listed;
  const speakers = listedParties(flat, true).filter(
    ({ role, name }) => missing.some((one) => one === role) && (role === "plaintiff" || isFullOrgan(name)),
  );
  return [...listed, ...speakers].toSorted((a, b) => a.start - b.start);
}

function listedParties(flat: FlatText, speakers: boolean): ListedParty[] {
  const limit = headEnd(flat);
  const found: (Omit<ListedParty, "blockEnd"> & { at: number })[] = [];
  const names = new Set<string>();
  const ends = new Set<number>();
  const rows = findPeopleTables(flat).flatMap((table) => table.rows);
  for (const match of flat.text.matchAll(ROLE)) {
    if (match.index >= limit || names.size >= MOST_PARTIES) break;
    if (!ends.has(match.index) && INTRODUCES.decide({ flat, at: match.index }) === undefined) continue;
    const row = rows.find(({ start, end }) => match.index >= start && match.index < end);
    if (row !== undefined && isHelper(row)) continue;
    let from = match.index + match[0].length;
    // 被告一 沂水县公安局: a number behind which the line has a gap.
    if (/[一二三四五六七八九\d]/u.test(flat.text[from] ?? "") && gapAt(flat, from + 1) >= Gap.blank) from++;
    const hasColon = flat.text[from] === "：";
    if (hasColon) from++;
    // 原告：原告张三，女: who speaks, and then who that is.
    if (hasColon) from += OPENS_WITH_ROLE.exec(flat.text.slice(from, from + 8))?.[0].length ?? 0;
    const { role: word = "", bracket: before, bracket2: behind } = match.groups ?? {};
    for (const name of namesFrom(flat, from, Math.min(limit, row?.end ?? limit), hasColon, speakers)) {
      ends.add(name.end);
      names.add(name.name);
      found.push({ ...name, ...roleOf(word, before ?? behind ?? "", name.name), word, at: match.index });
    }
  }
  // 审判长：被告韦庄，你… speaks to a person; where an agency is sued no person is.
  const isAgency = ({ role, name }: { role: Role; name: string }) => role === "respondent" && isOrgan(name);
  const sued = found.some(isAgency)
    ? found.filter((party) => party.role !== "respondent" || !isPersonName(party.name))
    : found;
  return sued.map((party, index) => {
    const next = sued[index + 1];
    const blockEnd = Math.min(next === undefined ? limit : next.at > party.at ? next.at : next.start, limit);
    const { at: _, ...rest } = party;
    return { ...rest, blockEnd };
  });
}

/** Where the story begins, but not before the sentence it stands in. */
function headEnd(flat: FlatText): number {
  const found = STORY.exec(flat.text);
  if (found === null) return flat.text.length;
  let at = found.index;
  while (at > 0 && gapAt(flat, at) < Gap.paragraph && !/[。；]/u.test(flat.text[at - 1] ?? "")) at--;
  return at;
}

/** A place where a role word stands. */
interface Place {
  readonly flat: FlatText;
  readonly at: number;
}

/** Where a role word introduces a party; elsewhere it speaks of one. Asked of the few words before it. */
const INTRODUCES = ruleTable(
  "role-word-that-introduces",
  ({ flat, at }: Place) => flat.text.slice(Math.max(0, at - 8), at),
  [
    {
      name: "behind-a-gap",
      of: ({ flat, at }) => gapAt(flat, at) >= Gap.blank,
      says: true,
      example: "原告：张三\n被告：沂水县公安局",
    },
    {
      name: "behind-who-came",
      of: /(?:到庭|出庭|参加诉讼|在庭)的?(?:有|是|为)$/u,
      says: true,
      example: "到庭的有原告张三",
    },
    { name: "behind-a-mark", of: /[：；。）】、.]$/u, says: true, example: "张三；被告沂水县公安局" },
    {
      name: "with-its-bracket-or-colon",
      of: ({ flat, at }) => flat.text[at - 1] === "，" && ROLE_WITH_MARK.test(flat.text.slice(at, at + 12)),
      says: true,
      example: "徐立，被上诉人（原审被告）沂水县公安局",
    },
  ],
);

/** A row of a table of persons who stand there for a party: a head, an agent. */
function isHelper({ role = "", organ, name, title, standing }: PeopleRow): boolean {
  if (organ !== undefined && name === undefined) return false;
  return standing !== undefined || title !== undefined || /被告|被上诉人/u.test(role);
}

/** One name, or a list by marks, blanks or numbered lines. */
function namesFrom(
  flat: FlatText,
  from: number,
  limit: number,
  hasColon: boolean,
  speakers: boolean,
): { name: string; start: number; end: number }[] {
  const names: { name: string; start: number; end: number }[] = [];
  let at = from;
  while (at < limit && names.length < MOST_PARTIES) {
    const number =
      /^（?[一二三四五六七八九\d]{1,2}[）.、．：]/u.exec(flat.text.slice(at, at + 5))?.[0].length ?? 0;
    const found = nameAt(flat, at + number, limit);
    const isIntroduced = names.length === 0 && (hasColon || gapAt(flat, from) > Gap.none);
    if (found === undefined || !isPartyName(flat, found, isIntroduced)) break;
    names.push(found);
    const next = nextName(flat, found.end, limit, names.length) ?? lineOfList(flat, found.end, limit, number);
    if (next === undefined) break;
    at = next;
  }
  // 被告县公安局：… is somebody speaking.
  const last = names.at(-1);
  return last !== undefined && flat.text[last.end] === "：" && !speakers ? [] : names;
}

/** Where the next name of a list begins, behind a mark, a conjunction or a gap. */
function nextName(flat: FlatText, end: number, limit: number, count: number): number | undefined {
  const mark = flat.text[end] ?? "";
  if (mark === "、" || (/[及和与]/u.test(mark) && gapAt(flat, end) === Gap.none)) return end + 1;
  if (mark === "，" && count > 0 && continuesList(flat, end + 1, limit)) return end + 1;
  return gapAt(flat, end) >= Gap.blank && continuesList(flat, end, limit) ? end : undefined;
}

/** Whether another whole name stands here, and no label or address. */
function continuesList(flat: FlatText, at: number, limit: number): boolean {
  if (OPENS_WITH_ROLE.test(flat.text.slice(at, at + 6))) return false;
  const numbered =
    /^（?[二三四五六七八九\d]{1,2}[）.、．]/u.exec(flat.text.slice(at, at + 5))?.[0].length ?? 0;
  const found = nameAt(flat, at + numbered, limit);
  if (found === undefined || found.end - found.start > LONGEST_LISTED) return false;
  const after = flat.text[found.end] ?? "";
  const ends = gapAt(flat, found.end) >= Gap.blank || /[、，。；（]/u.test(after);
  return ends && (isFullOrgan(found.name) || isPersonName(found.name) || /公司$|合作社$/u.test(found.name));
}

/** The next line of a numbered list (2．…), within this party's lines. */
function lineOfList(flat: FlatText, from: number, limit: number, number: number): number | undefined {
  if (number === 0) return undefined;
  for (let at = from; at < Math.min(limit, from + LONGEST_BLOCK); at++) {
    if (gapAt(flat, at) < Gap.line && !/[；。]/u.test(flat.text[at - 1] ?? "")) continue;
    const text = flat.text.slice(at, at + 8);
    if (OPENS_ANOTHER_LINE.test(text)) return undefined;
    if (/^（?[二三四五六七八九2-9][）.、．]/u.test(text)) return at;
  }
  return undefined;
}
