/** 指派异议: the designated agency says why it should not answer for the government; until it is answered, it does. */
import { html } from "hono/html";
import { objectionRefusal } from "../../../shared/domain/case-file/designation.ts";
import type { TaskDesk } from "../case-task/task-desk.ts";
import { caseView } from "../frame/case-view.ts";
import { actorField, textArea } from "../frame/fields.ts";
import { answersFor } from "./designation-view.ts";

export const objectionDesk: TaskDesk = {
  title: "出庭指派异议",
  done: "异议已提交",
  button: "提交异议",

  refusal: ({ file, link: { respondent } }, now, rules) => objectionRefusal(file, respondent, now, rules),

  shown: ({ file, link: { respondent } }) =>
    html`${caseView(file, file.state === "awaiting-hearing" ? file.hearing : undefined)}${answersFor(file, respondent)}`,

  given: () => ({}),

  fields: ({ link: { respondent } }, filled) => html`<h2>填写异议</h2>
<p>异议发给司法局和${respondent}，由${respondent}维持或者改派。答复之前，指派仍然有效，报告时限照常计算。</p>
${textArea(filled, { name: "text", label: "异议理由", rows: 4, hint: "写明职责依据、承办情况和建议由哪个单位应诉。" })}
${actorField(filled)}`,

  command(_, __, reader) {
    const text = reader.text("text", "异议理由", 1_000);
    return { type: "object-to-designation", text };
  },
};
