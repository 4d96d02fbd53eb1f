/** 登录: who signed in, found by address; one session or all of an address are ended here. */
import { html } from "hono/html";
import { isAlive } from "../../../../shared/domain/access/session.ts";
import { mailboxKey } from "../../../../shared/domain/organisations/directory.ts";
import { addMinutes } from "../../../../shared/domain/time/time.ts";
import { printedMoment } from "../../../../shared/letters/frame/dates.ts";
import type { SignedIn } from "../../../../shared/ports/sessions.ts";
import { textField } from "../../frame/fields.ts";
import type { Form } from "../../frame/form.ts";
import type { Markup } from "../../frame/page.ts";
import type { Answer, DeskPorts, Shown } from "../../frame/room.ts";
import { dataTable } from "../../frame/table.ts";
import { emailTyped } from "../../frame/typed.ts";
import { type AtWork, workForm, workPlace } from "../workspace.ts";

/** Sessions of the last days are listed, so many at most, of so many that are looked at. */
const DAYS = 30;
const MOST = 200;
const MOST_LOOKED = 2_000;

/** The list; `mailbox` in the query narrows it. */
export async function sessionsPage(ports: DeskPorts, work: AtWork): Promise<Shown> {
  const asked = emailTyped(work.query.mailbox ?? "");
  const { listed, isAll } = await newest(ports, asked.toLowerCase());
  const ended = work.query.ended;
  return {
    status: 200,
    title: "登录情况",
    wide: true,
    body: html`<nav aria-label="返回"><ul><li><a href="${workPlace(work)}">返回系统管理</a></li></ul></nav>
${ended === undefined ? "" : html`<p class="done" role="status">${ended === "0" ? "没有仍在登录的，没有需要结束的。" : `已结束${Number(ended) || 0}个登录；有关浏览器须重新登录。`}</p>`}
<form method="get" class="filters">${textField({ form: { mailbox: asked }, problems: [] }, { name: "mailbox", label: "按邮箱查找", hint: "邮箱全部或者一部分" })}<button type="submit">查找</button></form>
${asked !== "" && listed.some((one) => one.mailbox === asked && isAlive(one, ports.now())) ? endForm(work, "all", listed[0]?.id ?? "", `结束${asked}的全部登录`) : ""}
${dataTable({
  caption: `最近${DAYS}日的登录${asked === "" ? "" : `中邮箱含“${asked}”的`}${isAll ? `共${listed.length}个，新的在前` : `，列出新的${listed.length}个，更早的没有查找`}`,
  columns: ["时间", "邮箱", "方式", "结束", "操作"],
  rows: listed.map((one) => sessionRow(ports, work, one)),
  empty: asked === "" ? "没有人登录。" : "没有找到。",
})}`,
  };
}

/** Ends what was asked for; done twice it ends nothing more. */
export async function endSessions(ports: DeskPorts, work: AtWork, form: Form): Promise<Answer> {
  const session = await ports.sessions.session(form.session ?? "");
  const which = form.do === "end-all" ? "all" : "this";
  let ended = 0;
  if (session !== undefined) {
    const own = which === "all" ? await ports.sessions.ofMailbox(session.id) : [session];
    const alive = own.filter((one) => isAlive(one, ports.now()));
    ended = alive.length;
    // Noted before: that it was done without a note is worse than a note of what then failed.
    if (ended > 0) {
      const deed = { kind: "sessions-ended", mailbox: session.mailbox, sessions: ended } as const;
      await ports.operations.note({
        id: ports.newFormId(),
        at: ports.now(),
        by: work.session.mailbox,
        deed,
      });
      await ports.sessions.end(session.id, ports.now(), which);
    }
  }
  const mailbox = session === undefined ? undefined : mailboxKey(session.mailbox);
  return {
    status: 303,
    to: workPlace(work, { part: "sessions", query: { mailbox, ended: String(ended) } }),
  };
}

/** The newest whose mailbox has these characters; whether there are no others. */
async function newest(
  { sessions, now }: DeskPorts,
  asked: string,
): Promise<{ readonly listed: readonly SignedIn[]; readonly isAll: boolean }> {
  const listed: SignedIn[] = [];
  let looked = 0;
  for await (const one of sessions.since(addMinutes(now(), -DAYS * 24 * 60))) {
    if (listed.length === MOST || looked === MOST_LOOKED) return { listed, isAll: false };
    looked += 1;
    if (one.mailbox.includes(asked)) listed.push(one);
  }
  return { listed, isAll: true };
}

function sessionRow(ports: DeskPorts, work: AtWork, one: SignedIn): readonly (Markup | string)[] {
  const { id, startedAt, mailbox, by, until, endedAt } = one;
  const alive = isAlive(one, ports.now());
  const own = id === work.session.id;
  return [
    printedMoment(startedAt),
    html`<a href="${workPlace(work, { part: "sessions", query: { mailbox } })}">${mailbox}</a>`,
    by === "mail" ? "邮件链接" : "统一身份认证",
    alive
      ? `仍在登录，至${printedMoment(until)}`
      : endedAt === undefined
        ? `${printedMoment(until)}到期`
        : `${printedMoment(endedAt)}退出或者被结束`,
    alive ? html`${own ? "本次登录" : ""}${endForm(work, "this", id, "结束")}` : "",
  ];
}

function endForm(work: AtWork, which: "this" | "all", id: string, words: string): Markup {
  return workForm(
    work,
    html`<input type="hidden" name="session" value="${id}"><button type="submit" class="plain" name="do" value="${which === "all" ? "end-all" : "end"}">${words}</button>`,
    workPlace(work, { part: "sessions" }),
  );
}
