/** How letters and pages speak of the programme (工作台账): its kinds of entries, what was done to them, why units are called in. */

import type { EntryKind, ProgrammeAct } from "../../domain/notices/frame/programme-act.ts";
import type { InterviewReason } from "../../domain/notices/frame/shown.ts";
import type { TrainingForm } from "../../domain/programme/entry.ts";
import { type Words, worded } from "../frame/worded.ts";
import { eventsWords, triggerName } from "./unit-event-wording.ts";

/** 旁听庭审 … */
export function programmeKindName(kind: EntryKind): string {
  return {
    observation: "旁听庭审",
    training: "应诉培训",
    correction: "整改建议",
    suggestion: "司法建议",
    meeting: "联席会议",
    topic: "联席会议议题",
    interview: "约谈",
    session: "约谈会",
    assessment: "年度考核",
    pack: "联席会议材料",
    plan: "年度安排",
  }[kind];
}

/** 登记, 更正, 答复 … */
export function actName(act: ProgrammeAct): string {
  return ACTS[act];
}

const ACTS: Readonly<Record<ProgrammeAct, string>> = {
  recorded: "登记",
  proposed: "提出",
  withdrawn: "作废",
  invited: "发出会议邀请",
  moved: "改期",
  objected: "提出异议",
  "objection-accepted": "采纳异议",
  "objection-refused": "不采纳异议",
  dismissed: "不予约谈",
  called: "确认约谈",
  held: "登记约谈结果",
  "followed-up": "回访",
  amended: "更正",
  answered: "答复",
  accepted: "认可",
  returned: "退回",
  opened: "建立",
  drafted: "征求意见",
  copied: "抄送上级",
  "reply-taken-back": "撤回复函",
  "made-final": "定稿",
  "pack-made": "生成材料",
  candidate: "提出建议",
  "called-together": "召集约谈会",
  "unit-recorded": "登记单位约谈情况",
  "minutes-recorded": "登记会议情况",
  "promise-kept": "承诺事项落实",
  "point-settled": "议定事项落实",
  "topic-proposed": "提出议题",
  "topic-answered": "答复议题",
  planned: "安排旁听",
  attended: "登记参加情况",
  "taken-back": "撤回上一步",
};

/** 授课 … */
export function trainingFormName(form: TrainingForm): string {
  return { lecture: "授课", guidance: "专项指导", discussion: "座谈交流", other: "其他" }[form];
}

/** Why a unit should be called in, one sentence with its figures: those of a county and an agency are (case, agency) pairs. */
export function interviewReasonWords(reason: InterviewReason): string {
  return worded(REASONS, reason);
}

const REASONS: Words<InterviewReason, string> = {
  "low-rate": ({ heard, present, rate, belowPercent }) =>
    `开庭${heard}个单位次，负责人出庭${present}个单位次，单位出庭率${rate}，低于${belowPercent}%。`,
  "low-enterprise-rate": ({ heard, present, rate, belowPercent }) =>
    `涉企案件开庭${heard}个单位次，负责人出庭${present}个单位次，单位出庭率${rate}，低于${belowPercent}%。`,
  "repeated-absence": ({ cases }) => `负责人${cases.length}次未出庭且理由未经法院认可：${cases.join("、")}。`,
  "high-loss-rate": ({ closed, lost, rate, abovePercent, cases }) =>
    `一审审结${closed}件，败诉${lost}件，败诉率${rate}，高于${abovePercent}%：${cases.join("、")}。`,
  events: ({ trigger, events }) => `${triggerName(trigger)}${events.length}次：${eventsWords(events)}。`,
  "as-written": ({ text }) => text,
};
