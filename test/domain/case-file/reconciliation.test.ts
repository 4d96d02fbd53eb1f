import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attendanceOf } from "../../../shared/domain/case-file/attendance.ts";
import type { Topic } from "../../../shared/domain/case-file/difference.ts";
import { accountsOf } from "../../../shared/domain/case-file/differences.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import {
  type AnswerDifference,
  answerDifference,
  differenceBasis,
  openDifferences,
} from "../../../shared/domain/case-file/reconciliation.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import {
  type AttendanceStatement,
  appeared,
  type HeadFacts,
} from "../../../shared/domain/case-file/statement.ts";
import { statisticsRows } from "../../../shared/domain/case-file/statistics-rows.ts";
import { type CivilDate, civilDate } from "../../../shared/domain/time/time.ts";
import { at, given, owed, POLICE, record, summons, told } from "../../support/case-builders.ts";

const { name } = POLICE;
const DAY = civilDate("2026-09-24");
const HEAD = { headAttended: true, headName: "龙涛", headTitle: "副局长", rank: "deputy" } as const;
const ABSENT = { headAttended: false } as const;

const says = (
  source: AttendanceStatement["source"],
  facts: HeadFacts,
  document = `${source}-1`,
  hearingDate: CivilDate = DAY,
): AttendanceStatement => ({ respondent: name, hearingDate, ...facts, source, document });

/** A case heard on the day, of which these things are said. */
const heard = (...attendance: AttendanceStatement[]): CaseFile => ({
  ...given(summons(), record({ attendance: [] })),
  attendance,
});
const hearing = (file: CaseFile, ...more: AttendanceStatement[]): CaseFile => ({
  ...file,
  attendance: [...file.attendance, ...more],
});
const topics = (file: CaseFile) =>
  accountsOf(file, name).flatMap(({ differences }) =>
    differences.map(({ topic, material }) => `${topic}${material ? "" : " (minor)"}`),
  );

function answer(
  file: CaseFile,
  side: AnswerDifference["side"],
  facts: HeadFacts,
  changes: Partial<AnswerDifference> = {},
): CaseFile {
  const [open] = openDifferences(file, name);
  if (open === undefined) throw new Error("no difference");
  const decision = answerDifference(file, {
    type: "answer-difference",
    at: at("09-28"),
    by: "王芳",
    respondent: name,
    sitting: open.sitting,
    basis: differenceBasis(open),
    side,
    source: "other",
    facts,
    ...changes,
  });
  if (!decision.accepted) throw new Error(decision.refusal.type);
  return evolveAll(file, decision.events) ?? file;
}

const [ofRecord, ofFiling] = [says("hearing-record", ABSENT), says("filing", HEAD)];

