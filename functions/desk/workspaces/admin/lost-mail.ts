/** 没有送达的邮件: which, of what, to whom, and since when; with all mails of the case or document each belongs to. */
import { html } from "hono/html";
import { parseCaseNumber } from "../../../../shared/domain/court/case-number.ts";
import type { NoticeSubject } from "../../../../shared/domain/notices/frame/notice-subject.ts";
import type { NoticeState } from "../../../../shared/domain/notices/notice.ts";
import { addMinutes } from "../../../../shared/domain/time/time.ts";
import { printedMoment } from "../../../../shared/letters/frame/dates.ts";
import { letterOf } from "../../../../shared/letters/notices/notice-letters.ts";
import { deliveryWords } from "../../../../shared/letters/wording/delivery-wording.ts";
import type { PostedNotice } from "../../../../shared/ports/outbox.ts";
import type { Markup } from "../../frame/page.ts";
import { notFoundPage } from "../../frame/plain-pages.ts";
import type { DeskPorts, Shown } from "../../frame/room.ts";
import { dataTable } from "../../frame/table.ts";
import { type AtWork, workPlace } from "../workspace.ts";

/** What did not arrive within so many days is listed, and so many at most. */
const DAYS = 30;
const MOST = 100;

const STATES = [
  ["failed", "发送失败"],
  ["ambiguous", "结果不明"],
  ["bounced", "退信"],
  ["complained", "标为垃圾邮件"],
] as const satisfies readonly (readonly [NoticeState, string])[];

/** The table, with how many of each kind before it. */
export async function lostMail(ports: DeskPorts, work: AtWork): Promise<Markup> {
  const lost = await ports.outbox.notArrived(addMinutes(ports.now(), -DAYS * 24 * 60), MOST);
  const figures = STATES.map(
    ([state, name]) => [name, lost.filter((one) => one.state === state)] as const,
  ).filter(([, some]) => some.length > 0);
  const oldest = lost.map(({ notice }) => notice.createdAt).toSorted()[0];
  return html`${figures.length === 0 ? "" : html`<ul class="figures">${figures.map(([name, some]) => html`<li><span>${name}${some.length}件</span></li>`)}</ul>`}
${dataTable({
  caption: `最近${DAYS}日没有送达的${lost.length === MOST ? `（列出最近${MOST}件）` : ""}${oldest === undefined ? "" : `，最早的一件${printedMoment(oldest)}生成`}；发送失败、结果不明和退信的，系统已请主管司法局核对地址`,
  columns: ["函件", "收件", "生成时间", "状态", "所属"],
  rows: lost.map((one) => [...mailRow(ports, one), subjectLink(work, one.notice.subject)]),
  empty: `最近${DAYS}日的邮件都没有发送失败或者退信。`,
})}`;
}

/** All mails of a case. */
export async function mailsOfCase(ports: DeskPorts, work: AtWork): Promise<Shown> {
  const caseNumber = parseCaseNumber(work.query.case ?? "");
  if (caseNumber === undefined) return notFoundPage;
  const posted = await ports.outbox.posted({ of: "case", caseNumber });
  return {
    status: 200,
    title: `${caseNumber}的函件`,
    wide: true,
    body: html`<nav aria-label="返回"><ul><li><a href="${workPlace(work)}">返回系统管理</a></li></ul></nav>
${dataTable({
  caption: `共${posted.length}件，最近的在前`,
  columns: ["函件", "收件", "生成时间", "状态"],
  rows: posted.toReversed().map((one) => mailRow(ports, one)),
  empty: "没有函件。",
})}`,
  };
}

function mailRow(
  { senderName }: Pick<DeskPorts, "senderName">,
  { notice, state, settledAt }: PostedNotice,
): readonly (Markup | string)[] {
  const { recipient, content, signer = { name: senderName }, createdAt, releaseAt } = notice;
  const words = deliveryWords(state, { releaseAt, settledAt });
  return [
    letterOf(content, signer).subject,
    html`${recipient.organisationName}<small>${recipient.name}，${recipient.address}</small>`,
    printedMoment(createdAt),
    STATES.some(([lost]) => lost === state) ? html`<span class="late">${words}</span>` : words,
  ];
}

function subjectLink(work: AtWork, subject: NoticeSubject): Markup | string {
  switch (subject.of) {
    case "case": {
      const place = workPlace(work, { part: "mails", query: { case: subject.caseNumber } });
      return html`<a href="${place}">${subject.caseNumber}的全部函件</a>`;
    }
    case "document":
      return `文件${subject.sha256.slice(0, 12)}`;
    case "ledger":
      return `${subject.month}台账`;
    case "bulletin":
      return `${subject.month}通报`;
    case "programme":
      return `${subject.jurisdiction}${subject.year}年度工作`;
    case "organisation":
      return "单位";
    default:
      return subject satisfies never;
  }
}
