/** A board (案件看板) as a table for a spreadsheet, one line an agency. */
import { runningOf } from "../../domain/board/board-query.ts";
import type { BoardAgency, BoardRow } from "../../domain/board/board-row.ts";
import type { CivilDate } from "../../domain/time/time.ts";
import { csvTable } from "../frame/csv-table.ts";
import { plaintiffsWords } from "../wording/case-wording.ts";
import { agencyName, attendedWords, dueWords, flagName, rowState } from "./board-wording.ts";

const COLUMNS = [
  "案号",
  "状态",
  "法院",
  "案由",
  "原告",
  "被告",
  "辖区",
  "涉企",
  "收到日期",
  "开庭日期",
  "开庭时间",
  "开庭地点",
  "最近庭审",
  "负责人",
  "待办时限",
  "需要处理",
];

/** The rows of a board as CSV. */
export function boardCsv(rows: readonly BoardRow[], today: CivilDate): string {
  const lines = rows.flatMap((row) => {
    const { caseNumber, court, cause = "", plaintiff, plaintiffs, enterprise, hearing, heardOn = "" } = row;
    const running = runningOf(row, today);
    const agencies: readonly (BoardAgency | undefined)[] =
      row.agencies.length > 0 ? row.agencies : [undefined];
    return agencies.map((agency) => [
      caseNumber,
      rowState(row),
      court,
      cause,
      plaintiffsWords(plaintiff, plaintiffs),
      agency === undefined ? "" : agencyName(agency),
      agency?.district ?? "",
      enterprise ? "是" : "",
      row.receivedOn ?? "",
      hearing?.date ?? "",
      hearing?.time ?? "",
      hearing?.place ?? "",
      heardOn,
      agency === undefined ? "" : attendedWords(agency),
      running.flatMap((one) => (one.agency === agency ? dueWords(one) : [])).join("；"),
      agency?.flags.map(flagName).join("；") ?? "",
    ]);
  });
  return csvTable([COLUMNS, ...lines]);
}
