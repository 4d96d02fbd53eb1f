/** Letters about the three-day report (三日报告): due soon, overdue (督办函), received, returned, supervised. */
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import type { HeadShown, ReportNotices } from "../../domain/notices/report.ts";
import { dateWithWeekday, shortDate } from "../frame/dates.ts";
import { fact, facts, type Letter, paragraph } from "../frame/letter.ts";
import type { Signatory } from "../frame/mail.ts";
import { shortLine } from "../frame/one-line.ts";
import { caseFacts, caseTitle, hearingFacts, hearingLine } from "../wording/case-wording.ts";
import { deadlineFact, lastDay } from "../wording/deadline-wording.ts";
import { reportContents } from "../wording/hearing-preparation.ts";
import { concernWords, headLine, personLine } from "../wording/report-wording.ts";
import { bureauToAsk } from "../wording/signer-wording.ts";
import type { NoticeLetters } from "./notice-letter.ts";
import { overdueLetter } from "./overdue.ts";

/** 临期提醒. */
function reportDue(
  { case: of, respondent, deadline, hearing }: NoticeContent<"report-due">,
  signer: Signatory,
): Letter {
  return {
    subject: `【报告临期】${of.caseNumber} 请于${shortDate(deadline.due)}前报告应诉意见`,
    title: "三日报告临期提醒",
    asks: [
      { label: "请办", value: `向${signer.name}报告应诉意见` },
      { label: "时限", value: lastDay(deadline) },
    ],
    body: [
      paragraph(`${of.court}受理的${caseTitle(of)}，${respondent}的应诉意见（三日报告）尚未登记收到。`),
      facts(
        ...caseFacts(of),
        ...(hearing === undefined ? [] : hearingFacts(hearing)),
        deadlineFact("报告时限", deadline),
      ),
      ...reportContents(respondent),
      paragraph(`已经报告的，请联系${bureauToAsk(signer)}登记，本提醒即告终止。`),
    ],
  };
}

/** 督办函, and its copy. */
function reportOverdue(content: NoticeContent<"report-overdue">, signer: Signatory): Letter {
  const { case: of, respondent, deadline, hearing } = content;
  return overdueLetter(content, signer, {
    name: "三日报告",
    urge: "补报应诉意见",
    handIn: `向${signer.name}补报应诉意见`,
    doing: "报告",
    now: "补报",
    registered: "收到",
    opening: `${of.court}受理的${caseTitle(of)}，${respondent}应当在${dateWithWeekday(deadline.due)}前向${signer.name}报告应诉意见，`,
    facts: [
      ...caseFacts(of),
      ...(hearing === undefined ? [] : hearingFacts(hearing)),
      deadlineFact("应报时限", deadline),
    ],
    asks: hearing === undefined ? [] : [{ label: "开庭", value: hearingLine(of, hearing) }],
    contents: reportContents(respondent),
  });
}

/** 三日报告送阅. */
function reportReceived({
  case: of,
  respondent,
  hearing,
  revision,
  by,
  proposal,
  head,
  others,
  proofs,
}: NoticeContent<"report-received">): Letter {
  const concern = concernOf(head);
  const again = revision === 1 ? "" : `（第${revision}次）`;
  return {
    subject: `【三日报告】${of.caseNumber} ${shortLine(respondent, 30)}已报告${again}，请审阅`,
    title: "三日报告送阅",
    asks: [
      { label: "请办", value: "审阅报告；需要重报的退回，需要督导的填写意见" },
      { label: "开庭", value: hearingLine(of, hearing) },
      ...(concern === undefined ? [] : [{ label: "注意", value: `出庭人员需要核对：${concern}` }]),
    ],
    body: [
      paragraph(`${of.court}受理的${caseTitle(of)}，${respondent}报告如下。`),
      facts(
        ...caseFacts(of),
        ...hearingFacts(hearing),
        fact("应诉意见", proposal),
        fact("负责人", head.appears === "as-written" ? head.text : headLine(head)),
        fact("其他人员", others.map(personLine).join("；")),
        fact("证明材料", proofs?.join("；"), ["在办理页面打开"]),
        fact("填报人", by),
      ),
      paragraph("没有意见的，无需回复。"),
    ],
  };
}

function concernOf(head: HeadShown): string | undefined {
  if (head.appears === "as-written") return head.concern;
  return head.appears === true && head.concern !== undefined ? concernWords(head.concern) : undefined;
}

/** 报告退回. */
function reportReturned(
  { case: of, respondent, hearing, remarks, by, report }: NoticeContent<"report-returned">,
  signer: Signatory,
): Letter {
  return {
    subject: `【报告退回】${of.caseNumber} 三日报告已退回，请重新报告`,
    title: "三日报告退回通知",
    asks: [
      { label: "请办", value: "按退回意见重新报告应诉意见" },
      ...(report === undefined ? [] : [{ label: "时限", value: lastDay(report) }]),
      { label: "开庭", value: hearingLine(of, hearing) },
    ],
    body: [
      paragraph(`${of.court}受理的${caseTitle(of)}，${respondent}的三日报告已由${signer.name}退回。`),
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
function supervision(
  { case: of, respondent, hearing, text, by }: NoticeContent<"supervision">,
  signer: Signatory,
): Letter {
  return {
    subject: `【督导意见】${of.caseNumber} 请按意见做好应诉准备`,
    title: "个案督导意见",
    asks: [
      { label: "请办", value: "按督导意见做好应诉准备" },
      { label: "开庭", value: hearingLine(of, hearing) },
    ],
    body: [
      paragraph(
        `${of.court}受理的${caseTitle(of)}，${signer.name}审阅${respondent}的三日报告后，提出督导意见如下。`,
      ),
      facts(...caseFacts(of), ...hearingFacts(hearing), fact("督导意见", text), fact("督导人", by)),
      paragraph(`对意见有疑问的，请与${bureauToAsk(signer)}联系。`),
    ],
  };
}

/** How each of them is worded. */
export const REPORT_LETTERS = {
  "report-due": { letter: reportDue },
  "report-overdue": { letter: reportOverdue },
  "report-received": { letter: reportReceived },
  "report-returned": { letter: reportReturned },
  supervision: { letter: supervision },
} satisfies NoticeLetters<ReportNotices>;
