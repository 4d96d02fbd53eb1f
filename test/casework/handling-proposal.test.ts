/** Whom do the rules propose to answer for a government (承办单位), by what the case and the directory say? */
import { describe, expect, it } from "vitest";
import { proposedHandler } from "../../shared/casework/handling-proposal.ts";
import type { CaseFile } from "../../shared/domain/case-file/state.ts";
import type { HandlingRule } from "../../shared/domain/handling/handling-rule.ts";
import type { Organisation, OrganisationId } from "../../shared/domain/organisations/directory.ts";
import { CITY, given, POLICE, RULES, respondent, summons } from "../support/case-builders.ts";
import { memoryDirectory } from "../support/memory/memory-directory.ts";
import { memoryTable } from "../support/memory/memory-table.ts";
import { anAgency } from "../support/stored-things.ts";

const LAND = one("linyi-land", "agency", "临沂市自然资源和规划局");
const BUREAU = one("linyi-bureau", "bureau", "临沂市司法局");
const COURT = one("linyi-court", "court", "临沂市自然资源法院");
const OFFICE = { of: "office", named: ["自然资源"] } as const;
const WORDS: HandlingRule = { when: { words: ["征收"] }, proposes: OFFICE };
const UPHELD: HandlingRule = { when: { review: "upheld" }, proposes: { of: "co-respondent" } };
const OWN: HandlingRule = { when: { review: "own-decision" }, proposes: { of: "bureau" } };

function one(id: string, kind: Organisation["kind"], name: string): Organisation {
  const { jurisdiction } = CITY.identity ?? expect.fail("the city is known");
  return anAgency({ id: id as OrganisationId, kind, name, aliases: [], level: "city", jurisdiction });
}

function sued(cause: string, ...respondents: readonly (typeof CITY)[]): CaseFile {
  return given(summons({ parties: { plaintiffs: ["陈建"], respondents, thirdParties: [], cause } }));
}

async function proposed(file: CaseFile, rules: readonly HandlingRule[], name = CITY.name) {
  const directory = memoryDirectory(memoryTable(RULES.policy.jurisdiction.code));
  await directory.save([LAND, BUREAU, COURT]);
  return (await proposedHandler(file, name, directory, { rules }))?.unit.name;
}

describe("a unit is proposed", () => {
  it("by the cause (案由): the one of the government's area, never a court", async () => {
    expect(await proposed(sued("土地征收", CITY), [WORDS])).toBe(LAND.name);
    expect(await proposed(sued("行政处罚", CITY), [WORDS])).toBeUndefined();
  });

  it("by the act the papers name (行政行为)", async () => {
    const parties = { plaintiffs: ["陈建"], respondents: [CITY], thirdParties: [] };
    const file = given(summons({ parties, classes: { actTitle: "关于土地征收的决定" } }));
    expect(await proposed(file, [WORDS])).toBe(LAND.name);
  });

  it("beside whom it is sued for an act it upheld (复议维持)", async () => {
    const land = respondent(LAND.name, LAND.id, { level: "city", jurisdiction: LAND.jurisdiction });
    expect(await proposed(sued("行政复议", CITY, land), [UPHELD, OWN])).toBe(LAND.name);
  });

  it("is the bureau where the government is sued alone for its own decision", async () => {
    expect(await proposed(sued("行政复议", CITY), [UPHELD, OWN])).toBe(BUREAU.name);
  });
});

describe("nobody is proposed", () => {
  it("for an agency, which answers for itself, nor for whom the case doesn't name", async () => {
    const file = sued("土地征收", POLICE, CITY);
    expect(await proposed(file, [WORDS], POLICE.name)).toBeUndefined();
    expect(await proposed(file, [WORDS], "费县人民政府")).toBeUndefined();
    expect(await proposed(file, [WORDS])).toBe(LAND.name);
  });

  it("where another is sued beside it that the directory doesn't know", async () => {
    expect(await proposed(sued("行政复议", CITY, { name: "某局" }), [UPHELD, OWN])).toBeUndefined();
  });
});
