/** Is anybody called late with what he wasn't told of in time? */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FileDocument } from "../../../shared/domain/case-file/commands.ts";
import { decide } from "../../../shared/domain/case-file/decisions/decide.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import type { NoteLedger } from "../../../shared/domain/case-file/ledger/ledger.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import type { NoticeContent } from "../../../shared/domain/notices/notice-kinds.ts";
import { timeGiven } from "../../../shared/domain/obligations/first-contact.ts";
import { obligationsDue } from "../../../shared/domain/obligations/obligations.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import {
  addDays,
  addMinutes,
  type CivilDate,
  civilDate,
  civilDateAt,
  type Instant,
  monthOf,
} from "../../../shared/domain/time/time.ts";
import { at, eventsOf, owed, POLICE, RULES, record, summons, told } from "../../support/case-builders.ts";

/** The letters of a kind owed at an instant, as worded then. */
function letters(file: CaseFile, now: Instant, kind: NoticeContent["kind"]): readonly NoticeContent[] {
  const timely = evolveAll(file, timeGiven(file, now, RULES)) ?? file;
  return obligationsDue(timely, now, RULES)
    .flatMap(({ notices }) => notices(civilDateAt(now)))
    .map(({ content }) => content)
    .filter((content) => content.kind === kind);
}

/** What a ledger says of the case: heard on the day, with or without its head. */
function noteOf(said: {
  readonly attended: boolean;
  readonly came: Instant;
  readonly heardOn?: CivilDate;
}): NoteLedger {
  const { attended, came, heardOn = civilDate("2026-09-24") } = said;
  const { caseNumber, court, parties } = record();
  return {
    type: "note-ledger",
    ledger: {
      court: "yinan-court" as OrganisationId,
      month: monthOf(heardOn),
      document: "ledger-1",
      receivedAt: came,
    },
    weighedAgainst: [],
    statement: {
      caseNumber,
      court,
      sheet: "",
      row: 3,
      plaintiffs: parties.plaintiffs,
      respondents: parties.respondents,
      heard: true,
      agencies: [{ respondent: POLICE.name, heardOn, attended }],
    },
  };
}

/** A case as its first paper or ledger opens it, before anybody is told. */
function opened(paper: FileDocument | NoteLedger, rules = RULES): CaseFile {
  const decision = decide(undefined, paper, rules);
  if (!decision.accepted) throw new Error(decision.refusal.type);
  return evolveAll(undefined, decision.events) ?? expect.fail();
}

/** A case that comes to light by a record, with whom it says to have come. */
const byRecord = (attended: boolean, rules = RULES) =>
  opened(
    record({
      // Before the mail of the morning, which asks about it.
      at: at("10-12", "08:40"),
      attendance: [
        {
          respondent: POLICE.name,
          hearingDate: civilDate("2026-09-24"),
          headAttended: attended,
          source: "hearing-record",
        },
      ],
    }),
    rules,
  );

describe("a case that comes to light by its record", () => {
  it("brings a request with a day ahead, and no 督办 before that day is over", () => {
    // The filing was due on 28 September; the record came on Monday 12 October.
    const file = byRecord(false);
    expect(owed(file, at("10-12"))).toEqual(["filing-asked → legal-section"]);
    expect(letters(file, at("10-12"), "filing-asked")).toMatchObject([
      {
        deadline: { due: "2026-10-14", explanation: { told: { on: "2026-10-12" } } },
        said: { headAttended: false },
      },
    ]);
    const asked = told(file, at("10-12"));
    expect(owed(asked, at("10-13"))).toEqual(["filing-due → legal-section"]);
    expect(owed(told(asked, at("10-13")), at("10-14"))).toEqual(["filing-due → legal-section"]);
    const announced = told(told(asked, at("10-14")), at("10-15"));
    expect(owed(announced, at("10-15", "17:00"))).toEqual([]);
    expect(owed(announced, at("10-16"))).toEqual(["filing-overdue → legal-section"]);
  });

  it("that says that the head was there: a confirmation is asked for and reminded of, nobody is urged", () => {
    const asked = told(byRecord(true), at("10-12"));
    expect(owed(asked, at("10-14"))).toEqual(["filing-due → legal-section"]);
    for (const day of ["10-15", "10-19", "10-30"])
      expect(owed(told(asked, at("10-14")), at(day))).toEqual([]);
  });

  it("whose agency can't be reached for a week has its time from the day on which it can", () => {
    const file = byRecord(false);
    expect(letters(file, at("10-19"), "filing-asked")).toMatchObject([{ deadline: { due: "2026-10-21" } }]);
  });

  it("of a sitting before the system began: nothing is asked", () => {
    const rules = { ...RULES, policy: { ...RULES.policy, startsOn: civilDate("2026-10-01") } };
    expect(byRecord(false).deadlines).toHaveLength(1);
    expect(byRecord(false, rules).deadlines).toEqual([]);
  });
});

