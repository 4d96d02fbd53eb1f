/** The front door (登录): the one address everybody knows. It asks for a mail address, and lets in whoever opens the link sent there. */
import { html } from "hono/html";
import { askForLink, beginSession } from "../../../shared/casework/access/sign-in.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import { mailboxKey } from "../../../shared/domain/organisations/directory.ts";
import { cookieOf, sessionIdOf } from "../../../shared/links/session-cookie.ts";
import { type Filled, problemSummary, textField, tick } from "../frame/fields.ts";
import { type Form, FormReader } from "../frame/form.ts";
import type { Markup } from "../frame/page.ts";
import type { Answer, DeskPorts, Room, Shown, ShownPage, Visit } from "../frame/room.ts";
import { emailTyped } from "../frame/typed.ts";

const NO_PROBLEMS = { form: {}, problems: [] } as const;

/** The form that asks for a mail address. */
export function doorPage(
  ports: Pick<DeskPorts, "rules" | "identityProvider">,
  filled:
    | { readonly form: Form; readonly problems: FormReader["problems"] }
    | typeof NO_PROBLEMS = NO_PROBLEMS,
): ShownPage {
  const { identityProvider } = ports;
  return {
    status: filled.problems.length > 0 ? 422 : 200,
    title: "登录",
    body: html`${problemSummary(filled)}
<p>法院、行政机关、司法局和政府的工作人员，用名录中登记的邮箱登录本单位的工作台。</p>
${identityProvider?.only === true ? "" : mailForm(ports, filled)}
${
  identityProvider === undefined
    ? ""
    : html`<h2>统一身份认证</h2><p><a href="oidc">通过${identityProvider.name}登录</a></p>`
}
<h2>没有登记的</h2>
<p>请联系页末所列的司法局，在名录中登记联系人和邮箱。邮件中的办理链接不需要登录，可以直接打开。</p>`,
  };
}

function mailForm({ rules }: Pick<DeskPorts, "rules">, filled: Filled): Markup {
  return html`<form method="post">
${textField(filled, {
  name: "email",
  label: "登记的邮箱",
  hint: `系统向该邮箱发送登录链接，${rules.policy.links.signInMinutes}分钟内有效，只能使用一次。`,
  autocomplete: "email",
})}
<button type="submit" name="do" value="ask">发送登录链接</button></form>`;
}

/** Somebody gives an address. What is answered doesn't depend on whether it is known, nor does how long it takes. */
export async function knock(
  ports: DeskPorts,
  form: Form,
  { client }: Pick<Visit, "client">,
): Promise<Answer> {
  if (ports.identityProvider?.only === true) return notByMailPage(ports.identityProvider, "./");
  const reader = new FormReader(form);
  const email = emailTyped(reader.text("email", "登记的邮箱", 100));
  if (email !== "" && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email))
    reader.problem("email", "请填写完整的邮箱地址，例如：name@example.org。");
  if (reader.problems.length > 0) return doorPage(ports, { form, problems: reader.problems });
  const asking = askForLink(ports, { mailbox: mailboxKey(email), client, form: ports.newFormId() });
  const [outcome] = await Promise.all([asking, ports.evenly()]);
  ports.witnessed({ event: "sign-in asked", outcome }, { client });
  if (outcome === "too-often")
    return {
      status: 429,
      title: "请稍后再试",
      body: html`<p>短时间内申请登录的次数过多。</p><p><strong>请15分钟后再试；已经收到的登录链接仍可使用。</strong></p>`,
    };
  return {
    status: 200,
    title: "请查收邮件",
    body: html`<p class="done">“${email}”在名录中登记的，登录链接已经发出，请在${ports.rules.policy.links.signInMinutes}分钟内打开。</p>
<p>没有收到的，请检查垃圾邮件和邮箱地址；仍没有的，邮箱可能没有登记，请联系页末所列的司法局。</p>
<p><a href="./">重新填写</a></p>`,
  };
}

/** The page behind the link. Programs that check mails open it and press buttons, but tick nothing. */
export const signInRoom: Room<Link<"sign-in">> = {
  about: () => "登录工作台",
  subject: ({ recipient }) => ({ of: "organisation", organisation: recipient }),
  expired: (_, { root }) => signInExpiredPage(root),
  async show(ports, link, visit): Promise<Shown> {
    if (ports.identityProvider?.only === true) return notByMailPage(ports.identityProvider, visit.root);
    if ((await ports.records.usedLink(link.nonce)) !== undefined) return usedPage(visit.root);
    return signInPage(ports, link);
  },
  async submit(ports, link, form, visit): Promise<Answer> {
    if (ports.identityProvider?.only === true) return notByMailPage(ports.identityProvider, visit.root);
    if (form.own !== "yes") return signInPage(ports, link, "请先勾选“是我本人登录”，再按“登录”。");
    const begun = await newSession(ports, visit, link.mailbox, "mail", link);
    if ("cookie" in begun) return { status: 303, to: `${visit.root}home`, cookie: begun.cookie };
    return begun.outcome === "used" ? usedPage(visit.root) : unknownPage(visit.root);
  },
};

