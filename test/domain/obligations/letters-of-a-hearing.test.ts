/** What do agency, head, government and bureau read of a hearing: from its notice over its reminders to the word that it is off? */
import { describe, expect, it } from "vitest";
import { basisOf, type DeskCommand } from "../../../shared/domain/case-file/decisions/desk-decisions.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import { principalsNoted } from "../../../shared/domain/case-file/principals.ts";
import type { HeadPlan } from "../../../shared/domain/case-file/report.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { release } from "../../../shared/domain/obligations/hearing-ladder.ts";
import { obligationsDue } from "../../../shared/domain/obligations/obligations.ts";
import { civilDate, civilDateAt, type Instant } from "../../../shared/domain/time/time.ts";
import {
  at,
  eventsOf,
  given,
  POLICE,
  RULES,
  record,
  respondent,
  summons,
  told,
} from "../../support/case-builders.ts";
import { some } from "../../support/some.ts";

const COUNTY = respondent("沂南县人民政府", "yinan-government", { kind: "government" });
const BOTH = { parties: { plaintiffs: ["陈建"], respondents: [POLICE, COUNTY], thirdParties: [] } };
const HEAD: HeadPlan = { appears: true, name: "龙涛", title: "副局长", rank: "deputy" };

/** The letters about a hearing that leave at an instant, with whom each is for: `legal-section`, `head`, `bureau` … */
function letters(file: CaseFile, now: Instant, name = POLICE.name) {
  return obligationsDue(file, now, RULES)
    .flatMap(({ notices }) => notices(civilDateAt(now)))
    .filter(({ audience }) => "name" in audience && audience.name === name)
    .map(({ audience, content }) => ({
      to: audience.part === "respondent" ? audience.role : audience.part,
      ...content,
    }))
    .filter(({ kind }) => /^hearing|^urgent/u.test(kind));
}
const readers = (file: CaseFile, now: Instant, name = POLICE.name) =>
  letters(file, now, name).map(({ to, kind }) => `${kind} → ${to}`);

function acted(file: CaseFile, said: { readonly type: string; readonly at: Instant } & object): CaseFile {
  const whole = { by: "李明", respondent: POLICE.name, basis: basisOf(file, POLICE.name), ...said };
  return evolveAll(file, eventsOf(file, whole as unknown as DeskCommand)) ?? file;
}
const reported = (file: CaseFile, head: HeadPlan, name = POLICE.name) =>
  acted(file, {
    type: "submit-report",
    at: at("09-09"),
    respondent: name,
    basis: basisOf(file, name),
    report: { proposal: "请求驳回。", head, others: [] },
  } as never);
const withObstacle = (file: CaseFile, verdict: "excused" | "refused" | "put-off") => {
  const ground = "irreplaceable-duty";
  const asked = acted(file, {
    type: "report-obstacle",
    at: at("09-10"),
    ground,
    explanation: "防汛。",
  } as never);
  return acted(told(asked, at("09-10")), {
    type: "answer-obstacle",
    at: at("09-11"),
    reportedAt: at("09-10"),
    verdict,
    reason: "经审查。",
  } as never);
};

