/** 领导审批: by a link of his own the leader approves what the office proposes and who appears, or returns it. */
import { html } from "hono/html";
import { approvalRefusal, approvalStep, formOf } from "../../../shared/domain/case-file/designation.ts";
import { identityOf } from "../../../shared/domain/identity.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import { addMinutes } from "../../../shared/domain/time/time.ts";
import type { OpenCase } from "../case-task/open-case.ts";
import type { TaskDesk } from "../case-task/task-desk.ts";
import { actorField, radios, textArea } from "../frame/fields.ts";
import { headJudge } from "../frame/head-judge.ts";
import type { Markup } from "../frame/page.ts";
import { openPlace } from "../frame/place.ts";
import type { DeskPorts, Visit } from "../frame/room.ts";
import { appearingFields, appearingForm, dayOf, readAppearing } from "./appearing-fields.ts";
import { handlingFormView } from "./designation-view.ts";

export const leaderDesk: TaskDesk<Link<"designation" | "approval" | "leader">> = {
  title: "领导审批案件办理单",
  done: "审批意见已提交",
  button: "提交审批意见",

  refusal: ({ file, link: { respondent, stage } }, now) =>
    approvalRefusal(file, respondent, stage, now, ["leader"]),

  shown: ({ file, link: { respondent, stage } }) => handlingFormView(file, respondent, stage),

  given: ({ file, link: { respondent, stage } }) =>
    appearingForm(formOf(file, respondent, stage)?.opinion?.head),

  fields({ file, link: { respondent, stage } }, filled) {
    const agency = formOf(file, respondent, stage)?.agency.name ?? "";
    return html`<h2>审批</h2>
${radios(filled, {
  name: "answer",
  label: "审批意见",
  options: [
    ["approve", `同意，指派${agency}负责应诉，由下列负责人出庭`],
    ["return-office", "退回办公室，重新拟办"],
    ["return", "退回司法局，修改后重新报批"],
  ],
})}
${appearingFields(filled, respondent)}
${textArea(filled, { name: "text", label: "具体意见", rows: 3, hint: "退回的必须填写；同意的可以不填。" })}
${actorField(filled, "审批人")}`;
  },

  async command({ file, link: { respondent, stage } }, form, reader, ports) {
    const answer = reader.choice("answer", "审批意见", ["approve", "return-office", "return"]);
    const text =
      answer === "approve" && (form.text ?? "") === "" ? "" : reader.text("text", "具体意见", 1_000);
    switch (answer) {
      case "approve": {
        const head = readAppearing(reader, respondent, await headJudge(ports, file, respondent, dayOf(file)));
        return head && { type: "answer-handling-form", stage, approved: true, text, head };
      }
      case "return":
        return { type: "answer-handling-form", stage, approved: false, text };
      case "return-office":
        return { type: "return-opinion", stage, text };
      default:
        return undefined;
    }
  },
};

/** On the office's page, once it has proposed: the leader's link, to be passed on by whatever the house uses. */
export async function leaderOffer(
  ports: DeskPorts,
  visit: Visit,
  { file, link }: OpenCase,
): Promise<Markup | string> {
  if (link.task !== "approval") return "";
  const { caseNumber, respondent, stage, recipient } = link;
  const form = formOf(file, respondent, stage);
  if (form?.opinion === undefined || approvalStep(form) !== "leader") return "";
  const { revision } = form;
  const own: Link<"leader"> = {
    task: "leader",
    caseNumber,
    respondent,
    stage,
    recipient,
    expires: addMinutes(ports.now(), ports.rules.policy.links.caseDays * 24 * 60),
    nonce: identityOf("leader", caseNumber, respondent, stage, `${revision}.${form.opinion.revision}`),
  };
  const place = openPlace(visit, await ports.keys(), own);
  return html`<h2>转送领导审批</h2><p>系统已向登记的领导邮箱发函；也可以把<a href="${place}">领导审批页面</a>的地址在机关内转送分管领导，审批一次后失效。</p>`;
}
