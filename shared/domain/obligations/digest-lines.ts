/** The bureau's daily digest (每日摘要): what it should know of a case but needn't act on at once. */

import type { CaseEvent } from "../case-file/events.ts";
import { openDifferences } from "../case-file/reconciliation.ts";
import type { CaseFile } from "../case-file/state.ts";
import type { WaitingLine } from "../notices/notice.ts";
import { noticeId } from "../notices/notice-id.ts";
import { openingAfter } from "../notices/working-hours.ts";
import type { Organisation } from "../organisations/directory.ts";
import type { Rules } from "../rules.ts";
import { noticeMargin } from "../time/deadline.ts";
import { civilDateAt, type Instant } from "../time/time.ts";
import { type Dispatch, firstReached, type Unreached } from "./addressing.ts";
import type { Involved } from "./involved.ts";

/**
 * Lines for the bureaus' daily digest: what they should know of a case but needn't act on at once. Each bureau
 * concerned gets its own, at the opening of the next working day; the municipal one where a bureau can't be reached.
 */
export function digestLines(
  file: CaseFile,
  events: readonly CaseEvent[],
  involved: Involved,
  dispatch: Dispatch,
): { readonly lines: readonly WaitingLine[]; readonly unreached: readonly Unreached[] } {
  const bureaus = new Map<string, Organisation>();
  for (const { bureau } of involved.respondents.values())
    if (bureau !== undefined) bureaus.set(bureau.id, bureau);
  if (bureaus.size === 0 && involved.bureau !== undefined) bureaus.set(involved.bureau.id, involved.bureau);
  const { subject, now, rules } = dispatch;
  const due = nextDigest(now, rules);
  const lines: WaitingLine[] = [];
  const unreached: Unreached[] = [];
  for (const text of events.flatMap((event) => digestText(file, event) ?? [])) {
    for (const bureau of bureaus.values()) {
      const recipient = firstReached([
        bureau,
        ...(involved.cityBureau === undefined ? [] : [involved.cityBureau]),
      ]);
      if (recipient === undefined) unreached.push({ kind: "digest", name: bureau.name });
      else {
        const id = noticeId(file.caseNumber, String(file.version), text, recipient.address);
        const line = { at: now, caseNumber: file.caseNumber, text };
        lines.push({ id, subject, recipient, line, releaseAt: due });
      }
    }
  }
  return { lines, unreached };
}

/**
 * When the digest leaves that takes in what happens at an instant: when offices open next. All that happens between two
 * openings has the same, so that a bureau gets one digest a working day whatever its hours.
 */
export function nextDigest(now: Instant, { policy, calendar }: Rules): Instant {
  return openingAfter(now, policy, calendar);
}

function digestText(file: CaseFile, event: CaseEvent): string | undefined {
  const agencies = file.respondents.map(({ name }) => name).join("、");
  switch (event.type) {
    case "case-opened":
      return `新收案件，${event.court}，被告${agencies}。`;
    case "hearing-set":
      return `定于${shownHearing(event.hearing)}开庭，被告${agencies}。`;
    case "hearing-changed":
      return `开庭时间、地点变更为${shownHearing(event.hearing)}。`;
    case "hearing-postponed":
      return "原定开庭取消或延期。";
    case "hearing-held":
      return `已于${event.hearing.date}开庭。`;
    case "attendance-recorded":
    case "attendance-settled":
      return `${attendanceText(event.statement)}${differs(file, event.statement)}`;
    case "difference-answered":
      return `${event.answer.respondent}的出庭记载，${event.answer.side === "agency" ? "该单位" : "法院"}已答复核对意见。`;
    case "difference-settled":
      return `${event.settlement.respondent}的出庭记载已核对完毕（${event.settlement.settledBy === "bureau" ? "司法局认定" : "双方一致"}）。`;
    case "appeal-filed":
      return "收到上诉状。";
    case "appeal-linked":
      return `二审案号${event.appeal}。`;
    case "case-closed":
      return "已结案。";
    case "deadline-met":
      return `${event.respondent}${event.kind === "report" ? "三日报告" : "二日备案"}已于${event.on}登记。`;
    case "report-returned":
      return `${event.respondent}的报告已退回，待重新报告。`;
    case "document-filed":
      return event.document.kind === "appearance-notice" ? appearanceText(file, event.document) : undefined;
    case "court-note-received":
      return "法院发来庭前提示，已转发。";
    case "handling-form-submitted":
      return `案件办理单已报${event.form.respondent}审批，拟指派${event.form.agency.name}出庭应诉。`;
    case "handling-form-answered":
      return event.answer.approved ? undefined : `${event.respondent}退回了案件办理单。`;
    case "designation-made":
      return `${event.designation.respondent}指派${event.designation.agency.name}出庭应诉。`;
    case "deadline-recomputed":
      return `${event.respondent}的期限重新计算为${event.deadline.due}。`;
    default:
      return undefined;
  }
}

/** The bureau knows from the first day; it is asked only where the sides don't settle it. */
function differs(file: CaseFile, { respondent }: { readonly respondent: string }): string {
  return openDifferences(file, respondent).length > 0 ? "与其他来源记载不一致，已发函双方核对。" : "";
}

/** Whether the court's notice to appear came in time (法释〔2020〕3号 §5); ample time needs no word. */
function appearanceText(
  file: CaseFile,
  { receivedAt, servedOn }: Extract<CaseEvent, { type: "document-filed" }>["document"],
): string | undefined {
  if (file.state !== "awaiting-hearing") return "收到出庭通知书。";
  const served = servedOn ?? civilDateAt(receivedAt);
  const { clearDays, verdict } = noticeMargin({ served, hearing: file.hearing.date });
  if (verdict === "ample") return "收到出庭通知书。";
  return `收到出庭通知书，距${shownHearing(file.hearing)}开庭仅${clearDays}个整日${
    verdict === "violation" ? "，不足开庭三日前送达的要求（法释〔2020〕3号第五条），请与法院核实" : "，时间紧"
  }。`;
}

function attendanceText({
  respondent,
  headAttended,
  headName,
  headTitle,
  absenceReason,
}: Extract<CaseEvent, { type: "attendance-recorded" }>["statement"]): string {
  const who = [headTitle, headName].filter((part) => part !== undefined).join("");
  if (headAttended === "review") return `${respondent}出庭人员${who}是否属于负责人待人工认定。`;
  if (headAttended) return `${respondent}负责人${who}出庭应诉。`;
  return `${respondent}负责人未出庭${absenceReason === undefined ? "" : `，理由：${absenceReason}`}。`;
}

/** A hearing in one line: 2026-09-24 09:00 第五审判庭. */
export function shownHearing({
  date,
  time,
  place,
}: {
  readonly date: string;
  readonly time?: string;
  readonly place?: string;
}): string {
  return [date, time, place].filter((part) => part !== undefined).join(" ");
}
