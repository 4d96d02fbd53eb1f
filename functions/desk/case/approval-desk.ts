/** 审批: the government approves the case handling form, which designates the agency, or returns it with remarks. */
import { html } from "hono/html";
import { approvalRefusal, formOf } from "../../../shared/domain/case-file/designation.ts";
import type { Link } from "../../../shared/domain/notices/link-target.ts";
import { actorField, radios, textArea } from "../frame/fields.ts";
import { handlingFormView } from "./designation-view.ts";
import type { TaskDesk } from "./task-desk.ts";

export const approvalDesk: TaskDesk<Link<"designation" | "approval">> = {
  title: "审批案件办理单",
  done: "审批意见已提交",
  button: "提交审批意见",

  refusal: ({ file, link: { respondent, stage } }, now) => approvalRefusal(file, respondent, stage, now),

  shown: ({ file, link: { respondent, stage } }) => handlingFormView(file, respondent, stage),

  given: () => ({}),

  fields({ file, link: { respondent, stage } }, filled) {
    const agency = formOf(file, respondent, stage)?.agency.name ?? "";
    return html`<h2>审批</h2>
${radios(filled, {
  name: "answer",
  label: "审批意见",
  options: [
    ["approve", `同意，指派${agency}负责出庭应诉`],
    ["return", "退回，由司法局修改后重新报批"],
  ],
})}
${textArea(filled, { name: "text", label: "具体意见", rows: 4, hint: "退回的必须填写；同意的可以不填。" })}
${actorField(filled, "审批人")}`;
  },

  command({ link: { stage } }, form, reader) {
    const answer = reader.choice("answer", "审批意见", ["approve", "return"]);
    const text =
      answer === "approve" && (form.text ?? "") === "" ? "" : reader.text("text", "具体意见", 1_000);
    return answer && { type: "answer-handling-form", stage, approved: answer === "approve", text };
  },
};
