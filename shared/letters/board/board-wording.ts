/** A board (案件看板) in words, for its page and its table. */
import { type Concern, type Overdue, runningOf } from "../../domain/board/board-query.ts";
import type { BoardAgency, BoardDue, BoardFlag, BoardRow } from "../../domain/board/board-row.ts";
import type { CivilDate } from "../../domain/time/time.ts";
import { csvCell } from "../bulletin/csv.ts";

/** 待开庭 … */
export function stateName(state: BoardRow["state"]): string {
  return {
    registered: "已登记，未定开庭",
    "awaiting-hearing": "待开庭",
    postponed: "延期待定",
    heard: "已开庭，未结案",
    closed: "已结案",
  }[state];
}

/** What stands out in an agency's part. */
export function flagName(flag: BoardFlag): string {
  return {
    unidentified: "被告名称待核",
    "designation-open": "待指派",
    "approval-pending": "办理单待审批",
    "report-returned": "报告退回待重报",
    obstacle: "报告出庭障碍",
    "attendance-review": "是否负责人待认定",
    difference: "记载不一致",
  }[flag];
}

/** What a list can be narrowed down to. */
export function concernName(concern: Concern): string {
  switch (concern) {
    case "overdue":
      return "有逾期事项";
    case "due-soon":
      return "三日内到期";
    case "hearing":
      return "14日内开庭";
    case "record-missing":
      return "已过开庭日，未收到笔录";
    case "flagged":
      return "需要处理";
    default:
      return flagName(concern);
  }
}

/** 三日报告 9月11日. */
export function dueWords({ kind, due }: BoardDue): string {
  return `${kind === "report" ? "三日报告" : "出庭备案"} ${due}`;
}

/** 三日报告逾期3天. */
export function overdueWords({ kind, days }: Overdue): string {
  return `${kind === "report" ? "三日报告" : "出庭备案"}逾期${days}天`;
}

/** 负责人出庭, 未出庭, or nothing while nobody knows. */
export function attendedWords({ headAttended }: BoardAgency): string {
  return headAttended === undefined ? "" : headAttended ? "负责人出庭" : "负责人未出庭";
}

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

/** Rows for a spreadsheet, one line an agency: UTF-8 with a byte order mark, CRLF; no cell is a formula. */
export function boardCsv(rows: readonly BoardRow[], today: CivilDate): string {
  const lines = rows.flatMap((row) => {
    const { caseNumber, state, court, cause = "", plaintiff, enterprise, hearing, heardOn = "" } = row;
    const running = runningOf(row, today);
    const agencies: readonly (BoardAgency | undefined)[] =
      row.agencies.length > 0 ? row.agencies : [undefined];
    return agencies.map((agency) => [
      caseNumber,
      stateName(state),
      court,
      cause,
      plaintiff,
      agency?.name ?? "",
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
  return `\uFEFF${[COLUMNS, ...lines].map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("")}`;
}
