import { describe, expect, it } from "vitest";
import { attendanceOf } from "../../../shared/domain/case-file/attendance.ts";
import { decide } from "../../../shared/domain/case-file/decisions/decide.ts";
import type { CaseEvent } from "../../../shared/domain/case-file/events.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import {
  type IdentifiedStatement,
  type LedgerRef,
  ledgerDoubts,
  type NoteLedger,
} from "../../../shared/domain/case-file/ledger/ledger.ts";
import { type CaseFile, sittings } from "../../../shared/domain/case-file/state.ts";
import { monthOfCase, statisticsRows } from "../../../shared/domain/case-file/statistics-rows.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { defined } from "../../../shared/domain/defined.ts";
import { obligations } from "../../../shared/domain/obligations/ladders.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { civilDate, type Month } from "../../../shared/domain/time/time.ts";
import {
  at,
  eventsOf as decided,
  given,
  POLICE,
  RULES,
  record,
  summons,
} from "../../support/case-builders.ts";

const SEPTEMBER = "2026-09" as Month;
const LEDGER: LedgerRef = {
  court: "yinan-court" as OrganisationId,
  month: SEPTEMBER,
  document: "ledger-1",
  receivedAt: at("10-02"),
};
const CORRECTED: LedgerRef = { ...LEDGER, document: "ledger-2", receivedAt: at("10-05") };
const day = civilDate("2026-09-24");

function statement(changes: Partial<IdentifiedStatement> = {}): IdentifiedStatement {
  return {
    caseNumber: caseNumber("（2026）鲁1321行初23号"),
    court: "沂南县人民法院",
    sheet: "",
    row: 3,
    plaintiffs: ["陈建"],
    respondents: [POLICE],
    heard: true,
    agencies: [{ respondent: POLICE.name, heardOn: day, attended: false, absenceReason: "因公出差" }],
    ...changes,
  };
}

/** A ledger that says this of the case; weighed against no other. */
function note(words: IdentifiedStatement | undefined, ledger = LEDGER): NoteLedger {
  return { type: "note-ledger", ledger, weighedAgainst: [], ...defined({ statement: words }) };
}

function eventsOf(
  file: CaseFile | undefined,
  words: IdentifiedStatement | undefined,
  ledger = LEDGER,
  weighedAgainst: readonly string[] = ["ledger-1"],
): readonly CaseEvent[] {
  const decision = decide(file, { ...note(words, ledger), weighedAgainst }, RULES);
  if (!decision.accepted) throw new Error(decision.refusal.type);
  return decision.events;
}

function noted(file: CaseFile | undefined, ...args: [IdentifiedStatement | undefined, LedgerRef?]): CaseFile {
  const next = evolveAll(file, eventsOf(file, ...args));
  if (next === undefined) throw new Error("no case");
  return next;
}

