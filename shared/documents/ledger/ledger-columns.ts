/**
 * What the columns of a court's ledger (台账) mean, by their headings. Courts word and arrange them as they like:
 * titles above, headings over two rows with a group above its parts, the same heading again on each page.
 */
import { findCaseNumbers } from "../../domain/court/case-number.ts";
import type { GridRow } from "../text/table.ts";

/** What a column holds. `tick-…` columns hold a mark where the heading is so. */
export type Column =
  | "ordinal"
  | "case-number"
  | "origin-number"
  | "respondent"
  | "co-respondent"
  | "parties"
  | "plaintiff"
  | "plaintiff-kind"
  | "appellant"
  | "appellee"
  | "court"
  | "jurisdiction"
  | "hearing"
  | "heard"
  | "attended"
  | "co-attended"
  | "tick-principal"
  | "tick-deputy"
  | "tick-in-charge"
  | "tick-absent"
  | "tick-staff"
  | "tick-lawyers"
  | "head"
  | "person"
  | "title"
  | "rank"
  | "spoke"
  | "absence-reason"
  | "reason-accepted"
  | "enterprise"
  | "category"
  | "cause"
  | "outcome"
  | "closed"
  | "settled"
  | "mediated"
  | "remark";

/** The heading of a ledger: where each column stands, how many rows it takes, and its words. */
export interface Heading {
  readonly columns: ReadonlyMap<Column, number>;
  readonly rows: number;
  readonly text: string;
}

/** The first that fits a heading without blanks and brackets decides, so the more particular stand first. */
const HEADINGS: readonly (readonly [Column, RegExp])[] = [
  ["ordinal", /^(?:序号|编号|序)$/u],
  ["origin-number", /^(?:一审|原审|原一审).{0,4}案号$/u],
  ["case-number", /案号$|案件(?:编|字)?号$/u],
  [
    "reason-accepted",
    /(?:原因|理由|事由)(?:法院)?(?:是否|有无)(?:正当|成立|充分|认可|准许|采纳)$|(?:法院|是否)(?:认可|准许|采纳|同意).{0,6}(?:原因|理由|事由|不出庭)?$|^(?:有无|是否有?|是否具有)正当(?:理由|事由)$/u,
  ],
  ["absence-reason", /(?:未|不).{0,4}(?:出庭|到庭|应诉).{0,3}(?:原因|理由|事由|说明)|缺席(?:原因|理由)/u],
  ["spoke", /出声|发声|发言|发表意见/u],
  ["enterprise", /涉(?:及)?.{0,3}企|民企|企业(?:案件|(?:作为|为)?原告)?(?:与否)?$/u],
  ["plaintiff-kind", /^(?:原告|起诉人|当事人|相对人|上诉人)(?:主体)?(?:类型|类别|性质|属性|身份)$/u],
  ["category", /^案件(?:类型|类别|性质|属性|分类)$/u],
  [
    "mediated",
    /^是否.{0,8}调解$|^(?:诉前|诉中)?调解(?:程序)?$|(?:进入|移送|委托|委派)(?:诉前)?(?:调解|化解)/u,
  ],
  ["settled", /^是否.{0,6}(?:化解|和解|和解撤诉)$/u],
  [
    "heard",
    /^(?:是否|有无)(?:已|经)?(?:公开)?(?:开庭|庭审)(?:审理)?$|^(?:开庭|庭审)(?:审理)?(?:情况|与否|方式|形式)$|^开庭审理$|^审理(?:方式|形式)$/u,
  ],
  ["co-attended", /^(?:第二|其他|其余|共同)?被告(?:二|2|(?<=(?:第二|其他|其余|共同)被告)).*(?:出庭|到庭)/u],
  [
    "rank",
    /^(?:出庭|到庭|应诉)(?:应诉)?(?:人员|人)(?:类别|类型|身份|性质|级别)$|正职.{0,3}副职|正副职|职级|级别|负责人(?:类别|类型)/u,
  ],
  ["tick-absent", /(?:未|不)(?:出庭|到庭)(?:应诉)?$/u],
  ["tick-staff", /^(?:仅|只)?(?:相应)?(?:工作人员|委托代理人|代理人)(?:是否)?(?:出庭|到庭)?(?:应诉)?$/u],
  ["tick-lawyers", /^(?:仅|只)?(?:委托)?律师(?:是否)?(?:出庭|到庭)?(?:应诉)?$/u],
  ["tick-deputy", /副职(?:负责人)?(?:是否)?(?:出庭)?(?:应诉)?$/u],
  ["tick-in-charge", /(?:分管|其他)(?:副职级别)?(?:负责人|领导)(?:是否)?(?:出庭)?(?:应诉)?$/u],
  ["tick-principal", /(?:正职|主要负责人|一把手)(?:负责人)?(?:是否)?(?:出庭)?(?:应诉)?$/u],
  [
    "head",
    /(?:负责人|领导|首长).{0,6}(?:姓名|名单)|^(?=.*姓名)(?=.*职务).*(?:出庭|负责人)|(?:出庭|到庭|应诉).{0,4}(?:负责人|领导|首长)(?:及|和|与|的)?(?:其)?(?:职务|职位)?$/u,
  ],
  ["title", /职务|职位/u],
  [
    "attended",
    /^(?:出庭人员)?是否(?:为|系|属于?)(?:行政机关)?(?:负责人|领导)$|(?:是否|负责人|领导|首长|机关)(?:已)?(?:出庭|到庭)(?:应诉)?(?:情况|与否)?$|^(?:出庭|出庭应诉|应诉)情况$|(?:负责人|首长)(?:是否)?应诉(?:情况|与否)?$|(?:出庭|到庭)(?:应诉)?(?:情况|与否)?$/u,
  ],
  ["person", /^(?:出庭|到庭|应诉).{0,4}(?:人员|人)$|姓名$/u],
  // Before the respondent: 被告所在县区 is no name of one.
  [
    "jurisdiction",
    /^(?:(?:被告|被诉(?:行政)?机关|行政机关|(?:应诉|涉诉|责任)(?:单位|机关)|单位|机关)的?)?(?:所属|所在)?(?:县区|区县|县市区|市县区|区市县|地区|辖区|属地|行政区划?)(?:名称)?$/u,
  ],
  ["co-respondent", /^(?:第二|其他|其余|共同|另一)被告|^被告(?:二|三|2|3)(?!\p{Script=Han})/u],
  [
    "respondent",
    /^(?:第一)?被告(?!.*(?:代理人|类型|类别|性质|级别|电话|联系|地址|所在))|被诉(?:行政)?(?:机关|单位)|^(?:涉诉|应诉|涉案)?行政机关(?:名称)?$|^(?:应诉|涉诉|涉案|责任)(?:单位|机关|部门)(?:名称)?$/u,
  ],
  ["parties", /^(?:双方)?当事人(?:名称|姓名|情况)?$|^案件名称$|^案名$/u],
  ["plaintiff", /^(?:原告|起诉人|行政相对人)/u],
  ["appellant", /^(?:上诉人|再审申请人)/u],
  ["appellee", /^(?:被上诉人|被申请人)/u],
  ["court", /法院(?:名称)?$/u],
  ["hearing", /(?:开庭|庭审).{0,4}(?:日期|时间|日)|^开庭$/u],
  ["cause", /案由/u],
  ["closed", /是否.{0,2}结案|结案(?:日期|时间)/u],
  [
    "outcome",
    /(?:结案|处理)(?:方式|情况)|(?:^|裁判|判决|审理|审判|处理|裁决|案件|诉讼|[一二终]审)结果$|裁判(?:方式|情况)/u,
  ],
  ["remark", /备注|说明/u],
];

