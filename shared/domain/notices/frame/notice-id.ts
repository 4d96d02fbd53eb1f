/** What identifies a notice: that what it says is the same. */
import { identityOf } from "../../identity.ts";

declare const brand: unique symbol;

/** Identifies a notice; upper-case letters, digits and `-`, fit for a mail tag. */
export type NoticeId = string & { readonly [brand]: "NoticeId" };

/** The identity of what a notice says: the same parts give the same id. */
export function noticeId(...parts: readonly string[]): NoticeId {
  return identityOf(...parts) as NoticeId;
}
