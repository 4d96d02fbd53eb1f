/** Words a notice: the letter its kind calls for, in the frame every letter has, as a mail. */
import { linkTaskOf, targetKey } from "../domain/notices/desk-link.ts";
import type { LinkTask } from "../domain/notices/frame/link-target.ts";
import type { Notice, Recipient } from "../domain/notices/notice.ts";
import { noticeNumber } from "../domain/notices/notice-number.ts";
import { civilDateAt } from "../domain/time/time.ts";
import { calendarFile } from "./calendar/calendar-file.ts";
import { printedDate } from "./frame/dates.ts";
import { layOut } from "./frame/layout.ts";
import type { Block, FramedLetter, Letter, LetterLink } from "./frame/letter.ts";
import type { CalendarFile, Mail, Sender, Signatory } from "./frame/mail.ts";
import { shortLine } from "./frame/one-line.ts";
import { calendarFileOf, letterOf } from "./notices/notice-letters.ts";

const SUBJECT_LENGTH = 100;

/**
 * The mail of a notice. The files of a bulletin are named in it; whoever sends it adds their bytes. `link` is the
 * address where the reader does what the notice asks, `subscription` that of their calendar (linkOf and calendarOf in
 * domain/notices/desk-link.ts); `tasks` are those of the links that stand with its lines, by their {@link targetKey}.
 */
export function composeMail(
  notice: Notice,
  sender: Sender,
  link?: string,
  subscription?: string,
  tasks?: ReadonlyMap<string, string>,
): Mail {
  const signer = signerOf(notice, sender);
  const letter = withAddresses(letterOf(notice.content, signer), tasks);
  // The address is the deployment's, which the carrier knows; the name is that of whoever signs.
  const from = { name: signer.name, address: sender.address };
  const calendar = calendarOf(notice, letter, from);
  return {
    id: notice.id,
    from,
    to: notice.recipient,
    ...(signer.replyTo !== undefined && { replyTo: { name: signer.name, address: signer.replyTo } }),
    date: notice.createdAt,
    ...laidOut(letter, notice, signer, { ...letterLink(notice, link), ...subscribed(subscription) }),
    ...(calendar && { calendar }),
    attachments: [],
  };
}

/** What the mail of a notice says, without links and what goes along: to be read beforehand, and kept. */
export function composeLetter(
  notice: Notice,
  sender: Pick<Sender, "name">,
): Pick<Mail, "subject" | "text" | "html"> {
  const signer = signerOf(notice, sender);
  return laidOut(letterOf(notice.content, signer), notice, signer, {});
}

function signerOf({ signer }: Notice, { name }: Pick<Sender, "name">): Signatory {
  return signer ?? { name };
}

function laidOut(
  letter: Letter,
  notice: Notice,
  signer: Signatory,
  links: Pick<FramedLetter, "link" | "subscription">,
): Pick<Mail, "subject" | "text" | "html"> {
  return {
    subject: shortLine(letter.subject, SUBJECT_LENGTH),
    ...layOut({ ...framed(letter, notice, signer), ...links }),
  };
}

/** What can be done stands with where it is done. */
function withAddresses(letter: Letter, tasks: ReadonlyMap<string, string> = new Map()): Letter {
  const body = letter.body.map((block): Block => {
    if (block.type !== "tasks") return block;
    const items = block.items.map((item) => {
      const href = item.target && tasks.get(targetKey(item.target));
      return href === undefined ? item : { ...item, href };
    });
    return { ...block, items };
  });
  return { ...letter, body };
}