/** A heading is short; a cell longer than this is a sentence. */
const LONGEST_HEADING = 40;

/** A heading takes no more rows than this: a group, its parts, and theirs. */
const DEEPEST_HEADING = 4;

/** The heading that begins at this row, with the rows below it that belong to it; undefined where none does. */
export function headingAt(rows: readonly GridRow[], at: number): Heading | undefined {
  const top = rows[at];
  if (top === undefined) return undefined;
  const cells = top.cells.map(squeezed);
  if (!cells.some((cell) => /案\D{0,3}号/u.test(cell)) || findCaseNumbers(top.cells.join("\n")).length > 0)
    return undefined;
  let level: Level = { cells, stacks: cells.map((cell) => (cell === "" ? [] : [cell])) };
  let columns = columnsOf(level.stacks);
  let depth = 1;
  for (; depth < DEEPEST_HEADING; depth++) {
    const below = rows[at + depth];
    if (below?.sheet !== top.sheet) break;
    const next = withParts(level, below.cells.map(squeezed), columns);
    if (next === undefined) break;
    level = next;
    columns = columnsOf(next.stacks);
  }
  if (!isLedgerHeading(columns)) return undefined;
  const words = rows.slice(at, at + depth).flatMap((row) => row.cells);
  return { columns, rows: depth, text: words.join("\n") };
}

/** A ledger names cases and says of each at least whom it is against or who appeared. */
function isLedgerHeading(columns: ReadonlyMap<Column, number>): boolean {
  const has = (...wanted: Column[]) => wanted.some((column) => columns.has(column));
  return (
    has("case-number") &&
    has("respondent", "appellee", "parties", "attended", "head", "tick-absent") &&
    columns.size >= 3
  );
}

