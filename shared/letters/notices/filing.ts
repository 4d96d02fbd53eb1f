/** Letters about the two-day filing (二日备案) of who appeared: due, and overdue (督办函). */

import type { HearingDetails } from "../../domain/case-file/hearing.ts";
import type { FilingNotices } from "../../domain/notices/filing.ts";
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import type { CaseSummary } from "../../domain/notices/shown.ts";
import { dateWithWeekday, shortDate } from "../frame/dates.ts";
import { type Block, facts, heading, type Letter, list, paragraph } from "../frame/letter.ts";
import { caseFacts, caseTitle, hearingFacts } from "../wording/case-wording.ts";
import { deadlineFact, lastDay } from "../wording/deadline-wording.ts";
import { FILING_ITEMS } from "../wording/filing-wording.ts";
import type { NoticeLetters } from "./notice-letter.ts";
import { overdueLetter } from "./overdue.ts";

/** 备案催报. */
function filingDue({ case: of, respondent, deadline, hearing }: NoticeContent<"filing-due">): Letter {
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
      ...filingContents(of),
      paragraph("已经备案的，请联系同级司法局登记，本提醒即告终止。"),
    ],
  };
}

/** 督办函, and its copy. */
function filingOverdue(content: NoticeContent<"filing-overdue">): Letter {
  const { case: of, respondent, deadline, hearing } = content;
  return overdueLetter(content, {
    name: "出庭备案",
    owed: "出庭备案",
    handIn: "向同级司法局补报出庭备案",
    doing: "备案",
    opening: `${opening(of.court, caseTitle(of), hearing)}${respondent}应当在${dateWithWeekday(deadline.due)}前将出庭情况报同级司法局备案，`,
    facts: [...caseFacts(of), ...hearingFacts(hearing), deadlineFact("应备案时限", deadline)],
    contents: filingContents(of),
  });
}

function opening(court: string, title: string, { date }: HearingDetails): string {
  return `${court}受理的${title}已于${dateWithWeekday(date)}开庭，`;
}

function filingContents({ respondents }: CaseSummary): readonly Block[] {
  return [
    heading("备案内容"),
    list(
      ...FILING_ITEMS.filter(({ ofSeveral }) => ofSeveral !== true || respondents.length > 1).map(
        ({ words }) => words,
      ),
    ),
    paragraph("备案内容将与法院庭审笔录核对，不一致的会通知双方，请据实填报。"),
  ];
}

/** How each of them is worded. */
export const FILING_LETTERS = {
  "filing-due": { letter: filingDue },
  "filing-overdue": { letter: filingOverdue },
} satisfies NoticeLetters<FilingNotices>;
