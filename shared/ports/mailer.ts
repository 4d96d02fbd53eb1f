/** How one mail leaves, and which of the three ends it can have: sent, refused, or not known. */
import type { Notice } from "../domain/notices/notice.ts";

/** A mail ready to go: MIME, and the notice it carries. */
export interface OutgoingMail {
  readonly notice: Pick<Notice, "id" | "subject">;
  readonly to: string;
  readonly mime: Uint8Array;
}

/** `passing`: try again later; otherwise no later attempt can succeed. A lost answer is thrown. */
export type SendResult =
  | { readonly sent: true; readonly messageId: string }
  | { readonly sent: false; readonly passing: boolean; readonly reason: string };

/** Sends one mail to one recipient. */
export interface Mailer {
  send(mail: OutgoingMail): Promise<SendResult>;
}
