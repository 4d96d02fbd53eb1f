import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOpen, nextOpening, releaseAt } from "../../../shared/domain/notices/frame/working-hours.ts";
import { addMinutes } from "../../../shared/domain/time/time.ts";
import { at, RULES } from "../../support/case-builders.ts";

const { policy, calendar } = RULES;

describe("office hours", () => {
  it.each([
    ["09-08", "08:29", false],
    ["09-08", "08:30", true],
    ["09-08", "17:29", true],
    ["09-08", "17:30", false],
    // A Sunday that is worked in exchange for the National Day week, and a Friday of Mid-Autumn.
    ["09-20", "09:00", true],
    ["09-25", "09:00", false],
  ])("%s %s: open %s", (day, time, open) => expect(isOpen(at(day, time), policy, calendar)).toBe(open));

  it("open next on the working day after a week of holidays", () => {
    expect(nextOpening(at("09-30", "18:00"), policy, calendar)).toBe(at("10-08", "08:30"));
  });
});

describe("when a mail leaves", () => {
  it("at once in office hours, else at the next opening", () => {
    expect(releaseAt(at("09-08", "10:00"), undefined, policy, calendar)).toBe(at("09-08", "10:00"));
    expect(releaseAt(at("09-08", "20:00"), undefined, policy, calendar)).toBe(at("09-09", "08:30"));
  });

  it("at night where its limit leaves no time in the morning", () => {
    expect(releaseAt(at("09-08", "20:00"), at("09-09", "09:00"), policy, calendar)).toBe(
      at("09-08", "20:00"),
    );
    expect(releaseAt(at("09-08", "20:00"), at("09-09", "14:00"), policy, calendar)).toBe(
      at("09-09", "08:30"),
    );
  });

  it("never before now, never after its limit, and in office hours wherever the limit allows", () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 40 });
    fc.assert(
      fc.property(minutes, minutes, (from, ahead) => {
        const now = addMinutes(at("09-01"), from);
        const limit = addMinutes(now, ahead);
        const leaves = releaseAt(now, limit, policy, calendar);
        expect(leaves >= now).toBe(true);
        expect(leaves === now || leaves < limit).toBe(true);
        expect(leaves === now || isOpen(leaves, policy, calendar)).toBe(true);
      }),
    );
  });
});
