/** Letters about the three-day report (三日报告): due soon, and overdue (督办函). */
import { caseFacts, caseTitle, hearingFacts, hearingLine } from "./case-wording.ts";
import { dateWithWeekday, shortDate } from "./dates.ts";
import { deadlineFact, lastDay } from "./deadline-wording.ts";
import { reportContents } from "./hearing.ts";
import { type ContentOf, facts, type Letter, paragraph } from "./letter.ts";

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

/** 督办函; the superior's copy says that it is one and what it is for. */
export function reportOverdue({
  case: of,
  respondent,
  deadline,
  daysOver,
  hearing,
  copy,
}: ContentOf<"report-overdue">): Letter {
  const opening = `${of.court}受理的${caseTitle(of)}，${respondent}应当在${dateWithWeekday(deadline.due)}前向同级司法局报告应诉意见，至今未登记收到，已逾期${daysOver}日。`;
  const table = facts(
    ...caseFacts(of),
    ...(hearing === undefined ? [] : hearingFacts(hearing)),
    deadlineFact("应报时限", deadline),
  );
  if (copy) {
    return {
      subject: `【督办抄送】${of.caseNumber} ${respondent}三日报告逾期${daysOver}日，请予督促`,
      title: "督办函（抄送）",
      asks: [
        { label: "请办", value: `督促${respondent}立即补报应诉意见` },
        ...(hearing === undefined ? [] : [{ label: "开庭", value: hearingLine(of, hearing) }]),
      ],
      body: [
        paragraph(opening),
        table,
        paragraph(`督办函已发${respondent}。现抄送贵单位，请作为其上级机关督促办理；贵单位无须报告。`),
      ],
    };
  }
  return {
    subject: `【督办】${of.caseNumber} 三日报告逾期${daysOver}日，请立即补报`,
    title: "督办函",
    asks: [
      { label: "请办", value: "立即向同级司法局补报应诉意见" },
      { label: "时限", value: `已逾期${daysOver}日，请于收到本函当日补报` },
      ...(hearing === undefined ? [] : [{ label: "开庭", value: hearingLine(of, hearing) }]),
    ],
    body: [
      paragraph(opening),
      table,
      ...reportContents(respondent),
      paragraph("本函同时抄送贵单位的上级机关（如有）。已经报告的，请联系同级司法局登记。"),
    ],
  };
}
