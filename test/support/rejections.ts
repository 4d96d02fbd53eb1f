/** What a rejection (退件) says to its reader. */
import type { NoticeContent } from "../../shared/domain/notices/notice-kinds.ts";
import { explainRejection } from "../../shared/letters/refusals/rejections.ts";

/** Why the file of a notice could not be used, in words; empty where it is no rejection. */
export function whyRejected(content: NoticeContent | undefined): string {
  return content?.kind === "document-rejected" ? explainRejection(content.rejection).why : "";
}
