/** Who is asked, reminded and looked at again for a report or a filing, and when is a letter about it of no use any more? */
import { describe, expect, it } from "vitest";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import {
  isStillToBeSaid,
  nextActionAt,
  obligationsDue,
} from "../../../shared/domain/obligations/obligations.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import { civilDate, civilDateAt, clockTime, type Instant } from "../../../shared/domain/time/time.ts";
import {
  at,
  eventsOf,
  given,
  owed,
  POLICE,
  RULES,
  record,
  respondent,
  summons,
  told,
} from "../../support/case-builders.ts";

const COUNTY = respondent("沂南县人民政府", "yinan-government", { kind: "government" });
const BOTH = { plaintiffs: ["陈建"], respondents: [POLICE, COUNTY], thirdParties: [] };
const NOTICE = `hearing:1.0:${POLICE.name}`;
const untold = (file: CaseFile): CaseFile => ({ ...file, sent: {} });
const about = (file: CaseFile, now: Instant, word: string) =>
  owed(file, now).filter((one) => one.includes(word));

/** The rules with reminders on other days before what is due. */
function withReminders({ report, filing, hearing }: Readonly<Record<string, readonly number[]>>): Rules {
  const { policy } = RULES;
  return {
    ...RULES,
    policy: {
      ...policy,
      report: { ...policy.report, remindBefore: report ?? policy.report.remindBefore },
      filing: { ...policy.filing, remindBefore: filing ?? policy.filing.remindBefore },
      hearingReminders: hearing ?? policy.hearingReminders,
    },
  };
}
const kindsOf = (file: CaseFile, now: Instant, rules: Rules) =>
  obligationsDue(file, now, rules).flatMap(({ notices }) =>
    notices(civilDateAt(now)).map(({ content }) => content.kind),
  );

describe("a filing", () => {
  it("is asked for by no letter before its sitting was held, and a report never by one of its own", () => {
    const waiting = untold(given(summons()));
    expect(about(waiting, at("09-09"), "asked")).toEqual([]);
    const heard = evolveAll(waiting, eventsOf(waiting, record({ attendance: [] }))) ?? waiting;
    const open = heard.deadlines.map((one) => ({ ...one, status: "open" as const }));
    expect(open.map(({ kind }) => kind).toSorted()).toEqual(["filing", "report"]);
    expect(about({ ...heard, deadlines: open }, at("09-28"), "asked")).toEqual([
      "filing-asked → legal-section",
    ]);
  });

  it("is asked for with what the court says of this respondent at this sitting, and of nobody else", () => {
    const statement = (name: string, headAttended: boolean, day = "2026-09-24", source = "judgment") =>
      ({ respondent: name, hearingDate: civilDate(day), headAttended, source }) as never;
    const paper = record({
      parties: BOTH,
      attendance: [
        statement(POLICE.name, false),
        statement(COUNTY.name, true),
        statement(POLICE.name, true, "2026-08-20"),
        statement(POLICE.name, true, "2026-09-24", "court-ledger"),
      ],
    });
    const file = untold(given(paper));
    const said = obligationsDue(file, at("09-28"), RULES)
      .flatMap(({ notices }) => notices(civilDateAt(at("09-28"))))
      .flatMap(({ content }) =>
        content.kind === "filing-asked" ? [[content.respondent, content.said?.headAttended]] : [],
      );
    expect(Object.fromEntries(said)).toEqual({ [POLICE.name]: false, [COUNTY.name]: true });
  });

  it("is reminded of on its last day, and after it by no reminder that was missed", () => {
    const file = given(
      summons({ at: at("09-23", "10:00") }),
      record({ at: at("09-24", "17:00"), attendance: [] }),
    );
    expect(about(file, at("09-28"), "filing-due")).toEqual(["filing-due → legal-section"]);
    expect(about(file, at("09-29"), "filing-due")).toEqual([]);
  });
});

