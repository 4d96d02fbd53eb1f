/**
 * Every kind of notice there is: the families, each with the data of its kinds and their rules, joined. A new kind is an entry
 * in one of them and its letter in the file of the same name under letters/notices.
 */

import { ASSESSMENT_NOTICES, type AssessmentNotices } from "./assessment.ts";
import { BEFORE_HEARING_NOTICES, type BeforeHearingNotices } from "./before-hearing.ts";
import { BULLETIN_NOTICES, type BulletinNotices } from "./bulletin.ts";
import { CORRECTION_NOTICES, type CorrectionNotices } from "./correction.ts";
import { DESIGNATION_NOTICES, type DesignationNotices } from "./designation.ts";
import { DIFFERENCE_NOTICES, type DifferenceNotices } from "./difference.ts";
import { DIGEST_NOTICES, type DigestNotices } from "./digest.ts";
import { DIRECTORY_NOTICES, type DirectoryNotices } from "./directory.ts";
import { DOCUMENT_NOTICES, type DocumentNotices } from "./document.ts";
import { DUTY_NOTICES, type DutyNotices } from "./duty.ts";
import { FILING_NOTICES, type FilingNotices } from "./filing.ts";
import type { NoticeRule } from "./frame/notice-rule.ts";
import { FRESH_LINK_NOTICES, type FreshLinkNotices } from "./fresh-link.ts";
import { HEARING_NOTICES, type HearingNotices } from "./hearing.ts";
import { INTERVIEW_NOTICES, type InterviewNotices } from "./interview.ts";
import { JUDGMENT_NOTICES, type JudgmentNotices } from "./judgment.ts";
import { LEDGER_NOTICES, type LedgerNotices } from "./ledger.ts";
import { LOSS_NOTICES, type LossNotices } from "./loss.ts";
import { MEETING_NOTICES, type MeetingNotices } from "./meeting.ts";
import { PRINCIPAL_NOTICES, type PrincipalNotices } from "./principal.ts";
import { PROGRAMME_NOTICES, type ProgrammeNotices } from "./programme.ts";
import { RECEIPT_NOTICES, type ReceiptNotices } from "./receipt.ts";
import { REPORT_NOTICES, type ReportNotices } from "./report.ts";
import { SUGGESTION_NOTICES, type SuggestionNotices } from "./suggestion.ts";
import { TAKEN_BACK_NOTICES, type TakenBackNotices } from "./taken-back.ts";

/** What each kind of notice says. */
export interface NoticeData
  extends HearingNotices,
    BeforeHearingNotices,
    PrincipalNotices,
    DirectoryNotices,
    DesignationNotices,
    ReportNotices,
    FilingNotices,
    DutyNotices,
    JudgmentNotices,
    DifferenceNotices,
    DocumentNotices,
    LedgerNotices,
    FreshLinkNotices,
    ProgrammeNotices,
    CorrectionNotices,
    LossNotices,
    SuggestionNotices,
    AssessmentNotices,
    MeetingNotices,
    InterviewNotices,
    BulletinNotices,
    TakenBackNotices,
    ReceiptNotices,
    DigestNotices {}

export type NoticeKind = keyof NoticeData;

/** What a notice of one of these kinds says. */
export type NoticeContent<Kind extends NoticeKind = NoticeKind> = {
  [One in Kind]: { readonly kind: One } & NoticeData[One];
}[Kind];

/** What a notice of each kind is called by in its number, where its link leads, and when it may leave. */
export const NOTICE_RULES: { readonly [Kind in NoticeKind]: NoticeRule<NoticeContent<Kind>> } = {
  ...HEARING_NOTICES,
  ...BEFORE_HEARING_NOTICES,
  ...PRINCIPAL_NOTICES,
  ...DIRECTORY_NOTICES,
  ...DESIGNATION_NOTICES,
  ...REPORT_NOTICES,
  ...FILING_NOTICES,
  ...DUTY_NOTICES,
  ...JUDGMENT_NOTICES,
  ...DIFFERENCE_NOTICES,
  ...DOCUMENT_NOTICES,
  ...LEDGER_NOTICES,
  ...FRESH_LINK_NOTICES,
  ...PROGRAMME_NOTICES,
  ...CORRECTION_NOTICES,
  ...LOSS_NOTICES,
  ...SUGGESTION_NOTICES,
  ...ASSESSMENT_NOTICES,
  ...MEETING_NOTICES,
  ...INTERVIEW_NOTICES,
  ...BULLETIN_NOTICES,
  ...TAKEN_BACK_NOTICES,
  ...RECEIPT_NOTICES,
  ...DIGEST_NOTICES,
};
