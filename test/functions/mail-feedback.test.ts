/** What follows when a carrier says that a mail did not arrive: who hears of it, and when nobody has to? */
import { describe, expect, it } from "vitest";
import { settleFeedback } from "../../functions/mail-feedback/settle-feedback.ts";
import type { Contact, Organisation, OrganisationId } from "../../shared/domain/organisations/directory.ts";
import { addMinutes, instant } from "../../shared/domain/time/time.ts";
import type { MailFeedback } from "../../shared/ports/outbox.ts";
import { RULES } from "../support/case-builders.ts";
import { memoryDirectory } from "../support/memory/memory-directory.ts";
import { memoryOutbox } from "../support/memory/memory-outbox.ts";
import { memoryTable } from "../support/memory/memory-table.ts";
import { aNotice, RECIPIENT } from "../support/stored-things.ts";

const SENT = instant("2026-09-08T10:00:00+08:00");

describe("feedback of the carrier", () => {
  it.each(["failed", "bounced", "complained"] as const)(
    "%s: the bureau of the recipient's district is asked to find the right address",
    async (became) => {
      const { report, tasks } = await sentMail();
      await report(became);
      expect(tasks()).toEqual(["legal@bureau.example.org"]);
      await report(became);
      expect(tasks()).toHaveLength(1);
    },
  );

  it("accepted, delivered: nobody has anything to do", async () => {
    const { report, tasks } = await sentMail();
    await report("accepted");
    await report("delivered");
    expect(tasks()).toEqual([]);
  });

  it("an old refusal that comes after the delivery is no task", async () => {
    const { report, tasks } = await sentMail();
    await report("delivered");
    await report("failed");
    expect(tasks()).toEqual([]);
  });

  it("a bounce that comes after the delivery is one", async () => {
    const { report, tasks } = await sentMail();
    await report("delivered");
    await report("bounced");
    expect(tasks()).toHaveLength(1);
  });
});

/** A letter to the police of 沂南县 that the carrier has taken, in a county that has a bureau. */
async function sentMail() {
  const table = memoryTable(RULES.policy.jurisdiction.code);
  const outbox = memoryOutbox(table);
  const directory = memoryDirectory(table);
  await directory.save([
    organisation("agency", RECIPIENT.organisation, { role: "legal-section", email: RECIPIENT.address }),
    organisation("bureau", "yinan-bureau" as OrganisationId, {
      role: "duty",
      email: "legal@bureau.example.org",
    }),
  ]);
  const letter = aNotice("hearing");
  await outbox.add(letter, SENT);
  await outbox.claim(letter.subject, letter.id, addMinutes(SENT, 15));
  await outbox.accepted(letter.subject, letter.id, "ses-1", SENT);
  const report = (became: MailFeedback["became"]) =>
    settleFeedback(
      { outbox, directory },
      { subject: letter.subject, id: letter.id, at: addMinutes(SENT, 5), became },
      RULES,
    );
  const tasks = () =>
    [...table.notices.values()]
      .map(({ notice }) => notice)
      .filter(({ id }) => id !== letter.id)
      .map(({ recipient }) => recipient.address);
  return { report, tasks };
}

function organisation(
  kind: Organisation["kind"],
  id: OrganisationId,
  contact: Pick<Contact, "role" | "email">,
): Organisation {
  return {
    id,
    kind,
    name: id,
    aliases: [],
    level: "county",
    jurisdiction: "沂南县",
    contacts: [{ ...contact, name: "值班" }],
    verified: true,
  };
}
