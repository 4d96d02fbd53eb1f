/** How an agency's list (待办、已办) puts what is to be done, by when and why, and what has been done. */
import type { CaseDeed, CaseTask, TaskKind } from "../../domain/board/worklist.ts";
import { isDutyKind } from "../../domain/duties/duty-rules.ts";
import type { DutyKind } from "../../domain/time/deadline.ts";
import { type CivilDate, daysBetween } from "../../domain/time/time.ts";
import { hearingMoment, printedDate } from "../frame/dates.ts";
import { dutyNames, dutyTodo, lateWords } from "./case-duty-wording.ts";
import { deadlineFact } from "./deadline-wording.ts";
import { periodName } from "./history-wording.ts";

const TASKS: Readonly<Record<Exclude<TaskKind, DutyKind>, string>> = {
  report: "填报三日报告",
  "report-again": "重新报告（报告已退回）",
  filing: "填报出庭备案",
  confirm: "确认出庭情况",
  difference: "核对出庭记载",
  "who-appears": "协商由谁出庭，重新报告",
  "must-appear": "落实负责人出庭，重新报告",
  "explain-principal": "说明正职不能出庭的原因，重新报告",
  "principal-must-appear": "落实正职出庭，重新报告",
};

/** 填报三日报告. */
export function taskName({ kind, also }: Pick<CaseTask, "kind" | "also">): string {
  return isDutyKind(kind) ? dutyNames(kind, also) : TASKS[kind];
}

/** Why it is asked: in one line, and how its last day was counted. */
export interface TaskReasons {
  readonly why: string;
  readonly counted: readonly string[];
}

export function taskReasons(task: CaseTask): TaskReasons {
  const { deadline } = task;
  return { why: whyAsked(task), counted: (deadline && deadlineFact("", deadline).notes) ?? [] };
}

function whyAsked({ kind, hearing, said, also }: CaseTask): string {
  if (isDutyKind(kind)) return `${dutyTodo(kind, also)}。${lateWords(kind, also).join("")}`;
  const held = hearing === undefined ? "" : `${printedDate(hearing.date)}开庭。`;
  const ahead = hearing === undefined ? "" : `${hearingMoment(hearing)}开庭。`;
  const words = said === undefined ? "。" : `（${said.by}）：${said.text}`;
  switch (kind) {
    case "report":
      return ahead;
    case "report-again":
      return `${ahead}报告已退回${words}`;
    case "filing":
      return held;
    case "confirm":
      return `${held}法院记载负责人已经出庭，核对无误的确认即可。`;
    case "difference":
      return `${held}本单位备案与其他来源的记载不一致，确认本方记载，或者更正。`;
    case "who-appears":
      return `${ahead}各被告报告的出庭单位不一致；没有一致意见的，本单位负责人仍应当出庭。`;
    case "must-appear":
      return `${ahead}法院不准许负责人不出庭${words}`;
    case "explain-principal":
      return `${ahead}本案应由正职出庭，报告的是其他负责人。`;
    case "principal-must-appear":
      return `${ahead}上级领导不同意正职不出庭${words}`;
    default:
      return kind satisfies never;
  }
}

/** 已逾期2天, 今天到期, 明天到期, 还有3天. */
export function daysLeftWords(due: CivilDate, today: CivilDate): string {
  const left = daysBetween(today, due);
  if (left < 0) return `已逾期${-left}天`;
  return left === 0 ? "今天到期" : left === 1 ? "明天到期" : `还有${left}天`;
}

/** 三日报告（9月24日开庭）. */
export function deedName({ kind, duty, day }: CaseDeed): string {
  const about = day === undefined ? "" : `（${printedDate(day)}${kind === "duty" ? "完成" : "开庭"}）`;
  const name = {
    report: "三日报告",
    filing: "出庭备案",
    answer: "核对出庭记载",
    obstacle: "报告出庭障碍",
    registered: `${duty === "report" ? "三日报告" : "出庭备案"}，已登记收到`,
    duty: duty === undefined ? "" : periodName(duty),
  }[kind];
  return `${name}${about}`;
}
