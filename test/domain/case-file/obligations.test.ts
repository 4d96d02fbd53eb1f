import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { nextActionAt, obligationsDue } from "../../../shared/domain/obligations/obligations.ts";
import { addMinutes, civilDate, clockTime, type Instant } from "../../../shared/domain/time/time.ts";
import { at, CITY, given, owed, POLICE, RULES, record, summons, told } from "../../support/case-builders.ts";

const received = (now: Instant) => told({ ...given(summons()), sent: {} }, now);

describe("when a hearing has been set", () => {
  it("the legal section and the head are told at once, in office hours", () => {
    expect(owed({ ...given(summons()), sent: {} }, at("09-08"))).toEqual([
      "hearing-notice → legal-section",
      "hearing-notice → head",
    ]);
  });

  it("a summons taken in at night waits for the morning", () => {
    const file = { ...given(summons()), sent: {} };
    expect(owed(file, at("09-08", "20:00"))).toEqual([]);
    expect(nextActionAt(file, at("09-08", "20:00"), RULES)).toBe(at("09-09", "08:30"));
  });

  it("but not if the hearing would have passed by then", () => {
    const file = { ...given(summons({ at: at("09-23") })), sent: {} };
    expect(owed(file, at("09-23", "21:00"))).toContain("hearing-notice → legal-section");
  });

  it("reminds on T-3 and T-1, each once", () => {
    const file = received(at("09-08"));
    const reminded = { ...file, deadlines: [] };
    expect(owed(reminded, at("09-20"))).toEqual([]);
    expect(owed(reminded, at("09-21"))).toEqual(["hearing-reminder → legal-section"]);
    const once = told(reminded, at("09-21"));
    expect(owed(once, at("09-22"))).toEqual([]);
    expect(owed(once, at("09-23"))).toEqual(["hearing-reminder → legal-section", "hearing-reminder → head"]);
  });

  it("reminds of neither hearing nor report on the day on which it tells of them", () => {
    const late = received(at("09-21", "10:00"));
    expect(owed({ ...late, deadlines: [] }, at("09-21", "11:00"))).toEqual([]);
    expect(owed({ ...late, deadlines: [] }, at("09-23"))).toContain("hearing-reminder → legal-section");
    // The report is due on the 11th, and the day to be reminded of it is the 10th.
    expect(owed(received(at("09-10", "10:00")), at("09-10", "11:00"))).toEqual([]);
    expect(owed(received(at("09-09", "10:00")), at("09-10", "11:00"))).toEqual([
      "report-due → legal-section",
    ]);
  });

  it("a reminder that would fall on a day off comes on the working day before", () => {
    // T-3 of Saturday 2026-10-10 (a make-up working day) is in the National Day week.
    const file = told(
      {
        ...given(summons({ hearing: { date: civilDate("2026-10-10"), time: clockTime("09:00") } })),
        sent: {},
        deadlines: [],
      },
      at("09-08"),
    );
    expect(nextActionAt(file, at("09-08"), RULES)).toBe(at("09-30", "08:30"));
  });

  it("after missed sweeps it warns once, with the newest", () => {
    const file = { ...received(at("09-08")), deadlines: [] };
    expect(owed(file, at("09-23"))).toEqual(["hearing-reminder → legal-section", "hearing-reminder → head"]);
    expect(owed(told(file, at("09-23")), at("09-23", "10:00"))).toEqual([]);
  });

  it("a reminder is no use once the hearing has begun", () => {
    const file = { ...received(at("09-08")), deadlines: [] };
    expect(owed(file, at("09-24", "09:00"))).toEqual([]);
  });
});

describe("the three-day report", () => {
  it("is reminded the day before it is due, announced to the bureau once it is overdue, and urged the next working day", () => {
    const file = received(at("09-08"));
    expect(owed(file, at("09-10"))).toEqual(["report-due → legal-section"]);
    expect(owed(told(file, at("09-10")), at("09-12"))).toEqual([]);
    // Due Friday 09-11: one day over is a Saturday, so Monday.
    expect(owed(told(file, at("09-10")), at("09-14"))).toEqual([]);
    const announced = told(told(file, at("09-10")), at("09-14"));
    expect(owed(announced, at("09-14", "17:00"))).toEqual([]);
    expect(owed(announced, at("09-15"))).toEqual(["report-overdue → legal-section"]);
  });

  it("is quiet once it has come in", () => {
    const file = given(summons(), {
      type: "note-received",
      at: at("09-09"),
      by: "徐琳",
      kind: "report",
      respondent: POLICE.name,
      hearing: 1,
      on: civilDate("2026-09-09"),
      way: "telephone",
    });
    expect(owed(file, at("09-14"))).toEqual([]);
  });
});

