/**
 * Where does a party's name end that begins at a place? At a mark, a bracket, the particulars behind it or the end of
 * its line, unless the name goes on there: long names run over lines, and cells are narrow.
 */
import { type FlatText, Gap, gapAt, nextGap } from "../text/flat-text.ts";
import { ruleTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";
import { isFullOrgan, isOrgan, organAtStart } from "./organ-name.ts";
import { isPersonName } from "./person-name.ts";
import { COMPLETE, PARTNERSHIP } from "./undertakings.ts";

/** Longer names are none of a party's; a text without any mark is not followed farther. */
const LONGEST_NAME = 120;

/** Where somebody lives or sits. 住 alone would cut 住房和城乡建设局. */
const RESIDENCE = wordList("住所地? 住址 地址 现住 户籍 营业场所 经营场所 工作单位");
const IDENTITY = wordList(`
  身份证 公民身份 统一社会 社会信用 组织机构 机构代码 性别 民族 出生 年龄 职务 职业
  联系电话 联系方式 电话 手机 邮编`);
const REPRESENTATIVES = wordList(`
  法定代表 负责人 主要负责 经营者 委托诉讼 委托代理 诉讼代理 诉讼代表 代理人
  的(?:出庭|委托|负责|法定|诉讼|代理|应诉|行政机关) 及其 及委托 和委托`);
const ATTENDANCE = wordList("出庭 未到庭 到庭 分别 共同(?!体) 先后");
/** What the sentence goes on with: 因与…, 不服…, 经本院传唤…. */
const SENTENCE = wordList(`
  因与 因不服 不服 因诉 诉(?!讼) 与被 对被 因?认为 系 以下简称 经(?:合法|依法|本院|传票|公告|两次)?传(?:唤|票)`);
/** What stands behind a party's name and is no part of it. */
const PARTICULARS = anyOf(RESIDENCE, IDENTITY, REPRESENTATIVES, ATTENDANCE, SENTENCE);
const BEGINS_PARTICULARS = new RegExp(`^${PARTICULARS}`, "u");
const HAS_PARTICULARS = new RegExp(PARTICULARS, "u");
/** How far to look for the words that begin a party's particulars. */
const PARTICULARS_WITHIN = 8;

const PEOPLE = wordList(`
  的 党[组委](?:成员|委员|书记|副书记) 副?[局厅县市区镇乡]长 副?主任 副?政委 总[工规经会农] 工作人员 法制[科股室]`);
/** What an agency's people are called right behind its name: 水利局副局长艾青, 公安局的副政委. */
const OWN_PEOPLE = new RegExp(`^${anyOf(PEOPLE)}`, "u");
/** Whoever else is named on the line is no part of the name before. */
const ANOTHER_PARTY = /原告|被告|第三人|上诉人|申请人/u;

/** 张三被告沂水县公安局, where a paper lost its lines; 被告知 is no role. */
const NEXT_ROLE = /^(?:原告|被告(?!知)|被上诉人|上诉人|第三人)/u;

function isWhole(name: string): boolean {
  return isPersonName(name) || COMPLETE.test(name) || isFullOrgan(name);
}

/** A name read at a place of the text, and the place behind it. */
export interface NameAt {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A name as far as it was read, and what may be looked at. */
interface Reading {
  readonly flat: FlatText;
  readonly start: number;
  readonly end: number;
  readonly limit: number;
}

const SEX_AND_PEOPLE = /^[男女]\p{Script=Han}{1,4}族/u;

const NAME_ENDS = ruleTable(
  "end-of-a-partys-name",
  ({ flat, end }: Reading) => flat.text.slice(end, end + 8),
  [
    {
      name: "line-ends-and-name-is-complete",
      of: endsWithLine,
      says: true,
      example: "原告：张三\n被告：沂水县公安局",
    },
    {
      name: "blank-parts-words",
      of: ({ flat, start, end, limit }) =>
        end > start && gapAt(flat, end) === Gap.blank && !goesOnBehindBlank(flat, start, end, limit),
      says: true,
      example: "原告 张三 李四",
    },
    { name: "mark", of: /^[，。；：？、/]/u, says: true, example: "原告张三，男" },
    {
      name: "bracket-with-a-remark",
      of: ({ flat, start, end, limit }) =>
        flat.text[end] === "（" && behindBracket(flat, start, end, limit) === undefined,
      says: true,
      example: "李四（原审第三人）",
    },
    {
      name: "particulars",
      of: ({ flat, start, end }) => end > start && particularsAt(flat, end),
      says: true,
      example: "沂水县公安局住所地沂水县城",
    },
    {
      name: "role-of-the-next-party",
      of: ({ flat, start, end }) =>
        NEXT_ROLE.test(flat.text.slice(end, end + 4)) && isWhole(flat.text.slice(start, end)),
      says: true,
      example: "原告张三被告沂水县公安局",
    },
    {
      name: "people-of-the-agency",
      of: ({ flat, start, end }) =>
        OWN_PEOPLE.test(flat.text.slice(end, end + 5)) && isFullOrgan(flat.text.slice(start, end)),
      says: true,
      example: "沂水县水利局副局长艾青",
    },
    {
      name: "sex",
      of: ({ flat, start, end }) =>
        end > start + 1 &&
        (SEX_AND_PEOPLE.test(flat.text.slice(end, end + 6)) ||
          (/^(?:男|女)(?:，|$|\d|[^\p{Script=Han}])/u.test(flat.text.slice(end, end + 2)) &&
            gapAt(flat, end) >= Gap.blank)),
      says: true,
      example: "原告张三 男，汉族",
    },
  ],
);

/**
 * Reads a party's name at a place: to the first mark or particulars. A line break ends it only where the name
 * can be complete, for long names run over the line.
 */
export function nameAt(flat: FlatText, start: number, limit: number): NameAt | undefined {
  if (particularsAt(flat, start)) return undefined;
  const last = Math.min(limit, start + LONGEST_NAME);
  let end = start;
  while (end < last) {
    const next = goesOnAt({ flat, start, end, limit });
    if (next === undefined && NAME_ENDS.decide({ flat, start, end, limit }) !== undefined) break;
    end = next ?? end + 1;
  }
  const name = tidyName(flat.text.slice(start, end));
  return name === "" ? undefined : { name, start, end };
}

/** Behind what would end a name and belongs to it: （集团）, or the agency inside an agency on the next line. */
function goesOnAt({ flat, start, end, limit }: Reading): number | undefined {
  if (endsWithLine({ flat, start, end, limit }))
    return gapAt(flat, end) >= Gap.line ? behindPartOnNextLine(flat, start, end, limit) : undefined;
  const blank = end > start && gapAt(flat, end) === Gap.blank;
  if (flat.text[end] !== "（" || (blank && !goesOnBehindBlank(flat, start, end, limit))) return undefined;
  return behindBracket(flat, start, end, limit);
}

function particularsAt(flat: FlatText, at: number): boolean {
  return BEGINS_PARTICULARS.test(flat.text.slice(at, at + PARTICULARS_WITHIN));
}

/** 等三人, 等人 and numbers of a list are no part of a name. */
export function tidyName(text: string): string {
  return text
    .replace(/^(?:[一二三四五六七八九十\d]{1,2}[.、：]?|[.·-])(?=\p{Script=Han})/u, (match) =>
      /[.、：]$|\d/u.test(match) ? "" : match,
    )
    .replace(/等(?:[\d一二三四五六七八九十百两]+(?:人|户|名|家|位).*|人|)$/u, "")
    .replace(/[.·\-~*]+$/u, (marks) => (marks.includes("*") ? marks : ""));
}

/** （集团） within a company's name belongs to it; （原审被告）or（原国土局）behind a name doesn't. */
function behindBracket(flat: FlatText, start: number, open: number, limit: number): number | undefined {
  const close = flat.text.slice(open, open + 15).indexOf("）") + open;
  if (close < open || close >= limit) return undefined;
  const rest = /^[\p{Script=Han}a-zA-Z0-9]{1,20}/u.exec(flat.text.slice(close + 1, limit))?.[0] ?? "";
  // 某某模具厂（普通合伙）: the form of a partnership ends its name.
  if (IS_PARTNERSHIP.test(flat.text.slice(open + 1, close))) return close + 1;
  if (open === start || gapAt(flat, close + 1) >= Gap.blank) return undefined;
  return COMPLETE.test(rest) || /(?:公司|集团|合作社|中心|厂)/u.test(rest) ? close + 1 : undefined;
}

const IS_PARTNERSHIP = new RegExp(`^${PARTNERSHIP}$`, "u");

/** Whether a line or a cell ends here, and the name with it. */
function endsWithLine({ flat, start, end, limit }: Reading): boolean {
  const gap = gapAt(flat, end);
  return (
    end > start &&
    gap >= Gap.cell &&
    canBeComplete(flat.text.slice(start, end), gap) &&
    !goesOnBelow(flat, start, end, limit)
  );
}

/** 临沂市公安局 / 兰山分局，住所地…: a line that ends one agency's name may go on with the agency inside it. */
function behindPartOnNextLine(flat: FlatText, start: number, end: number, limit: number): number | undefined {
  const word = /^[\p{Script=Han}]{2,14}(?=[，（。])/u.exec(
    flat.text.slice(end, Math.min(end + 16, limit)),
  )?.[0];
  if (word === undefined || HAS_PARTICULARS.test(word) || ANOTHER_PARTY.test(word)) return undefined;
  const name = flat.text.slice(start, end);
  return isOrgan(name) && isOrgan(name + word) && !/[省市县区旗]/u.test(word) ? end + word.length : undefined;
}

/** 临沂市自然资源 / 和规划局 in a narrow cell: only with the next line is it a whole name. */
function goesOnBelow(flat: FlatText, start: number, end: number, limit: number): boolean {
  const name = flat.text.slice(start, end);
  if (gapAt(flat, end) < Gap.line || isOrgan(name) || COMPLETE.test(name) || isPersonName(name)) return false;
  const next = Math.min(nextGap(flat, end + 1, Gap.cell, end + 21), limit);
  const line = /^[\p{Script=Han}（）]{1,20}/u.exec(flat.text.slice(end, next))?.[0] ?? "";
  // 临沂 / 市教育局的副局长: the name goes on below, and its people behind it.
  const organ = organAtStart(flat.text.slice(start, start + 40));
  const runsOn = organ !== undefined && start + organ.length > end && organ.startsWith(name);
  if (runsOn && isFullOrgan(organ) && !ANOTHER_PARTY.test(organ)) return true;
  const isLabelled = flat.text[end + line.length] === "：" || ANOTHER_PARTY.test(line);
  return !isLabelled && (isFullOrgan(name + line) || COMPLETE.test(name + line));
}

function canBeComplete(name: string, gap: number): boolean {
  if (gap === Gap.paragraph || gap === Gap.cell) return true;
  return isOrgan(name) || COMPLETE.test(name) || name.length <= 3;
}

/** 张 三 is one name, 张三 李四 are two; a blank inside a long name is the page's. */
function goesOnBehindBlank(flat: FlatText, start: number, end: number, limit: number): boolean {
  const name = flat.text.slice(start, end);
  // 沂水县公安局 交警大队: an organ inside it may follow.
  if (isOrgan(name) || COMPLETE.test(name)) return false;
  let next = end + 1;
  while (next < limit && gapAt(flat, next) === Gap.none && /\p{Script=Han}/u.test(flat.text[next] ?? ""))
    next++;
  const word = flat.text.slice(end, next);
  if (BEGINS_PARTICULARS.test(word) || /^[男女与诉及和]$/u.test(word)) return false;
  // 沂水 县公安局 goes on; 张三 李四 are two.
  return !isPersonName(name) || word.length === 1 || /^[省市县区旗镇乡]/u.test(word);
}