describe("a sitting that came to light without a notice of its hearing", () => {
  const heard = untold(given(record({ attendance: [] })));
  const asked = (file: CaseFile, now: Instant, rules = RULES) =>
    obligationsDue(file, now, rules)
      .flatMap(({ notices }) => notices(civilDateAt(now)))
      .flatMap(({ content }) => (content.kind === "filing-asked" ? [content] : []));
  const alone: Rules = { ...RULES, policy: { ...RULES.policy, agencyDigest: false } };
  const ledger = (document: string, receivedAt: Instant) => ({ document, receivedAt }) as never;
  const byLedger = (...ledgers: never[]): CaseFile =>
    ({
      ...heard,
      documents: [],
      ledgers,
      pastHearings: heard.pastHearings.map((one) => ({ ...one, ledger: "ledger-2" })),
    }) as CaseFile;

  it("asks for its filing alone: a report of it is of no use any more", () => {
    const [filing] = heard.deadlines.filter(({ kind }) => kind === "filing");
    const report = { ...filing, kind: "report" } as CaseFile["deadlines"][number];
    expect(asked({ ...heard, deadlines: [report] }, at("09-28"))).toEqual([]);
  });

  it("asks nothing about a sitting that the case has forgotten", () => {
    expect(asked({ ...heard, pastHearings: [] }, at("09-28"))).toEqual([]);
  });

  it("of a ledger is asked about on the next morning, with the others of that ledger; a record's at once", () => {
    const file = byLedger(ledger("ledger-1", at("09-25")), ledger("ledger-2", at("09-28", "10:00")));
    for (const rules of [RULES, alone]) {
      expect(asked(file, at("09-28", "16:00"), rules)).toEqual([]);
      expect(asked(file, at("09-29"), rules)).toMatchObject([{ byLedger: true }]);
    }
    const [said] = asked(heard, at("09-28"), alone);
    expect(said).not.toHaveProperty("byLedger");
    expect(
      asked(untold(given(record({ attendance: [], at: at("09-28") }))), at("09-28"), alone),
    ).toHaveLength(1);
  });

  it("is asked about with the court's ledger's word, not the agency's own", () => {
    const words = (source: string, headAttended: boolean) =>
      ({ respondent: POLICE.name, hearingDate: civilDate("2026-09-24"), source, headAttended }) as never;
    const file = { ...heard, attendance: [words("court-ledger", false), words("filing", true)] };
    expect(asked(file, at("09-28"))).toMatchObject([
      { said: { source: "court-ledger", headAttended: false } },
    ]);
  });
});

describe("a filing that is overdue", () => {
  /** Heard on the 24th, with what the record says of the head; due on the 28th and urged from the 29th on. */
  const urged = (headAttended: boolean) => {
    const attendance = record().attendance.map((one) => ({ ...one, headAttended }));
    let file = given(summons(), record({ at: at("09-24", "17:00"), attendance }));
    const days = ["09-28", "09-29", "09-30", "10-08", "10-09", "10-10"];
    return days.flatMap((day) => {
      const letters = about(file, at(day), "filing-overdue");
      file = told(file, at(day));
      return letters;
    });
  };

  it("is urged while the court says that no head came, and not where it has answered that one did", () => {
    expect(urged(false)).not.toEqual([]);
    expect(urged(true)).toEqual([]);
  });
});

describe("a filing that is reminded of early", () => {
  it("is reminded of from the morning after its sitting on, since nobody can file before", () => {
    const rules = withReminders({ filing: [4] });
    const file = given(summons(), record({ at: at("09-24", "11:00"), attendance: [] }));
    expect(kindsOf(file, at("09-24", "16:00"), rules)).not.toContain("filing-due");
    // The 25th is a holiday.
    expect(kindsOf(file, at("09-25"), rules)).toEqual([]);
    expect(kindsOf(file, at("09-28"), rules)).toContain("filing-due");
  });
});

