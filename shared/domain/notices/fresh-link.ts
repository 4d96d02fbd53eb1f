/** Links somebody asks for: one again that was used or has expired (办理链接补发), and the one by which one signs in (登录链接). */
import type { LinkTarget } from "./frame/link-target.ts";
import type { NoticeRules } from "./frame/notice-rule.ts";

/** What each of them says. */
export interface FreshLinkNotices {
  /** 办理链接补发: somebody with a used or expired link asked for another. `about` names the case or file. */
  "desk-link": { readonly about: string; readonly target: LinkTarget };
  /** 登录链接: whoever holds this mailbox asked to sign in; the link is good for so many minutes, once. */
  "sign-in": { readonly mailbox: string; readonly minutes: number };
}

/** What their numbers are called by, where their links lead, and when they may leave. */
export const FRESH_LINK_NOTICES = {
  "desk-link": { word: "链接", link: ({ target }) => target, leaves: "at-once" },
  "sign-in": { word: "登录", link: ({ mailbox }) => ({ task: "sign-in", mailbox }), leaves: "at-once" },
} satisfies NoticeRules<FreshLinkNotices>;
