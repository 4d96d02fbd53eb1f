/**
 * Letters about a designation (出庭指派), where a government itself is sued: the case handling form (案件办理单), its
 * approval, and the order to the agency that must prepare the case and appear.
 */

import type { DesignationStage } from "../../domain/case-file/designation-stage.ts";
import type { DesignationNotices } from "../../domain/notices/designation.ts";
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import { printedDate, printedMoment } from "../frame/dates.ts";
import {
  type Block,
  fact,
  facts,
  heading,
  type LabelledFact,
  type Letter,
  list,
  paragraph,
} from "../frame/letter.ts";
import { handlingFormDocx } from "../office/docx-papers.ts";
import { caseFacts, caseTitle, hearingFacts, hearingLine } from "../wording/case-wording.ts";
import { deadlineFact, lastDay } from "../wording/deadline-wording.ts";
import { whoCounts } from "../wording/designation-wording.ts";
import { documentName } from "../wording/document-wording.ts";
import { papersToBring, reportContents } from "../wording/hearing-preparation.ts";
import type { NoticeLetters } from "./notice-letter.ts";

type AboutDesignation = Extract<NoticeContent, { readonly stage: DesignationStage }>;

/** The case, and its hearing where one is set. */
function table(
  { case: of, hearing }: AboutDesignation,
  ...more: readonly (LabelledFact | undefined)[]
): Block {
  return facts(...caseFacts(of), ...(hearing === undefined ? [] : hearingFacts(hearing)), ...more);
}

function hearingAsk({ case: of, hearing }: AboutDesignation): readonly LabelledFact[] {
  return hearing === undefined ? [] : [{ label: "开庭", value: hearingLine(of, hearing) }];
}

/** 案件办理单, to the bureau: it adds its proposal and names the agency. */
function caseHandlingForm(content: NoticeContent<"case-handling-form">): Letter {
  const { case: of, respondent, documentKind, receivedAt, hearing } = content;
  const paper = documentName(documentKind);
  return {
    subject: `【案件办理单】${of.caseNumber} ${respondent}被诉，请填写应诉建议并报批指派出庭`,
    title: "案件办理单",
    asks: [
      { label: "请办", value: `填写案情摘要、应诉建议和拟指派单位，报${respondent}审批` },
      hearing === undefined
        ? { label: "时限", value: "收到后即办；开庭时间确定后另行提醒" }
        : { label: "开庭", value: `${hearingLine(of, hearing)}；请在开庭前留足出庭准备时间` },
    ],
    body: [
      paragraph(
        `收到${of.court}${caseTitle(of)}的${paper}，${respondent}为被诉行政机关，请按出庭指派程序办理。`,
      ),
      table(content, fact("收件", `${paper}，${printedMoment(receivedAt)}收到`)),
      paragraph(
        `提交后，系统把办理单发给${respondent}审批；同意的，向被指派单位发出指派通知，退回的，退回意见发给贵局。`,
      ),
      heading("指派时请注意"),
      list(...whoCounts(respondent)),
      paragraph("附件：案件办理单（.docx 文件），供内部传阅；以网上提交的内容为准。"),
    ],
  };
}

/** 案件办理单送审, to the government. */
function handlingFormSubmitted(content: NoticeContent<"handling-form-submitted">): Letter {
  const { case: of, respondent, by, summary, proposal, agency } = content;
  return {
    subject: `【请审批】${of.caseNumber} 案件办理单：拟指派${agency}出庭应诉`,
    title: "案件办理单（送审）",
    asks: [
      { label: "请办", value: `审批案件办理单：同意指派${agency}，或者退回并说明理由` },
      ...hearingAsk(content),
    ],
    body: [
      paragraph(`${of.court}受理的${caseTitle(of)}，${respondent}为被诉行政机关。现报送案件办理单，请审批。`),
      table(
        content,
        fact("案情摘要", summary),
        fact("应诉建议", proposal),
        fact("拟指派单位", agency),
        fact("填报", by),
      ),
      heading("审批时请注意"),
      list(...whoCounts(respondent)),
      paragraph("附件：案件办理单（.docx 文件），供内部传阅；以网上审批的结果为准。"),
    ],
  };
}

/** 案件办理单退回, to the bureau. */
function handlingFormReturned(content: NoticeContent<"handling-form-returned">): Letter {
  const { case: of, respondent, by, remarks, agency } = content;
  return {
    subject: `【办理单退回】${of.caseNumber} 请按退回意见修改后重新报批`,
    title: "案件办理单退回通知",
    asks: [
      { label: "请办", value: "按退回意见修改案件办理单，重新报批" },
      { label: "意见", value: remarks },
      ...hearingAsk(content),
    ],
    body: [
      paragraph(`${respondent}退回了${caseTitle(of)}的案件办理单（拟指派${agency}）。`),
      table(content, fact("退回意见", remarks), fact("审批人", by)),
    ],
  };
}

