/** What a bureau registers by hand (手工办理): what it changes, what it may not override, what taking it back leaves. */
import { describe, expect, it } from "vitest";
import {
  type ByHandCommand,
  handBasis,
} from "../../../shared/domain/case-file/decisions/by-hand-decisions.ts";
import { decide } from "../../../shared/domain/case-file/decisions/decide.ts";
import { partOf } from "../../../shared/domain/case-file/decisions/misfiled-part.ts";
import type { CaseEvent } from "../../../shared/domain/case-file/events.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { statisticsRows } from "../../../shared/domain/case-file/statistics-rows.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { civilDate, clockTime } from "../../../shared/domain/time/time.ts";
import {
  at,
  eventsOf,
  given,
  owed,
  POLICE,
  RULES,
  record,
  respondent,
  summons,
  told,
} from "../../support/case-builders.ts";

type Meant = ByHandCommand extends infer One
  ? One extends ByHandCommand
    ? Omit<One, "at" | "by" | "basis" | "reason" | "cause">
    : never
  : never;

const NOW = at("09-09", "10:00");
const SOURCE = { way: "telephone", told: "书记员马超", on: civilDate("2026-09-10") } as const;
const on = (date: string, time = "09:00", place = "第五审判庭") => ({
  date: civilDate(`2026-${date}`),
  time: clockTime(time),
  place,
});

/** The command on a file as it stands. */
function byHand(file: CaseFile, meant: Meant, when = NOW): ByHandCommand {
  const doing = { at: when, by: "王芳", reason: "来电告知", basis: handBasis(file), cause: "link:1" };
  return { ...meant, ...doing } as ByHandCommand;
}

function changedBy(file: CaseFile, meant: Meant, when = NOW): CaseFile {
  return evolveAll(file, eventsOf(file, byHand(file, meant, when))) ?? expect.fail();
}

const refusalOf = (file: CaseFile, meant: Meant) => {
  const decision = decide(file, byHand(file, meant), RULES);
  return decision.accepted ? "accepted" : decision.refusal.type;
};
const dues = (file: CaseFile) =>
  file.deadlines.map(({ kind, hearing, status, deadline }) => `${kind} ${hearing} ${status} ${deadline.due}`);

describe("a hearing that was entered wrongly", () => {
  const file = given(summons());

  it("gets another hour and room, as a change of which agency and head hear", () => {
    const right = changedBy(file, { type: "correct-hearing", hearing: on("09-24", "14:30", "第二审判庭") });
    expect(right).toMatchObject({ hearing: { ordinal: 1, sequence: 1, time: "14:30", place: "第二审判庭" } });
    expect(dues(right)).toEqual(dues(file));
    expect(owed(right, NOW)).toEqual(["hearing-changed → legal-section", "hearing-changed → head"]);
  });

  it("gets another day, from which its periods run anew", () => {
    const right = changedBy(file, { type: "correct-hearing", hearing: on("09-29") });
    expect(right).toMatchObject({ hearing: { ordinal: 2, appointment: 1, date: "2026-09-29" } });
    expect(dues(right)).toEqual([
      "report 1 cancelled 2026-09-11",
      "filing 1 cancelled 2026-09-28",
      "report 2 open 2026-09-11",
      "filing 2 open 2026-10-08",
    ]);
  });

  it("is left alone where nothing is different, or the form was made before the last change", () => {
    expect(refusalOf(file, { type: "correct-hearing", hearing: on("09-24") })).toBe("hearing-unchanged");
    const stale = { ...byHand(file, { type: "cancel-hearing", source: SOURCE }), basis: "registered_" };
    expect(decide(file, stale, RULES)).toMatchObject({ refusal: { type: "changed-meanwhile" } });
  });
});

