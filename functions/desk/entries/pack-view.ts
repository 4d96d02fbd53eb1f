/** The pack for a joint meeting (联席会议材料) as pages show it, and the form that confirms it and invites. */

import { html } from "hono/html";
import type { OpenPoint } from "../../../shared/domain/notices/frame/pack-contents.ts";
import type { InviteCommand } from "../../../shared/domain/programme/decide.ts";
import type { MeetingPack } from "../../../shared/domain/programme/entry.ts";
import { addDays, type CivilDate } from "../../../shared/domain/time/time.ts";
import {
  dateWithWeekday,
  halfName,
  printedMoment,
  printedMonths,
  printedTime,
} from "../../../shared/letters/frame/dates.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import {
  openCorrectionWords,
  openPointWords,
  packFigureWords,
  packProblemWords,
  packStepWords,
  typicalCaseWords,
} from "../../../shared/letters/wording/pack-wording.ts";
import { factList } from "../frame/case-view.ts";
import { actorField, dateField, type Filled, textArea, textField } from "../frame/fields.ts";
import type { Form, FormReader } from "../frame/form.ts";
import type { Markup } from "../frame/page.ts";
import { dataTable } from "../frame/table.ts";

const MOST_DAYS = 180;
const MOST_STEPS = 20;

export function packView(pack: MeetingPack): Markup {
  const { state, counties, problems, corrections } = pack.contents;
  const section = (title: string, texts: readonly string[]) =>
    html`<h2>${title}</h2>${texts.length === 0 ? html`<p>本期没有。</p>` : html`<ol>${texts.map((text) => html`<li>${text}</li>`)}</ol>`}`;
  return html`${factList(
    fact("会议", halfName(pack)),
    fact("统计期间", printedMonths(pack)),
    ...pack.invitations.map(({ date, time, place, by, at }, index) =>
      fact(index === 0 ? "会议邀请" : "改期", `${dateWithWeekday(date)}${printedTime(time)}，${place}`, [
        `${by}，${printedMoment(at)}`,
      ]),
    ),
    fact("议题", pack.invitations.at(-1)?.topics?.join("\n")),
    fact("未落实的议定事项", pack.invitations.at(-1)?.openPoints?.map(openPointWords).join("\n")),
  )}
${section("负责人出庭应诉情况", state.map(packFigureWords))}
${dataTable({
  caption: "县区出庭情况（每案每一被诉行政机关计1个单位次）",
  columns: ["县区", "开庭（单位次）", "负责人出庭（单位次）", "单位出庭率"],
  rows: counties.map(({ name, heard, present, rate }) => [name, String(heard), String(present), rate]),
  empty: "没有开庭案件。",
})}
${section("存在的问题", problems.map(packProblemWords))}${section("未办结的整改建议", corrections.map(openCorrectionWords))}`;
}

/** What may stand on the agenda besides the pack: topics of the court that were accepted, points that are open. */
export interface Agenda {
  readonly topics: readonly string[];
  readonly openPoints: readonly OpenPoint[];
}

/** Which cases go along, the next steps, and when and where the meeting is. */
export function inviteFields(pack: MeetingPack, filled: Filled, today: CivilDate, agenda: Agenda): Markup {
  const { cases, next } = pack.contents;
  const last = pack.invitations.at(-1);
  const fresh = Object.keys(filled.form).length === 0;
  const form: Form = {
    next: (last?.next ?? next.map(packStepWords)).join("\n"),
    topics: [...new Set([...(last?.topics ?? []), ...agenda.topics])].join("\n"),
    ...(last !== undefined && { date: last.date, time: last.time, place: last.place }),
    ...filled.form,
  };
  const shown = { ...filled, form };
  const chosen = (index: number, number: string) =>
    fresh
      ? last === undefined || last.cases.some((one) => one === number)
      : filled.form[`case${index}`] === "yes";
  return html`<h2>${last === undefined ? "确认材料、发出邀请" : "会议改期"}</h2>
<p>提交后，系统把会议邀请、日程和材料发送给本局和人民法院。</p>
<fieldset class="field"><legend>典型案件</legend>${
    cases.length === 0
      ? html`<p>本期没有。</p>`
      : cases.map(
          (one, index) =>
            html`<label class="choice"><input type="checkbox" name="case${index}" value="yes"${chosen(index, one.caseNumber) ? html` checked` : ""}> ${typicalCaseWords(one)}</label>`,
        )
  }</fieldset>
${textArea(shown, { name: "topics", label: "议题（可不填）", rows: 3, hint: "每行一项；法院提出、已答复列入的已经填好。" })}
${
  agenda.openPoints.length === 0
    ? ""
    : html`<p>以前会议尚未落实的议定事项，一并列入议程：</p><ol>${agenda.openPoints.map((one) => html`<li>${openPointWords(one)}</li>`)}</ol>`
}
${textArea(shown, { name: "next", label: "下一步工作", rows: 6, hint: "每行一项。" })}
${dateField(shown, { name: "date", label: "会议日期", min: addDays(today, 1), max: addDays(today, MOST_DAYS) })}
${textField(shown, { name: "time", label: "会议时间", hint: "例如：09:00" })}
${textField(shown, { name: "place", label: "会议地点" })}
${actorField(shown, "经办人")}`;
}

/** What the form asks for; undefined where the reader found problems. */
export function readInvitation(
  pack: MeetingPack,
  reader: FormReader,
  form: Form,
  today: CivilDate,
  { openPoints }: Agenda,
) {
  const topics = reader.lines("topics", "议题", MOST_STEPS, 300);
  const next = reader.lines("next", "下一步工作", MOST_STEPS, 300);
  if (next.length === 0) reader.problem("next", "请填写下一步工作。");
  const date = reader.date("date", "会议日期", addDays(today, 1), addDays(today, MOST_DAYS));
  const time = reader.time("time", "会议时间");
  const place = reader.text("place", "会议地点", 60);
  const cases = pack.contents.cases
    .filter((_, index) => form[`case${index}`] === "yes")
    .map(({ caseNumber }) => caseNumber);
  return (
    date &&
    time &&
    ({
      type: "invite",
      invitation: {
        date,
        time,
        place,
        cases,
        next,
        ...(topics.length > 0 && { topics }),
        ...(openPoints.length > 0 && { openPoints }),
      },
    } satisfies Pick<InviteCommand, "type" | "invitation">)
  );
}
