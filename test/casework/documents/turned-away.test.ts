/** Which papers are turned away, which does a person look at, and of which is it clear what they are? */
import { describe, expect, it } from "vitest";
import { understand } from "../../../shared/casework/documents/understand.ts";
import type { ReadDocument } from "../../../shared/documents/kinds/facts.ts";
import type { DocumentKind } from "../../../shared/documents/text/fact.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { POLICE, RULES } from "../../support/case-builders.ts";
import { ARRIVAL, attendance, CASE, fact, HEARING, paper, unsure } from "./papers.ts";

const understood = (kind: DocumentKind, facts: Partial<ReadDocument> = {}) =>
  understand(paper(kind, facts), ARRIVAL, RULES.policy);
const doubts = (result: ReturnType<typeof understood>) =>
  "doubts" in result ? result.doubts : result.outcome;
const rejection = (result: ReturnType<typeof understood>) =>
  "rejection" in result ? result.rejection : result.outcome;
const CIVIL = { administrative: fact(false), caseNumbers: [] };
const NUMBERLESS = { caseNumbers: [] };
const PART = { type: "picture", page: 2 } as never;

describe("a paper that is no case's", () => {
  it("is a ledger, or a court's figures", () => {
    expect(understood("case-ledger")).toEqual({ outcome: "ledger" });
    const figures = (...confident: readonly boolean[]) =>
      understood("other", {
        figures: confident.map((is) => (is ? fact(3) : unsure(3))) as never,
      });
    expect(figures(true, true)).toEqual({ outcome: "figures" });
    expect(rejection(figures(true, false))).toEqual({ type: "figures-contradict" });
  });

  it("is turned away by its title, or as something nobody knows", () => {
    expect(rejection(understood("other", { title: "授权委托书" }))).toEqual({
      type: "not-a-case-document",
      paper: { kind: "other", title: "授权委托书" },
    });
    expect(rejection(understood("directory"))).toEqual({ type: "unrecognised" });
  });

  it("is turned away as not administrative (民事), with the number that stands there", () => {
    expect(rejection(understood("summons", CIVIL))).toEqual({
      type: "not-administrative",
      number: undefined,
    });
    const foreign = { ...NUMBERLESS, foreignNumber: fact("（2026）鲁1321民初5号") };
    expect(rejection(understood("summons", foreign))).toEqual({
      type: "not-administrative",
      number: "（2026）鲁1321民初5号",
    });
  });

  it("is turned away where it has no number", () => {
    expect(rejection(understood("summons", NUMBERLESS))).toEqual({ type: "no-case-number" });
    // Only an appeal goes by the number of the judgment it is against.
    const origin = { ...NUMBERLESS, originCaseNumber: fact(CASE) };
    expect(rejection(understood("summons", origin))).toEqual({ type: "no-case-number" });
    expect(rejection(understood("appeal", NUMBERLESS))).toEqual({ type: "no-case-number" });
  });

  it.each<Partial<ReadDocument>>([
    { courtPaper: "complaint" },
    { agencyPaper: "defence" },
    { agencyPaper: "evidence-list" },
  ])("but one that may come before the court has numbered its case is asked about: %o", (facts) => {
    expect(understood("other", { ...NUMBERLESS, ...facts })).toEqual({
      outcome: "doubtful",
      doubts: [{ type: "uncertain-facts", fields: ["case-number"] }],
      commands: [],
    });
    expect(rejection(understood("other", { ...CIVIL, ...facts }))).toMatchObject({
      type: "not-administrative",
    });
  });
});

describe("a part that could not be read", () => {
  const unread = (...parts: readonly ReturnType<typeof fact>[]) => ({ unread: parts as never });
  const named = [{ type: "unread-parts", parts: [PART] }];

  it("is asked about: what is wanting may stand there", () => {
    expect(doubts(understood("summons", { hearing: HEARING, ...unread(unsure(PART)) }))).toEqual(named);
    expect(understood("summons", { ...NUMBERLESS, ...unread(unsure(PART)) })).toEqual({
      outcome: "doubtful",
      doubts: named,
      commands: [],
    });
    expect(
      doubts(understood("other", { courtPaper: "judicial-suggestion", ...unread(unsure(PART)) })),
    ).toEqual(named);
  });

  it("is no question any more once a person has looked at it", () => {
    expect(understood("summons", { hearing: HEARING, ...unread(fact(PART)) }).outcome).toBe("certain");
    expect(doubts(understood("summons", { hearing: HEARING, ...unread(fact(1), unsure(PART)) }))).toEqual(
      named,
    );
  });
});

