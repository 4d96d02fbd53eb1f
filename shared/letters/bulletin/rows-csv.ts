/** The rows behind a bulletin as CSV: one (case, agency) a line, in the order they are frozen in. */
import { groundOf } from "../../domain/court/absence-ground.ts";
import type { StatisticsRow } from "../../domain/statistics/statistics-row.ts";
import { csvTable } from "../frame/csv-table.ts";
import { actName, fieldName, modeName } from "../wording/class-wording.ts";
import { rankName } from "../wording/head-wording.ts";
import { rulingName, shortOutcomeName } from "../wording/outcome-wording.ts";
import { groundLabel } from "../wording/report-wording.ts";

const yesNo = (value: boolean | undefined) => (value === undefined ? "" : value ? "是" : "否");

const COLUMNS: readonly (readonly [string, (row: StatisticsRow) => string])[] = [
  ["案号", ({ caseNumber }) => caseNumber],
  ["行政机关", ({ agency }) => agency],
  ["县区", ({ jurisdiction }) => jurisdiction],
  ["审理法院", ({ court = "" }) => court],
  ["开庭日期", ({ heardOn = "" }) => heardOn],
  ["开庭审理", ({ heard }) => yesNo(heard)],
  ["负责人出庭", ({ present }) => yesNo(present)],
  ["负责人类别", ({ rank }) => (rank === undefined ? "" : rankName(rank))],
  ["负责人姓名", ({ headName = "" }) => headName],
  ["出庭发言", ({ spoke }) => yesNo(spoke)],
  ["涉企", ({ enterprise }) => yesNo(enterprise)],
  ["未出庭原因", ({ absenceReason = "" }) => absenceReason],
  [
    "原因类别",
    ({ present, absenceReason, absenceGround }) =>
      present === false ? groundLabel(absenceGround ?? groundOf(absenceReason)) : "",
  ],
  ["理由成立", ({ reasonAccepted }) => yesNo(reasonAccepted)],
  [
    "其他出庭人员",
    ({ withoutHead }) =>
      withoutHead === undefined ? "" : { staff: "工作人员", lawyers: "仅律师", nobody: "无人" }[withoutHead],
  ],
  ["审结", ({ closed }) => yesNo(closed)],
  ["裁判结果", ({ outcome }) => (outcome === undefined ? "" : shortOutcomeName(outcome))],
  ["裁判方式", ({ ruling }) => (ruling === undefined ? "" : rulingName(ruling))],
  ["是否上诉", ({ appealed }) => yesNo(appealed)],
  ["管理领域", ({ field }) => (field === undefined ? "" : fieldName(field))],
  ["行为种类", ({ act }) => (act === undefined ? "" : actName(act))],
  ["立案日期", ({ acceptedOn = "" }) => acceptedOn],
  ["收案月份", ({ receivedIn = "" }) => receivedIn],
  ["结案日期", ({ closedOn = "" }) => closedOn],
  ["结案月份", ({ closedIn = "" }) => closedIn],
  ["通知出庭", ({ notified }) => (notified === true ? "是" : "")],
  ["开庭方式", ({ mode }) => (mode === undefined ? "" : modeName(mode))],
  ["进入调解", ({ mediated }) => yesNo(mediated)],
  [
    "来源",
    ({ source }) =>
      ({
        settled: "核对认定",
        "hearing-record": "庭审笔录",
        judgment: "裁判文书",
        "court-ledger": "法院台账",
        filing: "行政机关备案",
      })[source],
  ],
  ["记载不一致", ({ openDifference }) => yesNo(openDifference)],
];

export function rowsCsv(rows: readonly StatisticsRow[]): string {
  return csvTable([
    COLUMNS.map(([title]) => title),
    ...rows.map((row) => COLUMNS.map(([, cell]) => cell(row))),
  ]);
}
