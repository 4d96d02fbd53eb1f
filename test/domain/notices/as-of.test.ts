/** What a notice says that leaves on a later day than it was decided on. */
import { describe, expect, it } from "vitest";
import { asOf } from "../../../shared/domain/notices/as-of.ts";
import { addDays, civilDate, daysBetween } from "../../../shared/domain/time/time.ts";
import { HEARING, SAMPLES } from "../../letters/sample-notices.ts";

const ON = civilDate("2027-01-04");
const contents = Object.entries(SAMPLES).map(([name, { content }]) => [name, content] as const);
const counting = contents.filter(([, content]) => "daysOver" in content);

describe("a notice that counts the days that are over", () => {
  it("is of one of these kinds", () => {
    expect([...new Set(counting.map(([, { kind }]) => kind))].toSorted()).toEqual([
      "bulletin-unsigned",
      "correction-due",
      "duty-overdue",
      "filing-overdue",
      "ledger-due",
      "meeting-point-due",
      "promise-due",
      "report-overdue",
      "suggestion-due",
    ]);
  });

  it.each(counting)("%s says them as of the day it leaves on", (_, content) => {
    const over = (day: typeof ON) => {
      const told = asOf(content, day);
      return "daysOver" in told ? told.daysOver : Number.NaN;
    };
    expect(over(addDays(ON, 5)) - over(ON)).toBe(5);
    // Where the day is, by the words of the notice itself.
    const due = /"due":"(\d{4}-\d\d-\d\d)"/.exec(JSON.stringify(content))?.[1] ?? "";
    expect(over(ON)).toBe(daysBetween(civilDate(due), ON));
  });
});

it("the reminder of a hearing says how many days there are to go", () => {
  const told = asOf(SAMPLES["hearing-reminder"].content, addDays(HEARING.date, -1));
  expect(told).toMatchObject({ daysLeft: 1 });
});

it("nothing else is changed", () => {
  const others = contents.filter(([, one]) => !("daysOver" in one) && one.kind !== "hearing-reminder");
  expect(others.map(([, content]) => asOf(content, ON))).toEqual(others.map(([, content]) => content));
});
