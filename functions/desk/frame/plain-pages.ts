/** Pages that say one thing: a link that leads nowhere, a fault, a form too large. */
import { html } from "hono/html";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import { explainDeskRefusal } from "../../../shared/letters/refusals/desk-refusals.ts";
import type { Markup } from "./page.ts";

interface PlainPage<Status extends number> {
  readonly status: Status;
  readonly title: string;
  readonly body: Markup;
}

function plain<Status extends number>(
  status: Status,
  title: string,
  why: string,
  todo: string,
): PlainPage<Status> {
  return { status, title, body: html`<p>${why}</p><p><strong>${todo}</strong></p>` };
}

/** The link is not ours, or was cut when it was copied. */
export const notFoundPage = plain(
  404,
  "链接无效",
  "这个链接不完整，或者不是本系统发出的。",
  "请从邮件中直接点开链接；邮件分行显示的，请复制完整的一行。仍打不开的，请使用最近一封邮件中的链接，或者按页首的“登录工作台”，登录后办理。",
);

export const faultPage = plain(
  409,
  "暂时不能办理",
  "系统出现故障，您的内容可能没有保存。",
  "请过几分钟重新打开邮件中的链接查看；仍不能办理的，请电话联系页末所列的司法局。",
);

export const tooLargePage = plain(
  422,
  "内容过长",
  "提交的内容超过了上限，没有保存。",
  "请返回上一页，把过长的说明改短后再提交；材料请另行提交。",
);

/** What can't be done now, and what to do instead. */
export function refusalPage(refusal: DeskRefusal): PlainPage<409> {
  const { why, todo } = explainDeskRefusal(refusal);
  return plain(409, "现在不能办理", why, todo);
}
