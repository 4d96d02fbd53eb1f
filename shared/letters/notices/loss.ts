/** Letters about a report on a lost case (败诉案件报告): to the bureau that judges it, to the agency what came of that. */

import type { LossNotices } from "../../domain/notices/loss.ts";
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import { dateWithWeekday, printedMoment, shortDate } from "../frame/dates.ts";
import { fact, facts, heading, type Letter, paragraph } from "../frame/letter.ts";
import { lossFacts } from "../registers/loss-wording.ts";
import { caseFacts, caseTitle } from "../wording/case-wording.ts";
import type { NoticeLetters } from "./notice-letter.ts";

/** 败诉案件报告送审, to the bureau. */
function lossReported({ case: of, respondent, report, revision }: NoticeContent<"loss-reported">): Letter {
  return {
    subject: `【败诉报告】${of.caseNumber} ${respondent}已报告败诉案件，请审核`,
    title: "败诉案件报告送审",
    asks: [
      { label: "请办", value: "审核报告：认可，或者退回并写明需要补充的内容；需要的，据此提出整改建议" },
    ],
    body: [
      paragraph(
        `${of.court}受理的${caseTitle(of)}，${respondent}已于${printedMoment(report.at)}${revision > 1 ? `第${revision}次` : ""}报告败诉原因、责任和整改情况。`,
      ),
      facts(...lossFacts(report), fact("填报人", report.by)),
      heading("所涉案件"),
      facts(...caseFacts(of)),
    ],
  };
}

/** 败诉案件报告审核结果, to the agency. */
function lossJudged({ case: of, respondent, accepted, by, text, due }: NoticeContent<"loss-judged">): Letter {
  const until = due === undefined ? "" : `，请于${shortDate(due)}前重新报告`;
  return {
    subject: accepted
      ? `【败诉报告认可】${of.caseNumber} ${respondent}的败诉案件报告已认可`
      : `【败诉报告退回】${of.caseNumber} ${respondent}的败诉案件报告已退回${until}`,
    title: accepted ? "败诉案件报告认可通知" : "败诉案件报告退回通知",
    asks: [
      { label: "结果", value: accepted ? "报告已认可，请按报告落实整改" : "报告已退回" },
      ...(accepted ? [] : [{ label: "请办", value: "按退回意见补充后重新报告" }]),
      ...(due === undefined ? [] : [{ label: "时限", value: `${dateWithWeekday(due)}前报告` }]),
    ],
    body: [
      facts(fact(accepted ? "审核意见" : "退回意见", text), fact("审核人", by)),
      heading("所涉案件"),
      facts(...caseFacts(of)),
    ],
  };
}

/** How each of them is worded. */
export const LOSS_LETTERS = {
  "loss-reported": { letter: lossReported },
  "loss-judged": { letter: lossJudged },
} satisfies NoticeLetters<LossNotices>;
