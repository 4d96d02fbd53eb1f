/** What follows when a carrier says that a mail did not arrive: who hears of it, and when nobody has to? */
import { describe, expect, it } from "vitest";
import { settleFeedback } from "../../functions/mail-feedback/settle-feedback.ts";
import type { Contact, Organisation, OrganisationId } from "../../shared/domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../shared/domain/organisations/district.ts";
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

describe("an address that", () => {
  it.each([
    ["failed", false],
    ["bounced", true],
    ["complained", false],
  ] as const)("%s gets no more mail: %s", async (became, isDead) => {
    const { report, directory } = await sentMail();
    await report(became);
    const [contact] = (await directory.organisation(RECIPIENT.organisation))?.contacts ?? [];
    expect(contact?.undeliverable ?? false).toBe(isDead);
  });
});

describe("a mail to a bureau that", () => {
  it("failed is no task of that bureau's same mailbox: the municipal one hears of it", async () => {
    const { report, tasks } = await sentMail(BUREAU_MAIL);
    await report("failed");
    expect(tasks()).toEqual(["city@bureau.example.org"]);
  });

  it("bounced goes to the bureau's next contact as well, which alone has what is to be done", async () => {
    const { report, tasks } = await sentMail(BUREAU_MAIL, {
      role: "clerk",
      email: "clerk@bureau.example.org",
    });
    await report("bounced");
    expect(tasks()).toEqual(["clerk@bureau.example.org", "clerk@bureau.example.org"]);
  });
});

const BUREAU_MAIL = { organisation: "yinan-bureau" as OrganisationId, address: "legal@bureau.example.org" };

/** A letter to the police of 沂南县 that the carrier has taken, in a county that has a bureau. */
async function sentMail(
  to: Partial<typeof RECIPIENT> = {},
  ...others: readonly Pick<Contact, "role" | "email">[]
) {
  const table = memoryTable(RULES.policy.jurisdiction.code);
  const outbox = memoryOutbox(table);
  const directory = memoryDirectory(table);
  await directory.save([
    organisation("agency", RECIPIENT.organisation, { role: "legal-section", email: RECIPIENT.address }),
    organisation(
      "bureau",
      "yinan-bureau" as OrganisationId,
      { role: "duty", email: "legal@bureau.example.org" },
      ...others,
    ),
    {
      ...organisation("bureau", "linyi-bureau" as OrganisationId, {
        role: "duty",
        email: "city@bureau.example.org",
      }),
      jurisdiction: CITY_ITSELF,
    },
  ]);
  const letter = aNotice("hearing", { recipient: { ...RECIPIENT, ...to } });
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
  return { report, tasks, directory };
}

function organisation(
  kind: Organisation["kind"],
  id: OrganisationId,
  ...contacts: readonly Pick<Contact, "role" | "email">[]
): Organisation {
  return {
    id,
    kind,
    name: id,
    aliases: [],
    level: "county",
    jurisdiction: "沂南县",
    contacts: contacts.map((contact) => ({ ...contact, name: "值班" })),
    verified: true,
  };
}
