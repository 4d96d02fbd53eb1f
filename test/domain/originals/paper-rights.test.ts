/** Who may see which paper of a case: the whole table, and what narrows it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Designation } from "../../../shared/domain/case-file/designation-stage.ts";
import type { CaseFile, FiledDocument } from "../../../shared/domain/case-file/state.ts";
import type { Involved } from "../../../shared/domain/obligations/involved.ts";
import type {
  Organisation,
  OrganisationId,
  OrganisationKind,
} from "../../../shared/domain/organisations/directory.ts";
import { papersFor, partsIn } from "../../../shared/domain/originals/paper-rights.ts";
import { civilDate, type Month } from "../../../shared/domain/time/time.ts";
import { at, CITY, given, POLICE, respondent, summons } from "../../support/case-builders.ts";

const OTHER = respondent("沂南县自然资源局", "yinan-land");

function organisation(id: string, kind: OrganisationKind, jurisdiction = "沂南县"): Organisation {
  const level = jurisdiction === "市本级" ? "city" : "county";
  return {
    id: id as OrganisationId,
    kind,
    name: id,
    aliases: [],
    level,
    jurisdiction,
    contacts: [],
    verified: true,
  };
}

const READERS = {
  police: organisation("yinan-police", "agency"),
  land: organisation("yinan-land", "agency"),
  government: organisation("linyi-government", "government", "市本级"),
  designated: organisation("linyi-land", "agency", "市本级"),
  bureau: organisation("yinan-justice", "bureau"),
  elsewhere: organisation("lanshan-justice", "bureau", "兰山区"),
  city: organisation("linyi-justice", "bureau", "市本级"),
  court: organisation("yinan-court", "court"),
  otherCourt: organisation("lanshan-court", "court", "兰山区"),
  stranger: organisation("yinan-jiehu", "agency"),
} as const;
type Reader = keyof typeof READERS;

const DESIGNATION: Designation = {
  respondent: CITY.name,
  stage: "instance",
  ordinal: 1,
  agency: { name: "临沂市自然资源局", organisation: "linyi-land" as OrganisationId },
  at: at("09-09"),
} as Designation;

const DOCUMENTS: readonly FiledDocument[] = [
  { sha256: "summons", kind: "summons", receivedAt: at("09-08") },
  { sha256: "to-police", kind: "appearance-notice", receivedAt: at("09-09"), addressedTo: [POLICE.name] },
  { sha256: "to-all", kind: "appearance-notice", receivedAt: at("09-09"), addressedTo: [] },
  { sha256: "note", kind: "court-note", receivedAt: at("09-10") },
  { sha256: "response", kind: "response-notice", receivedAt: at("09-07") },
  { sha256: "appeal", kind: "appeal", receivedAt: at("10-08") },
  { sha256: "record", kind: "hearing-record", receivedAt: at("09-25") },
  { sha256: "judgment", kind: "judgment", receivedAt: at("09-28") },
  { sha256: "suggestion", kind: "judicial-suggestion", receivedAt: at("09-29") },
  { sha256: "police-filing", kind: "filing", receivedAt: at("09-26"), respondent: POLICE.name },
  { sha256: "police-words", kind: "explanation", receivedAt: at("09-23"), respondent: POLICE.name },
  { sha256: "copy", kind: "hearing-record", receivedAt: at("09-25"), copy: true },
];

/** 沂南县公安局, 沂南县自然资源局 and 临沂市人民政府 are sued; the city has designated 临沂市自然资源局. */
function file(changes: Partial<CaseFile> = {}): CaseFile {
  const opened = given(
    summons({ parties: { plaintiffs: ["陈建"], respondents: [POLICE, OTHER, CITY], thirdParties: [] } }),
  );
  return {
    ...opened,
    documents: DOCUMENTS,
    courtNotes: [{ sha256: "note", at: at("09-10"), text: "请核对身份", respondents: [OTHER.name] }],
    designations: [DESIGNATION],
    ledgers: [
      {
        court: "yinan-court" as OrganisationId,
        month: "2026-09" as Month,
        document: "ledger",
        receivedAt: at("10-02"),
      },
    ],
    ...changes,
  } as CaseFile;
}

