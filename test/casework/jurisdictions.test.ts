/** Which areas are there, and which does an organisation see to? */
import { describe, expect, it } from "vitest";
import { areaOf, jurisdictions } from "../../shared/casework/jurisdictions.ts";
import type { Organisation, OrganisationId } from "../../shared/domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../shared/domain/organisations/district.ts";
import { RULES } from "../support/case-builders.ts";
import { memoryDirectory } from "../support/memory/memory-directory.ts";
import { memoryTable } from "../support/memory/memory-table.ts";
import { anAgency } from "../support/stored-things.ts";

const ALL = [
  one("a", { kind: "government", jurisdiction: "沂南县" }),
  one("b", { kind: "government", level: "city", jurisdiction: CITY_ITSELF }),
  one("c", { kind: "government", level: "town", jurisdiction: "大店镇" }),
  one("d", { kind: "bureau", jurisdiction: "沂南县" }),
  one("e", { kind: "bureau", jurisdiction: "高新区" }),
  one("f", { kind: "bureau", level: "city", jurisdiction: CITY_ITSELF }),
  one("g", { kind: "agency", jurisdiction: "费县" }),
];

describe("the areas", () => {
  it("are the city and whoever has a government or a bureau of its own, each once; a town is none", async () => {
    expect(await jurisdictions(directoryOf(ALL))).toEqual([CITY_ITSELF, "沂南县", "高新区"]);
  });

  it("are the city alone while the directory is empty", async () => {
    expect(await jurisdictions(directoryOf([]))).toEqual([CITY_ITSELF]);
  });
});

describe("the area seen to", () => {
  it.each<[string, Partial<Organisation>, readonly string[]]>([
    ["by a county's bureau", { kind: "bureau" }, ["沂南县"]],
    ["by a county's government", { kind: "government" }, ["沂南县"]],
    [
      "by the city's bureau",
      { kind: "bureau", level: "city", jurisdiction: CITY_ITSELF },
      [CITY_ITSELF, "沂南县", "高新区"],
    ],
    ["by a town's government", { kind: "government", level: "town" }, []],
    ["by a court", { kind: "court" }, []],
    ["by the city's court", { kind: "court", level: "city", jurisdiction: CITY_ITSELF }, []],
    ["by an agency", { kind: "agency" }, []],
  ])("%s", async (_, facts, expected) => {
    expect(await areaOf(directoryOf(ALL), one("who", facts))).toEqual(expected);
  });
});

function one(id: string, facts: Partial<Organisation>): Organisation {
  return anAgency({ id: id as OrganisationId, name: id, ...facts });
}

function directoryOf(organisations: readonly Organisation[]) {
  const directory = memoryDirectory(memoryTable(RULES.policy.jurisdiction.code));
  void directory.save(organisations);
  return directory;
}
