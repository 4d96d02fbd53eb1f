/** What does a record say of who attended, as its case keeps it, and what of it does a person settle? */
import { describe, expect, it } from "vitest";
import {
  attendanceDoubts,
  attendanceStatements,
} from "../../../shared/casework/documents/attendance-statements.ts";
import type { ReadDocument } from "../../../shared/documents/kinds/facts.ts";
import type { AttendanceFacts } from "../../../shared/documents/text/fact.ts";
import type { CaseDocumentKind } from "../../../shared/domain/case-file/state.ts";
import type { Policy } from "../../../shared/domain/policy.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import { CITY, POLICE, RULES } from "../../support/case-builders.ts";
import { attendance, fact, HEARING, paper, unsure } from "./papers.ts";

const { policy } = RULES;
const by = (heads: Partial<Policy["heads"]>): Policy => ({ ...policy, heads: { ...policy.heads, ...heads } });
const BASIS = "苏高法〔2022〕12号";
const asking = by({ ask: [{ titles: ["副局长"], basis: BASIS }] });
const never = by({ neverCount: [{ titles: ["副局长"], basis: BASIS }] });
const also = by({ alsoCount: [{ titles: ["总队长"], basis: BASIS, rank: "deputy" }] });
/** How the readers say that somebody of this post came. */
const CAME = { rule: "head-came" } as const;
const DEPUTY = { headName: fact("龙涛"), headTitle: fact("副局长") } as const;

function stated(facts: Partial<AttendanceFacts>, rules = policy, kind: CaseDocumentKind = "hearing-record") {
  const document = paper("hearing-record", { hearing: HEARING, attendance: [attendance(facts)] });
  const statements = attendanceStatements(document, kind, rules, new Map());
  return { ...statements[0], doubts: attendanceDoubts(document, kind, statements, rules, new Map()) };
}

describe("a statement", () => {
  it("says who came for whom, on which day, and by which paper", () => {
    expect(stated({ headAttended: fact(true, CAME), ...DEPUTY })).toEqual({
      respondent: POLICE.name,
      hearingDate: civilDate("2026-09-24"),
      headAttended: true,
      headName: "龙涛",
      headTitle: "副局长",
      rank: "deputy",
      source: "hearing-record",
      doubts: [],
    });
  });

  it.each<[string, Partial<AttendanceFacts>, object]>([
    ["that he spoke", { spoke: fact(true) }, { spoke: true }],
    ["why nobody came", { absenceReason: fact("出差") }, { absenceReason: "出差" }],
    ["that the reason was accepted", { reasonWeighed: fact("accepted") }, { reasonAccepted: true }],
    ["that it was not", { reasonWeighed: fact("refused") }, { reasonAccepted: false }],
    ["that staff came", { staffAppeared: fact(false) }, { staffAppeared: false }],
    ["that only lawyers came", { lawyerOnly: fact(true) }, { lawyersOnly: true }],
    ["that nobody came", { nobodyCame: fact(true) }, { nobodyCame: true }],
    ["that he left", { leftEarly: fact(true) }, { leftEarly: true }],
    ["that his line was lost", { dropped: fact(true) }, { dropped: true }],
    ["that he refused to explain", { refusedToExplain: fact(true) }, { refusedToExplain: true }],
    ["that he had been called again", { notifiedAgain: fact(true) }, { notifiedAgain: true }],
    ["that his paper was in order", { identityPapers: fact("in-order") }, { identityPapers: "in-order" }],
    [
      "that it was put right (补正)",
      { identityPapers: fact("in-order", { rule: "papers-put-right" }) },
      { identityPapers: "mended" },
    ],
  ])("keeps %s", (_, facts, expected) => {
    const { respondent, hearingDate, headAttended, source, doubts, ...kept } = stated(facts);
    expect(kept).toEqual(expected);
  });

  it("keeps the court's words that no reason was given (§12(1)), and a reason where one is given", () => {
    const none = fact("none" as const, { text: "未说明理由。" });
    expect(stated({ reasonWeighed: none })).toMatchObject({ absenceReason: "未说明理由" });
    expect(stated({ reasonWeighed: none })).not.toHaveProperty("reasonAccepted");
    expect(stated({ reasonWeighed: fact("none", { text: "无；亦未说明" }) }).absenceReason).toBe(
      "无；亦未说明",
    );
    expect(stated({ reasonWeighed: none, absenceReason: fact("出差") }).absenceReason).toBe("出差");
    expect(stated({ reasonWeighed: fact("refused") })).not.toHaveProperty("absenceReason");
  });

  it.each<CaseDocumentKind>(["hearing-record", "judgment", "filing"])("is made of a %s", (kind) => {
    expect(stated({}, policy, kind)).toMatchObject({ source: kind });
  });

  it("is made of no other paper, of none without a day, and of nobody of whom it isn't said", () => {
    expect(stated({}, policy, "summons")).toEqual({ doubts: [] });
    const undated = paper("hearing-record", { attendance: [attendance()] });
    expect(attendanceStatements(undated, "hearing-record", policy, new Map())).toEqual([]);
    const { headAttended: _, ...silent } = attendance();
    const document = paper("hearing-record", { hearing: HEARING, attendance: [silent] });
    expect(attendanceStatements(document, "hearing-record", policy, new Map())).toEqual([]);
  });
});