/** The rows of a heading read so far: the words of the lowest, and over each column what stands there from the top. */
interface Level {
  readonly cells: readonly string[];
  readonly stacks: readonly (readonly string[])[];
}

/** The heading with its parts in the row below; undefined where that row adds no column, so is no heading. */
function withParts(
  { cells: top, stacks }: Level,
  below: readonly string[],
  known: ReadonlyMap<Column, number>,
): Level | undefined {
  const numberAt = known.get("case-number") ?? top.findIndex((cell) => /案\D{0,3}号/u.test(cell));
  const under = below[numberAt] ?? "";
  if (under !== "" && under !== top[numberAt] && under !== stacks[numberAt]?.[0]) return undefined;
  if (findCaseNumbers(below.join("\n")).length > 0) return undefined;
  let group: readonly string[] = [];
  const width = Math.max(top.length, below.length);
  const added: number[] = [];
  const next = Array.from({ length: width }, (_, column) => {
    const [above = "", part = ""] = [top[column], below[column]];
    const inGroup =
      above === "" || above === top[column - 1] || above === top[column + 1] || top[column + 1] === "";
    if (above !== "") group = stacks[column] ?? [];
    const own = stacks[column] ?? [];
    if (part === "" || part === above || own.includes(part) || !inGroup) return own;
    added.push(column);
    return [...(own.length === 0 ? group : own), part];
  });
  if (added.length === 0) return undefined;
  const meant = new Set(columnsOf(next).values());
  return added.some((column) => meant.has(column)) ? { cells: below, stacks: next } : undefined;
}

/** What a column's words may say: all of them, or the lower ones alone. */
function readingsOf(stack: readonly string[]): string[] {
  return stack.map((_, from) => stack.slice(from).join(""));
}

/** The first column of each meaning. A heading may have several readings; the first that means something counts. */
function columnsOf(headings: readonly (readonly string[])[]): Map<Column, number> {
  const columns = new Map<Column, number>();
  for (const [index, stack] of headings.entries()) {
    const column = readingsOf(stack)
      .map(meaningOf)
      .find((meaning) => meaning !== undefined);
    if (column !== undefined && !columns.has(column)) columns.set(column, index);
  }
  // A ledger that knows 一审案号 alone is a ledger of those cases.
  const origin = columns.get("origin-number");
  if (origin !== undefined && !columns.has("case-number")) {
    columns.delete("origin-number");
    columns.set("case-number", origin);
  }
  // 行政首长出庭 beside 副职负责人出庭 is the principal's column; alone it is any head's.
  const attended = columns.get("attended");
  const words = attended === undefined ? "" : (headings[attended]?.join("") ?? "");
  if (attended !== undefined && /首长|一把手/u.test(words) && columns.has("tick-deputy")) {
    if (!columns.has("tick-principal")) {
      columns.delete("attended");
      columns.set("tick-principal", attended);
    }
  }
  return columns;
}

function meaningOf(heading: string): Column | undefined {
  if (heading.length > LONGEST_HEADING) return undefined;
  const plain = oneSided(heading.replace(/\([^()]*\)/gu, "")).replace(/[:/、_·-]/gu, "");
  // 被上诉人(原审被告): on appeal the bracket says whose side it is.
  if (/^被?上诉人|申请人$/u.test(plain)) {
    if (heading.includes("被告")) return "respondent";
    if (heading.includes("原告")) return "plaintiff";
  }
  return HEADINGS.find(([, pattern]) => pattern.test(plain))?.[0];
}

/** A heading that offers both answers, or counts (1 or 0), asks for one: 出庭/未出庭, 出庭/缺席, 负责人出庭件数. */
function oneSided(heading: string): string {
  const asked = heading.replace(
    /((?:出庭|到庭|开庭)(?:应诉|审理)?|涉企)[/、或](?:未|不|没有|非|缺席)[^/、或]*$/u,
    "是否$1",
  );
  const [, subject, counted] = /^(?:是否)?(.*?)(案?件|案|次)数$/u.exec(asked) ?? [];
  return subject !== undefined && counted !== undefined ? `是否${subject}` : asked;
}

/** What most cells are made of: neither width nor blanks to see to. */
const SQUEEZED = /^[!-~\u4e00-\u9fff]*$/u;

/** A cell in one width and without blanks or line breaks. */
export function squeezed(cell: string): string {
  if (SQUEEZED.test(cell)) return cell;
  return cell.normalize("NFKC").replace(/[\s\p{Cc}\p{Cf}]/gu, "");
}
