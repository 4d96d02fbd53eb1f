/** What speaks for or against an agency, as rows and case files tell it. */
import { describe, expect, it } from "vitest";
import { eventsOfCase } from "../../../shared/domain/assessment/events-of-case.ts";
import {
  eventsOfCorrections,
  overdueCorrections,
} from "../../../shared/domain/assessment/events-of-corrections.ts";
import { eventsOfRows } from "../../../shared/domain/assessment/events-of-rows.ts";
import { basisOf, decideAtDesk } from "../../../shared/domain/case-file/decisions/desk-decisions.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { CaseDuty } from "../../../shared/domain/duties/case-duty.ts";
import { UNKNOWN_JURISDICTION } from "../../../shared/domain/organisations/district.ts";
import { type CountingPolicy, LINYI } from "../../../shared/domain/policy.ts";
import type { Correction, ProgrammeEntry } from "../../../shared/domain/programme/entry.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import type { DutyKind } from "../../../shared/domain/time/deadline.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import { at, given, POLICE, RULES, record, summons } from "../../support/case-builders.ts";
import { aRow } from "../../support/statistics-rows.ts";
import { aCorrection, anObservation } from "../../support/stored-things.ts";

describe("a row tells", () => {
  const kinds = (facts: Partial<StatisticsRow>) => eventsOfRows([aRow(1, facts)]).map(({ kind }) => kind);

  it.each<readonly [what: string, facts: Partial<StatisticsRow>, kinds: readonly string[]]>([
    ["an absence", { present: false }, ["absent"]],
    ["none the court accepted a reason for", { present: false, reasonAccepted: true }, []],
    ["none nobody knows of", { present: undefined }, []],
    [
      "an absence in an enterprise's case, as both",
      { present: false, enterprise: true },
      ["absent", "absent-enterprise"],
    ],
    ["nobody there", { present: false, withoutHead: "nobody" }, ["absent", "without-staff"]],
    ["lawyers alone", { present: false, reasonAccepted: true, withoutHead: "lawyers" }, ["without-staff"]],
    ["a head who was silent", { spoke: false }, ["silent"]],
    ["a head who left", { conduct: ["left-early"] }, ["left-early"]],
    [
      "a principal who was owed and didn't come",
      { rank: "deputy", principalOwed: ["court"] },
      ["principal-absent"],
    ],
    ["none that was excused", { rank: "deputy", principalOwed: ["court"], principalExcused: true }, []],
    ["a principal", { rank: "principal" }, ["principal-present"]],
    ["a case that was lost", { outcome: "lost" }, ["lost"]],
    ["also one decided without a hearing", { heard: false, present: undefined, outcome: "lost" }, ["lost"]],
    ["a dispute that was settled", { outcome: "settled" }, ["settled"]],
    ["nothing of a head who came", {}, []],
  ])("%s", (_, facts, expected) => expect(kinds(facts)).toEqual(expected));

  it("nothing of an agency for which another's head appears", () => {
    const rows = [
      aRow(1, { agency: "甲局" }),
      aRow(1, { agency: "乙局", present: undefined, excused: "agreed" }),
    ];
    expect(eventsOfRows(rows)).toEqual([]);
  });
});

describe("how a city counts", () => {
  const { counting } = LINYI;
  const kinds = (rows: readonly StatisticsRow[], own: Partial<CountingPolicy>) =>
    eventsOfRows(rows, { ...counting, ...own }).map(({ kind }) => kind);
  const absent = aRow(1, { present: false, enterprise: true, outcome: "lost", principalOwed: ["court"] });
  const blamed = ["absent", "absent-enterprise", "principal-absent"];

  it("by who was notified, blames no head of whom that isn't known", () => {
    expect(kinds([absent], { notifiedOnly: true })).toEqual(["lost"]);
    expect(kinds([absent], {})).toEqual([...blamed, "lost"]);
    expect(kinds([{ ...absent, notified: true }], { notifiedOnly: true })).toEqual([...blamed, "lost"]);
  });

  it("with second instances beside the totals, says nothing of who came to them", () => {
    const second = { ...absent, caseNumber: caseNumber("（2026）鲁13行终1号") };
    expect(kinds([second], { secondInstance: "out" })).toEqual([]);
    expect(kinds([second], {})).toEqual(blamed);
    const came = { ...second, present: true, rank: "principal", conduct: ["left-early"] } as const;
    expect(kinds([came], { secondInstance: "out" })).toEqual([]);
    expect(kinds([came], {})).toEqual(["left-early", "principal-present"]);
  });

  it("leaves out whom an accepted reason covers with the one that was to come", () => {
    const rows = [
      aRow(1, { agency: "甲局", present: false, reasonAccepted: true, withoutHead: "nobody" }),
      aRow(1, { agency: "乙局", present: false, excused: "agreed", withoutHead: "lawyers" }),
    ];
    expect(kinds(rows, { acceptedAbsences: "out" })).toEqual([]);
    expect(kinds(rows, {})).toEqual(["without-staff", "without-staff"]);
  });
});