describe("a proposal (司法建议书)", () => {
  const proposal = (facts: Partial<ReadDocument>) =>
    understood("other", { courtPaper: "judicial-suggestion", ...facts });
  const other = caseNumber("（2026）鲁1321行初78号");

  it("is filed in the cases it surely names, of which it says nothing but that", () => {
    const result = proposal({ caseNumbers: [fact(CASE), unsure(other)], cause: fact("行政处罚") });
    expect(result).toMatchObject({
      outcome: "certain",
      commands: [
        {
          kind: "judicial-suggestion",
          caseNumber: CASE,
          parties: { plaintiffs: [], respondents: [], thirdParties: [] },
        },
      ],
    });
    expect("commands" in result && result.commands).toHaveLength(1);
    expect(proposal(NUMBERLESS)).toEqual({ outcome: "certain", commands: [] });
  });

  it("is turned away only where it surely isn't about administrative cases", () => {
    expect(rejection(proposal({ administrative: fact(false) }))).toEqual({
      type: "not-administrative",
      number: undefined,
    });
    expect(proposal({ administrative: unsure(false) }).outcome).toBe("certain");
  });
});

describe("what a paper must say", () => {
  const NOBODY = { respondents: [] };
  const noDay = [{ type: "no-hearing-date" }];
  const nobody = [{ type: "no-respondent" }];

  it.each<[string, DocumentKind, Partial<ReadDocument>, unknown]>([
    ["a summons its day", "summons", {}, noDay],
    ["a notice to appear its day", "appearance-notice", {}, noDay],
    ["a filing its day", "other", { agencyPaper: "filing", attendance: [attendance()] }, noDay],
    ["a judgment none", "judgment", {}, "certain"],
    ["a response notice none", "other", { courtPaper: "response-notice" }, "certain"],
    ["a summons that puts off none", "summons", { postponement: fact({ newDateGiven: false }) }, "certain"],
    ["a summons to hear the judgment none", "summons", { purpose: fact("宣判") }, "certain"],
    ["a filing its agency", "other", { agencyPaper: "filing", hearing: HEARING, ...NOBODY }, nobody],
    ["an explanation its agency", "other", { agencyPaper: "explanation", ...NOBODY }, nobody],
    ["a response notice its agency", "other", { courtPaper: "response-notice", ...NOBODY }, nobody],
    ["a complaint its agency", "other", { courtPaper: "complaint", ...NOBODY }, nobody],
    ["a defence its agency", "other", { agencyPaper: "defence", ...NOBODY }, nobody],
    ["a list of evidence its agency", "other", { agencyPaper: "evidence-list", ...NOBODY }, nobody],
    ["a summons none", "summons", { hearing: HEARING, ...NOBODY }, "certain"],
    [
      "a record none where it says who came",
      "hearing-record",
      { hearing: HEARING, attendance: [attendance()], ...NOBODY },
      "certain",
    ],
  ])("%s", (_, kind, facts, expected) => {
    expect(doubts(understood(kind, facts))).toEqual(expected);
  });

  it.each<[string, Partial<ReadDocument>]>([
    ["postponement", { postponement: unsure({ newDateGiven: false }) }],
    ["outcome", { outcome: unsure("lost" as const) }],
  ])("surely: %s", (field, facts) => {
    expect(doubts(understood("summons", { hearing: HEARING, ...facts }))).toEqual([
      { type: "uncertain-facts", fields: [field] },
    ]);
  });

  it("an explanation that lists no parties is its signer's, as far as he is sure", () => {
    const letter = { agencyPaper: "explanation", ...NOBODY } as const;
    const by = (organ: ReturnType<typeof fact<string>>) => ({ plan: { organ, persons: [] } });
    expect(understood("other", { ...letter, ...by(fact(POLICE.name)) }).outcome).toBe("certain");
    expect(doubts(understood("other", { ...letter, ...by(unsure(POLICE.name)) }))).toEqual([
      { type: "uncertain-facts", fields: ["respondent"] },
    ]);
  });
});
