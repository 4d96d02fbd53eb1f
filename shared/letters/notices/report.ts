/** Letters about the three-day report (三日报告): due soon, and overdue (督办函). */

import { dateWithWeekday, shortDate } from "../frame/dates.ts";
import { type ContentOf, facts, type Letter, paragraph } from "../frame/letter.ts";
import { caseFacts, caseTitle, hearingFacts, hearingLine } from "../wording/case-wording.ts";
import { deadlineFact, lastDay } from "../wording/deadline-wording.ts";
import { reportContents } from "./hearing.ts";
import { overdueLetter } from "./overdue.ts";

/** 临期提醒. */
export function reportDue({ case: of, respondent, deadline, hearing }: ContentOf<"report-due">): Letter {
  return {
    subject: `【报告临期】${of.caseNumber} 请于${shortDate(deadline.due)}前报告应诉意见`,
    title: "三日报告临期提醒",
    asks: [
      { label: "请办", value: "向同级司法局报告应诉意见" },
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
      paragraph("已经报告的，请联系同级司法局登记，本提醒即告终止。"),
    ],
  };
}

/** 督办函, and its copy. */
export function reportOverdue(content: ContentOf<"report-overdue">): Letter {
  const { case: of, respondent, deadline, hearing } = content;
  return overdueLetter(content, {
    name: "三日报告",
    owed: "应诉意见",
    handIn: "向同级司法局补报应诉意见",
    doing: "报告",
    opening: `${of.court}受理的${caseTitle(of)}，${respondent}应当在${dateWithWeekday(deadline.due)}前向同级司法局报告应诉意见，`,
    facts: [
      ...caseFacts(of),
      ...(hearing === undefined ? [] : hearingFacts(hearing)),
      deadlineFact("应报时限", deadline),
    ],
    asks: hearing === undefined ? [] : [{ label: "开庭", value: hearingLine(of, hearing) }],
    contents: reportContents(respondent),
  });
}
