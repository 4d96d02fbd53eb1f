/** What is taken back (撤回), and by whom, in words. */
import type { ActKind, TakenBack } from "../../domain/case-file/state.ts";

const ACTS: Readonly<Record<ActKind, string>> = {
  review: "文书复核登记",
  reading: "文书登记",
  report: "三日报告",
  "report-returned": "报告退回",
  supervision: "督导意见",
  defence: "答辩、举证登记",
  filing: "出庭备案",
  obstacle: "出庭障碍报告",
  "obstacle-answer": "出庭障碍答复",
  "appeal-choice": "上诉决定",
  "appeal-approval": "上诉决定审批",
  orders: "履行事项核定",
  performance: "履行情况",
  "judgment-note": "裁判送达和履行登记",
  receipt: "报告、备案的收到登记",
  difference: "出庭记载核对",
  "handling-form": "案件办理单",
  opinion: "案件办理单拟办",
  approval: "案件办理单审批",
  objection: "指派异议",
  "loss-report": "败诉案件报告",
  "loss-verdict": "败诉案件报告的审核",
  identification: "被告单位核定",
  "call-classes": "出庭类别和正职出庭要求",
  "principal-answer": "正职不出庭说明的批复",
  classes: "案件分类更正",
  "hearing-correction": "更正开庭",
  "hearing-cancellation": "登记取消开庭",
  "hearing-move": "登记改期",
  closing: "登记结案、中止或者移送",
  "outcome-correction": "更正裁判结果",
  voiding: "撤销误登案件",
  "case-entry": "录入案件",
  merger: "合并误登案号",
  split: "移出误登的被告、开庭",
};

export function actName(act: ActKind): string {
  return ACTS[act];
}

/** Acts of the bureau itself. */
const BUREAUS: ReadonlySet<ActKind> = new Set([
  "review",
  "reading",
  "report-returned",
  "supervision",
  "receipt",
  "handling-form",
  "loss-verdict",
  "identification",
  "call-classes",
  "hearing-correction",
  "hearing-cancellation",
  "hearing-move",
  "closing",
  "outcome-correction",
  "voiding",
  "case-entry",
  "merger",
  "split",
]);

/** 由…撤回; `bureau`: by its name, where whoever reads it should know which. */
export function officeName({ act, office }: Pick<TakenBack, "act" | "office">, bureau = "司法局"): string {
  if (act === "obstacle-answer") return "人民法院";
  return office === "bureau" || BUREAUS.has(act) ? bureau : "办理单位";
}