describe("the reminders of a hearing", () => {
  it("count its days, and ask for the report while there is a day to report by", () => {
    // The summons came on Friday the 18th: its report is due on Monday the 21st, the hearing is on Thursday the 24th.
    const file = given(summons({ at: at("09-18") }));
    expect(letters(file, at("09-21"))).toMatchObject([
      { to: "legal-section", daysLeft: 3, reportOpen: true, report: { due: "2026-09-21" } },
    ]);
    const [last] = letters(told(file, at("09-21")), at("09-23"));
    // Two days later the day is over: what is owed is the report, and its last moment is the hearing.
    expect(last).toMatchObject({ daysLeft: 1, reportOpen: true });
    expect(last).not.toHaveProperty("report");
  });

  it("ask for nothing that has come in, and name the head that was reported", () => {
    const file = reported(given(summons()), HEAD);
    const [one] = letters(file, at("09-21"));
    expect(one).toMatchObject({ reportOpen: false, head: { name: "龙涛", title: "副局长", rank: "deputy" } });
    const none = reported(given(summons()), {
      appears: false,
      ground: "accident",
      explanation: "住院",
    } as unknown as HeadPlan);
    expect(letters(none, at("09-21"))[0]).not.toHaveProperty("head");
  });

  it("go to the head in person on the last day alone", () => {
    const file = given(summons());
    expect(readers(file, at("09-21"))).toEqual(["hearing-reminder → legal-section"]);
    expect(readers(file, at("09-23"))).toEqual([
      "hearing-reminder → legal-section",
      "hearing-reminder → head",
    ]);
  });

  it("ask no head of a respondent for whom another one's head appears (§3)", () => {
    const joint = { by: "agreed", respondent: POLICE.name } as const;
    const first = reported(given(summons(BOTH)), { ...HEAD, joint } as HeadPlan);
    const file = reported(first, { appears: "co-respondent", joint } as HeadPlan, COUNTY.name);
    expect(readers(file, at("09-23"))).toEqual([
      "hearing-reminder → legal-section",
      "hearing-reminder → head",
    ]);
    expect(readers(file, at("09-23"), COUNTY.name)).toEqual(["hearing-reminder → legal-section"]);
    expect(letters(file, at("09-23"), COUNTY.name)[0]).toMatchObject({ excused: { by: "agreed" } });
    expect(letters(file, at("09-23"))[0]).not.toHaveProperty("excused");
  });

  it.each([
    ["excused", ["legal-section"], true],
    ["refused", ["legal-section", "head"], undefined],
  ] as const)("after the court has %s a head go to %s", (verdict, to, excusedByCourt) => {
    const file = withObstacle(given(summons()), verdict);
    const all = letters(told(file, at("09-11")), at("09-23"));
    expect(all.map((one) => one.to)).toEqual(to);
    expect(all.map((one) => ("excusedByCourt" in one ? one.excusedByCourt : undefined))).toEqual(
      to.map(() => excusedByCourt),
    );
  });
});

describe("the last reminder of a government's hearing", () => {
  const LAND = { organisation: "linyi-land", name: "临沂市自然资源和规划局" };
  const governs = (file: CaseFile, when: string, said: object) =>
    told(
      acted(file, {
        ...said,
        at: at(when),
        respondent: COUNTY.name,
        basis: basisOf(file, COUNTY.name),
        stage: "instance",
      } as never),
      at(when),
    );
  const form = { summary: "不服征收补偿决定。", proposal: "请求驳回。", agency: LAND };
  const sued = given(summons({ parties: { plaintiffs: ["陈建"], respondents: [COUNTY], thirdParties: [] } }));
  const designated = [
    ["09-09", { type: "submit-handling-form", form }],
    ["09-10", { type: "answer-handling-form", approved: true, text: "" }],
  ].reduce((file, [when, said]) => governs(file, when as string, said as object), sued);

  it("goes to the government as well where an agency answers for it, on the last day alone", () => {
    const government = (file: CaseFile, day: string) =>
      readers(file, at(day), COUNTY.name).filter((one) => one.endsWith("government"));
    expect(government(designated, "09-21")).toEqual([]);
    expect(government(designated, "09-23")).toEqual(["hearing-reminder → government"]);
    expect(government(sued, "09-23")).toEqual([]);
  });
});

describe("the number one who must come", () => {
  it("is asked for in the reminder, unless the court lets the head stay away", () => {
    const summoned = given(summons({ kind: "appearance-notice", sha256: "called", principal: true }));
    const called = evolveAll(summoned, principalsNoted(summoned, RULES)) ?? summoned;
    expect(letters(called, at("09-23"))[0]).toHaveProperty("principal");
    const excused = told(withObstacle(called, "excused"), at("09-11"));
    expect(letters(excused, at("09-23"))[0]).not.toHaveProperty("principal");
  });
});