describe("what sources are compared on", () => {
  it.each<
    [
      string,
      Topic | `${Topic} (minor)` | `${Topic}, ${Topic}` | undefined,
      AttendanceStatement,
      AttendanceStatement,
    ]
  >([
    ["whether a head was there", "attended", ofRecord, ofFiling],
    ["who it was", "person", says("judgment", { ...HEAD, headName: "王强" }), ofFiling],
    ["a principal or not", "rank", says("hearing-record", { ...HEAD, rank: "principal" }), ofFiling],
    [
      "a deputy or in charge",
      "rank (minor)",
      says("hearing-record", { ...HEAD, rank: "in-charge" }),
      ofFiling,
    ],
    [
      "whether he spoke",
      "spoke",
      says("court-ledger", { ...HEAD, spoke: false }),
      says("filing", { ...HEAD, spoke: true }),
    ],
    [
      "his identity paper, not mended: he counts as absent",
      "attended, identity",
      says("hearing-record", { ...HEAD, identityPapers: "defective" }),
      says("filing", { ...HEAD, identityPapers: "in-order" }),
    ],
    [
      "an identity paper that was mended",
      undefined,
      says("hearing-record", { ...HEAD, identityPapers: "mended" }),
      says("filing", { ...HEAD, identityPapers: "in-order" }),
    ],
    [
      "whether there was a good reason",
      "reason",
      says("hearing-record", { ...ABSENT, absenceReason: "无正当理由" }),
      says("filing", { ...ABSENT, absenceReason: "意外事件（车祸）" }),
    ],
    [
      "which of two good reasons",
      "reason (minor)",
      says("hearing-record", { ...ABSENT, absenceReason: "参加防汛会议" }),
      says("filing", { ...ABSENT, absenceReason: "意外事件（车祸）" }),
    ],
    [
      "whether it was heard",
      "heard",
      says("hearing-record", HEAD),
      says("court-ledger", { headAttended: "review", heard: false }),
    ],
    [
      "whether an enterprise is in it",
      "enterprise",
      says("hearing-record", { ...HEAD, enterprise: false }),
      says("court-ledger", { ...HEAD, enterprise: true }),
    ],
    ["what one of them doesn't say", undefined, says("hearing-record", { headAttended: true }), ofFiling],
    [
      "what a person has yet to judge",
      undefined,
      says("hearing-record", { headAttended: "review" }),
      ofFiling,
    ],
    ["a name the judgment hides", undefined, says("judgment", { ...HEAD, headName: "龙某" }), ofFiling],
  ])("%s: %s", (_, topic, one, other) => {
    expect(topics(heard(one, other))).toEqual(topic?.split(", ") ?? []);
    expect(topics(heard(other, one))).toEqual(topic?.split(", ") ?? []);
  });

  it("another sitting is another matter", () => {
    const earlier = given(summons(), record({ attendance: [], hearing: { date: civilDate("2026-09-10") } }));
    const twice = given(
      summons(),
      record({ attendance: [] }),
      record({ sha256: "r2", attendance: [], hearing: { date: civilDate("2026-09-10") } }),
    );
    const attendance = [says("hearing-record", ABSENT), says("filing", HEAD, "f", civilDate("2026-09-10"))];
    expect(topics({ ...twice, attendance })).toEqual([]);
    expect(attendanceOf({ ...twice, attendance }, name)).toMatchObject({ present: true });
    expect(topics({ ...earlier, attendance })).toEqual([]);
  });

  it("a ledger's slip in the date is held against the case's first sitting", () => {
    const slip = says("court-ledger", HEAD, "ledger", civilDate("2026-09-25"));
    expect(topics(heard(ofRecord, slip))).toEqual(["attended"]);
    expect(attendanceOf(heard(ofRecord, slip), name)).toMatchObject({ present: false });
  });
});