describe("the court's next paper", () => {
  const file = given(summons());
  const moved = changedBy(file, { type: "move-hearing", hearing: on("10-12"), source: SOURCE });
  const paper = (changes: Parameters<typeof summons>[0]) =>
    summons({ sha256: "summons-2", at: at("09-14"), ...changes });

  it.each([
    ["dated later", { issuedOn: civilDate("2026-09-11") }],
    ["that says it changes the day", { postponed: true }],
  ])("%s prevails over what was told by telephone", (_, changes) => {
    const events = eventsOf(moved, paper({ hearing: on("10-14"), ...changes }));
    expect(evolveAll(moved, events)).toMatchObject({ hearing: { date: "2026-10-14" } });
  });

  it("that says the same changes nothing, and the summons it moved is no longer heard", () => {
    const types = (changes: Parameters<typeof summons>[0]) =>
      eventsOf(moved, paper(changes)).map(({ type }) => type);
    expect(types({ hearing: on("10-12"), issuedOn: civilDate("2026-09-11") })).toEqual(["document-filed"]);
    expect(types({ hearing: on("09-24") })).toEqual(["document-filed"]);
  });

  it("on the day that had been corrected is a question for a person, if it is the one that was misread, else it prevails", () => {
    const corrected = changedBy(file, { type: "correct-hearing", hearing: on("09-29") });
    expect(decide(corrected, paper({ hearing: on("09-24") }), RULES)).toMatchObject({
      refusal: { type: "hearing-conflict" },
    });
    const events = eventsOf(corrected, paper({ hearing: on("09-24"), issuedOn: civilDate("2026-09-11") }));
    expect(evolveAll(corrected, events)).toMatchObject({ hearing: { date: "2026-09-24" } });
  });

  it("that closes the case takes the place of what a person knew", () => {
    const closed = changedBy(file, {
      type: "close-case",
      result: "withdrawn",
      on: civilDate("2026-09-10"),
      source: SOURCE,
    });
    expect(closed).toMatchObject({ state: "closed", outcome: "withdrawn", byHand: true });
    const ruling = paper({ kind: "judgment", result: { outcome: "settled", heard: false } });
    const { hearing: _, ...unheard } = ruling;
    const judged = evolveAll(closed, eventsOf(closed, unheard));
    expect(judged).toMatchObject({ state: "closed", outcome: "settled" });
    expect(judged).not.toHaveProperty("byHand");
  });
});

describe("a hearing that is off", () => {
  it("owes nothing any more, and whoever had been told hears of it", () => {
    const off = changedBy(given(summons()), { type: "cancel-hearing", source: SOURCE });
    expect(off.state).toBe("postponed");
    expect(dues(off)).toEqual(["report 1 cancelled 2026-09-11", "filing 1 cancelled 2026-09-28"]);
    expect(owed(off, NOW)).toEqual(["hearing-changed → legal-section", "hearing-changed → head"]);
    expect(refusalOf(off, { type: "cancel-hearing", source: SOURCE })).toBe("no-hearing-to-change");
  });

  it("may be set anew by telephone, and not on a day on which the case was heard", () => {
    const heard = given(summons(), record());
    expect(refusalOf(heard, { type: "move-hearing", hearing: on("09-24"), source: SOURCE })).toBe(
      "hearing-held-then",
    );
    const off = changedBy(given(summons()), { type: "cancel-hearing", source: SOURCE });
    expect(changedBy(off, { type: "move-hearing", hearing: on("10-12"), source: SOURCE })).toMatchObject({
      hearing: { date: "2026-10-12", appointment: 1, byHand: true },
    });
  });
});

describe("a case that ended", () => {
  it("is closed by hand once; suspended or transferred it stays open without a hearing", () => {
    const file = given(summons());
    const end = (result: "won" | "transferred") =>
      changedBy(file, { type: "close-case", result, on: civilDate("2026-09-10"), source: SOURCE });
    expect(refusalOf(end("won"), { type: "move-hearing", hearing: on("10-12"), source: SOURCE })).toBe(
      "closed-already",
    );
    expect(end("transferred")).toMatchObject({ state: "postponed", halted: { result: "transferred" } });
  });
});

