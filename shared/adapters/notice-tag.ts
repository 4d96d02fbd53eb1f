/**
 * A notice's subject as the value of a mail tag, so that the carrier's events find their notice: base64url of its
 * partition, since a tag takes nothing but ASCII letters, digits, `-` and `_`.
 */
import type { NoticeSubject } from "../domain/notices/frame/notice-subject.ts";
import { partitionOf, subjectOf } from "./case-table/keys.ts";

/** Names of the tags every mail carries: the notice's id, and its subject. */
export const TAG = { notice: "mid", subject: "subject" } as const;

export function tagOf(subject: NoticeSubject): string {
  return Buffer.from(partitionOf(subject)).toString("base64url");
}

/** The reverse of {@link tagOf}; undefined for what is none of our tags. */
export function subjectOfTag(tag: string): NoticeSubject | undefined {
  return subjectOf(Buffer.from(tag, "base64url").toString());
}
