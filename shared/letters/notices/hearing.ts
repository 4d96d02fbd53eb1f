/** Letters about a hearing: the notice of it (开庭提醒函), its reminders, and its change. */

import { appointmentOf, type HearingDetails } from "../../domain/case-file/hearing.ts";
import { defined } from "../../domain/defined.ts";
import type { HearingNotices } from "../../domain/notices/hearing.ts";
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import type { Deadline } from "../../domain/time/deadline.ts";
import {
  dateWithWeekday,
  hearingMoment,
  printedTime,
  shortDate,
  shortHearingMoment,
} from "../frame/dates.ts";
import {
  type Block,
  fact,
  facts,
  heading,
  type LabelledFact,
  type Letter,
  list,
  paragraph,
} from "../frame/letter.ts";
import type { Signatory } from "../frame/mail.ts";
import { identityDocx } from "../papers/docx-papers.ts";
import { caseFacts, caseTitle, hearingFacts, hearingLine, meetingFacts } from "../wording/case-wording.ts";
import { deadlineFact, lastDay } from "../wording/deadline-wording.ts";
import { ifHeadCannotAppear, papersToBring, reportContents } from "../wording/hearing-preparation.ts";
import { ifSeveral, staffOwed } from "../wording/joint-wording.ts";
import { verdictDuty, verdictName } from "../wording/obstacle-wording.ts";
import { principalBlocks } from "../wording/principal-wording.ts";
import type { NoticeLetters } from "./notice-letter.ts";

const CALENDAR_NOTE = paragraph("附件：开庭日程（.ics 文件），点开即可加入手机或电脑的日历。");

const IDENTITY_PAPER = paragraph(
  "附件：负责人身份证明书（.docx 文件），请填写出庭负责人的姓名、职务，打印后加盖本机关印章。",
);

const HEAD_NOTIFIED = paragraph(
  "人民法院已经发出出庭通知书，通知负责人出庭应诉（法释〔2020〕3号第四条、第五条）。",
);

/** 开庭提醒函, on receipt of the summons: to the legal section, or the head's own copy. */
function hearingNotice(content: NoticeContent<"hearing-notice">, signer: Signatory): Letter {
  return content.audience === "head"
    ? noticeForHead(content, signer)
    : noticeForLegalSection(content, signer);
}

function noticeForLegalSection(
  {
    case: of,
    respondent,
    hearing,
    report,
    filing,
    urgent = false,
    headNotified = false,
    excused,
    principal,
    meeting,
  }: NoticeContent<"hearing-notice">,
  signer: Signatory,
): Letter {
  const arrange = excused === undefined ? "安排负责人出庭" : "安排工作人员出庭";
  return {
    subject: `【${urgent ? "紧急" : "开庭提醒"}】${of.caseNumber} ${shortHearingMoment(hearing)}开庭${report === undefined ? `，请${arrange}` : `，请于${reportedBy(report, hearing)}报告`}`,
    title: urgent ? "紧急开庭提醒函" : "开庭提醒函",
    asks: known(
      report && { label: "请办", value: `向${signer.name}报告应诉意见，并${arrange}` },
      report && { label: "时限", value: `${lastDay(report)}报告` },
      report === undefined ? { label: "请办", value: arrange } : undefined,
      { label: "开庭", value: hearingLine(of, hearing) },
    ),
    body: [
      paragraph(
        `${of.court}受理的${caseTitle(of)}已定开庭。${excused === undefined ? "被诉行政机关负责人应当出庭应诉（行政诉讼法第三条第三款）。" : staffOwed(excused)}`,
      ),
      ...(excused === undefined ? ifSeveral(of.respondents) : []),
      ...(headNotified ? [HEAD_NOTIFIED] : []),
      ...principalBlocks(principal),
      facts(
        ...caseFacts(of),
        ...hearingFacts(hearing),
        ...meetingFacts(meeting),
        report && deadlineFact("报告时限", report),
      ),
      ...(report === undefined ? [] : reportContents(respondent)),
      ...papersToBring(of),
      ...(urgent && excused === undefined ? [IDENTITY_PAPER] : []),
      ...(excused === undefined ? ifHeadCannotAppear(signer) : []),
      ...afterHearing(filing, signer),
      CALENDAR_NOTE,
    ],
    calendar: { method: "request", hearing, ...defined({ meeting, principal }) },
  };
}