describe("an outcome that was misread (更正裁判结果)", () => {
  const judgment = (outcome: "lost" | "won") =>
    record({
      sha256: "judgment-1",
      kind: "judgment",
      at: at("09-28"),
      result: { outcome, heard: true },
      ruling: { form: "judgment", ordered: [] },
    });
  const lost = told(given(summons(), record(), judgment("lost")), at("09-29"));
  const later = at("09-30", "10:00");
  const won = changedBy(lost, { type: "correct-outcome", outcome: "won" }, later);
  const letters = (file: CaseFile) => owed(file, later).filter((one) => one.startsWith("taken-back"));

  it("counts as it was from now on, and whoever had letters of it hears that they are void", () => {
    expect(statisticsRows(lost)).toMatchObject([{ outcome: "lost" }]);
    expect(statisticsRows(won)).toMatchObject([{ outcome: "won" }]);
    expect(letters(won)).toEqual(["taken-back → legal-section"]);
    expect(won.takenBack).toMatchObject([{ act: "outcome-correction", by: "王芳", reason: "来电告知" }]);
    expect(Object.keys(won.sent).filter((key) => key.startsWith("judgment"))).toEqual([]);
    expect(Object.keys(lost.sent).filter((key) => key.startsWith("judgment"))).not.toEqual([]);
  });

  it("sends no letter where none was wrong", () => {
    const closed = given(summons(), record(), judgment("won"));
    expect(letters(changedBy(closed, { type: "correct-outcome", outcome: "withdrawn" }, later))).toEqual([]);
  });

  it("of a paper stands against ledgers and other papers; of a person's word it is his word still", () => {
    expect(won).not.toHaveProperty("byHand");
    const word = changedBy(given(summons()), {
      type: "close-case",
      result: "lost",
      on: civilDate("2026-09-10"),
      source: SOURCE,
    });
    const corrected = changedBy(word, { type: "correct-outcome", outcome: "settled" });
    expect(corrected).toMatchObject({ outcome: "settled", byHand: true });
    expect(evolveAll(corrected, eventsOf(corrected, judgment("won")))).toMatchObject({ outcome: "won" });
  });

  it("is asked of a case that ended, as something else, and on what the form was made from", () => {
    expect(refusalOf(given(summons()), { type: "correct-outcome", outcome: "won" })).toBe("not-closed");
    expect(refusalOf(lost, { type: "correct-outcome", outcome: "lost" })).toBe("outcome-unchanged");
    const stale = { ...byHand(lost, { type: "correct-outcome", outcome: "settled" }) };
    expect(decide(won, stale, RULES)).toMatchObject({ refusal: { type: "changed-meanwhile" } });
  });
});

describe("a case registered by mistake", () => {
  const file = told(given(summons(), record()), at("09-25"));
  const voided = changedBy(file, { type: "void-case" }, at("09-28", "10:00"));

  it("counts nowhere, owes nothing, and tells whoever had letters that they are void", () => {
    expect(statisticsRows(file)).toHaveLength(1);
    expect(statisticsRows(voided)).toEqual([]);
    expect(voided).toMatchObject({ void: true, deadlines: [], attendance: [], pastHearings: [] });
    const letters = owed(voided, at("09-28", "10:00"));
    expect(letters).toContain("taken-back → legal-section");
    expect(new Set(letters.map((letter) => letter.split(" ")[0]))).toEqual(new Set(["taken-back"]));
  });

  it("is opened anew by a paper, under numbers that calendars don't know", () => {
    const opened = evolveAll(
      voided,
      eventsOf(voided, summons({ sha256: "s3", at: at("09-26"), hearing: on("10-20") })),
    );
    expect(opened).toMatchObject({ state: "awaiting-hearing", hearing: { ordinal: 2 } });
    expect(opened).not.toHaveProperty("void");
    expect(opened?.respondents.map(({ name }) => name)).toEqual([POLICE.name]);
  });
});

