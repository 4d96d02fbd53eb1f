/** Words a notice: the letter its kind calls for, in the frame every letter has, as a mail. */
import { linkOf } from "../domain/notices/desk-link.ts";
import type { LinkTask } from "../domain/notices/link-target.ts";
import { type Notice, type NoticeContent, noticeNumber, type Recipient } from "../domain/notices/notice.ts";
import { civilDateAt } from "../domain/time/time.ts";
import { bulletinMail } from "./bulletin/mail.ts";
import { calendarFile, meetingFile } from "./calendar/calendar-file.ts";
import { printedDate } from "./frame/dates.ts";
import { layOut } from "./frame/layout.ts";
import type { FramedLetter, Letter, LetterLink } from "./frame/letter.ts";
import type { CalendarFile, Mail, Sender } from "./frame/mail.ts";
import { shortLine } from "./frame/one-line.ts";
import {
  assessmentAnswered,
  assessmentDraft,
  assessmentFinal,
  assessmentMade,
  assessmentObjection,
} from "./notices/assessment.ts";
import { appearanceNotice, courtNote, obstacleReported } from "./notices/before-hearing.ts";
import {
  caseHandlingForm,
  designationDue,
  designationOrder,
  designationWithdrawn,
  handlingFormReturned,
  handlingFormSubmitted,
} from "./notices/designation.ts";
import { attendanceDifference, differenceSettled, differenceStanding } from "./notices/difference.ts";
import { digest } from "./notices/digest.ts";
import { addressFailed, unknownAgency } from "./notices/directory.ts";
import { documentRejected, documentReview } from "./notices/document.ts";
import { filingDue, filingOverdue } from "./notices/filing.ts";
import { hearingChanged, hearingNotice, hearingReminder } from "./notices/hearing.ts";
import {
  interviewCalled,
  interviewCandidates,
  interviewDue,
  interviewWithdrawn,
} from "./notices/interview.ts";
import { ledgerDue, ledgerReceived } from "./notices/ledger.ts";
import { meetingInvited, packMade } from "./notices/meeting-pack.ts";
import { organisationChanged } from "./notices/organisation-changed.ts";
import {
  correctionAnswered,
  correctionDue,
  correctionJudged,
  correctionProposed,
  correctionWithdrawn,
  meetingBehind,
  observationsBehind,
  programmePlan,
} from "./notices/programme.ts";
import { reportDue, reportOverdue } from "./notices/report.ts";
import { deskLink, reportReceived, reportReturned, supervision } from "./notices/supervision.ts";

const SUBJECT_LENGTH = 100;

/**
 * The mail of a notice. The files of a bulletin are named in it; whoever sends it adds their bytes. `link` is the
 * address where the reader does what the notice asks, `subscription` that of his calendar (linkOf and calendarOf in
 * domain/notices/desk-link.ts).
 */
export function composeMail(notice: Notice, sender: Sender, link?: string, subscription?: string): Mail {
  const letter = letterOf(notice.content);
  const [calendar, ...others] = calendarFiles(notice, letter, sender);
  return {
    id: notice.id,
    from: sender,
    to: notice.recipient,
    date: notice.createdAt,
    subject: shortLine(letter.subject, SUBJECT_LENGTH),
    ...layOut({
      ...framed(letter, notice, sender),
      ...letterLink(notice, link),
      ...subscribed(subscription),
    }),
    ...(calendar && { calendar }),
    attachments: others.map(({ name, method, content }) => ({
      name,
      contentType: `text/calendar; charset=utf-8; method=${method}`,
      content,
    })),
  };
}

function letterLink(notice: Notice, href: string | undefined): { readonly link?: LetterLink } {
  const task = href === undefined ? undefined : linkOf(notice)?.task;
  return href === undefined || task === undefined ? {} : { link: { ...LINKS[task], href } };
}

/** Programs look there by themselves; whoever has subscribed once need not again. */
function subscribed(href: string | undefined): { readonly subscription?: LetterLink } {
  const note = "订阅一次，今后的开庭、改期和到期日自动出现在日历中。";
  return href === undefined ? {} : { subscription: { label: "订阅本单位开庭日程", href, note } };
}

const ONCE = "无需登录。链接只供贵单位办理本事项，办理一次后失效，请勿转发。";
const AGAIN = "无需登录。链接只供贵单位使用，有效期内可以多次打开，请勿转发。";

