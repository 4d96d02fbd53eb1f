/** Every kind of notice, worded: the families' tables joined, and what is asked of them. */

import type { AttachedFile } from "../../domain/notices/frame/shown.ts";
import type { Notice } from "../../domain/notices/notice.ts";
import type { NoticeContent, NoticeKind } from "../../domain/notices/notice-kinds.ts";
import type { Letter } from "../frame/letter.ts";
import type { Attachment, CalendarFile, Sender, Signatory } from "../frame/mail.ts";
import { ASSESSMENT_LETTERS } from "./assessment.ts";
import { BEFORE_HEARING_LETTERS } from "./before-hearing.ts";
import { BULLETIN_LETTERS } from "./bulletin.ts";
import { CORRECTION_LETTERS } from "./correction.ts";
import { DESIGNATION_LETTERS } from "./designation.ts";
import { DIFFERENCE_LETTERS } from "./difference.ts";
import { DIGEST_LETTERS } from "./digest.ts";
import { DIRECTORY_LETTERS } from "./directory.ts";
import { DOCUMENT_LETTERS } from "./document.ts";
import { DUTY_LETTERS } from "./duty.ts";
import { FILING_LETTERS } from "./filing.ts";
import { FRESH_LINK_LETTERS } from "./fresh-link.ts";
import { HEARING_LETTERS } from "./hearing.ts";
import { INTERVIEW_LETTERS } from "./interview.ts";
import { JUDGMENT_LETTERS } from "./judgment.ts";
import { LEDGER_LETTERS } from "./ledger.ts";
import { LOSS_LETTERS } from "./loss.ts";
import { MEETING_LETTERS } from "./meeting.ts";
import type { NoticeLetter } from "./notice-letter.ts";
import { PRINCIPAL_LETTERS } from "./principal.ts";
import { PROGRAMME_LETTERS } from "./programme.ts";
import { RECEIPT_LETTERS } from "./receipt.ts";
import { REPORT_LETTERS } from "./report.ts";
import { SUGGESTION_LETTERS } from "./suggestion.ts";
import { TAKEN_BACK_LETTERS } from "./taken-back.ts";

const NOTICE_LETTERS: { readonly [Kind in NoticeKind]: NoticeLetter<NoticeContent<Kind>> } = {
  ...HEARING_LETTERS,
  ...BEFORE_HEARING_LETTERS,
  ...PRINCIPAL_LETTERS,
  ...DIRECTORY_LETTERS,
  ...DESIGNATION_LETTERS,
  ...REPORT_LETTERS,
  ...FILING_LETTERS,
  ...DUTY_LETTERS,
  ...JUDGMENT_LETTERS,
  ...DIFFERENCE_LETTERS,
  ...DOCUMENT_LETTERS,
  ...LEDGER_LETTERS,
  ...FRESH_LINK_LETTERS,
  ...PROGRAMME_LETTERS,
  ...CORRECTION_LETTERS,
  ...LOSS_LETTERS,
  ...SUGGESTION_LETTERS,
  ...ASSESSMENT_LETTERS,
  ...MEETING_LETTERS,
  ...INTERVIEW_LETTERS,
  ...BULLETIN_LETTERS,
  ...TAKEN_BACK_LETTERS,
  ...RECEIPT_LETTERS,
  ...DIGEST_LETTERS,
};

/** The letter of a notice, without its frame. */
export function letterOf<Kind extends NoticeKind>(content: NoticeContent<Kind>, signer: Signatory): Letter {
  return NOTICE_LETTERS[content.kind].letter(content, signer);
}

/** The papers of a notice, to be signed or sealed. */
export async function papersOf<Kind extends NoticeKind>(
  content: NoticeContent<Kind>,
): Promise<readonly Attachment[]> {
  return (await NOTICE_LETTERS[content.kind].papers?.(content)) ?? [];
}

/** The files of a notice that lie in the records bucket. */
export function filesOf<Kind extends NoticeKind>(content: NoticeContent<Kind>): readonly AttachedFile[] {
  return NOTICE_LETTERS[content.kind].files?.(content) ?? [];
}

/** The calendar file of a notice that is not of a hearing. */
export function calendarFileOf<Kind extends NoticeKind>(
  content: NoticeContent<Kind>,
  notice: Pick<Notice, "recipient" | "createdAt">,
  sender: Sender,
): CalendarFile | undefined {
  return NOTICE_LETTERS[content.kind].calendar?.(content, notice, sender);
}
