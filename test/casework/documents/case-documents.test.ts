/** A paper's commands on its cases, all in one write: what stops it, what it opens, and what is kept of it. */
import { describe, expect, it } from "vitest";
import { fileInCases } from "../../../shared/casework/documents/case-documents.ts";
import type { FileDocument } from "../../../shared/domain/case-file/commands.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { Organisation } from "../../../shared/domain/organisations/directory.ts";
import type { Doubt } from "../../../shared/domain/refusal.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import { RULES, record, summons } from "../../support/case-builders.ts";
import { memoryDirectory } from "../../support/memory/memory-directory.ts";
import { memoryRecords } from "../../support/memory/memory-records.ts";
import { memoryTable } from "../../support/memory/memory-table.ts";
import { anAgency } from "../../support/stored-things.ts";
import { arriving, CASE, COUNTY, COURT, paper } from "./papers.ts";

const POLICE = anAgency();
const YINAN = { ...COURT, courtCode: "1321" };
const APPEAL = caseNumber("（2026）鲁1321行终9号");
const NAMED = [{ name: POLICE.name }];
const parties = (facts: Partial<FileDocument["parties"]> = {}) => ({
  plaintiffs: ["陈建"],
  respondents: NAMED,
  thirdParties: [],
  ...facts,
});
const paperOf = (facts: Partial<FileDocument> = {}) => summons({ parties: parties(), ...facts });

function desk(known: readonly Organisation[] = [POLICE, YINAN, COUNTY], rules: Rules = RULES) {
  const table = memoryTable(RULES.policy.jurisdiction.code);
  const [records, directory] = [memoryRecords(table), memoryDirectory(table)];
  void directory.save(known);
  let papers = 0;
  return {
    async file(commands: readonly FileDocument[], doubts: readonly Doubt[] = [], source = {}) {
      const asked = arriving({ uploader: YINAN, ...source }, { rules, sha256: `paper ${papers++}` });
      const document = paper("summons");
      const settled = await fileInCases({ records, directory }, asked, document, commands, doubts);
      for (const [index, change] of settled.changes.entries())
        expect(await records.commit({ token: `${asked.sha256} ${index}`, ...change })).toBe("committed");
      const last = settled.changes.at(-1);
      return {
        outcome: settled.outcome,
        doubts: last?.document?.doubts ?? [],
        record: last?.document,
        told: (last?.notices ?? []).map(({ content }) => content.kind),
      };
    },
    case: (number = CASE) => table.cases.get(number)?.file,
  };
}

describe("a paper", () => {
  it("opens its case, with whom the directory knows by name, and the court whose code the number bears", async () => {
    const here = desk();
    const { outcome, record } = await here.file([paperOf({ court: "" })]);
    expect(outcome).toBe("read");
    expect(record).toMatchObject({ state: "read", caseNumbers: [CASE] });
    expect(record).not.toHaveProperty("reading");
    expect(here.case()).toMatchObject({
      court: YINAN.name,
      respondents: [{ name: POLICE.name, identity: { organisation: POLICE.id } }],
    });
  });

  it("keeps the court it is written by; of a court nobody knows the code stands", async () => {
    const here = desk();
    await here.file([paperOf({ court: "山东省沂南县人民法院" })], [], { uploader: undefined });
    expect(here.case()?.court).toBe("山东省沂南县人民法院");
    const empty = desk([POLICE]);
    await empty.file([paperOf({ court: "" })], [], { uploader: undefined });
    expect(empty.case()?.court).toBe("鲁1321");
  });

  it("that names nobody who is sued opens none: a person is asked; where the case is known it is filed", async () => {
    const here = desk();
    const nobody = paperOf({ sha256: "b", parties: parties({ respondents: [] }) });
    expect(await here.file([nobody])).toMatchObject({
      outcome: "needs-review",
      doubts: [{ type: "no-respondent" }],
    });
    expect(here.case()).toBeUndefined();
    await here.file([paperOf()]);
    expect(await here.file([nobody])).toMatchObject({ outcome: "read" });
  });

  it("with what doesn't stop it is filed, and its bureau asked", async () => {
    const here = desk();
    const doubt = { type: "attendance-unclear", respondent: POLICE.name } as const;
    const { outcome, record, told } = await here.file([paperOf()], [doubt]);
    expect(outcome).toBe("needs-review");
    expect(record).toMatchObject({ state: "needs-review", doubts: [doubt], reading: expect.any(String) });
    expect(told).toContain("document-review");
    expect(here.case()).toBeDefined();
  });

  it("that a case refuses is held whole, with what else is doubtful", async () => {
    const here = desk();
    const doubt = { type: "attendance-unclear", respondent: POLICE.name } as const;
    const late = record({ parties: parties(), at: summons().at });
    const { outcome, doubts } = await here.file([late], [doubt]);
    expect(outcome).toBe("needs-review");
    expect(doubts.length).toBe(2);
    expect(doubts.at(-1)).toEqual(doubt);
    expect(here.case()).toBeUndefined();
  });

  it("of a higher instance is noted in the case below", async () => {
    const here = desk();
    await here.file([paperOf()]);
    const second = paperOf({ sha256: "c", caseNumber: APPEAL, parties: parties({ originCaseNumber: CASE }) });
    expect((await here.file([second])).outcome).toBe("read");
    expect(JSON.stringify(here.case())).toContain(APPEAL);
  });
});

