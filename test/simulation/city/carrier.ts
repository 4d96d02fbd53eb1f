/** Who carries the mails of a played city: takes them, refuses them, loses them, and says afterwards what became of them, or doesn't. */
import { asOf } from "../../../shared/domain/notices/as-of.ts";
import type { Notice } from "../../../shared/domain/notices/notice.ts";
import { addMinutes, civilDateAt, type Instant } from "../../../shared/domain/time/time.ts";
import type { Mailer } from "../../../shared/ports/mailer.ts";
import type { MailFeedback } from "../../../shared/ports/outbox.ts";
import { hashOf } from "../story/chance.ts";
import type { Carrying, Reporting } from "../story/step.ts";
import { Died, OutOfReach } from "./faults.ts";

/** A mail that left. */
export interface Left {
  readonly at: Instant;
  /** As it was worded when it left. */
  readonly notice: Notice;
  readonly arrived: boolean;
  /** Whether the carrier tells of it, and at once. */
  readonly isReported: boolean;
}

export interface Carrier extends Mailer {
  readonly left: readonly Left[];
  /** The notices whose mails it was ever asked to take, by id. */
  readonly asked: ReadonlySet<string>;
  /** What the next mails meet with. */
  will(how: Carrying, mails: number): void;
  reportsWill(how: Reporting, mails: number): void;
  dies(address: string): void;
  /** Whether it has told of this address that it bounces, or will. */
  isDead(address: string): boolean;
}

export interface CarrierPorts {
  readonly now: () => Instant;
  readonly notice: (mail: Parameters<Mailer["send"]>[0]) => Promise<Notice>;
  /** A report comes at its time. */
  readonly report: (feedback: MailFeedback) => void;
}

export function carrier({ now, notice, report }: CarrierPorts): Carrier {
  const left: Left[] = [];
  const asked = new Set<string>();
  const dead = new Set<string>();
  const carrying: { how: Carrying; mails: number }[] = [];
  const reporting: { how: Reporting; mails: number }[] = [];

  /** What is in force for this mail. */
  function next<How>(modes: { how: How; mails: number }[]): How | undefined {
    const [first] = modes;
    if (first === undefined) return undefined;
    first.mails -= 1;
    if (first.mails <= 0) modes.shift();
    return first.how;
  }

  async function leave(mail: Parameters<Mailer["send"]>[0]): Promise<string> {
    const at = now();
    const sent = await notice(mail);
    const arrived = !dead.has(mail.to);
    const how = next(reporting);
    left.push({
      at,
      notice: { ...sent, content: asOf(sent.content, civilDateAt(at)) },
      arrived,
      isReported: how !== "are lost" && how !== "come late",
    });
    const { subject, id } = mail.notice;
    const late = how === "come late" ? 60 + (hashOf(id) % 4000) : 0;
    const reports: MailFeedback[] = [
      { subject, id, at: addMinutes(at, 1 + late), became: "accepted" },
      { subject, id, at: addMinutes(at, 3 + (late % 1500)), became: arrived ? "delivered" : "bounced" },
    ];
    if (hashOf(`${id} unwanted`) % 400 === 0)
      reports.push({ subject, id, at: addMinutes(at, 500), became: "complained" });
    const times = how === "are lost" ? 0 : how === "come twice" ? 2 : 1;
    for (let time = 0; time < times; time++) for (const one of reports) report(one);
    return `mail-${left.length}`;
  }

  return {
    left,
    asked,
    will: (how, mails) => void carrying.push({ how, mails }),
    reportsWill: (how, mails) => void reporting.push({ how, mails }),
    dies: (address) => void dead.add(address),
    isDead: (address) => dead.has(address),
    async send(mail) {
      asked.add(mail.notice.id);
      const how = next(carrying);
      if (how === "is out of reach") throw new OutOfReach("the carrier");
      if (how === "refuses for now") return { sent: false, passing: true, reason: "Throttling" };
      if (how === "refuses for good") return { sent: false, passing: false, reason: "MessageRejected" };
      const messageId = await leave(mail);
      if (how === "takes it and gives no answer") throw new Died("no answer of the carrier");
      return { sent: true, messageId };
    },
  };
}
