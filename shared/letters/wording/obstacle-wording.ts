/** How a court's answer to an obstacle (出庭障碍) is put: 准许延期, 准许负责人不出庭, 不准许. */
import type { ObstacleAnswer, ObstacleVerdict } from "../../domain/case-file/before-hearing.ts";

const VERDICTS: Readonly<Record<ObstacleVerdict, string>> = {
  "put-off": "准许延期开庭",
  excused: "准许负责人不出庭",
  refused: "不准许，负责人应当出庭",
};

export function verdictName(verdict: ObstacleVerdict): string {
  return VERDICTS[verdict];
}

/** 法院答复沂南县公安局：准许延期开庭. */
export function verdictLine(respondent: string, { verdict }: Pick<ObstacleAnswer, "verdict">): string {
  return `法院答复${respondent}的出庭障碍：${verdictName(verdict)}`;
}

/** What the agency owes by it. */
export function verdictDuty(verdict: ObstacleVerdict): string {
  return {
    "put-off": "原定开庭不再举行，按原开庭日计算的报告、备案时限同时取消；收到新的传票后重新计算。",
    excused:
      "开庭时间不变。负责人可以不出庭，但应当委派相应的工作人员出庭，不得仅委托律师出庭（行政诉讼法第三条第三款）。",
    refused: "开庭时间不变，负责人应当按时出庭；已报告负责人不出庭的，请重新报告。",
  }[verdict];
}