describe("a difference", () => {
  const open = heard(ofRecord, ofFiling);

  it("goes to both sides at once, and after some days to who is silent, then to the bureau", () => {
    const now = at("09-28");
    expect(owed(open, now)).toEqual(
      expect.arrayContaining(["attendance-difference → legal-section", "attendance-difference → court"]),
    );
    const put = told(open, now);
    expect(owed(put, at("09-29")).filter((one) => one.includes("difference"))).toEqual([]);
    const answered = told(answer(put, "agency", HEAD), at("09-29"));
    expect(owed(answered, at("09-30")).filter((one) => one.includes("difference"))).toEqual([
      "attendance-difference → court",
    ]);
    const reminded = told(answered, at("09-30"));
    expect(owed(reminded, at("10-09")).filter((one) => one.includes("difference"))).toEqual([
      "difference-standing → bureau",
    ]);
  });

  it("on which both insist goes to the bureau at once", () => {
    const put = told(open, at("09-28"));
    const both = answer(answer(put, "agency", HEAD), "court", ABSENT);
    expect(owed(both, at("09-28", "10:00")).filter((one) => one.includes("difference"))).toEqual([
      "difference-standing → bureau",
    ]);
    expect(attendanceOf(both, name)).toMatchObject({ present: false, difference: true });
  });

  it.each([
    ["agency", ABSENT, false],
    ["court", HEAD, true],
  ] as const)("is settled when the %s gives in: no second word is needed", (side, facts, present) => {
    const settled = answer(open, side, facts);
    expect(attendanceOf(settled, name)).toMatchObject({
      present,
      difference: false,
      statement: { source: "settled" },
    });
    expect(settled.attendance).toEqual(open.attendance);
    expect(statisticsRows(settled)).toMatchObject([{ present, openDifference: false, source: "settled" }]);
    // The court at once, the agency with its mail of the next morning.
    expect(owed(settled, at("09-28"))).toContain("difference-settled → court");
    expect(owed(settled, at("09-29"))).toEqual(
      expect.arrayContaining(["difference-settled → legal-section", "difference-settled → court"]),
    );
  });

  it("is settled when both come to the same third thing", () => {
    const third = { ...HEAD, headName: "王强", rank: "principal", headTitle: "局长" } as const;
    const settled = answer(answer(open, "court", third), "agency", third);
    expect(statisticsRows(settled)).toMatchObject([{ present: true, headName: "王强", rank: "principal" }]);
  });

  it("is settled by the bureau, which must say whether a head was there", () => {
    expect(() => answer(open, "bureau", { headAttended: "review" })).toThrow("not-decided");
    expect(statisticsRows(answer(open, "bureau", HEAD))).toMatchObject([
      { present: true, openDifference: false },
    ]);
  });

  it("between two papers of the court waits for both sides", () => {
    const file = heard(says("hearing-record", HEAD), says("judgment", ABSENT));
    expect(attendanceOf(file, name)).toMatchObject({ present: undefined, difference: true });
    const half = answer(file, "court", HEAD);
    expect(attendanceOf(half, name)).toMatchObject({ present: undefined, difference: true });
    expect(attendanceOf(answer(half, "agency", HEAD), name)).toMatchObject({
      present: true,
      difference: false,
    });
  });

  it("that a case was heard at all can be settled with no: it is not counted", () => {
    const file = heard(
      says("hearing-record", HEAD),
      says("court-ledger", { headAttended: "review", heard: false }),
    );
    const settled = answer(file, "bureau", { headAttended: "review", heard: false });
    expect(statisticsRows(settled)).toMatchObject([
      { heard: false, present: undefined, openDifference: false },
    ]);
  });

  it("answered on what has changed meanwhile is refused", () => {
    const [before] = openDifferences(open, name);
    const basis = before && differenceBasis(before);
    expect(() => answer(answer(open, "court", ABSENT), "agency", ABSENT, { basis: basis ?? "" })).toThrow(
      "changed-meanwhile",
    );
  });
});

describe("what was settled", () => {
  const settled = answer(heard(ofRecord, ofFiling), "court", HEAD);

  it("is opened again by who says something new, and prevails meanwhile", () => {
    const again = hearing(settled, says("judgment", ABSENT, "judgment"));
    expect(attendanceOf(again, name)).toMatchObject({ present: true, difference: true });
    expect(owed(again, at("09-29"))).toEqual(expect.arrayContaining(["attendance-difference → court"]));
    expect(attendanceOf(answer(again, "agency", ABSENT), name)).toMatchObject({
      present: false,
      difference: false,
    });
  });

  it("is not by who says what it says, or what is known", () => {
    for (const one of [
      says("judgment", HEAD, "j"),
      says("hearing-record", ABSENT, "another scan"),
      says("court-ledger", { headAttended: true }),
    ])
      expect(topics(hearing(settled, one))).toEqual([]);
  });
});

const sources = fc.constantFrom<AttendanceStatement["source"]>(
  "hearing-record",
  "judgment",
  "court-ledger",
  "filing",
);
const facts: fc.Arbitrary<HeadFacts> = fc.oneof(
  fc.record(
    {
      headAttended: fc.constant(true as const),
      headName: fc.constantFrom("龙涛", "王强", "龙某"),
      rank: fc.constantFrom("principal" as const, "deputy" as const, "in-charge" as const),
      spoke: fc.boolean(),
      identityPapers: fc.constantFrom("in-order" as const, "mended" as const, "defective" as const),
      enterprise: fc.boolean(),
    },
    { requiredKeys: ["headAttended"] },
  ),
  fc.record(
    {
      headAttended: fc.constant(false as const),
      absenceReason: fc.constantFrom("无正当理由", "不可抗力", "开会", "外出"),
    },
    { requiredKeys: ["headAttended"] },
  ),
  fc.constant<HeadFacts>({ headAttended: "review" }),
  fc.constant<HeadFacts>({ headAttended: "review", heard: false }),
);
const statements = fc
  .array(fc.tuple(sources, facts), { minLength: 1, maxLength: 6 })
  .map((list) => list.map(([source, what], index) => says(source, what, `d${index}`)));
