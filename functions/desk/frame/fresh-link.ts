/** Another link in place of one that is used or expired. It goes to the registered address and nowhere else. */
import { html } from "hono/html";
import { addresseeById } from "../../../shared/casework/involved.ts";
import { type Link, linkTarget } from "../../../shared/domain/notices/frame/link-target.ts";
import { address, type Dispatch } from "../../../shared/domain/obligations/addressing.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import { civilDateAt } from "../../../shared/domain/time/time.ts";
import type { Form } from "./form.ts";
import type { Markup } from "./page.ts";
import type { Answer, DeskPorts, Room } from "./room.ts";

/** The offer. The box is there because programs that check mails press buttons, but tick nothing. */
export function freshLinkForm(problem = ""): Markup {
  return html`<form method="post">
<p>可以申请一个新链接，系统只把它发送到贵单位在名录中登记的邮箱。</p>
${problem === "" ? "" : html`<p class="problem" id="want-problem">${problem}</p>`}
<label class="choice"><input type="checkbox" id="want" name="want" value="yes"> 我需要一个新的链接</label>
<button type="submit" name="do" value="fresh-link">发送新链接</button></form>`;
}

/** Sends it, once a day for each link, however often it is asked for. */
export async function sendFreshLink<Opened extends Link>(
  ports: DeskPorts,
  room: Pick<Room<Opened>, "about" | "subject">,
  link: Opened,
  form: Form,
): Promise<Answer> {
  if (form.want !== "yes") {
    const body = freshLinkForm("请先勾选“我需要一个新的链接”，再按“发送新链接”。");
    return { status: 422, title: "发送新链接", body };
  }
  const now = ports.now();
  const dispatch: Dispatch = { subject: room.subject(link), now, rules: ports.rules };
  const content = { kind: "desk-link", about: room.about(link), target: linkTarget(link) } as const;
  const known = { name: link.recipient, jurisdiction: CITY_ITSELF };
  const to = await addresseeById(ports.directory, link.recipient, "handling", known);
  const sent = address(`fresh ${link.nonce} ${civilDateAt(now)}`, to, content, dispatch);
  for (const one of sent.notices) await ports.outbox.add(one, now);
  if (sent.unreached.length > 0) {
    ports.notReached(sent.unreached);
    return {
      status: 409,
      title: "没有可用的邮箱",
      body: html`<p>名录中没有贵单位可用的邮箱，新链接没有发送。</p><p><strong>请联系页末所列的司法局更正名录中的联系人。</strong></p>`,
    };
  }
  return {
    status: 200,
    title: "新链接已发送",
    body: html`<p class="done">新链接已发送到贵单位在名录中登记的邮箱，请查收邮件后办理。</p><p>同一链接每天只发送一次；没有收到的，请检查垃圾邮件，或者联系页末所列的司法局核对名录。</p>`,
  };
}
