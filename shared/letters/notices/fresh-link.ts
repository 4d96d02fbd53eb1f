/** The letters by which links go to whoever asks for them: one again (办理链接补发), and the one by which one signs in (登录链接). */

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

/** 登录链接. */
function signIn({ minutes }: NoticeContent<"sign-in">): Letter {
  return {
    subject: "【登录】行政应诉工作台登录链接",
    title: "登录工作台",
    asks: [
      { label: "请办", value: "打开链接，勾选“是我本人登录”，再按“登录”" },
      { label: "时限", value: `${minutes}分钟内，只能使用一次` },
    ],
    body: [
      paragraph("有人在行政应诉工作台的登录页填写了本邮箱。是您本人的，请使用下面的链接登录。"),
      paragraph("不是您本人的，不必处理：没有打开链接的人不能登录。请勿把本邮件转发给他人。"),
    ],
  };
}

/** How each of them is worded. */
export const FRESH_LINK_LETTERS = {
  "desk-link": { letter: deskLink },
  "sign-in": { letter: signIn },
} satisfies NoticeLetters<FreshLinkNotices>;
