/**
 * 行政应诉案件统计年报 as a workbook: the return, on a second sheet the cases behind each number, on a third what each column counts.
 * The columns of the sample follow what bulletins and such returns are known to ask; those of the national form of the year are to
 * be mapped to by an admin.
 */
import { ACTS, type Act, LISTED_ACTS, type ListedAct } from "../../domain/classes/act.ts";
import { PLAINTIFF_KINDS, type PlaintiffKind } from "../../domain/classes/classes.ts";
import { FIELDS, type Field, fieldCode } from "../../domain/classes/field.ts";
import { type ReturnLine, type ReturnTable, TOTAL } from "../../domain/statistics/yearly-return.ts";
import {
  type ReturnColumn,
  type ReturnCount,
  type ReturnMapping,
  UNKNOWN,
} from "../../domain/yearly-return/mapping.ts";
import { actName, fieldName, listedActName, plaintiffKindName } from "../wording/class-wording.ts";
import { xlsxBytes } from "./workbook.ts";

/** Where a deployment has mapped none of its own. */
export const SAMPLE_RETURN: ReturnMapping = {
  title: "行政应诉案件统计年报（示例口径）",
  lines: "listed-field",
  columns: [
    { code: "1", title: "收案合计", counts: "received" },
    { code: "2", title: "其中：一审收案", counts: "received", where: { instance: ["first"] } },
    { code: "3", title: "二审收案", counts: "received", where: { instance: ["second"] } },
    { code: "4", title: "再审收案", counts: "received", where: { instance: ["retrial"] } },
    { code: "5", title: "其中：行政处罚", counts: "received", where: { listedAct: ["penalty"] } },
    { code: "6", title: "行政强制", counts: "received", where: { listedAct: ["coercion"] } },
    { code: "7", title: "行政征收", counts: "received", where: { listedAct: ["expropriation"] } },
    { code: "8", title: "行政许可", counts: "received", where: { listedAct: ["permit"] } },
    { code: "9", title: "行政确权", counts: "received", where: { listedAct: ["title"] } },
    { code: "10", title: "信息公开", counts: "received", where: { listedAct: ["disclosure"] } },
    { code: "11", title: "行政不作为", counts: "received", where: { listedAct: ["inaction"] } },
    { code: "12", title: "其他行为", counts: "received", where: { listedAct: ["other", "interference"] } },
    { code: "13", title: "行为种类未知", counts: "received", where: { listedAct: [UNKNOWN] } },
    { code: "14", title: "行政赔偿", counts: "received", where: { compensation: ["yes"] } },
    { code: "15", title: "行政协议", counts: "received", where: { agreement: ["yes"] } },
    { code: "16", title: "一并审查规范性文件", counts: "received", where: { normReview: ["yes"] } },
    {
      code: "17",
      title: "经复议",
      counts: "received",
      where: { review: ["upheld", "changed", "refused", "yes"] },
    },
    { code: "18", title: "复议机关作被告", counts: "received", where: { reviewer: ["yes"] } },
    { code: "19", title: "是否经复议未知", counts: "received", where: { review: [UNKNOWN] } },
    { code: "20", title: "公益诉讼", counts: "received", where: { plaintiffKind: ["procurator"] } },
    { code: "21", title: "结案合计", counts: "closed" },
    { code: "22", title: "其中：行政机关败诉", counts: "closed", where: { outcome: ["lost"] } },
    { code: "23", title: "行政机关胜诉", counts: "closed", where: { outcome: ["won"] } },
    { code: "24", title: "和解撤诉、调解", counts: "closed", where: { outcome: ["settled"] } },
    { code: "25", title: "其他撤诉", counts: "closed", where: { outcome: ["withdrawn"] } },
    { code: "26", title: "其他结案", counts: "closed", where: { outcome: ["remanded", "upheld", "other"] } },
    { code: "27", title: "结果未知", counts: "closed", where: { outcome: [UNKNOWN] } },
    { code: "28", title: "未结", counts: "pending" },
    { code: "29", title: "开庭审理", counts: "heard" },
    { code: "30", title: "负责人出庭", counts: "present" },
    { code: "31", title: "其中：正职出庭", counts: "present", where: { rank: ["principal"] } },
  ],
};

