/** A designation (出庭指派) as pages show it: the form, what became of it, who holds the designation, and who counts. */
import { html } from "hono/html";
import { designationOf, formOf, formPaper } from "../../../shared/domain/case-file/designation.ts";
import type {
  Designation,
  DesignationStage,
  HandlingForm,
  Objection,
} from "../../../shared/domain/case-file/designation-stage.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import { handlingFacts } from "../../../shared/letters/papers/handling-wording.ts";
import { whoCounts } from "../../../shared/letters/wording/designation-wording.ts";
import { documentName } from "../../../shared/letters/wording/document-wording.ts";
import { personLine } from "../../../shared/letters/wording/report-wording.ts";
import { caseView, factList } from "../frame/case-view.ts";
import type { Markup } from "../frame/page.ts";

/** The case handling form as it stands: the case, receipt, what the bureau proposes, what the government says. */
export function handlingFormView(file: CaseFile, respondent: string, stage: DesignationStage): Markup {
  const paper = formPaper(file, stage);
  const form = formOf(file, respondent, stage);
  const standing = designationOf(file, respondent, stage);
  const hearing = file.state === "awaiting-hearing" ? file.hearing : undefined;
  const received = paper && `${documentName(paper.kind)}，${printedMoment(paper.receivedAt)}收到`;
  return html`${caseView(file, hearing, undefined, [fact("收件", received)])}
${form === undefined ? "" : formView(form)}
${standing === undefined ? "" : standingView(standing)}
<h2>指派时请注意</h2><ul>${whoCounts(respondent).map((one) => html`<li>${one}</li>`)}</ul>`;
}

/** Both stages of a government: who was designated, and, for the bureau and the government itself (`form`), the forms. */
export function designationsView(file: CaseFile, respondent: string, form: boolean): Markup {
  return html`${STAGES.map((stage) => {
    const handed = form ? formOf(file, respondent, stage) : undefined;
    const standing = designationOf(file, respondent, stage);
    return html`${handed === undefined ? "" : formView(handed)}${standing === undefined ? "" : standingView(standing)}`;
  })}`;
}

const STAGES: readonly DesignationStage[] = ["instance", "appeal"];

function formView(form: HandlingForm): Markup {
  const { revision, at, by, summary, proposal, agency, answer, opinion, opinionReturned, details } = form;
  return html`<h2>案件办理单${revision === 1 ? "" : `（第${revision}次）`}</h2>
${answer !== undefined && !answer.approved ? html`<div class="note"><p><strong>已退回。</strong>退回意见（${answer.by}，${printedMoment(answer.at)}）：</p><p>${answer.text}</p></div>` : ""}
${opinionReturned === undefined ? "" : html`<div class="note"><p><strong>领导已退回拟办意见。</strong>退回意见（${opinionReturned.by}，${printedMoment(opinionReturned.at)}）：</p><p>${opinionReturned.text}</p></div>`}
${factList(
  fact("案情摘要", summary),
  fact("应诉建议", proposal),
  ...handlingFacts(details),
  fact("拟指派单位", agency.name),
  fact("填报", `${by}，${printedMoment(at)}`),
  opinion &&
    fact("拟办意见", opinion.text, [
      `拟出庭负责人：${personLine(opinion.head)}`,
      `${opinion.by}，${printedMoment(opinion.at)}`,
    ]),
  fact("出庭负责人", answer?.head && personLine(answer.head)),
  answer?.approved === true
    ? fact("审批", `同意。${answer.by}，${printedMoment(answer.at)}`, answer.text === "" ? [] : [answer.text])
    : undefined,
)}`;
}

function standingView({ agency, by, at, ordinal, objection }: Designation): Markup {
  return html`<p class="done"><strong>已指派${agency.name}出庭应诉</strong>${ordinal === 1 ? "" : `（第${ordinal}次指派，此前的指派已经撤销）`}。审批：${by}，${printedMoment(at)}。</p>${objection === undefined ? "" : objectionView(objection)}`;
}

/** 异议, and what was said to it. */
function objectionView({ by, at, text, answer }: Objection): Markup {
  return html`<div class="note"><p><strong>被指派单位提出异议</strong>（${by}，${printedMoment(at)}）：</p><p>${text}</p>${
    answer === undefined
      ? html`<p>尚未答复，原指派仍然有效。</p>`
      : html`<p>答复：${answer.kept ? "维持" : "改派，由司法局重新报批"}。${answer.text}（${answer.by}，${printedMoment(answer.at)}）</p>`
  }</div>`;
}

/** On the pages of whoever answers for a government: in whose place, and who counts as its head. */
export function answersFor(file: CaseFile, respondent: string): Markup {
  const standing = designationOf(file, respondent);
  if (standing === undefined) return html``;
  return html`<div class="note"><p>${respondent}指派${standing.agency.name}负责本案应诉（${printedMoment(standing.at)}）${standing.head === undefined ? "" : html`，由${personLine(standing.head)}出庭`}。</p>
<ul>${whoCounts(respondent).map((one) => html`<li>${one}</li>`)}</ul></div>${standing.objection === undefined ? "" : objectionView(standing.objection)}`;
}