describe("whoever the place's titles speak of", () => {
  const came = { headAttended: fact(true, CAME), ...DEPUTY };

  it("never counts: then no head came", () => {
    expect(stated(came, never)).toMatchObject({ headAttended: false, doubts: [] });
  });

  it("is asked about: then a person settles it, and is told why", () => {
    expect(stated(came, asking)).toMatchObject({
      headAttended: "review",
      doubts: [{ respondent: POLICE.name, title: "副局长", because: { type: "asked-about" } }],
    });
  });

  it("counts though the law leaves it open; the case says by what", () => {
    const open = {
      headAttended: fact<"review">("review", { rule: "title-leaves-it-open" }),
      headName: fact("龙涛"),
    } as const;
    expect(stated({ ...open, headTitle: fact("总队长") }, also)).toMatchObject({
      headAttended: true,
      rank: "deputy",
      countedBy: expect.anything(),
      doubts: [],
    });
    expect(stated({ ...open, headTitle: fact("政委") }, also)).toMatchObject({ headAttended: "review" });
  });

  it("is as it was read where the reading turns on something else, or the name isn't sure", () => {
    const absent = { ...came, headAttended: fact<false>(false, { rule: "court-says-absent" }) };
    expect(stated(absent, asking).headAttended).toBe(false);
    for (const facts of [{ headName: unsure("龙涛") }, { headTitle: unsure("副局长") }])
      expect(stated({ ...came, ...facts }, never).headAttended).toBe(true);
    expect(stated({ headAttended: fact(true, CAME) }, never).headAttended).toBe(true);
    expect(stated({ headAttended: fact(true, CAME), headTitle: fact("副局长") }, never).headAttended).toBe(
      false,
    );
  });

  it("is counted by nothing where no head came", () => {
    const absent = {
      headAttended: fact<false>(false, { rule: "court-says-absent" }),
      headName: fact("龙涛"),
    };
    expect(stated({ ...absent, headTitle: fact("总队长") }, also)).not.toHaveProperty("countedBy");
  });
});

describe("what is left open", () => {
  const asked = (kind: CaseDocumentKind, facts: Partial<ReadDocument>) => {
    const document = paper("hearing-record", {
      hearing: HEARING,
      respondents: [fact(POLICE.name), fact(CITY.name)],
      attendance: [attendance({ headAttended: fact("review"), ...DEPUTY })],
      ...facts,
    });
    const statements = attendanceStatements(document, kind, policy, new Map());
    return attendanceDoubts(document, kind, statements, policy, new Map());
  };
  const unclear = { type: "attendance-unclear", respondent: POLICE.name, title: "副局长" };
  const silent = { type: "attendance-unclear", respondent: CITY.name };

  it("in a record is also whom it says nothing of, unless its co-respondent's head appears (§3)", () => {
    expect(asked("hearing-record", {})).toEqual([unclear, silent]);
    const joint = (name: string) => ({ whoAppears: fact({ by: "agreed", respondents: [name] } as const) });
    expect(asked("hearing-record", joint(POLICE.name))).toEqual([unclear]);
    expect(asked("hearing-record", joint(CITY.name))).toEqual([unclear, silent]);
  });

  it("in a judgment is only whom it speaks of", () => {
    expect(asked("judgment", {})).toEqual([unclear]);
    expect(asked("judgment", { attendance: [attendance()] })).toEqual([]);
  });
});
