/** An interview (约谈) as pages show it: why it is proposed, where it stands, and the one next step its bureau can take. */

import { html } from "hono/html";
import { defined } from "../../../shared/domain/defined.ts";
import type { InterviewCommand } from "../../../shared/domain/programme/decide.ts";
import {
  type Interview,
  type InterviewState,
  interviewState,
} from "../../../shared/domain/programme/entry.ts";
import { percent } from "../../../shared/domain/statistics/rate.ts";
import { addDays, type CivilDate } from "../../../shared/domain/time/time.ts";
import {
  dateWithWeekday,
  printedDate,
  printedMoment,
  printedMonths,
  printedTime,
} from "../../../shared/letters/frame/dates.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import { interviewReasonWords } from "../../../shared/letters/wording/programme-wording.ts";
import { factList } from "../frame/case-view.ts";
import { actorField, dateField, type Filled, radios, textArea, textField } from "../frame/fields.ts";
import type { FormReader } from "../frame/form.ts";
import type { Markup } from "../frame/page.ts";

export const INTERVIEW_STATES: Readonly<Record<InterviewState, string>> = {
  proposed: "待确认",
  dismissed: "不予约谈",
  called: "已发通知，待约谈",
  held: "已约谈，待回访",
  "followed-up": "已回访，办结",
  withdrawn: "已作废",
};

const MOST_DAYS = 180;

export function interviewView(interview: Interview): Markup {
  const { unit, heard, present, reasons, dismissed, called, outcome, followedUp } = interview;
  return html`<p>${INTERVIEW_STATES[interviewState(interview)]}</p>${factList(
    fact("单位", unit.name),
    fact("统计期间", printedMonths(interview)),
    fact(
      "出庭情况",
      `开庭${heard}个单位次，负责人出庭${present}个单位次，单位出庭率${percent({ part: present, whole: heard })}`,
    ),
    fact("约谈事由", reasons.map(interviewReasonWords).join("\n")),
    dismissed && fact("不予约谈", dismissed.reason, [`${dismissed.by}，${printedMoment(dismissed.at)}`]),
    called &&
      fact(
        "约谈安排",
        `${dateWithWeekday(called.date)}${printedTime(called.time)}，${called.place}\n${called.demands}`,
        [`${called.by}，${printedMoment(called.at)}`],
      ),
    outcome &&
      fact("约谈情况和要求", outcome.text, [
        `${outcome.by}，${printedMoment(outcome.at)}；回访日期${printedDate(outcome.followUp)}`,
      ]),
    followedUp && fact("回访情况", followedUp.text, [`${followedUp.by}，${printedMoment(followedUp.at)}`]),
  )}`;
}

/** The form of the next step; undefined where none is left. */
export function interviewFields(
  interview: Interview,
  filled: Filled,
  today: CivilDate,
  followUpDays: number,
): { readonly fields: Markup; readonly button: string } | undefined {
  switch (interviewState(interview)) {
    case "proposed":
      return { fields: decisionFields(interview, filled, today), button: "提交" };
    case "called":
      return {
        fields: html`<h2>登记约谈情况</h2>
${textArea(filled, { name: "text", label: "约谈情况和要求", rows: 6 })}
${dateField(
  { ...filled, form: { followUp: addDays(today, followUpDays), ...filled.form } },
  {
    name: "followUp",
    label: "回访日期",
    hint: "到期系统提醒本局回访，并提醒被约谈单位报送整改情况。",
    min: addDays(today, 1),
  },
)}
${actorField(filled, "登记人")}`,
        button: "提交",
      };
    case "held":
      return {
        fields: html`<h2>登记回访情况</h2>
${textArea(filled, { name: "text", label: "整改和回访情况", rows: 6 })}
${actorField(filled, "登记人")}`,
        button: "提交，办结",
      };
    default:
      return undefined;
  }
}

function decisionFields({ unit }: Interview, filled: Filled, today: CivilDate): Markup {
  const unknown =
    unit.organisation === undefined
      ? html`<p class="note">名录中没有“${unit.name}”，系统无法向其发函；确认后请自行送达，或者先请管理员补充名录。</p>`
      : html`<p>确认后，系统立即把约谈通知书发送到${unit.name}在名录中登记的邮箱，并抄送其上级。</p>`;
  return html`<h2>是否约谈</h2>${unknown}
${radios(filled, {
  name: "decision",
  label: "决定",
  options: [
    ["call", "确认约谈，发出约谈通知书"],
    ["dismiss", "不予约谈"],
  ],
})}
${dateField(filled, { name: "date", label: "约谈日期", hint: "确认约谈的填写。", min: addDays(today, 1), max: addDays(today, MOST_DAYS) })}
${textField(filled, { name: "time", label: "约谈时间", hint: "例如：09:00" })}
${textField(filled, { name: "place", label: "约谈地点" })}
${textArea(filled, { name: "demands", label: "需要说明和准备的内容", rows: 4, hint: "例如：未出庭原因、整改措施和完成时限。" })}
${textField(filled, { name: "document", label: "发文字号（可不填）", hint: "例如：临司约〔2026〕3号，印在约谈通知书上；填过一次后，系统按年度顺序建议。" })}
${textArea(filled, { name: "why", label: "不予约谈的理由", rows: 2, hint: "不予约谈的填写。" })}
${actorField(filled, "决定人")}`;
}

/** What the form asks for; undefined where the reader found problems, or the interview is at its end. */
export function readInterview(interview: Interview, reader: FormReader, today: CivilDate): Said | undefined {
  switch (interviewState(interview)) {
    case "proposed":
      return readDecision(reader, today);
    case "called": {
      const text = reader.text("text", "约谈情况和要求", 2000);
      const followUp = reader.date("followUp", "回访日期", addDays(today, 1), addDays(today, MOST_DAYS));
      return followUp && { type: "hold", text, followUp };
    }
    case "held":
      return { type: "follow-up", text: reader.text("text", "整改和回访情况", 2000) };
    default:
      return undefined;
  }
}

type Said = InterviewCommand extends infer One
  ? One extends InterviewCommand
    ? Omit<One, "at" | "by" | "cause" | "form" | "revision">
    : never
  : never;

function readDecision(reader: FormReader, today: CivilDate): Said | undefined {
  const decision = reader.choice("decision", "决定", ["call", "dismiss"]);
  if (decision === undefined) return undefined;
  if (decision === "dismiss") return { type: "dismiss", reason: reader.text("why", "不予约谈的理由", 500) };
  const date = reader.date("date", "约谈日期", addDays(today, 1), addDays(today, MOST_DAYS));
  const time = reader.time("time", "约谈时间");
  const place = reader.text("place", "约谈地点", 60);
  const demands = reader.text("demands", "需要说明和准备的内容", 1000);
  const document = reader.optionalText("document", "发文字号", 40);
  return date && time && { type: "call", call: { date, time, place, demands, ...defined({ document }) } };
}
