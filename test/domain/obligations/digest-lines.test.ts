import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOpen } from "../../../shared/domain/notices/frame/working-hours.ts";
import { nextDigest } from "../../../shared/domain/obligations/digest-lines.ts";
import { addMinutes, civilDateAt, clockTimeAt } from "../../../shared/domain/time/time.ts";
import { at, RULES } from "../../support/case-builders.ts";
import { anyOfficeHours, openFrom } from "../../support/office-hours.ts";

/** Any minute of September and October, the National Day week and make-up Sundays among them. */
const anyInstant = fc
  .integer({ min: 0, max: 60 * 24 * 60 })
  .map((minutes) => addMinutes(at("09-01", "00:00"), minutes));

describe("the daily digest", () => {
  it("is due at the next working morning", () => {
    expect(nextDigest(at("09-08", "10:00"), RULES)).toBe(at("09-09", "08:30"));
    expect(nextDigest(at("09-08", "20:00"), RULES)).toBe(at("09-09", "08:30"));
    expect(nextDigest(at("09-08", "07:00"), RULES)).toBe(at("09-08", "08:30"));
    expect(nextDigest(at("09-30", "10:00"), RULES)).toBe(at("10-08", "08:30"));
  });

  it("takes in all of an afternoon, however long offices are open", () => {
    const long = openFrom("08:00", "18:00");
    expect(nextDigest(at("09-08", "17:20"), long)).toBe(at("09-09", "08:00"));
    expect(nextDigest(at("09-08", "17:45"), long)).toBe(at("09-09", "08:00"));
  });

  it("is due when offices open, later than what it tells, and at one moment for all between two openings", () => {
    fc.assert(
      fc.property(anyOfficeHours, anyInstant, anyInstant, (rules, one, other) => {
        const [first, later] = one <= other ? [one, other] : [other, one];
        const due = nextDigest(first, rules);
        expect(due > first).toBe(true);
        expect(isOpen(due, rules.policy, rules.calendar)).toBe(true);
        expect(clockTimeAt(due)).toBe(rules.policy.workingHours.from);
        expect(nextDigest(later, rules) === due).toBe(later < due);
      }),
    );
  });

  it("lets no working day pass", () => {
    fc.assert(
      fc.property(anyOfficeHours, anyInstant, (rules, now) => {
        const due = nextDigest(now, rules);
        for (let between = addMinutes(now, 30); between < due; between = addMinutes(between, 30)) {
          const open = isOpen(between, rules.policy, rules.calendar);
          expect(open && civilDateAt(between) > civilDateAt(now)).toBe(false);
        }
      }),
    );
  });
});
