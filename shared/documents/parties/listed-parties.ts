import { findPeopleTables, type PeopleRow } from "../labels/people-table.ts";
import { isFullOrgan, isOrgan } from "../names/organ-name.ts";
import { nameAt } from "../names/party-name.ts";
import { ROLE_WORD, type Role, roleOf } from "../names/party-role.ts";
import { isPersonName } from "../names/person-name.ts";
import { COMPLETE } from "../names/undertakings.ts";
import { type FlatText, Gap, gapAt } from "../text/flat-text.ts";

/** A party as the document's head lists it. */
export interface ListedParty {
  readonly name: string;
  readonly role: Role;
  /** What the document calls it: 上诉人, 被告. */
  readonly word: string;
  readonly confidence: number;
  readonly rule: string;
  /** The name's place. */
  readonly start: number;
  readonly end: number;
  /** To where the lines about this party run: its address, representatives and agents. */
  readonly blockEnd: number;
}

const ROLE = new RegExp(
  `(?<role>${ROLE_WORD})(?:人(?=：))?(?:人?（(?<bracket>[^）]{1,24})）)?(?<number>[一二三四五六\\d]{1,2}(?=[：、.（]))?(?:（(?<bracket2>[^）]{1,24})）)?`,
  "gu",
);
/** Where the head of a document ends and its story begins; there 被告 no longer introduces a name. */
const STORY =
  /诉称|辩称|诉讼请求|上诉请求|请求事项|事实(?:与|和|及)理由|法庭调查|经审理查明|审理终结|本院认为|宣读起诉状|上诉理由|发表(?:代理|辩论)意见|一案，/u;
/** What follows a role word in a sentence and is no name. */
const NOT_NAME =
  /^(?:[辩诉]?称|认为|对|未|不服|不|在|向|于|提|委托|代理|法定|负责|的|已|应|与|经|及|系|诉|出庭|到庭|作出|答|当庭|方|单位|是|请|质证|举证|陈述|宣读|发表|最后|同意|无|没|表示|回答|补充|申请|当|可|均|也|主张|因|和|到|有|收到|听|明白|清楚|身份|情况|席|基本|就|：|，|。|、)/u;

const OPENS_WITH_ROLE = new RegExp(`^(?:${ROLE_WORD})`, "u");

/** Family names among the words that begin {@link NOT_NAME}: 于得水, 应某, but not 于本院, 应当. */
const FAMILY =
  /^(?:于(?![本同该今是此\d一二三四五六七八九十○〇])|应(?![当诉予该到])|经(?![查过本审法传合])|和(?![解好])|向(?![本法])|方(?![便式面]))/u;