describe("two numbers that are one case", () => {
  const WRONG = caseNumber("（2026）鲁1321行初28号");
  const RIGHT = caseNumber("（2026）鲁1321行初23号");
  const doing = { at: at("09-28", "10:00"), by: "王芳", reason: "案号误读", cause: "link:1" };
  const wrong = told(
    given(summons({ caseNumber: WRONG, sha256: "s-28" }), record({ caseNumber: WRONG, sha256: "r-28" })),
    at("09-25"),
  );
  const merged = (right: CaseFile | undefined, from: CaseFile) =>
    eventsOf(right, { type: "take-over", ...doing, act: "merger", onto: RIGHT, other: WRONG, from });

  it("are one afterwards: papers, sitting and attendance come to the right one, which is heard once", () => {
    const right = given(summons());
    const after = evolveAll(right, merged(right, wrong)) ?? expect.fail();
    expect(after.state).toBe("heard");
    expect(after.documents.map(({ sha256 }) => sha256)).toEqual(["summons-1", "s-28", "r-28"]);
    expect(statisticsRows(after)).toMatchObject([{ caseNumber: RIGHT, present: true, headName: "龙涛" }]);
    const gone = evolveAll(wrong, eventsOf(wrong, { type: "merge-away", ...doing, other: RIGHT }));
    expect(gone).toMatchObject({ void: true, takenBack: [{ act: "merger", into: RIGHT }] });
    expect(gone && statisticsRows(gone)).toEqual([]);
  });

  const said = { at: at("09-27"), by: "李明" };
  const OF_POLICE = { respondent: POLICE.name, ...said };
  /** What is said of a case beside its sittings, and of its judgment. */
  const BESIDE = [
    {
      type: "defence-handed",
      handed: { ...OF_POLICE, parts: ["defence"], on: civilDate("2026-09-12"), source: "agency" },
    },
    { type: "extension-asked", extension: { ...OF_POLICE, reason: "需要调取。" } },
    { type: "court-staff-noted", staff: { judge: { name: "马超" } } },
    {
      type: "difference-settled",
      settlement: {
        ...OF_POLICE,
        sitting: civilDate("2026-09-24"),
        facts: { present: true },
        settledBy: "bureau",
        weighed: [],
      },
    },
    {
      type: "court-note-received",
      note: { sha256: "n-1", at: said.at, text: "请带公章。", respondents: [POLICE.name] },
    },
    {
      type: "meeting-access-received",
      access: {
        hearing: 1,
        respondents: [POLICE.name],
        document: "m-1",
        at: said.at,
        meeting: "123 456 789",
      },
    },
    {
      type: "call-classes-chosen",
      choice: { ...said, classes: [], principals: [POLICE.name], text: "", office: "bureau" },
    },
    {
      type: "principal-absence-answered",
      answer: { ...OF_POLICE, reportedAt: said.at, approved: true, text: "" },
    },
    { type: "loss-reported", report: { ...OF_POLICE, revision: 1, kind: "annulled", causes: ["procedure"] } },
    { type: "case-closed", outcome: "lost" },
    {
      type: "judgment-given",
      judgment: {
        document: "j-28",
        form: "judgment",
        ordered: [{ item: 1, act: "redo", words: "重新作出", respondents: [POLICE.name] }],
      },
    },
    {
      type: "judgment-served",
      service: {
        party: POLICE.name,
        form: "judgment",
        on: civilDate("2026-09-26"),
        source: "court",
        ...said,
      },
    },
    {
      type: "appeal-chosen",
      choice: { ...OF_POLICE, choice: "accept", reason: "服判", leader: "王建国", revision: 1 },
    },
    { type: "judgment-effective", effect: { ...said, on: civilDate("2026-09-27"), source: "court" } },
    { type: "appeal-filed", on: civilDate("2026-09-27") },
  ] as unknown as readonly CaseEvent[];
  const besides = (file: CaseFile) => {
    const { defence, courtStaff, settlements, courtNotes, meetings, losses, judgment, appealedOn } = file;
    const { choice, answers } = file.principals ?? {};
    return {
      defence,
      courtStaff,
      settlements,
      courtNotes,
      meetings,
      losses,
      judgment,
      appealedOn,
      choice,
      answers,
    };
  };

  it("lose nothing that was handed in, settled or judged under the wrong one, and get it once", () => {
    const judged = evolveAll(wrong, BESIDE) ?? expect.fail();
    expect(Object.values(besides(judged)).filter((one) => one === undefined)).toEqual([]);
    const right = given(summons());
    const after = evolveAll(right, merged(right, judged)) ?? expect.fail();
    expect(besides(after)).toEqual(besides(judged));
    expect(after).toMatchObject({ state: "closed", outcome: "lost" });
    expect(merged(after, judged).map(({ type }) => type)).toEqual(["done-by-hand"]);
  });

  it("keep the right one's own judgment", () => {
    const [judged, right] = [evolveAll(wrong, BESIDE), evolveAll(given(summons()), BESIDE)];
    const own = { ...(right ?? expect.fail()), judgment: { ...right?.judgment, services: [] } } as CaseFile;
    expect(evolveAll(own, merged(own, judged ?? expect.fail()))?.judgment).toEqual(own.judgment);
  });

  it("stand still together", () => {
    const halt = { result: "suspended", since: civilDate("2026-09-26") } as const;
    const halted = evolveAll(wrong, [{ type: "case-halted", halt }]) ?? expect.fail();
    const heard = given(summons(), record());
    expect(evolveAll(heard, merged(heard, halted))?.halted).toEqual(halt);
  });

  it("that both have a hearing set on different days are a question for a person", () => {
    const [right, other] = [given(summons()), given(summons({ caseNumber: WRONG, hearing: on("10-12") }))];
    const decision = decide(
      right,
      { type: "take-over", ...doing, act: "merger", onto: RIGHT, other: WRONG, from: other },
      RULES,
    );
    expect(decision).toMatchObject({ refusal: { type: "two-hearings" } });
  });

  it("taken over twice bring nothing twice", () => {
    const right = given(summons());
    const once = evolveAll(right, merged(right, wrong)) ?? expect.fail();
    expect(merged(once, wrong).map(({ type }) => type)).toEqual(["done-by-hand"]);
  });
});

