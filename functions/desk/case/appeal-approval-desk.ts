/** 上诉决定审批: the government that is sued, or the bureau where the policy says so, approves what an agency has chosen, or returns it. */
import { html } from "hono/html";
import { approvalRefusal } from "../../../shared/domain/case-file/decisions/judgment-desk-decisions.ts";
import { choiceOf } from "../../../shared/domain/judgment/judgment-matter.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import { choiceName } from "../../../shared/letters/wording/judgment/judgment-wording.ts";
import type { TaskDesk } from "../case-task/task-desk.ts";
import { caseView } from "../frame/case-view.ts";
import { actorField, radios, textArea } from "../frame/fields.ts";

export const appealApprovalDesk: TaskDesk<Link<"appeal-approval">> = {
  title: "审批上诉决定",
  done: "审批意见已提交",
  button: "提交审批意见",

  refusal: ({ file, link }) => approvalRefusal(file, link.respondent),

  shown({ file, link: { respondent } }) {
    const choice = file.judgment && choiceOf(file.judgment, respondent);
    return caseView(
      file,
      undefined,
      undefined,
      choice === undefined
        ? []
        : [
            fact("单位", respondent),
            fact("决定", choiceName(choice.choice)),
            fact("理由", choice.reason),
            fact("单位批准人", choice.leader),
          ],
    );
  },

  given: () => ({}),

  fields: (_, filled) => html`<h2>审批</h2>
${radios(filled, {
  name: "answer",
  label: "审批意见",
  required: true,
  options: [
    ["approve", "同意"],
    ["return", "退回，由单位重新报送"],
  ],
})}
${textArea(filled, { name: "text", label: "具体意见", rows: 3, hint: "退回的必须填写；同意的可以不填。" })}
${actorField(filled, "审批人")}`,

  command(_, form, reader) {
    const answer = reader.choice("answer", "审批意见", ["approve", "return"]);
    const isBare = answer === "approve" && (form.text ?? "") === "";
    const text = isBare ? "" : reader.text("text", "具体意见", 1_000);
    return answer && { type: "approve-appeal", approved: answer === "approve", text };
  },
};