/** 9月20日前; 9月10日9:00开庭前, where the hearing cuts it. */
function reportedBy(report: Deadline, hearing: HearingDetails): string {
  return report.due < hearing.date ? `${shortDate(report.due)}前` : `${shortHearingMoment(hearing)}开庭前`;
}

/** What is owed once it has been heard. */
function afterHearing(filing: Deadline | undefined, { name }: Signatory): readonly Block[] {
  return filing === undefined
    ? []
    : [
        paragraph(
          `开庭后请将出庭情况报${name}备案：${lastDay(filing)}（二日备案）。改期开庭的，备案时限重新计算。`,
        ),
      ];
}

function noticeForHead(
  {
    case: of,
    respondent,
    hearing,
    urgent = false,
    headNotified = false,
    principal,
    meeting,
  }: NoticeContent<"hearing-notice">,
  signer: Signatory,
): Letter {
  return {
    subject: `【${urgent ? "紧急·" : ""}请出庭应诉】${of.caseNumber} ${shortHearingMoment(hearing)}开庭，请负责人出庭`,
    title: "负责人出庭提醒函",
    asks: known(
      { label: "请办", value: "出庭应诉，庭前提交盖章的身份证明" },
      { label: "开庭", value: hearingLine(of, hearing) },
    ),
    body: [
      paragraph(
        `${of.court}受理的${caseTitle(of)}已定开庭，${respondent}为被诉行政机关。被诉行政机关负责人应当出庭应诉（行政诉讼法第三条第三款）。`,
      ),
      ...(headNotified ? [HEAD_NOTIFIED] : []),
      ...principalBlocks(principal),
      facts(...caseFacts(of), ...hearingFacts(hearing), ...meetingFacts(meeting)),
      heading("请您做好"),
      list(
        principal === undefined
          ? "按时到庭。正职、副职负责人以及其他参与分管的负责人出庭，均为负责人出庭（法释〔2020〕3号第二条）。"
          : "按时到庭。本案应由正职出庭。",
        "庭前提交身份证明：载明姓名、职务，加盖本机关印章。不符合要求又未补正的，视为未出庭（同上第六条）。",
        "携带本人居民身份证；庭前了解案情，到庭就有关问题作出说明，不中途退庭。",
      ),
      ...ifHeadCannotAppear(signer),
      paragraph("开庭材料由本单位法制科室准备，请与其核对。"),
      CALENDAR_NOTE,
    ],
    calendar: { method: "request", hearing, ...defined({ meeting, principal }) },
  };
}

/** 开庭提醒函, some days before the hearing: to the legal section, the head in person, or the government that designated an agency. */
function hearingReminder(content: NoticeContent<"hearing-reminder">, signer: Signatory): Letter {
  return content.audience === undefined
    ? reminderForLegalSection(content, signer)
    : reminderToAppear(content, signer);
}