const INVOLVED: Pick<Involved, "respondents" | "bureau" | "court"> = {
  respondents: new Map([
    [
      POLICE.name,
      {
        sued: READERS.police,
        organisation: READERS.police,
        superior: undefined,
        bureau: READERS.bureau,
      },
    ],
  ]),
  bureau: READERS.bureau,
  court: READERS.court,
};

function seen(by: Reader, of: CaseFile = file()): readonly string[] {
  return papersFor(of, partsIn(of, INVOLVED, READERS[by])).map(({ sha256 }) => sha256);
}

const COMMON = ["response", "summons", "to-all"];
const LATER = ["record", "judgment", "appeal"];
const COURTS = [
  ...["response", "summons", "to-police", "to-all", "note", "police-words", "record"],
  ...["judgment", "suggestion"],
];
const ALL = [...COURTS.slice(0, 7), "copy", "police-filing", "judgment", "suggestion"];

describe("the papers of a case with three respondents", () => {
  const TABLE: Readonly<Record<Reader, readonly string[]>> = {
    police: ["response", "summons", "to-police", "to-all", "police-words", "record", "police-filing"].concat(
      LATER.slice(1),
    ),
    land: [...COMMON, "note", ...LATER],
    government: [...COMMON, ...LATER],
    designated: [...COMMON, ...LATER],
    bureau: [...ALL, "appeal"],
    city: [...ALL, "ledger", "appeal"],
    court: [...COURTS, "ledger", "appeal"],
    elsewhere: [],
    otherCourt: [],
    stranger: [],
  };
  it.each(Object.entries(TABLE))("%s", (reader, papers) => {
    expect(seen(reader as Reader)).toEqual(papers);
  });
});

describe("what narrows them", () => {
  it("a judicial suggestion goes to an agency that alone is sued", () => {
    const { documents } = file();
    expect(seen("police", file({ respondents: [POLICE], documents }))).toContain("suggestion");
  });

  it("once the action against it was withdrawn, later papers are no longer an agency's", () => {
    const respondents = [{ ...POLICE, withdrawnOn: civilDate("2026-09-25") }, OTHER, CITY];
    const papers = seen("police", file({ respondents }));
    expect(papers).toContain("record");
    expect(papers).not.toContain("judgment");
  });

  it("an agency in whose place another was designated sees nothing more", () => {
    const again = { ...DESIGNATION, ordinal: 2, agency: { name: "另一单位", organisation: "linyi-police" } };
    expect(seen("designated", file({ designations: [DESIGNATION, again as Designation] }))).toEqual([]);
    const forAppeal = { ...DESIGNATION, stage: "appeal" } as Designation;
    expect(seen("designated", file({ designations: [forAppeal] }))).toContain("appeal");
  });

  it("a court's ledger goes to that court and the municipal bureau alone", () => {
    const [ledger] = file().ledgers;
    const foreign = { ...ledger, court: "linyi-court" } as CaseFile["ledgers"][number];
    const readers = (Object.keys(READERS) as Reader[]).filter((reader) =>
      seen(reader, file({ ledgers: [foreign] })).includes("ledger"),
    );
    expect(readers).toEqual(["city"]);
  });

  it("whatever papers a case has, its bureau sees all that anybody sees but ledgers, and strangers none", () => {
    const paper = fc.record({
      sha256: fc.string({ minLength: 4, maxLength: 4 }),
      kind: fc.constantFrom(...DOCUMENTS.map(({ kind }) => kind)),
      receivedAt: fc.constantFrom(at("09-08"), at("09-20"), at("10-02")),
      addressedTo: fc.subarray([POLICE.name, OTHER.name, CITY.name]),
      respondent: fc.constantFrom(POLICE.name, OTHER.name, CITY.name),
    });
    fc.assert(
      fc.property(fc.array(paper, { maxLength: 8 }), (documents) => {
        const of = file({ documents, ledgers: [] });
        const bureaus = new Set(seen("bureau", of));
        for (const reader of Object.keys(READERS) as Reader[])
          expect(seen(reader, of).filter((one) => !bureaus.has(one))).toEqual([]);
        for (const reader of ["stranger", "elsewhere", "otherCourt"] as const)
          expect(seen(reader, of)).toEqual([]);
      }),
    );
  });
});