const outcome = (file: CaseFile) => {
  const found = attendanceOf(file, name);
  return [found?.present, found?.difference, openDifferences(file, name), statisticsRows(file)];
};

describe("for all that may be said, reconciliation", () => {
  it("doesn't depend on the order in which it is said, nor on its being said twice", () => {
    fc.assert(
      fc.property(statements, fc.infiniteStream(fc.nat()), (said, random) => {
        const keys = new Map(said.map((one) => [one, random.next().value]));
        const shuffled = said.toSorted((one, other) => (keys.get(one) ?? 0) - (keys.get(other) ?? 0));
        const twice = [...said, ...said.map((one) => ({ ...one, document: `${one.document} again` }))];
        expect(outcome(heard(...shuffled))).toEqual(outcome(heard(...said)));
        expect(outcome(heard(...twice))).toEqual(outcome(heard(...said)));
      }),
    );
  });

  it("finds the same between two whoever of them says which", () => {
    fc.assert(
      fc.property(facts, facts, (one, other) => {
        const there = topics(heard(says("court-ledger", one), says("filing", other)));
        const back = topics(heard(says("court-ledger", other), says("filing", one)));
        expect(there).toEqual(back);
        expect(topics(heard(says("court-ledger", one), says("filing", one)))).toEqual([]);
      }),
    );
  });

  it("once settled stays settled, however often the same is delivered in whatever order", () => {
    fc.assert(
      fc.property(statements, fc.constantFrom("agency", "court", "bureau"), fc.nat(), (said, who, which) => {
        const file = heard(...said);
        const [open] = openDifferences(file, name);
        fc.pre(open !== undefined);
        const decided = open?.versions.filter(({ facts }) => facts.headAttended !== "review") ?? [];
        const chosen = decided[which % decided.length]?.facts ?? ABSENT;
        const first = answer(file, who as "agency", chosen);
        const settled = first.settlements.length > 0 ? first : answer(first, "bureau", chosen);
        const again = said.map((one, index) => ({ ...one, document: `${index} again` })).toReversed();
        const redelivered = hearing(settled, ...again);
        expect(openDifferences(redelivered, name)).toEqual([]);
        expect(outcome(redelivered)).toEqual(outcome(settled));
      }),
    );
  });

  it("counts nobody before it is known: absent only where the best that speaks says so, of one voice", () => {
    fc.assert(
      fc.property(statements, (said) => {
        const present = attendanceOf(heard(...said), name)?.present;
        const speaking = said.filter(({ heard }) => heard !== false);
        const rank = (one: AttendanceStatement) =>
          ({ "hearing-record": 0, judgment: 0, "court-ledger": 1, filing: 2 })[one.source];
        const best = Math.min(...speaking.map(rank));
        const voices = new Set(speaking.filter((one) => rank(one) === best).map(appeared));
        const [voice] = voices;
        expect(present).toBe(voices.size === 1 && voice !== "review" ? voice : undefined);
      }),
    );
  });

  it("asks about nothing where all that speak agree", () => {
    fc.assert(
      fc.property(fc.array(sources, { minLength: 1, maxLength: 5 }), facts, (speakers, what) => {
        const file = heard(...speakers.map((source, index) => says(source, what, `d${index}`)));
        expect(topics(file)).toEqual([]);
        expect(owed(file, at("09-28")).filter((one) => one.includes("difference"))).toEqual([]);
      }),
    );
  });
});
