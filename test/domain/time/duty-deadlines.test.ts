import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  appealDeadline,
  defenceDeadline,
  effectiveDay,
  evidenceDeadline,
  performanceDeadline,
} from "../../../shared/domain/time/duty-deadlines.ts";
import { addDays, civilDate } from "../../../shared/domain/time/time.ts";
import { explain } from "../../../shared/letters/wording/deadline-wording.ts";
import { RULES } from "../../support/case-builders.ts";

const { calendar } = RULES;

describe("evidence", () => {
  it("is due with the defence, over the National Day holidays and their make-up day", () => {
    // Day 15 of 2026-09-17 is 2 October: the first working day behind the holidays is Thursday the 8th.
    const served = civilDate("2026-09-17");
    expect(evidenceDeadline({ served }, calendar).due).toBe("2026-10-08");
    expect(evidenceDeadline({ served }, calendar).due).toBe(defenceDeadline({ served }, calendar).due);
    // Day 15 of 2026-09-25 is Saturday 10 October, on which people work.
    expect(evidenceDeadline({ served: civilDate("2026-09-25") }, calendar).due).toBe("2026-10-10");
  });

  it("with more time is due on the day the court set, whatever day that is, and says so", () => {
    const extended = { on: civilDate("2026-09-20"), until: civilDate("2026-10-03") };
    const deadline = evidenceDeadline({ served: civilDate("2026-09-10"), extended }, calendar);
    expect(deadline).toMatchObject({ due: "2026-10-03", hardDue: "2026-10-03", provisional: false });
    expect(explain(deadline).join("")).toContain("2026-09-20准许延期至2026-10-03");
  });

  it("is never due earlier for having asked", () => {
    const extended = { on: civilDate("2026-09-11"), until: civilDate("2026-09-12") };
    expect(evidenceDeadline({ served: civilDate("2026-09-10"), extended }, calendar).due).toBe("2026-09-28");
  });
});

describe("laws of these periods", () => {
  const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays(civilDate("2025-01-10"), days));

  it("end on a working day, never before the days are over, later for who was served later", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 20 }), (served, later) => {
        const one = defenceDeadline({ served }, calendar);
        expect(calendar.isWorkingDay(one.due).working).toBe(true);
        expect(one.due >= addDays(served, 15)).toBe(true);
        expect(defenceDeadline({ served: addDays(served, later) }, calendar).due >= one.due).toBe(true);
      }),
    );
  });

  it("what a judgment orders is due after it took effect, which is after the last day to appeal", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 90 }), (served, days) => {
        const appeal = appealDeadline({ served, against: "judgment" }, calendar);
        const start = effectiveDay(appeal);
        expect(start > appeal.due).toBe(true);
        const { due } = performanceDeadline({ from: "effect", start, days }, calendar);
        expect(due >= addDays(start, days)).toBe(true);
      }),
    );
  });
});
