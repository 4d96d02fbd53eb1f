/** How letters and pages speak of what is owed beside the sittings: its name, what is to be done and where, what follows from lateness. */
import type { DutyKind } from "../../domain/time/deadline.ts";
import { LEGAL_BASIS } from "./legal-basis.ts";

interface DutyWords {
  /** 答辩. */
  readonly name: string;
  /** What is to be done: 向人民法院提交答辩状. */
  readonly todo: string;
  /** Who lets the bureau know that it is done, and how. */
  readonly done: string;
  /** What the law says of whoever is late. */
  readonly late?: string;
}

const WORDS: Readonly<Record<DutyKind, DutyWords>> = {
  defence: {
    name: "答辩",
    todo: "向人民法院提交答辩状",
    done: "在办理页面上传答辩状，或者由司法局登记",
    late: `不提出答辩状的，不影响人民法院审理（${LEGAL_BASIS.defence}）。`,
  },
  evidence: {
    name: "举证",
    todo: "向人民法院提交作出行政行为的证据和所依据的规范性文件",
    done: "在办理页面上传证据目录，或者由司法局登记",
    late: `不提供或者无正当理由逾期提供证据，视为没有相应证据（${LEGAL_BASIS.burden}）；因不可抗力等正当事由不能提供的，应当在期限内书面申请延期，经人民法院准许（${LEGAL_BASIS.evidenceLater}）。`,
  },
  appeal: {
    name: "上诉决定",
    todo: "研究决定上诉或者服判",
    done: "在办理页面填报决定，或者由司法局登记",
    late: `上诉期限届满未上诉的，一审裁判发生法律效力（${LEGAL_BASIS.appeal}）。`,
  },
  performance: {
    name: "履行生效裁判",
    todo: "履行生效裁判确定的义务",
    done: "在办理页面填报履行情况，或者由司法局登记",
    late: `拒绝履行的，人民法院可以采取罚款、向监察机关或者上一级行政机关提出司法建议等措施（${LEGAL_BASIS.enforcement}）。`,
  },
  "loss-report": {
    name: "败诉案件报告",
    todo: "报告败诉原因、责任和整改",
    done: "在办理页面填报，或者由司法局登记",
  },
  suggestion: {
    name: "司法建议复函",
    todo: "研究司法建议，书面答复人民法院",
    done: "在办理页面填报复函，或者由司法局登记",
  },
};

export function dutyWords(kind: DutyKind): DutyWords {
  return WORDS[kind];
}

/** 答辩、举证: a duty and what is owed with it. */
export function dutyNames(kind: DutyKind, also: readonly DutyKind[] = []): string {
  return [kind, ...also].map((one) => WORDS[one].name).join("、");
}

/** 向人民法院提交答辩状、作出行政行为的证据和所依据的规范性文件. */
export function dutyTodo(kind: DutyKind, also: readonly DutyKind[] = []): string {
  const further = also.map((one) => WORDS[one].todo.replace(TO_COURT, ""));
  return [WORDS[kind].todo, ...further].join("、");
}

/** What is handed in together is said to be once. */
const TO_COURT = /^向人民法院提交/u;

/** What the law says of whoever is late with any of them. */
export function lateWords(kind: DutyKind, also: readonly DutyKind[] = []): readonly string[] {
  return [kind, ...also].flatMap((one) => WORDS[one].late ?? []);
}
