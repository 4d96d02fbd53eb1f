/** How letters and pages speak of lost cases (败诉案件): kinds, causes, where a report stands, and what repeats what. */
import type { LossCause, LossKind } from "../../domain/loss/loss-report.ts";
import type { LossState } from "../../domain/loss/lost-case.ts";
import type { RepeatedLoss } from "../../domain/loss/repeated-loss.ts";
import type { LossShown } from "../../domain/notices/loss.ts";
import { printedDate } from "../frame/dates.ts";
import { fact, type LabelledFact } from "../frame/letter.ts";

/** 撤销 … */
export function lossKindName(kind: LossKind): string {
  return {
    annulled: "撤销（含部分撤销、责令重作）",
    changed: "变更",
    illegal: "确认违法或者无效",
    ordered: "责令履行职责",
    pay: "判决赔偿、补偿或者给付",
    reversed: "二审、再审改判",
    other: "其他",
  }[kind];
}

/** 事实 … as a list names it. */
export function causeName(cause: LossCause): string {
  return { facts: "事实", procedure: "程序", basis: "依据", competence: "职权", discretion: "裁量" }[cause];
}

/** The same with what it means. */
export function causeExplained(cause: LossCause): string {
  return {
    facts: "事实：认定事实不清，主要证据不足",
    procedure: "程序：违反法定程序",
    basis: "依据：适用法律、法规错误",
    competence: "职权：超越职权、滥用职权",
    discretion: "裁量：明显不当",
  }[cause];
}

/** 待报告 … */
export function lossStateName(state: LossState): string {
  return {
    unclear: "多个被告，败诉单位待核定",
    "not-effective": "裁判未生效",
    owed: "待报告",
    reported: "已报告，待审核",
    returned: "已退回，待重新报告",
    accepted: "已认可",
  }[state];
}

/** 重复败诉: each cause with the cases it stands on. */
export function repeatedLines({ from, causes, loss }: RepeatedLoss): readonly string[] {
  return causes.map(
    ({ cause, earlier }) =>
      `因${causeName(cause)}原因重复败诉：${printedDate(from)}以来，至本案判决（${printedDate(loss.lostOn)}）前，同一单位因同一原因败诉${earlier.length}件：${earlier
        .map(({ caseNumber, lostOn }) => `${caseNumber}（${printedDate(lostOn)}）`)
        .join("、")}。`,
  );
}

/** A report, line by line, without who filled it in. */
export function lossFacts({
  kind,
  causes,
  explanation,
  responsible,
  mending,
  mendBy,
}: LossShown): readonly (LabelledFact | undefined)[] {
  return [
    fact("败诉类型", lossKindName(kind)),
    fact("败诉原因", causes.map(causeExplained).join("\n")),
    fact("原因说明", explanation),
    fact("责任环节、岗位", responsible),
    fact("整改措施", mending),
    fact("整改时限", printedDate(mendBy)),
  ];
}
