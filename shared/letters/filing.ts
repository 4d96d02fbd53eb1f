/** Letters about the two-day filing (二日备案) of who appeared: due, and overdue (督办函). */
import type { HearingDetails } from "../domain/notice.ts";
import { caseFacts, caseTitle, hearingFacts } from "./case-wording.ts";
import { dateWithWeekday, shortDate } from "./dates.ts";
import { deadlineFact, lastDay } from "./deadline-wording.ts";
import { type Block, type ContentOf, facts, heading, type Letter, list, paragraph } from "./letter.ts";

/** 备案催报. */
export function filingDue({ case: of, respondent, deadline, hearing }: ContentOf<"filing-due">): Letter {
  return {
    subject: `【出庭备案】${of.caseNumber} 请于${shortDate(deadline.due)}前备案出庭情况`,
    title: "出庭情况备案提醒",
    asks: [
      { label: "请办", value: "将本次出庭情况报同级司法局备案" },
      { label: "时限", value: lastDay(deadline) },
    ],
    body: [
      paragraph(`${opening(of.court, caseTitle(of), hearing)}${respondent}的出庭情况尚未登记备案。`),
      facts(...caseFacts(of), ...hearingFacts(hearing), deadlineFact("备案时限", deadline)),
      ...filingContents(),
      paragraph("已经备案的，请联系同级司法局登记，本提醒即告终止。"),
    ],
  };
}

/** 督办函; the superior's copy says that it is one and what it is for. */
export function filingOverdue({
  case: of,
  respondent,
  deadline,
  daysOver,
  hearing,
  copy,
}: ContentOf<"filing-overdue">): Letter {
  const said = `${opening(of.court, caseTitle(of), hearing)}${respondent}应当在${dateWithWeekday(deadline.due)}前将出庭情况报同级司法局备案，至今未登记收到，已逾期${daysOver}日。`;
  const table = facts(...caseFacts(of), ...hearingFacts(hearing), deadlineFact("应备案时限", deadline));
  if (copy) {
    return {
      subject: `【督办抄送】${of.caseNumber} ${respondent}出庭备案逾期${daysOver}日，请予督促`,
      title: "督办函（抄送）",
      asks: [{ label: "请办", value: `督促${respondent}立即补报出庭备案` }],
      body: [
        paragraph(said),
        table,
        paragraph(`督办函已发${respondent}。现抄送贵单位，请作为其上级机关督促办理；贵单位无须备案。`),
      ],
    };
  }
  return {
    subject: `【督办】${of.caseNumber} 出庭备案逾期${daysOver}日，请立即补报`,
    title: "督办函",
    asks: [
      { label: "请办", value: "立即向同级司法局补报出庭备案" },
      { label: "时限", value: `已逾期${daysOver}日，请于收到本函当日补报` },
    ],
    body: [
      paragraph(said),
      table,
      ...filingContents(),
      paragraph("本函同时抄送贵单位的上级机关（如有）。已经备案的，请联系同级司法局登记。"),
    ],
  };
}

function opening(court: string, title: string, { date }: HearingDetails): string {
  return `${court}受理的${title}已于${dateWithWeekday(date)}开庭，`;
}

function filingContents(): readonly Block[] {
  return [
    heading("备案内容"),
    list(
      "出庭负责人的姓名、职务，是正职、副职还是其他参与分管的负责人。",
      "负责人未出庭的：理由、证明材料，法院是否认可；出庭工作人员的姓名、职务。",
      "负责人是否当庭发言，有无中途退庭。",
      "庭审中了解到的和解、调解意向。",
    ),
    paragraph("备案内容将与法院庭审笔录核对，不一致的会通知双方，请据实填报。"),
  ];
}