describe("the notice of a hearing", () => {
  const fresh = (came: string) => ({ ...given(summons({ at: at(came) })), sent: {} });

  it("is a matter for the telephone of the bureau from the second day before the hearing on", () => {
    expect(readers(fresh("09-21"), at("09-21"))).not.toContain("urgent-hearing → bureau");
    expect(readers(fresh("09-22"), at("09-22"))).toContain("urgent-hearing → bureau");
    expect(letters(fresh("09-21"), at("09-21"))[0]).not.toHaveProperty("urgent");
  });

  it("so is a new day that is as near", () => {
    const file = given(summons());
    const near = summons({
      sha256: "moved",
      at: at("09-14"),
      issuedOn: civilDate("2026-09-14"),
      hearing: { date: civilDate("2026-09-16") },
    });
    const moved = evolveAll(file, eventsOf(file, near)) ?? file;
    expect(readers(moved, at("09-14"))).toEqual([
      "hearing-changed → legal-section",
      "hearing-changed → head",
      "urgent-hearing → bureau",
    ]);
  });

  it("of a second sitting is a notice, no word that the first one, which was held, is off", () => {
    const second = summons({
      sha256: "second",
      at: at("10-09"),
      issuedOn: civilDate("2026-10-08"),
      hearing: { date: civilDate("2026-10-20") },
    });
    const held = given(summons(), record());
    const file = evolveAll(held, eventsOf(held, second)) ?? held;
    expect(readers(file, at("10-09"))).toEqual(["hearing-notice → legal-section", "hearing-notice → head"]);
  });

  it("names this respondent's filing of this sitting", () => {
    const file = { ...given(summons(BOTH)), sent: {} };
    const other = { ...file.deadlines[0], respondent: COUNTY.name, kind: "filing", hearing: 1 };
    const due = (one: object, day: string) => ({
      ...one,
      deadline: { ...file.deadlines[0]?.deadline, due: day },
    });
    const own = file.deadlines.find((one) => one.kind === "filing" && one.respondent === POLICE.name) ?? {};
    const deadlines = [
      due(other, "2026-09-01"),
      due({ ...own, hearing: 0 }, "2026-09-02"),
      ...file.deadlines,
    ] as CaseFile["deadlines"];
    expect(letters({ ...file, deadlines }, at("09-08"))[0]).toMatchObject({ filing: { due: "2026-09-28" } });
  });

  it("names no filing that has been made", () => {
    const file = { ...given(summons()), sent: {} };
    const met = file.deadlines.map((one) => ({ ...one, status: "met" as const }));
    expect(letters(file, at("09-08"))[0]).toHaveProperty("filing");
    expect(letters({ ...file, deadlines: met }, at("09-08"))[0]).not.toHaveProperty("filing");
  });

  it("asks no head of a respondent for whom another one's head appears (§3)", () => {
    const joint = { by: "agreed", respondent: POLICE.name } as const;
    const first = reported(given(summons(BOTH)), { ...HEAD, joint } as HeadPlan);
    const agreed = reported(first, { appears: "co-respondent", joint } as HeadPlan, COUNTY.name);
    const file = { ...agreed, sent: {} };
    expect(readers(file, at("09-10"))).toEqual(["hearing-notice → legal-section", "hearing-notice → head"]);
    expect(letters(file, at("09-10"))[0]).not.toHaveProperty("excused");
    expect(letters(file, at("09-10"), COUNTY.name)).toMatchObject([
      { to: "legal-section", kind: "hearing-notice", excused: { by: "agreed" } },
    ]);
  });

  it("says that the head was notified only where the court did", () => {
    const plain = letters(fresh("09-08"), at("09-08"));
    expect(plain.map((one) => "headNotified" in one)).toEqual([false, false]);
    const called = {
      ...given(summons({ kind: "appearance-notice", sha256: "called" })),
      sent: {},
    };
    expect(letters(called, at("09-08"))).toMatchObject([{ headNotified: true }, { headNotified: true }]);
  });
});

