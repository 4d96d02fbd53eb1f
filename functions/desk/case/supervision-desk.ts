/** The bureau reads a report (个案督导): it may return it with remarks, or note its supervision. */
import { html } from "hono/html";
import { reportOf } from "../../../shared/domain/case-file/reports.ts";
import { hearingOf } from "../../../shared/domain/case-file/state.ts";
import type { TaskDesk } from "../case-task/task-desk.ts";
import { caseView, reportView } from "../frame/case-view.ts";
import { actorField, radios, textArea } from "../frame/fields.ts";
import { beforeHearingView } from "./before-hearing-view.ts";

export const supervisionDesk: TaskDesk = {
  title: "审阅三日报告",
  done: "意见已提交",
  button: "提交意见",

  refusal({ file, link }) {
    const report = reportOf(file, link.respondent);
    if (report === undefined) return { type: "no-report" };
    return report.returned === undefined ? undefined : { type: "report-returned-already" };
  },

  shown({ file, link: { respondent } }) {
    const report = reportOf(file, respondent);
    if (report === undefined) return caseView(file, undefined);
    return html`${caseView(file, hearingOf(file, report.hearing))}${beforeHearingView(file, respondent)}${reportView(report)}`;
  },

  given: () => ({}),

  fields: (_, filled) => html`<h2>填写意见</h2>
<p>没有意见的，不必填写。</p>
${radios(filled, {
  name: "answer",
  label: "处理",
  options: [
    ["note-supervision", "督导意见：发给该单位，报告有效"],
    ["return-report", "退回：该单位须重新报告"],
  ],
})}
${textArea(filled, { name: "text", label: "意见", rows: 5 })}
${actorField(filled, "填写人")}`,

  command(_, __, reader) {
    const type = reader.choice("answer", "处理方式", ["note-supervision", "return-report"]);
    const text = reader.text("text", "意见", 1_000);
    return type && { type, text };
  },
};
