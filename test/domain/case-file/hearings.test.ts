import { describe, expect, it } from "vitest";
import type { FileDocument } from "../../../shared/domain/case-file/commands.ts";
import { decide } from "../../../shared/domain/case-file/decisions/decide.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import { civilDate, clockTime } from "../../../shared/domain/time/time.ts";
import {
  at,
  CITY,
  eventsOf,
  given,
  POLICE,
  RULES,
  record,
  respondent,
  summons,
} from "../../support/case-builders.ts";
import { some } from "../../support/some.ts";

const types = (events: readonly { type: string }[]) => events.map(({ type }) => type);

describe("a summons", () => {
  it("opens the case, sets the hearing, and starts report and filing", () => {
    const events = eventsOf(undefined, summons());
    expect(types(events)).toEqual([
      "case-opened",
      "document-filed",
      "hearing-set",
      "deadline-opened",
      "deadline-opened",
    ]);
    const file = evolveAll(undefined, events);
    expect(file).toMatchObject({
      state: "awaiting-hearing",
      hearing: { ordinal: 1, date: "2026-09-24", time: "09:00" },
    });
    expect(file?.deadlines.map(({ kind, deadline }) => [kind, deadline.due])).toEqual([
      ["report", "2026-09-11"],
      ["filing", "2026-09-28"],
    ]);
  });

  it("counts the report from the day of service where the paper gives it", () => {
    const file = given(summons({ servedOn: civilDate("2026-09-17"), at: at("09-18") }));
    expect(file.deadlines[0]?.deadline.due).toBe("2026-09-20");
  });

  it("changes nothing when it comes a second time", () => {
    expect(eventsOf(given(summons()), summons())).toEqual([]);
  });

  it("changes nothing but the list of papers when another copy says the same", () => {
    expect(types(eventsOf(given(summons()), summons({ sha256: "copy" })))).toEqual(["document-filed"]);
  });

  it("takes 本院第五审判庭 and 第五审判庭 for one room", () => {
    const again = summons({
      sha256: "copy",
      hearing: { date: civilDate("2026-09-24"), time: clockTime("09:00"), place: "本院第五审判庭" },
    });
    expect(types(eventsOf(given(summons()), again))).toEqual(["document-filed"]);
  });

  it("owes no report where the government is sued: that is designation", () => {
    const file = given(
      summons({ parties: { plaintiffs: ["李成林"], respondents: [CITY], thirdParties: [] } }),
    );
    expect(file.deadlines.map(({ kind }) => kind)).toEqual(["filing"]);
  });

  it("is a doubt when none of its parties is the case's", () => {
    const other = summons({
      sha256: "other",
      parties: {
        plaintiffs: ["王五"],
        respondents: [respondent("平邑县公安局", "pingyi-police")],
        thirdParties: [],
      },
    });
    expect(decide(given(summons()), other, RULES)).toMatchObject({
      accepted: false,
      refusal: { type: "parties-differ" },
    });
  });
});

