import { describe, expect, it } from "vitest";
import { LINYI } from "../../shared/domain/policy.ts";
import type { HolidayYear } from "../../shared/domain/time/calendar.ts";
import { addMinutes, civilDate } from "../../shared/domain/time/time.ts";
import { packPolicy } from "../../shared/runtime/packed-policy.ts";
import { keptRules } from "../../shared/runtime/rules.ts";
import { at } from "../support/case-builders.ts";

const NOW = at("11-05");
const YEAR: HolidayYear = {
  year: 2027,
  version: "notice@1",
  holidays: [civilDate("2027-01-01")],
  workdays: [],
};

describe("the rules a function keeps", () => {
  it("are read at its first event and again after five minutes, so that a year entered meanwhile holds", async () => {
    let years: readonly HolidayYear[] = [];
    let reads = 0;
    const rulesAt = keptRules(packPolicy(LINYI), async () => {
      reads += 1;
      return years;
    });
    expect((await rulesAt(NOW)).calendar.covers(2027)).toBe(false);
    years = [YEAR];
    expect((await rulesAt(addMinutes(NOW, 4))).calendar.covers(2027)).toBe(false);
    expect(reads).toBe(1);
    const after = await rulesAt(addMinutes(NOW, 5));
    expect(after.calendar.covers(2027)).toBe(true);
    expect(after.policy).toEqual(LINYI);
    expect(reads).toBe(2);
  });

  it("are not kept where they couldn't be read", async () => {
    let broken = true;
    const rulesAt = keptRules(packPolicy(LINYI), async () => {
      if (broken) throw new Error("throttled");
      return [YEAR];
    });
    await expect(rulesAt(NOW)).rejects.toThrow("throttled");
    broken = false;
    expect((await rulesAt(NOW)).calendar.covers(2027)).toBe(true);
  });
});
