/** A mail that didn't arrive: whose task is it, and who gets the letter instead? */
import { describe, expect, it } from "vitest";
import { addOnce } from "../../shared/casework/add-once.ts";
import { reportFailedMail } from "../../shared/casework/failed-mail.ts";
import type { Notice } from "../../shared/domain/notices/notice.ts";
import { formerId } from "../../shared/domain/obligations/addressing.ts";
import type { Organisation, OrganisationId } from "../../shared/domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../shared/domain/organisations/district.ts";
import { at, RULES } from "../support/case-builders.ts";
import { memoryDirectory } from "../support/memory/memory-directory.ts";
import { memoryOutbox } from "../support/memory/memory-outbox.ts";
import { memoryTable } from "../support/memory/memory-table.ts";
import { aNotice, anAgency, RECIPIENT } from "../support/stored-things.ts";

const NOW = at("09-08", "10:00");
const POLICE = anAgency();
const COUNTY = bureau("yinan-bureau", "沂南县", ["zhang@county.example.org", "li@county.example.org"]);
const CITY = bureau("linyi-bureau", CITY_ITSELF, ["wang@city.example.org"]);

function bureau(id: string, jurisdiction: string, addresses: readonly string[]): Organisation {
  const contacts = addresses.map((email) => ({ role: "duty", name: "值班", email }) as const);
  return anAgency({
    id: id as OrganisationId,
    kind: "bureau",
    name: id,
    aliases: [],
    jurisdiction,
    contacts,
  });
}

type Became = Parameters<typeof reportFailedMail>[2];

async function failed(became: Became, known: readonly Organisation[], facts: Partial<Notice> = {}) {
  const table = memoryTable(RULES.policy.jurisdiction.code);
  const [outbox, directory] = [memoryOutbox(table), memoryDirectory(table)];
  await directory.save(known);
  const item = { notice: aNotice("lost", facts), state: "bounced", attempts: 1 } as const;
  const report = () => reportFailedMail({ outbox, directory }, item, became, { now: NOW, rules: RULES });
  const unreached = await report();
  await report();
  const notices = [...table.notices.values()].map(({ notice }) => notice);
  return { unreached, notices, told: notices.map((one) => `${one.content.kind} ${one.recipient.address}`) };
}

const at1 = (organisation: Organisation, address: string) => ({
  recipient: { ...RECIPIENT, organisation: organisation.id, organisationName: organisation.name, address },
});
const REVIEW = { content: { kind: "document-review" } } as unknown as Partial<Notice>;

describe("a mail to an agency that didn't arrive", () => {
  it("is its bureau's task, once, and has reached nobody", async () => {
    const { unreached, notices } = await failed("bounced", [POLICE, COUNTY, CITY]);
    expect(notices).toMatchObject([
      {
        subject: { of: "organisation", organisation: POLICE.id },
        recipient: { organisation: COUNTY.id, address: "zhang@county.example.org" },
        content: {
          kind: "address-failed",
          organisationName: POLICE.name,
          organisation: POLICE.id,
          address: RECIPIENT.address,
          cause: "bounced",
          about: { type: "mail" },
        },
      },
    ]);
    expect(unreached).toEqual([{ kind: "address-failed", name: POLICE.name }]);
  });

  it.each<[string, readonly Organisation[]]>([
    ["nobody can be reached at its bureau", [POLICE, { ...COUNTY, contacts: [] }, CITY]],
    ["it has no bureau of its own", [POLICE, CITY]],
    ["the directory doesn't know it any more", [COUNTY, CITY]],
  ])("is the municipal bureau's task where %s", async (_, known) => {
    expect((await failed("failed", known)).told).toEqual(["address-failed wang@city.example.org"]);
  });

  it("is nobody's where there is no bureau; it has reached nobody all the same", async () => {
    expect(await failed("failed", [POLICE])).toMatchObject({ unreached: [{ name: POLICE.name }], told: [] });
  });

  it("but was marked as unwanted did arrive", async () => {
    const { unreached, told } = await failed("complained", [POLICE, COUNTY]);
    expect(unreached).toEqual([]);
    expect(told).toEqual(["address-failed zhang@county.example.org"]);
  });
});

describe("a mail that bounced at a bureau", () => {
  const lost = at1(COUNTY, "zhang@county.example.org");

  it("goes to its next contact, who also hears of the address", async () => {
    const { told } = await failed("bounced", [COUNTY, CITY], { ...lost, ...REVIEW });
    expect(told).toEqual(["address-failed li@county.example.org", "document-review li@county.example.org"]);
  });

  it("that has no other goes to the bureau above where it is about a document, which no ladder brings about again", async () => {
    const alone = { ...COUNTY, contacts: COUNTY.contacts.slice(0, 1) };
    const about = { ...lost, ...REVIEW };
    expect((await failed("bounced", [alone, CITY], about)).told).toEqual([
      "address-failed wang@city.example.org",
      "document-review wang@city.example.org",
    ]);
    expect((await failed("bounced", [alone, CITY], lost)).told).toEqual([
      "address-failed wang@city.example.org",
    ]);
    expect((await failed("bounced", [alone], about)).told).toEqual([]);
  });

  it("is not sent again where it was refused for another reason, nor where it was an agency's", async () => {
    expect((await failed("failed", [COUNTY, CITY], { ...lost, ...REVIEW })).told).toHaveLength(1);
    expect((await failed("bounced", [POLICE, COUNTY], REVIEW)).told).toEqual([
      "address-failed zhang@county.example.org",
    ]);
  });
});

describe("a notice that its address alone identified before", () => {
  async function added(organisation: OrganisationId) {
    const table = memoryTable(RULES.policy.jurisdiction.code);
    const outbox = memoryOutbox(table);
    const notice = aNotice("lost");
    const recipient = { ...notice.recipient, organisation };
    await outbox.add({ ...notice, id: formerId("lost", notice), recipient }, NOW);
    await addOnce(outbox, "lost", notice, NOW);
    return table.notices.size;
  }

  it("is left at that where its organisation got it, and not where another one of the mailbox did", async () => {
    expect(await added(RECIPIENT.organisation)).toBe(1);
    expect(await added("another" as OrganisationId)).toBe(2);
  });
});
