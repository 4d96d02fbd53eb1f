/**
 * Where do the mails go that functions send? Into an inbox on this machine with a page to look at, never out of
 * it.
 */
import { randomUUID } from "node:crypto";
import { type AddressObject, type ParsedMail, simpleParser } from "mailparser";
import type { Activity } from "../activity.ts";
import type { CloudClock } from "../clock.ts";
import type { Declared } from "../declared.ts";
import type { Occurrence } from "../event-bus.ts";
import { type Reply, type Service, type ServiceRequest, xml } from "../service.ts";
import { type AcceptedMail, mailEvents } from "./mail-events.ts";

/** A mail in the inbox of this machine, which everyone shares. */
export interface ReceivedMail extends AcceptedMail {
  /** The message as a mail program reads it. */
  readonly parsed: ParsedMail;
}

/** What the mail service needs of the cloud. */
export interface MailSurroundings {
  readonly declared: Pick<Declared, "account" | "configurationSets">;
  readonly activity: Activity;
  readonly clock: CloudClock;
  /** Real time between SES's answer and its events, in milliseconds. */
  readonly feedbackDelayMs: number;
  happened(occurrence: Occurrence): void;
  /** Told of every mail as it is accepted. */
  accepted?(mail: ReceivedMail): void;
}

/**
 * SES: takes mails by SendRawEmail or SendEmail, keeps them in an inbox, and tells EventBridge what became of them
 * where their configuration set says so. Sends nothing anywhere.
 * @see https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html
 */
export class MailService implements Service {
  /** In the order they were accepted. */
  readonly inbox: ReceivedMail[] = [];
  readonly #shared: MailSurroundings;

  constructor(shared: MailSurroundings) {
    this.#shared = shared;
  }

  async operation(request: ServiceRequest): Promise<string> {
    return (await formOf(request)).get("Action") ?? `${request.method} ${request.path}`;
  }

  async answer(request: ServiceRequest): Promise<Reply> {
    const form = await formOf(request);
    const action = form.get("Action");
    if (action !== "SendRawEmail" && action !== "SendEmail") {
      return this.refusal(400, "InvalidAction", `${action ?? request.path} is not supported locally`);
    }
    const { clock, declared, accepted } = this.#shared;
    const parsed = await simpleParser(rawMessage(form));
    const configurationSet =
      form.get("ConfigurationSetName") ?? parsed.headers.get("x-ses-configuration-set")?.toString();
    const declaredSet = declared.configurationSets.find(({ name }) => name === configurationSet);
    if (configurationSet !== undefined && declaredSet === undefined) {
      const message = `Configuration set <${configurationSet}> does not exist.`;
      return this.refusal(400, "ConfigurationSetDoesNotExist", message);
    }
    const mail: ReceivedMail = {
      messageId: messageId(clock.milliseconds()),
      acceptedAt: clock.now(),
      from: parsed.from?.value[0]?.address ?? form.get("Source") ?? "",
      destinations: destinationsOf(form, parsed),
      subject: parsed.subject ?? "",
      configurationSet,
      tags: tagsOf(form, parsed),
      parsed,
    };
    if (mail.from === "")
      return this.refusal(400, "InvalidParameterValue", "Missing required header 'From'.");
    if (mail.destinations.length === 0)
      return this.refusal(400, "InvalidParameterValue", "Missing required header 'To'.");
    this.inbox.push(mail);
    accepted?.(mail);
    if (declaredSet !== undefined) this.#tell(mail, declaredSet.events);
    return response(action, mail.messageId);
  }

  refusal(status: number, code: string, message: string): Reply {
    const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${xml(message)}</Message></Error>`;
    return answered(
      status,
      `<ErrorResponse ${NAMESPACE}>${error}<RequestId>local</RequestId></ErrorResponse>`,
    );
  }

  /** Later, as SES does: whoever sent the mail mostly has its answer by then. */
  #tell(mail: AcceptedMail, published: readonly string[]): void {
    const { activity, declared, feedbackDelayMs, happened } = this.#shared;
    const end = activity.begin("events of a mail");
    setTimeout(() => {
      for (const { type, occurrence } of mailEvents(mail, declared.account)) {
        if (published.includes(type)) happened(occurrence);
      }
      end();
    }, feedbackDelayMs).unref();
  }
}

const NAMESPACE = `xmlns="http://ses.amazonaws.com/doc/2010-12-01/"`;

function answered(status: number, body: string): Reply {
  return { status, headers: { "content-type": "text/xml" }, body };
}

function response(action: string, id: string): Reply {
  const result = `<${action}Result><MessageId>${id}</MessageId></${action}Result>`;
  const metadata = `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`;
  return answered(200, `<${action}Response ${NAMESPACE}>${result}${metadata}</${action}Response>`);
}

/** In the form of SES's: the time, something random, the region's part. */
function messageId(milliseconds: number): string {
  return `${milliseconds.toString(16).padStart(16, "0")}-${randomUUID()}-000000`;
}

async function formOf(request: ServiceRequest): Promise<URLSearchParams> {
  return new URLSearchParams((await request.body()).toString());
}

/** SendEmail brings parts, from which the message is put together. */
function rawMessage(form: URLSearchParams): Buffer {
  const raw = form.get("RawMessage.Data");
  if (raw !== null) return Buffer.from(raw, "base64");
  const html = form.get("Message.Body.Html.Data");
  const encoded = (text: string) => Buffer.from(text).toString("base64");
  const lines = [
    `From: ${form.get("Source") ?? ""}`,
    `To: ${members(form, "Destination.ToAddresses").join(", ")}`,
    `Cc: ${members(form, "Destination.CcAddresses").join(", ")}`,
    `Subject: =?utf-8?B?${encoded(form.get("Message.Subject.Data") ?? "")}?=`,
    `Content-Type: text/${html === null ? "plain" : "html"}; charset=utf-8`,
    "Content-Transfer-Encoding: base64",
    "",
    encoded(html ?? form.get("Message.Body.Text.Data") ?? ""),
  ];
  return Buffer.from(lines.join("\r\n"));
}

function destinationsOf(form: URLSearchParams, { to, cc, bcc }: ParsedMail): string[] {
  const given = [...members(form, "Destinations"), ...members(form, "Destination.BccAddresses")];
  const named = [to, cc, bcc].flatMap((list) => [list ?? []].flat() satisfies AddressObject[]);
  const addresses = named.flatMap(({ value }) => value.flatMap(({ address }) => address ?? []));
  // With explicit destinations SES sends to these alone, whatever the header says.
  return form.has("Destinations.member.1") ? given : [...new Set([...addresses, ...given])];
}

function tagsOf(form: URLSearchParams, { headers }: ParsedMail): Record<string, string[]> {
  const tags: Record<string, string[]> = {};
  const header = headers.get("x-ses-message-tags");
  for (const pair of typeof header === "string" ? header.split(/\s*,\s*/) : []) {
    const [name = "", value = ""] = pair.split("=");
    tags[name] = [value];
  }
  for (let at = 1; form.has(`Tags.member.${at}.Name`); at += 1) {
    tags[form.get(`Tags.member.${at}.Name`) ?? ""] = [form.get(`Tags.member.${at}.Value`) ?? ""];
  }
  return tags;
}

function members(form: URLSearchParams, name: string): string[] {
  const values: string[] = [];
  for (let at = 1; form.has(`${name}.member.${at}`); at += 1)
    values.push(form.get(`${name}.member.${at}`) ?? "");
  return values;
}
