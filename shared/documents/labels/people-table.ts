import { isOrgan } from "../names/organ-name.ts";
import { isPersonName } from "../names/person-name.ts";
import { isTitle } from "../names/posts.ts";
import { type FlatText, Gap, gapAt, nextGap } from "../text/flat-text.ts";

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
const NOT_CAME =
  /^(?:否|无|未|×|✗|╳|☒|缺席|(?:未|没有|因[^，]{1,12}未)(?:能)?(?:到庭|出庭|到|到场|签到)(?:应诉)?)$/u;
const ROLE =
  /^(?:原审|一审)?(?:原告|被告|第三人|上诉人|被上诉人|被申请人|申请人|再审申请人)(?:方|[一二三四1-4])?(?:（[^）]*）)?/u;
const STANDING = /负责人|代理人|法定代表人|负责同志|代表/u;

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

/** Empty cells leave no trace in a flat text, so what a cell holds is told by its content. */
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

function rowOf(cells: readonly string[]): Omit<PeopleRow, "start" | "end"> {
  const row: { -readonly [Key in keyof PeopleRow]?: PeopleRow[Key] } = {};
  for (const text of cells.flatMap(withoutBracket)) {
    if (row.came === undefined && NOT_CAME.test(text)) row.came = false;
    else if (row.came === undefined && CAME.test(text)) row.came = true;
    else if (row.role === undefined && ROLE.test(text)) {
      row.role = text;
      const rest = text.replace(ROLE, "").replace(/^[：的]/u, "");
      if (isOrgan(rest)) row.organ = rest;
      else if (STANDING.test(rest)) row.standing = rest;
    } else if (row.organ === undefined && isOrgan(text)) row.organ = text;
    else if (row.standing === undefined && STANDING.test(text) && text.length <= 14) row.standing = text;
    else if (row.name === undefined && isPersonName(text)) row.name = text;
    else if (row.title === undefined && isTitle(text)) row.title = text;
    else if (row.name === undefined && /^\p{Script=Han}{2,4}$/u.test(text)) row.name = text;
  }
  return row;
}
