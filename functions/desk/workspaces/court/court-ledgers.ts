/** 月度台账 of a court: what each month still lacks, the prefilled workbook, and what was answered row by row. */
import { html } from "hono/html";
import type { LedgerDuty } from "../../../../shared/domain/court-ledger/ledger-duty.ts";
import type { Notice } from "../../../../shared/domain/notices/notice.ts";
import {
  addMonths,
  civilDateAt,
  type Month,
  monthOf,
  parseMonth,
} from "../../../../shared/domain/time/time.ts";
import { printedDate, printedMonth } from "../../../../shared/letters/frame/dates.ts";
import { XLSX } from "../../../../shared/letters/frame/media-types.ts";
import type { Markup } from "../../frame/page.ts";
import { notFoundPage } from "../../frame/plain-pages.ts";
import type { DeskPorts, Shown } from "../../frame/room.ts";
import { type AtWork, workPlace } from "../workspace.ts";

/** So many months are shown, the newest first. */
const MONTHS = 3;
/** A prefilled workbook of a court's busiest month has some hundred KB. */
const LARGEST = 5 * 1024 * 1024;

/** The months and their answers. */
export async function ledgerPage(ports: DeskPorts, work: AtWork): Promise<Shown> {
  const last = addMonths(monthOf(civilDateAt(ports.now())), -1);
  const months = Array.from({ length: MONTHS }, (_, before) => addMonths(last, -before));
  const parts = await Promise.all(months.map((month) => monthPart(ports, work, month)));
  return {
    status: 200,
    title: "月度台账",
    wide: true,
    body: html`<nav aria-label="返回"><ul><li><a href="${workPlace(work)}">返回工作台</a></li><li><a href="${workPlace(work, { part: "files" })}">上传台账</a></li></ul></nav>${parts}`,
  };
}

async function monthPart(ports: DeskPorts, work: AtWork, month: Month): Promise<Markup> {
  const court = work.organisation.id;
  const [duty, posted] = await Promise.all([
    ports.records.duty(court, month),
    ports.outbox.posted({ of: "ledger", court, month }),
  ]);
  const answer = posted.findLast(({ notice }) => notice.content.kind === "ledger-received");
  return html`<h2>${printedMonth(month)}</h2>${duty === undefined ? html`<p>系统没有要求报送该月台账。</p>` : dutyState(work, duty, ports)}
${answer === undefined ? "" : await letterText(ports, answer.notice)}`;
}

function dutyState(
  work: AtWork,
  { month, due, receivedOn, prefilled, ledgers }: LedgerDuty,
  ports: DeskPorts,
): Markup {
  const late = receivedOn === undefined && civilDateAt(ports.now()) > due;
  const state =
    receivedOn === undefined
      ? html`<span class="${late ? "late" : ""}">尚未收到，应于${printedDate(due)}前（含当日）报送。</span>`
      : html`${printedDate(receivedOn)}收到${ledgers.length > 1 ? `，其后又报送${ledgers.length - 1}次，以最后一次为准` : ""}。`;
  return html`<p>${state}</p>${
    prefilled === undefined
      ? ""
      : html`<p><a href="${workPlace(work, { part: "prefilled", query: { month } })}">下载预填台账</a>（系统已知的${prefilled.cases}件，核对、补充后上传）</p>`
  }`;
}

/** The answer as it was mailed, row by row. */
async function letterText({ senderName }: DeskPorts, notice: Notice): Promise<Markup> {
  const { composeLetter } = await import("../../../../shared/letters/compose.ts");
  const { subject, text } = composeLetter(notice, { name: senderName });
  return html`<details><summary>${subject}</summary><div class="source" role="region" aria-label="台账答复" tabindex="0">${text}</div></details>`;
}

/** The prefilled workbook of a month. */
export async function ledgerFile(ports: DeskPorts, work: AtWork): Promise<Shown> {
  const month = parseMonth(work.query.month ?? "");
  const duty = month && (await ports.records.duty(work.organisation.id, month));
  if (duty?.prefilled === undefined) return notFoundPage;
  const bytes = await ports.bulletinFiles.read(duty.prefilled.key, undefined, LARGEST);
  if (!(bytes instanceof Uint8Array)) return notFoundPage;
  return {
    status: 200,
    file: {
      name: `${work.organisation.name}${printedMonth(duty.month)}台账（预填）.xlsx`,
      contentType: XLSX,
      bytes,
    },
  };
}
