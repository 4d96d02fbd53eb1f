/** 名录: what a bureau may do to an entry, what the entry is thereby, and what is wrong with it. */
import { describe, expect, it } from "vitest";
import type {
  Contact,
  Organisation,
  OrganisationId,
  OrganisationKind,
} from "../../../shared/domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import {
  closedEntry,
  type EntryFacts,
  editedEntry,
  entryFlaws,
  entryRight,
  isCalled,
  newEntry,
  withAlias,
} from "../../../shared/domain/organisations/entry.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import { at } from "../../support/case-builders.ts";

const SUPERIOR = "yinan-government" as OrganisationId;
const contact = (role: Contact["role"], facts: Partial<Contact> = {}): Contact => ({
  ...{ role, name: "法规科", email: `${role}@yinan-police.example.org` },
  ...facts,
});
const POLICE: Organisation = {
  ...{
    id: "yinan-police" as OrganisationId,
    kind: "agency",
    name: "沂南县公安局",
    aliases: ["沂南县公安分局"],
  },
  ...{ level: "county", jurisdiction: "沂南县", superior: SUPERIOR, address: "人民路1号" },
  ...{ contacts: [contact("legal-section"), contact("head")], verified: true },
};
const facts = (given: Partial<EntryFacts> = {}): EntryFacts => ({
  ...{ name: POLICE.name, aliases: POLICE.aliases, level: "county", jurisdiction: "沂南县" },
  ...{ superior: SUPERIOR, address: "人民路1号", contacts: POLICE.contacts, isMended: false },
  ...given,
});

describe("what a bureau may change", () => {
  it.each<[string, OrganisationKind, string, string]>([
    ["沂南县", "agency", "沂南县", "all"],
    ["沂南县", "court", "沂南县", "none"],
    ["沂南县", "government", "沂南县", "none"],
    ["沂南县", "agency", "兰山区", "none"],
    [CITY_ITSELF, "agency", "沂南县", "all"],
    [CITY_ITSELF, "bureau", "沂南县", "contacts"],
    [CITY_ITSELF, "court", CITY_ITSELF, "contacts"],
  ])("the bureau of %s, of a %s of %s: %s", (own, kind, jurisdiction, right) => {
    expect(entryRight(own, { ...POLICE, kind, jurisdiction })).toBe(right);
  });
});

describe("an entry that a bureau has written", () => {
  it("is checked thereby, and says what the form says", () => {
    expect(editedEntry({ ...POLICE, verified: false }, facts())).toEqual(POLICE);
    const { superior: _, address: __, ...bare } = POLICE;
    expect(editedEntry(POLICE, facts({ superior: undefined, address: "" }))).toEqual(bare);
  });

  it("is found under its former name, and not under its own a second time", () => {
    const renamed = editedEntry(
      POLICE,
      facts({ name: "沂南县公安局（本部）", aliases: ["沂南 公安", "沂南公安"] }),
    );
    expect(renamed.aliases).toEqual(["沂南公安", "沂南县公安局"]);
    expect(editedEntry(POLICE, facts({ aliases: ["沂南县 公安局", "沂南公安"] })).aliases).toEqual([
      "沂南公安",
    ]);
  });

  it("keeps what is known of an address: that it refuses mail, and what is proposed for it", () => {
    const proposed = { email: "new@example.org", by: "李明", at: at("09-01"), change: "c-1" };
    const before = {
      ...POLICE,
      contacts: [contact("legal-section", { undeliverable: true }), contact("head", { proposed })],
    };
    const kept = editedEntry(before, facts());
    expect(kept.contacts.map(({ undeliverable }) => undeliverable)).toEqual([true, undefined]);
    expect(kept.contacts.map((one) => one.proposed)).toEqual([undefined, proposed]);
    // Letters of either case are one address.
    const shouted = POLICE.contacts.map((one) => ({ ...one, email: one.email.toUpperCase() }));
    expect(editedEntry(before, facts({ contacts: shouted })).contacts[0]?.undeliverable).toBe(true);
    expect(editedEntry(before, facts({ isMended: true })).contacts[0]?.undeliverable).toBe(false);
    const other = editedEntry(
      before,
      facts({ contacts: [contact("legal-section", { email: "b@example.org" })] }),
    );
    expect(other.contacts).toEqual([contact("legal-section", { email: "b@example.org" })]);
  });

  it("a proposal stays with the role it was made for", () => {
    const proposed = { email: "new@example.org", by: "李明", at: at("09-01"), change: "c-1" };
    const same = "one@example.org";
    const before = { ...POLICE, contacts: [contact("legal-section", { email: same, proposed })] };
    const contacts = [contact("duty", { email: same }), contact("legal-section", { email: same })];
    expect(editedEntry(before, facts({ contacts })).contacts.map((one) => one.proposed)).toEqual([
      undefined,
      proposed,
    ]);
  });

  it("a unit that the directory didn't have is an agency, checked", () => {
    const id = "yinan-new" as OrganisationId;
    expect(newEntry(id, facts({ aliases: ["沂南县公安局", "沂南公安"] }))).toEqual({
      ...POLICE,
      id,
      aliases: ["沂南公安"],
    });
    const bare = newEntry(id, facts({ superior: undefined, address: "" }));
    expect(Object.keys(bare)).not.toContain("superior");
    expect(Object.keys(bare)).not.toContain("address");
  });
});

