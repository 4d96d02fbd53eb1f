/** What number can a reader quote on the telephone? Each notice has one, in every mail. */
import { civilDateAt, yearOf } from "../time/time.ts";
import type { Notice } from "./notice.ts";
import { NOTICE_RULES } from "./notice-kinds.ts";

/** 应诉提醒〔2026〕7Q3F-K2M9: the kind's word, the year, the end of the notice's identity. */
export function noticeNumber({
  id,
  content,
  createdAt,
}: Pick<Notice, "id" | "content" | "createdAt">): string {
  const { word } = NOTICE_RULES[content.kind];
  return `应诉${word}〔${yearOf(civilDateAt(createdAt))}〕${id.slice(-8, -4)}-${id.slice(-4)}`;
}
