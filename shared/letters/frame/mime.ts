/** A mail as the bytes that go over the wire (RFC 5322, MIME). */
import type { Mail } from "./mail.ts";
import { oneLine } from "./one-line.ts";

/**
 * The message: text, HTML and the calendar as alternatives, then the attachments. The same mail makes the same
 * bytes: date, Message-ID and boundaries follow from the notice, so a repeated sending is recognised as one.
 * `headers` are further headers, e.g. a carrier's tags.
 */
export async function mimeMessage(
  mail: Mail,
  headers: Readonly<Record<string, string>> = {},
): Promise<Uint8Array> {
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  const { id, from, to, replyTo, subject, date, text, html, calendar, attachments } = mail;
  const domain = from.address.slice(from.address.lastIndexOf("@") + 1);
  const composer = new MailComposer({
    from: mailbox(from),
    to: mailbox(to),
    ...(replyTo && { replyTo: mailbox(replyTo) }),
    subject: oneLine(subject),
    date: new Date(date),
    messageId: `<${id}@${oneLine(domain)}>`,
    text: canonical(text),
    html: canonical(html),
    ...(calendar && {
      icalEvent: { method: calendar.method, filename: calendar.name, content: calendar.content },
    }),
    attachments: attachments.map(({ name, contentType, content }) => ({
      filename: oneLine(name),
      contentType,
      content: typeof content === "string" ? content : Buffer.from(content),
    })),
    headers: {
      // No automatic answers to an automatic mail (RFC 3834; Exchange knows only its own header).
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      "Content-Language": "zh-CN",
      ...headers,
    },
    baseBoundary: id,
    newline: "\r\n",
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** Lines of text end with CRLF before they are encoded (RFC 2045 §6.8). */
function canonical(text: string): string {
  return text.replaceAll("\n", "\r\n");
}

function mailbox({ name, address }: { readonly name: string; readonly address: string }) {
  return { name: oneLine(name), address: oneLine(address) };
}
