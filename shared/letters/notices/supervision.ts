/** Letters between bureau and agency about a report: received, returned, supervised; and a link sent anew. */

import { type ContentOf, fact, facts, type Letter, paragraph } from "../frame/letter.ts";
import { shortLine } from "../frame/one-line.ts";
import { caseFacts, caseTitle, hearingFacts, hearingLine } from "../wording/case-wording.ts";
import { deadlineFact, lastDay } from "../wording/deadline-wording.ts";

/** 三日报告送阅. */
export function reportReceived({
  case: of,
  respondent,
  hearing,
  revision,
  by,
  proposal,
  head,
  concern,
  others,
  proofs,
}: ContentOf<"report-received">): Letter {
  const again = revision === 1 ? "" : `（第${revision}次）`;
  return {
    subject: `【三日报告】${of.caseNumber} ${shortLine(respondent, 30)}已报告${again}，请审阅`,
    title: "三日报告送阅",
    asks: [
      { label: "请办", value: "审阅报告；需要重报的退回，需要督导的填写意见" },
      { label: "开庭", value: hearingLine(of, hearing) },
      ...(concern === undefined ? [] : [{ label: "注意", value: `出庭人员的职务需要核对：${concern}` }]),
    ],
    body: [
      paragraph(`${of.court}受理的${caseTitle(of)}，${respondent}报告如下。`),
      facts(
        ...caseFacts(of),
        ...hearingFacts(hearing),
        fact("应诉意见", proposal),
        fact("负责人", head),
        fact("其他人员", others.join("；")),
        fact("证明材料", proofs?.join("；"), ["在办理页面打开"]),
        fact("填报人", by),
      ),
      paragraph("没有意见的，无需回复。"),
    ],
  };
}

/** 报告退回. */
export function reportReturned({
  case: of,
  respondent,
  hearing,
  remarks,
  by,
  report,
}: ContentOf<"report-returned">): Letter {
  return {
    subject: `【报告退回】${of.caseNumber} 三日报告已退回，请重新报告`,
    title: "三日报告退回通知",
    asks: [
      { label: "请办", value: "按退回意见重新报告应诉意见" },
      ...(report === undefined ? [] : [{ label: "时限", value: lastDay(report) }]),
      { label: "开庭", value: hearingLine(of, hearing) },
    ],
    body: [
      paragraph(`${of.court}受理的${caseTitle(of)}，${respondent}的三日报告已由同级司法局退回。`),
      facts(
        ...caseFacts(of),
        ...hearingFacts(hearing),
        fact("退回意见", remarks),
        fact("退回人", by),
        report && deadlineFact("报告时限", report),
      ),
      paragraph("时限已过的，请当日重新报告；开庭后再报不能弥补。"),
    ],
  };
}

/** 督导意见. */
export function supervision({ case: of, respondent, hearing, text, by }: ContentOf<"supervision">): Letter {
  return {
    subject: `【督导意见】${of.caseNumber} 请按意见做好应诉准备`,
    title: "个案督导意见",
    asks: [
      { label: "请办", value: "按督导意见做好应诉准备" },
      { label: "开庭", value: hearingLine(of, hearing) },
    ],
    body: [
      paragraph(
        `${of.court}受理的${caseTitle(of)}，同级司法局审阅${respondent}的三日报告后，提出督导意见如下。`,
      ),
      facts(...caseFacts(of), ...hearingFacts(hearing), fact("督导意见", text), fact("督导人", by)),
      paragraph("对意见有疑问的，请与同级司法局联系。"),
    ],
  };
}

/** 办理链接补发. */
export function deskLink({ about }: ContentOf<"desk-link">): Letter {
  return {
    subject: `【办理链接】${shortLine(about, 50)} 重新发送`,
    title: "办理链接补发",
    asks: [{ label: "请办", value: "使用下面的新链接继续办理" }],
    body: [
      paragraph(`有人在办理页面申请重新发送“${about}”的办理链接。链接只发送到名录中登记的邮箱。`),
      paragraph("贵单位没有申请的，可以不理会本邮件：没有链接的人不能办理任何事项。"),
    ],
  };
}
