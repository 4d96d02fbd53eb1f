/** What does a paper say to its case? Each fact alone: as it reaches the case where it is sure, and that it doesn't where it isn't. */
import { describe, expect, it } from "vitest";
import { understand } from "../../../shared/casework/documents/understand.ts";
import type { ReadDocument } from "../../../shared/documents/kinds/facts.ts";
import type { DocumentKind } from "../../../shared/documents/text/fact.ts";
import type { FileDocument } from "../../../shared/domain/case-file/commands.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { civilDate, clockTime } from "../../../shared/domain/time/time.ts";
import { CITY, POLICE, RULES } from "../../support/case-builders.ts";
import { ARRIVAL, attendance, CASE, fact, HEARING, paper, unsure } from "./papers.ts";

const DAY = civilDate("2026-09-07");
const APPEAL = caseNumber("（2026）鲁13行终9号");

function said(kind: DocumentKind, facts: Partial<ReadDocument>): FileDocument {
  const document = paper(kind, kind === "summons" ? { hearing: HEARING, ...facts } : facts);
  const result = understand(document, ARRIVAL, RULES.policy);
  if (!("commands" in result) || result.commands[0] === undefined)
    throw new Error(`says nothing: ${JSON.stringify(result)}`);
  return result.commands[0];
}

const judged = (facts: Partial<ReadDocument> = {}) => said("judgment", { outcome: fact("lost"), ...facts });

it("a paper is filed under its number, kind, hash, the time it came, and its court", () => {
  expect(said("summons", {})).toEqual({
    type: "file-document",
    at: ARRIVAL.at,
    sha256: "sha",
    kind: "summons",
    caseNumber: CASE,
    court: ARRIVAL.court,
    parties: {
      plaintiffs: ["陈建"],
      respondents: [{ name: POLICE.name }],
      thirdParties: [],
      enterprise: false,
    },
    attendance: [],
    hearing: { date: civilDate("2026-09-24"), time: clockTime("09:00") },
  });
});