describe("a case nobody sent papers of", () => {
  it("is opened by the ledger, counts, and asks its agency for the filing, nobody else for anything", () => {
    const file = noted(undefined, statement());
    expect(file).toMatchObject({
      state: "heard",
      documents: [],
      deadlines: [{ kind: "filing", respondent: POLICE.name, startsOn: "2026-09-24", status: "open" }],
    });
    expect(statisticsRows(file)).toMatchObject([
      { heard: true, heardOn: "2026-09-24", present: false, source: "court-ledger", openDifference: false },
    ]);
    expect(obligations(file, RULES).map(({ key }) => key)).toEqual([`filing:1:asked:${POLICE.name}`]);
  });

  it("owes nothing for a sitting that is history, or was before the system began", () => {
    const old = { ...LEDGER, receivedAt: at("10-26") };
    expect(noted(undefined, statement(), old)).toMatchObject({ state: "heard", deadlines: [] });
    const startsOn = civilDate("2026-10-01");
    const late = { ...RULES, policy: { ...RULES.policy, startsOn } };
    const decision = decide(undefined, note(statement()), late);
    expect(decision.accepted && evolveAll(undefined, decision.events)?.deadlines).toEqual([]);
  });

  it("of an agency the directory doesn't know is not asked about case by case", () => {
    const file = noted(
      undefined,
      statement({
        respondents: [{ name: "沂南县某局" }],
        agencies: [{ respondent: "沂南县某局", heardOn: day }],
      }),
    );
    expect(obligations(file, RULES)).toEqual([]);
    expect(statisticsRows(file)).toMatchObject([{ agency: "沂南县某局", jurisdiction: "沂南县" }]);
  });

  it("and that it doesn't say was heard has no sitting, whatever day stands with its agency", () => {
    for (const heard of [false, undefined]) {
      const { heard: _, ...words } = statement();
      const file = noted(undefined, { ...words, ...defined({ heard }) });
      expect([sittings(file), file.state]).toEqual([[], "registered"]);
    }
  });

  it("whose agency the ledger doesn't name counts all the same, until a paper or a ledger names it", () => {
    const nameless = statement({ respondents: [], agencies: [{ heardOn: day, attended: true }] });
    const file = noted(undefined, nameless);
    expect(statisticsRows(file)).toMatchObject([{ agency: "未知", heard: true, present: true }]);
    expect(obligations(file, RULES)).toEqual([]);
    const named = evolveAll(file, decided(file, summons()));
    expect(named && statisticsRows(named)).toMatchObject([{ agency: POLICE.name, present: true }]);
    expect(statisticsRows(noted(file, statement(), CORRECTED))).toMatchObject([
      { agency: POLICE.name, present: false },
    ]);
  });

  it("that wasn't heard counts for what was resolved to the ledger's month", () => {
    const file = noted(
      undefined,
      statement({
        heard: false,
        undatedIn: SEPTEMBER,
        outcome: "settled",
        mediated: true,
        agencies: [{ respondent: POLICE.name }],
      }),
    );
    expect(monthOfCase(file)).toBe("2026-09");
    expect(statisticsRows(file)).toMatchObject([
      { heard: false, outcome: "settled", mediated: true, heardOn: undefined, present: undefined },
    ]);
  });
});

describe("a ledger without days of hearing", () => {
  const undated = (changes: Partial<IdentifiedStatement> = {}) =>
    statement({
      undatedIn: SEPTEMBER,
      agencies: [
        { respondent: POLICE.name, attended: false, absenceReason: "因公出差", staffAppeared: true },
      ],
      ...changes,
    });

  it("counts its cases to its month, with who came", () => {
    const file = noted(undefined, undated());
    expect(monthOfCase(file)).toBe("2026-09");
    expect(statisticsRows(file)).toMatchObject([
      {
        heard: true,
        heardOn: undefined,
        present: false,
        absenceReason: "因公出差",
        withoutHead: "staff",
        source: "court-ledger",
      },
    ]);
    expect(sittings(file)).toEqual([]);
  });

  it("leaves a case open of which it doesn't say whether it was heard", () => {
    const { heard: _, ...unsaid } = undated();
    const file = noted(undefined, unsaid);
    expect(monthOfCase(file)).toBe("2026-09");
    expect(statisticsRows(file)).toMatchObject([{ heard: undefined, present: false }]);
  });

  it("yields to the record that comes later, and differs from it", () => {
    const file = noted(undefined, undated());
    const recorded = evolveAll(file, decided(file, record()));
    expect(recorded && monthOfCase(recorded)).toBe("2026-09");
    expect(recorded && statisticsRows(recorded)).toMatchObject([
      { heardOn: day, present: true, source: "hearing-record", openDifference: true },
    ]);
  });

  it("that says yes and no of one agency leaves it unknown, never false", () => {
    const [absent] = undated().agencies;
    const both = undated({
      agencies: [...(absent ? [absent] : []), { respondent: POLICE.name, attended: true }],
    });
    expect(statisticsRows(noted(undefined, both))).toMatchObject([
      { present: undefined, openDifference: true },
    ]);
  });

  it("is gone with all it said when a later one leaves the case out", () => {
    expect(statisticsRows(noted(noted(undefined, undated()), undefined, CORRECTED))).toEqual([]);
  });
});