/** What is done at a link, and what its reader should know of it. */
const LINKS: Readonly<Record<LinkTask, Pick<LetterLink, "label" | "note">>> = {
  report: { label: "在此填报三日报告", note: ONCE },
  filing: { label: "在此填报出庭备案", note: ONCE },
  supervision: { label: "在此查看报告、填写意见", note: ONCE },
  designation: { label: "在此填写案件办理单", note: ONCE },
  approval: { label: "在此审批", note: ONCE },
  reconciliation: { label: "在此核对出庭记载", note: ONCE },
  review: { label: "在此核对", note: ONCE },
  board: { label: "打开案件看板", note: AGAIN },
  calendar: { label: "订阅开庭日程", note: AGAIN },
  programme: { label: "打开工作台账", note: AGAIN },
  correction: { label: "在此办理整改建议", note: AGAIN },
  assessment: { label: "在此核对考核结果、提出异议", note: AGAIN },
};

function letterOf(content: NoticeContent): Letter {
  switch (content.kind) {
    case "hearing-notice":
      return hearingNotice(content);
    case "hearing-reminder":
      return hearingReminder(content);
    case "hearing-changed":
      return hearingChanged(content);
    case "case-handling-form":
      return caseHandlingForm(content);
    case "appearance-notice":
      return appearanceNotice(content);
    case "court-note":
      return courtNote(content);
    case "obstacle-reported":
      return obstacleReported(content);
    case "organisation-changed":
      return organisationChanged(content);
    case "handling-form-submitted":
      return handlingFormSubmitted(content);
    case "handling-form-returned":
      return handlingFormReturned(content);
    case "designation-order":
      return designationOrder(content);
    case "designation-withdrawn":
      return designationWithdrawn(content);
    case "designation-due":
      return designationDue(content);
    case "report-due":
      return reportDue(content);
    case "report-overdue":
      return reportOverdue(content);
    case "report-received":
      return reportReceived(content);
    case "report-returned":
      return reportReturned(content);
    case "supervision":
      return supervision(content);
    case "desk-link":
      return deskLink(content);
    case "filing-due":
      return filingDue(content);
    case "filing-overdue":
      return filingOverdue(content);
    case "attendance-difference":
      return attendanceDifference(content);
    case "difference-standing":
      return differenceStanding(content);
    case "difference-settled":
      return differenceSettled(content);
    case "ledger-due":
      return ledgerDue(content);
    case "ledger-received":
      return ledgerReceived(content);
    case "bulletin":
      return bulletinMail(content);
    case "document-rejected":
      return documentRejected(content);
    case "document-review":
      return documentReview(content);
    case "unknown-agency":
      return unknownAgency(content);
    case "address-failed":
      return addressFailed(content);
    case "programme-plan":
      return programmePlan(content);
    case "observations-behind":
      return observationsBehind(content);
    case "meeting-behind":
      return meetingBehind(content);
    case "correction-proposed":
      return correctionProposed(content);
    case "correction-due":
      return correctionDue(content);
    case "correction-answered":
      return correctionAnswered(content);
    case "correction-judged":
      return correctionJudged(content);
    case "assessment-draft":
      return assessmentDraft(content);
    case "assessment-objection":
      return assessmentObjection(content);
    case "assessment-answered":
      return assessmentAnswered(content);
    case "assessment-final":
      return assessmentFinal(content);
    case "assessment-made":
      return assessmentMade(content);
    case "pack-made":
      return packMade(content);
    case "meeting-invited":
      return meetingInvited(content);
    case "interview-candidates":
      return interviewCandidates(content);
    case "interview-called":
      return interviewCalled(content);
    case "interview-withdrawn":
      return interviewWithdrawn(content);
    case "interview-due":
      return interviewDue(content);
    case "correction-withdrawn":
      return correctionWithdrawn(content);
    case "digest":
      return digest(content);
    default:
      return content satisfies never;
  }
}

function framed({ title, asks, body }: Letter, notice: Notice, sender: Sender): FramedLetter {
  return {
    sender: sender.name,
    number: noticeNumber(notice),
    title,
    ...("case" in notice.content && { about: notice.content.case.caseNumber }),
    salutation: salutation(notice.recipient),
    asks,
    body,
    date: printedDate(civilDateAt(notice.createdAt)),
    footnotes: [
      "本邮件是工作提醒，不是法律文书的送达；与人民法院送达的文书不一致的，以人民法院的文书为准。",
      `来电咨询请报编号：${noticeNumber(notice)}。本邮件由系统自动发出。`,
    ],
  };
}

/** 临沂市兰山区自然资源局（法制科 张敏）：. */
function salutation({ organisationName, name }: Recipient): string {
  return name === "" || name === organisationName
    ? `${organisationName}：`
    : `${organisationName}（${name}）：`;
}

function calendarFiles(notice: Notice, { calendar = [] }: Letter, sender: Sender): readonly CalendarFile[] {
  const { content } = notice;
  if (content.kind === "meeting-invited") return [meetingFile(content, notice, sender)];
  if (!("case" in content && "respondent" in content)) return [];
  return calendar.map((wish) => calendarFile(wish, content, notice, sender));
}
