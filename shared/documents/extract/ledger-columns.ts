/**
 * What the columns of a court's ledger (台账) mean, by their headings. Courts word and arrange them as they like:
 * titles above, headings over two rows with a group above its parts, the same heading again on each page.
 */
import { findCaseNumbers } from "../../domain/case-number.ts";
import type { GridRow } from "../tables.ts";

/** What a column holds. `tick-…` columns hold a mark where the heading is so. */
export type Column =
  | "ordinal"
  | "case-number"
  | "origin-number"
  | "respondent"
  | "plaintiff"
  | "appellant"
  | "appellee"
  | "court"
  | "jurisdiction"
  | "hearing"
  | "heard"
  | "attended"
  | "tick-principal"
  | "tick-deputy"
  | "tick-in-charge"
  | "tick-absent"
  | "head"
  | "person"
  | "title"
  | "rank"
  | "spoke"
  | "absence-reason"
  | "enterprise"
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
  ["absence-reason", /(?:未|不).{0,4}(?:出庭|到庭|应诉).{0,3}(?:原因|理由|事由|说明)|缺席(?:原因|理由)/u],
  ["spoke", /出声|发声|发言|发表意见/u],
  ["enterprise", /涉企|涉及企业/u],
  [
    "mediated",
    /^是否.{0,8}调解$|^(?:诉前|诉中)?调解(?:程序)?$|(?:进入|移送|委托|委派)(?:诉前)?(?:调解|化解)/u,
  ],
  ["settled", /^是否.{0,6}(?:化解|和解|和解撤诉)$/u],
  ["heard", /^是否(?:已)?(?:公开)?开庭(?:审理)?$|^开庭(?:情况|与否|审理|审理情况)$|^审理(?:方式|形式)$/u],
  ["rank", /正职.{0,3}副职|正副职|职级|级别|负责人(?:类别|类型)/u],
  ["tick-absent", /(?:未|不)(?:出庭|到庭)(?:应诉)?$/u],
  ["tick-deputy", /副职(?:负责人)?(?:是否)?(?:出庭)?(?:应诉)?$/u],
  ["tick-in-charge", /(?:分管|其他)(?:副职级别)?(?:负责人|领导)(?:是否)?(?:出庭)?(?:应诉)?$/u],
  ["tick-principal", /(?:正职|主要负责人|一把手)(?:负责人)?(?:是否)?(?:出庭)?(?:应诉)?$/u],
  [
    "head",
    /(?:负责人|领导).{0,6}姓名|^(?=.*姓名)(?=.*职务).*(?:出庭|负责人)|(?:出庭|到庭|应诉).{0,4}(?:负责人|领导)$/u,
  ],
  ["title", /职务|职位/u],
  [
    "attended",
    /(?:是否|负责人|领导|机关)(?:已)?(?:出庭|到庭)(?:应诉)?(?:情况|与否)?$|^(?:出庭|出庭应诉|应诉)情况$|(?:出庭|到庭)(?:应诉)?(?:情况|与否)?$/u,
  ],
  ["person", /^(?:出庭|到庭|应诉).{0,4}(?:人员|人)$|姓名$/u],
  [
    "respondent",
    /^被告|被诉(?:行政)?(?:机关|单位)|^(?:涉诉|应诉|涉案)?行政机关(?:名称)?$|^(?:应诉|涉诉|涉案|责任)(?:单位|机关|部门)(?:名称)?$/u,
  ],
  ["plaintiff", /^原告/u],
  ["appellant", /^(?:上诉人|再审申请人)/u],
  ["appellee", /^(?:被上诉人|被申请人)/u],
  ["court", /法院(?:名称)?$/u],
  ["hearing", /(?:开庭|庭审).{0,4}(?:日期|时间|日)|^开庭$/u],
  ["cause", /案由/u],
  ["closed", /是否.{0,2}结案|结案(?:日期|时间)/u],
  ["outcome", /结案(?:方式|情况)|(?:裁判|判决|审理|处理|裁决|案件)结果|裁判(?:方式|情况)/u],
  ["jurisdiction", /^(?:所属|所在)?(?:县区|区县|县市区|市县区|区市县|地区|辖区|属地|行政区划?)(?:名称)?$/u],
  ["remark", /备注|说明/u],
];

