/** What the year's plan and a proposal for correction oblige the system to tell: acts, stays quiet, never twice. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Correction, Plan, ProgrammeEntry } from "../../../shared/domain/programme/entry.ts";
import { nextProgrammeAction, programmeDue } from "../../../shared/domain/programme/obligations.ts";
import {
  addDays,
  civilDate,
  civilDateAt,
  type Instant,
  instantAt,
  type Year,
} from "../../../shared/domain/time/time.ts";
import { at, RULES } from "../../support/case-builders.ts";
import { aCorrection, anObservation } from "../../support/stored-things.ts";

function aPlan(jurisdiction = "沂南县"): Plan {
  return {
    kind: "plan",
    id: "year",
    jurisdiction,
    year: "2026" as Year,
    version: 1,
    revision: 1,
    change: { at: at("01-04"), by: "系统", cause: "schedule", what: "opened" },
    sent: { opened: at("01-04") },
  };
}

const held = (date: string, facts: Partial<Parameters<typeof anObservation>[0]> = {}) =>
  anObservation({ id: date, date: civilDate(`2026-${date}`), ...facts });

/** What an entry tells now, as `audience kind`. */
function told(entry: ProgrammeEntry, year: readonly ProgrammeEntry[], now: Instant): readonly string[] {
  return programmeDue(entry, year, now, RULES).flatMap(({ notices, lines }) => [
    ...notices(civilDateAt(now)).map(({ audience, content }) => `${audience.part} ${content.kind}`),
    ...(lines?.(civilDateAt(now)) ?? []).map(({ audience }) => `${audience.part} line`),
  ]);
}

describe("the return of the year before", () => {
  it.each([
    // Sunday the 4th is worked in place of a day of the New Year holiday.
    ["before its day", "01-03", "18:00", []],
    ["on its day, a Sunday that is worked", "01-04", "09:00", ["bureau yearly-return-due"]],
    // A letter whose limit would pass leaves on a day off as well.
    ["on its last day, a Saturday", "01-10", "12:00", ["bureau yearly-return-due"]],
    ["when it is over", "01-12", "09:00", []],
  ])("%s", (_, day, time, expected) =>
    expect(told(aPlan(), [], at(day, time)).filter((one) => one.includes("return"))).toEqual(expected),
  );

  it("is owed by nobody of a year in which the system wasn't in use", () => {
    const rules = { ...RULES, policy: { ...RULES.policy, startsOn: civilDate("2026-01-01") } };
    const due = programmeDue(aPlan(), [], at("01-05"), rules);
    expect(due.map(({ key }) => key)).not.toContain("yearly-return:01-04");
  });
});

describe("observations of a county", () => {
  it.each([
    ["none by July", "07-01", [], ["bureau observations-behind"]],
    ["one by July", "07-01", [held("03-05")], []],
    ["one by October", "10-08", [held("03-05")], ["bureau observations-behind", "city-bureau line"]],
    ["two by October", "10-08", [held("03-05"), held("08-05")], []],
    [
      "one, and one that was recorded by mistake",
      "10-08",
      [held("03-05"), held("08-05", { withdrawn: "重复" })],
      ["bureau observations-behind", "city-bureau line"],
    ],
  ])("%s", (_, day, year, expected) => expect(told(aPlan(), year, at(day))).toEqual(expected));

  it("are checked on the next working day where the day is off", () => {
    expect(nextProgrammeAction(aPlan(), [], at("07-02"), RULES)).not.toBeUndefined();
    // 2026-08-01 is a Saturday.
    const saturday = {
      ...RULES,
      policy: {
        ...RULES.policy,
        programme: {
          ...RULES.policy.programme,
          observations: { perYear: 2, checkOn: [{ on: "08-01", atLeast: 1 }] },
        },
      },
    };
    expect(nextProgrammeAction(aPlan(), [], at("07-20"), saturday)).toBe(at("08-03", "08:30"));
  });
});

