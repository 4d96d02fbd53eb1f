/** Whom does a typed name mean, where an agency is to be designated? */
import { describe, expect, it } from "vitest";
import { findAgency } from "../../shared/casework/agency-search.ts";
import type { Organisation, OrganisationId } from "../../shared/domain/organisations/directory.ts";
import { RULES } from "../support/case-builders.ts";
import { memoryDirectory } from "../support/memory/memory-directory.ts";
import { memoryTable } from "../support/memory/memory-table.ts";
import { anAgency } from "../support/stored-things.ts";

const LAND = one("yinan-land", "agency", "沂南县自然资源和规划局");
const BUREAU = one("yinan-justice", "bureau", "沂南县司法局");
const GOVERNMENT = one("yinan-government", "government", "沂南县人民政府");
const COURT = one("yinan-court", "court", "沂南县人民法院");

describe("an agency that is to be designated", () => {
  it.each([LAND, BUREAU])("may be an agency or a bureau, by its name: $name", async (organisation) => {
    expect(await found(organisation.name)).toEqual({ found: organisation });
  });

  it.each([GOVERNMENT, COURT])("is no government and no court: $name", async ({ name }) => {
    expect(await found(name)).toMatchObject({ found: undefined });
  });

  it("is nobody where two have the name, and both are named", async () => {
    const other = { ...one("old-land", "agency", "沂南县国土资源局"), aliases: [LAND.name] };
    const result = await found(LAND.name, other);
    expect(result.found).toBeUndefined();
    expect("similar" in result && result.similar.toSorted()).toEqual([LAND.name, other.name].toSorted());
  });

  it("is nobody where the name is nearly somebody's, who is named", async () => {
    expect(await found("沂南县自然资源规划局")).toEqual({ found: undefined, similar: [LAND.name] });
  });
});

async function found(name: string, ...others: readonly Organisation[]) {
  const directory = memoryDirectory(memoryTable(RULES.policy.jurisdiction.code));
  await directory.save([LAND, BUREAU, GOVERNMENT, COURT, ...others]);
  return findAgency(name, directory);
}

function one(id: string, kind: Organisation["kind"], name: string): Organisation {
  return anAgency({ id: id as OrganisationId, kind, name, aliases: [] });
}