describe("a case that comes to light by a ledger", () => {
  const byLedger = (attended: boolean, came = at("10-12", "15:00")) => opened(noteOf({ attended, came }));

  it("is asked about the next morning, with the rest of the ledger, by a day ahead; urged only once that is over", () => {
    const file = byLedger(false);
    expect(owed(file, at("10-12", "15:00"))).toEqual([]);
    expect(owed(file, at("10-13"))).toEqual(["filing-asked → legal-section"]);
    expect(letters(file, at("10-13"), "filing-asked")).toMatchObject([
      {
        deadline: { due: "2026-10-15", explanation: { told: { on: "2026-10-13" } } },
        said: { headAttended: false, source: "court-ledger" },
        byLedger: true,
      },
    ]);
    const reminded = ["10-13", "10-14", "10-15", "10-16"].reduce((one, day) => told(one, at(day)), file);
    expect(owed(reminded, at("10-16", "17:00"))).toEqual([]);
    expect(owed(reminded, at("10-19"))).toEqual(["filing-overdue → legal-section"]);
  });

  it("that says that the head was there: a confirmation is asked for, nobody is urged", () => {
    const asked = told(byLedger(true), at("10-13"));
    for (const day of ["10-16", "10-19", "10-30"])
      expect(owed(told(asked, at("10-15")), at(day))).toEqual([]);
  });

  it("whose record comes meanwhile is asked about by the record's word, in the mail of the morning", () => {
    const file = evolveAll(byLedger(false), eventsOf(byLedger(false), record({ at: at("10-12", "16:00") })));
    expect(file && letters(file, at("10-12", "16:00"), "filing-asked")).toEqual([]);
    expect(file && letters(file, at("10-13"), "filing-asked")).toMatchObject([
      { said: { headAttended: true, source: "hearing-record" } },
    ]);
  });
});

describe("a summons that comes late", () => {
  it("brings time for the report from the day of the notice", () => {
    const file = opened(summons({ at: at("09-18"), servedOn: civilDate("2026-09-08") }));
    expect(letters(file, at("09-18"), "hearing-notice")[0]).toMatchObject({
      // Due on the 11th by the summons; told on Friday the 18th. The Sunday after it is worked.
      report: { due: "2026-09-21", explanation: { told: { on: "2026-09-18", until: "2026-09-21" } } },
    });
  });

  it("the day before the hearing: it is due before the hour, the bureau telephones, nobody is urged", () => {
    const file = opened(summons({ at: at("09-23") }));
    expect(owed(file, at("09-23"))).toEqual([
      "hearing-notice → legal-section",
      "hearing-notice → head",
      "urgent-hearing → bureau",
    ]);
    expect(letters(file, at("09-23"), "hearing-notice")[0]).toMatchObject({
      urgent: true,
      report: { due: "2026-09-24" },
    });
    const informed = told(file, at("09-23"));
    expect(owed(informed, at("09-23", "15:00"))).toEqual([]);
    expect(owed(informed, at("09-24", "08:30"))).toEqual([]);
  });
});

describe("a report that is overdue", () => {
  it("is never urged on the day of the hearing, nor in the night before it", () => {
    /** What urges, from sweep to sweep, as a bureau lets it. */
    const urging = (came: string) => {
      let file = told(opened(summons({ at: at(came) })), at(came));
      const said: string[] = [];
      for (const day of ["09-21", "09-22", "09-23", "09-24"])
        for (const hour of ["08:30", "09:00", "17:00", "23:00"]) {
          said.push(
            ...owed(file, at(day, hour))
              .filter((one) => one.includes("overdue"))
              .map((one) => `${day} ${one}`),
          );
          file = told(file, at(day, hour));
        }
      return said;
    };
    // Due on Monday the 21st: announced on Tuesday, urged on Wednesday. A day later its letter would leave on the day of the hearing.
    expect(urging("09-18")).toEqual(["09-23 report-overdue → legal-section"]);
    expect(urging("09-19")).toEqual([]);
  });

  it("is not asked for twice on one day: the reminder of the hearing says it", () => {
    let file = told(opened(summons({ at: at("09-18") })), at("09-18"));
    for (const day of ["09-20", "09-21", "09-22", "09-23"]) {
      const kinds = owed(file, at(day)).filter((one) => /^(report-due|hearing-reminder) → legal/u.test(one));
      expect(kinds.length).toBeLessThanOrEqual(1);
      file = told(file, at(day));
    }
  });
});

describe("for any day on which papers come and sweeps run", () => {
  it.each(["summons", "record", "ledger"])(
    "no letter calls anyone late with what he was told by a %s less than one working day before it was due",
    (source) => {
      let urged = 0;
      fc.assert(
        fc.property(
          fc.integer({ min: -20, max: 40 }),
          fc.integer({ min: 0, max: 23 }),
          fc.uniqueArray(fc.integer({ min: 0, max: 24 * 20 }), { minLength: 15, maxLength: 60 }),
          (day, hour, hours) => {
            const came = at("09-08", `${String(hour).padStart(2, "0")}:00`);
            const heardOn = addDays(
              civilDateAt(came),
              source === "summons" ? Math.abs(day) : -Math.abs(day) - 1,
            );
            const paper =
              source === "summons"
                ? summons({ at: came, hearing: { date: heardOn } })
                : source === "record"
                  ? record({ at: came, hearing: { date: heardOn }, attendance: [] })
                  : noteOf({ came, heardOn, attended: false });
            let file: CaseFile = opened(paper);
            for (const after of hours.toSorted((one, other) => one - other)) {
              const now = addMinutes(came, after * 60);
              const timely = evolveAll(file, timeGiven(file, now, RULES)) ?? file;
              for (const { notices } of obligationsDue(timely, now, RULES))
                for (const { content } of notices(civilDateAt(now))) {
                  if (content.kind !== "report-overdue" && content.kind !== "filing-overdue") continue;
                  urged += 1;
                  const first = Object.values(file.sent).toSorted()[0] ?? now;
                  const next = RULES.calendar.rollForward(addDays(civilDateAt(first), 1)).date;
                  expect(next <= content.deadline.due).toBe(true);
                  expect(content.daysOver).toBeGreaterThan(0);
                }
              file = told(file, now);
            }
          },
        ),
        { numRuns: 100 },
      );
      // The days tried do bring such letters.
      expect(urged).toBeGreaterThan(0);
    },
  );
});
