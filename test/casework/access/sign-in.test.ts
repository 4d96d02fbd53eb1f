/** 登录: who is sent a link, who gets a session by it, and how often somebody may try? */
import { describe, expect, it } from "vitest";
import { seatsOf } from "../../../shared/casework/access/seats.ts";
import { askForLink, beginSession, type SignInPorts } from "../../../shared/casework/access/sign-in.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import type { Organisation, OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addMinutes } from "../../../shared/domain/time/time.ts";
import { at, RULES } from "../../support/case-builders.ts";
import { memoryDirectory } from "../../support/memory/memory-directory.ts";
import { memoryOutbox } from "../../support/memory/memory-outbox.ts";
import { memorySessions } from "../../support/memory/memory-sessions.ts";
import { memoryTable } from "../../support/memory/memory-table.ts";
import { anAgency } from "../../support/stored-things.ts";

const NOW = at("09-08", "10:00");
const POLICE = anAgency();
const MAILBOX = "fazhi@yinan-police.example.org";
const ADMIN = "admin@linyi.example.org";
const LINK = {
  task: "sign-in",
  recipient: POLICE.id,
  mailbox: MAILBOX,
  expiresAt: at("09-08", "10:30"),
  nonce: "n1",
} as unknown as Link<"sign-in">;
const BROWSER = { id: "hash.1", mailbox: MAILBOX, formToken: "f1", by: "mail" } as const;

function door(...organisations: readonly Organisation[]) {
  const table = memoryTable(RULES.policy.jurisdiction.code);
  const directory = memoryDirectory(table);
  void directory.save(organisations);
  let now = NOW;
  const ports: SignInPorts = {
    sessions: memorySessions(table.usedLinks),
    outbox: memoryOutbox(table),
    directory,
    admins: [ADMIN],
    rules: RULES,
    now: () => now,
  };
  let forms = 0;
  return {
    table,
    ports,
    ask: (mailbox: string, client = "192.0.2.1") =>
      askForLink(ports, { mailbox, client, form: `${++forms}` }),
    later: (minutes: number) => {
      now = addMinutes(now, minutes);
    },
    mails: () => [...table.notices.values()].map(({ notice }) => notice),
  };
}

const times = async (count: number, ask: (index: number) => Promise<string>) =>
  Promise.all(Array.from({ length: count }, (_, index) => ask(index)));

describe("a mailbox", () => {
  it("has the seats of the organisations that name it, and an admin's where the deployment does", async () => {
    const { ports } = door(POLICE);
    const roles = async (mailbox: string) => (await seatsOf(mailbox, ports)).map(({ role }) => role);
    expect(await roles(MAILBOX)).toEqual(["agency"]);
    expect(await roles(ADMIN)).toEqual(["admin"]);
    expect(await roles("nobody@example.org")).toEqual([]);
  });
});

describe("whoever asks for a link", () => {
  it("gets it by mail to the mailbox, as the person the directory names, and at once", async () => {
    const { ask, mails } = door(POLICE);
    expect(await ask(MAILBOX)).toBe("asked");
    expect(mails()).toMatchObject([
      {
        subject: { of: "organisation", organisation: POLICE.id },
        recipient: {
          organisation: POLICE.id,
          organisationName: POLICE.name,
          name: "法制大队",
          address: MAILBOX,
        },
        content: { kind: "sign-in", mailbox: MAILBOX, minutes: RULES.policy.links.signInMinutes },
        createdAt: NOW,
        releaseAt: NOW,
      },
    ]);
  });

  it("gets one for each time he asks", async () => {
    const { ask, mails } = door(POLICE);
    await ask(MAILBOX);
    await ask(MAILBOX);
    expect(mails()).toHaveLength(2);
  });

  it("is told the same where nobody knows the mailbox, to which nothing is sent", async () => {
    const { ask, mails } = door(POLICE);
    expect(await ask("nobody@example.org")).toBe("asked");
    expect(mails()).toEqual([]);
  });

  it.each([MAILBOX, "nobody@example.org"])("five times a quarter of an hour at most: %s", async (mailbox) => {
    const { ask, later, mails } = door(POLICE);
    expect(await times(6, (index) => ask(mailbox, `192.0.2.${index}`))).toEqual([
      ...Array(5).fill("asked"),
      "too-often",
    ]);
    expect(mails()).toHaveLength(mailbox === MAILBOX ? 5 : 0);
    later(15);
    expect(await ask(mailbox)).toBe("asked");
  });

  it("from one network address sixty times at most, for whichever mailboxes", async () => {
    const { ask } = door(POLICE);
    const answers = await times(61, (index) => ask(`${index}@example.org`));
    expect(answers.map((answer) => answer === "asked")).toEqual([...Array(60).fill(true), false]);
    expect(await ask("61@example.org", "192.0.2.2")).toBe("asked");
  });
});

describe("whoever opens the link", () => {
  it("has a session for the working hours the policy gives, and has used the link up, under his name", async () => {
    const { table, ports } = door(POLICE);
    expect(await beginSession(ports, BROWSER, LINK)).toBe("begun");
    expect(await ports.sessions.session(BROWSER.id)).toEqual({
      ...BROWSER,
      startedAt: NOW,
      until: addMinutes(NOW, RULES.policy.sessionHours * 60),
    });
    expect([...table.usedLinks.values()]).toEqual([{ nonce: "n1", at: NOW, by: "法制大队" }]);
    expect(await beginSession(ports, { ...BROWSER, id: "hash.2" }, LINK)).toBe("used");
  });

  it("has used it up in the organisation's name where the directory names no person", async () => {
    const contacts = [{ role: "legal-section", name: POLICE.name, email: MAILBOX }] as const;
    const { table, ports } = door({ ...POLICE, contacts });
    await beginSession(ports, BROWSER, LINK);
    expect([...table.usedLinks.values()]).toMatchObject([{ by: POLICE.name }]);
  });

  it("has none where the mailbox no longer belongs to the organisation the link is for", async () => {
    const land = anAgency({
      id: "yinan-land" as OrganisationId,
      name: "沂南县自然资源和规划局",
      aliases: [],
    });
    for (const organisations of [[], [land]]) {
      const { table, ports } = door(...organisations);
      expect(await beginSession(ports, BROWSER, LINK)).toBe("unknown");
      expect(table.usedLinks.size).toBe(0);
      expect(await ports.sessions.session(BROWSER.id)).toBeUndefined();
    }
  });

  it("is let in to that organisation, though the mailbox is another's first", async () => {
    const land = anAgency({ id: "a-land" as OrganisationId, name: "沂南县自然资源和规划局", aliases: [] });
    const { table, ports } = door(land, {
      ...POLICE,
      contacts: [{ role: "legal-section", name: "张警官", email: MAILBOX }],
    });
    await beginSession(ports, BROWSER, LINK);
    expect([...table.usedLinks.values()]).toMatchObject([{ by: "张警官" }]);
  });
});

describe("whom an identity provider vouches for", () => {
  it("has a session by any seat of his, and none without", async () => {
    const { table, ports } = door(POLICE);
    const vouched = { ...BROWSER, by: "identity-provider" } as const;
    expect(await beginSession(ports, vouched)).toBe("begun");
    expect(table.usedLinks.size).toBe(0);
    expect(await beginSession(ports, { ...vouched, id: "other.1", mailbox: "nobody@example.org" })).toBe(
      "unknown",
    );
  });
});
