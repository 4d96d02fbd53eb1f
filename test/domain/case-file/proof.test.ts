/** Which files that prove something may a court see, and which only the agency's own side? */
import { describe, expect, it } from "vitest";
import { proofsOf } from "../../../shared/domain/case-file/proof.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { at, given, POLICE, summons } from "../../support/case-builders.ts";

const FILE = given(summons());
const proof = (name: string) => ({
  key: `proof/${name}`,
  sha256: name,
  name: `${name}.pdf`,
  size: 9,
  contentType: "application/pdf",
});
/** Something handed in with one file, whatever else it says. */
const withProof = (name: string, changes: object = {}) =>
  [{ respondent: POLICE.name, proofs: [proof(name)], ...changes }] as never;
const NOTHING = { handed: [], drafts: [], extensions: [] };
const AWAY = { appears: false, ground: "accident", explanation: "住院。" };
const HEAD = { appears: true, name: "龙涛", title: "副局长", rank: "deputy" };
const RETURNED = { at: at("09-10"), by: "王芳", text: "请重报。" };

const seen = (changes: Partial<CaseFile>, reader: "own-side" | "court", respondent = POLICE.name) =>
  proofsOf({ ...FILE, ...changes } as CaseFile, respondent, reader).map(({ sha256 }) => sha256);

describe("a court", () => {
  it.each<[string, Partial<CaseFile>]>([
    ["why the head stays away, with the report", { reports: withProof("a", { head: AWAY }) }],
    ["what stands in the way of the head", { obstacles: withProof("a") }],
    ["that the head was there, with the filing", { filings: withProof("a") }],
    ["what was answered to a difference", { answers: withProof("a") }],
    ["what settled one", { settlements: withProof("a") }],
    ["what was handed in as defence", { defence: { ...NOTHING, handed: withProof("a") } }],
    ["why more time is asked for", { defence: { ...NOTHING, extensions: withProof("a") } }],
    ["that the judgment was performed", { judgment: { performances: withProof("a") } as never }],
  ])("sees what it judges by: %s", (_, changes) => {
    expect(seen(changes, "court")).toEqual(["a"]);
    expect(seen(changes, "own-side")).toEqual(["a"]);
  });

  it.each<[string, Partial<CaseFile>]>([
    ["what goes with the report of a head who comes", { reports: withProof("a", { head: HEAD }) }],
    ["a report that its bureau returned", { reports: withProof("a", { head: AWAY, returned: RETURNED }) }],
    ["a draft shown to the bureau", { defence: { ...NOTHING, drafts: withProof("a") } }],
  ])("doesn't see what is between an agency and its bureau: %s", (_, changes) => {
    expect(seen(changes, "court")).toEqual([]);
    expect(seen(changes, "own-side")).toEqual(["a"]);
  });
});

describe("the files about a respondent", () => {
  it("are its own, and none of another's", () => {
    expect(seen({ filings: withProof("a") }, "own-side", "沂南县交通运输局")).toEqual([]);
  });

  it("are each shown once, however often they were handed in", () => {
    const twice = { filings: withProof("a"), obstacles: withProof("a"), answers: withProof("b") };
    expect(seen(twice, "court")).toEqual(["a", "b"]);
  });

  it("are none where nothing was handed in, or without a file", () => {
    expect(seen({}, "own-side")).toEqual([]);
    expect(seen({ filings: [{ respondent: POLICE.name }] as never }, "own-side")).toEqual([]);
  });
});