/** A heading is short; a cell longer than this is a sentence. */
const LONGEST_HEADING = 40;

/** The heading that begins at this row, with the rows below it that belong to it; undefined where none does. */
export function headingAt(rows: readonly GridRow[], at: number): Heading | undefined {
  const top = rows[at];
  if (top === undefined) return undefined;
  const cells = top.cells.map(squeezed);
  if (!cells.some((cell) => /案\D{0,3}号/u.test(cell)) || findCaseNumbers(top.cells.join("\n")).length > 0)
    return undefined;
  const single = columnsOf(cells);
  if (!isLedgerHeading(single)) return undefined;
  const below = rows[at + 1];
  const double = below?.sheet === top.sheet ? withParts(cells, below.cells.map(squeezed), single) : undefined;
  const words = [top, ...(double === undefined || below === undefined ? [] : [below])].flatMap(
    (row) => row.cells,
  );
  return { columns: double ?? single, rows: double === undefined ? 1 : 2, text: words.join("\n") };
}

/** A ledger names cases and says of each at least whom it is against or who appeared. */
function isLedgerHeading(columns: ReadonlyMap<Column, number>): boolean {
  const has = (...wanted: Column[]) => wanted.some((column) => columns.has(column));
  return (
    has("case-number") &&
    has("respondent", "appellee", "attended", "head", "tick-absent") &&
    columns.size >= 3
  );
}

/** Headings with their parts in the row below; undefined where that row adds no column, so is no heading. */
function withParts(
  top: readonly string[],
  below: readonly string[],
  single: ReadonlyMap<Column, number>,
): ReadonlyMap<Column, number> | undefined {
  const numberAt = single.get("case-number") ?? 0;
  const under = below[numberAt] ?? "";
  if (under !== "" && under !== top[numberAt]) return undefined;
  let group = "";
  const parts = Array.from({ length: Math.max(top.length, below.length) }, (_, column) => {
    const [above = "", part = ""] = [top[column], below[column]];
    const inGroup =
      above === "" || above === top[column - 1] || above === top[column + 1] || top[column + 1] === "";
    if (above !== "") group = above;
    return part === "" || part === above || !inGroup ? { above, part: "" } : { above: group, part };
  });
  if (parts.every(({ part }) => part === "")) return undefined;
  const columns = columnsOf(
    parts.map(({ above, part }) => (part === "" ? above : [`${above}${part}`, part])),
  );
  return parts.some(({ part }, index) => part !== "" && [...columns.values()].includes(index))
    ? columns
    : undefined;
}

/** The first column of each meaning. A heading may have several readings; the first that means something counts. */
function columnsOf(headings: readonly (string | readonly string[])[]): Map<Column, number> {
  const columns = new Map<Column, number>();
  for (const [index, heading] of headings.entries()) {
    const readings = typeof heading === "string" ? [heading] : heading;
    const column = readings.map(meaningOf).find((meaning) => meaning !== undefined);
    if (column !== undefined && !columns.has(column)) columns.set(column, index);
  }
  // A ledger that knows 一审案号 alone is a ledger of those cases.
  const origin = columns.get("origin-number");
  if (origin !== undefined && !columns.has("case-number")) {
    columns.delete("origin-number");
    columns.set("case-number", origin);
  }
  return columns;
}

function meaningOf(heading: string): Column | undefined {
  if (heading.length > LONGEST_HEADING) return undefined;
  const plain = heading.replace(/\([^()]*\)/gu, "").replace(/[:/、_·-]/gu, "");
  // 被上诉人(原审被告): on appeal the bracket says whose side it is.
  if (/^被?上诉人|申请人$/u.test(plain)) {
    if (heading.includes("被告")) return "respondent";
    if (heading.includes("原告")) return "plaintiff";
  }
  return HEADINGS.find(([, pattern]) => pattern.test(plain))?.[0];
}

/** A cell in one width and without blanks or line breaks. */
export function squeezed(cell: string): string {
  return cell.normalize("NFKC").replace(/[\s\p{Cc}\p{Cf}]/gu, "");
}
