/** {@link Mailer} on an SMTP relay, for where there is no SES. */
import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { Mailer, SendResult } from "../ports/mailer.ts";
import { carrierWords } from "./carrier-words.ts";

export interface SmtpCredentials {
  readonly user: string;
  readonly password: string;
}

/** A relay. `credentials` is asked for each mail; undefined: the relay asks for none. */
export interface SmtpRelay {
  readonly host: string;
  readonly port: number;
  readonly from: string;
  readonly credentials: () => Promise<SmtpCredentials | undefined>;
}

/** Sends through a relay, always over TLS unless the relay is on this machine. */
export function smtpMailer({ host, port, from, credentials }: SmtpRelay): Mailer {
  const local = ["127.0.0.1", "::1", "localhost"].includes(host);
  return {
    async send({ to, mime }) {
      const login = await credentials();
      const connection = new SMTPConnection({
        host,
        port,
        secure: port === 465,
        requireTLS: !local,
        ignoreTLS: local,
        tls: { minVersion: "TLSv1.2" },
        connectionTimeout: 10_000,
        greetingTimeout: 10_000,
        socketTimeout: 30_000,
      });
      let handedOver = false;
      // Read only once the relay has said that it takes the mail: before that, nothing can have left.
      const message = new Readable({
        read() {
          handedOver = true;
          this.push(mime);
          this.push(null);
        },
      });
      try {
        await step(connection, (done) => connection.connect(done));
        if (login !== undefined) {
          await step(connection, (done) =>
            connection.login({ user: login.user, pass: login.password }, done),
          );
        }
        const said = await step<{ response: string }>(connection, (done) =>
          connection.send({ from, to: [to] }, message, done),
        );
        return { sent: true, messageId: carrierWords(said?.response ?? "") };
      } catch (fault) {
        return refusal(fault, handedOver);
      } finally {
        connection.close();
      }
    },
  };
}

/** One exchange with the relay; an error of the connection ends it as well. */
function step<Said>(
  connection: SMTPConnection,
  act: (done: (fault?: Error | null, said?: Said) => void) => void,
): Promise<Said | undefined> {
  return new Promise((resolve, reject) => {
    connection.once("error", reject);
    act((fault, said) => {
      connection.removeListener("error", reject);
      if (fault) reject(fault);
      else resolve(said);
    });
  });
}

/** Commands whose refusal is about this mail; that of any other is about the relay or our account. */
const ABOUT_THE_MAIL: ReadonlySet<string> = new Set(["RCPT TO", "DATA"]);
const TOO_LARGE = 552;

/**
 * What an error means: 5xx to this mail is permanent, everything else passes. Throws where the mail was handed over
 * and no answer came: it may have left.
 */
function refusal(fault: unknown, handedOver: boolean): SendResult {
  if (!(fault instanceof Error)) throw fault;
  const { responseCode, command = "" } = fault as Error & { responseCode?: number; command?: string };
  if (responseCode === undefined) {
    if (handedOver) throw fault;
    return { sent: false, passing: true, reason: carrierWords(fault.message) };
  }
  const permanent = responseCode >= 500 && (ABOUT_THE_MAIL.has(command) || responseCode === TOO_LARGE);
  return { sent: false, passing: !permanent, reason: carrierWords(fault.message) };
}