describe("a report", () => {
  it("is not reminded of on the day that told of it, however early that was", () => {
    const file = { ...given(summons()), sent: { [NOTICE]: at("09-10", "08:00") } };
    expect(about(file, at("09-10"), "report-due")).toEqual([]);
    expect(about({ ...file, sent: { [NOTICE]: at("09-09", "08:00") } }, at("09-10"), "report-due")).toEqual([
      "report-due → legal-section",
    ]);
  });

  it("is not asked for beside the reminder of the hearing, which asks for it", () => {
    const near = { date: civilDate("2026-09-11"), time: clockTime("09:00") };
    const file = given(summons({ hearing: near }));
    expect(owed(file, at("09-10"))).toEqual(["hearing-reminder → legal-section", "hearing-reminder → head"]);
  });

  it("is not asked for in the last hours before the hearing", () => {
    const rules = withReminders({ report: [0] });
    const near = { date: civilDate("2026-09-11"), time: clockTime("15:00") };
    const file = { ...given(summons({ hearing: near })), sent: { [NOTICE]: at("09-08") } };
    expect(kindsOf(file, at("09-11", "10:00"), rules)).not.toContain("report-due");
  });

  it("that nobody was reminded of in time is not asked for once the hearing has begun", () => {
    const rules = withReminders({ report: [1], hearing: [3] });
    const hearing = { date: civilDate("2026-09-16"), time: clockTime("08:40") };
    const file = { ...given(summons({ at: at("09-14"), hearing })), sent: { [NOTICE]: at("09-14") } };
    expect(kindsOf(file, at("09-15"), rules)).toContain("report-due");
    expect(kindsOf(file, at("09-16", "09:00"), rules)).not.toContain("report-due");
  });
});

describe("a letter that leaves late", () => {
  const file = told(given(summons()), at("09-08"));
  const still = (key: string, now: Instant, of = file) => isStillToBeSaid(of, { key }, now, RULES);

  it("is still to be said while it has been said to nobody else, its duty is open and its hearing to come", () => {
    expect(still(NOTICE, at("09-08", "10:00"))).toBe(true);
    expect(still(NOTICE, at("09-24", "09:00"))).toBe(false);
    const reminded = told(file, at("09-21"));
    expect(still(`reminder:1:3:${POLICE.name}`, at("09-21", "10:00"), reminded)).toBe(true);
    // The one of the day before says it better.
    expect(still(`reminder:1:3:${POLICE.name}`, at("09-23"), reminded)).toBe(false);
    const met = { ...file, deadlines: file.deadlines.map((one) => ({ ...one, status: "met" as const })) };
    expect(still(`report:1:-1:${POLICE.name}`, at("09-10"))).toBe(true);
    expect(still(`report:1:-1:${POLICE.name}`, at("09-10"), met)).toBe(false);
  });
});

describe("the sweep comes back the next working morning", () => {
  const stranger = { plaintiffs: ["陈建"], respondents: [{ name: "某某中心" }], thirdParties: [] };
  const unknown = told(untold(given(summons({ parties: stranger }))), at("09-08"));
  const next = (file: CaseFile) => nextActionAt(file, at("09-08", "10:00"), RULES);

  it("while an agency is not in the directory, unless nobody waits for it", () => {
    expect(next(unknown)).toBe(at("09-09", "08:30"));
    expect(next({ ...unknown, state: "closed", outcome: "won" } as unknown as CaseFile)).toBeUndefined();
    expect(next({ ...unknown, void: true } as CaseFile)).toBeUndefined();
    // What only a ledger mentions is asked about with the ledger.
    expect(next({ ...unknown, documents: [] })).toBeUndefined();
  });

  it.each(["deadlines", "duties"] as const)("while the calendar of open %s isn't known", (which) => {
    const heard = given(summons(), record());
    const [one] = heard.deadlines;
    if (one === undefined) return expect.fail();
    const provisional = { ...one.deadline, provisional: true };
    const withOne = (status: "open" | "met") =>
      ({
        ...heard,
        sent: {},
        respondents: [],
        deadlines: [],
        duties: [],
        [which]: [{ ...one, status, deadline: provisional }],
      }) as unknown as CaseFile;
    expect(next(withOne("open"))).toBe(at("09-09", "08:30"));
    expect(next(withOne("met"))).toBeUndefined();
  });
});
