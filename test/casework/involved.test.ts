/** Who is around a case: whose bureau sees to it, who answers, who stands above? */
import { describe, expect, it } from "vitest";
import { bureausOf, identify, involvedIn } from "../../shared/casework/involved.ts";
import type { Organisation, OrganisationId } from "../../shared/domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../shared/domain/organisations/district.ts";
import { at, given, RULES, respondent, summons } from "../support/case-builders.ts";
import { memoryDirectory } from "../support/memory/memory-directory.ts";
import { memoryTable } from "../support/memory/memory-table.ts";
import { anAgency } from "../support/stored-things.ts";

const id = (text: string) => text as OrganisationId;
const CITY_BUREAU = one("linyi-bureau", { kind: "bureau", jurisdiction: CITY_ITSELF });
const COUNTY_BUREAU = one("yinan-bureau", { kind: "bureau" });
const COUNTY = one("yinan-government", { kind: "government", superior: id("linyi-government") });
const CITY = one("linyi-government", { kind: "government", jurisdiction: CITY_ITSELF });
const LAND = one("linyi-land", { jurisdiction: CITY_ITSELF, superior: id("linyi-government") });
const SUED = respondent(COUNTY.name, COUNTY.id, { kind: "government" });
const FILE = given(summons({ parties: { plaintiffs: ["陈建"], respondents: [SUED], thirdParties: [] } }));
const DESIGNATED = {
  ...FILE,
  designations: [
    {
      respondent: SUED.name,
      stage: "instance",
      ordinal: 1,
      at: at("09-10"),
      by: "张伟",
      agency: { organisation: LAND.id, name: LAND.name },
      proposal: "",
    },
  ],
} as const;

describe("around a case", () => {
  it("stand the sued, its superior, and the bureau of its district", async () => {
    const { respondents, bureau } = await involvedIn(
      FILE,
      directoryOf(CITY_BUREAU, COUNTY_BUREAU, COUNTY, CITY),
    );
    expect(respondents.get(SUED.name)).toEqual({
      sued: COUNTY,
      organisation: COUNTY,
      superior: CITY,
      bureau: COUNTY_BUREAU,
    });
    // Nobody knows the court: then the case is the city's.
    expect(bureau).toEqual(CITY_BUREAU);
  });

  it("stays the bureau of the sued where an agency of another district was designated; above stands who is above the agency", async () => {
    const { respondents, designated } = await involvedIn(
      DESIGNATED,
      directoryOf(CITY_BUREAU, COUNTY_BUREAU, COUNTY, CITY, LAND),
    );
    expect(respondents.get(SUED.name)).toEqual({
      sued: COUNTY,
      organisation: LAND,
      superior: CITY,
      bureau: COUNTY_BUREAU,
    });
    expect([...designated.keys()]).toEqual([LAND.id]);
  });

  it("answers whoever an organisation has become part of, and that one's own successor", async () => {
    const merged = { ...COUNTY, closed: { on: "2026-01-01", into: CITY.id } } as unknown as Organisation;
    const { respondents } = await involvedIn(FILE, directoryOf(CITY_BUREAU, merged, CITY));
    expect(respondents.get(SUED.name)).toMatchObject({ sued: CITY, organisation: CITY, bureau: CITY_BUREAU });
  });

  it("stands the city's bureau as well where the district's can't be reached, and only there", async () => {
    const silent = { ...COUNTY_BUREAU, contacts: [] };
    const around = await involvedIn(FILE, directoryOf(CITY_BUREAU, silent, COUNTY, CITY));
    expect(around.cityBureau).toEqual(CITY_BUREAU);
    expect(await involvedIn(FILE, directoryOf(CITY_BUREAU, COUNTY_BUREAU, COUNTY, CITY))).not.toHaveProperty(
      "cityBureau",
    );
  });
});

describe("a name in a paper", () => {
  const unknown = { name: "沂南县公安局" };
  const police = one("yinan-police", { name: unknown.name });

  it("stands for the organisation that alone is called so", async () => {
    const [found] = await identify([unknown], directoryOf(police));
    expect(found?.identity).toEqual({
      organisation: police.id,
      kind: "agency",
      level: police.level,
      jurisdiction: police.jurisdiction,
    });
  });

  it("stands for nobody where two are called so, where nobody is, or only a court is", async () => {
    const other = one("old-police", { name: "沂南县公安局（原）", aliases: [unknown.name] });
    const court = one("a-court", { kind: "court", name: unknown.name });
    expect(await identify([unknown], directoryOf(police, other))).toEqual([unknown]);
    expect(await identify([unknown], directoryOf())).toEqual([unknown]);
    expect(await identify([unknown], directoryOf(court))).toEqual([unknown]);
  });

  it("keeps whom it stood for", async () => {
    expect(await identify([SUED], directoryOf(police))).toEqual([SUED]);
  });
});

describe("the bureaus that see to an address", () => {
  it.each<[string, readonly Organisation[], readonly string[]]>([
    ["the district's own", [CITY_BUREAU, COUNTY_BUREAU], ["yinan-bureau"]],
    [
      "the city's beside one that can't be reached",
      [CITY_BUREAU, { ...COUNTY_BUREAU, contacts: [] }],
      ["yinan-bureau", "linyi-bureau"],
    ],
    ["the city's where the district has none", [CITY_BUREAU], ["linyi-bureau"]],
    ["none", [], []],
  ])("are %s", async (_, organisations, expected) => {
    expect((await bureausOf("沂南县", directoryOf(...organisations))).map((bureau) => bureau.id)).toEqual(
      expected,
    );
  });
});

function one(name: string, facts: Partial<Organisation> = {}): Organisation {
  return anAgency({ id: id(name), name, aliases: [], jurisdiction: "沂南县", ...facts });
}

/** A directory of these. */
function directoryOf(...organisations: readonly Organisation[]) {
  const directory = memoryDirectory(memoryTable(RULES.policy.jurisdiction.code));
  void directory.save(organisations);
  return directory;
}
