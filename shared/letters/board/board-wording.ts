/** A board (案件看板) in words: how its page and its table call states, flags and what is due. */
import type { Concern, Overdue } from "../../domain/board/board-query.ts";
import type { BoardAgency, BoardDue, BoardFlag, BoardRow } from "../../domain/board/board-row.ts";
import { dueName } from "../wording/history-wording.ts";
import { interimName } from "../wording/outcome-wording.ts";

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

/** 延期待定，中止诉讼: a row's state, and what the case waits for. */
export function rowState({ state, halted }: Pick<BoardRow, "state" | "halted">): string {
  return halted === undefined ? stateName(state) : `${stateName(state)}，${interimName(halted)}`;
}

/** 沂南县公安局, 沂南县公安局（已撤回对其起诉）. */
export function agencyName({ name, withdrawn }: Pick<BoardAgency, "name" | "withdrawn">): string {
  return withdrawn === true ? `${name}（已撤回对其起诉）` : name;
}

/** What stands out in an agency's part. */
export function flagName(flag: BoardFlag): string {
  return {
    unidentified: "被告名称待核",
    "designation-open": "待指派",
    "approval-pending": "办理单待审批",
    "report-to-read": "三日报告待审阅",
    "report-returned": "报告退回待重报",
    obstacle: "出庭障碍待法院答复",
    "obstacle-refused": "法院不准许不出庭",
    enforced: "法院强制执行",
    "orders-open": "履行事项待核定",
    "who-appears": "共同被告由谁出庭未定",
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
  return `${dueName(kind)} ${due}`;
}

/** 三日报告逾期3天. */
export function overdueWords({ kind, days }: Pick<Overdue, "kind" | "days">): string {
  return `${dueName(kind)}逾期${days}天`;
}

/** 负责人出庭, 未出庭, or nothing while nobody knows. */
export function attendedWords({ headAttended }: BoardAgency): string {
  return headAttended === undefined ? "" : headAttended ? "负责人出庭" : "负责人未出庭";
}