describe("several rows about one agency in one case", () => {
  const rows = (...attended: readonly (readonly [string, boolean])[]) =>
    noted(
      undefined,
      statement({
        agencies: attended.map(([on, there]) => ({
          respondent: POLICE.name,
          heardOn: civilDate(on),
          attended: there,
        })),
      }),
    );

  it("are two sittings of one instance: it counts once, to the month of the first, and one appearance suffices", () => {
    const file = rows(["2026-09-24", false], ["2026-10-01", true]);
    expect(monthOfCase(file)).toBe("2026-09");
    expect(statisticsRows(file)).toMatchObject([
      { heardOn: "2026-09-24", present: true, openDifference: false },
    ]);
  });

  it("that say yes and no of one sitting leave it unknown, never false", () => {
    expect(statisticsRows(rows(["2026-09-24", false], ["2026-09-24", true]))).toMatchObject([
      { present: undefined, openDifference: true },
    ]);
  });
});

describe("what a ledger says beside attendance", () => {
  it("places an agency that the directory doesn't know, and no other", () => {
    const agencies = [{ respondent: "教育局", jurisdiction: "兰山区", heardOn: day }];
    const unknown = noted(undefined, statement({ respondents: [{ name: "教育局" }], agencies }));
    expect(statisticsRows(unknown)).toMatchObject([{ jurisdiction: "兰山区" }]);
    const known = noted(
      undefined,
      statement({ agencies: [{ respondent: POLICE.name, jurisdiction: "兰山区", heardOn: day }] }),
    );
    expect(statisticsRows(known)).toMatchObject([{ jurisdiction: "沂南县" }]);
  });

  it("counts a case as closed though it names no outcome", () => {
    expect(statisticsRows(noted(undefined, statement({ closed: true })))).toMatchObject([
      { closed: true, outcome: undefined },
    ]);
  });

  it("stays open where the ledger contradicts itself, until a better source answers", () => {
    const doubtful = statement({
      agencies: [{ respondent: POLICE.name, heardOn: day, attended: false, doubtful: true }],
    });
    const file = noted(undefined, doubtful);
    expect(statisticsRows(file)).toMatchObject([{ present: false, openDifference: true }]);
    const agreeing = statement({
      agencies: [{ respondent: POLICE.name, heardOn: day, attended: true, doubtful: true }],
    });
    expect(statisticsRows(noted(given(summons(), record()), agreeing))).toMatchObject([
      { present: true, source: "hearing-record", openDifference: false },
    ]);
  });

  it("tells an enterprise by the plaintiffs' names where it says nothing itself", () => {
    expect(statisticsRows(noted(undefined, statement({ plaintiffs: ["沂南某商贸有限公司"] })))).toMatchObject(
      [{ enterprise: true }],
    );
  });
});

describe("the court is asked", () => {
  const doubtsOn = (file: CaseFile | undefined, changes: Partial<IdentifiedStatement>) => {
    const words = statement(changes);
    return ledgerDoubts(file, noted(file, words), words, LEDGER);
  };
  const undated = [{ respondent: POLICE.name, attended: true }];

  it("for the day of a hearing that has none, unless a paper told it", () => {
    expect(doubtsOn(undefined, { agencies: undated })).toEqual([{ type: "no-day" }]);
    expect(doubtsOn(undefined, { agencies: undated, yearUnknown: true })).toEqual([{ type: "no-year" }]);
    expect(doubtsOn(given(summons(), record()), { agencies: undated })).toEqual([]);
  });

  it("for the month of what was not heard, where a resolution hangs on it", () => {
    expect(doubtsOn(undefined, { heard: false, agencies: undated })).toEqual([]);
    expect(doubtsOn(undefined, { heard: false, mediated: true, agencies: undated })).toEqual([
      { type: "no-month" },
    ]);
    expect(doubtsOn(undefined, { heard: false, mediated: true, undatedIn: SEPTEMBER })).toEqual([]);
  });

  it("which holds, where it calls a person's case an enterprise's", () => {
    expect(doubtsOn({ ...given(summons()), enterprise: false }, { enterprise: true })).toEqual([
      { type: "enterprise-differs", stated: true },
    ]);
  });
});

