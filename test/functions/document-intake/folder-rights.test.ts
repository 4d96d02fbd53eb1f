/** What may come from whose folder? */
import { describe, expect, it } from "vitest";
import { refusalOfFolder } from "../../../functions/document-intake/folder-rights.ts";
import type { Source } from "../../../shared/casework/documents/arriving.ts";
import type { ReadDocument } from "../../../shared/documents/kinds/facts.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { RULES } from "../../support/case-builders.ts";
import { memoryDirectory } from "../../support/memory/memory-directory.ts";
import { memoryTable } from "../../support/memory/memory-table.ts";
import { anAgency } from "../../support/stored-things.ts";

const POLICE = anAgency();
const LAND = anAgency({
  id: "yinan-land" as OrganisationId,
  name: "沂南县自然资源和规划局",
  aliases: ["沂南县自规局"],
});

describe("a court's ledger", () => {
  const ledger = paper({ kind: said("case-ledger") });

  it("is taken from a court and from nobody else", async () => {
    expect(await refusal("courts", ledger)).toBeUndefined();
    expect(await refusal("bureaus", ledger)).toEqual({
      type: "not-a-case-document",
      paper: { kind: "case-ledger" },
    });
    expect(await refusal("agencies", ledger)).toEqual({
      type: "not-from-agency",
      paper: { kind: "case-ledger" },
    });
  });
});

describe("a record", () => {
  it("is taken from courts and bureaus; an agency's proves nothing, and is called by its title", async () => {
    const record = paper({ kind: said("hearing-record"), title: "庭审笔录" });
    expect(await refusal("courts", record)).toBeUndefined();
    expect(await refusal("bureaus", record)).toBeUndefined();
    expect(await refusal("agencies", record)).toEqual({
      type: "not-from-agency",
      paper: { kind: "hearing-record", title: "庭审笔录" },
    });
  });

  it("from an agency the directory doesn't know is left to whoever looks at it", async () => {
    expect(await refusal("agencies", paper({ kind: said("hearing-record") }), "unknown")).toBeUndefined();
  });
});

describe("what nobody knows", () => {
  it("may come from an agency, unless it has figures to report", async () => {
    expect(await refusal("agencies", paper({ kind: said("other") }))).toBeUndefined();
    const figures = {} as NonNullable<ReadDocument["figures"]>;
    expect(await refusal("agencies", paper({ kind: said("other"), figures }))).toMatchObject({
      type: "not-from-agency",
      paper: { kind: "court-report" },
    });
  });
});

describe("an agency's paper", () => {
  const filing = (...respondents: readonly string[]) =>
    paper({ kind: said("other"), agencyPaper: "filing", respondents: respondents.map(said) });

  it("is taken from the agency it is about, under any of its names", async () => {
    for (const name of [POLICE.name, "沂南公安局"])
      expect(await refusal("agencies", filing(name))).toBeUndefined();
  });

  it("is not taken where it is about another one, alone or among others, or about nobody known", async () => {
    for (const names of [[LAND.name], [POLICE.name, LAND.name], ["某某局"]])
      expect(await refusal("agencies", filing(...names))).toEqual({
        type: "not-its-own",
        agency: POLICE.name,
        read: names.at(-1),
      });
  });

  it("is taken from courts and bureaus whoever it is about", async () => {
    expect(await refusal("courts", filing(LAND.name))).toBeUndefined();
    expect(await refusal("bureaus", filing(LAND.name))).toBeUndefined();
  });
});

async function refusal(
  folder: Source["folder"],
  document: ReadDocument,
  from: "known" | "unknown" = "known",
) {
  const directory = memoryDirectory(memoryTable(RULES.policy.jurisdiction.code));
  await directory.save([POLICE, LAND]);
  const uploader = from === "known" ? POLICE : undefined;
  return refusalOfFolder({ directory }, { folder, uploader, bureau: undefined, bureaus: [] }, document);
}

function said<Value>(value: Value) {
  return { value, confidence: 1, rule: "stated", text: String(value) };
}

function paper(facts: object): ReadDocument {
  return { respondents: [], attendance: [], ...facts } as unknown as ReadDocument;
}
