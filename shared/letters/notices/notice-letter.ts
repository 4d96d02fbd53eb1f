/**
 * What makes a mail of a notice: for each kind its letter, and what goes along. Every family of kinds has a table of these in
 * the file that words it; notice-letters.ts joins them.
 */

import type { AttachedFile } from "../../domain/notices/frame/shown.ts";
import type { Notice } from "../../domain/notices/notice.ts";
import type { NoticeContent, NoticeKind } from "../../domain/notices/notice-kinds.ts";
import type { Letter } from "../frame/letter.ts";
import type { Attachment, CalendarFile, Sender, Signatory } from "../frame/mail.ts";

/** How one kind of notice is worded. */
export interface NoticeLetter<Content> {
  /** `signer`: in whose name it goes, for what it says of that bureau. */
  readonly letter: (content: Content, signer: Signatory) => Letter;
  /** Papers to be signed or sealed. The library that makes them is loaded when a notice has one. */
  readonly papers?: (content: Content) => Promise<readonly Attachment[]>;
  /** Files that lie in the records bucket. */
  readonly files?: (content: Content) => readonly AttachedFile[];
  /** A calendar file that is not of a hearing, for which the letter itself wishes. */
  readonly calendar?: (
    content: Content,
    notice: Pick<Notice, "recipient" | "createdAt">,
    sender: Sender,
  ) => CalendarFile;
}

/** A letter for every kind of a family; the compiler names the one that is missing. */
export type NoticeLetters<Family> = {
  readonly [Kind in keyof Family & NoticeKind]: NoticeLetter<NoticeContent<Kind>>;
};