describe("a fact that is sure reaches the case, and one that isn't doesn't", () => {
  const meeting = (password: typeof fact<string>) => ({
    hearing: { ...HEARING, meeting: fact("123 456"), password: password("8888") },
  });
  it.each<
    [
      string,
      DocumentKind,
      Partial<ReadDocument>,
      Partial<FileDocument>,
      Partial<ReadDocument>,
      keyof FileDocument,
    ]
  >([
    ["court", "summons", { court: fact("费县人民法院") }, { court: "费县人民法院" }, {}, "at"],
    ["day", "summons", { issuedOn: fact(DAY) }, { issuedOn: DAY }, { issuedOn: unsure(DAY) }, "issuedOn"],
    ["service", "summons", { servedOn: fact(DAY) }, { servedOn: DAY }, { servedOn: unsure(DAY) }, "servedOn"],
    [
      "whose head appears",
      "summons",
      { whoAppears: fact({ by: "agreed", respondents: [POLICE.name] }) },
      { joint: { by: "agreed", respondents: [POLICE.name] } },
      { whoAppears: unsure({ by: "agreed", respondents: [POLICE.name] }) },
      "joint",
    ],
    [
      "that the principal is called",
      "appearance-notice",
      { hearing: HEARING, principalCalled: fact(true) },
      { principal: true },
      { hearing: HEARING, principalCalled: unsure(true) },
      "principal",
    ],
    [
      "that the head is called again",
      "appearance-notice",
      { hearing: HEARING, notified: fact("head-again") },
      { again: true },
      { hearing: HEARING, notified: unsure("head-again") },
      "again",
    ],
    [
      "that the head is called for the first time",
      "appearance-notice",
      { hearing: HEARING, notified: fact("head-again") },
      { again: true },
      { hearing: HEARING, notified: fact("head") },
      "again",
    ],
    [
      "the way into a sitting over the net",
      "summons",
      meeting(fact),
      { meeting: { meeting: "123 456", password: "8888" } },
      { hearing: { ...HEARING, meeting: unsure("123 456") } },
      "meeting",
    ],
    [
      "who deals with it",
      "summons",
      { courtStaff: fact({ judge: "王法官" } as never) },
      { staff: { judge: "王法官" } as never },
      {},
      "staff",
    ],
    [
      "that it is put off",
      "summons",
      { postponement: fact({ newDateGiven: false }) },
      { postponed: true },
      {},
      "postponed",
    ],
    [
      "the act it is about",
      "summons",
      { classes: { actTitle: fact("处罚决定") } },
      { classes: { actTitle: "处罚决定" } },
      { classes: { actTitle: unsure("处罚决定") } },
      "classes",
    ],
  ])("%s", (_, kind, sure, expected, doubtful, key) => {
    expect(said(kind, sure)).toMatchObject(expected);
    if (key !== "at") expect(said(kind, doubtful)).not.toHaveProperty(key);
  });

  it("parties, cause and the case below", () => {
    const facts = { thirdParties: [fact("某公司")], cause: fact("行政处罚"), originCaseNumber: fact(CASE) };
    const { parties } = said("summons", { caseNumbers: [fact(APPEAL)], ...facts });
    expect(parties).toMatchObject({ thirdParties: ["某公司"], cause: "行政处罚", originCaseNumber: CASE });
    const none = said("summons", {
      plaintiffs: [fact("陈建"), unsure("陈廷建")],
      thirdParties: [unsure("某公司")],
      cause: unsure("行政处罚"),
      originCaseNumber: unsure(CASE),
    });
    expect(none.parties).toEqual({
      plaintiffs: ["陈建"],
      respondents: [{ name: POLICE.name }],
      thirdParties: [],
      enterprise: false,
    });
  });

  it("the password alone is left out where only it isn't sure", () => {
    expect(said("summons", meeting(unsure)).meeting).toEqual({ meeting: "123 456" });
  });

  it("a court that isn't read surely is the one that uploaded it, or none", () => {
    expect(said("summons", { court: unsure("费县人民法院") }).court).toBe(ARRIVAL.court);
    const result = understand(
      paper("summons", { hearing: HEARING }),
      { ...ARRIVAL, court: undefined },
      RULES.policy,
    );
    expect(result).toMatchObject({ commands: [{ court: "" }] });
  });

  it("an enterprise among the plaintiffs makes it a case of an enterprise (涉企)", () => {
    expect(said("summons", { plaintiffs: [fact("临沂某某有限公司")] }).parties.enterprise).toBe(true);
  });
});

describe("the sitting", () => {
  it("has its end, place and form where they are said", () => {
    const date = civilDate("2026-09-24");
    const hearing = {
      start: fact({ date }),
      end: fact({ date, time: clockTime("10:30") }),
      place: fact("第五审判庭"),
      mode: fact("online" as const),
    };
    expect(said("summons", { hearing }).hearing).toEqual({
      date,
      endTime: clockTime("10:30"),
      place: "第五审判庭",
      mode: "online",
    });
  });

  it("is none where the summons is for something else, as to hear the judgment (宣判)", () => {
    expect(said("summons", { purpose: fact("宣判") })).not.toHaveProperty("hearing");
  });
});

describe("who is sued", () => {
  const summoned = fact(POLICE.name, { rule: "agency-summoned" });

  it("is whom a summons summons where it lists no parties", () => {
    const names = (facts: Partial<ReadDocument>) => said("summons", facts).parties.respondents;
    expect(names({ respondents: [], summoned })).toEqual([{ name: POLICE.name }]);
    expect(names({ respondents: [summoned], summoned: fact("沂南公安局") })).toEqual([
      { name: "沂南公安局" },
    ]);
    expect(names({ respondents: [] })).toEqual([]);
    expect(names({ respondents: [fact(CITY.name)], summoned })).toEqual([{ name: CITY.name }]);
  });
});

