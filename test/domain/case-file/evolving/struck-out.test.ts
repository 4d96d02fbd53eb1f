/** What does an event change of a case's parties and hearings, and what is left without what was never its own (误登) or was taken back (撤回)? */
import { describe, expect, it } from "vitest";
import type { CaseEvent } from "../../../../shared/domain/case-file/events.ts";
import { evolveAll } from "../../../../shared/domain/case-file/evolving/evolve.ts";
import type { CaseFile } from "../../../../shared/domain/case-file/state.ts";
import { at, given, POLICE, record, respondent, summons } from "../../../support/case-builders.ts";

const TRAFFIC = respondent("沂南县交通运输局", "yinan-traffic");
const BOTH = { parties: { plaintiffs: ["陈建"], respondents: [POLICE, TRAFFIC], thirdParties: ["李四"] } };
const FILE = given(summons(BOTH));
const [A, B] = [POLICE.name, TRAFFIC.name];

const evolved = (file: object, ...events: readonly object[]): CaseFile => {
  const next = evolveAll({ ...FILE, ...file } as CaseFile, events as readonly CaseEvent[]);
  if (next === undefined) throw new Error("no case");
  return next;
};

describe("parties and papers", () => {
  it("are added once each", () => {
    const parties = {
      plaintiffs: ["陈建", "王五"],
      respondents: [TRAFFIC, respondent("沂南县人民政府", "yinan")],
      thirdParties: ["李四", "赵六"],
    };
    const file = evolved({}, { type: "parties-added", ...parties });
    expect(file.plaintiffs).toEqual(["陈建", "王五"]);
    expect(file.thirdParties).toEqual(["李四", "赵六"]);
    expect(file.respondents.map(({ name }) => name)).toEqual([A, B, "沂南县人民政府"]);
  });
  it("a name that is identified, or an action withdrawn, is one respondent's", () => {
    const known = evolved(
      { respondents: [{ name: A }, { name: B }] },
      { type: "respondent-identified", name: A, identity: POLICE.identity },
    );
    expect(known.respondents).toEqual([POLICE, { name: B }]);
    const withdrawn = evolved({}, { type: "action-withdrawn", respondent: B, on: "2026-09-20" });
    expect(withdrawn.respondents).toEqual([POLICE, { ...TRAFFIC, withdrawnOn: "2026-09-20" }]);
  });
  it("a paper is filed once: the court's own takes the place of a copy", () => {
    const documents = [{ sha256: "a", copy: true }, { sha256: "b" }];
    expect(evolved({ documents }, { type: "document-filed", document: { sha256: "a" } }).documents).toEqual([
      { sha256: "b" },
      { sha256: "a" },
    ]);
  });
});

describe("a hearing", () => {
  const heard = given(summons(BOTH), record(BOTH));
  it("that was held on another day than was read is held once, on the right one", () => {
    const [sitting] = heard.pastHearings;
    const right = evolved(heard, { type: "hearing-held", hearing: { ...sitting, date: "2026-09-22" } });
    expect(right.pastHearings.map(({ date, fate }) => `${date} ${fate}`)).toEqual(["2026-09-22 held"]);
    expect(right.state).toBe("heard");
  });
  it("held earlier than the one that is awaited leaves that one to come, and a closed case closed", () => {
    const earlier = { type: "hearing-held", hearing: { ordinal: 7, date: "2026-09-01", sequence: 0 } };
    expect(evolved({}, earlier)).toMatchObject({ state: "awaiting-hearing", hearing: { ordinal: 1 } });
    expect(evolved({}, { type: "case-closed", outcome: "won" }, earlier)).toMatchObject({
      state: "closed",
      outcome: "won",
    });
  });
  it("after a standstill ends it, one before it doesn't; a sitting that is set does", () => {
    const halted = { halted: { result: "suspended", since: "2026-09-10" } };
    const held = (date: string) =>
      evolved(halted, { type: "hearing-held", hearing: { ordinal: 7, date, sequence: 0 } });
    expect(held("2026-09-09").halted).toBeDefined();
    expect(held("2026-09-10").halted).toBeDefined();
    expect(held("2026-09-11").halted).toBeUndefined();
    expect(
      evolved(halted, { type: "hearing-set", hearing: { ordinal: 8, date: "2026-10-20", sequence: 0 } })
        .halted,
    ).toBeUndefined();
  });
});

