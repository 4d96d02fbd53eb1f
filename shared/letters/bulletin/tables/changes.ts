/** What a later version of a bulletin changes, in words: 负责人出庭：未出庭→出庭. */
import type { StatedGround } from "../../../domain/court/absence-ground.ts";
import type { HeadRank } from "../../../domain/court/head.ts";
import type { Outcome } from "../../../domain/court/outcome.ts";
import type { RowChange, ShownFact } from "../../../domain/statistics/row-changes.ts";
import { rankName } from "../../wording/head-wording.ts";
import { shortOutcomeName } from "../../wording/outcome-wording.ts";
import { groundLabel } from "../../wording/report-wording.ts";

const FACTS: Readonly<Record<ShownFact, string>> = {
  jurisdiction: "县区",
  court: "审理法院",
  heardOn: "开庭日期",
  heard: "开庭审理",
  present: "负责人出庭",
  excused: "由共同被告的负责人出庭",
  rank: "负责人类别",
  headName: "负责人姓名",
  spoke: "出庭发言",
  enterprise: "涉企",
  absenceReason: "未出庭原因",
  absenceGround: "原因类别",
  reasonAccepted: "理由成立",
  withoutHead: "出庭人员",
  conduct: "庭审情况",
  outcome: "裁判结果",
  closed: "审结",
  mediated: "进入调解",
  openDifference: "记载不一致",
};

const VALUES: Readonly<Record<string, string>> = {
  staff: "工作人员",
  lawyers: "仅律师",
  nobody: "无人",
  "left-early": "中途退庭",
  "refused-to-explain": "拒绝说明",
  "put-off": "依申请延期",
  agreed: "协商确定",
  court: "法院确定",
};

/** 新增 · 删除 · the facts that were corrected. */
export function printedChange({ change, facts }: RowChange): string {
  if (change === "added") return "新增";
  if (change === "removed") return "删除";
  return facts
    .map(
      ({ fact, before, after }) =>
        `${FACTS[fact]}：${printedValue(fact, before)}→${printedValue(fact, after)}`,
    )
    .join("；");
}

function printedValue(fact: ShownFact, value: RowChange["facts"][number]["before"]): string {
  if (value === undefined) return "未载明";
  if (typeof value === "boolean") return value ? "是" : "否";
  if (fact === "outcome") return shortOutcomeName(value as Outcome);
  if (fact === "rank") return rankName(value as HeadRank);
  if (fact === "absenceGround") return groundLabel(value as StatedGround);
  if (typeof value !== "string") return value.map((one) => VALUES[one] ?? one).join("、");
  return fact === "withoutHead" || fact === "excused" ? (VALUES[value] ?? value) : value;
}
