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
import { handlingFormDocx } from "../papers/docx-papers.ts";
import { handlingFacts } from "../papers/handling-wording.ts";
import { caseFacts, caseTitle, hearingFacts, hearingLine } from "../wording/case-wording.ts";
import { deadlineFact, lastDay } from "../wording/deadline-wording.ts";
import { whoCounts } from "../wording/designation-wording.ts";
import { documentName } from "../wording/document-wording.ts";
import { papersToBring, reportContents } from "../wording/hearing-preparation.ts";
import { personLine } from "../wording/report-wording.ts";
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
  const { case: of, respondent, by, summary, proposal, agency, twoStep, details } = content;
  return {
    subject: twoStep
      ? `【请拟办】${of.caseNumber} 案件办理单：拟指派${agency}出庭应诉，请提出拟办意见`
      : `【请审批】${of.caseNumber} 案件办理单：拟指派${agency}出庭应诉`,
    title: "案件办理单（送审）",
    asks: [
      {
        label: "请办",
        value: twoStep
          ? "提出拟办意见和拟出庭负责人，报领导审批；或者退回司法局并说明理由"
          : `审批案件办理单：同意指派${agency}，或者退回并说明理由`,
      },
      ...hearingAsk(content),
    ],
    body: [
      paragraph(`${of.court}受理的${caseTitle(of)}，${respondent}为被诉行政机关。现报送案件办理单，请审批。`),
      table(
        content,
        fact("案情摘要", summary),
        fact("应诉建议", proposal),
        ...handlingFacts(details),
        fact("拟指派单位", agency),
        fact("填报", by),
      ),
      heading("审批时请注意"),
      list(...whoCounts(respondent)),
      paragraph("附件：案件办理单（.docx 文件），供内部传阅；以网上审批的结果为准。"),
    ],
  };
}

/** 请领导审批: to the leader, and to the office, which passes its link on. */
function approvalRequested(content: NoticeContent<"approval-requested">): Letter {
  const { case: of, respondent, by, opinion, head, summary, proposal, agency, reader } = content;
  return {
    subject: `【${reader === "leader" ? "请审批" : "请转领导审批"}】${of.caseNumber} 拟指派${agency}应诉，由${head.title}${head.name}出庭`,
    title: "案件办理单（请领导审批）",
    asks: [
      {
        label: "请办",
        value:
          reader === "leader"
            ? `审批：同意指派${agency}、由${personLine(head)}出庭，或者退回`
            : "将本邮件转送分管领导审批；领导已另外收到邮件的，无需转送。链接可以在机关内转发，只能审批一次",
      },
      ...hearingAsk(content),
    ],
    body: [
      paragraph(
        `${of.court}受理的${caseTitle(of)}，${respondent}为被诉行政机关。司法局报送的案件办理单已经拟办，请领导审批。`,
      ),
      table(
        content,
        fact("拟办意见", opinion),
        fact("出庭负责人", personLine(head)),
        fact("拟办人", by),
        fact("案情摘要", summary),
        fact("应诉建议", proposal),
        fact("拟指派单位", agency),
      ),
      heading("审批时请注意"),
      list(...whoCounts(respondent)),
    ],
  };
}

/** 拟办退回, to the office. */
function opinionReturned(content: NoticeContent<"opinion-returned">): Letter {
  const { case: of, respondent, by, remarks, agency } = content;
  return {
    subject: `【拟办退回】${of.caseNumber} 领导退回拟办意见，请修改后重新报请审批`,
    title: "拟办意见退回通知",
    asks: [
      { label: "请办", value: "按退回意见修改拟办意见，重新报请领导审批；或者退回司法局" },
      { label: "意见", value: remarks },
      ...hearingAsk(content),
    ],
    body: [
      paragraph(`${respondent}领导退回了${caseTitle(of)}案件办理单的拟办意见（拟指派${agency}）。`),
      table(content, fact("退回意见", remarks), fact("退回人", by)),
    ],
  };
}