describe("joint meetings", () => {
  const meeting = (date: string): ProgrammeEntry => ({
    ...aPlan("市本级"),
    kind: "meeting",
    id: date,
    date: civilDate(`2026-${date}`),
    place: "临沂市中级人民法院",
    participants: [],
    points: [],
  });

  it("of the half-year are missed by bureau and court, in the city only", () => {
    const both = ["bureau meeting-behind", "court meeting-behind"];
    expect(told(aPlan("市本级"), [held("03-05")], at("06-01"))).toEqual(both);
    expect(told(aPlan("市本级"), [meeting("05-20"), held("03-05")], at("06-01"))).toEqual([]);
    expect(told(aPlan("沂南县"), [held("03-05")], at("06-01"))).toEqual([]);
  });

  it("two in spring don't stand for the one in autumn", () => {
    const year = [meeting("03-20"), meeting("05-20"), held("03-05"), held("04-05")];
    expect(told(aPlan("市本级"), year, at("12-01"))).toEqual([
      "bureau meeting-behind",
      "court meeting-behind",
    ]);
  });
});

describe("a proposal for correction", () => {
  const sent = { issued: at("09-08") };
  const answer = { at: at("10-12"), by: "张敏", text: "已整改。" };
  const verdict = (accepted: boolean) => ({ accepted, at: at("10-13"), by: "王芳", text: "材料不全。" });

  it.each<[string, Partial<Correction>, string, readonly string[]]>([
    ["goes out", { sent: {} }, "09-08", ["organisation correction-proposed"]],
    ["is silent between", { sent }, "09-20", []],
    ["is not reminded of on a day off", { sent }, "10-17", []],
    [
      "is reminded of on the working day before the third day",
      { sent },
      "10-16",
      ["organisation correction-due"],
    ],
    ["that it will be urged is announced to its bureau the day after", { sent }, "10-21", ["bureau line"]],
    [
      "is urged on the next working day, and its bureau hears of it",
      { sent: { ...sent, "announced:0:1": at("10-21") } },
      "10-22",
      ["organisation correction-due", "bureau correction-due"],
    ],
    [
      "isn't urged on the day it is announced",
      { sent: { ...sent, "announced:0:1": at("10-21") } },
      "10-21",
      [],
    ],
    [
      "announced and answered since, is not urged",
      {
        sent: { ...sent, "announced:0:1": at("10-21"), "answered:1": at("10-21"), "receipt:1": at("10-21") },
        answers: [answer],
      },
      "10-22",
      [],
    ],
    [
      "answered, goes to its bureau and is not urged",
      { sent, answers: [answer] },
      "10-21",
      ["bureau correction-answered", "organisation correction-receipt"],
    ],
    [
      "returned, goes back",
      { sent, answers: [{ ...answer, verdict: verdict(false) }] },
      "10-13",
      ["organisation correction-judged"],
    ],
    [
      "accepted, is closed with a word",
      { sent, answers: [{ ...answer, verdict: verdict(true) }] },
      "10-30",
      ["organisation correction-judged"],
    ],
    [
      "recorded by mistake, is taken back",
      { sent, withdrawn: "重复" },
      "10-30",
      ["organisation correction-withdrawn"],
    ],
    ["recorded by mistake and never sent, is silent", { sent: {}, withdrawn: "重复" }, "10-30", []],
  ])("%s", (_, facts, day, expected) => {
    const entry = aCorrection(facts);
    expect(told(entry, [entry], at(day))).toEqual(expected);
  });

  it("due in two days when it is made, is not reminded of the same day", () => {
    const entry = aCorrection({ sent: {}, due: civilDate("2026-09-10") });
    expect(told(entry, [entry], at("09-08"))).toEqual(["organisation correction-proposed"]);
  });

  it("is never told the same twice, whichever mornings the sweep ran", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 70 })), (mornings) => {
        let entry = aCorrection({ sent: {} });
        const all: string[] = [];
        for (const morning of mornings.toSorted((one, other) => one - other)) {
          const now = instantAt(addDays(civilDate("2026-09-08"), morning), "09:00");
          const due = programmeDue(entry, [entry], now, RULES);
          all.push(...due.map(({ key }) => key));
          entry = {
            ...entry,
            sent: { ...entry.sent, ...Object.fromEntries(due.map(({ key }) => [key, now])) },
          };
        }
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });
});