describe("a day on which the case can't have been heard", () => {
  const heardOn = (date: string) =>
    statement({ agencies: [{ respondent: POLICE.name, heardOn: civilDate(date), attended: true }] });
  const doubtsOn = (file: CaseFile | undefined, words: IdentifiedStatement) =>
    ledgerDoubts(file, noted(file, words), words, LEDGER);

  it.each([
    ["still to come, as another than the one set", "2026-10-27", "planned"],
    ["in a year far away", "2062-09-24", "planned"],
    ["in the year before the case", "2025-09-24", "before-the-case"],
    ["later than the one set, though nothing moved that", "2026-09-25", "not-the-day-set"],
  ])(
    "%s: nothing is heard, nothing put off, nothing that is owed ends, and the court is asked",
    (_, date, type) => {
      const before = given(summons());
      const file = noted(before, heardOn(date));
      expect(file).toMatchObject({ state: "awaiting-hearing", hearing: { date: "2026-09-24" } });
      expect(file.deadlines).toEqual(before.deadlines);
      expect(file.attendance).toEqual([]);
      expect(statisticsRows(file)).toEqual([]);
      expect(doubtsOn(before, heardOn(date))).toMatchObject([{ type, day: date }]);
    },
  );

  it.each(["2026-10-27", "2062-08-05", "2025-09-24"])("%s in a case nobody sent papers of", (date) => {
    const file = noted(undefined, heardOn(date));
    expect(file.state).toBe("registered");
    expect(statisticsRows(file)).toEqual([]);
    expect(doubtsOn(undefined, heardOn(date))).toMatchObject([{ day: date }]);
  });

  it("but planned for the very day that is set: it says nothing new, and nobody is asked", () => {
    const later = given(
      summons({ hearing: { date: civilDate("2026-10-20") }, servedOn: civilDate("2026-09-28") }),
    );
    expect(noted(later, heardOn("2026-10-20"))).toMatchObject({ state: "awaiting-hearing", attendance: [] });
    expect(doubtsOn(later, heardOn("2026-10-20"))).toEqual([]);
  });

  it("leaves another day of the same case standing", () => {
    const both = statement({
      agencies: [
        { respondent: POLICE.name, heardOn: day, attended: true },
        { respondent: POLICE.name, heardOn: civilDate("2026-10-27") },
      ],
    });
    const file = noted(given(summons()), both);
    expect(sittings(file).map(({ date }) => date)).toEqual([day]);
    expect(attendanceOf(file, POLICE.name)?.present).toBe(true);
    expect(doubtsOn(given(summons()), both)).toMatchObject([{ type: "planned", day: "2026-10-27" }]);
  });

  it("is no question once a record has proved it", () => {
    const moved = given(
      summons(),
      record({ hearing: { date: civilDate("2026-09-25") }, attendance: [], reviewedBy: "周敏" }),
    );
    expect(doubtsOn(moved, heardOn("2026-09-25"))).toEqual([]);
  });
});

