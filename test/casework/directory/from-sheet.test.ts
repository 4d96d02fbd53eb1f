/** What does a sheet of contacts (通讯录) leave out, and how is it concluded from the names? */
import { describe, expect, it } from "vitest";
import { conflictsOf } from "../../../shared/casework/directory/conflicts.ts";
import { directoryWith } from "../../../shared/casework/directory/directory-with.ts";
import {
  type DirectoryEntry,
  kindOf,
  levelOf,
  organisationsOf,
  usualRole,
} from "../../../shared/casework/directory/from-sheet.ts";
import {
  lookup,
  type Organisation,
  type OrganisationId,
} from "../../../shared/domain/organisations/directory.ts";
import { memoryDirectory } from "../../support/memory/memory-directory.ts";
import { memoryTable } from "../../support/memory/memory-table.ts";
import { anAgency, MORNING } from "../../support/stored-things.ts";

const id = (text: string) => text as OrganisationId;
const POLICE = anAgency();
const WATER = anAgency({ id: id("yinan-water"), name: "沂南县水利局", aliases: ["水利局"] });
const CONTACT = { name: "赵敏", email: "fz@water.example.org" };

function directoryOf(...organisations: readonly Organisation[]) {
  const directory = memoryDirectory(memoryTable("3713"));
  void directory.save(organisations);
  return directory;
}
const entry = (name: string, facts: Partial<DirectoryEntry> = {}): DirectoryEntry => ({
  name,
  rows: ["第2行"],
  aliases: [],
  contacts: [],
  ...facts,
});
const made = async (...entries: readonly DirectoryEntry[]) =>
  organisationsOf(
    { entries, problems: [] },
    directoryOf(POLICE),
    (bytes) => `${new TextDecoder().decode(bytes)}0123456789abcdef`,
  );

describe("an entry's name shows", () => {
  it.each([
    ["沂南县人民法院", "court"],
    ["沂南县法院路派出所", "agency"],
    ["沂南县司法局", "bureau"],
    ["司法局街道办", "agency"],
    ["沂南县人民政府", "government"],
    ["沂南县人民政府办公室", "agency"],
    ["大店镇人民政府", "agency"],
    ["沂南县公安局", "agency"],
  ])("what %s is: %s", (name, kind) => {
    expect(kindOf(entry(name))).toBe(kind);
    expect(kindOf(entry(name, { kind: "bureau" }))).toBe("bureau");
  });

  it.each([
    ["大店镇人民政府", "town"],
    ["马站乡人民政府", "town"],
    ["界湖街道办事处", "town"],
    ["界湖街道", "town"],
    ["大店镇", "town"],
    ["界湖街道办事处派出所", "county"],
    ["街道管理局", "county"],
    ["沂南县乡村振兴局", "county"],
  ])("at which level %s is: %s", (name, level) => {
    expect(levelOf(entry(name), "沂南县")).toBe(level);
  });

  it("the city's where its area is the city, unless the sheet says otherwise", () => {
    expect(levelOf(entry("临沂市公安局"), "市本级")).toBe("city");
    expect(levelOf(entry("临沂市公安局", { level: "county" }), "市本级")).toBe("county");
  });

  it("whose address it is: a court's clerk, a bureau's desk, an agency's legal section", () => {
    expect([usualRole("court"), usualRole("bureau"), usualRole("agency"), usualRole("government")]).toEqual([
      "clerk",
      "duty",
      "legal-section",
      "legal-section",
    ]);
  });
});

