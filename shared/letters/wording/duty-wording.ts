/** How pages say where a duty stands: 逾期未报, 已报送, 不再要求. */
import type { MetBy } from "../../domain/duties/case-duty.ts";
import type { DutyStanding } from "../../domain/obligations/duty-standing.ts";
import type { DeadlineKind } from "../../domain/time/deadline.ts";
import { printedDate } from "../frame/dates.ts";

const MET_BY: Readonly<Record<MetBy, string>> = {
  form: "网上报送",
  receipt: "司法局登记收到",
  paper: "依据收到的文书",
};

function doing(kind: DeadlineKind): string {
  return kind === "report" ? "报告" : kind === "filing" ? "备案" : "办理";
}

/** In a few words; `kind` decides what not having come is called. */
export function standingWords(kind: DeadlineKind, standing: DutyStanding): string {
  switch (standing.state) {
    case "met": {
      const { on, by, daysLate } = standing;
      return `已完成：${printedDate(on)}${MET_BY[by]}${daysLate === 0 ? "" : `，逾期${daysLate}日`}`;
    }
    case "running": {
      const { daysLeft, returned } = standing;
      const left = daysLeft === 0 ? "今天到期" : `还有${daysLeft}日`;
      return `${returned ? "已退回，待重新报告" : `待${doing(kind)}`}，${left}`;
    }
    case "overdue":
      return `${standing.returned ? "退回后逾期未重报" : `逾期未${kind === "report" ? "报" : doing(kind)}`}，已逾期${standing.days}日`;
    case "not-reported":
      return "开庭前没有收到，不再要求";
    case "no-hearing":
      return "开庭日期未定，重新定期后再报";
    case "after-hearing":
      return "开庭后填报";
    case "cancelled":
      return "已取消";
    default:
      return standing satisfies never;
  }
}