describe("without a respondent that was never this case's", () => {
  const of = (key: string) => ({ [key]: [{ respondent: A }, { respondent: B }] });
  it.each([
    "deadlines",
    "duties",
    "attendance",
    "reports",
    "filings",
    "handlingForms",
    "designations",
    "obstacles",
    "answers",
    "settlements",
    "urgings",
    "losses",
  ])("its %s are gone, and the others' stay", (key) => {
    expect(evolved(of(key), { type: "respondent-removed", name: A })).toMatchObject({
      [key]: [{ respondent: B }],
    });
  });
  it("it is sued no more, its defence is gone; what was sent is known still", () => {
    const defence = { handed: [{ respondent: A }, { respondent: B }], drafts: [], extensions: [] };
    const left = evolved({ defence }, { type: "respondent-removed", name: A });
    expect(left.respondents).toEqual([TRAFFIC]);
    expect(left.defence?.handed).toEqual([{ respondent: B }]);
    expect(left.sent).toEqual(FILE.sent);
    expect(evolved({}, { type: "respondent-removed", name: A })).not.toHaveProperty("losses");
  });
});

describe("without a sitting that was never this case's", () => {
  const past = (ordinal: number, date: string, fate: string) => ({ ordinal, date, fate, sequence: 0 });
  const held = [past(1, "2026-09-24", "held"), past(2, "2026-10-20", "held")];
  const removed = (ordinal: number, file: object) => evolved(file, { type: "hearing-removed", ordinal });
  it.each(["deadlines", "reports", "filings", "obstacles", "urgings", "meetings"])(
    "the %s about it are gone",
    (key) => {
      const left = removed(1, {
        state: "heard",
        pastHearings: held,
        [key]: [{ hearing: 1 }, { hearing: 2 }],
      });
      expect(left).toMatchObject({ [key]: [{ hearing: 2 }] });
    },
  );
  it("what was said of its day is gone", () => {
    const said = {
      attendance: [{ hearingDate: "2026-09-24" }, { hearingDate: "2026-10-20" }],
      answers: [{ sitting: "2026-09-24" }, { sitting: "2026-10-20" }],
      settlements: [{ sitting: "2026-09-24" }, { sitting: "2026-10-20" }],
    };
    expect(removed(1, { state: "heard", pastHearings: held, ...said })).toMatchObject({
      attendance: [{ hearingDate: "2026-10-20" }],
      answers: [{ sitting: "2026-10-20" }],
      settlements: [{ sitting: "2026-10-20" }],
    });
  });
  it("the case is heard as long as one sitting is left, and else as if it had only come in", () => {
    expect(removed(1, { state: "heard", pastHearings: held }).state).toBe("heard");
    expect(removed(1, { state: "heard", pastHearings: held.slice(0, 1) }).state).toBe("registered");
    expect(
      removed(1, { state: "heard", pastHearings: [held[0], past(2, "2026-10-20", "postponed")] }).state,
    ).toBe("registered");
    expect(removed(1, {})).toMatchObject({ state: "registered", pastHearings: [] });
    expect(removed(1, {})).not.toHaveProperty("hearing");
    expect(removed(1, { pastHearings: [past(2, "2026-09-01", "held")] }).state).toBe("heard");
  });
  it("another that is awaited is awaited still, and a closed case is closed", () => {
    expect(removed(2, { pastHearings: [past(2, "2026-09-01", "held")] })).toMatchObject({
      state: "awaiting-hearing",
      pastHearings: [],
    });
    expect(removed(1, { state: "closed", outcome: "won", pastHearings: held })).toMatchObject({
      state: "closed",
    });
  });
});