describe("a ledger that takes its word back", () => {
  const closing = statement({ heard: false, outcome: "withdrawn", agencies: [{ respondent: POLICE.name }] });

  it.each([
    ["that the case was heard", statement()],
    ["that it was heard and lost", statement({ outcome: "lost" })],
    ["that it ended unheard", closing],
  ])("%s: hearing, duties and reminders stand as the court's papers had set them", (_, words) => {
    const before = given(summons());
    const after = noted(noted(before, words), undefined, CORRECTED);
    const { version: _v, sent: _s, ...expected } = before;
    const { version: _v2, sent: _s2, ...found } = after;
    // 涉企 by the plaintiffs' names is no word of the ledger's.
    expect(found).toEqual({ ...expected, enterprise: false });
    expect(obligations(after, RULES).map(({ key }) => key)).toEqual(
      obligations(before, RULES).map(({ key }) => key),
    );
  });

  it("for another word: what the first had changed isn't left over", () => {
    const before = given(summons());
    const again = noted(noted(before, closing), statement(), CORRECTED);
    const straight = noted(before, statement(), CORRECTED);
    expect({ ...again, version: 0, sent: {} }).toEqual({ ...straight, version: 0, sent: {} });
  });

  it("after a judgment has closed the case: it stays closed, and nothing is owed again", () => {
    const judged = given(summons());
    const closed = evolveAll(noted(judged, statement({ outcome: "lost" })), [
      { type: "case-closed", outcome: "lost" },
    ]);
    const after = noted(closed, undefined, CORRECTED);
    expect(after.state).toBe("closed");
    expect(after.deadlines.filter(({ kind, status }) => kind === "report" && status === "open")).toEqual([]);
  });
});

describe("a case with papers", () => {
  it("that awaited its hearing was heard, the ledger says", () => {
    const file = noted(given(summons()), statement());
    expect(file.state).toBe("heard");
    expect(sittings(file)).toMatchObject([{ date: day, time: "09:00", ledger: "ledger-1" }]);
    expect(attendanceOf(file, POLICE.name)?.present).toBe(false);
    expect(file.deadlines.filter(({ kind }) => kind === "filing")).toMatchObject([{ status: "open" }]);
  });

  it("keeps the record's word, and shows the difference", () => {
    const file = noted(given(summons(), record()), statement());
    expect(attendanceOf(file, POLICE.name)).toMatchObject({ present: true, difference: true });
    expect(statisticsRows(file)).toMatchObject([{ present: true, openDifference: true }]);
  });

  it("that the ledger says was not heard is a difference too", () => {
    const file = noted(
      given(summons(), record()),
      statement({ heard: false, agencies: [{ respondent: POLICE.name }] }),
    );
    expect(statisticsRows(file)).toMatchObject([{ heard: true, openDifference: true }]);
  });

  it("has no second sitting because the ledger slips in the day", () => {
    const slipped = statement({
      agencies: [{ respondent: POLICE.name, heardOn: civilDate("2026-09-25"), attended: true }],
    });
    expect(sittings(noted(given(summons(), record()), slipped))).toHaveLength(1);
  });

  it("doesn't take in an agency that nobody knows, nor one number's row for another's", () => {
    const extra = statement({ respondents: [POLICE, { name: "沂南县某局" }] });
    const file = noted(given(summons()), extra);
    expect(file.respondents).toEqual([POLICE]);
    expect(ledgerDoubts(given(summons()), file, extra, LEDGER)).toEqual([
      { type: "stranger", name: "沂南县某局" },
    ]);
    const wrong = statement({ respondents: [{ name: "费县公安局" }] });
    expect(decide(given(summons()), note(wrong), RULES)).toMatchObject({
      accepted: false,
      refusal: { type: "parties-differ" },
    });
  });

  it("closed by the ledger is closed by its judgment when that comes", () => {
    const closed = noted(given(summons(), record()), statement({ outcome: "won" }));
    expect(closed).toMatchObject({ state: "closed", outcome: "won", byLedger: true });
    const judgment = record({
      sha256: "judgment-1",
      kind: "judgment",
      at: at("10-20"),
      result: { outcome: "lost", heard: true },
    });
    const judged = evolveAll(closed, decided(closed, judgment));
    expect(judged).toMatchObject({ state: "closed", outcome: "lost" });
    expect(judged).not.toHaveProperty("byLedger");
    expect(noted(judged, statement({ outcome: "won" }), CORRECTED)).toMatchObject({ outcome: "lost" });
  });

  it("whose sitting only the ledger proved is proved by its record when that comes", () => {
    const byLedger = noted(undefined, statement());
    const proved = evolveAll(byLedger, decided(byLedger, record()));
    expect(proved && sittings(proved)).toMatchObject([{ date: day, ordinal: 1 }]);
    expect(proved && sittings(proved)[0]).not.toHaveProperty("ledger");
    expect(sittings(noted(proved, undefined, CORRECTED))).toHaveLength(1);
  });
});