describe("at whose request it was put off (§12(2))", () => {
  const putOff = (facts: Partial<ReadDocument>) =>
    said("summons", { postponement: fact({ newDateGiven: false }), agencyAsked: fact(true), ...facts })
      .putOffFor;

  it("is whom the paper is for, or the only one sued; of several nobody knows", () => {
    const both = [fact(POLICE.name), fact(CITY.name)];
    expect(putOff({})).toEqual([POLICE.name]);
    expect(putOff({ respondents: both, summoned: fact(CITY.name) })).toEqual([CITY.name]);
    expect(putOff({ respondents: both })).toBeUndefined();
    expect(putOff({ agencyAsked: unsure(true) })).toBeUndefined();
  });
});

describe("a judgment", () => {
  it("says how the case ended, and whether there was a hearing", () => {
    expect(judged().result).toEqual({ outcome: "lost", heard: undefined });
    expect(judged({ hearing: HEARING }).result).toEqual({ outcome: "lost", heard: true });
    expect(judged({ hearing: HEARING, onPaper: fact(true) }).result?.heard).toBe(false);
    expect(judged({ withdrawnBeforeHearing: fact(true) }).result?.heard).toBe(false);
    expect(judged({ withdrawnAgainst: [fact(CITY.name)] }).result?.against).toEqual([CITY.name]);
    expect(judged({ withdrawnAgainst: [] }).result).not.toHaveProperty("against");
  });

  it("says what it orders and whom it binds, as far as that is sure; it is a judgment unless it says otherwise", () => {
    const act = { act: "pay" } as never;
    expect(judged().ruling).toEqual({ form: "judgment", ordered: [] });
    expect(
      judged({
        rulingForm: fact("ruling"),
        ordered: [fact(act), unsure(act)],
        heldAgainst: [fact(POLICE.name), unsure(CITY.name)],
        appealDays: fact(10),
        onLower: fact("remanded"),
        stays: fact(true),
      }).ruling,
    ).toEqual({
      form: "ruling",
      ordered: [act],
      heldAgainst: [POLICE.name],
      appealDays: 10,
      onLower: "remanded",
      stays: true,
    });
    const doubtful = {
      appealDays: unsure(10),
      onLower: unsure("remanded" as const),
      stays: unsure(true as const),
    };
    expect(judged({ rulingForm: unsure("ruling"), ...doubtful }).ruling).toEqual({
      form: "judgment",
      ordered: [],
    });
  });

  it("says nothing of either where it doesn't say how the case ended; nor does another paper", () => {
    const silent = said("judgment", {});
    expect(silent).not.toHaveProperty("result");
    expect(silent).not.toHaveProperty("ruling");
    const record = said("hearing-record", {
      hearing: HEARING,
      outcome: fact("lost"),
      attendance: [attendance()],
    });
    expect(record).not.toHaveProperty("result");
    expect(record).not.toHaveProperty("ruling");
  });

  it.each<[string, string | undefined]>([
    ["行政判决书", "judgment"],
    ["行政裁定书", "ruling"],
    ["行政调解书", "mediation"],
    ["传票", undefined],
  ])("has its form by its title: %s", (title, form) => {
    expect(judged({ title }).classes?.form).toBe(form);
    expect(said("summons", { title }).classes).toBeUndefined();
  });

  it("closes its case on the day it bears, where the case ends by it", () => {
    const dated = { issuedOn: fact(DAY) };
    expect(judged(dated).classes?.closedOn).toBe(DAY);
    expect(judged({ ...dated, outcome: fact("suspended") }).classes).toBeUndefined();
    expect(judged({ issuedOn: unsure(DAY) }).classes).toBeUndefined();
    expect(said("summons", { ...dated, outcome: fact("lost") }).classes).toBeUndefined();
  });
});

