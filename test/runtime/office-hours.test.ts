import { describe, expect, it } from "vitest";
import { LINYI } from "../../shared/domain/policy.ts";
import { clockTime } from "../../shared/domain/time/time.ts";
import { packPolicy } from "../../shared/runtime/packed-policy.ts";
import { rulesOf } from "../../shared/runtime/rules.ts";

const rulesWith = (from: string, to: string) =>
  rulesOf(packPolicy({ ...LINYI, workingHours: { from: clockTime(from), to: clockTime(to) } }), []);

describe("a policy's office hours", () => {
  it("may be any in which the hourly sweep finds offices open", () => {
    expect(rulesWith("08:00", "18:00").policy.workingHours).toEqual({ from: "08:00", to: "18:00" });
    expect(() => rulesWith("08:50", "09:10")).not.toThrow();
  });

  it.each([
    ["08:10", "08:50"],
    ["18:00", "08:00"],
    ["09:00", "09:00"],
  ])("from %s to %s are none: mails would wait for ever", (from, to) => {
    expect(() => rulesWith(from, to)).toThrow("policy.workingHours must have a full hour in them");
  });
});