/** 指派异议, to the bureau and the government. */
function designationObjection(content: NoticeContent<"designation-objection">): Letter {
  const { case: of, respondent, agency, by, reason, reader } = content;
  return {
    subject: `【指派异议】${of.caseNumber} ${agency}对出庭指派提出异议`,
    title: "出庭指派异议送阅",
    asks: [
      {
        label: "请办",
        value:
          reader === "government"
            ? "答复异议：维持指派，或者改派（由司法局重新报批）"
            : `研究异议；需要改派的，重新填写案件办理单报${respondent}审批，不需要改派的无需办理，由${respondent}答复`,
      },
      { label: "异议", value: reason },
      ...hearingAsk(content),
    ],
    body: [
      paragraph(
        `${of.court}受理的${caseTitle(of)}，${respondent}指派${agency}负责应诉，该单位提出异议。答复之前，原指派仍然有效，报告时限照常计算。`,
      ),
      table(content, fact("被指派单位", agency), fact("异议理由", reason), fact("填报人", by)),
    ],
  };
}

/** 异议答复, to the agency; where another is to be designated, to the bureau as well. */
function objectionAnswered(content: NoticeContent<"objection-answered">): Letter {
  const { case: of, respondent, agency, kept, by, text, reader } = content;
  const todo =
    reader === "bureau"
      ? `重新填写案件办理单，改报其他单位，报${respondent}审批`
      : kept
        ? "按原指派负责应诉，按期报告"
        : "改派作出之前，仍由贵单位负责应诉；改派后另行通知";
  return {
    subject: `【异议答复】${of.caseNumber} ${kept ? `${respondent}维持对${agency}的指派` : `${respondent}同意改派，${reader === "bureau" ? "请重新报批" : "新的指派另行通知"}`}`,
    title: "出庭指派异议答复",
    asks: [{ label: "请办", value: todo }, ...hearingAsk(content)],
    body: [
      paragraph(
        `${caseTitle(of)}，${agency}对出庭指派提出的异议，${respondent}${kept ? "经研究维持原指派" : "同意改派"}。`,
      ),
      table(content, fact("答复意见", text), fact("答复人", by)),
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
  const {
    case: of,
    respondent,
    agency,
    on,
    by,
    proposal,
    hearing,
    report,
    stage,
    head,
    objectUntil,
  } = content;
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
        fact("出庭负责人", head && personLine(head), [`由${respondent}审批确定，报告、备案时据实填写`]),
        fact("应诉建议", proposal),
        fact("审批", `${by}，${printedDate(on)}`),
        report && deadlineFact("报告时限", report),
        fact("异议", objectUntil && `${printedDate(objectUntil)}前可以在办理页面提出异议`, [
          "异议不停止指派，答复之前照常办理",
        ]),
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
  const { case: of, respondent, waitsFor, copy, daysWaiting, daysLeft, step } = content;
  const approver = step === "leader" ? `${respondent}领导` : respondent;
  const waiting = waitsFor === "bureau" ? "案件办理单尚未报送" : `案件办理单尚待${approver}审批`;
  const near = daysLeft === undefined ? "" : daysLeft <= 0 ? "，今天开庭" : `，距开庭${daysLeft}天`;
  const act =
    waitsFor === "bureau"
      ? "填写案件办理单并报批"
      : step === "leader"
        ? "将本邮件转送领导审批案件办理单"
        : "审批案件办理单";
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
  "approval-requested": { letter: approvalRequested },
  "opinion-returned": { letter: opinionReturned },
  "designation-objection": { letter: designationObjection },
  "objection-answered": { letter: objectionAnswered },
  "handling-form-returned": { letter: handlingFormReturned },
  "designation-order": { letter: designationOrder },
  "designation-withdrawn": { letter: designationWithdrawn },
  "designation-due": { letter: designationDue },
} satisfies NoticeLetters<DesignationNotices>;
