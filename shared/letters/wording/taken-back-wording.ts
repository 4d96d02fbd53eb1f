/** What is taken back (撤回), and by whom, in words. */
import type { ActKind, TakenBack } from "../../domain/case-file/state.ts";

const ACTS: Readonly<Record<ActKind, string>> = {
  review: "文书复核登记",
  report: "三日报告",
  "report-returned": "报告退回",
  supervision: "督导意见",
  filing: "出庭备案",
  obstacle: "出庭障碍报告",
  receipt: "报告、备案的收到登记",
  difference: "出庭记载核对",
  "handling-form": "案件办理单",
  opinion: "案件办理单拟办",
  approval: "案件办理单审批",
  objection: "指派异议",
};

export function actName(act: ActKind): string {
  return ACTS[act];
}

/** 由…撤回. */
export function officeName(office: TakenBack["office"]): string {
  return office === "own" ? "办理单位" : "司法局";
}