function letterLink(notice: Notice, href: string | undefined): { readonly link?: LetterLink } {
  const task = href === undefined ? undefined : linkTaskOf(notice);
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
  duty: { label: "在此办理", note: ONCE },
  "loss-review": { label: "在此审核败诉案件报告", note: ONCE },
  supervision: { label: "在此查看报告、填写意见", note: ONCE },
  designation: { label: "在此填写案件办理单", note: ONCE },
  approval: { label: "在此审批", note: ONCE },
  leader: {
    label: "领导在此审批",
    note: "无需登录。链接可以在本机关内转送分管领导，审批一次后失效，请勿转发机关以外。",
  },
  "appeal-approval": { label: "在此审批上诉决定", note: ONCE },
  orders: { label: "在此核定履行事项", note: ONCE },
  "judgment-note": { label: "在此登记送达、生效和履行", note: ONCE },
  reconciliation: { label: "在此核对出庭记载", note: ONCE },
  "call-classes": { label: "在此登记案件类别、正职出庭要求", note: ONCE },
  "principal-absence": {
    label: "在此批复",
    note: "无需登录。链接可以在本机关内转送主要领导，批复一次后失效，请勿转发机关以外。",
  },
  obstacle: { label: "在此答复准许或者不准许", note: ONCE },
  urging: { label: "在此办理督办", note: AGAIN },
  review: { label: "在此核对", note: ONCE },
  "case-page": { label: "查看案件情况", note: AGAIN },
  board: { label: "打开案件看板", note: AGAIN },
  search: { label: "查找案件", note: AGAIN },
  calendar: { label: "订阅开庭日程", note: AGAIN },
  programme: { label: "打开工作台账", note: AGAIN },
  correction: { label: "在此办理整改建议", note: AGAIN },
  suggestion: { label: "在此办理司法建议", note: AGAIN },
  undo: { label: "撤回办理", note: "在撤回时间内有效。" },
  assessment: { label: "在此核对考核结果、提出异议", note: AGAIN },
  directory: { label: "打开名录", note: AGAIN },
  "directory-entry": { label: "在此更正名录", note: AGAIN },
  "unknown-name": { label: "在此选定这是哪个单位", note: AGAIN },
  "address-consent": { label: "在此同意或者拒绝", note: ONCE },
  signing: { label: "打开通报签发页面", note: AGAIN },
  ledger: { label: "打开工作台：月度台账", note: "登录后下载预填台账、上传、查看答复。" },
  "sign-in": { label: "登录工作台", note: "只能使用一次，请勿转发。" },
  "case-office": { label: "打开手工办理页面", note: AGAIN },
  classes: { label: "更正案件分类", note: AGAIN },
  "entry-office": { label: "打开录入页面", note: AGAIN },
};

function framed({ title, asks, body }: Letter, notice: Notice, signer: Signatory): FramedLetter {
  return {
    sender: signer.name,
    number: noticeNumber(notice),
    title,
    ...("case" in notice.content && { about: notice.content.case.caseNumber }),
    salutation: salutation(notice.recipient),
    asks,
    body,
    date: printedDate(civilDateAt(notice.createdAt)),
    footnotes: [
      "本邮件是工作提醒，不是法律文书的送达；与人民法院送达的文书不一致的，以人民法院的文书为准。",
      whereToAsk(notice, signer),
    ],
  };
}

/** 咨询：兰山区司法局 徐琳，电话 0539-8000000，来电请报编号…. */
function whereToAsk(notice: Notice, { name, contact, phone, replyTo }: Signatory): string {
  const number = `来电请报编号：${noticeNumber(notice)}。`;
  const sent = `本邮件由系统自动发出${replyTo === undefined ? "" : "，回复本邮件即回复该单位"}。`;
  if (contact === undefined && phone === undefined) return `${number}${sent}`;
  const who = [name, contact].filter((part) => part !== undefined).join(" ");
  return `咨询：${who}${phone === undefined ? "" : `，电话${phone}`}，${number}${sent}`;
}

/** 临沂市兰山区自然资源局（法制科 张敏）：. */
function salutation({ organisationName, name }: Recipient): string {
  return name === "" || name === organisationName
    ? `${organisationName}：`
    : `${organisationName}（${name}）：`;
}

function calendarOf(notice: Notice, { calendar }: Letter, sender: Sender): CalendarFile | undefined {
  const { content } = notice;
  return calendar !== undefined && "case" in content && "respondent" in content
    ? calendarFile(calendar, content, notice, sender)
    : calendarFileOf(content, notice, sender);
}