const COUNTS: Readonly<Record<ReturnCount, string>> = {
  received: "当年收案",
  closed: "当年结案",
  pending: "年末未结",
  heard: "当年开庭审理（按首次开庭）",
  present: "当年开庭审理且行政机关负责人出庭",
};

/** For whom and when it was made. */
export interface ReturnEdition {
  /** The place, as its bureau is called by. */
  readonly jurisdiction: string;
  readonly made: string;
}

/** The file. */
export function yearlyReturn(table: ReturnTable, { jurisdiction, made }: ReturnEdition): Promise<Uint8Array> {
  const { year, mapping, lines, undated, inferred } = table;
  const { columns } = mapping;
  const title = `${jurisdiction}${year}年${mapping.title}`;
  const note = [
    `${made}生成。列的口径见“口径说明”，每个数字对应的案件见“案件明细”。“未知”是法院文书、台账和人工登记都没有说明的，没有归入任何一类。`,
    ...(inferred.length > 0 ? [`立案日期未知、按最早一份材料推定收案月份的${inferred.length}件。`] : []),
    ...(undated.length > 0
      ? [`已结但结案日期未知、没有计入的${undated.length}件：${undated.join("、")}。`]
      : []),
    mapping === SAMPLE_RETURN
      ? "列名、列序为示例，国家统计报表当年的列由管理员按表式对应后生成。"
      : "列名、列序由管理员按当年表式对应。",
  ].join("");
  return xlsxBytes(
    [
      {
        name: "统计表",
        title,
        columns: [
          { title: "代码", width: 8 },
          { title: "项目", width: 26 },
          ...columns.map(({ code, title: name }) => ({ title: `${code} ${name}`, width: 11 })),
        ],
        rows: lines.map((line) => [...headOf(line, mapping), ...line.cells.map((cell) => cell.length)]),
        note,
      },
      {
        name: "案件明细",
        title: `${title}：每个数字对应的案件`,
        columns: [
          { title: "项目", width: 26 },
          { title: "列", width: 8 },
          { title: "列名", width: 24 },
          { title: "案号", width: 28 },
        ],
        rows: lines.flatMap((line) =>
          line.cells.flatMap((cell, index) => {
            const { code = "", title: name = "" } = columns[index] ?? {};
            return cell.map((caseNumber) => [headOf(line, mapping)[1], code, name, caseNumber]);
          }),
        ),
      },
      {
        name: "口径说明",
        title: `${title}：口径`,
        columns: [
          { title: "列", width: 8 },
          { title: "列名", width: 26 },
          { title: "计什么", width: 34 },
          { title: "条件", width: 60 },
        ],
        rows: columns.map((column) => [
          column.code,
          column.title,
          COUNTS[column.counts],
          conditionsOf(column),
        ]),
      },
    ],
    title,
  );
}

/** Code and name of a line. */
function headOf({ value }: ReturnLine, { lines }: ReturnMapping): readonly [string, string] {
  if (value === TOTAL) return ["", "合计"];
  if (value === UNKNOWN) return ["", "未知"];
  switch (lines) {
    case "field":
    case "listed-field":
      return FIELDS.includes(value as Field)
        ? [fieldCode(value as Field), fieldName(value as Field)]
        : ["", value];
    case "act":
      return ["", ACTS.includes(value as Act) ? actName(value as Act) : value];
    case "listed-act":
      return ["", LISTED_ACTS.includes(value as ListedAct) ? listedActName(value as ListedAct) : value];
    case "plaintiff-kind":
      return [
        "",
        PLAINTIFF_KINDS.includes(value as PlaintiffKind) ? plaintiffKindName(value as PlaintiffKind) : value,
      ];
    case "jurisdiction":
      return ["", value];
    default:
      return lines satisfies never;
  }
}

/** As they stand in the mapping: what an admin changes there. */
function conditionsOf({ where = {} }: ReturnColumn): string {
  return Object.entries(where)
    .map(([key, values]) => `${key}=${values.join("|")}`)
    .join("；");
}