describe("a later ledger of the month", () => {
  it("takes back all the former one said", () => {
    const first = noted(undefined, statement({ outcome: "won" }));
    const corrected = statement({
      agencies: [{ respondent: POLICE.name, heardOn: civilDate("2026-09-22"), attended: true }],
    });
    const file = noted(first, corrected, CORRECTED);
    expect(file).toMatchObject({ state: "heard", ledgers: [{ document: "ledger-2" }] });
    expect(sittings(file).map(({ date }) => date)).toEqual(["2026-09-22"]);
    expect(attendanceOf(file, POLICE.name)).toMatchObject({ present: true, difference: false });
  });

  it("keeps the number and hour of a sitting it proves again", () => {
    const first = noted(given(summons()), statement());
    const again = noted(first, statement(), CORRECTED);
    expect(sittings(again)).toMatchObject([{ ordinal: 1, time: "09:00", ledger: "ledger-2" }]);
  });

  it("bears out what was owed as it stood: a filing that was made is not asked for again", () => {
    const first = noted(undefined, statement());
    const met = evolveAll(first, [
      {
        type: "deadline-met",
        kind: "filing",
        respondent: POLICE.name,
        on: civilDate("2026-10-03"),
        hearing: 1,
      },
    ]);
    // Weeks later, when nothing would be asked for any more.
    const late = { ...CORRECTED, receivedAt: at("11-05") };
    expect(noted(met, statement({ outcome: "won" }), late).deadlines).toMatchObject([
      { kind: "filing", hearing: 1, status: "met" },
    ]);
  });

  it("that moves the sitting has its agency asked anew, under another number", () => {
    const first = noted(undefined, statement());
    const asked = { ...first, sent: { [`filing:1:asked:${POLICE.name}`]: at("10-08") } };
    const moved = statement({
      agencies: [{ respondent: POLICE.name, heardOn: civilDate("2026-09-25"), attended: true }],
    });
    const file = noted(asked, moved, CORRECTED);
    expect(file.deadlines).toMatchObject([{ kind: "filing", hearing: 2, startsOn: "2026-09-25" }]);
    expect(obligations(file, RULES).map(({ key }) => key)).toEqual([`filing:2:asked:${POLICE.name}`]);
  });

  it("that leaves the case out leaves nothing to count", () => {
    const file = noted(noted(undefined, statement({ outcome: "won" })), undefined, CORRECTED);
    expect(file).toMatchObject({
      state: "registered",
      ledgers: [],
      attendance: [],
      pastHearings: [],
      deadlines: [],
    });
    expect(obligations(file, RULES)).toEqual([]);
    expect(statisticsRows(file)).toEqual([]);
  });

  it("that nobody weighed against the one in the file must wait", () => {
    const first = noted(undefined, statement());
    expect(decide(first, note(statement(), CORRECTED), RULES)).toEqual({
      accepted: false,
      refusal: { type: "not-weighed" },
    });
  });

  it("the same one twice changes nothing", () => {
    const first = noted(undefined, statement());
    expect(eventsOf(first, statement())).toEqual([]);
  });
});