/** 出庭指派通知, to the agency; from here on it reports and files as if it were sued itself. */
function designationOrder(content: NoticeContent<"designation-order">): Letter {
  const { case: of, respondent, agency, on, by, proposal, hearing, report, stage } = content;
  const answers = stage === "appeal" ? "上诉案件的应诉工作" : "本案的应诉工作";
  return {
    subject: `【出庭指派】${of.caseNumber} ${respondent}指派贵单位负责应诉${report === undefined ? "" : "，请按期报告"}`,
    title: "出庭指派通知",
    asks: [
      { label: "请办", value: `负责${answers}，落实${respondent}负责人出庭，派员出庭` },
      ...(report === undefined ? [] : [{ label: "时限", value: `${lastDay(report)}报告应诉意见` }]),
      ...hearingAsk(content),
    ],
    body: [
      paragraph(
        `${of.court}受理的${caseTitle(of)}，${respondent}为被诉行政机关，现指派${agency}负责${answers}。`,
      ),
      table(
        content,
        fact("被指派单位", agency),
        fact("应诉建议", proposal),
        fact("审批", `${by}，${printedDate(on)}`),
        report && deadlineFact("报告时限", report),
      ),
      heading("谁算负责人出庭"),
      list(...whoCounts(respondent)),
      ...(report === undefined ? [] : reportContents(respondent)),
      ...(stage === "appeal" ? [] : papersToBring(of)),
      paragraph(`此后的开庭提醒、三日报告、出庭备案均由贵单位办理；统计时仍以${respondent}为被诉行政机关。`),
      ...(hearing === undefined ? [] : [paragraph("附件：开庭日程（.ics 文件），点开即可加入日历。")]),
    ],
    ...(hearing !== undefined && { calendar: { method: "request" as const, hearing } }),
  };
}

/** 撤销指派通知, to the agency designated before. */
function designationWithdrawn(content: NoticeContent<"designation-withdrawn">): Letter {
  const { case: of, respondent, agency, successor, hearing } = content;
  return {
    subject: `【撤销指派】${of.caseNumber} 已改为指派${successor}，贵单位不再办理`,
    title: "撤销指派通知",
    asks: [
      { label: "请办", value: `停止办理，把已准备的材料移交${successor}` },
      { label: "注意", value: "此前邮件中的链接不能再使用" },
    ],
    body: [
      paragraph(
        `${of.court}受理的${caseTitle(of)}，${respondent}原指派${agency}负责应诉，现改为指派${successor}，原指派撤销。`,
      ),
      table(content),
    ],
    ...(hearing !== undefined && { calendar: { method: "cancel" as const, hearing } }),
  };
}

/** 出庭指派催办: nothing has happened for days, or the hearing nears. */
function designationDue(content: NoticeContent<"designation-due">): Letter {
  const { case: of, respondent, waitsFor, copy, daysWaiting, daysLeft } = content;
  const waiting = waitsFor === "bureau" ? "案件办理单尚未报送" : `案件办理单尚待${respondent}审批`;
  const near = daysLeft === undefined ? "" : daysLeft <= 0 ? "，今天开庭" : `，距开庭${daysLeft}天`;
  const act = waitsFor === "bureau" ? "填写案件办理单并报批" : "审批案件办理单";
  return {
    subject: `【指派催办】${of.caseNumber} ${waiting}${near}，请${copy ? "予督促" : "尽快办理"}`,
    title: copy ? "出庭指派催办函（抄送）" : "出庭指派催办函",
    asks: [
      { label: "请办", value: copy ? `督促${waitsFor === "bureau" ? "司法局" : respondent}${act}` : act },
      { label: "情况", value: `${waiting}，已等待${daysWaiting}日${near}` },
      ...hearingAsk(content),
    ],
    body: [
      paragraph(
        `${of.court}受理的${caseTitle(of)}，${respondent}为被诉行政机关，至今没有指派出庭应诉单位。未及时指派的，答辩、举证和负责人出庭准备都会受到影响。`,
      ),
      table(content),
    ],
  };
}

/** How each of them is worded. */
export const DESIGNATION_LETTERS = {
  "case-handling-form": {
    letter: caseHandlingForm,
    papers: async (content) => {
      const { documentKind: kind, receivedAt } = content;
      return [await handlingFormDocx({ ...content, paper: { kind, receivedAt } })];
    },
  },
  "handling-form-submitted": {
    letter: handlingFormSubmitted,
    papers: async (content) => [await handlingFormDocx({ ...content, form: content })],
  },
  "handling-form-returned": { letter: handlingFormReturned },
  "designation-order": { letter: designationOrder },
  "designation-withdrawn": { letter: designationWithdrawn },
  "designation-due": { letter: designationDue },
} satisfies NoticeLetters<DesignationNotices>;