describe("a case file tells", () => {
  const told = (file: CaseFile, today: string) =>
    eventsOfCase(file, civilDate(today)).map(({ kind, agency, on }) => [kind, agency, on]);
  const reported = (file: CaseFile, now: ReturnType<typeof at>) => {
    const decision = decideAtDesk(
      file,
      {
        type: "submit-report",
        at: now,
        by: "李明",
        respondent: POLICE.name,
        basis: basisOf(file, POLICE.name),
        report: {
          proposal: "请求驳回。",
          head: { appears: true, name: "龙涛", title: "副局长", rank: "deputy" },
          others: [],
        },
      },
      RULES,
    );
    return decision.accepted ? (evolveAll(file, decision.events) ?? file) : expect.fail("refused");
  };

  // Served on Tuesday 2026-09-08: the report is due on Friday the 11th.
  it("a report that is missing, from the day after it was due", () => {
    const file = given(summons());
    expect(told(file, "2026-09-11")).toEqual([]);
    expect(told(file, "2026-09-12")).toEqual([["missing-report", POLICE.name, "2026-09-11"]]);
    // While a year's holidays aren't announced its day may still move: nobody has missed it.
    const deadlines = file.deadlines.map((one) => ({
      ...one,
      deadline: { ...one.deadline, provisional: true },
    }));
    expect(told({ ...file, deadlines }, "2026-09-12")).toEqual([]);
  });

  it("one that came late, and nothing of one that came in time", () => {
    const late = reported(given(summons()), at("09-14"));
    expect(told(late, "2026-09-20")).toEqual([["late-report", POLICE.name, "2026-09-11"]]);
    expect(told(reported(given(summons()), at("09-11", "17:00")), "2026-09-20")).toEqual([]);
  });

  // Heard on Thursday the 24th: the holidays move the day the filing is due.
  it("a filing that is missing", () => {
    const heard = given(summons(), record());
    const due = heard.deadlines.find(({ kind }) => kind === "filing")?.deadline.due;
    expect(told(heard, "2026-10-20")).toContainEqual(["missing-filing", POLICE.name, due]);
  });

  it("what was owed beside the sittings and was done late, or not at all", () => {
    const duty = (kind: DutyKind, due: string, facts: Partial<CaseDuty> = {}): CaseDuty => ({
      kind,
      respondent: POLICE.name,
      startsOn: civilDate("2026-06-01"),
      deadline: {
        kind,
        due: civilDate(due),
        provisional: false,
        explanation: { rule: "", basis: "", steps: [] } as never,
      },
      status: "open",
      ...facts,
    });
    const file = {
      ...given(summons()),
      deadlines: [],
      duties: [
        duty("performance", "2026-08-03"),
        duty("defence", "2026-07-01", { status: "met", metOn: civilDate("2026-07-02") }),
        duty("evidence", "2026-07-01", { status: "met", metOn: civilDate("2026-07-01") }),
        duty("appeal", "2026-07-01"),
        duty("performance", "2026-08-04", { status: "cancelled" }),
      ],
    };
    expect(told(file, "2026-08-04")).toEqual([
      ["judgment-unperformed", POLICE.name, "2026-08-03"],
      ["late-defence", POLICE.name, "2026-07-01"],
    ]);
    expect(told(file, "2026-08-03").map(([kind]) => kind)).toEqual(["late-defence"]);
  });

  it("nothing where the case was registered by mistake", () => {
    expect(eventsOfCase({ ...given(summons()), void: true }, civilDate("2026-12-01"))).toEqual([]);
  });
});

describe("a proposal for correction tells", () => {
  const told = (entries: readonly ProgrammeEntry[], today: string, district?: string) => {
    const districts = new Map(
      district === undefined ? [] : [[aCorrection().to.organisation, district] as const],
    );
    return eventsOfCorrections(overdueCorrections(entries, civilDate(today)), districts);
  };
  const answer = { at: at("10-19"), by: "李明", text: "已整改。" };
  const verdict = { at: at("10-20"), by: "王芳", text: "" };

  it("that no answer came by its day, to the district that the directory says", () => {
    const branch = aCorrection({ to: { ...aCorrection().to, name: "临沂市公安局河东分局" } });
    expect(told([branch], "2026-10-20")).toEqual([]);
    const { caseNumber } = branch;
    const event = { kind: "correction-overdue", on: branch.due, subject: branch.id, caseNumber };
    const of = { ...event, agency: "临沂市公安局河东分局" };
    expect(told([branch], "2026-10-21", "河东区")).toEqual([{ ...of, jurisdiction: "河东区" }]);
    expect(told([branch], "2026-10-21")).toEqual([{ ...of, jurisdiction: UNKNOWN_JURISDICTION }]);
  });

  it.each<readonly [what: string, facts: Partial<Correction>, times: number]>([
    ["an answer that lies with the bureau", { answers: [answer] }, 0],
    ["one that was accepted", { answers: [{ ...answer, verdict: { ...verdict, accepted: true } }] }, 0],
    ["one that was returned", { answers: [{ ...answer, verdict: { ...verdict, accepted: false } }] }, 1],
    ["one recorded by mistake", { withdrawn: "重复" }, 0],
  ])("of %s", (_, facts, times) => {
    expect(told([aCorrection(facts)], "2026-10-21")).toHaveLength(times);
  });

  it("nothing of other entries", () => expect(told([anObservation()], "2026-12-31")).toEqual([]));
});