function reminderForLegalSection(
  {
    case: of,
    hearing,
    daysLeft,
    reportOpen,
    report,
    head,
    excused,
    excusedByCourt,
    principal,
    meeting,
  }: NoticeContent<"hearing-reminder">,
  signer: Signatory,
): Letter {
  const left = daysAway(daysLeft);
  const mustAppear = excused === undefined && excusedByCourt === undefined;
  const whoAppears = mustAppear ? "负责人" : "工作人员";
  const time = report && lastDay(report);
  const open = time === undefined ? "三日报告尚未收到，请在开庭前报告" : `三日报告尚未收到，请于${time}报告`;
  return {
    subject: `【开庭提醒】${of.caseNumber} ${left}开庭（${shortHearingMoment(hearing)}）${reportOpen ? `，请于${report === undefined ? "开庭前" : reportedBy(report, hearing)}报告` : `，请确认${whoAppears}到庭`}`,
    title: daysLeft <= 1 ? `${left}开庭提醒` : "开庭提醒",
    asks: known(
      { label: "开庭", value: `${left}：${hearingLine(of, hearing)}` },
      { label: "请办", value: `确认出庭${whoAppears}，核对须带材料` },
      reportOpen ? { label: "报告", value: `${open}；开庭后再报不能弥补` } : undefined,
    ),
    body: [
      paragraph(`${of.court}受理的${caseTitle(of)}即将开庭，请逐项确认。`),
      ...(excusedByCourt === undefined
        ? excused === undefined
          ? ifSeveral(of.respondents)
          : [paragraph(staffOwed(excused))]
        : [paragraph(`人民法院已答复：${verdictName("excused")}。${verdictDuty("excused")}`)]),
      ...principalBlocks(principal),
      facts(...caseFacts(of), ...hearingFacts(hearing), ...meetingFacts(meeting)),
      ...papersToBring(of),
      ...(mustAppear ? [identityNote(head), ...ifHeadCannotAppear(signer)] : []),
      CALENDAR_NOTE,
    ],
    calendar: { method: "request", hearing, ...defined({ meeting, principal }) },
  };
}

/** The day before, to whoever must be there, or see to it that somebody is. */
function reminderToAppear(
  {
    case: of,
    respondent,
    hearing,
    daysLeft,
    head,
    audience,
    principal,
    meeting,
  }: NoticeContent<"hearing-reminder">,
  signer: Signatory,
): Letter {
  const left = daysAway(daysLeft);
  const isHead = audience === "head";
  const reported = head && `${head.title}${head.name}`;
  return {
    subject: `【${isHead ? "请出庭应诉" : "开庭提醒"}】${of.caseNumber} ${left}开庭（${shortHearingMoment(hearing)}）${isHead ? "" : "，请落实出庭负责人"}`,
    title: `${left}开庭提醒`,
    asks: known(
      { label: "开庭", value: `${left}：${hearingLine(of, hearing)}` },
      {
        label: "请办",
        value: isHead
          ? "按时到庭，携带本人居民身份证和盖章的身份证明"
          : `落实${respondent}出庭应诉的负责人，承办单位的负责人不是本机关负责人`,
      },
    ),
    body: [
      paragraph(`${of.court}受理的${caseTitle(of)}${left}开庭。`),
      ...principalBlocks(principal),
      facts(
        ...caseFacts(of),
        ...hearingFacts(hearing),
        ...meetingFacts(meeting),
        reported === undefined ? undefined : fact("报告的出庭负责人", reported),
      ),
      ...ifHeadCannotAppear(signer),
      CALENDAR_NOTE,
    ],
    calendar: { method: "request", hearing, ...defined({ meeting, principal }) },
  };
}

function identityNote(head: NoticeContent<"hearing-reminder">["head"]): Block {
  return head === undefined
    ? IDENTITY_PAPER
    : paragraph(
        `附件：负责人身份证明书（.docx 文件），已按报告填好${head.title}${head.name}，核对后打印，加盖本机关印章；换人出庭的请更正。`,
      );
}

function daysAway(days: number): string {
  return days <= 0 ? "今天" : days === 1 ? "明天" : `还有${days}天`;
}

