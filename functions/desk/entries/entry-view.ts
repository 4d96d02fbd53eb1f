/** Entries of a programme as pages show them: one in full, with who did what to it, and many in a table. */

import { html } from "hono/html";
import { isOverdue } from "../../../shared/domain/programme/decide.ts";
import {
  type Correction,
  type CorrectionState,
  correctionState,
  type Observation,
  type Participants,
  type ProgrammeEntry,
  peopleOf,
} from "../../../shared/domain/programme/entry.ts";
import { seatsTaken } from "../../../shared/domain/programme/observation-plan.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import type { CivilDate } from "../../../shared/domain/time/time.ts";
import { printedDate, printedMoment, printedTime } from "../../../shared/letters/frame/dates.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import { actName, trainingFormName } from "../../../shared/letters/wording/programme-wording.ts";
import { factList } from "../frame/case-view.ts";
import type { Markup } from "../frame/page.ts";
import { dataTable } from "../frame/table.ts";
import { assessmentView } from "./assessment-view.ts";
import { interviewView } from "./interview-view.ts";
import { pointsView, topicView } from "./meeting-view.ts";
import { packView } from "./pack-view.ts";
import { participantLine } from "./participants-field.ts";
import { sessionView } from "./session-view.ts";
import { suggestionView } from "./suggestion-view.ts";

const STATE_NAMES: Readonly<Record<CorrectionState, string>> = {
  "awaiting-answer": "待答复",
  answered: "已答复，待审核",
  returned: "已退回，待重新答复",
  accepted: "已认可，办结",
  withdrawn: "已作废",
};

/** Where a proposal stands, and whether it is late. */
export function correctionStateView(correction: Correction, today: CivilDate): Markup {
  const name = STATE_NAMES[correctionState(correction)];
  return isOverdue(correction, today) ? html`<span class="late">${name}（已逾期）</span>` : html`${name}`;
}

/** All that is recorded of an entry. */
export function entryView(
  entry: ProgrammeEntry,
  today: CivilDate,
  rules: Pick<Rules, "calendar">,
  carried: ReadonlySet<string> = NONE,
): Markup {
  return html`${entry.withdrawn === undefined ? "" : html`<p class="note"><strong>已作废，不计入统计。</strong>原因：${entry.withdrawn}</p>`}${factsOf(entry, today, rules, carried)}`;
}

const NONE: ReadonlySet<string> = new Set();

/** 旁听计划: who is invited; seats that are left. */
function planFacts({ plan, participants }: Observation) {
  if (plan === undefined) return [];
  const { place, seats, invited, study } = plan;
  const taken = seatsTaken(plan);
  const units = invited.map(
    ({ unit, seats: own, organisation }) =>
      `${unit}，${own}人${organisation === undefined ? "（名录中没有，请自行通知）" : ""}`,
  );
  return [
    fact("法庭", place),
    fact("旁听席位", seats === undefined ? undefined : `${seats}个，已安排${taken}个`),
    fact("邀请单位", units.join("\n")),
    study === true ? fact("学法形式", "党委（党组）中心组学法") : undefined,
    participants.length === 0 ? fact("状态", "已安排，参加情况待登记") : undefined,
  ];
}

function factsOf(
  entry: ProgrammeEntry,
  today: CivilDate,
  rules: Pick<Rules, "calendar">,
  carried: ReadonlySet<string>,
): Markup {
  switch (entry.kind) {
    case "observation":
      return factList(
        fact(
          "旁听日期",
          `${printedDate(entry.date)}${entry.plan?.time === undefined ? "" : ` ${printedTime(entry.plan.time)}`}`,
        ),
        fact("案号", entry.caseNumber),
        fact("案由", entry.cause),
        fact("法院", entry.court),
        ...planFacts(entry),
        entry.participants.length === 0 ? undefined : participantsFact(entry.participants),
      );
    case "training":
      return factList(
        fact("培训日期", printedDate(entry.date)),
        fact("主题", entry.topic),
        fact("形式", entry.form && trainingFormName(entry.form)),
        fact("授课人", entry.lecturer),
        participantsFact(entry.participants),
        fact("材料", entry.papers.join("\n")),
      );
    case "meeting":
      return html`${factList(
        fact("会议日期", printedDate(entry.date)),
        fact("地点", entry.place),
        participantsFact(entry.participants),
        fact("议题", entry.topics?.join("\n")),
      )}${pointsView(entry, today, carried)}`;
    case "topic":
      return topicView(entry);
    case "session":
      return sessionView(entry, today);
    case "correction":
      return html`<p>${correctionStateView(entry, today)}</p>${factList(
        fact("单位", entry.to.name),
        fact("案件", entry.caseNumber),
        fact("存在问题", entry.shortcoming),
        fact("整改建议", entry.proposal),
        fact("提出日期", printedDate(entry.issuedOn)),
        fact("答复时限", printedDate(entry.due)),
        ...(entry.copies ?? []).map(({ at, by }) =>
          fact("抄送上级", `${by}确认抄送督办函`, [printedMoment(at)]),
        ),
      )}${entry.answers.map(
        ({ at, by, text, verdict }, index) =>
          html`<h2>第${index + 1}次答复</h2>${factList(
            fact("整改情况", text, [`${by}，${printedMoment(at)}`]),
            verdict &&
              fact(verdict.accepted ? "认可" : "退回", verdict.text || "同意", [
                `${verdict.by}，${printedMoment(verdict.at)}`,
              ]),
          )}`,
      )}`;
    case "suggestion":
      return suggestionView(entry, today, rules);
    case "interview":
      return interviewView(entry);
    case "assessment":
      return assessmentView(entry);
    case "pack":
      return packView(entry);
    case "plan":
      return html``;
    default:
      return entry satisfies never;
  }
}

function participantsFact(participants: readonly Participants[]) {
  const lines = participants.map(participantLine);
  return fact("参加人员", lines.join("\n"), [`共${participants.length}个单位，${peopleOf(participants)}人`]);
}

/** Who did what, oldest first: one line a revision. */
export function trailView(history: readonly ProgrammeEntry[]): Markup {
  const acts = history.filter(({ revision }, index) => history[index - 1]?.revision !== revision);
  return html`<h2>办理记录</h2>${dataTable({
    caption: "谁在何时办理了什么",
    columns: ["时间", "事项", "经办人"],
    rows: acts.map(({ change: { at, what, by } }) => [printedMoment(at), actName(what), by]),
    empty: "没有记录。",
  })}`;
}
