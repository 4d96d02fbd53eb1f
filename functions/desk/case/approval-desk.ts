/**
 * 审批: the government approves the case handling form, which designates the agency, or returns it; in two steps its office
 * proposes (拟办) and its leader approves. An objection (异议) of the designated agency is answered here as well.
 */
import { html } from "hono/html";
import {
  approvalRefusal,
  approvalStep,
  designationOf,
  formOf,
  openObjection,
} from "../../../shared/domain/case-file/designation.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import type { Asked, TaskDesk } from "../case-task/task-desk.ts";
import { actorField, type Filled, radios, textArea } from "../frame/fields.ts";
import type { Form, FormReader } from "../frame/form.ts";
import { type HeadJudge, headJudge } from "../frame/head-judge.ts";
import type { Markup } from "../frame/page.ts";
import { appearingFields, appearingForm, dayOf, readAppearing } from "./appearing-fields.ts";
import { handlingFormView } from "./designation-view.ts";

type ApprovalLink = Link<"designation" | "approval" | "leader">;

/** What the government is asked now. */
type Turn = "objection" | "opinion" | "approval";

function turnOf(file: CaseFile, { respondent, stage }: ApprovalLink): Turn {
  if (openObjection(file, respondent, stage) !== undefined) return "objection";
  return approvalStep(formOf(file, respondent, stage)) === "office" ? "opinion" : "approval";
}

export const approvalDesk: TaskDesk<ApprovalLink> = {
  title: "审批案件办理单",
  done: "审批意见已提交",
  button: "提交审批意见",

  refusal: ({ file, link }, now) =>
    turnOf(file, link) === "objection"
      ? undefined
      : approvalRefusal(file, link.respondent, link.stage, now, ["government", "office"]),

  shown: ({ file, link: { respondent, stage } }) => handlingFormView(file, respondent, stage),

  given: ({ file, link: { respondent, stage } }) => {
    const opinion = formOf(file, respondent, stage)?.opinion;
    return opinion === undefined ? {} : { ...appearingForm(opinion.head), text: opinion.text };
  },

  fields({ file, link }, filled) {
    const { respondent, stage } = link;
    const agency = formOf(file, respondent, stage)?.agency.name ?? "";
    switch (turnOf(file, link)) {
      case "objection":
        return objectionFields(filled, designationOf(file, respondent, stage)?.agency.name ?? "");
      case "opinion":
        return opinionFields(filled, respondent, agency);
      default:
        return html`<h2>审批</h2>
${radios(filled, {
  name: "answer",
  label: "审批意见",
  options: [
    ["approve", `同意，指派${agency}负责出庭应诉`],
    ["return", "退回，由司法局修改后重新报批"],
  ],
})}
${appearingFields(filled, respondent, "同意的，写明由哪位负责人出庭；尚未确定的可以不填。")}
${textArea(filled, { name: "text", label: "具体意见", rows: 4, hint: "退回的必须填写；同意的可以不填。" })}
${actorField(filled, "审批人")}`;
    }
  },

  async command({ file, link }, form, reader, ports) {
    const judge = await headJudge(ports, file, link.respondent, dayOf(file));
    switch (turnOf(file, link)) {
      case "objection":
        return objectionAnswer(link, form, reader);
      case "opinion":
        return opinion(link, reader, judge);
      default:
        return approval(link, form, reader, judge);
    }
  },
};

function approval(
  { respondent, stage }: ApprovalLink,
  form: Form,
  reader: FormReader,
  judge: HeadJudge,
): Asked | undefined {
  const answer = reader.choice("answer", "审批意见", ["approve", "return"]);
  const text = answer === "approve" && (form.text ?? "") === "" ? "" : reader.text("text", "具体意见", 1_000);
  if (answer === undefined) return undefined;
  const isNamed = [form.appearsName, form.appearsTitle].some((one = "") => one !== "");
  const head = answer === "approve" && isNamed ? readAppearing(reader, respondent, judge) : undefined;
  return {
    type: "answer-handling-form",
    stage,
    approved: answer === "approve",
    text,
    ...(head !== undefined && { head }),
  };
}

function opinionFields(filled: Filled, respondent: string, agency: string): Markup {
  return html`<h2>拟办</h2>
${radios(filled, {
  name: "answer",
  label: "处理",
  options: [
    ["propose", `报请领导审批：拟指派${agency}负责应诉，由下列负责人出庭`],
    ["return", "退回，由司法局修改后重新报批"],
  ],
})}
${appearingFields(filled, respondent, "报请审批的必须填写。")}
${textArea(filled, { name: "text", label: "拟办意见", rows: 4, hint: "退回的，写明退回理由。" })}
${actorField(filled, "拟办人")}`;
}

function opinion(
  { respondent, stage }: ApprovalLink,
  reader: FormReader,
  judge: HeadJudge,
): Asked | undefined {
  const answer = reader.choice("answer", "处理方式", ["propose", "return"]);
  const text = reader.text("text", "拟办意见", 1_000);
  if (answer === undefined) return undefined;
  if (answer === "return") return { type: "answer-handling-form", stage, approved: false, text };
  const head = readAppearing(reader, respondent, judge);
  return head && { type: "propose-approval", stage, text, head };
}

function objectionFields(filled: Filled, agency: string): Markup {
  return html`<h2>答复异议</h2>
${radios(filled, {
  name: "answer",
  label: "答复",
  options: [
    ["keep", `维持，仍由${agency}负责应诉`],
    ["change", "改派，由司法局重新报批"],
  ],
})}
${textArea(filled, { name: "text", label: "具体意见", rows: 3, hint: "会发给提出异议的单位。" })}
${actorField(filled, "答复人")}`;
}

function objectionAnswer({ stage }: ApprovalLink, _: Form, reader: FormReader): Asked | undefined {
  const answer = reader.choice("answer", "答复", ["keep", "change"]);
  const text = reader.text("text", "具体意见", 1_000);
  return answer && { type: "answer-objection", stage, kept: answer === "keep", text };
}
