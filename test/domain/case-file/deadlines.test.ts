/** Which reports and filings run in a case, from when, and what becomes of them when a calendar or an hour changes? */
import { describe, expect, it } from "vitest";
import {
  openDeadlines,
  recomputedDeadlines,
  rescheduledDeadlines,
} from "../../../shared/domain/case-file/deadlines.ts";
import type { CaseEvent } from "../../../shared/domain/case-file/events.ts";
import type { CaseDeadline, CaseFile } from "../../../shared/domain/case-file/state.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import { civilDate, clockTime } from "../../../shared/domain/time/time.ts";
import { at, CITY, given, POLICE, RULES, record, respondent, summons } from "../../support/case-builders.ts";

const TRAFFIC = respondent("沂南县交通运输局", "yinan-traffic");
const BOTH = { parties: { plaintiffs: ["陈建"], respondents: [POLICE, TRAFFIC], thirdParties: [] } };
const fresh = (file: CaseFile): CaseFile => ({ ...file, deadlines: [] });

const lines = (events: readonly CaseEvent[]) =>
  events.map((event) => {
    const {
      kind,
      respondent: name,
      hearing,
      deadline,
    } = event.type === "deadline-opened" ? event.deadline : (event as CaseDeadline & CaseEvent);
    return `${kind} ${hearing} ${deadline.due}${name === POLICE.name ? "" : ` ${name}`}`;
  });
const opened = (file: CaseFile, when = at("09-08"), rules = RULES) => lines(openDeadlines(file, when, rules));
const by = (policy: Partial<Rules["policy"]>): Rules => ({
  ...RULES,
  policy: { ...RULES.policy, ...policy },
});

const summoned = fresh(given(summons()));
const heard = fresh(given(summons(), record()));

describe("what opens", () => {
  it("with a summons: a report before the hearing, a filing after it, of each respondent that is known", () => {
    expect(opened(summoned)).toEqual(["report 1 2026-09-11", "filing 1 2026-09-28"]);
    const both = fresh(given(summons(BOTH)));
    expect(opened(both)).toHaveLength(4);
    expect(opened({ ...both, respondents: [POLICE, { name: TRAFFIC.name }] })).toEqual(opened(summoned));
  });

  it("runs once: what one respondent has is still owed by the other", () => {
    const both = given(summons(BOTH));
    const own = both.deadlines.filter((one) => one.respondent === POLICE.name);
    expect(opened({ ...both, deadlines: own })).toEqual([
      `report 1 2026-09-11 ${TRAFFIC.name}`,
      `filing 1 2026-09-28 ${TRAFFIC.name}`,
    ]);
  });

  it.each<[string, Partial<CaseDeadline>, boolean]>([
    ["was reported for a hearing that was put off", { status: "met" }, false],
    ["was never reported", { status: "cancelled" }, true],
    ["only a filing came for", { kind: "filing", status: "met" }, true],
    ["another respondent reported", { status: "met", respondent: TRAFFIC.name }, true],
  ])("for another day, where the case %s", (_, changes, isOwed) => {
    const before = given(summons())
      .deadlines.filter(({ kind }) => kind === "report")
      .map((one): CaseDeadline => ({ ...one, hearing: 7, ...changes }));
    const left = opened({ ...summoned, deadlines: before });
    expect(left.includes("report 1 2026-09-11")).toBe(isOwed);
  });

  it("is no second report where the case was heard once", () => {
    const again = {
      ...heard,
      ...(summoned.state === "awaiting-hearing" && { hearing: { ...summoned.hearing, ordinal: 2 } }),
      state: "awaiting-hearing",
    } as CaseFile;
    expect(opened(again).filter((line) => line.startsWith("report"))).toEqual([]);
  });

  it.each([
    ["2026-10-24", true],
    ["2026-10-25", false],
  ])(
    "is no filing for a sitting that comes to light more than thirty days later: on %s %s",
    (day, isOwed) => {
      const rules = by({ filing: { ...RULES.policy.filing, historyAfterDays: 30 } });
      expect(opened(heard, at(day.slice(5)), rules)).toEqual(isOwed ? ["filing 1 2026-09-28"] : []);
    },
  );

  it.each([
    ["2026-09-24", true],
    ["2026-09-25", false],
  ])("is no filing for a sitting before the system began: begun on %s %s", (day, isOwed) => {
    expect(opened(heard, at("09-25"), by({ startsOn: civilDate(day) }))).toEqual(
      isOwed ? ["filing 1 2026-09-28"] : [],
    );
  });
});

describe("the days of a report", () => {
  const started = (file: CaseFile) =>
    openDeadlines(file, at("09-10"), RULES).flatMap((event) =>
      event.type === "deadline-opened" && event.deadline.kind === "report"
        ? [`${event.deadline.startsOn} by ${event.deadline.deadline.explanation.startedBy}`]
        : [],
    );

  it.each<[string, CaseFile["documents"], string]>([
    ["the summons that came last", [doc("summons", "09-08"), doc("summons", "09-09")], "2026-09-09"],
    [
      "a notice to appear like a summons",
      [doc("summons", "09-08"), doc("appearance-notice", "09-09")],
      "2026-09-09",
    ],
    ["no other paper", [doc("summons", "09-08"), doc("complaint", "09-09")], "2026-09-08"],
    ["the day it was served, where the paper says so", [doc("summons", "09-08", "2026-09-07")], "2026-09-07"],
  ])("run from %s", (_, documents, from) => {
    expect(started({ ...summoned, documents })).toEqual([`${from} by summons`]);
  });

  it("run from the designation where an agency is designated later than the summons came", () => {
    const city = fresh(
      given(summons({ parties: { plaintiffs: ["陈建"], respondents: [CITY], thirdParties: [] } })),
    );
    const designated = (day: string): CaseFile => ({
      ...city,
      designations: [{ respondent: CITY.name, stage: "instance", ordinal: 1, at: at(day) }] as never,
    });
    expect(started(city)).toEqual([]);
    expect(started(designated("09-09"))).toEqual(["2026-09-09 by designation"]);
    expect(started(designated("09-07"))).toEqual(["2026-09-08 by summons"]);
  });

  it("have no use where they would begin on the day of the hearing", () => {
    const documents = [doc("summons", "09-24")];
    expect(started({ ...summoned, documents })).toEqual([]);
  });
});

