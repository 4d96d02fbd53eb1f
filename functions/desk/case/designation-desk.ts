/** 案件办理单: the bureau checks the summary, adds its proposal, and names the agency that is to appear. */
import { html } from "hono/html";
import { findAgency } from "../../../shared/casework/agency-search.ts";
import { proposedHandler } from "../../../shared/casework/handling-proposal.ts";
import {
  designationRefusal,
  formBefore,
  formOf,
  formPaper,
} from "../../../shared/domain/case-file/designation.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { defined } from "../../../shared/domain/defined.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import { summaryOf } from "../../../shared/domain/obligations/obligation.ts";
import { caseTitle, hearingLine } from "../../../shared/letters/wording/case-wording.ts";
import { handlingProposalWords } from "../../../shared/letters/wording/designation-wording.ts";
import { documentName } from "../../../shared/letters/wording/document-wording.ts";
import type { TaskDesk } from "../case-task/task-desk.ts";
import { actorField, textArea, textField } from "../frame/fields.ts";
import type { FormReader } from "../frame/form.ts";
import type { DeskPorts } from "../frame/room.ts";
import { handlingFormView } from "./designation-view.ts";
import { handlingFields, handlingForm, readHandling } from "./handling-fields.ts";
import { knownHandlingDetails } from "./handling-known.ts";

type DesignationLink = Link<"designation" | "approval">;

export const designationDesk: TaskDesk<DesignationLink> = {
  title: "案件办理单",
  done: "案件办理单已报批",
  button: "提交并报批",

  refusal: ({ file, link: { respondent, stage } }, now) => designationRefusal(file, respondent, stage, now),

  shown: ({ file, link: { respondent, stage } }) => handlingFormView(file, respondent, stage),

  async given({ file, link: { respondent, stage } }, ports) {
    const form = formOf(file, respondent, stage);
    if (form !== undefined)
      return {
        summary: form.summary,
        proposal: form.proposal,
        agency: form.agency.name,
        ...handlingForm(form.details),
      };
    const before = await formOfInstanceBefore(file, respondent, ports);
    return {
      summary: summaryFrom(file, stage),
      ...handlingForm(knownHandlingDetails(file, respondent)),
      ...(before && { proposal: before.proposal, agency: before.agency.name }),
    };
  },

  async proposed({ file, link: { respondent } }, { directory, rules }) {
    const proposal = await proposedHandler(file, respondent, directory, rules.policy.handling);
    return proposal === undefined
      ? html``
      : html`<p class="note">${handlingProposalWords(proposal)}是否采用由填报人决定，采用的请填入“拟指派单位”。</p>`;
  },

  fields: ({ link: { respondent } }, filled) => html`<h2>填写办理单</h2>
<p>提交后发给${respondent}审批；已经指派的，改报其他单位并获同意后，原指派自动撤销并通知原单位。</p>
${textArea(filled, { name: "summary", label: "案情摘要", rows: 5, hint: "系统按传票、上诉状草拟，请核对补充。" })}
${textArea(filled, { name: "proposal", label: "应诉建议", rows: 5, hint: "争议焦点，答辩方向，建议出庭的负责人，有无化解可能。" })}
${textField(filled, { name: "agency", label: "拟指派单位", hint: "写全称或者名录中登记的简称，例如：临沂市自然资源和规划局。" })}
${handlingFields(filled)}
${actorField(filled)}`,

  async command({ link: { stage } }, _, reader, ports) {
    const summary = reader.text("summary", "案情摘要", 2_000);
    const proposal = reader.text("proposal", "应诉建议", 2_000);
    const details = readHandling(reader);
    const agency = await readAgency(reader, ports);
    const form = { summary, proposal, ...defined({ details }) };
    return agency && { type: "submit-handling-form", stage, form: { ...form, agency } };
  },
};

/** The bureau begins with what it proposed in the first instance, where the second is answered. */
async function formOfInstanceBefore(file: CaseFile, respondent: string, { records }: DeskPorts) {
  const sued = file.respondents.find(({ name }) => name === respondent);
  const before = file.originCaseNumber && (await records.caseFile(file.originCaseNumber));
  return sued && before && formBefore(before, sued);
}

/** The case in a few words, from what the documents say; the bureau corrects it. */
function summaryFrom(file: CaseFile, stage: DesignationLink["stage"]): string {
  const of = summaryOf(file);
  const paper = formPaper(file, stage);
  const hearing = file.state === "awaiting-hearing" ? `定于${hearingLine(of, file.hearing)}开庭。` : "";
  const origin = file.originCaseNumber === undefined ? "" : `一审案号${file.originCaseNumber}。`;
  return `${caseTitle(of)}，${file.court}${paper === undefined ? "受理" : `送达${documentName(paper.kind)}`}。${origin}${hearing}`;
}

async function readAgency(reader: FormReader, { directory }: DeskPorts) {
  const name = reader.text("agency", "拟指派单位", 60);
  if (name === "") return undefined;
  const search = await findAgency(name, directory);
  if (search.found !== undefined) return { organisation: search.found.id, name: search.found.name };
  const similar = search.similar.length === 0 ? "" : `名录中相近的有：${search.similar.join("、")}。`;
  reader.problem(
    "agency",
    `名录中没有唯一对应“${name}”的行政机关。${similar}请按名录中的名称填写；名录没有登记的，请联系管理员先行登记。`,
  );
  return undefined;
}
