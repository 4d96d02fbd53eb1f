/** The engine of the assessment (考核) by policies of other cities, and Linyi's against what it gave before models were data. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assess, points } from "../../../shared/domain/assessment/assess.ts";
import { eventsOfRows } from "../../../shared/domain/assessment/events-of-rows.ts";
import { LINYI, type Policy } from "../../../shared/domain/policy.ts";
import type { Timeliness } from "../../../shared/domain/statistics/indicators.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { addDays, civilDate, type Year } from "../../../shared/domain/time/time.ts";
import type { ScoreModel } from "../../../shared/domain/unit-events/score-model.ts";
import { UNIT_EVENTS, type UnitEvent } from "../../../shared/domain/unit-events/unit-event.ts";
import { assessLinearly } from "../../support/linear-assessment.ts";
import { aRow, POLICE } from "../../support/statistics-rows.ts";

const YEAR = "2026" as Year;
const COUNTY = "沂南县";
const [LINEAR] = [LINYI.assessment.models.agency];
const NO_POINTS: ScoreModel["weights"] = {
  attendance: 0,
  principals: 0,
  spoke: 0,
  reports: 0,
  filings: 0,
  resolution: 0,
};

const police = (serial: number, facts: Partial<StatisticsRow> = {}) =>
  aRow(serial, { agency: POLICE, jurisdiction: COUNTY, ...facts });
const event = (kind: UnitEvent["kind"], serial: number, facts: Partial<UnitEvent> = {}): UnitEvent => ({
  kind,
  agency: POLICE,
  jurisdiction: COUNTY,
  caseNumber: police(serial).caseNumber,
  on: civilDate("2026-05-08"),
  ...facts,
});
function scoredBy(model: Partial<ScoreModel>, rows: readonly StatisticsRow[], events: readonly UnitEvent[]) {
  const own = { ...LINEAR, ...model };
  const policy = { models: { county: own, agency: own }, enterpriseWeight: 2 };
  const { agencies } = assess(rows, new Map(), YEAR, policy, { events });
  return agencies.find(({ name }) => name === POLICE) ?? expect.fail("not assessed");
}

describe("points of events", () => {
  const model: Partial<ScoreModel> = {
    weights: NO_POINTS,
    events: [
      { event: "missing-report", points: -0.5 },
      { event: "absent", points: -1, atMost: 2 },
      { event: "settled", points: 0.25 },
    ],
  };

  it("are deducted from a hundred, each kind up to its own most, with the cases", () => {
    const rows = [1, 2, 3].map((serial) => police(serial, { present: false }));
    const events = [...eventsOfRows(rows), event("missing-report", 8), event("missing-report", 9)];
    const unit = scoredBy(model, rows, events);
    expect(points(unit.score)).toBe("97.00");
    expect(unit.eventLines).toMatchObject([
      { event: "missing-report", points: -50, score: -100, capped: false },
      { event: "absent", points: -100, score: -200, capped: true },
    ]);
    expect(unit.eventLines[1]?.events.map(({ caseNumber }) => caseNumber)).toEqual(
      rows.map(({ caseNumber }) => caseNumber),
    );
  });

  it("are added as well, and never above a hundred", () => {
    const settled = [police(1, { outcome: "settled" })];
    expect(points(scoredBy(model, settled, eventsOfRows(settled)).score)).toBe("100.00");
    const both = [...eventsOfRows(settled), event("missing-report", 9)];
    expect(points(scoredBy(model, settled, both).score)).toBe("99.75");
  });

  it("have a most for all deductions together", () => {
    const events = [1, 2, 3, 4].map((serial) => event("missing-report", serial));
    const unit = scoredBy({ ...model, deductAtMost: 1.5 }, [], events);
    expect([unit.ofEvents, points(unit.score)]).toEqual([-150, "98.50"]);
  });

  it("come on top of what rates have earned", () => {
    // 75 % of 40 points and none of 15: 54.55; half a point less.
    const rows = [police(1), police(2), police(3, { present: false }), police(4)];
    const events = [event("missing-report", 1)];
    const unit = scoredBy({ events: [{ event: "missing-report", points: -0.5 }] }, rows, events);
    expect(points(unit.score)).toBe("54.05");
  });

  it("count to the year they were due in, and once, whoever told them", () => {
    const next = event("missing-report", 1, { on: civilDate("2027-01-04") });
    const unit = scoredBy(model, [police(1)], [next, event("missing-report", 2), event("missing-report", 2)]);
    expect(unit.ofEvents).toBe(-50);
  });

  it("assess a unit that had no hearing, and nobody to whom nothing happened", () => {
    expect(points(scoredBy(model, [], [event("missing-report", 1)]).score)).toBe("99.50");
    const none = assess([], new Map(), YEAR, LINYI.assessment, { events: [event("missing-report", 1)] });
    expect(none.agencies).toEqual([]);
  });
});

it("a tier earns its share of an indicator's points, and a rate below all of them nothing", () => {
  const tiers = {
    attendance: [
      { fromPercent: 90, earnsPercent: 60 },
      { fromPercent: 100, earnsPercent: 100 },
    ],
  };
  const weights = { ...NO_POINTS, attendance: 40 };
  const of = (absences: number) =>
    scoredBy(
      { tiers, weights },
      Array.from({ length: 10 }, (_, index) => police(index + 1, { present: index >= absences })),
      [],
    ).lines[0]?.score;
  expect([of(0), of(1), of(2)]).toEqual([4000, 2400, 0]);
});

it("a veto holds the score down, and names its cases", () => {
  const vetoes = [{ event: "judgment-unperformed", atLeast: 2, score: 59 }] as const;
  const once = [event("judgment-unperformed", 1)];
  const twice = [...once, event("judgment-unperformed", 2)];
  const full = [police(1, { rank: "principal" })];
  expect(points(scoredBy({ vetoes }, full, once).score)).toBe("100.00");
  const held = scoredBy(
    {
      vetoes,
      grades: [
        { from: 60, name: "合格" },
        { from: 0, name: "不合格" },
      ],
    },
    full,
    twice,
  );
  expect([points(held.score), held.grade]).toEqual(["59.00", "不合格"]);
  expect(held.vetoes).toMatchObject([{ event: "judgment-unperformed", score: 5900, events: twice }]);
});

it("counties and agencies have models of their own, and a county's events are its agencies'", () => {
  const policy = {
    models: {
      county: { ...LINEAR, weights: NO_POINTS, events: [{ event: "missing-report", points: -2 }] },
      agency: { ...LINEAR, weights: NO_POINTS, events: [{ event: "missing-report", points: -5 }] },
    },
    enterpriseWeight: 2,
  } as const;
  const events = [event("missing-report", 1), event("missing-report", 2, { agency: "沂南县水利局" })];
  const { counties, agencies } = assess([], new Map(), YEAR, policy, { events });
  expect(counties.map(({ name, score }) => [name, points(score)])).toEqual([[COUNTY, "96.00"]]);
  expect(agencies.map(({ score }) => points(score))).toEqual(["95.00", "95.00"]);
});

it("each line of rates names the cases it can be checked by", () => {
  const rows = [
    police(1, { present: false }),
    police(2, { rank: "principal", spoke: false }),
    police(3, { mediated: true, outcome: "won" }),
  ];
  const unit = scoredBy({}, rows, [event("late-report", 3), event("missing-filing", 1)]);
  const [first, second, third] = rows.map(({ caseNumber }) => caseNumber);
  expect(unit.lines.map(({ indicator, cases }) => [indicator, cases])).toEqual([
    ["attendance", [first]],
    ["principals", [second]],
    ["spoke", [second]],
    ["reports", [third]],
    ["filings", [first]],
    ["resolution", [third]],
  ]);
});

const AGENCIES = ["沂南县公安局", "沂南县水利局", "费县财政局", "临沂市公安局"] as const;
const someRows = fc
  .array(
    fc.record({
      serial: fc.integer({ min: 1, max: 40 }),
      agency: fc.constantFrom(...AGENCIES),
      present: fc.constantFrom(true, false, undefined),
      heard: fc.constantFrom(true, true, true, false),
      enterprise: fc.constantFrom(true, false, undefined),
      rank: fc.constantFrom("principal" as const, "deputy" as const, undefined),
      spoke: fc.constantFrom(true, false, undefined),
      mediated: fc.constantFrom(true, undefined),
      outcome: fc.constantFrom("settled" as const, "lost" as const, "won" as const, undefined),
      excused: fc.constantFrom("agreed" as const, undefined, undefined),
      heardOn: fc.constantFrom(civilDate("2026-08-04"), civilDate("2025-12-31"), undefined),
    }),
    { maxLength: 40 },
  )
  .map((all) =>
    [...new Map(all.map((one) => [`${one.serial}${one.agency}`, one])).values()].map(({ serial, ...facts }) =>
      aRow(serial, {
        ...facts,
        jurisdiction: facts.agency.startsWith("临") ? "市本级" : facts.agency.slice(0, 3),
      }),
    ),
  );
const counted = fc.tuple(fc.nat(5), fc.nat(5)).map(([inTime, late]) => ({ due: inTime + late, inTime }));
const someTimeliness = fc
  .array(fc.tuple(fc.constantFrom(...AGENCIES), fc.record({ reports: counted, filings: counted })))
  .map((all) => new Map<string, Timeliness>(all));
const someEvents = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...UNIT_EVENTS),
      serial: fc.integer({ min: 1, max: 40 }),
      agency: fc.constantFrom(...AGENCIES),
      day: fc.nat(300),
    }),
    { maxLength: 20 },
  )
  .map((all) =>
    all.map(({ kind, serial, agency, day }) =>
      event(kind, serial, { agency, on: addDays(civilDate("2026-01-01"), day) }),
    ),
  );

describe("Linyi's model", () => {
  const before = {
    weights: { attendance: 40, principals: 15, spoke: 10, reports: 10, filings: 10, resolution: 15 },
    enterpriseWeight: 2,
  };
  const comparable = (units: ReturnType<typeof assess>["agencies"]) =>
    units.map(({ kind, name, lines, score, rank }) => ({
      kind,
      name,
      lines: lines.map(({ cases: _, ...line }) => line),
      score,
      rank,
    }));

  it("gives the very scores it gave before models were data, whatever happened", () => {
    fc.assert(
      fc.property(someRows, someTimeliness, someEvents, (rows, timeliness, events) => {
        const now = assess(rows, timeliness, YEAR, LINYI.assessment, { events });
        const then = assessLinearly(rows, timeliness, YEAR, before);
        expect(comparable(now.agencies)).toEqual(then.agencies);
        expect(comparable(now.counties)).toEqual(then.counties);
      }),
      { numRuns: 300 },
    );
  });

  it("has these scores of a year that was kept", () => {
    const rows = [
      police(1, { rank: "principal", spoke: true }),
      police(2, { enterprise: true, present: false }),
      police(3, { spoke: false, mediated: true, outcome: "settled" }),
      police(4, { present: undefined }),
      aRow(5, { agency: "沂南县水利局", jurisdiction: COUNTY, mediated: true, outcome: "won" }),
    ];
    const timeliness = new Map([
      [POLICE, { reports: { due: 3, inTime: 2 }, filings: { due: 4, inTime: 3 } }],
    ]);
    const { agencies, counties } = assess(rows, timeliness, YEAR, LINYI.assessment);
    const shown = [...agencies, ...counties].map(({ name, score, rank, lines }) => ({
      name,
      score: points(score),
      rank,
      lines: lines.map((line) => points(line.score)),
    }));
    expect(shown).toMatchInlineSnapshot(`
      [
        {
          "lines": [
            "20.00",
            "5.00",
            "5.00",
            "6.67",
            "7.50",
            "15.00",
          ],
          "name": "沂南县公安局",
          "rank": 1,
          "score": "59.17",
        },
        {
          "lines": [
            "40.00",
            "0.00",
            "—",
            "—",
            "—",
            "0.00",
          ],
          "name": "沂南县水利局",
          "rank": 2,
          "score": "57.14",
        },
        {
          "lines": [
            "24.00",
            "3.75",
            "5.00",
            "6.67",
            "7.50",
            "7.50",
          ],
          "name": "沂南县",
          "rank": 1,
          "score": "54.42",
        },
      ]
    `);
  });
});

it("a score is a number from nothing to a hundred under any model, in whatever order things are told", () => {
  const eventPoints = fc.record({
    event: fc.constantFrom(...UNIT_EVENTS),
    points: fc.integer({ min: -500, max: 200 }).map((hundredths) => hundredths / 100),
  });
  const model = fc.record({
    weights: fc.constantFrom(LINEAR.weights, NO_POINTS),
    events: fc.uniqueArray(eventPoints, { maxLength: 5, selector: ({ event: one }) => one }),
    vetoes: fc.array(
      fc.record({
        event: fc.constantFrom(...UNIT_EVENTS),
        atLeast: fc.integer({ min: 1, max: 3 }),
        score: fc.integer({ min: 0, max: 100 }),
      }),
      { maxLength: 2 },
    ),
  });
  fc.assert(
    fc.property(someRows, someEvents, model, model, (rows, events, county, agency) => {
      const models = { county: { ...LINEAR, ...county }, agency: { ...LINEAR, ...agency } };
      const policy: Pick<Policy["assessment"], "models" | "enterpriseWeight"> = {
        models,
        enterpriseWeight: 2,
      };
      const result = assess(rows, new Map(), YEAR, policy, { events });
      for (const { score = 0, vetoes } of [...result.agencies, ...result.counties]) {
        expect(Number.isInteger(score) && score >= 0 && score <= 10_000).toBe(true);
        for (const veto of vetoes) expect(score).toBeLessThanOrEqual(veto.score);
      }
      expect(assess(rows.toReversed(), new Map(), YEAR, policy, { events: events.toReversed() })).toEqual(
        result,
      );
    }),
  );
});
