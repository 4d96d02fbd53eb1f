/** In a list of who is present: where does a line's value end, and whose line is it? */
import { isPersonName } from "../../names/person-name.ts";
import { isTitle } from "../../names/posts.ts";
import type { ListedParty } from "../../parties/listed-parties.ts";
import type { Parties } from "../../parties/parties.ts";
import { type FlatText, Gap, gapAt, nextGap, withBlanksBetweenCells } from "../../text/flat-text.ts";
import { readingTable } from "../../text/rule-table.ts";
import { startInLine } from "../../text/sentences.ts";
import { anyOf, wordList } from "../../text/words.ts";
import { type Mention, type Mentioned, mentionsIn, type Organ } from "./organs.ts";

/** Labels of who speaks for a party, and of what it is. */
const LABELS_OF_PARTY = wordList(`
  法定代表人 主要负责人 委托代理人 委托诉讼代理人 诉讼代理人 代理人
  出庭负责人 出庭应诉负责人 行政机关负责人 统一社会信用代码 住所地? 地址 联系电话 电话 代理权限
`);
const LABELS_OF_HEARING = wordList(`
  未出庭原因 开庭时间 案由 审判长 审判员 书记员 人民陪审员 原告 被告 第三人 上诉人 被上诉人
`);
/** What ends a label's value in a list of who is present. */
const NEXT_LABEL = new RegExp(
  `^${anyOf(LABELS_OF_PARTY, LABELS_OF_HEARING)}(?=：|，|[\\p{Script=Han}]|$)`,
  "u",
);
/** Any label, or the number of a list's next line. */
const OPENS_LINE = /^[\p{Script=Han}（）]{1,16}：|^[一二三四五六七八九\d]{1,2}[、.．]/u;
/** No label's value is longer. */
const LONGEST_VALUE = 160;
const LONGEST_REMARK = 40;

/** Words that say a listed person is not there. */
export const NOT_HERE = /(?:未|没有|没|不能|无法)(?:能)?(?:到庭|出庭|到场|参加|来)|缺席/u;
/** 1. · （二） · 三、: what numbers a line of a list. */
export const NUMBERED = /^[（(]?[\d一二三四五六七八九十]{1,2}[）).、．]$/u;

/** Whether the person came, as a remark says it behind the full stop. */
const HOW_THEY_CAME = anyOf(wordList("已 今天 本人 亲自 未 没有 未能"));
const CAME_OR_NOT = `(?:${HOW_THEY_CAME}*(?:到庭|出庭|到场|参加诉讼)+|缺席)`;
const REMARK = new RegExp(`^（?${CAME_OR_NOT}）?(?=[。；，]|$|[^\\p{Script=Han}])`, "u");

/** To the end of the paragraph or the next label; on the next line where the label's own is empty. */
export function valueAfter(flat: FlatText, from: number): { start: number; end: number } {
  let start = from;
  if (/[：，]/u.test(flat.text[start] ?? "") && gapAt(flat, start) < Gap.line) start++;
  if (start >= flat.text.length) return { start, end: start };
  const startsLine = gapAt(flat, start) >= Gap.line;
  if (startsLine && (isLabelAt(flat, start) || OPENS_LINE.test(flat.text.slice(start, start + 18))))
    return { start, end: start };
  let end = start + 1;
  while (end < flat.text.length && end - start < LONGEST_VALUE && !endsValue(flat, end, startsLine)) end++;
  return { start, end: end + remarkAt(flat, end) };
}

function endsValue(flat: FlatText, at: number, startsLine: boolean): boolean {
  const gap = gapAt(flat, at);
  const before = flat.text[at - 1] ?? "";
  if (gap >= Gap.paragraph || (gap >= Gap.line && startsLine) || /[。；？]/u.test(before)) return true;
  return (gap >= Gap.blank || /[，、]/u.test(before)) && isLabelAt(flat, at);
}

function isLabelAt(flat: FlatText, at: number): boolean {
  return NEXT_LABEL.test(flat.text.slice(at, at + 12));
}

/** 局长。到庭 · 副局长。（未到庭）: behind the full stop it still says whether the one listed came. */
function remarkAt(flat: FlatText, at: number): number {
  if (gapAt(flat, at) >= Gap.line || !/[。；]/u.test(flat.text[at - 1] ?? "")) return 0;
  const words = flat.text.slice(at, nextGap(flat, at + 1, Gap.line, at + LONGEST_REMARK));
  return REMARK.exec(words)?.[0].length ?? 0;
}

/** A line of a list, with whom it names before its label and among whose lines it stands. */
interface ListLine {
  /** The words of the line up to the label's own first ones. */
  readonly words: string;
  readonly named: Mention | undefined;
  readonly owner: ListedParty | undefined;
  readonly organs: readonly Organ[];
}

/** An agency that no list names stands among the lines of whoever is listed last. */
function isOnlyOneAndUnlisted({ organs, named }: ListLine): boolean {
  return organs.length === 1 && organs[0]?.listed === undefined && named?.who !== "other";
}

const WHOSE_LINE = readingTable<ListLine, Mentioned>("whose-line-of-a-list", [
  {
    name: "named-in-the-line",
    reads: ({ named }) =>
      named === undefined || named.who === "unclear" || named.who === "other" ? undefined : named.who,
    example: "被告沂水县公安局委托代理人：钱某",
  },
  {
    name: "among-an-agency-s-lines",
    reads({ owner, organs }) {
      const index = organs.findIndex(({ name }) => name === owner?.name);
      return index === -1 ? undefined : index;
    },
    example: "被告：沂水县公安局 / 委托代理人：钱某",
  },
  {
    name: "below-the-plaintiff-s",
    reads: (line) => (line.owner?.role === "plaintiff" && isOnlyOneAndUnlisted(line) ? 0 : undefined),
    example: "原告：张三 / 出庭负责人：周强，副局长",
  },
  {
    name: "said-to-be-the-agency-s",
    reads: (line) =>
      line.owner !== undefined && isOnlyOneAndUnlisted(line) && /被告|被上诉人|行政机关/u.test(line.words)
        ? 0
        : undefined,
    example: "第三人：李四 / 行政机关出庭负责人：周强，副局长",
  },
  {
    name: "among-another-s-lines",
    reads: ({ owner }) => (owner === undefined ? undefined : "other"),
    example: "原告：张三 / 委托代理人：孙某，律师",
  },
  {
    name: "only-one-agency",
    reads: ({ organs }) => (organs.length === 1 ? 0 : undefined),
    example: "出庭人员：钱某，沂水县公安局民警",
  },
]);

/** The agency a list's line belongs to: named in the line before the label, else the party whose lines these are. */
export function organOf(flat: FlatText, at: number, organs: readonly Organ[], parties: Parties): Mentioned {
  const start = startInLine(flat, at);
  const line: ListLine = {
    words: flat.text.slice(start, at + 6),
    named: mentionsIn(flat.text.slice(start, at), organs, parties).at(-1),
    owner: parties.listed.findLast((party) => party.start <= at && at < party.blockEnd),
    organs,
  };
  return WHOSE_LINE.decide(line)?.verdict ?? "unclear";
}

/** The words of a listed person, with blanks where cells and whole words part: 龙涛 | 职务 | 副局长, 龙 涛 副局长. */
export function personText(flat: FlatText, { start, end }: { start: number; end: number }): string {
  return withBlanksBetweenCells(flat, start, end, (word) => isPersonName(word) || isTitle(word)).replace(
    /^(?:姓名(?:及职务|、职务)?|及职务)：?/u,
    "",
  );
}