describe("the one a summons summons", () => {
  const summoned = async (name: string, facts: Partial<FileDocument> = {}) => {
    const here = desk();
    const named = parties({ plaintiffs: [], respondents: [{ name }] });
    const { outcome } = await here.file([paperOf({ parties: named, ...facts })]);
    return outcome;
  };

  it.each([POLICE.name, "沂水县公安局", "临沂市人民政府", "沂南县公安局交警大队", "某某署"])(
    "is who is sued where it is an agency: %s",
    async (name) => {
      expect(await summoned(name)).toBe("read");
    },
  );

  it("is nobody where it may be the plaintiff, unless the paper names plaintiffs, or is another", async () => {
    expect(await summoned("陈建")).toBe("needs-review");
    expect(await summoned("陈建", { parties: parties({ respondents: [{ name: "陈建国" }] }) })).toBe("read");
    expect(await summoned("陈建", { kind: "appearance-notice" })).toBe("read");
    const two = parties({ plaintiffs: [], respondents: [{ name: "甲" }, { name: "乙" }] });
    expect(await summoned("陈建", { parties: two })).toBe("read");
  });
});

describe("papers that open no case", () => {
  it.each(["service-receipt", "enforcement-notice"] as const)(
    "a %s of a case nobody knows is asked about",
    async (kind) => {
      const here = desk();
      expect((await here.file([paperOf({ kind })])).outcome).toBe("needs-review");
      expect(here.case()).toBeUndefined();
    },
  );

  it("a proposal (司法建议书) lies with the case where that is known, and is filed where it isn't", async () => {
    const here = desk();
    const proposal = paperOf({
      sha256: "p",
      kind: "judicial-suggestion",
      parties: parties({ respondents: [] }),
    });
    expect((await here.file([proposal])).outcome).toBe("read");
    expect(here.case()).toBeUndefined();
    await here.file([paperOf()]);
    await here.file([proposal]);
    expect(here.case()?.documents.map(({ kind }) => kind)).toEqual(["summons", "judicial-suggestion"]);
  });
});

describe("another's case", () => {
  it("is asked about whoever it is sent by; a bureau's copy is asked of the case's court", async () => {
    const here = desk();
    const other = caseNumber("（2026）鲁1325行初5号");
    const { doubts } = await here.file([paperOf({ caseNumber: other })]);
    expect(doubts).toMatchObject([{ type: "other-courts-case", caseNumber: other }]);
    await here.file([paperOf()]);
    const copy = record({ parties: parties() });
    const held = await here.file([copy], [], { folder: "bureaus", uploader: COUNTY });
    expect(held.doubts).toMatchObject([{ type: "copy-of-court-paper" }]);
    expect(held.told).toEqual(["document-review", "document-question"]);
  });
});

it("an agency's first case of the year (年度第一件) is noted only where the policy asks for it", async () => {
  const policy = { ...RULES.policy, principals: { ...RULES.policy.principals, firstOfYear: true } };
  const asked = desk([POLICE, YINAN, COUNTY], { ...RULES, policy });
  await asked.file([paperOf()]);
  expect(JSON.stringify(asked.case())).toContain("first-of-year");
  const unasked = desk();
  await unasked.file([paperOf()]);
  expect(JSON.stringify(unasked.case())).not.toContain("first-of-year");
});
