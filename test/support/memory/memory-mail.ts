/** {@link Mailer} and {@link IntakeQueue} in memory: what was sent, and what was asked for. */

import type { FileToTake, IntakeQueue } from "../../../shared/ports/intake-queue.ts";
import type { Mailer, OutgoingMail, SendResult } from "../../../shared/ports/mailer.ts";

/** A mailer that keeps what it sends. `answer` decides otherwise: it may refuse, or throw as a lost answer does. */
export function memoryMailer(
  answer: (mail: OutgoingMail) => SendResult | undefined = () => undefined,
): Mailer & { readonly sent: readonly OutgoingMail[] } {
  const sent: OutgoingMail[] = [];
  return {
    sent,
    async send(mail) {
      const refused = answer(mail);
      if (refused !== undefined) return refused;
      sent.push(mail);
      return { sent: true, messageId: `mail-${sent.length}` };
    },
  };
}

export function memoryIntakeQueue(): IntakeQueue & { readonly asked: readonly FileToTake[] } {
  const asked: FileToTake[] = [];
  return {
    asked,
    async enqueue(file) {
      asked.push(file);
    },
  };
}
