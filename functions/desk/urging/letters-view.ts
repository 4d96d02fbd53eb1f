/** 拟发函件: the letters as they will leave, by the very code that writes them, with who will get them. */
import { html } from "hono/html";
import { defined } from "../../../shared/domain/defined.ts";
import type { Notice } from "../../../shared/domain/notices/notice.ts";
import { address, signatureOf } from "../../../shared/domain/obligations/addressing.ts";
import { addresseeOf, signerIn } from "../../../shared/domain/obligations/involved.ts";
import type { NoticeOwed } from "../../../shared/domain/obligations/obligation.ts";
import {
  copiedKey,
  matterOf,
  openRound,
  urgedKey,
  urgedRound,
} from "../../../shared/domain/obligations/urging.ts";
import { copyTo, letterTo } from "../../../shared/domain/obligations/urging-ladder.ts";
import { civilDateAt, type Instant } from "../../../shared/domain/time/time.ts";
import { dateWithWeekday } from "../../../shared/letters/frame/dates.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import { factList } from "../frame/case-view.ts";
import type { Markup } from "../frame/page.ts";
import type { DeskPorts } from "../frame/room.ts";
import { type LetterToSeal, letterPosted } from "../papers/letter-papers.ts";
import type { OpenUrging } from "./open-urging.ts";

type Which = "letter" | "copy";

/** A letter as it is worded on the day on which it would leave; says so where nobody can be reached, or there is no superior. */
export async function letterView(
  ports: DeskPorts,
  open: OpenUrging,
  which: Which,
  at: Instant,
): Promise<Markup> {
  const name = which === "letter" ? "督办函" : "督办函（抄送上级）";
  const notice = noticeOf(ports, open, which, at);
  if (notice === "no-superior")
    return html`<h2>${name}</h2><p>名录中没有登记该单位的上级机关，不能抄送。</p>`;
  if (notice === "unreachable")
    return html`<h2>${name}</h2><p class="note">收件单位在名录中没有可用的邮箱，函件发不出去；请先更正名录，或者电话督促。</p>`;
  // Loaded when somebody looks at a letter: most pages of the desk show none.
  const { composeLetter } = await import("../../../shared/letters/compose.ts");
  const { subject, text } = composeLetter(notice, { name: ports.senderName });
  const { organisationName, name: person, address: mailbox } = notice.recipient;
  return html`<h2>${name}</h2>${factList(
    fact("收件", `${organisationName}${person === "" ? "" : `（${person}）`}`, [mailbox]),
    fact("发出", dateWithWeekday(civilDateAt(at)), [
      ...(which === "letter" ? ["发出时另附办理链接。"] : [copyNote(ports)]),
      "逾期天数按发出当日计算。",
    ]),
    fact("主题", subject),
  )}<div class="source" role="region" aria-label="${name}全文" tabindex="0">${text}</div>`;
}

/** When a copy leaves at all. */
function copyNote({ rules }: DeskPorts): string {
  const { copy } = rules.policy.supervision;
  if (copy === "confirm") return "经确认才抄送；不确认的，不发。";
  return copy === "automatic"
    ? "督办函发出后抄送。"
    : `督办函发出${copy.afterWorkingDays}个工作日后抄送；注明不抄送的，不发。`;
}

/** Whether the agency has a superior that can get a copy. */
export function hasSuperior({ involved, duty }: OpenUrging): boolean {
  return involved.respondents.get(duty.respondent)?.superior !== undefined;
}

/** The 督办函 on paper: the last that left, else the one that will, which is not dated yet. Nobody needs an address for it. */
export function letterToSeal(ports: DeskPorts, open: OpenUrging): LetterToSeal {
  const { urging, running, involved, duty } = open;
  const sent = openRound(urging) === undefined ? urgedRound(urging) : undefined;
  const at = sent?.sentAt ?? ports.now();
  const notice = noticeOf(ports, open, "letter", at, sent?.round);
  if (typeof notice !== "string") {
    const letter = letterPosted(notice);
    const { date: _, ...undated } = letter;
    return sent === undefined ? undated : letter;
  }
  const { content } = letterTo(running, civilDateAt(at));
  const bureau = signerIn(involved, content);
  return { content, addressee: duty.respondent, ...defined({ signer: bureau && signatureOf(bureau) }) };
}

function noticeOf(
  { rules }: DeskPorts,
  { link, file, duty, running, involved, urging }: OpenUrging,
  which: Which,
  at: Instant,
  left?: number,
): Notice | "no-superior" | "unreachable" {
  const on = civilDateAt(at);
  const { audience, content }: NoticeOwed = which === "letter" ? letterTo(running, on) : copyTo(running, on);
  const to = addresseeOf(audience, involved, file);
  if (to === undefined) return "no-superior";
  const round = left ?? (which === "letter" ? openRound(urging) : urgedRound(urging))?.round ?? 0;
  const subject = { of: "case", caseNumber: link.caseNumber } as const;
  // The same key, so that it has the number by which the reader of the letter will ask.
  const keyOf = which === "letter" ? urgedKey : copiedKey;
  const key = keyOf(matterOf(file, duty), round, duty.respondent);
  const addressed = address(key, { ...to, signer: signerIn(involved, content) }, content, {
    subject,
    now: at,
    rules,
  });
  const [notice] = addressed.notices;
  return addressed.unreached.length > 0 || notice === undefined ? "unreachable" : notice;
}