/** 电话通知: to the bureau. */
function urgentHearing({ case: of, respondent, hearing, contact }: NoticeContent<"urgent-hearing">): Letter {
  const person = contact === undefined ? undefined : [contact.name, contact.phone].filter(Boolean).join(" ");
  return {
    subject: `【电话通知】${of.caseNumber} ${shortHearingMoment(hearing)}开庭，请即电话告知${respondent}`,
    title: "电话通知任务",
    asks: [
      { label: "请办", value: `立即电话告知${respondent}，确认负责人出庭` },
      { label: "开庭", value: hearingLine(of, hearing) },
      { label: "联系人", value: person ?? "名录中没有联系人，请向该单位核实并补入名录" },
    ],
    body: [
      paragraph(
        `${of.court}受理的${caseTitle(of)}距开庭不足三日，紧急提醒函已发${respondent}，请同时电话落实。`,
      ),
      facts(...caseFacts(of), ...hearingFacts(hearing)),
      ...(contact !== undefined && contact.phone === undefined
        ? [paragraph("名录中没有该联系人的电话，请补入名录。")]
        : []),
    ],
  };
}

/** 延期、变更、取消开庭通知: the hearing is off, or its hour or place is another. */
function hearingChanged(content: NoticeContent<"hearing-changed">, signer: Signatory): Letter {
  const { case: of, cancelled, hearing, closed = false, withdrawn = false, granted } = content;
  if (hearing !== undefined) return movedHearing(content, hearing, signer);
  if (withdrawn) return noLongerSued(content);
  const day = dateWithWeekday(cancelled.date);
  return {
    subject: closed
      ? `【开庭取消】${of.caseNumber} ${shortHearingMoment(cancelled)}不再开庭，案件已结`
      : `【延期开庭】${of.caseNumber} ${shortHearingMoment(cancelled)}不开庭，新的时间待定`,
    title: closed ? "开庭取消通知" : "延期开庭通知",
    asks: known(
      { label: "注意", value: `${day}不开庭，请勿到庭` },
      closed
        ? { label: "请办", value: "撤销原出庭安排，无须再作准备" }
        : { label: "请办", value: "撤销原出庭安排，等候新的开庭时间" },
    ),
    body: [
      paragraph(
        closed
          ? `${of.court}受理的${caseTitle(of)}已经结案，原定开庭取消，不再开庭。`
          : `${of.court}受理的${caseTitle(of)}原定开庭延期，新的开庭时间尚未确定，确定后另行提醒。`,
      ),
      facts(
        ...caseFacts(of),
        ...hearingFacts(cancelled, "原定"),
        ...(granted === undefined
          ? []
          : [
              fact("法院答复", verdictName("put-off")),
              fact("理由", granted.reason),
              fact("答复人", granted.by),
            ]),
      ),
      paragraph(`按原开庭日计算的报告、备案时限同时取消${closed ? "" : "，新的开庭日确定后重新计算"}。`),
      ...(closed ? [] : [POSTPONED_ONCE]),
      paragraph("附件：取消原开庭日程的日历文件（.ics），点开即可从日历中删除。"),
    ],
    calendar: { method: "cancel", hearing: cancelled },
  };
}

/** The others' hearing stays where it is. */
function noLongerSued({ case: of, cancelled, respondent }: NoticeContent<"hearing-changed">): Letter {
  return {
    subject: `【无须出庭】${of.caseNumber} 原告已撤回对${respondent}的起诉`,
    title: "撤回起诉告知",
    asks: known(
      { label: "注意", value: `${dateWithWeekday(cancelled.date)}的开庭，贵单位无须出庭` },
      { label: "请办", value: "撤销原出庭安排，无须再作准备" },
    ),
    body: [
      paragraph(
        `${of.court}已准许原告撤回${caseTitle(of)}中对${respondent}的起诉，本案对其余被告继续审理，原定开庭不变。`,
      ),
      facts(...caseFacts(of), ...hearingFacts(cancelled, "原定")),
      paragraph("贵单位就该次开庭的报告、备案时限同时取消；已经开过的庭，尚未备案的仍请备案。"),
      paragraph("附件：取消原开庭日程的日历文件（.ics），点开即可从日历中删除。"),
    ],
    calendar: { method: "cancel", hearing: cancelled },
  };
}

