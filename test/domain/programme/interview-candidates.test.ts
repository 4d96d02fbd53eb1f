import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LINYI } from "../../../shared/domain/policy.ts";
import { candidates } from "../../../shared/domain/programme/interview-candidates.ts";
import { statistics } from "../../../shared/domain/statistics/statistics.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { periodOf } from "../../../shared/domain/time/period.ts";
import { civilDate, type Month } from "../../../shared/domain/time/time.ts";
import type {
  EventTriggerName,
  InterviewTriggers,
} from "../../../shared/domain/unit-events/interview-triggers.ts";
import type { UnitEvent } from "../../../shared/domain/unit-events/unit-event.ts";
import { aRow, AUGUST as MONTH, POLICE } from "../../support/statistics-rows.ts";

const POLICY = LINYI.interviews;

/** Heard cases of one agency of 沂南县: `+` present, `-` absent, `?` unknown. */
function cases(marks: string, facts: Partial<StatisticsRow> = {}): StatisticsRow[] {
  return [...marks].map((mark, index) =>
    aRow(index + 1, {
      agency: POLICE,
      jurisdiction: "沂南县",
      present: mark === "?" ? undefined : mark === "+",
      ...facts,
    }),
  );
}
const proposed = (rows: readonly StatisticsRow[]) => candidates(statistics(rows, { month: MONTH }), POLICY);

describe("candidates for an interview", () => {
  it("are counties and agencies of a low rate, with the figures", () => {
    expect(proposed(cases("+-+", { reasonAccepted: true }))).toEqual([
      {
        unit: { kind: "county", name: "沂南县" },
        heard: 3,
        present: 2,
        reasons: [{ type: "low-rate", heard: 3, present: 2, rate: "66.67%", belowPercent: 90 }],
      },
      {
        unit: { kind: "agency", name: "沂南县公安局" },
        heard: 3,
        present: 2,
        reasons: [{ type: "low-rate", heard: 3, present: 2, rate: "66.67%", belowPercent: 90 }],
      },
    ]);
  });

  it("are none of few cases, of a rate just high enough, or of what a source left open", () => {
    expect(proposed(cases("+-"))).toEqual([]);
    expect(proposed(cases("+++++++++-"))).toEqual([]);
    expect(proposed(cases("??+"))).toEqual([]);
  });

  it("are agencies whose head stayed away again and again, unless the court accepted why", () => {
    const many = "++++++++++++++++++++";
    expect(proposed(cases(`--${many}`)).map(({ unit, reasons }) => [unit.kind, reasons])).toEqual([
      ["agency", [{ type: "repeated-absence", cases: ["（2026）鲁1302行初1号", "（2026）鲁1302行初2号"] }]],
    ]);
    expect(proposed(cases(`--${many}`, { reasonAccepted: true }))).toEqual([]);
  });

  it("are those with a low rate in cases of enterprises, which weigh heavier", () => {
    const rows = [...cases("++-").map((one) => ({ ...one, enterprise: true, reasonAccepted: true }))];
    expect(proposed(rows)[0]?.reasons[1]).toEqual({
      type: "low-enterprise-rate",
      heard: 3,
      present: 2,
      rate: "66.67%",
      belowPercent: 95,
    });
  });

  it("never include whoever always appeared, and don't depend on the order of rows", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("+", "-", "?"), { maxLength: 12 }), (marks) => {
        const rows = cases(marks.join(""));
        if (!marks.includes("-")) expect(proposed(rows)).toEqual([]);
        expect(proposed(rows.toReversed())).toEqual(proposed(rows));
      }),
    );
  });
});

