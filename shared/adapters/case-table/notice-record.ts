/** Which notice a record of the table's stream is about. */

import type { NoticeId } from "../../domain/notices/frame/notice-id.ts";
import type { NoticeSubject } from "../../domain/notices/frame/notice-subject.ts";
import { UnreadableItem } from "./faults.ts";
import { noticeAt } from "./keys.ts";

/** As much of a stream record as names its item. */
export interface StreamRecord {
  readonly dynamodb?:
    | { readonly Keys?: Readonly<Record<string, { readonly S?: string | undefined }>> | undefined }
    | undefined;
}

/** The notice of a record that the mailer's filter let through; throws where it is of something else. */
export function noticeOfRecord({ dynamodb }: StreamRecord): {
  readonly subject: NoticeSubject;
  readonly id: NoticeId;
} {
  const key = { pk: dynamodb?.Keys?.pk?.S ?? "", sk: dynamodb?.Keys?.sk?.S ?? "" };
  const notice = noticeAt(key);
  if (notice === undefined) throw new UnreadableItem(key, "is not where a notice lies");
  return notice;
}
