/** The bulletin's figures as CSV for spreadsheets: one flat table, UTF-8 with a byte order mark, CRLF. */

import type { BulletinStatistics } from "../../domain/statistics/figures.ts";
import { attendance, type Tally } from "../../domain/statistics/ranking.ts";
import { percent } from "../../domain/statistics/rate.ts";
import { csvTable } from "../frame/csv-table.ts";
import { excuseName } from "../wording/joint-wording.ts";
import { instances } from "./tables/columns.ts";

const COLUMNS = [
  "类别",
  "排名",
  "名称",
  "所属县区",
  "计量单位",
  "开庭审理",
  "负责人出庭",
  "未出庭",
  "情况不明",
  "出庭率",
  "案号",
  "审理法院",
  "开庭日期",
  "未出庭原因",
] as const;

type Line = Partial<Record<(typeof COLUMNS)[number], string | number>>;

/** Totals, districts, agencies, absences and what is open, one line each. */
export function bulletinCsv(figures: BulletinStatistics): string {
  const { enterprise, agencyLevel, byJurisdiction, byAgency, absences, excused, unknown, differences } =
    figures;
  const lines: Line[] = [
    ...instances(figures).map(([name, key]) => ({
      类别: "案件",
      名称: name,
      ...tallied(figures[key], "件"),
    })),
    { 类别: "案件", 名称: "涉企", ...tallied(enterprise, "件") },
    { 类别: "县区", 名称: "合计", ...tallied(agencyLevel, "单位次") },
    ...byJurisdiction.map((district) => ({
      类别: "县区",
      排名: district.rank ?? "",
      名称: district.jurisdiction,
      ...tallied(district, "单位次"),
    })),
    ...byAgency.map((agency) => ({
      类别: "行政机关",
      排名: agency.rank ?? "",
      名称: agency.agency,
      所属县区: agency.jurisdiction,
      ...tallied(agency, "单位次"),
    })),
    ...absences.map((absence) => ({
      类别: "未出庭",
      名称: absence.agency,
      所属县区: absence.jurisdiction,
      案号: absence.caseNumber,
      审理法院: absence.court ?? "",
      开庭日期: absence.heardOn ?? "",
      未出庭原因: absence.reason ?? "未说明",
    })),
    ...unknown.attendance.map(({ caseNumber, agency }) => ({
      类别: "出庭情况不明",
      名称: agency,
      案号: caseNumber,
    })),
    ...unknown.coRespondents.map(({ caseNumber, agency }) => ({
      类别: "未说明由谁出庭",
      名称: agency,
      案号: caseNumber,
    })),
    ...excused.map(({ caseNumber, agency, by }) => ({
      类别: `由共同被告负责人出庭（${excuseName(by)}）`,
      名称: agency,
      案号: caseNumber,
    })),
    ...unknown.hearing.map(({ caseNumber, agency }) => ({
      类别: "是否开庭不明",
      名称: agency,
      案号: caseNumber,
    })),
    ...differences.map(({ caseNumber, agency }) => ({ 类别: "记载不一致", 名称: agency, 案号: caseNumber })),
  ];
  return csvTable([COLUMNS, ...lines.map((line) => COLUMNS.map((column) => line[column] ?? ""))]);
}

function tallied(tally: Tally, unit: "件" | "单位次"): Line {
  return {
    计量单位: unit,
    开庭审理: tally.heard,
    负责人出庭: tally.present,
    未出庭: tally.absent,
    情况不明: tally.unknown,
    出庭率: percent(attendance(tally)),
  };
}