describe("an appeal (上诉状)", () => {
  it("is filed in the case it is against, in nobody's name but the appellants', and is no case of a higher court", () => {
    const appeal = said("appeal", {
      caseNumbers: [],
      originCaseNumber: fact(CASE),
      court: fact("临沂市中级人民法院"),
      appellants: [fact("陈建"), unsure("陈廷建")],
    });
    expect(appeal).toMatchObject({ caseNumber: CASE, court: "", appellants: ["陈建"] });
    expect(appeal.parties).not.toHaveProperty("originCaseNumber");
    expect(said("appeal", {}).appellants).toEqual([]);
    expect(said("summons", { appellants: [fact("陈建")] })).not.toHaveProperty("appellants");
  });

  it("that has a number itself is filed there", () => {
    expect(said("appeal", { caseNumbers: [fact(APPEAL)], originCaseNumber: fact(CASE) }).caseNumber).toBe(
      APPEAL,
    );
  });
});

describe("papers that set no sitting", () => {
  const receipt = (papers: readonly string[], facts: object = {}) =>
    said("other", {
      courtPaper: "service-receipt",
      service: {
        papers: papers.map((name) => fact(name)),
        recipients: [
          { name: fact(POLICE.name), on: fact(DAY) },
          { name: fact("陈建"), on: unsure(DAY) },
          { name: fact("某公司") },
        ],
        ...facts,
      },
    }).service;

  it.each([
    ["行政判决书", "judgment"],
    ["行政判决", "judgment"],
    ["行政裁定书", "ruling"],
    ["行政调解书", "mediation"],
  ])(
    "a receipt of service (送达回证) says on whom a %s was served, and when, as far as that is sure",
    (name, form) => {
      expect(receipt(["传票", name])).toEqual({ form, recipients: [{ name: POLICE.name, on: DAY }] });
    },
  );

  it("a receipt of other papers says nothing of a judgment, nor does one that can't be read surely", () => {
    expect(receipt(["传票"])).toBeUndefined();
    expect(receipt(["判决书副本"])).toBeUndefined();
    expect(receipt([], { papers: [unsure("行政判决书")] })).toBeUndefined();
  });

  it("an order to perform (执行通知书) says who must, and until when", () => {
    const enforcement = {
      number: fact("（2026）鲁1321执5号"),
      debtors: [fact(POLICE.name)],
      applicants: [],
      basis: [],
    };
    const ordered = (more: object) =>
      said("other", { courtPaper: "enforcement-notice", enforcement: { ...enforcement, ...more } })
        .enforcement;
    const known = { number: "（2026）鲁1321执5号", debtors: [POLICE.name] };
    expect(ordered({ withinDays: fact(0), until: fact(DAY) })).toEqual({
      ...known,
      withinDays: 0,
      until: DAY,
    });
    expect(ordered({ withinDays: unsure(0), until: unsure(DAY) })).toEqual(known);
  });

  it("a note before the hearing (庭前提示) is kept in its words", () => {
    expect(said("other", { courtNote: fact("请携带身份证明") })).toMatchObject({
      kind: "court-note",
      note: "请携带身份证明",
    });
  });

  it("an explanation (情况说明) claims a reason; the sitting it speaks of is the court's to set", () => {
    const plan = { organ: fact(POLICE.name), persons: [], reason: fact("出差") };
    const facts = { agencyPaper: "explanation", respondents: [], hearing: HEARING, plan } as const;
    const explanation = said("other", facts);
    expect(explanation).toMatchObject({ kind: "explanation", claims: "出差" });
    expect(explanation.parties.respondents).toEqual([{ name: POLICE.name }]);
    expect(explanation).not.toHaveProperty("hearing");
    const named = said("other", { ...facts, respondents: [fact(CITY.name)] });
    expect(named.parties.respondents).toEqual([{ name: CITY.name }]);
    expect(said("other", { agencyPaper: "defence", plan })).not.toHaveProperty("claims");
  });
});
