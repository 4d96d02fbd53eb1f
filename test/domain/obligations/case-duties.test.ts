import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { workIn } from "../../../shared/domain/board/worklist.ts";
import type { FileDocument } from "../../../shared/domain/case-file/commands.ts";
import { decide } from "../../../shared/domain/case-file/decisions/decide.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { dutyEvents } from "../../../shared/domain/obligations/case-duties.ts";
import { caseDutyStanding } from "../../../shared/domain/obligations/duty-standing.ts";
import { obligations } from "../../../shared/domain/obligations/ladders.ts";
import { obligationsDue } from "../../../shared/domain/obligations/obligations.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import { calendar } from "../../../shared/domain/time/calendar.ts";
import {
  addDays,
  type CivilDate,
  civilDate,
  civilDateAt,
  type Instant,
} from "../../../shared/domain/time/time.ts";
import { at, CITY, given, owed, POLICE, RULES, summons, told } from "../../support/case-builders.ts";

/** 应诉通知书, served on Tuesday 2026-09-08: the fifteenth day is Wednesday 2026-09-23. */
function notice(changes: Partial<FileDocument> = {}): FileDocument {
  const { hearing: _, ...rest } = summons();
  return {
    ...rest,
    sha256: "notice-1",
    kind: "response-notice",
    servedOn: civilDate("2026-09-08"),
    ...changes,
  };
}

/** The case after its response notice, told of what it owes by the mail of the next morning. */
const opened = (changes: Partial<FileDocument> = {}) => told(given(notice(changes)), at("09-09"));

const duties = (file: CaseFile) =>
  file.duties.map(({ kind, status, deadline }) => `${kind} ${status} ${deadline.due}`);

