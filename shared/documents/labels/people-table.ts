/** Who came to a hearing by a table of persons: 被告 | 龙涛 | 副局长 | 出庭负责人 | 是? */
import { isOrgan } from "../names/organ-name.ts";
import { isPersonName } from "../names/person-name.ts";
import { isTitle } from "../names/posts.ts";
import { type FlatText, Gap, gapAt, nextGap } from "../text/flat-text.ts";
import { readingTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";

/** A row of a table of who came to a hearing: 被告 | 龙涛 | 副局长 | 出庭负责人 | 是. */
export interface PeopleRow {
  readonly start: number;
  readonly end: number;
  /** 原告, 被告, 第三人, with what follows it: 被告代理人. */
  readonly role?: string;
  readonly organ?: string;
  readonly name?: string;
  readonly title?: string;
  /** 出庭负责人, 委托代理人, 法定代表人. */
  readonly standing?: string;
  /** Absent where the row doesn't say. */
  readonly came?: boolean;
}

export interface PeopleTable {
  readonly start: number;
  readonly end: number;
  /** Whether the heading has a column that says who came. */
  readonly saysWhoCame: boolean;
  readonly rows: readonly PeopleRow[];
}

const NAME_HEADING = /姓名|名称/u;
const OTHER_HEADING = /职务|职位|身份|诉讼地位|诉讼身份|地位|到庭|出庭|签到|单位|当事人/u;
const CAME_HEADING = /(?:是否|有无)?(?:已)?(?:到庭|出庭|签到)(?:情况|与否)?/u;
const CAME = /^(?:是|有|到|已到|√|✓|✔|☑|(?:已|均|准时)?(?:到庭|出庭|在庭|到场|签到)(?:应诉)?)$/u;
const NOT_CAME_MARKS = wordList("否 无 未 × ✗ ╳ ☒ 缺席");
const NOT_CAME_WORDS = "(?:未|没有|因[^，]{1,12}未)(?:能)?(?:到庭|出庭|到|到场|签到)(?:应诉)?";
const NOT_CAME = new RegExp(`^${anyOf(NOT_CAME_MARKS, [NOT_CAME_WORDS])}$`, "u");
const ROLE_WORDS = wordList("原告 被告 第三人 上诉人 被上诉人 被申请人 申请人 再审申请人");
const ROLE = new RegExp(`^(?:原审|一审)?${anyOf(ROLE_WORDS)}(?:方|[一二三四1-4])?(?:（[^）]*）)?`, "u");
const STANDING = /负责人|代理人|法定代表人|负责同志|代表/u;
const LONGEST_STANDING = 14;

/** The tables of a text whose heading names persons and what they are; rows go on to the first line without cells. */
export function findPeopleTables(flat: FlatText): PeopleTable[] {
  const tables: PeopleTable[] = [];
  for (let start = 0; start < flat.text.length; ) {
    const heading = cellsOf(flat, start);
    const end = nextGap(flat, start + 1, Gap.line);
    if (!isHeading(heading)) {
      start = end;
      continue;
    }
    const saysWhoCame = heading.some(({ text }) => CAME_HEADING.test(text) && !/负责人/u.test(text));
    const rows: PeopleRow[] = [];
    let at = end;
    while (at < flat.text.length) {
      const cells = cellsOf(flat, at);
      if (cells.length < 2 && !(cells[0] !== undefined && isOrgan(cells[0].text))) break;
      if (cells.some(({ text }) => /：./u.test(text))) break;
      const next = nextGap(flat, at + 1, Gap.line);
      rows.push({ start: at, end: next, ...rowOf(cells.map(({ text }) => text)) });
      at = next;
    }
    if (rows.length > 0) tables.push({ start, end: at, saysWhoCame, rows });
    start = Math.max(at, end);
  }
  return tables;
}

function isHeading(cells: readonly Cell[]): boolean {
  return (
    cells.length >= 2 &&
    cells.every(({ text }) => text.length <= 12 && !text.includes("：")) &&
    cells.some(({ text }) => NAME_HEADING.test(text)) &&
    cells.some(({ text }) => OTHER_HEADING.test(text) && !NAME_HEADING.test(text))
  );
}

interface Cell {
  readonly text: string;
}

/** Empty cells leave no trace in a flat text, so what a cell holds follows from its content. */
function cellsOf(flat: FlatText, start: number): Cell[] {
  const cells: Cell[] = [];
  const end = nextGap(flat, start + 1, Gap.line);
  for (let at = start; at < end; ) {
    const next = Math.min(nextGap(flat, at + 1, Gap.cell), end);
    cells.push({ text: flat.text.slice(at, next) });
    at = next;
  }
  return gapAt(flat, start) >= Gap.line ? cells : [];
}

/** 到庭（出庭负责人） says two things. */
function withoutBracket(text: string): string[] {
  const [, said = "", remark = ""] = /^([^（）]{1,6})（([^（）]+)）$/u.exec(text) ?? [];
  return remark !== "" && (CAME.test(said) || NOT_CAME.test(said)) ? [said, remark] : [text];
}

type Row = Omit<PeopleRow, "start" | "end">;

/** A cell, and what the cells before it said; nothing is said twice in a row. */
interface Next {
  readonly text: string;
  readonly row: Row;
}

const CELL = readingTable<Next, Row>("cell-of-a-table-of-persons", [
  {
    name: "stayed-away",
    reads: ({ text, row }) => (row.came === undefined && NOT_CAME.test(text) ? { came: false } : undefined),
    example: "未到庭",
  },
  {
    name: "came",
    reads: ({ text, row }) => (row.came === undefined && CAME.test(text) ? { came: true } : undefined),
    example: "到庭",
  },
  {
    name: "role",
    reads: ({ text, row }) => (row.role === undefined && ROLE.test(text) ? roleIn(text) : undefined),
    example: "被告代理人",
  },
  {
    name: "agency",
    reads: ({ text, row }) => (row.organ === undefined && isOrgan(text) ? { organ: text } : undefined),
    example: "沂水县公安局",
  },
  {
    name: "standing",
    reads: ({ text, row }) =>
      row.standing === undefined && STANDING.test(text) && text.length <= LONGEST_STANDING
        ? { standing: text }
        : undefined,
    example: "出庭负责人",
  },
  {
    name: "person",
    reads: ({ text, row }) => (row.name === undefined && isPersonName(text) ? { name: text } : undefined),
    example: "龙涛",
  },
  {
    name: "title",
    reads: ({ text, row }) => (row.title === undefined && isTitle(text) ? { title: text } : undefined),
    example: "副局长",
  },
  {
    name: "unusual-name",
    reads: ({ text, row }) =>
      row.name === undefined && /^\p{Script=Han}{2,4}$/u.test(text) ? { name: text } : undefined,
    example: "旺儿某",
  },
]);

function rowOf(cells: readonly string[]): Row {
  const row: Row = {};
  for (const text of cells.flatMap(withoutBracket)) Object.assign(row, CELL.decide({ text, row })?.verdict);
  return row;
}

/** 被告代理人, 被告沂水县公安局: a role, and behind it the agency or what the person is for it. */
function roleIn(text: string): Row {
  const rest = text.replace(ROLE, "").replace(/^[：的]/u, "");
  if (isOrgan(rest)) return { role: text, organ: rest };
  return STANDING.test(rest) ? { role: text, standing: rest } : { role: text };
}