describe("names", () => {
  it("an entry is found under each of its names, however they are spaced", () => {
    expect(["沂南县公安局", "沂南县 公安局", "沂南县公安分局"].map((name) => isCalled(POLICE, name))).toEqual(
      [true, true, true],
    );
    expect(isCalled(POLICE, "沂南县司法局")).toBe(false);
  });

  it("one more name is added once", () => {
    expect(withAlias(POLICE, "沂南县公安分局")).toBe(POLICE);
    expect(withAlias(POLICE, "沂南公安").aliases).toEqual(["沂南县公安分局", "沂南公安"]);
  });
});

describe("a unit that is no more", () => {
  const on = civilDate("2026-09-30");
  it("stays for the cases it has", () => {
    expect(closedEntry(POLICE, on, undefined)).toEqual([{ ...POLICE, closed: { on } }]);
  });

  it("whoever takes its place is found under all its names", () => {
    const into = { ...POLICE, id: "yinan-one" as OrganisationId, name: "沂南县综合局", aliases: [] };
    expect(closedEntry(POLICE, on, into)).toEqual([
      { ...POLICE, closed: { on, into: into.id } },
      { ...into, aliases: ["沂南县公安局", "沂南县公安分局"] },
    ]);
  });
});

describe("what is wrong with an entry", () => {
  it.each<[string, Partial<Organisation>, readonly string[]]>([
    ["nothing", {}, []],
    ["no address at all", { contacts: [] }, ["no-address", "no-head"]],
    [
      "none that works",
      { contacts: [contact("head", { undeliverable: true })] },
      ["no-address", "address-refused"],
    ],
    [
      "one of two refuses",
      { contacts: [contact("legal-section", { undeliverable: true }), contact("head")] },
      ["address-refused"],
    ],
    [
      "another was proposed",
      {
        contacts: [
          contact("legal-section"),
          contact("head", { proposed: { email: "n@example.org", by: "李明", at: at("09-01"), change: "c" } }),
        ],
      },
      ["address-proposed"],
    ],
    ["nobody has checked it", { verified: false }, ["unverified"]],
    ["no head", { contacts: [contact("legal-section")] }, ["no-head"]],
    ["no superior", { superior: undefined } as never, ["no-superior"]],
    [
      "of a court neither is wanted",
      { kind: "court", contacts: [contact("clerk")], superior: undefined } as never,
      [],
    ],
    ["of one that is no more nothing is", { closed: { on: civilDate("2026-09-30") }, contacts: [] }, []],
  ])("%s", (_, given, flaws) => {
    expect(entryFlaws({ ...POLICE, ...given })).toEqual(flaws);
  });
});
