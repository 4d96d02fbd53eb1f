/** The letter by which a link is sent again (办理链接补发). */

import type { FreshLinkNotices } from "../../domain/notices/fresh-link.ts";
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import { type Letter, paragraph } from "../frame/letter.ts";
import { shortLine } from "../frame/one-line.ts";
import type { NoticeLetters } from "./notice-letter.ts";

/** 办理链接补发. */
function deskLink({ about }: NoticeContent<"desk-link">): Letter {
  return {
    subject: `【办理链接】${shortLine(about, 50)} 重新发送`,
    title: "办理链接补发",
    asks: [{ label: "请办", value: "使用下面的新链接继续办理" }],
    body: [
      paragraph(`有人在办理页面申请重新发送“${about}”的办理链接。链接只发送到名录中登记的邮箱。`),
      paragraph("贵单位没有申请的，可以不理会本邮件：没有链接的人不能办理任何事项。"),
    ],
  };
}

/** How each of them is worded. */
export const FRESH_LINK_LETTERS = {
  "desk-link": { letter: deskLink },
} satisfies NoticeLetters<FreshLinkNotices>;
