/** A mail: one recipient, the two layouts of a letter, and the files that go with it. */

import type { NoticeId } from "../../domain/notices/frame/notice-id.ts";
import type { Recipient, Signer } from "../../domain/notices/notice.ts";
import type { Instant } from "../../domain/time/time.ts";

/** Whom letters come from (发文机关): 临沂市司法局, and the address mails are sent from. */
export interface Sender {
  readonly name: string;
  readonly address: string;
}

/** In whose name a letter goes (落款), and where its reader asks. */
export type Signatory = Omit<Signer, "organisation">;

/** A file that goes with a mail; `content` as a string is UTF-8. */
export interface Attachment {
  readonly name: string;
  readonly contentType: string;
  readonly content: string | Uint8Array;
}

/** A calendar file (iCalendar, RFC 5545) and its method, which the mail's header repeats. */
export interface CalendarFile {
  readonly name: string;
  readonly method: "REQUEST" | "CANCEL";
  readonly content: string;
}

/** Everything of a mail; the same notice and sender make the same one. */
export interface Mail {
  /** The notice it words. */
  readonly id: NoticeId;
  readonly from: Sender;
  readonly to: Recipient;
  /** Where answers go, where that is not whence it comes. */
  readonly replyTo?: Sender;
  /** When the notice was decided; the mail's Date. */
  readonly date: Instant;
  /** One line, at most 100 characters. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Stands beside text and HTML, so that mail programs offer it as an entry. */
  readonly calendar?: CalendarFile;
  readonly attachments: readonly Attachment[];
}