function movedHearing(
  {
    case: of,
    cancelled,
    report,
    filing,
    urgent = false,
    principal,
    meeting,
  }: NoticeContent<"hearing-changed">,
  hearing: HearingDetails,
  signer: Signatory,
): Letter {
  const sameDay = cancelled.date === hearing.date;
  const sameEntry = appointmentOf(cancelled) === appointmentOf(hearing);
  return {
    subject: `【${urgent ? "紧急·" : ""}${sameDay ? "开庭变更" : "开庭改期"}】${of.caseNumber} ${sameDay ? changeOfDay(cancelled, hearing) : `原${shortDate(cancelled.date)}改为${shortHearingMoment(hearing)}开庭`}${report === undefined ? "，请调整出庭安排" : `，请于${reportedBy(report, hearing)}报告`}`,
    title: sameDay ? "开庭变更通知" : "开庭改期通知",
    asks: known(
      { label: "改为", value: hearingLine(of, hearing) },
      { label: "作废", value: `原定${hearingLine(of, cancelled)}` },
      report === undefined
        ? { label: "请办", value: "按新的时间、地点安排负责人出庭" }
        : { label: "请办", value: `按新的时间、地点安排负责人出庭，并向${signer.name}报告应诉意见` },
      report && { label: "时限", value: `${lastDay(report)}报告` },
    ),
    body: [
      paragraph(`${of.court}受理的${caseTitle(of)}开庭安排有变，请以新的安排为准。`),
      ...principalBlocks(principal),
      facts(
        ...caseFacts(of),
        ...hearingFacts(hearing, "新"),
        ...meetingFacts(meeting),
        fact("原定时间", `${hearingMoment(cancelled)}（作废）`),
        fact("原定地点", cancelled.place === undefined ? undefined : `${cancelled.place}（作废）`),
        report && deadlineFact("报告时限", report),
      ),
      ...(sameDay
        ? []
        : [paragraph("按原开庭日计算的时限已经取消，一律按新的开庭日重新计算。"), POSTPONED_ONCE]),
      ...papersToBring(of),
      ...ifHeadCannotAppear(signer),
      ...afterHearing(filing, signer),
      paragraph(
        sameEntry
          ? "附件：新的开庭日程（.ics 文件），点开后日历中的原日程随之更新。"
          : "附件：新的开庭日程（.ics 文件）。日历中的原日程请自行删除。",
      ),
    ],
    calendar: { method: "request", hearing, ...defined({ meeting, principal }) },
  };
}

/** 9月24日开庭时间改为10:30, or the place, where the day stays. */
function changeOfDay(before: HearingDetails, { date, time, place }: HearingDetails): string {
  if (time !== undefined && time !== before.time) return `${shortDate(date)}开庭时间改为${printedTime(time)}`;
  return `${shortDate(date)}开庭地点${place === undefined ? "有变" : `改为${place}`}`;
}

const POSTPONED_ONCE = paragraph(
  "延期系应行政机关申请准许的，再次开庭时负责人无正当理由仍不出庭，人民法院应当向有关机关提出司法建议（法释〔2020〕3号第十二条）。",
);

function known(...asks: readonly (LabelledFact | undefined)[]): readonly LabelledFact[] {
  return asks.filter((ask) => ask !== undefined);
}

/** How each of them is worded. */
export const HEARING_LETTERS = {
  "hearing-notice": {
    letter: hearingNotice,
    // In its own time it comes with the reminder.
    papers: async (content) =>
      content.urgent === true && content.audience === "legal-section" && content.excused === undefined
        ? [await identityDocx(content)]
        : [],
  },
  "hearing-reminder": {
    letter: hearingReminder,
    papers: async (content) =>
      content.excused === undefined && content.excusedByCourt === undefined && content.audience === undefined
        ? [await identityDocx(content)]
        : [],
  },
  "hearing-changed": { letter: hearingChanged },
  "urgent-hearing": { letter: urgentHearing },
} satisfies NoticeLetters<HearingNotices>;
