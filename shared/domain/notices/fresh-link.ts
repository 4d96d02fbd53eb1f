/** How a link is sent again (办理链接补发) to somebody who has one that was used or has expired. */
import type { LinkTarget } from "./link-target.ts";
import type { NoticeRules } from "./notice-rule.ts";

/** What each of them says. */
export interface FreshLinkNotices {
  /** 办理链接补发: somebody with a used or expired link asked for another. `about` names the case or file. */
  "desk-link": { readonly about: string; readonly target: LinkTarget };
}

/** What their numbers are called by, where their links lead, and when they may leave. */
export const FRESH_LINK_NOTICES = {
  "desk-link": { word: "链接", link: ({ target }) => target, leaves: "at-once" },
} satisfies NoticeRules<FreshLinkNotices>;
