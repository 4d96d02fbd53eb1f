/** Whose is a file, by where it lies, and which bureau looks at it? */
import { describe, expect, it } from "vitest";
import { nameShown } from "../../../shared/casework/documents/archive-name.ts";
import { sourceOf } from "../../../shared/casework/documents/arriving.ts";
import { rostersFor } from "../../../shared/casework/documents/rosters.ts";
import type { Organisation, OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import { RULES } from "../../support/case-builders.ts";
import { memoryDirectory } from "../../support/memory/memory-directory.ts";
import { memoryTable } from "../../support/memory/memory-table.ts";
import { anAgency } from "../../support/stored-things.ts";

const COURT = one("yinan-court", { kind: "court", courtCode: "1321" });
const COUNTY = one("yinan-bureau", { kind: "bureau" });
const CITY = one("linyi-bureau", { kind: "bureau", jurisdiction: CITY_ITSELF });
const POLICE = anAgency();
const GOVERNMENT = one("yinan-government", { kind: "government", level: "county" });

function one(id: string, facts: Partial<Organisation>): Organisation {
  return anAgency({ id: id as OrganisationId, name: id, aliases: [], ...facts });
}

function directoryOf(...organisations: readonly Organisation[]) {
  const directory = memoryDirectory(memoryTable(RULES.policy.jurisdiction.code));
  void directory.save(organisations);
  return directory;
}

describe("a file in the folder", () => {
  const known = [COURT, COUNTY, CITY, POLICE, GOVERNMENT];

  it.each<[string, string, Organisation | undefined, Organisation]>([
    ["courts/1321/inbox/传票.pdf", "courts", COURT, COUNTY],
    ["courts/9999/inbox/传票.pdf", "courts", undefined, CITY],
    ["bureaus/yinan-bureau/inbox/a.pdf", "bureaus", COUNTY, COUNTY],
    ["bureaus/yinan-police/inbox/a.pdf", "bureaus", undefined, CITY],
    ["agencies/yinan-police/inbox/a.pdf", "agencies", POLICE, COUNTY],
    ["agencies/yinan-government/inbox/a.pdf", "agencies", GOVERNMENT, COUNTY],
    ["agencies/yinan-court/inbox/a.pdf", "agencies", undefined, CITY],
    ["agencies/nobody/inbox/a.pdf", "agencies", undefined, CITY],
    ["directory/名录.xlsx", "directory", undefined, CITY],
  ])("%s is in %s", async (key, folder, uploader, bureau) => {
    expect(await sourceOf(key, directoryOf(...known))).toEqual({
      folder,
      uploader,
      bureau,
      bureaus: [bureau],
    });
  });

  it("is looked at by nobody where there is no bureau, and the municipal one hears of a bureau that can't be reached", async () => {
    expect(await sourceOf("courts/1321/inbox/a.pdf", directoryOf(COURT))).toEqual({
      folder: "courts",
      uploader: COURT,
      bureau: undefined,
      bureaus: [],
    });
    const silent = { ...COUNTY, contacts: [] };
    expect(await sourceOf("courts/1321/inbox/a.pdf", directoryOf(COURT, silent, CITY))).toMatchObject({
      bureau: silent,
      bureaus: [silent, CITY],
    });
  });
});

describe("a file is called", () => {
  it.each([
    ["courts/1321/inbox/传票.pdf", "传票.pdf"],
    ["传票.pdf", "传票.pdf"],
    ["courts/1321/inbox/", "courts/1321/inbox/"],
    ["courts/1321/inbox/卷宗.zip!/第一卷/传票.pdf", "传票.pdf（卷宗.zip）"],
    ["courts/1321/inbox/卷宗.zip!/内.zip!/传票.pdf", "传票.pdf（卷宗.zip）"],
  ])("%s: %s", (key, name) => {
    expect(nameShown(key)).toBe(name);
  });
});

describe("the list of leaders by which a paper's heads are judged", () => {
  const leaders = [{ name: "周岩", post: "政委", rank: "deputy" }] as never;

  it("is the agency's or government's that alone has the name", async () => {
    const led = { ...POLICE, leaders };
    const found = await rostersFor([POLICE.name, GOVERNMENT.name, POLICE.name], directoryOf(led, GOVERNMENT));
    expect([...found]).toEqual([
      [POLICE.name, { kind: "agency", level: "county", leaders }],
      [GOVERNMENT.name, { kind: "government", level: "county" }],
    ]);
  });

  it("is nobody's where nobody is called so, only a court or bureau, or two", async () => {
    const twin = one("other", { name: "局", aliases: [POLICE.name] });
    const bureau = one("a-bureau", { kind: "bureau", name: "司法局" });
    expect((await rostersFor([POLICE.name], directoryOf(POLICE, twin))).size).toBe(0);
    expect((await rostersFor([POLICE.name, "司法局", COURT.name], directoryOf(COURT, bureau))).size).toBe(0);
    const court = one("a-court", { kind: "court", name: "庭", aliases: [POLICE.name] });
    expect((await rostersFor([POLICE.name], directoryOf(POLICE, court))).size).toBe(1);
  });
});