/** Whether a text is no name but words that follow a role word in a sentence. */
export function isNoName(name: string): boolean {
  return NOT_NAME.test(name) && !(FAMILY.test(name) && isPersonName(name));
}

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
  const rows = findPeopleTables(flat).flatMap((table) => table.rows);
  for (const match of flat.text.matchAll(ROLE)) {
    if (match.index >= limit) break;
    if (!opensParty(flat, match.index)) continue;
    const row = rows.find(({ start, end }) => match.index >= start && match.index < end);
    if (row !== undefined && isHelper(row)) continue;
    let from = match.index + match[0].length;
    const hasColon = flat.text[from] === "：";
    if (hasColon) from++;
    // 原告：原告张三，女: who speaks, and then who that is.
    if (hasColon)
      from += new RegExp(`^(?:${ROLE_WORD})`, "u").exec(flat.text.slice(from, from + 8))?.[0].length ?? 0;
    const { role: word = "", bracket, bracket2 } = match.groups ?? {};
    for (const name of namesFrom(flat, from, Math.min(limit, row?.end ?? limit), hasColon, speakers)) {
      const known = roleOf(word, bracket ?? bracket2 ?? "", name.name);
      if (known !== undefined) found.push({ ...name, ...known, word, at: match.index });
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

/** A role word introduces a party at the start of a line or cell, or behind a mark. */
function opensParty(flat: FlatText, at: number): boolean {
  if (gapAt(flat, at) >= Gap.blank) return true;
  if (/(?:到庭|出庭|参加诉讼|在庭)的?(?:有|是|为)$/u.test(flat.text.slice(Math.max(0, at - 8), at)))
    return true;
  if (/[：；。）】、.]/u.test(flat.text[at - 1] ?? "")) return true;
  // 上诉人（原审原告）徐立，被上诉人（原审被告）…: with its bracket a role word introduces even in the middle of a line.
  return (
    flat.text[at - 1] === "，" &&
    new RegExp(`^(?:${ROLE_WORD})（(?:原审|一审)`, "u").test(flat.text.slice(at, at + 12))
  );
}

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
  while (at < limit && names.length < 100) {
    const number =
      /^（?[一二三四五六七八九\d]{1,2}[）.、．：]/u.exec(flat.text.slice(at, at + 5))?.[0].length ?? 0;
    const found = nameAt(flat, at + number, limit);
    if (
      found === undefined ||
      !isPartyName(flat, found, names.length === 0 && (hasColon || gapAt(flat, from) > Gap.none))
    )
      break;
    names.push(found);
    const next = found.end;
    const mark = flat.text[next] ?? "";
    if (mark === "、" || (/[及和与]/u.test(mark) && gapAt(flat, next) === Gap.none)) at = next + 1;
    else if (mark === "，" && names.length > 0 && continuesList(flat, next + 1, limit)) at = next + 1;
    else if (gapAt(flat, next) >= Gap.blank && continuesList(flat, next, limit)) at = next;
    else {
      const line = numberedLine(flat, next, limit);
      if (number === 0 || line === undefined) break;
      at = line;
    }
  }
  // 被告县公安局：… is somebody speaking.
  const last = names.at(-1);
  return last !== undefined && flat.text[last.end] === "：" && !speakers ? [] : names;
}

/** Whether another whole name stands here, and no label or address. */
function continuesList(flat: FlatText, at: number, limit: number): boolean {
  if (new RegExp(`^(?:${ROLE_WORD})`, "u").test(flat.text.slice(at, at + 6))) return false;
  const numbered =
    /^（?[二三四五六七八九\d]{1,2}[）.、．]/u.exec(flat.text.slice(at, at + 5))?.[0].length ?? 0;
  const found = nameAt(flat, at + numbered, limit);
  if (found === undefined || found.end - found.start > 40) return false;
  const after = flat.text[found.end] ?? "";
  const ends = gapAt(flat, found.end) >= Gap.blank || /[、，。；（]/u.test(after);
  return ends && (isFullOrgan(found.name) || isPersonName(found.name) || /公司$|合作社$/u.test(found.name));
}

/** The next line that goes on with a number (2．…), within this party's lines. */
function numberedLine(flat: FlatText, from: number, limit: number): number | undefined {
  for (let at = from; at < Math.min(limit, from + 160); at++) {
    if (gapAt(flat, at) < Gap.line && !/[；。]/u.test(flat.text[at - 1] ?? "")) continue;
    const text = flat.text.slice(at, at + 8);
    if (new RegExp(`^(?:${ROLE_WORD}|审判|书记|案)`, "u").test(text)) return undefined;
    if (/^（?[二三四五六七八九2-9][）.、．]/u.test(text)) return at;
  }
  return undefined;
}

function isPartyName(
  flat: FlatText,
  { name, start, end }: { name: string; start: number; end: number },
  introduced: boolean,
): boolean {
  if (name.length < 2 || name.length > 45 || isNoName(name) || OPENS_WITH_ROLE.test(name)) return false;
  if (
    /^[\d\-—/]+$/u.test(name) ||
    /[不没未](?:能|会|可|是|有|得)|认为|要求|委托|应当|必须|表示|[我你！]/u.test(name)
  )
    return false;
  const after = flat.text[end] ?? "";
  // 于得水 is a name where it ends, 于庭前 isn't.
  if (NOT_NAME.test(name) && gapAt(flat, end) === Gap.none && !/[，。；：（、]/u.test(after)) return false;
  if (isOrgan(name) || isPersonName(name) || COMPLETE.test(name)) return true;
  if (/^，(?:男|女)(?:，|$)/u.test(flat.text.slice(end, end + 3)) && name.length <= 12) return true;
  if (/[。？；]/u.test(after) || name.length > 12) return false;
  // An unusual name is believed where a form introduces it and its particulars follow.
  return (
    introduced &&
    start > 0 &&
    /^(?:，(?:男|女|住|公民|身份|\d{4}年|曾用名)|（)/u.test(flat.text.slice(end, end + 4))
  );
}