describe("a later summons for another day", () => {
  const moved = (changes = {}) =>
    summons({
      sha256: "summons-2",
      at: at("09-22"),
      hearing: { date: civilDate("2026-09-29"), time: clockTime("09:30") },
      ...changes,
    });

  it("issued later: the old hearing is off with its deadlines, the new one starts its own", () => {
    const events = eventsOf(given(summons()), moved({ issuedOn: civilDate("2026-09-21") }));
    expect(types(events)).toEqual([
      "document-filed",
      "deadline-cancelled",
      "deadline-cancelled",
      "hearing-postponed",
      "hearing-set",
      "deadline-opened",
      "deadline-opened",
    ]);
    const file = evolveAll(given(summons()), events);
    expect(file).toMatchObject({
      hearing: { ordinal: 2, date: "2026-09-29" },
      pastHearings: [{ ordinal: 1, fate: "postponed" }],
    });
    expect(
      file?.deadlines.filter(({ status }) => status === "open").map(({ deadline }) => deadline.due),
    ).toEqual(["2026-09-28", "2026-10-08"]);
  });

  it("issued earlier, arriving late: nothing moves", () => {
    expect(types(eventsOf(given(summons()), moved({ issuedOn: civilDate("2026-09-01") })))).toEqual([
      "document-filed",
    ]);
  });

  it("without a date of issue and without a word of postponement: a person decides", () => {
    const { issuedOn: _, ...undated } = moved();
    expect(decide(given(summons()), undated, RULES)).toMatchObject({
      accepted: false,
      refusal: {
        type: "hearing-conflict",
        known: { date: "2026-09-24", time: "09:00", place: "第五审判庭" },
        read: { date: "2026-09-29", time: "09:30" },
      },
    });
  });

  it("without a date of issue: still a question on the very day that was set, once that has gone by the new day counts", () => {
    const { issuedOn: _, ...undated } = moved();
    const onTheDay = decide(given(summons()), { ...undated, at: at("09-24", "17:00") }, RULES);
    expect(onTheDay).toMatchObject({ accepted: false, refusal: { type: "hearing-conflict" } });
    const after = eventsOf(given(summons()), { ...undated, at: at("09-25", "08:00") });
    expect(evolveAll(given(summons()), after)).toMatchObject({ hearing: { date: "2026-09-29" } });
  });

  it("without a date of issue but saying that it postpones: the new day counts", () => {
    const { issuedOn: _, ...undated } = moved({ postponed: true });
    expect(evolveAll(given(summons()), eventsOf(given(summons()), undated))).toMatchObject({
      hearing: { date: "2026-09-29" },
    });
  });

  it("postponed with no new day: the case waits, its deadlines are cancelled", () => {
    const { hearing: _, ...off } = moved({ postponed: true });
    const file = given(summons(), off);
    expect(file.state).toBe("postponed");
    expect(file.deadlines.map(({ status }) => status)).toEqual(["cancelled", "cancelled"]);
  });

  it("another hour on the same day, issued later: one more in the sequence", () => {
    const later = moved({
      issuedOn: civilDate("2026-09-21"),
      hearing: { date: civilDate("2026-09-24"), time: clockTime("14:30") },
    });
    const file = given(summons(), later);
    expect(file).toMatchObject({ hearing: { ordinal: 1, sequence: 1, time: "14:30" } });
    // The report is of use until the hearing begins.
    const last = (one: typeof file) => one.deadlines.find(({ kind }) => kind === "report")?.deadline.hardDue;
    expect([last(given(summons())), last(file)]).toEqual([
      "2026-09-24T09:00:00+08:00",
      "2026-09-24T14:30:00+08:00",
    ]);
  });
});

describe("a summons to a day that is gone", () => {
  it("is not filed without a person, who may confirm it", () => {
    const late = summons({ at: at("09-25") });
    expect(decide(undefined, late, RULES)).toEqual({
      accepted: false,
      refusal: {
        type: "hearing-over",
        caseNumber: late.caseNumber,
        read: "2026-09-24",
        received: "2026-09-25",
      },
    });
    expect(given({ ...late, reviewedBy: "周敏" })).toMatchObject({ hearing: { date: "2026-09-24" } });
    // One that moves a hearing to such a day is asked about beside what is set; the very day itself is none.
    const moved = summons({
      sha256: "m",
      at: at("09-22"),
      issuedOn: civilDate("2026-09-22"),
      hearing: { date: civilDate("2026-09-21") },
    });
    expect(decide(given(summons()), moved, RULES)).toMatchObject({
      refusal: { type: "hearing-over", known: { date: "2026-09-24" } },
    });
    expect(decide(undefined, summons({ at: at("09-24") }), RULES).accepted).toBe(true);
  });
});