describe("what was put to the wrong case", () => {
  const OTHER = caseNumber("（2026）鲁1321行初29号");
  const doing = { at: NOW, by: "王芳", reason: "误登", cause: "link:1", other: OTHER };
  const LAND = respondent("沂南县自然资源局", "yinan-land");
  const two = given(
    summons({ parties: { plaintiffs: ["陈建"], respondents: [POLICE, LAND], thirdParties: [] } }),
  );

  it("a respondent leaves with what it owed, hears of it, and is sued in a case of its own", () => {
    const events = eventsOf(two, { type: "move-away", ...doing, what: { respondent: LAND.name } });
    const without = evolveAll(two, events) ?? expect.fail();
    expect(without.respondents.map(({ name }) => name)).toEqual([POLICE.name]);
    expect(without.deadlines.map((one) => one.respondent)).not.toContain(LAND.name);
    expect(without.takenBack).toMatchObject([
      {
        act: "split",
        respondent: LAND.name,
        voided: [{ to: { part: "agency", organisation: "yinan-land" } }],
      },
    ]);
    const from = partOf(two, { respondent: LAND.name });
    const how = { ...doing, act: "split", onto: OTHER, other: two.caseNumber } as const;
    const own =
      evolveAll(undefined, eventsOf(undefined, { type: "take-over", ...how, from })) ?? expect.fail();
    expect(own).toMatchObject({
      caseNumber: OTHER,
      state: "awaiting-hearing",
      hearing: { date: "2026-09-24" },
    });
    expect(own.respondents.map(({ name }) => name)).toEqual([LAND.name]);
    expect(own.deadlines.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      "report open",
      "filing open",
    ]);
  });

  it("a respondent leaves with what it handed in and was designated for, not with the judgment on the others", () => {
    const handed = (name: string) => ({
      respondent: name,
      at: NOW,
      by: "李明",
      parts: ["defence"],
      source: "agency",
    });
    const file =
      evolveAll(two, [
        { type: "defence-handed", handed: { ...handed(LAND.name), on: civilDate("2026-09-09") } },
        { type: "defence-handed", handed: { ...handed(POLICE.name), on: civilDate("2026-09-09") } },
        { type: "judgment-given", judgment: { document: "j", form: "judgment", ordered: [] } },
      ] as unknown as readonly CaseEvent[]) ?? expect.fail();
    const how = { ...doing, act: "split", onto: OTHER, other: two.caseNumber } as const;
    const from = partOf(file, { respondent: LAND.name });
    const own = evolveAll(undefined, eventsOf(undefined, { type: "take-over", ...how, from }));
    expect(own?.defence?.handed.map(({ respondent }) => respondent)).toEqual([LAND.name]);
    expect(own?.judgment).toBeUndefined();
  });

  it("a sitting leaves with what was said of it, and counts where it belongs", () => {
    const heard = given(summons(), record());
    const what = { hearing: 1 };
    const without = evolveAll(heard, eventsOf(heard, { type: "move-away", ...doing, what })) ?? expect.fail();
    expect(without).toMatchObject({ state: "registered", attendance: [], deadlines: [] });
    expect(statisticsRows(without)).toEqual([]);
    const target = given(summons({ caseNumber: OTHER, sha256: "s-29", hearing: on("10-12") }));
    const how = { ...doing, act: "split", onto: OTHER, other: heard.caseNumber } as const;
    const after = evolveAll(
      target,
      eventsOf(target, { type: "take-over", ...how, from: partOf(heard, what) }),
    );
    expect(after).toMatchObject({ state: "awaiting-hearing", hearing: { date: "2026-10-12" } });
    expect(after && statisticsRows(after)).toMatchObject([
      { caseNumber: OTHER, heardOn: "2026-09-24", present: true },
    ]);
  });

  it("the only respondent doesn't leave", () => {
    const file = given(summons());
    const decision = decide(file, { type: "move-away", ...doing, what: { respondent: POLICE.name } }, RULES);
    expect(decision).toMatchObject({ refusal: { type: "only-respondent" } });
  });
});