describe("what was taken back", () => {
  const taking = (changes: object = {}) => ({
    type: "taken-back",
    taking: {
      act: "review",
      voided: [{ to: { part: "court" }, letters: [{ key: "a", at: at("09-09") }] }],
      ...changes,
    },
  });
  const SENT = { sent: { a: at("09-09"), b: at("09-09") } };
  it("may be told anew, and stays known as taken back, in order", () => {
    const once = evolved(SENT, taking());
    expect(once.sent).toEqual({ b: at("09-09") });
    expect(evolved(once, taking({ act: "report" })).takenBack?.map(({ act }) => act)).toEqual([
      "review",
      "report",
    ]);
  });
  it("leaves the hearing that holds again newer than what calendars were sent", () => {
    const moved = { ordinal: 2, date: "2026-09-28", sequence: 2 };
    const again = evolved(SENT, taking({ hearing: moved }));
    expect(again).toMatchObject({
      hearing: { ordinal: 1, sequence: 4 },
      pastHearings: [{ ...moved, fate: "changed" }],
    });
    expect(evolved(SENT, taking({ sequence: 7 }))).toMatchObject({
      hearing: { ordinal: 1, sequence: 7 },
      pastHearings: [],
    });
    expect(evolved(SENT, taking())).toMatchObject({ hearing: { sequence: 0 }, pastHearings: [] });
    expect(evolved({ ...SENT, state: "postponed" }, taking({ hearing: moved })).pastHearings).toEqual([]);
  });
});

describe("a ledger that another takes the place of", () => {
  const ledger = (document: string, month = "2026-09", court = "yinan-court") => ({
    type: "ledger-noted",
    entry: { court, month, document },
  });
  it("is kept once for each court and month, the newest month last", () => {
    const file = evolved(
      {},
      ledger("b", "2026-10"),
      ledger("a"),
      ledger("c", "2026-09", "linyi-court"),
      ledger("d"),
    );
    expect(file.ledgers.map(({ document }) => document)).toEqual(["c", "d", "b"]);
    expect(
      evolved(file, { type: "ledger-withdrawn", ledger: { court: "yinan-court", month: "2026-09" } }).ledgers,
    ).toHaveLength(2);
  });
  it("takes with it what it alone had said of who came, and opens what it alone had ended", () => {
    const noted = evolved(
      {
        attendance: [
          { source: "court-ledger", document: "a" },
          { source: "court-ledger", document: "b" },
          { source: "filing", document: "a" },
        ],
      },
      ledger("a"),
    );
    const ended = evolved(noted, {
      type: "deadline-cancelled",
      kind: "report",
      respondent: A,
      hearing: 1,
      ledger: "a",
    });
    const back = evolved(ended, {
      type: "ledger-withdrawn",
      ledger: { court: "yinan-court", month: "2026-09" },
    });
    expect(back.attendance).toEqual([
      { source: "court-ledger", document: "b" },
      { source: "filing", document: "a" },
    ]);
    expect(back.deadlines).toEqual(FILE.deadlines);
  });
  it("sets the hearing again that it had called off or said was held", () => {
    const held = evolved(
      {},
      ledger("a"),
      { type: "hearing-postponed", ledger: "a" },
      { type: "hearing-held", hearing: { ordinal: 2, date: "2026-09-20", sequence: 0, ledger: "a" } },
    );
    expect(held.state).toBe("heard");
    const back = evolved(held, {
      type: "ledger-withdrawn",
      ledger: { court: "yinan-court", month: "2026-09" },
    });
    expect(back).toMatchObject({
      state: "awaiting-hearing",
      hearing: { ordinal: 1, date: "2026-09-24" },
      pastHearings: [],
    });
    expect(back).toEqual({ ...FILE, ledgers: [] });
  });
});