function doc(kind: "summons" | "appearance-notice" | "complaint", day: string, servedOn?: string) {
  return {
    sha256: `${kind}-${day}`,
    kind,
    receivedAt: at(day),
    ...(servedOn !== undefined && { servedOn: civilDate(servedOn) }),
  };
}

describe("a newer holiday calendar", () => {
  /** Monday 2026-09-28, the last day of the filing, is a day off by it. */
  const offOn = (...days: readonly string[]): Rules => ({
    ...RULES,
    calendar: {
      ...RULES.calendar,
      version: "newer",
      isWorkingDay: (date) =>
        days.includes(date)
          ? { ...RULES.calendar.isWorkingDay(date), working: false }
          : RULES.calendar.isWorkingDay(date),
      rollForward: (date) => {
        const roll = RULES.calendar.rollForward(date);
        return days.includes(roll.date) ? { ...roll, date: civilDate("2026-09-29") } : roll;
      },
    },
  });
  const file = given(summons());
  const changed = (changes: (one: CaseDeadline) => CaseDeadline, rules: Rules) =>
    lines(recomputedDeadlines({ ...file, deadlines: file.deadlines.map(changes) }, rules));
  const same = (one: CaseDeadline) => one;
  const provisional = (one: CaseDeadline): CaseDeadline => ({
    ...one,
    deadline: { ...one.deadline, provisional: true },
  });

  it("moves what is counted by a day that is none of work any more, and nothing else", () => {
    expect(changed(same, offOn("2026-09-28"))).toEqual(["filing 1 2026-09-29"]);
    expect(changed(same, offOn("2026-09-30"))).toEqual([]);
  });

  it("settles what was provisional, whether it moves or not", () => {
    expect(changed(provisional, offOn())).toEqual(["report 1 2026-09-11", "filing 1 2026-09-28"]);
  });

  it("says nothing new: by the same calendar nothing is counted again", () => {
    expect(changed(provisional, RULES)).toEqual([]);
  });

  it.each(["met", "cancelled"] as const)("leaves what was %s", (status) => {
    expect(changed((one) => ({ ...one, status }), offOn("2026-09-28"))).toEqual([]);
  });

  it("counts anew the time of who was told late, from the day of being told", () => {
    const told = { on: civilDate("2026-09-25"), until: civilDate("2026-09-28") };
    const late = (one: CaseDeadline): CaseDeadline => ({
      ...one,
      deadline: {
        ...one.deadline,
        due: told.until,
        explanation: { ...one.deadline.explanation, roll: [], told },
      },
    });
    const reports = changed(late, offOn("2026-09-28")).filter((line) => line.startsWith("filing"));
    expect(reports).toEqual(["filing 1 2026-09-29"]);
  });
});

describe("another hour, or another day", () => {
  const file = given(summons());
  it("of the hearing to come changes the last moment of its reports alone", () => {
    const later = {
      ...file,
      ...(file.state === "awaiting-hearing" && { hearing: { ...file.hearing, time: clockTime("14:30") } }),
    } as CaseFile;
    const events = rescheduledDeadlines(later, RULES);
    expect(lines(events)).toEqual(["report 1 2026-09-11"]);
    expect(events).toMatchObject([{ deadline: { hardDue: "2026-09-24T14:30:00+08:00" } }]);
  });

  it("of a sitting that was held moves the filings about that one", () => {
    const held = given(summons(), record());
    const moved = held.pastHearings.map((one) => ({ ...one, date: civilDate("2026-09-22") }));
    expect(lines(rescheduledDeadlines({ ...held, pastHearings: moved }, RULES, 1))).toEqual([
      "filing 1 2026-09-24",
    ]);
    expect(rescheduledDeadlines({ ...held, pastHearings: moved }, RULES, 2)).toEqual([]);
  });

  it("moves nothing that was met", () => {
    const met = file.deadlines.map((one) => ({ ...one, status: "met" as const }));
    expect(rescheduledDeadlines({ ...file, deadlines: met }, RULES)).toEqual([]);
  });

  it("leaves a report that runs from a designation running from it", () => {
    const [report] = file.deadlines.filter(({ kind }) => kind === "report");
    const designations = [
      { respondent: POLICE.name, stage: "instance", ordinal: 1, at: at("09-09") },
    ] as never;
    const startsOn = (day: string) =>
      ({ ...file, designations, deadlines: [{ ...report, startsOn: civilDate(day) }] }) as CaseFile;
    const startedBy = (day: string) =>
      rescheduledDeadlines(startsOn(day), RULES).map((event) =>
        event.type === "deadline-recomputed" ? event.deadline.explanation.startedBy : event.type,
      );
    expect(startedBy("2026-09-09")).toEqual(["designation"]);
    expect(startedBy("2026-09-08")).toEqual(["summons"]);
  });
});