describe("the two-day filing", () => {
  it("is asked for on its last day and escalated after it", () => {
    const file = given(
      summons({ at: at("09-23", "10:00") }),
      record({ at: at("09-24", "17:00"), attendance: [] }),
    );
    expect(owed(file, at("09-25"))).toEqual([]);
    expect(owed(file, at("09-28"))).toEqual(["filing-due → legal-section"]);
    const announced = told(told(file, at("09-28")), at("09-29"));
    expect(owed(announced, at("09-29", "17:00"))).toEqual([]);
    expect(owed(announced, at("09-30"))).toEqual(["filing-overdue → legal-section"]);
  });
});

describe("a postponed hearing", () => {
  const off = {
    ...summons({ sha256: "off", at: at("09-21"), postponed: true, issuedOn: civilDate("2026-09-21") }),
  };

  it("without a new day: those who were told are told that it is off", () => {
    const { hearing: _, ...undated } = off;
    const file = { ...given(summons(), undated) };
    expect(Object.keys(file.sent).some((key) => key.startsWith("cancelled:"))).toBe(true);
    expect(owed(file, at("09-22"))).toEqual([]);
  });

  it("with a new day: one letter says both, and the old reminders are gone", () => {
    const next = { ...off, hearing: { date: civilDate("2026-09-29"), time: clockTime("09:30") } };
    const before = given(summons());
    const sent = before.sent;
    const file = { ...given(summons(), next), sent };
    expect(owed(file, at("09-21"))).toEqual(["hearing-changed → legal-section", "hearing-changed → head"]);
    expect(owed(told(file, at("09-21")), at("09-22"))).not.toContain("hearing-reminder → legal-section");
  });
});

describe("the municipal government's own case", () => {
  it("goes to the bureau as a case handling form", () => {
    const file = {
      ...given(summons({ parties: { plaintiffs: ["李成林"], respondents: [CITY], thirdParties: [] } })),
      sent: {},
    };
    expect(owed(file, at("09-08"))).toContain("case-handling-form → bureau");
  });
});

describe("an agency the directory doesn't know", () => {
  it("is a task for the bureau, and nobody else is told", () => {
    const file = {
      ...given(
        summons({ parties: { plaintiffs: [], respondents: [{ name: "某某中心" }], thirdParties: [] } }),
      ),
      sent: {},
    };
    expect(owed(file, at("09-08"))).toEqual(["unknown-agency → bureau"]);
    expect(nextActionAt(told(file, at("09-08")), at("09-08"), RULES)).toBe(at("09-09", "08:30"));
  });
});

describe("whichever hours the sweep ran", () => {
  const hours = fc.uniqueArray(fc.integer({ min: 0, max: 24 * 45 }), { maxLength: 60 });
  const start = at("09-08", "08:00");

  const run = (mornings: readonly number[]) => {
    let file: CaseFile = { ...given(summons()), sent: {} };
    const kinds: string[] = [];
    for (const hour of mornings.toSorted((one, other) => one - other)) {
      const now = addMinutes(start, hour * 60);
      for (const { key } of obligationsDue(file, now, RULES)) kinds.push(key);
      file = told(file, now);
    }
    return kinds;
  };

  it("no notice is sent twice, and none of a ladder comes before a milder one it follows", () => {
    fc.assert(
      fc.property(hours, (mornings) => {
        const keys = run(mornings);
        expect(new Set(keys).size).toBe(keys.length);
        const reminders = keys
          .filter((key) => key.startsWith("reminder:"))
          .map((key) => Number(key.split(":")[2]));
        expect(reminders).toEqual(reminders.toSorted((one, other) => other - one));
      }),
    );
  });

  it("sweeping only when the index says so sends what sweeping every hour sends", () => {
    let file: CaseFile = { ...given(summons()), sent: {} };
    const lazily: string[] = [];
    let next: Instant | undefined = start;
    for (let turns = 0; next !== undefined && turns < 100; turns++) {
      for (const { key } of obligationsDue(file, next, RULES)) lazily.push(key);
      file = told(file, next);
      const after = nextActionAt(file, next, RULES);
      if (after !== undefined && after <= next) throw new Error("the next action must lie ahead");
      next = after;
    }
    expect(lazily).toEqual(run(Array.from({ length: 24 * 45 }, (_, hour) => hour)));
  });
});
