/** 批复: the superior's leader says whether a principal may stay away. The court judges the reason all the same. */
import { html } from "hono/html";
import { absenceRefusal } from "../../../shared/domain/case-file/decisions/principal-decisions.ts";
import type { TaskDesk } from "../case-task/task-desk.ts";
import { caseBrief, caseView } from "../frame/case-view.ts";
import { actorField, radios, textArea } from "../frame/fields.ts";
import { principalsView } from "./principal-view.ts";

export const principalAbsenceDesk: TaskDesk = {
  title: "正职不出庭的说明",
  done: "批复已提交",
  button: "提交批复",

  refusal: ({ file, link }, now) => absenceRefusal(file, link.respondent, now),

  brief: ({ file, link: { respondent } }) =>
    html`${caseBrief(file, file.state === "awaiting-hearing" ? file.hearing : undefined)}${principalsView(file, respondent)}`,

  shown: ({ file, link: { respondent } }) =>
    html`${caseView(file, file.state === "awaiting-hearing" ? file.hearing : undefined)}${principalsView(file, respondent)}`,

  given: () => ({}),

  fields: (_, filled) => html`<h2>批复</h2>
${radios(filled, {
  name: "answer",
  label: "批复意见",
  required: true,
  options: [
    ["approve", "同意正职不出庭，由其他负责人出庭"],
    ["refuse", "不同意，正职应当出庭"],
  ],
})}
${textArea(filled, { name: "text", label: "具体意见", rows: 3, hint: "不同意的必须填写；同意的可以不填。" })}
${actorField(filled, "批复人（姓名、职务）")}`,

  command(_, form, reader) {
    const answer = reader.choice("answer", "批复意见", ["approve", "refuse"]);
    const text = answer === "approve" && (form.text ?? "") === "" ? "" : reader.text("text", "具体意见", 500);
    return answer && { type: "answer-principal-absence", approved: answer === "approve", text };
  },
};
