/** How does a person at this machine read the mails? A page of all of them, with the time of the cloud in which they came. */

import { html, raw } from "hono/html";
import type { Attachment } from "mailparser";
import { civilDateAt, clockTimeAt } from "../../../../shared/domain/time/time.ts";
import type { Reply, Service, ServiceRequest } from "../service.ts";
import type { ReceivedMail } from "./mail-service.ts";

/** What the page says, in each language of its readers. */
interface InboxWords {
  readonly lang: string;
  readonly title: string;
  readonly explained: string;
  readonly show: string;
  readonly everyone: string;
  readonly none: string;
  readonly columns: readonly [time: string, to: string, subject: string];
  readonly back: string;
  readonly from: string;
  readonly attachments: string;
}

const WORDS: Readonly<Record<"zh" | "en", InboxWords>> = {
  zh: {
    lang: "zh-CN",
    title: "收件箱",
    explained: "本机寄出的全部邮件，没有一封离开本机。时间为演示时钟的时间。",
    show: "只看此人",
    everyone: "全部收件人",
    none: "还没有邮件。",
    columns: ["时间", "收件人", "主题"],
    back: "返回收件箱",
    from: "发件人",
    attachments: "附件",
  },
  en: {
    lang: "en",
    title: "Inbox",
    explained:
      "Every mail sent on this machine; none of them left it. Times are those of the clock that is driven here.",
    show: "Only these",
    everyone: "everyone",
    none: "No mail yet.",
    columns: ["Time", "To", "Subject"],
    back: "Back to the inbox",
    from: "From",
    attachments: "Attachments",
  },
};

const STYLE = `body{font:15px/1.5 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;margin:1.5rem auto;max-width:64rem;padding:0 1rem;color:#1a1a1a}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #ddd;vertical-align:top}td:first-child{white-space:nowrap}
iframe{width:100%;height:70vh;border:1px solid #ccc}a{color:#0b57a4}.of{color:#555}`;

/** A mail's own scripts, forms and pictures from elsewhere stay out; its links open beside the inbox. */
const SANDBOX = "allow-popups allow-popups-to-escape-sandbox";
const MAIL_POLICY = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox ${SANDBOX}`;

/** `/`: the mails, newest first, of one reader with `?to=`; `/<n>`: the n-th mail, its `/body` and `/attachments/<m>`. */
export class InboxPage implements Service {
  readonly #inbox: readonly ReceivedMail[];

  /** `inbox`: in the order they were accepted; it may grow. */
  constructor(inbox: readonly ReceivedMail[]) {
    this.#inbox = inbox;
  }

  operation({ method }: ServiceRequest): string {
    return method;
  }

  async answer(request: ServiceRequest): Promise<Reply> {
    const words = WORDS[/^zh\b/i.test(request.header("accept-language") ?? "") ? "zh" : "en"];
    const [, number = "", part = "", which = ""] =
      /^\/(?:(\d+)(?:\/(body|attachments)(?:\/(\d+))?)?)?$/.exec(request.path) ?? [];
    if (request.path === "/") return page(words, words.title, this.#list(words, request.query.get("to")));
    const mail = this.#inbox[Number(number) - 1];
    if (number === "" || mail === undefined) return this.refusal(404, "NotFound", words.none);
    if (part === "") return page(words, mail.subject, whole(mail, words, Number(number)));
    if (part === "body") return body(mail);
    const attachment = mail.parsed.attachments[Number(which) - 1];
    return attachment === undefined ? this.refusal(404, "NotFound", words.none) : file(attachment);
  }

  refusal(status: number, _code: string, message: string): Reply {
    return { status, headers: { "content-type": "text/plain; charset=utf-8" }, body: message };
  }

  #list(words: InboxWords, to: string | null) {
    const readers = [...new Set(this.#inbox.flatMap(({ destinations }) => destinations))].toSorted();
    const shown = this.#inbox
      .map((mail, index) => ({ mail, number: index + 1 }))
      .filter(({ mail }) => to === null || mail.destinations.includes(to))
      .toReversed();
    const [time, recipient, subject] = words.columns;
    return html`<p class="of">${words.explained}</p>
<form><select name="to" aria-label="${recipient}">${readers.map(
      (reader) => html`<option ${reader === to ? raw("selected") : ""}>${reader}</option>`,
    )}</select> <button>${words.show}</button> <a href="./">${words.everyone}</a></form>
${
  shown.length === 0
    ? html`<p>${words.none}</p>`
    : html`<table><thead><tr><th>${time}</th><th>${recipient}</th><th>${subject}</th></tr></thead><tbody>${shown.map(
        ({ mail, number }) =>
          html`<tr><td>${moment(mail)}</td><td>${mail.destinations.join(", ")}</td><td><a href="./${number}">${mail.subject}</a>${
            mail.parsed.attachments.length > 0
              ? html` <span class="of">${words.attachments} ${mail.parsed.attachments.length}</span>`
              : ""
          }</td></tr>`,
      )}</tbody></table>`
}`;
  }
}

/** One mail: who, when, what comes with it, and its text in a frame of its own. */
function whole(mail: ReceivedMail, words: InboxWords, number: number) {
  const [time, to] = words.columns;
  return html`<p><a href="./">${words.back}</a></p>
<p class="of">${time} ${moment(mail)} · ${words.from} ${mail.from} · ${to} ${mail.destinations.join(", ")}</p>
${
  mail.parsed.attachments.length === 0
    ? ""
    : html`<p>${words.attachments}: ${mail.parsed.attachments.map(
        ({ filename }, index) =>
          html`<a href="./${number}/attachments/${index + 1}">${filename ?? `${index + 1}`}</a> `,
      )}</p>`
}
<iframe src="./${number}/body" title="${mail.subject}" sandbox="${SANDBOX}"></iframe>`;
}

function page({ lang }: InboxWords, title: string, content: ReturnType<typeof html>): Reply {
  const document = html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${raw(STYLE)}</style></head><body><h1>${title}</h1>${content}</body></html>`;
  return {
    status: 200,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
    body: String(document),
  };
}

function body({ parsed }: ReceivedMail): Reply {
  const text = typeof parsed.html === "string" ? parsed.html : String(html`<pre>${parsed.text ?? ""}</pre>`);
  return {
    status: 200,
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": MAIL_POLICY },
    body: `<base target="_blank">${text}`,
  };
}

function file({ content, contentType, filename = "attachment" }: Attachment): Reply {
  const name = encodeURIComponent(filename);
  return {
    status: 200,
    headers: { "content-type": contentType, "content-disposition": `attachment; filename*=UTF-8''${name}` },
    body: content,
  };
}

/** `2026-09-01 09:12`, in the cloud's time. */
function moment({ acceptedAt }: ReceivedMail): string {
  return `${civilDateAt(acceptedAt)} ${clockTimeAt(acceptedAt)}`;
}