describe("a hearing that is off", () => {
  it("is told with the court's reason where it was put off for this agency", () => {
    const file = withObstacle(given(summons()), "put-off");
    expect(letters(file, at("09-11"))).toMatchObject([
      { to: "legal-section", kind: "hearing-changed", granted: { reason: "经审查。", by: "李明" } },
      { to: "head", granted: { reason: "经审查。" } },
    ]);
    const { hearing: _, ...undated } = summons({
      sha256: "off",
      at: at("09-11"),
      postponed: true,
      issuedOn: civilDate("2026-09-11"),
    });
    // An excuse that was refused gave no ground for it.
    const refused = told(withObstacle(given(summons()), "refused"), at("09-11"));
    const off = evolveAll(refused, eventsOf(refused, undated)) ?? refused;
    expect(readers(off, at("09-11"))).toEqual(["hearing-changed → legal-section", "hearing-changed → head"]);
    for (const one of some(letters(off, at("09-11")))) {
      expect(one).not.toHaveProperty("granted");
      expect(one).not.toHaveProperty("closed");
    }
  });

  it("and was told to be off is no news when the next one is set: that is a hearing of its own", () => {
    const { hearing: _, ...undated } = summons({
      sha256: "off",
      at: at("09-11"),
      postponed: true,
      issuedOn: civilDate("2026-09-11"),
    });
    const next = summons({
      sha256: "next",
      at: at("09-14"),
      issuedOn: civilDate("2026-09-14"),
      hearing: { date: civilDate("2026-10-20") },
    });
    const then = (file: CaseFile, paper: typeof next) => evolveAll(file, eventsOf(file, paper)) ?? file;
    const off = then(given(summons()), undated as typeof next);
    expect(readers(then(told(off, at("09-11")), next), at("09-14"))).toEqual([
      "hearing-notice → legal-section",
      "hearing-notice → head",
    ]);
    // Whoever hadn't read yet that it is off reads both in one letter.
    expect(readers(then(off, next), at("09-14"))).toEqual([
      "hearing-changed → legal-section",
      "hearing-changed → head",
    ]);
  });

  it("because the case has ended is told to those who were summoned, and says so", () => {
    const { hearing: _, ...paper } = summons({
      sha256: "ruling",
      kind: "judgment",
      at: at("09-14"),
      issuedOn: civilDate("2026-09-14"),
      result: { outcome: "withdrawn", heard: false },
    });
    const file = given(summons());
    const over = evolveAll(file, eventsOf(file, paper)) ?? file;
    expect(over.state).toBe("closed");
    expect(letters(over, at("09-14"))).toMatchObject([
      { to: "legal-section", kind: "hearing-changed", closed: true },
      { to: "head", kind: "hearing-changed", closed: true },
    ]);
    // Nobody is told of the end of what nobody was told of.
    expect(readers({ ...over, sent: {} }, at("09-14"))).toEqual([]);
  });

  it("is not what a hearing is that was held, though the case has ended", () => {
    const judgment = record({
      at: at("10-12"),
      sha256: "judgment",
      kind: "judgment",
      issuedOn: civilDate("2026-10-09"),
      result: { outcome: "won", heard: true },
    });
    const file = given(summons(), record(), judgment);
    expect(file.state).toBe("closed");
    expect(readers(file, at("10-12"))).toEqual([]);
    expect(Object.keys(file.sent).filter((key) => key.startsWith("cancelled:"))).toEqual([]);
  });

  it("for one against whom the action was withdrawn is told to it where it was told of the hearing", () => {
    const file = given(summons(BOTH));
    const withdrawn = {
      ...file,
      respondents: file.respondents.map((one) =>
        one.name === COUNTY.name ? { ...one, withdrawnOn: civilDate("2026-09-14") } : one,
      ),
    } as CaseFile;
    expect(letters(withdrawn, at("09-14"), COUNTY.name)).toMatchObject([
      { to: "legal-section", kind: "hearing-changed", withdrawn: true },
      { to: "head", kind: "hearing-changed", withdrawn: true },
    ]);
    expect(readers({ ...withdrawn, sent: {} }, at("09-14"), COUNTY.name)).toEqual([]);
    // After the sitting nobody needs to be told that it takes place without it.
    const held = evolveAll(withdrawn, eventsOf(withdrawn, record({ ...BOTH, attendance: [] }))) ?? withdrawn;
    expect(held.state).toBe("heard");
    expect(release(held, COUNTY)).toEqual([]);
    // The other one comes as it was told to.
    expect(readers(withdrawn, at("09-14"))).toEqual([]);
  });
});
