/** What goes back to people about a document, to whom, and what is kept of it? */
import { describe, expect, it } from "vitest";
import {
  factsShown,
  figuresKept,
  kindOf,
  rejected,
  rejectionVoided,
  reviewed,
} from "../../../shared/casework/documents/answers.ts";
import type { Arriving } from "../../../shared/casework/documents/arriving.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { Notice } from "../../../shared/domain/notices/notice.ts";
import type { Doubt } from "../../../shared/domain/refusal.ts";
import { at, POLICE, RULES } from "../../support/case-builders.ts";
import { aDocument } from "../../support/stored-things.ts";
import {
  arriving,
  attendance,
  CASE,
  CITY_BUREAU,
  COUNTY,
  COURT,
  fact,
  HEARING,
  KEY,
  paper,
  RECEIVED,
  silent,
} from "./papers.ts";

const told = (notices: readonly Notice[] | undefined) =>
  (notices ?? []).map(({ recipient, content }) => `${content.kind} ${recipient.address}`);
const SHOWN = { name: "传票.pdf", key: KEY, receivedAt: RECEIVED };

describe("a document that can't be used (退件)", () => {
  const back = (source: Partial<Arriving["source"]> = {}) =>
    rejected(arriving(source), "summons", { type: "no-case-number" });

  it("is its court's to send anew, and is kept with the reason", () => {
    const { changes, outcome, unreached } = back();
    expect(changes).toMatchObject([
      {
        document: {
          sha256: "sha",
          state: "rejected",
          kind: "summons",
          caseNumbers: [],
          rejection: { type: "no-case-number" },
          bureau: COUNTY.id,
          firstUpload: { key: KEY, versionId: "v1", at: RECEIVED },
        },
        notices: [
          {
            subject: { of: "document", sha256: "sha" },
            recipient: { address: "court@court.example.org" },
            signer: { organisation: COUNTY.id },
            content: { kind: "document-rejected", file: SHOWN, rejection: { type: "no-case-number" } },
          },
        ],
      },
    ]);
    expect([outcome, unreached]).toEqual(["rejected", []]);
    expect(changes[0]?.document).not.toHaveProperty("text");
  });

  it.each<[string, Partial<Arriving["source"]>, readonly string[]]>([
    [
      "its bureau's where nobody knows the court",
      { uploader: undefined },
      ["document-rejected county@justice.example.org"],
    ],
    [
      "its bureau's as well where the court can't be reached",
      { uploader: silent(COURT) },
      ["address-failed county@justice.example.org", "document-rejected county@justice.example.org"],
    ],
    [
      "the municipal bureau's where its own can't be reached either",
      { uploader: undefined, bureau: silent(COUNTY), bureaus: [silent(COUNTY), CITY_BUREAU] },
      ["address-failed city@justice.example.org", "document-rejected city@justice.example.org"],
    ],
    ["nobody's where there is no bureau", { uploader: undefined, bureau: undefined, bureaus: [] }, []],
  ])("is %s", (_, source, expected) => {
    const { changes, unreached = [] } = back(source);
    expect(told(changes[0]?.notices)).toEqual(expected);
    if (expected.length !== 1) expect(unreached.length).toBeGreaterThan(0);
  });

  it("and is looked at after all: its court hears that it needn't send it anew", () => {
    const taking = { at: at("09-09"), by: "王芳", reason: "看错了" };
    const record = aDocument({ firstUpload: { key: KEY, versionId: "v1", at: RECEIVED } });
    const { notices } = rejectionVoided(record, arriving().source, taking, RULES);
    expect(notices).toMatchObject([
      {
        subject: { of: "document", sha256: record.sha256 },
        recipient: { address: "court@court.example.org" },
        content: { kind: "rejection-withdrawn", file: SHOWN, ...taking },
      },
    ]);
    expect(rejectionVoided(record, arriving({ uploader: undefined }).source, taking, RULES)).toEqual({
      notices: [],
      unreached: [],
    });
  });
});

