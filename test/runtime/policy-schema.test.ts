/** Whatever is no policy is refused, with a sentence for each fault. */
import { describe, expect, it } from "vitest";
import { LINYI, type Policy } from "../../shared/domain/policy.ts";
import { packPolicy } from "../../shared/runtime/packed-policy.ts";
import { parsePolicy, policyFaults } from "../../shared/runtime/policy-schema.ts";
import { rulesOf } from "../../shared/runtime/rules.ts";

/** Every path to a value that is no group and no list. */
function leaves(value: object, path: readonly string[] = []): readonly (readonly string[])[] {
  return Object.entries(value).flatMap(([key, inside]) =>
    typeof inside === "object" && !Array.isArray(inside) && inside !== null
      ? leaves(inside, [...path, key])
      : [[...path, key]],
  );
}

/** LINYI with another value at a path; `undefined` takes it out. */
function changed(path: readonly string[], value: unknown): object {
  const copy = JSON.parse(JSON.stringify(LINYI));
  let inside = copy;
  for (const key of path.slice(0, -1)) inside = inside[key];
  inside[path.at(-1) ?? ""] = value;
  return JSON.parse(JSON.stringify(copy));
}

describe("a policy", () => {
  it("comes through JSON as it is", () => {
    expect(parsePolicy(JSON.parse(JSON.stringify(LINYI)))).toEqual(LINYI);
    expect(rulesOf(packPolicy(LINYI), []).policy).toEqual(LINYI);
  });

  it.each(leaves(LINYI).map((path) => [path.join("."), path] as const))(
    "is refused without %s, which is named",
    (name, path) => {
      expect(policyFaults(changed(path, undefined))).toEqual([`policy.${name} is missing`]);
    },
  );

  it.each(leaves(LINYI).map((path) => [path.join("."), path] as const))(
    "is refused with something else at %s",
    (name, path) => {
      const [fault = "", ...more] = policyFaults(changed(path, { some: "thing" }));
      expect(more).toEqual([]);
      expect(fault).toMatch(new RegExp(`^policy\\.${name} must be .+, not {"some":"thing"}$`));
    },
  );

  it.each([
    [["hearingReminder"], [3], "policy has “hearingReminder”, which nothing reads: is it misspelt?"],
    [["workingHours", "til"], "18:00", "policy.workingHours has “til”, which nothing reads: is it misspelt?"],
    [["hearingReminders"], ["5"], 'policy.hearingReminders[0] must be a whole number, not "5"'],
    [["hearingReminders"], [2.5], "policy.hearingReminders[0] must be a whole number, not 2.5"],
    [
      ["workingHours", "from"],
      "8:30",
      'policy.workingHours.from must be a time of day such as 08:30, not "8:30"',
    ],
    [
      ["workingHours"],
      { from: "18:00", to: "08:00" },
      'policy.workingHours must have a full hour in them, or the hourly sweep would never find offices open, not {"from":"18:00","to":"08:00"}',
    ],
    [["minimumConfidence"], 80, "policy.minimumConfidence must be 0 to 1, not 80"],
    [["ledger", "dueDay"], 31, "policy.ledger.dueDay must be a day of every month, 1 to 28, not 31"],
    [["meetingPack", "after"], ["5"], 'policy.meetingPack.after[0] must be a month such as 05, not "5"'],
    [
      ["programme", "meetings", "checkOn"],
      [{ on: "02-29", half: 1 }],
      'policy.programme.meetings.checkOn[0].on must be a day of every year such as 07-01, not "02-29"',
    ],
  ])("with %j of %j is refused in a sentence", (path, value, sentence) => {
    expect(policyFaults(changed(path, value))).toEqual([sentence]);
  });

  it("has all its faults told at once", () => {
    const faults = {
      ...LINYI,
      hearingReminders: ["5"],
      workingHours: { from: "8:30", to: "17:30" },
      more: 1,
    };
    expect(() => parsePolicy(faults)).toThrow(/hearingReminders\[0\].*workingHours\.from.*“more”/);
    expect(() => rulesOf(packPolicy({} as Policy), [])).toThrow(
      /^not a policy: policy\.jurisdiction is missing; /,
    );
  });
});
