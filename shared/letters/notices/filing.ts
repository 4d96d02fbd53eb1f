/** Letters about the two-day filing (二日备案) of who appeared: due, and overdue (督办函). */

import type { HearingDetails } from "../../domain/case-file/hearing.ts";
import type { FilingNotices } from "../../domain/notices/filing.ts";
import type { CaseSummary } from "../../domain/notices/frame/shown.ts";
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import { dateWithWeekday, shortDate } from "../frame/dates.ts";
import { type Block, fact, facts, heading, type Letter, list, paragraph } from "../frame/letter.ts";
import type { Signatory } from "../frame/mail.ts";
import { factsLine, sourceName } from "../wording/attendance-wording.ts";
import { caseFacts, caseTitle, hearingFacts } from "../wording/case-wording.ts";
import { deadlineFact, lastDay } from "../wording/deadline-wording.ts";
import { FILING_ITEMS } from "../wording/filing-wording.ts";
import { bureauToAsk } from "../wording/signer-wording.ts";
import type { NoticeLetters } from "./notice-letter.ts";
import { overdueLetter } from "./overdue.ts";

/** 备案催报. */
function filingDue(
  { case: of, respondent, deadline, hearing }: NoticeContent<"filing-due">,
  signer: Signatory,
): Letter {
  return {
    subject: `【出庭备案】${of.caseNumber} 请于${shortDate(deadline.due)}前备案出庭情况`,
    title: "出庭情况备案提醒",
    asks: [
      { label: "请办", value: `将本次出庭情况报${signer.name}备案` },
      { label: "时限", value: lastDay(deadline) },
    ],
    body: [
      paragraph(`${opening(of.court, caseTitle(of), hearing)}${respondent}的出庭情况尚未登记备案。`),
      facts(...caseFacts(of), ...hearingFacts(hearing), deadlineFact("备案时限", deadline)),
      ...filingContents(of),
      paragraph(`已经备案的，请联系${bureauToAsk(signer)}登记，本提醒即告终止。`),
    ],
  };
}

/** 备案请求: the first word of a sitting nobody told of before; it knows of no delay. */
function filingAsked(content: NoticeContent<"filing-asked">, signer: Signatory): Letter {
  const { case: of, respondent, deadline, hearing, said, byLedger } = content;
  const isAnswered = said?.headAttended === true;
  return {
    subject: `【出庭备案】${of.caseNumber} 请于${shortDate(deadline.due)}前${isAnswered ? "确认" : "备案"}出庭情况`,
    title: isAnswered ? "出庭情况确认函" : "出庭情况备案请求函",
    asks: [
      {
        label: "请办",
        value: isAnswered ? "核对下列出庭情况，无误的在办理页面确认" : `将本次出庭情况报${signer.name}备案`,
      },
      { label: "时限", value: lastDay(deadline) },
    ],
    body: [
      paragraph(
        `${opening(of.court, caseTitle(of), hearing)}系统根据法院${byLedger ? "报送的台账" : "上传的文书"}登记了本案，此前没有向贵单位发过提醒。`,
      ),
      facts(
        ...caseFacts(of),
        ...hearingFacts(hearing),
        ...(said === undefined
          ? []
          : [fact(`${sourceName(said.source)}记载`, `${respondent}：${factsLine(said)}`)]),
        deadlineFact("备案时限", deadline),
      ),
      ...(isAnswered
        ? [paragraph("与实际不符的，请在办理页面据实填写，并附证明材料。")]
        : filingContents(of)),
    ],
  };
}

/** 督办函, and its copy. */
function filingOverdue(content: NoticeContent<"filing-overdue">, signer: Signatory): Letter {
  const { case: of, respondent, deadline, hearing } = content;
  return overdueLetter(content, signer, {
    name: "出庭备案",
    urge: "补报出庭备案",
    handIn: `向${signer.name}补报出庭备案`,
    doing: "备案",
    now: "补报",
    registered: "收到",
    opening: `${opening(of.court, caseTitle(of), hearing)}${respondent}应当在${dateWithWeekday(deadline.due)}前将出庭情况报${signer.name}备案，`,
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
  "filing-asked": { letter: filingAsked },
  "filing-due": { letter: filingDue },
  "filing-overdue": { letter: filingOverdue },
} satisfies NoticeLetters<FilingNotices>;