describe("duties beside the sittings", () => {
  it("open with the response notice: defence and evidence on day 15, told in one letter the next morning", () => {
    const file = given(notice());
    expect(duties(file)).toEqual(["defence open 2026-09-23", "evidence open 2026-09-23"]);
    expect(owed(file, at("09-08", "10:00"))).toEqual([]);
    expect(owed(file, at("09-09"))).toEqual(["duty-asked → legal-section"]);
    expect(owed(told(file, at("09-09")), at("09-10"))).toEqual([]);
  });

  it("are reminded of seven, three and one days before, one letter for both", () => {
    let file = opened();
    const days = ["09-15", "09-16", "09-17", "09-18", "09-20", "09-21", "09-22", "09-23"];
    const left = days.flatMap((day) => {
      const now = owed(file, at(day));
      file = told(file, at(day));
      return now.length === 0 ? [] : [`${day} ${now.join()}`];
    });
    // Three days before is a Sunday of make-up work.
    expect(left).toEqual([
      "09-16 duty-due → legal-section",
      "09-20 duty-due → legal-section",
      "09-22 duty-due → legal-section",
    ]);
  });

  it("are urged with a hand on it: announced in the digest after the last day, the letter on the next working day", () => {
    const file = opened();
    const steps = obligationsDue(file, at("09-24"), RULES);
    expect(steps.flatMap(({ lines }) => lines?.(at("09-24")) ?? []).map(({ news }) => news)).toMatchObject([
      { type: "urging-announced", kind: "defence", due: "2026-09-23", letterOn: "2026-09-28" },
    ]);
    expect(owed(told(file, at("09-24")), at("09-28"))).toEqual(["duty-overdue → legal-section"]);
  });

  it("are put off, sent and noted as received like reports and filings", () => {
    const file = told(opened(), at("09-24"));
    const of = { kind: "defence", respondent: POLICE.name, at: at("09-24", "10:00"), by: "徐琳" } as const;
    const held = decide(
      file,
      {
        type: "decide-urging",
        ...of,
        round: 1,
        decision: "held",
        until: civilDate("2026-09-29"),
        reason: "法院准许",
      },
      RULES,
    );
    expect(held.accepted).toBe(true);
    const received = decide(
      file,
      { type: "note-received", ...of, on: civilDate("2026-09-24"), way: "telephone" },
      RULES,
    );
    if (!received.accepted) expect.fail();
    const after = evolveAll(file, received.events) as CaseFile;
    expect(duties(after)).toEqual(["defence met 2026-09-23", "evidence open 2026-09-23"]);
    // The evidence speaks for itself from now on.
    expect(owed(after, at("09-28"))).toEqual([]);
    expect(caseDutyStanding(after.duties[0] as never, civilDate("2026-09-25"))).toEqual({
      state: "met",
      on: "2026-09-24",
      by: "receipt",
      daysLate: 1,
    });
    // What its bureau has noted stays noted, whatever the case says of it.
    expect(dutyEvents(after, at("09-25"), RULES)).toEqual([]);
  });

  it("end with the case, and open again with what had ended it taken away", () => {
    const file = opened();
    const closed = { ...file, state: "closed", outcome: "withdrawn" } as unknown as CaseFile;
    const events = dutyEvents(closed, at("09-10"), RULES);
    expect(events.map(({ type }) => type)).toEqual(["duty-cancelled", "duty-cancelled"]);
    const over = evolveAll(closed, events) as CaseFile;
    const open = { ...over, state: "registered" } as CaseFile;
    expect(dutyEvents(open, at("09-11"), RULES).map(({ type }) => type)).toEqual([
      "duty-reopened",
      "duty-reopened",
    ]);
  });

  it("stand on the list of whoever answers for them, as one entry", () => {
    const { todo } = workIn(opened(), "yinan-police" as OrganisationId, at("09-10"));
    expect(todo).toMatchObject([
      { kind: "defence", also: ["evidence"], due: "2026-09-23", target: { task: "duty", duty: "defence" } },
    ]);
  });

  it("of a government that has designated nobody are its bureau's, which nobody urges", () => {
    const parties = { plaintiffs: ["陈建"], respondents: [CITY], thirdParties: [] };
    const file = given(notice({ parties }));
    expect(owed(file, at("09-09"))).toContain("duty-asked → bureau");
    const kinds = obligations(told(file, at("09-09")), RULES).map(({ key }) => key);
    expect(kinds.filter((key) => key.startsWith("announced:duty"))).toEqual([]);
  });

  it("move by a word of the court on what they are counted from, and say why", () => {
    const file = opened();
    const corrected = {
      ...file,
      documents: file.documents.map((one) => ({ ...one, servedOn: civilDate("2026-09-10") })),
    };
    expect(dutyEvents(corrected, at("09-11"), RULES)).toMatchObject([
      { type: "duty-moved", kind: "defence", why: "corrected", deadline: { due: "2026-09-28" } },
      { type: "duty-moved", kind: "evidence", why: "corrected", deadline: { due: "2026-09-28" } },
    ]);
  });

  it("are recomputed when a holiday notice arrives, and not where it changes nothing", () => {
    const unknown: Rules = { ...RULES, calendar: calendar([]) };
    const file = opened({ servedOn: civilDate("2026-09-17"), at: at("09-17") });
    const before = evolveAll(file, dutyEvents(file, at("09-18"), unknown)) as CaseFile;
    expect(duties(before)[0]).toBe("defence open 2026-10-05");
    expect(before.duties[0]?.deadline.provisional).toBe(true);
    expect(dutyEvents(before, at("09-18"), RULES)).toMatchObject([
      { type: "duty-moved", why: "calendar", deadline: { due: "2026-10-08", provisional: false } },
      { type: "duty-moved", why: "calendar" },
    ]);
    expect(dutyEvents(opened(), at("09-18"), RULES)).toEqual([]);
  });

  it("of before the system began, or long over, are chased for nowhere", () => {
    const startsOn = civilDate("2026-09-24");
    const rules: Rules = { ...RULES, policy: { ...RULES.policy, startsOn } };
    const file = { ...given(notice()), duties: [] };
    expect(dutyEvents(file, at("09-08"), rules)).toEqual([]);
    expect(dutyEvents(file, at("10-24"), RULES)).toEqual([]);
    expect(dutyEvents(file, at("10-23"), RULES)).toHaveLength(2);
  });

  it("that came too late to be done in time are told once, and urged never", () => {
    const late = notice({ at: at("09-25"), servedOn: civilDate("2026-09-08") });
    const file = given(late);
    expect(owed(file, at("09-28"))).toEqual(["duty-asked → legal-section"]);
    const after = told(file, at("09-28"));
    for (const day of ["09-29", "09-30", "10-08", "10-20"]) expect(owed(after, at(day))).toEqual([]);
  });

  it("ask for what lies with the bureau some working days before, where the policy has such a day", () => {
    const { duties: policy } = RULES.policy;
    const internal = { ...policy, defence: { ...policy.defence, internalWorkingDays: 3 } };
    const rules: Rules = { ...RULES, policy: { ...RULES.policy, duties: internal } };
    const file = opened();
    const asked = obligations(file, rules).filter(({ key }) => key.includes(":-i:"));
    // Three working days before Wednesday the 23rd: the 22nd, the 21st, Sunday the 20th (make-up work).
    expect(asked.map(({ at: when }) => civilDateAt(when))).toEqual(["2026-09-18"]);
    expect(asked[0]?.notices(civilDate("2026-09-18"))[0]?.content).toMatchObject({ internal: "2026-09-20" });
  });
});

describe("laws of duties", () => {
  const days = fc.integer({ min: 0, max: 120 }).map((days) => addDays(civilDate("2026-08-20"), days));
  const laterThan = (day: CivilDate) => at("01-01").replace(/^.{10}/, day) as Instant;

  it("what was decided once changes nothing when it is decided again", () => {
    fc.assert(
      fc.property(days, days, (served, now) => {
        const received = laterThan(served);
        const file = given(notice({ at: received, servedOn: served }));
        const [, when = received] = [received, laterThan(now)].toSorted();
        const after = evolveAll(file, dutyEvents(file, when, RULES)) as CaseFile;
        expect(dutyEvents(after, when, RULES)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("nobody is reminded or urged of what was not told at least a day before", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 40 }), (served, late) => {
        const received = laterThan(addDays(served, late));
        const file = given(notice({ at: received, servedOn: served }));
        const first = laterThan(addDays(civilDateAt(received), 12));
        const after = told(file, first);
        const toldAt = Object.entries(after.sent).find(([key]) => key.includes(":asked:"))?.[1];
        if (toldAt === undefined) return;
        for (const step of obligations(after, RULES))
          if (/duty:/.test(step.key) && after.sent[step.key] === undefined)
            expect(civilDateAt(step.at) > civilDateAt(toldAt)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