function signInPage({ rules }: Pick<DeskPorts, "rules">, link: Link<"sign-in">, problem?: string): ShownPage {
  const problems = problem === undefined ? [] : [{ field: "own", message: problem }];
  const filled = { form: {}, problems };
  return {
    status: problem === undefined ? 200 : 422,
    title: "登录工作台",
    body: html`${problemSummary(filled)}<p>邮箱：${link.mailbox}</p><p>登录后${rules.policy.sessionHours}小时内有效，连续${rules.policy.sessionIdleMinutes}分钟没有操作的须重新登录；使用公用电脑的，用完请退出登录。</p>
<form method="post">${tick(filled, { name: "own", label: "是我本人登录" })}
<button type="submit" name="do" value="sign-in">登录</button></form>`,
  };
}

/** From a mail to a court's ledgers (月度台账) in its workspace: by way of the front door where nobody is signed in. */
export const ledgerRoom: Room<Link<"ledger">> = {
  about: () => "月度台账",
  subject: ({ recipient }) => ({ of: "organisation", organisation: recipient }),
  show: async (_, { recipient }, { root }): Promise<Shown> => ({
    status: 302,
    location: `${root}at/${encodeURIComponent(recipient)}/ledger`,
  }),
  submit: (ports, link, _, visit) => ledgerRoom.show(ports, link, visit),
};

/** A session for a mailbox, and what its browser keeps of it. One the browser had before ends; its cookie is worth nothing for the new one. */
export async function newSession(
  ports: DeskPorts,
  visit: Pick<Visit, "session" | "client">,
  mailbox: string,
  by: "mail" | "identity-provider",
  link?: Link<"sign-in">,
): Promise<{ readonly cookie: string } | { readonly outcome: "used" | "unknown" }> {
  const cookie = cookieOf(mailbox, ports.newSecret());
  const id = sessionIdOf(cookie) as string;
  const outcome = await beginSession(ports, { id, mailbox, by, formToken: ports.newSecret() }, link);
  if (outcome !== "begun") {
    ports.witnessed({ event: "sign-in refused", by, why: outcome }, visit);
    return { outcome };
  }
  ports.witnessed({ event: "signed in", by }, visit);
  const former = await visit.session();
  if (former !== undefined) await ports.sessions.end(former.id, ports.now(), "this");
  return { cookie };
}

/** A deployment that takes no sign-in by mail, or none any more. */
function notByMailPage({ name }: NonNullable<DeskPorts["identityProvider"]>, root: string): ShownPage {
  return {
    status: 403,
    title: "请通过统一身份认证登录",
    body: html`<p>本系统不使用邮件链接登录。</p><p><a href="${root}oidc">通过${name}登录</a></p>`,
  };
}

function usedPage(root: string): ShownPage {
  return {
    status: 410,
    title: "登录链接已使用",
    body: html`<p>这个登录链接已经使用过，不能再次登录。</p><p><a href="${root}">重新申请登录链接</a></p>`,
  };
}

/** The quarter of an hour is over. */
function signInExpiredPage(root: string): ShownPage {
  return {
    status: 410,
    title: "登录链接已过期",
    body: html`<p>登录链接的有效时间已过，可以在登录页申请一个新链接。</p><p><a href="${root}">重新申请登录链接</a></p>`,
  };
}

/** Nobody of the directory: with a link that can only be who was taken out of it meanwhile. */
export function unknownPage(root: string): ShownPage {
  return {
    status: 403,
    title: "没有登记",
    body: html`<p>名录中没有登记这个邮箱，不能登录。</p><p><strong>请联系页末所列的司法局登记联系人和邮箱，再重新登录。</strong></p><p><a href="${root}">返回登录</a></p>`,
  };
}

/** A page of a workspace, or a link made there, without the session it needs. */
export function signInAgainPage(root: string): ShownPage {
  return {
    status: 401,
    title: "请登录",
    body: html`<p>登录已经结束（超过时限、长时间没有操作或者已经退出），或者本页是在另一次登录中打开的。没有提交的内容没有保存。</p><p><a href="${root}">登录工作台</a></p>`,
  };
}
