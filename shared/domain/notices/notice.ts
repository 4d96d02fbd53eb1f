/**
 * Notices (函、通知): what a person is told, as data. The outbox keeps them, `letters` words them, and only
 * the mailer sends them. A notice has one recipient and an identity that follows from what it says, so
 * that deciding the same thing twice yields the same notice.
 */

import type { NoticeId } from "../case-file/notice-id.ts";
import type { CaseNumber } from "../court/case-number.ts";
import type { OrganisationId } from "../organisations/directory.ts";
import type { PeriodKind } from "../time/period.ts";
import { type CivilDate, civilDateAt, type Instant, type Month, type Year, yearOf } from "../time/time.ts";
import type { DesignationNotice } from "./designation-notices.ts";
import type { DutyNotice } from "./duty-notices.ts";
import type { FileNotice } from "./file-notices.ts";
import type { HearingNotice } from "./hearing-notices.ts";
import type { ProgrammeNoticeContent } from "./programme-notices.ts";
import type { ReconciliationNotice } from "./reconciliation-notices.ts";
import type { AttachedFile, KeyFigures } from "./shown.ts";

/** Whose mail it is. `address` is copied at the time of decision: a later correction concerns later mail. */
export interface Recipient {
  readonly organisation: OrganisationId;
  readonly organisationName: string;
  readonly name: string;
  readonly address: string;
}

/** What each kind of notice says. */
export type NoticeContent =
  | HearingNotice
  | DesignationNotice
  | DutyNotice
  | ReconciliationNotice
  | FileNotice
  | ProgrammeNoticeContent
  /**
   * 行政应诉通报, or its draft. `period`: what it covers, up to `month`; absent for the month itself. `changed`: how
   * many entries this version corrects. `left`: files too large to go along.
   */
  | {
      readonly kind: "bulletin";
      readonly jurisdiction: string;
      readonly month: Month;
      readonly period?: Exclude<PeriodKind, "month">;
      readonly changed?: number;
      readonly left?: readonly string[];
      readonly version: number;
      readonly draft: boolean;
      readonly figures: KeyFigures;
      readonly files: readonly AttachedFile[];
    }
  /** 每日摘要, one mail a day for what a bureau needs to know but not to do at once. */
  | { readonly kind: "digest"; readonly date: CivilDate; readonly lines: readonly DigestLine[] };

/** One line of the bureau's daily digest, in Chinese, with the case it is about. */
export interface DigestLine {
  readonly at: Instant;
  readonly caseNumber?: CaseNumber;
  readonly text: string;
}

export type NoticeKind = NoticeContent["kind"];

/** A notice in the outbox. */
export interface Notice {
  readonly id: NoticeId;
  /** What it belongs to, and is stored with: a case, a document, a bulletin, a court's month. */
  readonly subject: NoticeSubject;
  readonly recipient: Recipient;
  readonly content: NoticeContent;
  readonly createdAt: Instant;
  /** Not sent before this; see working-hours.ts. */
  readonly releaseAt: Instant;
}

/** The thing a notice belongs to; `programme`: what a jurisdiction does in a year besides its cases. */
export type NoticeSubject =
  | { readonly of: "case"; readonly caseNumber: CaseNumber }
  | { readonly of: "document"; readonly sha256: string }
  | { readonly of: "bulletin"; readonly jurisdiction: string; readonly month: Month }
  | { readonly of: "ledger"; readonly court: OrganisationId; readonly month: Month }
  | { readonly of: "organisation"; readonly organisation: OrganisationId }
  | { readonly of: "programme"; readonly jurisdiction: string; readonly year: Year };

/** A line waiting to be folded into its bureau's daily digest. */
export interface WaitingLine {
  readonly id: NoticeId;
  readonly subject: NoticeSubject;
  readonly recipient: Recipient;
  readonly line: DigestLine;
  /** When the digest it belongs to is due. */
  readonly releaseAt: Instant;
}

/** What an outbox item may be; see the picture in shared/README.md. */
export type NoticeState =
  | "held"
  | "pending"
  | "sending"
  | "accepted"
  | "delivered"
  | "bounced"
  | "complained"
  | "failed"
  | "ambiguous";

/** The short word of each kind in a notice number. */
const KIND_WORDS: Record<NoticeKind, string> = {
  "hearing-notice": "开庭",
  "hearing-reminder": "提醒",
  "hearing-changed": "改期",
  "case-handling-form": "办理",
  "handling-form-submitted": "审批",
  "handling-form-returned": "退回",
  "designation-order": "指派",
  "designation-withdrawn": "撤销",
  "designation-due": "催办",
  "appearance-notice": "出庭",
  "court-note": "提示",
  "obstacle-reported": "障碍",
  "organisation-changed": "变更",
  "report-due": "临期",
  "report-overdue": "督办",
  "report-received": "报告",
  "report-returned": "退回",
  supervision: "督导",
  "desk-link": "链接",
  "filing-due": "备案",
  "filing-overdue": "督办",
  "attendance-difference": "核对",
  "difference-standing": "认定",
  "difference-settled": "核结",
  "ledger-due": "台账",
  "ledger-received": "台账",
  bulletin: "通报",
  "document-rejected": "退件",
  "document-review": "复核",
  "unknown-agency": "核名",
  "address-failed": "地址",
  "programme-plan": "年度",
  "observations-behind": "旁听",
  "meeting-behind": "联席",
  "correction-proposed": "整改",
  "correction-due": "整改",
  "correction-answered": "整改",
  "correction-judged": "整改",
  "correction-withdrawn": "整改",
  "assessment-draft": "考核",
  "assessment-objection": "考核",
  "assessment-answered": "考核",
  "assessment-final": "考核",
  "assessment-made": "考核",
  "pack-made": "联席",
  "meeting-invited": "联席",
  "interview-candidates": "约谈",
  "interview-called": "约谈",
  "interview-withdrawn": "约谈",
  "interview-due": "约谈",
  digest: "摘要",
};

/** The number a reader sees and can quote on the telephone: 应诉提醒〔2026〕7Q3F-K2M9. */
export function noticeNumber(notice: Pick<Notice, "id" | "content" | "createdAt">): string {
  const year = yearOf(civilDateAt(notice.createdAt));
  return `应诉${KIND_WORDS[notice.content.kind]}〔${year}〕${notice.id.slice(-8, -4)}-${notice.id.slice(-4)}`;
}