describe("a document that a person looks at (人工复核)", () => {
  const doubt = (type: string) => ({ type, caseNumber: CASE }) as unknown as Doubt;
  const document = paper("summons", { hearing: HEARING });
  const asks = (doubts: readonly Doubt[], source: Partial<Arriving["source"]> = {}, court = false) => {
    const to = { organisation: COURT, name: COURT.name, reader: "handling", bureaus: [COUNTY] } as const;
    return reviewed(arriving(source), document, doubts, court ? to : undefined);
  };

  it("is kept with all that was read, and its bureau gets what it must check", () => {
    const doubts = [doubt("no-respondent")];
    const { changes, outcome } = asks(doubts);
    expect(outcome).toBe("needs-review");
    expect(changes).toMatchObject([
      {
        document: { state: "needs-review", kind: "summons", caseNumbers: [CASE], doubts, text: "传票…" },
        notices: [
          {
            recipient: { address: "county@justice.example.org" },
            content: {
              kind: "document-review",
              file: SHOWN,
              court: COURT.name,
              documentKind: "summons",
              partlyFiled: false,
              doubts,
            },
          },
        ],
      },
    ]);
    expect(JSON.parse(changes[0]?.document?.reading ?? "")).toEqual(document);
  });

  it.each<[string, string, Partial<Arriving["source"]>, boolean, readonly string[]]>([
    ["its court as well where only it knows what it meant", "hearing-over", {}, false, ["court"]],
    ["its court where the sitting can't be", "implausible-sitting", {}, false, ["court"]],
    ["its court where it is another's case", "other-courts-case", {}, false, ["court"]],
    ["no bureau a second time", "hearing-over", { folder: "bureaus", uploader: CITY_BUREAU }, false, []],
    [
      "the case's court where a bureau sent a copy",
      "copy-of-court-paper",
      { folder: "bureaus" },
      true,
      ["court"],
    ],
    [
      "nobody else where nobody knows the case's court",
      "copy-of-court-paper",
      { folder: "bureaus" },
      false,
      [],
    ],
    ["nobody else where it is for the bureau alone", "no-respondent", {}, true, []],
  ])("asks %s", (_, type, source, court, others) => {
    const { changes } = asks([doubt(type), doubt("no-respondent")], source, court);
    const questions = (changes[0]?.notices ?? []).filter(
      ({ content }) => content.kind === "document-question",
    );
    expect(questions).toMatchObject(
      others.map(() => ({
        recipient: { address: "court@court.example.org" },
        content: { file: SHOWN, documentKind: "summons", doubts: [doubt(type)] },
      })),
    );
  });

  it("of an unknown sender is the court's that is written in it", () => {
    const { changes } = reviewed(
      arriving({ uploader: undefined }),
      { ...document, court: fact("费县人民法院") },
      [],
    );
    expect(changes[0]?.notices).toMatchObject([{ content: { court: "费县人民法院" } }]);
    const nobody = reviewed(arriving({ uploader: undefined }), document, []);
    expect(nobody.changes[0]?.notices).toMatchObject([{ content: { court: "" } }]);
  });
});

describe("what was read, as a person checks it", () => {
  const shown = (facts: Parameters<typeof paper>[1]) =>
    factsShown(paper("hearing-record", { caseNumbers: [], plaintiffs: [], respondents: [], ...facts }));

  it("has each fact with its words", () => {
    const origin = caseNumber("（2026）鲁1321行初1号");
    expect(
      shown({
        caseNumbers: [fact(CASE)],
        originCaseNumber: fact(origin),
        court: fact("费县人民法院"),
        cause: fact("行政处罚"),
        plaintiffs: [fact("陈建")],
        respondents: [fact(POLICE.name)],
        hearing: { ...HEARING, place: fact("第五审判庭") },
        outcome: fact("lost"),
        plan: { persons: [], reason: fact("出差") },
        attendance: [attendance({ headName: fact("龙涛"), headTitle: fact("副局长") })],
      }).map(({ field, value, ...more }) => [field, value, "organ" in more ? more.organ : undefined]),
    ).toEqual([
      ["case-number", CASE, undefined],
      ["origin-case-number", origin, undefined],
      ["court", "费县人民法院", undefined],
      ["cause", "行政处罚", undefined],
      ["plaintiff", "陈建", undefined],
      ["respondent", POLICE.name, undefined],
      ["hearing-time", "2026-09-24 09:00", undefined],
      ["hearing-place", "第五审判庭", undefined],
      ["outcome", "lost", undefined],
      ["absence-reason", "出差", undefined],
      ["attended", "yes", POLICE.name],
      ["head-name", "龙涛", undefined],
      ["head-title", "副局长", undefined],
    ]);
  });

  it("says nothing of what wasn't read, and of attendance what is open", () => {
    expect(shown({})).toEqual([]);
    const said = (headAttended: boolean | "review") =>
      shown({ attendance: [attendance({ headAttended: fact(headAttended) })] }).map(({ value }) => value);
    expect([said(false), said("review")]).toEqual([["no"], ["review"]]);
    const { start } = HEARING;
    const day = { start: { ...start, value: { date: start.value.date } } };
    expect(shown({ hearing: day }).map(({ value }) => value)).toEqual(["2026-09-24"]);
  });

  it("has two hundred characters of the words at most", () => {
    expect(shown({ cause: fact("行政处罚", { text: "字".repeat(300) }) })[0]?.text).toHaveLength(200);
  });
});

describe("a document is called", () => {
  it.each<[string, Parameters<typeof paper>[1]]>([
    ["other", {}],
    ["court-report", { figures: [] as never }],
    ["filing", { agencyPaper: "filing" }],
    ["complaint", { courtPaper: "complaint" }],
    ["court-note", { courtNote: fact("请注意") }],
  ])("%s", (kind, facts) => {
    expect(kindOf(paper("other", facts))).toBe(kind);
  });
});

it("a court's figures are kept with all that was read, and stand for no case", () => {
  const figures = paper("other", { figures: [] as never });
  const { changes, outcome } = figuresKept(arriving(), figures);
  expect(outcome).toBe("read");
  expect(changes).toMatchObject([{ document: { state: "read", kind: "court-report", caseNumbers: [] } }]);
  expect(JSON.parse(changes[0]?.document?.reading ?? "")).toEqual(figures);
});
