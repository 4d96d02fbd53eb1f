/** From the day a judgment is served to the day by which it must be performed: worked dates over holidays, and laws for all days. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holidayYears } from "../../../shared/adapters/holidays.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { appealPeriod, type JudgedCase, judgmentStanding } from "../../../shared/domain/judgment/effect.ts";
import {
  evolveJudgment,
  type GivenJudgment,
  type HigherRuling,
  type JudgmentEvent,
  type JudgmentMatter,
} from "../../../shared/domain/judgment/judgment-matter.ts";
import { appealDecisionDeadline, orderDeadline } from "../../../shared/domain/judgment/order-days.ts";
import type { OrderTerm } from "../../../shared/domain/judgment/ordered-act.ts";
import { calendar } from "../../../shared/domain/time/calendar.ts";
import { addDays, type CivilDate, civilDate, instantAt } from "../../../shared/domain/time/time.ts";
import { explain } from "../../../shared/letters/wording/deadline-wording.ts";

// The data up to 2026, whatever later years a newer package brings.
const days = calendar(holidayYears().filter(({ year }) => year <= 2026));
const NOW = instantAt(civilDate("2026-09-01"), "09:00");
const PARTIES = ["陈建", "沂南县公安局"];

const GIVEN: GivenJudgment = { document: "judgment-1", form: "judgment", ordered: [] };

function matterOf(...events: readonly JudgmentEvent[]): JudgmentMatter {
  return events.reduce<JudgmentMatter | undefined>(evolveJudgment, undefined) ?? expect.fail();
}

const given = (facts: Partial<GivenJudgment> = {}): JudgmentEvent => ({
  type: "judgment-given",
  judgment: { ...GIVEN, ...facts },
});
const served = (party: string, on: string, form: GivenJudgment["form"] = "judgment"): JudgmentEvent => ({
  type: "judgment-served",
  service: { party, form, on: civilDate(on), source: "receipt", at: NOW },
});
const higher = (ruling: Partial<HigherRuling>): JudgmentEvent => ({
  type: "higher-ruled",
  ruling: { number: caseNumber("（2026）鲁13行终5号"), result: "upheld", ...ruling },
});

function judged(events: readonly JudgmentEvent[], facts: Partial<JudgedCase> = {}): JudgedCase {
  const matter = matterOf(...events);
  return {
    matter,
    given: matter.given ?? expect.fail(),
    instance: "first",
    outcome: "lost",
    parties: PARTIES,
    isAppealed: false,
    ...facts,
  };
}

const standing = (on: string, events: readonly JudgmentEvent[], facts?: Partial<JudgedCase>) =>
  judgmentStanding(judged(events, facts), civilDate(on), days);
const both = (one: string, other: string) => [given(), served("陈建", one), served("沂南县公安局", other)];

describe("the period to appeal (行政诉讼法 §85)", () => {
  it.each([
    ["judgment", "2026-09-18", "2026-10-08", "day 15 is in National Day week"],
    ["judgment", "2026-09-05", "2026-09-20", "day 15 is a make-up Sunday"],
    ["judgment", "2026-09-25", "2026-10-10", "day 15 is a make-up Saturday"],
    ["judgment", "2026-11-02", "2026-11-17", "an ordinary Tuesday"],
    ["judgment", "2026-02-02", "2026-02-24", "day 15 is in Spring Festival"],
    ["ruling", "2026-09-10", "2026-09-20", "day 10 is a make-up Sunday"],
    ["ruling", "2026-09-24", "2026-10-08", "day 10 is in National Day week"],
    ["ruling", "2026-11-02", "2026-11-12", "an ordinary Thursday"],
  ] as const)("against a %s served on %s ends on %s: %s", (form, on, due, _why) => {
    const period = appealPeriod(judged([given({ form })], { outcome: "won" }), civilDate(on), days);
    expect(period).toMatchObject({ kind: "appeal", due, provisional: false });
  });

  it("says how it was counted", () => {
    const period = appealPeriod(judged([given()]), civilDate("2026-09-18"), days) ?? expect.fail();
    expect(explain(period).join("")).toContain("行政诉讼法第85条");
  });

  it("is what the paper's own words say, to a party from abroad", () => {
    const period = appealPeriod(judged([given({ appealDays: 30 })]), civilDate("2026-11-02"), days);
    expect(period?.due).toBe("2026-12-02");
  });

  it.each([
    ["a ruling that allows a withdrawal", { form: "ruling" }, { outcome: "withdrawn" }],
    ["a mediation paper", { form: "mediation" }, { outcome: "settled" }],
    ["a judgment of the second instance", {}, { instance: "second" }],
  ] as const)("doesn't run against %s", (_, paper, facts) => {
    expect(appealPeriod(judged([given(paper)], facts), civilDate("2026-09-18"), days)).toBeUndefined();
  });
});

describe("the decision whether to appeal", () => {
  it.each([
    ["2026-09-18", 5, "2026-09-30", "five days before 10-08 is in the holidays: the working day before"],
    ["2026-11-02", 5, "2026-11-12", "five days before Tuesday the 17th"],
    ["2026-11-02", 2, "2026-11-13", "two days before it is a Sunday: Friday"],
    ["2026-11-02", 30, "2026-11-03", "never before the day after service"],
    ["2026-11-02", 0, "2026-11-17", "the last day itself"],
  ])("served on %s, %i days before: %s (%s)", (on, daysBefore, due) => {
    const period = appealPeriod(judged([given()]), civilDate(on), days) ?? expect.fail();
    const decision = appealDecisionDeadline(period, { served: civilDate(on), daysBefore }, days);
    expect(decision).toMatchObject({ kind: "appeal", due, hardDue: period.due });
  });

  it("is due no later than the period ends, and not before the day after service, whatever the policy", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 40 }), (offset, daysBefore) => {
        const on = addDays(civilDate("2025-01-01"), offset);
        const period = appealPeriod(judged([given()]), on, days) ?? expect.fail();
        const { due } = appealDecisionDeadline(period, { served: on, daysBefore }, days);
        expect(due > on && due <= period.due).toBe(true);
      }),
    );
  });
});

describe("the day a judgment takes effect", () => {
  it("is that after the last day of whoever was served last", () => {
    const events = both("2026-09-15", "2026-09-18");
    expect(standing("2026-10-08", events)).toMatchObject({
      state: "appealable",
      until: { due: "2026-10-08" },
    });
    expect(standing("2026-10-09", events)).toEqual({
      state: "effective",
      on: "2026-10-09",
      ground: "period-over",
      provisional: false,
      stayed: false,
    });
  });

  it("is unknown while somebody's service is, and names whose", () => {
    expect(standing("2027-06-01", [given(), served("沂南县公安局", "2026-09-18")])).toEqual({
      state: "service-unknown",
      parties: ["陈建"],
    });
  });

  it("isn't there once anybody has appealed, the other side too", () => {
    expect(standing("2027-01-01", both("2026-09-15", "2026-09-18"), { isAppealed: true })).toEqual({
      state: "appealed",
    });
  });

  it("is that of the second instance's service where it stands, or where the appeal was withdrawn", () => {
    const before = both("2026-09-15", "2026-09-18");
    const facts = { isAppealed: true };
    expect(standing("2027-01-05", [...before, higher({})], facts)).toMatchObject({
      state: "service-unknown",
    });
    expect(
      standing("2027-01-05", [...before, higher({ effectiveOn: civilDate("2026-12-28") })], facts),
    ).toMatchObject({ state: "effective", on: "2026-12-28", ground: "upheld" });
    const withdrawn = higher({ result: "appeal-withdrawn", effectiveOn: civilDate("2026-12-01") });
    expect(standing("2027-01-05", [...before, withdrawn], facts)).toMatchObject({
      state: "effective",
      on: "2026-12-01",
      ground: "appeal-withdrawn",
    });
  });

  it.each(["remanded", "changed"] as const)(
    "is none any more where it was %s, whoever said so before",
    (result) => {
      const effect = {
        type: "judgment-effective",
        effect: { on: civilDate("2026-12-01"), at: NOW, by: "马超", source: "court" },
      } as const;
      expect(
        standing("2027-01-05", [...both("2026-09-15", "2026-09-18"), effect, higher({ result })]),
      ).toEqual({
        state: "replaced",
        by: result,
      });
    },
  );

  it("is at once that of the last service, of a second instance, a mediation paper, a withdrawal allowed", () => {
    const on = (form: GivenJudgment["form"]) => [
      given({ form }),
      served("陈建", "2026-11-02", form),
      served("沂南县公安局", "2026-11-04", form),
    ];
    const at = (form: GivenJudgment["form"], facts: Partial<JudgedCase>) =>
      standing("2026-11-05", on(form), facts);
    expect(at("judgment", { instance: "second" })).toMatchObject({
      on: "2026-11-04",
      ground: "second-instance",
    });
    expect(at("mediation", { outcome: "settled" })).toMatchObject({ on: "2026-11-04", ground: "mediation" });
    expect(at("ruling", { outcome: "withdrawn" })).toMatchObject({
      on: "2026-11-04",
      ground: "not-appealable",
    });
  });

  it("is the court's word where it says so", () => {
    const effect = {
      type: "judgment-effective",
      effect: { on: civilDate("2026-10-20"), at: NOW, by: "马超", source: "court" },
    } as const;
    expect(standing("2026-11-05", [given(), effect])).toMatchObject({
      on: "2026-10-20",
      ground: "court-says",
    });
  });

  it("is not suspended by a retrial, but by the court's word that enforcement is, until that goes on", () => {
    const before = both("2026-09-15", "2026-09-18");
    const retrial = (stays?: true) =>
      higher({
        number: caseNumber("（2026）鲁13行申9号"),
        result: "retrial-ordered",
        ...(stays && { stays }),
      });
    const stay = (stayed: boolean): JudgmentEvent => ({
      type: "enforcement-stayed",
      stay: { on: civilDate("2026-12-01"), stayed, at: NOW, by: "马超" },
    });
    const isStayed = (...more: readonly JudgmentEvent[]) => {
      const found = standing("2026-12-05", [...before, ...more]);
      return found.state === "effective" ? found.stayed : expect.fail();
    };
    expect(isStayed(retrial())).toBe(false);
    expect(isStayed(retrial(true))).toBe(true);
    expect(isStayed(retrial(true), stay(false))).toBe(false);
    expect(isStayed(stay(true))).toBe(true);
  });

  it("is provisional while the next year's holidays aren't known, and moves with them", () => {
    const events = both("2026-12-14", "2026-12-18");
    expect(standing("2027-03-01", events)).toMatchObject({ on: "2027-01-05", provisional: true });
    const known = calendar([
      ...holidayYears().filter(({ year }) => year <= 2026),
      { year: 2027, version: "notice", holidays: ["2027-01-01", "2027-01-04"].map(civilDate), workdays: [] },
    ]);
    const after = judgmentStanding(judged(events), civilDate("2027-03-01"), known);
    expect(after).toMatchObject({ on: "2027-01-06", provisional: false });
  });

  it("is after every service, and a later service never makes it earlier", () => {
    const day = fc.integer({ min: 0, max: 600 }).map((offset) => addDays(civilDate("2025-01-01"), offset));
    const on = (one: CivilDate, other: CivilDate) => {
      const found = standing("2030-01-01", both(one, other));
      return found.state === "effective" ? found.on : expect.fail();
    };
    fc.assert(
      fc.property(day, day, fc.integer({ min: 0, max: 60 }), (one, other, later) => {
        expect(on(one, other) > one && on(one, other) > other).toBe(true);
        expect(on(one, other)).toBe(on(other, one));
        expect(on(addDays(one, later), other) >= on(one, other)).toBe(true);
      }),
    );
  });
});

describe("the day by which an order must be performed", () => {
  const start = (effect: string, served?: string) => ({
    effect: civilDate(effect),
    served: served === undefined ? undefined : civilDate(served),
    provisional: false,
  });
  const period = (
    count: number,
    unit: "days" | "working-days" | "months",
    from: "effect" | "service" = "effect",
  ) => ({ type: "period", count, unit, from }) as const;
  const due = (term: OrderTerm, effect: string, servedOn?: string) =>
    orderDeadline(term, start(effect, servedOn), days)?.deadline.due;

  it.each([
    [period(60, "days"), "2026-07-01", "2026-08-31", "day 60, 08-30, is a Sunday"],
    [period(30, "days"), "2026-09-04", "2026-10-08", "day 30 is in National Day week"],
    [period(15, "days"), "2026-09-05", "2026-09-20", "a make-up Sunday"],
    [period(2, "months"), "2026-08-31", "2026-11-02", "10-31 is a Saturday"],
    [period(6, "months"), "2025-08-31", "2026-02-28", "February has no 31st; a make-up Saturday"],
    [period(20, "working-days"), "2026-09-23", "2026-10-28", "over two holidays and a make-up Saturday"],
    [period(5, "working-days"), "2026-11-02", "2026-11-09", "over an ordinary weekend"],
  ] as const)("%o from %s: %s (%s)", (term, effect, expected, _why) => {
    expect(due(term, effect)).toBe(expected);
  });

  it("runs from its service where the judgment says so, and is unknown while that is", () => {
    expect(due(period(10, "days", "service"), "2026-11-18", "2026-11-02")).toBe("2026-11-12");
    expect(due(period(10, "days", "service"), "2026-11-18")).toBeUndefined();
  });

  it("that is written out is that day, a day off too", () => {
    expect(due({ type: "day", day: civilDate("2026-10-03") }, "2026-09-01")).toBe("2026-10-03");
  });

  it("is a working day after its start, and no earlier for a longer term", () => {
    const term = fc.record({
      count: fc.integer({ min: 1, max: 12 }),
      unit: fc.constantFrom("days" as const, "working-days" as const, "months" as const),
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 330 }), term, (offset, { count, unit }) => {
        const effect = addDays(civilDate("2025-01-01"), offset);
        const one = due(period(count, unit), effect) ?? expect.fail();
        const longer = due(period(count + 1, unit), effect) ?? expect.fail();
        expect(one > effect && longer >= one).toBe(true);
        expect(days.isWorkingDay(one).working).toBe(true);
      }),
    );
  });
});
