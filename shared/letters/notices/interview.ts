/** Letters of interviews (约谈): the candidates for the bureau, the letter to the unit, and what to look at afterwards. */

import type { InterviewShown } from "../../domain/notices/frame/shown.ts";
import type { InterviewNotices } from "../../domain/notices/interview.ts";
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import { bureauName } from "../../domain/organisations/district.ts";
import { dateWithWeekday, printedMonths, printedTime, shortDate } from "../frame/dates.ts";
import { fact, facts, heading, type Letter, list, paragraph } from "../frame/letter.ts";
import { interviewDocx } from "../papers/docx-papers.ts";
import { interviewReasonWords } from "../wording/programme-wording.ts";
import type { NoticeLetters } from "./notice-letter.ts";

/** 约谈建议名单, to the bureau that decides. */
function interviewCandidates({ from, to, candidates }: NoticeContent<"interview-candidates">): Letter {
  const period = printedMonths({ from, to });
  return {
    subject: `【约谈建议】${period}建议约谈${candidates.length}个单位，请逐一确认`,
    title: "约谈建议名单",
    asks: [{ label: "请办", value: "在台账中逐一确认是否约谈；确认之前，系统不向任何单位发函" }],
    body: [
      paragraph(`按${period}的出庭情况和约谈规则，下列单位达到约谈条件。`),
      ...candidates.flatMap(({ unit, reasons }) => [
        heading(unit),
        list(...reasons.map(interviewReasonWords)),
      ]),
      paragraph("出庭情况不明的案件，按已出庭计算；理由经法院认可的未出庭不计入。"),
    ],
  };
}

/** 约谈通知书, or the superior's copy; the signed paper goes along. */
function interviewCalled({ interview, copy }: NoticeContent<"interview-called">): Letter {
  const { unit, date, reasons, demands } = interview;
  return {
    subject: `【约谈】请${unit}于${date === undefined ? "" : shortDate(date)}参加行政应诉工作约谈${copy ? "（抄送）" : ""}`,
    title: "行政应诉约谈通知",
    asks: [
      copy
        ? { label: "请阅", value: `督促${unit}按时参加并整改` }
        : { label: "请办", value: "主要负责人按时参加约谈，并携带情况说明" },
      ...timeAndPlace(interview),
    ],
    body: [
      paragraph(`${printedMonths(interview)}，${unit}行政应诉工作存在下列情况，决定予以约谈。`),
      list(...reasons.map(interviewReasonWords)),
      heading("需要说明和准备的内容"),
      paragraph(demands ?? ""),
      paragraph("正式通知书见附件。"),
    ],
  };
}

/** 约谈取消通知. */
function interviewWithdrawn({ interview, by, reason }: NoticeContent<"interview-withdrawn">): Letter {
  const { unit } = interview;
  return {
    subject: `【约谈取消】对${unit}的行政应诉约谈已经取消`,
    title: "约谈取消通知",
    asks: [{ label: "请阅", value: "此前的约谈通知不再执行，无须参加" }],
    body: [
      facts(fact("单位", unit), ...timeAndPlace(interview), fact("取消原因", reason), fact("经办人", by)),
    ],
  };
}

/** 约谈提醒: record what came of it, look at it again, or (to the unit) say what has been mended. */
function interviewDue({ interview, step }: NoticeContent<"interview-due">): Letter {
  const { unit, outcome } = interview;
  const asked = {
    outcome: "约谈时间已过，请登记约谈情况和要求",
    "follow-up": "回访时间已到，请核实整改情况并登记",
    report: "约谈后的整改期限已到，请将整改情况书面报送约谈机关",
  }[step];
  return {
    subject: `【约谈${step === "outcome" ? "登记" : "回访"}】${unit}：${asked}`,
    title: step === "outcome" ? "约谈情况登记提醒" : "约谈回访提醒",
    asks: [{ label: "请办", value: asked }],
    body: [
      facts(fact("单位", unit), ...timeAndPlace(interview), fact("约谈情况和要求", outcome)),
      heading("约谈事由"),
      list(...interview.reasons.map(interviewReasonWords)),
    ],
  };
}

/** 约谈会登记提醒. */
function sessionDue({ date, units }: NoticeContent<"session-due">): Letter {
  return {
    subject: `【约谈登记】${shortDate(date)}约谈会还有${units.length}个单位的情况没有登记`,
    title: "约谈会情况登记提醒",
    asks: [{ label: "请办", value: "在台账中逐一登记参加人员、指出的问题和单位承诺事项" }],
    body: [paragraph(`${dateWithWeekday(date)}约谈会，尚未登记的单位：`), list(...units)],
  };
}

/** 承诺事项提醒. */
function promiseDue({ issuedBy, unit, on, text, due, daysOver }: NoticeContent<"promise-due">): Letter {
  const over = daysOver > 0;
  return {
    subject: `【约谈承诺${over ? "逾期" : "提醒"}】${unit}承诺事项${shortDate(due)}${over ? "已到期" : "到期"}`,
    title: over ? "约谈承诺事项逾期提醒" : "约谈承诺事项提醒",
    asks: [
      {
        label: "请办",
        value: over ? "尽快落实，并将落实情况书面报送约谈机关" : "按期落实，并将落实情况书面报送约谈机关",
      },
      { label: "时限", value: `${dateWithWeekday(due)}${over ? `（已逾期${daysOver}天）` : ""}` },
    ],
    body: [paragraph(`${dateWithWeekday(on)}${bureauName(issuedBy)}约谈时，${unit}承诺：`), list(text)],
  };
}

function timeAndPlace({ date, time, place }: InterviewShown) {
  if (date === undefined) return [];
  return [
    { label: "时间", value: `${dateWithWeekday(date)}${time === undefined ? "" : printedTime(time)}` },
    ...(place === undefined ? [] : [{ label: "地点", value: place }]),
  ];
}

/** How each of them is worded. */
export const INTERVIEW_LETTERS = {
  "interview-candidates": { letter: interviewCandidates },
  "interview-called": {
    letter: interviewCalled,
    papers: async (content) => (content.copy ? [] : [await interviewDocx(content)]),
  },
  "interview-withdrawn": { letter: interviewWithdrawn },
  "interview-due": { letter: interviewDue },
  "session-due": { letter: sessionDue },
  "promise-due": { letter: promiseDue },
} satisfies NoticeLetters<InterviewNotices>;