describe("a hearing record", () => {
  it("closes the hearing and says who attended", () => {
    const file = given(summons(), record());
    expect(file.state).toBe("heard");
    expect(file.attendance).toMatchObject([{ respondent: POLICE.name, headAttended: true, rank: "deputy" }]);
  });

  it("that arrives before its summons opens the case; the summons then changes neither state nor sitting", () => {
    const early = given(record({ at: at("09-24", "17:00") }));
    expect(early.state).toBe("heard");
    const file = given(record({ at: at("09-24", "17:00") }), summons({ at: at("09-25") }));
    expect(file.state).toBe("heard");
    expect(file.pastHearings).toHaveLength(1);
    expect(file.attendance).toHaveLength(1);
  });

  const onAnotherDay = (changes: Partial<FileDocument> = {}) =>
    record({ hearing: { date: civilDate("2026-09-25") }, attendance: [], ...changes });

  it("of a day later than the one set, which no paper moved, is for a person to look at", () => {
    expect(decide(given(summons()), onAnotherDay(), RULES)).toEqual({
      accepted: false,
      refusal: {
        type: "implausible-sitting",
        because: "not-the-day-set",
        caseNumber: summons().caseNumber,
        read: "2026-09-25",
        received: "2026-09-25",
        known: { date: "2026-09-24", time: "09:00", place: "第五审判庭" },
      },
    });
  });

  it("of the day it was moved away from, to an earlier one, is for a person to look at", () => {
    const earlier = summons({
      sha256: "earlier",
      at: at("09-10"),
      issuedOn: civilDate("2026-09-10"),
      postponed: true,
      hearing: { date: civilDate("2026-09-21") },
    });
    expect(decide(given(summons(), earlier), record({ at: at("09-25") }), RULES)).toMatchObject({
      refusal: { because: "not-the-day-set", read: "2026-09-24", known: { date: "2026-09-21" } },
    });
  });

  it("of such a day, once a person has confirmed it: the old date is off and owes nothing", () => {
    const file = given(summons(), onAnotherDay({ reviewedBy: "周敏" }));
    expect(file).toMatchObject({
      state: "heard",
      pastHearings: [{ fate: "postponed" }, { fate: "held", date: "2026-09-25" }],
    });
    expect(file.deadlines.filter(({ hearing, status }) => hearing === 1 && status === "open")).toEqual([]);
  });

  it.each([
    ["a day still to come", "2026-12-24", "after-the-paper-came"],
    ["the day after the paper came", "2026-09-26", "after-the-paper-came"],
    ["a year far away", "2062-09-24", "after-the-paper-came"],
    ["a year before the case", "2025-09-24", "before-the-case"],
  ])("of %s proves nothing, whoever confirms it", (_, date, because) => {
    for (const known of [undefined, given(summons())])
      for (const kind of ["hearing-record", "judgment"] as const)
        for (const reviewedBy of [undefined, "周敏"]) {
          const paper = record({
            kind,
            hearing: { date: civilDate(date) },
            ...(reviewedBy !== undefined && { reviewedBy }),
          });
          expect(decide(known, paper, RULES)).toMatchObject({
            accepted: false,
            refusal: { type: "implausible-sitting", because, read: date, received: "2026-09-25" },
          });
        }
  });

  it("of the very day on which the paper came is a sitting", () => {
    expect(given(summons(), record({ at: at("09-24", "18:00") })).state).toBe("heard");
  });

  it("of an earlier sitting leaves the later one standing", () => {
    const second = summons({
      sha256: "summons-2",
      hearing: { date: civilDate("2026-10-15") },
      issuedOn: civilDate("2026-09-25"),
      at: at("09-25"),
    });
    const file = given(
      summons(),
      record({ at: at("09-24", "18:00") }),
      second,
      record({ sha256: "copy", at: at("09-26") }),
    );
    expect(file).toMatchObject({ state: "awaiting-hearing", hearing: { ordinal: 2, date: "2026-10-15" } });
  });

  it("older than a month starts no filing period: that is history, nobody is chased", () => {
    const file = given(record({ at: at("11-20") }));
    expect(file.deadlines).toEqual([]);
  });
});

describe("a judgment", () => {
  const ruling = (changes = {}) => {
    const { hearing: _, ...rest } = record({
      kind: "judgment",
      sha256: "ruling",
      attendance: [],
      at: at("09-20"),
    });
    return { ...rest, result: { outcome: "withdrawn", heard: false } as const, ...changes };
  };

  it("withdrawn before the hearing: closed, never heard, nothing owed any more", () => {
    const file = given(summons(), ruling());
    expect(file).toMatchObject({ state: "closed", outcome: "withdrawn" });
    expect(file.pastHearings.filter(({ fate }) => fate === "held")).toEqual([]);
    expect(some(file.deadlines).every(({ status }) => status === "cancelled")).toBe(true);
  });

  it("that names an earlier sitting ends what the hearing still set was to bring: nobody is asked who came to it", () => {
    const held = { date: civilDate("2026-09-18") };
    const file = given(summons(), {
      ...ruling({ at: at("09-21"), result: { outcome: "won", heard: true } }),
      hearing: held,
    });
    expect(file.pastHearings.map(({ ordinal, fate }) => [ordinal, fate])).toEqual([
      [2, "held"],
      [1, "postponed"],
    ]);
    expect(file.deadlines.map(({ kind, hearing, status }) => `${kind} ${hearing} ${status}`)).toEqual([
      "report 1 cancelled",
      "filing 1 cancelled",
      "filing 2 open",
    ]);
  });

  it("a summons for a closed case is a doubt", () => {
    const again = summons({ sha256: "again", hearing: { date: civilDate("2026-10-20") } });
    expect(decide(given(summons(), ruling()), again, RULES)).toMatchObject({
      accepted: false,
      refusal: { type: "case-closed" },
    });
  });
});
