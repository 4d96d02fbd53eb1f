/** The letter of the bulletin (行政应诉通报), whose files go along. */
import type { BulletinNotices } from "../../domain/notices/bulletin.ts";
import { bulletinMail } from "../bulletin/mail.ts";
import type { NoticeLetters } from "./notice-letter.ts";

/** How each of them is worded. */
export const BULLETIN_LETTERS = {
  bulletin: { letter: bulletinMail, files: ({ files }) => files },
} satisfies NoticeLetters<BulletinNotices>;
