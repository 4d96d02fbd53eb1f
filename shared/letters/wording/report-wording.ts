/** How letters and pages speak of reports and filings: who will appear, why a head can't, how a sitting ended. */
import type { HeadPlan, Person, PostConcern, SittingResult } from "../../domain/case-file/report.ts";
import type { AbsenceGround, StatedGround } from "../../domain/court/absence-ground.ts";
import { postDoubtWords, rankName } from "./head-wording.ts";
import { jointLine } from "./joint-wording.ts";

/** A ground as forms and letters print it: 不可抗力 … */
export function groundName(ground: AbsenceGround): string {
  return {
    "force-majeure": "不可抗力",
    accident: "意外事件",
    "irreplaceable-duty": "需要履行他人不能代替的公务",
    other: "无法出庭的其他正当事由",
  }[ground];
}

/** A result as forms and letters print it. */
export function resultName(result: SittingResult): string {
  return {
    "judgment-later": "庭审结束，择期宣判",
    "judgment-given": "当庭宣判",
    withdrawn: "原告撤诉",
    mediated: "达成和解或者调解",
    adjourned: "休庭，另行开庭",
    other: "其他",
  }[result];
}

/** The class of a reason as tables and charts name it: 不可抗力, …, 无正当理由, 原因不明. */
export function groundLabel(ground: StatedGround | undefined): string {
  return ground === undefined ? "原因不明" : GROUND_LABELS[ground];
}

const GROUND_LABELS: Readonly<Record<StatedGround, string>> = {
  "force-majeure": "不可抗力",
  accident: "意外事件",
  "irreplaceable-duty": "他人不能代替的公务",
  other: "其他正当事由",
  none: "无正当理由",
};

/** 龙涛，副局长（副职）出庭. */
export function headLine(head: HeadPlan): string {
  const { joint } = head;
  const settled =
    joint === undefined ? "" : `${jointLine({ by: joint.by, respondents: [joint.respondent] })}。`;
  switch (head.appears) {
    case true:
      return `${settled}${personLine(head)}（${rankName(head.rank)}）出庭`;
    case false:
      return `${settled}负责人不能出庭，理由：${groundName(head.ground)}。${head.explanation}`;
    default:
      return `${settled}本单位委派工作人员出庭`;
  }
}

/** 龙涛，副局长. */
export function personLine({ name, title }: Person): string {
  return `${name}，${title}`;
}

/** Why somebody should check that a post counts, as a clause. */
export function concernWords(concern: PostConcern): string {
  switch (concern.type) {
    case "designated-post":
      return `“${concern.post}”是${concern.designated}的职务，不是${concern.agency}的负责人，按相应的工作人员计`;
    case "other-than-approved":
      return `审批确定由${personLine(concern.approved)}出庭，报告的是另一位`;
    case "as-written":
      return concern.text;
    default:
      return postDoubtWords(concern);
  }
}
