/** Letters about proposals for correction (整改建议): made, due, answered, judged, withdrawn. */

import type { CorrectionNotices } from "../../domain/notices/correction.ts";
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import { dateWithWeekday, printedDate, shortDate } from "../frame/dates.ts";
import { fact, facts, heading, type LabelledFact, type Letter, paragraph } from "../frame/letter.ts";
import { shortLine } from "../frame/one-line.ts";
import type { NoticeLetters } from "./notice-letter.ts";

const SUBJECT_TEXT = 30;

/** 整改建议书. */
function correctionProposed({ correction }: NoticeContent<"correction-proposed">): Letter {
  const { agency, due } = correction;
  return {
    subject: `【整改建议】${about(correction)}，请于${shortDate(due)}前答复`,
    title: "整改建议书",
    asks: [
      { label: "请办", value: "按建议整改，并答复整改情况" },
      { label: "时限", value: `${dateWithWeekday(due)}前答复` },
    ],
    body: [
      paragraph(`在${agency}的行政应诉工作中发现下列问题，现提出整改建议。`),
      correctionFacts(correction),
      paragraph("答复请写明已采取的措施、结果和今后的做法。由司法局审核，需要补充的会退回说明。"),
    ],
  };
}

/** 整改临期提醒 and 督办. */
function correctionDue({ correction, daysOver, copy, confirms }: NoticeContent<"correction-due">): Letter {
  const { agency, due } = correction;
  const over = daysOver > 0;
  const when = over ? `已逾期${daysOver}天` : daysOver === 0 ? "今天到期" : `还有${-daysOver}天到期`;
  return {
    subject: `【${over ? "整改督办" : "整改提醒"}】${agency}的整改建议${when}，尚未答复${copy ? "（抄送）" : ""}`,
    title: over ? "整改督办函" : "整改提醒",
    asks: [
      { label: "时限", value: `${dateWithWeekday(due)}前答复，${when}` },
      confirms === true
        ? { label: "请办", value: `督促${agency}尽快答复；需要抄送其上级机关的，在办理页面确认` }
        : copy
          ? { label: "请阅", value: `督促${agency}尽快答复` }
          : { label: "请办", value: "立即答复整改情况" },
    ],
    body: [paragraph(`${agency}尚未答复下列整改建议。`), correctionFacts(correction)],
  };
}

/** 整改答复送审, to the bureau. */
function correctionAnswered({ correction, by, text }: NoticeContent<"correction-answered">): Letter {
  return {
    subject: `【整改答复】${correction.agency}已答复整改建议，请审核`,
    title: "整改答复送审",
    asks: [{ label: "请办", value: "审核答复：认可，或者退回并写明需要补充的内容" }],
    body: [
      paragraph(`${correction.agency}已答复整改情况。`),
      facts(fact("整改情况", text), fact("填报人", by)),
      heading("原整改建议"),
      correctionFacts(correction),
    ],
  };
}

/** 整改审核结果, to the agency. */
function correctionJudged({ correction, accepted, by, text }: NoticeContent<"correction-judged">): Letter {
  const { due } = correction;
  return {
    subject: accepted
      ? `【整改认可】${about(correction)}，整改情况已认可`
      : `【整改退回】${about(correction)}，请于${shortDate(due)}前重新答复`,
    title: accepted ? "整改情况认可通知" : "整改答复退回通知",
    asks: known(
      { label: "结果", value: accepted ? "整改情况已认可，本项整改办结" : "答复已退回" },
      accepted ? undefined : { label: "请办", value: "按退回意见补充整改，重新答复" },
      accepted ? undefined : { label: "时限", value: `${dateWithWeekday(due)}前答复` },
    ),
    body: [
      facts(fact(accepted ? "审核意见" : "退回意见", text), fact("审核人", by)),
      heading("原整改建议"),
      correctionFacts(correction),
    ],
  };
}

/** 整改建议撤销, to the agency. */
function correctionWithdrawn({ correction, by, reason }: NoticeContent<"correction-withdrawn">): Letter {
  return {
    subject: `【整改撤销】${about(correction)}的整改建议已撤销，无须答复`,
    title: "整改建议撤销通知",
    asks: [{ label: "请阅", value: "下列整改建议已撤销，无须答复" }],
    body: [
      facts(fact("撤销原因", reason), fact("经办人", by)),
      heading("原整改建议"),
      correctionFacts(correction),
    ],
  };
}

type Shown = NoticeContent<"correction-proposed">["correction"];

/** The case it is about, or the shortcoming in few words. */
function about({ caseNumber, shortcoming }: Shown): string {
  return caseNumber ?? shortLine(shortcoming, SUBJECT_TEXT);
}

function correctionFacts({ agency, caseNumber, shortcoming, proposal, due }: Shown) {
  return facts(
    fact("单位", agency),
    fact("案件", caseNumber),
    fact("存在问题", shortcoming),
    fact("整改建议", proposal),
    fact("答复时限", printedDate(due)),
  );
}

function known(...asks: readonly (LabelledFact | undefined)[]): readonly LabelledFact[] {
  return asks.filter((ask) => ask !== undefined);
}

/** How each of them is worded. */
export const CORRECTION_LETTERS = {
  "correction-proposed": { letter: correctionProposed },
  "correction-due": { letter: correctionDue },
  "correction-answered": { letter: correctionAnswered },
  "correction-judged": { letter: correctionJudged },
  "correction-withdrawn": { letter: correctionWithdrawn },
} satisfies NoticeLetters<CorrectionNotices>;
