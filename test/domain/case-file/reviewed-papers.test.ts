/** What does a paper add that came before, and who answers for one that a person has read? */
import { describe, expect, it } from "vitest";
import type { FileDocument } from "../../../shared/domain/case-file/commands.ts";
import { decide } from "../../../shared/domain/case-file/decisions/decide.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import {
  at,
  eventsOf,
  given,
  POLICE,
  RULES,
  record,
  respondent,
  summons,
} from "../../support/case-builders.ts";

const COUNTY = respondent("沂南县人民政府", "yinan-government", { kind: "government" });
const BOTH = { plaintiffs: ["陈建"], respondents: [POLICE, COUNTY], thirdParties: [] };
const bare = { parties: { plaintiffs: [], respondents: [], thirdParties: [] }, attendance: [] };
const types = (file: CaseFile | undefined, paper: FileDocument) =>
  eventsOf(file, paper).map(({ type }) => type);

/** A paper of each kind that a case takes in its own way, beside the summons that opened it. */
const PAPERS: readonly FileDocument[] = [
  summons({ sha256: "again", kind: "appearance-notice" }),
  record(),
  summons({ sha256: "note", kind: "court-note", note: "请携带执法记录仪资料。" }),
  summons({ sha256: "suggestion", kind: "judicial-suggestion" }),
  record({ sha256: "copy", copy: true }),
  summons({ ...bare, sha256: "receipt", kind: "service-receipt" }),
  summons({ sha256: "enforcement", kind: "enforcement-notice" }),
  record({ sha256: "filing", kind: "filing" }),
  summons({ sha256: "defence", kind: "defence" }),
];

describe("a paper that came before", () => {
  it.each([summons(), record()])("says nothing new: $kind", (paper) => {
    expect(types(given(summons(), record()), { ...paper, at: at("09-28") })).toEqual([]);
  });

  it("a bureau's copy stays one when it comes once more, and is the court's paper as soon as the court sends it", () => {
    const copy = record({ copy: true });
    const file = given(summons(), copy);
    expect(types(file, { ...copy, at: at("09-28") })).toEqual([]);
    expect(types(file, record({ at: at("09-28") }))).toEqual(
      expect.arrayContaining(["document-filed", "hearing-held", "attendance-recorded"]),
    );
  });
});

describe("a paper that a person has reviewed (人工复核)", () => {
  const sides: readonly (readonly [string | undefined, readonly object[]])[] = [
    ["李明", [{ type: "document-reviewed", by: "李明" }]],
    [undefined, []],
  ];
  it.each(PAPERS.map((paper) => [paper.kind, paper] as const))(
    "names whoever did, and one that nobody reviewed nobody: %s",
    (_, paper) => {
      for (const [reviewedBy, expected] of sides) {
        const reviewed = reviewedBy === undefined ? paper : { ...paper, reviewedBy };
        const said = eventsOf(given(summons()), reviewed).filter(({ type }) => type === "document-reviewed");
        expect(said).toMatchObject(expected);
        expect(said).toHaveLength(expected.length);
      }
    },
  );
});

describe("an agency's own paper", () => {
  it("that names no agency is nobody's", () => {
    const paper = summons({ sha256: "defence", kind: "defence", ...bare });
    expect(decide(given(summons()), paper, RULES)).toMatchObject({ refusal: { type: "no-respondent" } });
  });
});

describe("a notice of the court", () => {
  const saidBy = (paper: FileDocument, file?: CaseFile) =>
    eventsOf(file, paper).flatMap((event) => (event.type === "document-filed" ? [event.document] : []))[0];

  it("that puts a hearing off names those at whose request, else all that are sued", () => {
    const off = { sha256: "off", at: at("09-11"), issuedOn: civilDate("2026-09-11"), parties: BOTH };
    const file = given(summons({ parties: BOTH }));
    const named = summons({ ...off, postponed: true, putOffFor: [COUNTY.name] });
    expect(saidBy(named, file)).toMatchObject({ putOffFor: [COUNTY.name] });
    const all = summons({ ...off, postponed: true, putOffFor: [] });
    expect(saidBy(all, file)).toMatchObject({ putOffFor: [POLICE.name, COUNTY.name] });
    // By the court's own accord: nobody asked, and nobody's next absence is a second one (§12).
    expect(saidBy(summons({ ...off, postponed: true }), file)).not.toHaveProperty("putOffFor");
    expect(saidBy(summons({ ...off, putOffFor: [COUNTY.name] }), file)).not.toHaveProperty("putOffFor");
  });

  it("calls a head again to the day it names, and to none without one (§7)", () => {
    const notice = { sha256: "again", kind: "appearance-notice" } as const;
    expect(saidBy(summons({ ...notice, again: true }))).toMatchObject({ again: "2026-09-24" });
    expect(saidBy(summons(notice))).not.toHaveProperty("again");
    const { hearing: _, ...undated } = summons({ ...notice, again: true });
    expect(saidBy(undated)).not.toHaveProperty("again");
  });
});