describe("the organisations of a sheet", () => {
  it("keep the ids they have, are called by the court's code, or by a hash of their name", async () => {
    const all = await made(
      entry("沂南县水利局", { id: "water" }),
      entry(POLICE.name),
      entry("沂南县人民法院", { courtCode: "鲁1321" }),
      entry("甲局"),
    );
    expect(all.map((one) => one.id)).toEqual(["water", POLICE.id, "court-1321", "org-甲局0123456789"]);
    expect(all[2]).toMatchObject({ kind: "court", courtCode: "鲁1321" });
    expect(all[3]).not.toHaveProperty("courtCode");
    const twin = { ...WATER, aliases: [POLICE.name] };
    const [two] = await organisationsOf(
      { entries: [entry(POLICE.name)], problems: [] },
      directoryOf(POLICE, twin),
      () => "f".repeat(20),
    );
    expect(two?.id).toBe(`org-${"f".repeat(12)}`);
  });

  it("stand under one of the sheet, or under whatever it names; their people have the usual part unless it is said", async () => {
    const [first, second] = await made(
      entry("甲局", {
        superior: "乙局",
        jurisdiction: "沂南县",
        contacts: [CONTACT, { ...CONTACT, role: "head" }],
        verified: true,
      }),
      entry("乙局", { id: "second", superior: "elsewhere" }),
    );
    expect(first).toMatchObject({
      superior: "second",
      jurisdiction: "沂南县",
      verified: true,
      contacts: [
        { ...CONTACT, role: "legal-section" },
        { ...CONTACT, role: "head" },
      ],
    });
    expect(second).toMatchObject({ superior: "elsewhere", verified: false, jurisdiction: "" });
    expect((await made(entry("丙局")))[0]).not.toHaveProperty("superior");
  });
});

describe("the directory as it will be", () => {
  const NEW = anAgency({ id: id("a-new"), name: "沂南县公安局", aliases: [] });
  const RENAMED = { ...POLICE, name: "沂南县公安分局", aliases: [] };
  const change = (before: Organisation | undefined, after: Organisation | undefined) => ({
    id: "one",
    at: MORNING,
    by: "徐琳",
    ...(before && { before }),
    ...(after && { after }),
  });
  const here = () =>
    directoryWith(directoryOf(POLICE, WATER), [change(POLICE, RENAMED), change(undefined, NEW)]);

  it("has the changed as they will be, and the others as they are", async () => {
    expect(await here().organisation(POLICE.id)).toEqual(RENAMED);
    expect(await here().organisation(WATER.id)).toEqual(WATER);
    expect([...(await here().organisations([WATER.id, POLICE.id, NEW.id, id("nobody")])).values()]).toEqual([
      WATER,
      RENAMED,
      NEW,
    ]);
  });

  it("finds them under the names they will have, in the order of their ids", async () => {
    const found = async (name: string) => (await here().find(lookup.name(name))).map((one) => one.id);
    expect(await found(RENAMED.name)).toEqual([POLICE.id]);
    expect(await found(NEW.name)).toEqual([NEW.id]);
    expect(await found(WATER.name)).toEqual([WATER.id]);
    expect(await here().find(lookup.kind("agency"))).toMatchObject([
      { id: "a-new" },
      { id: "yinan-police" },
      { id: "yinan-water" },
    ]);
  });

  it("no longer has what is taken out", async () => {
    const without = directoryWith(directoryOf(POLICE, WATER), [change(POLICE, undefined)]);
    expect(await without.organisation(POLICE.id)).toBeUndefined();
    expect(await without.find(lookup.name(POLICE.name))).toEqual([]);
    expect((await without.organisations([POLICE.id])).size).toBe(0);
  });
});

describe("an entry can't be called or addressed", () => {
  const COURT = anAgency({
    id: id("yinan-court"),
    kind: "court",
    name: "沂南县人民法院",
    aliases: [],
    contacts: [{ role: "clerk", name: "立案庭", email: "court@example.org" }],
  });
  const conflicts = async (names: readonly string[], emails: readonly string[] = [], own?: OrganisationId) =>
    (
      await conflictsOf(directoryOf(POLICE, WATER, COURT), {
        id: own,
        names,
        contacts: emails.map((email) => ({ email })),
      })
    ).map(({ type, by }) => [type, by.id]);

  it("as another one is, once for each name", async () => {
    expect(await conflicts([POLICE.name, "沂南县 公安局", "水利局", "甲局", ""])).toEqual([
      ["name-taken", POLICE.id],
      ["name-taken", WATER.id],
    ]);
    expect(await conflicts([POLICE.name], [], POLICE.id)).toEqual([]);
  });

  it("as a court, a government or a bureau is; another agency's mailbox may be shared", async () => {
    const [{ email } = expect.fail("no contact")] = POLICE.contacts;
    expect(await conflicts([], ["court@example.org", email])).toEqual([["authority-address", COURT.id]]);
    expect(await conflicts([], ["court@example.org"], COURT.id)).toEqual([]);
  });
});