describe("triggers beside Linyi's", () => {
  const QUARTER = periodOf("quarter", MONTH);
  const event = (kind: UnitEvent["kind"], serial: number, on: string, agency = POLICE): UnitEvent => ({
    kind,
    agency,
    jurisdiction: "沂南县",
    caseNumber: aRow(serial).caseNumber,
    on: civilDate(on),
  });
  const found = (
    triggers: InterviewTriggers,
    events: readonly UnitEvent[],
    rows: readonly StatisticsRow[] = [],
  ) => candidates(statistics([], { period: QUARTER }), { triggers }, { rows, events });

  it.each<readonly [EventTriggerName, UnitEvent["kind"]]>([
    ["repeatLoss", "repeat-loss"],
    ["unansweredSuggestions", "suggestion-unanswered"],
    ["unperformedJudgments", "judgment-unperformed"],
    ["lateReports", "missing-report"],
    ["lateReports", "late-report"],
    ["lateFilings", "late-filing"],
    ["lateDefences", "late-defence"],
    ["lateLossReports", "late-loss-report"],
    ["principalAbsences", "principal-absent"],
  ])("%s counts each %s of the period, by its own bound, and names the cases", (trigger, kind) => {
    const events = [event(kind, 1, "2026-07-02"), event(kind, 2, "2026-09-30")];
    expect(found({ [trigger]: { atLeast: 3 } }, events)).toEqual([]);
    expect(found({}, events)).toEqual([]);
    expect(found({ [trigger]: { atLeast: 2 } }, events)).toEqual([
      {
        unit: { kind: "agency", name: POLICE },
        heard: 0,
        present: 0,
        reasons: [
          { type: "events", trigger, events: events.map(({ caseNumber, on }) => ({ caseNumber, on })) },
        ],
      },
    ]);
  });

  it("late and missing reports are counted together, those of another agency apart", () => {
    const events = [
      event("late-report", 1, "2026-07-02"),
      event("missing-report", 2, "2026-08-03"),
      event("missing-report", 3, "2026-08-03", "沂南县水利局"),
    ];
    expect(found({ lateReports: { atLeast: 2 } }, events).map(({ unit }) => unit.name)).toEqual([POLICE]);
  });

  it("those of earlier months count where the trigger looks back, and one of the period is new", () => {
    const triggers = { principalAbsences: { atLeast: 2, withinMonths: 9 } };
    const [january, december, august] = [
      event("principal-absent", 1, "2026-01-05"),
      event("principal-absent", 2, "2025-12-31"),
      event("principal-absent", 3, "2026-08-31"),
    ];
    expect(found(triggers, [january, august])).toHaveLength(1);
    expect(found(triggers, [december, august])).toEqual([]);
    expect(found(triggers, [january, event("principal-absent", 4, "2026-06-30")])).toEqual([]);
  });

  it("too many cases lost call for a county and for its agency, with those that were", () => {
    const lossRate = { abovePercent: 25, minimumClosed: 4, withinMonths: 12 };
    const rows = [1, 2, 3, 4].map((serial) =>
      aRow(serial, { agency: POLICE, jurisdiction: "沂南县", outcome: serial < 3 ? "lost" : "won" }),
    );
    const reason = {
      type: "high-loss-rate",
      closed: 4,
      lost: 2,
      rate: "50.00%",
      abovePercent: 25,
      cases: rows.slice(0, 2).map(({ caseNumber }) => caseNumber),
    };
    expect(found({ lossRate }, [], rows).map(({ unit, reasons }) => [unit.kind, reasons])).toEqual([
      ["county", [reason]],
      ["agency", [reason]],
    ]);
    expect(found({ lossRate: { ...lossRate, abovePercent: 50 } }, [], rows)).toEqual([]);
    expect(found({ lossRate: { ...lossRate, minimumClosed: 5 } }, [], rows)).toEqual([]);
    const pending = rows.map((row) => ({ ...row, outcome: undefined, closed: undefined }));
    expect(found({ lossRate }, [], pending)).toEqual([]);
  });

  it("a lost case counts in the month it was closed in, and in none where a source that tells months leaves it open", () => {
    const lossRate = { abovePercent: 25, minimumClosed: 2, withinMonths: 3 };
    const lost = (facts: Partial<StatisticsRow>) =>
      found(
        { lossRate },
        [],
        [1, 2].map((serial) => aRow(serial, { agency: POLICE, outcome: "lost", ...facts })),
      ).length;
    expect(lost({ closedIn: "2026-08" as Month, receivedIn: "2026-01" as Month })).toBeGreaterThan(0);
    expect(lost({ closedIn: "2026-05" as Month, receivedIn: "2026-01" as Month })).toBe(0);
    expect(lost({ receivedIn: "2026-01" as Month })).toBe(0);
    expect(lost({ closedOn: civilDate("2026-07-31") })).toBeGreaterThan(0);
  });

  it("what two sources tell is counted once", () => {
    const events = [event("missing-report", 1, "2026-07-02"), event("missing-report", 1, "2026-07-02")];
    expect(found({ lateReports: { atLeast: 2 } }, events)).toEqual([]);
  });
});
