/** Who owes its principal (应由正职出庭), what is announced of it, and what an absence comes to. */
import { describe, expect, it } from "vitest";
import { decide } from "../../../shared/domain/case-file/decisions/decide.ts";
import { basisOf, type DeskCommand } from "../../../shared/domain/case-file/decisions/desk-decisions.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import { principalStanding, principalsNoted } from "../../../shared/domain/case-file/principals.ts";
import type { HeadPlan } from "../../../shared/domain/case-file/report.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { statisticsRows } from "../../../shared/domain/case-file/statistics-rows.ts";
import { obligations } from "../../../shared/domain/obligations/ladders.ts";
import type { Policy } from "../../../shared/domain/policy.ts";
import { proposedClasses } from "../../../shared/domain/principals/must-class.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import { principalStayedAway } from "../../../shared/domain/statistics/principal-absences.ts";
import { civilDate, clockTime } from "../../../shared/domain/time/time.ts";
import {
  at,
  eventsOf,
  given,
  POLICE,
  RULES,
  record,
  respondent,
  summons,
} from "../../support/case-builders.ts";

const POLICE_ALONE = { plaintiffs: ["陈建"], respondents: [POLICE], thirdParties: [] };
const NAME = POLICE.name;
const DEPUTY: HeadPlan = { appears: true, name: "龙涛", title: "副局长", rank: "deputy" };

function rulesWith(principals: Partial<Policy["principals"]>): Rules {
  const { policy } = RULES;
  return { ...RULES, policy: { ...policy, principals: { ...policy.principals, ...principals } } };
}

/** The file with what is noted of principals, as each write notes it. */
function noted(file: CaseFile, rules: Rules = RULES): CaseFile {
  return evolveAll(file, principalsNoted(file, rules)) ?? file;
}

function acted(file: CaseFile, command: object, rules: Rules = RULES): CaseFile {
  const whole = { by: "李明", respondent: NAME, basis: basisOf(file, NAME), at: at("09-09"), ...command };
  return noted(evolveAll(file, eventsOf(file, whole as DeskCommand)) ?? file, rules);
}

const reported = (file: CaseFile, head: HeadPlan, when = at("09-09")) =>
  acted(file, {
    type: "submit-report",
    at: when,
    report: { proposal: "请求驳回。", head, others: [{ name: "李明", title: "法规科科长" }] },
  });

const owedBy = (file: CaseFile, name = NAME) =>
  file.principals?.owed.find((one) => one.respondent === name)?.reasons;
const keysOf = (file: CaseFile, rules: Rules = RULES) =>
  obligations(file, rules).flatMap(({ key }) => (key.startsWith("principal") ? [key] : []));

/** The case with the court's notice to the principal. */
function called(principal: boolean, rules: Rules = RULES): CaseFile {
  const file = given(summons({ parties: POLICE_ALONE }));
  const notice = summons({
    kind: "appearance-notice",
    sha256: "notice",
    parties: POLICE_ALONE,
    at: at("09-08"),
    ...(principal && { principal: true as const }),
  });
  return noted(evolveAll(file, eventsOf(file, notice)) ?? file, rules);
}

describe("who owes its principal", () => {
  it("nobody by Linyi's policy, unless the court's own notice calls him", () => {
    expect(owedBy(called(false))).toBeUndefined();
    expect(owedBy(called(true))).toEqual(["court"]);
  });

  it("whoever the policy says: a government itself, the first of a year, a class that it lists", () => {
    const county = respondent("沂南县人民政府", "yinan-government", { kind: "government" });
    const first = summons({
      parties: { ...POLICE_ALONE, respondents: [POLICE, county] },
      firstOfYear: [NAME],
    });
    const strict = rulesWith({ government: true, firstOfYear: true, classes: ["environment"] });
    const file = noted(given(first), strict);
    expect(owedBy(file)).toEqual(["first-of-year"]);
    expect(owedBy(file, county.name)).toEqual(["government"]);
    expect(noted(given(first)).principals?.owed).toEqual([]);
    const classed = acted(
      file,
      { type: "choose-classes", classes: ["environment"], principals: [], text: "" },
      strict,
    );
    expect(owedBy(classed)).toEqual(["class", "first-of-year"]);
  });

  it("whoever is notified again, where the policy says so, and whomever the bureau names, everywhere", () => {
    const again = { ...summons({ parties: POLICE_ALONE }), kind: "appearance-notice", again: true } as const;
    const file = given(again);
    expect(owedBy(noted(file))).toBeUndefined();
    expect(owedBy(noted(file, rulesWith({ repeat: true })))).toEqual(["repeat"]);
    const asked = acted(given(summons({ parties: POLICE_ALONE })), {
      type: "choose-classes",
      classes: [],
      principals: [NAME],
      text: "社会关注",
    });
    expect(owedBy(asked)).toEqual(["bureau"]);
  });

  it("whose head stayed away from an earlier sitting, by the source that prevails", () => {
    const spoke = (headAttended: boolean, source: "hearing-record" | "filing") =>
      ({ respondent: NAME, hearingDate: civilDate("2026-09-24"), headAttended, source }) as const;
    const next = summons({
      parties: POLICE_ALONE,
      sha256: "summons-2",
      at: at("10-08"),
      hearing: { date: civilDate("2026-10-20"), time: clockTime("09:00") },
    });
    const sat = (...attendance: readonly ReturnType<typeof spoke>[]) =>
      noted(
        given(summons({ parties: POLICE_ALONE }), record({ parties: POLICE_ALONE, attendance }), next),
        repeat,
      );
    const repeat = rulesWith({ repeat: true });
    expect(owedBy(sat(spoke(false, "hearing-record")))).toEqual(["repeat"]);
    expect(owedBy(sat(spoke(false, "filing"), spoke(true, "hearing-record")))).toBeUndefined();
  });

  it("is decided before the sitting: neither a later policy nor a later choice accuses anybody", () => {
    const heard = given(summons({ parties: POLICE_ALONE }), record({ parties: POLICE_ALONE }));
    expect(principalsNoted(heard, rulesWith({ government: true, firstOfYear: true }))).toEqual([]);
    const choice = {
      type: "choose-classes",
      classes: [],
      principals: [NAME],
      text: "",
      by: "王",
      respondent: NAME,
    };
    const late = { ...choice, basis: basisOf(heard, NAME), at: at("09-25") } as DeskCommand;
    expect(decide(heard, late, RULES)).toMatchObject({ accepted: false });
  });
});

describe("classes that a case's own words propose", () => {
  it.each([
    [{ cause: "食品安全行政处罚" }, ["food-drug"]],
    [{ cause: "环境保护行政处罚" }, ["environment"]],
    [{ plaintiffs: ["沂南县人民检察院"] }, ["public-interest-suit"]],
    [{ plaintiffs: Array.from({ length: 12 }, (_, index) => `王${index}`) }, ["mass"]],
    [{ cause: "政府信息公开" }, []],
  ])("%o: %o", (words, classes) => {
    const found = proposedClasses({
      plaintiffs: ["陈建"],
      respondents: [{ name: "沂南县人民政府" }],
      ...words,
    });
    expect(found.map(({ is }) => is)).toEqual(classes);
  });
});

describe("the week's notice", () => {
  it("leaves on the policy's day, moved before a holiday, and only once the hearing was announced", () => {
    const file = called(true);
    expect(keysOf({ ...file, sent: {} })).toEqual([]);
    const told = { ...file, sent: { [`hearing:1.0:${NAME}`]: at("09-08") } };
    expect(keysOf(told)).toEqual([`principal:1:${NAME}`]);
    const [step] = obligations(told, RULES).filter(({ key }) => key.startsWith("principal:"));
    // The hearing is on Thursday the 24th; a week before is the 17th.
    expect(step?.at).toBe(at("09-17", "08:30"));
    const sooner = obligations(told, rulesWith({ noticeDays: 4 })).find(({ key }) =>
      key.startsWith("principal:"),
    );
    // The 20th is a Sunday on which offices work before National Day.
    expect(sooner?.at).toBe(at("09-20", "08:30"));
  });
});

describe("a principal who can't come", () => {
  const strict = rulesWith({ approval: { leader: "县长" } });
  const owing = () => called(true, strict);

  it("is explained in the report, approved by the leader named, and then is no fault", () => {
    const bare = reported(owing(), DEPUTY);
    expect(principalStanding(bare, NAME)?.state).toBe("unexplained");
    const file = reported(owing(), { ...DEPUTY, principalAbsence: "局长参加防汛会议。" });
    expect(principalStanding(file, NAME)).toMatchObject({ state: "explained", leader: "县长" });
    expect(keysOf(file, strict)).toContain(`principal-absence:${at("09-09")}:${NAME}`);
    const yes = acted(
      file,
      { type: "answer-principal-absence", approved: true, text: "", by: "县长王强", at: at("09-10") },
      strict,
    );
    expect(principalStanding(yes, NAME)?.state).toBe("approved");
    expect(keysOf(yes, strict)).toEqual([`principal-absence-answered:${at("09-09")}:${NAME}`]);
    const twice = {
      type: "answer-principal-absence",
      approved: true,
      text: "",
      by: "县长",
      respondent: NAME,
    };
    expect(
      decide(yes, { ...twice, basis: basisOf(yes, NAME), at: at("09-11") } as DeskCommand, strict),
    ).toMatchObject({
      accepted: false,
      refusal: { type: "no-absence-to-answer" },
    });
  });

  it("counts in the rows, and twice without leave is a fact for 约谈", () => {
    const held = (file: CaseFile) =>
      evolveAll(
        file,
        eventsOf(
          file,
          record({
            parties: POLICE_ALONE,
            attendance: [
              {
                respondent: NAME,
                hearingDate: civilDate("2026-09-24"),
                headAttended: true,
                headName: "龙涛",
                rank: "deputy",
                source: "hearing-record",
              },
            ],
          }),
        ),
      ) ?? file;
    const [unexcused] = statisticsRows(held(reported(owing(), DEPUTY)));
    expect(unexcused).toMatchObject({ notified: true, principalOwed: ["court"], principalExcused: false });
    const explained = reported(owing(), { ...DEPUTY, principalAbsence: "参加防汛会议。" });
    const approved = acted(
      explained,
      { type: "answer-principal-absence", approved: true, text: "", at: at("09-10") },
      strict,
    );
    const [excused] = statisticsRows(held(approved));
    expect(excused).toMatchObject({ principalOwed: ["court"], principalExcused: true });
    const row = unexcused ?? expect.fail("no row");
    expect(principalStayedAway(row)).toBe(true);
    expect(principalStayedAway(excused ?? row)).toBe(false);
    // Another respondent's head appeared for all (法释〔2020〕3号 §3): nobody of this one stayed away.
    expect(principalStayedAway({ ...row, excused: "agreed" })).toBe(false);
    // No head came, for a reason the court accepted (§8): the principal had it too.
    expect(principalStayedAway({ ...row, present: false, reasonAccepted: true })).toBe(false);
    expect(principalStayedAway({ ...row, present: false, reasonAccepted: false })).toBe(true);
    const came = reported(owing(), { ...DEPUTY, rank: "principal" });
    expect(statisticsRows(held(came))[0]?.principalExcused).toBeUndefined();
  });
});

describe("a sitting over the net", () => {
  it("gives its number to the agency's own letters, and to nothing else that is read of the case", () => {
    const paper = summons({
      parties: POLICE_ALONE,
      meeting: { meeting: "832456091", password: "2468" },
      hearing: {
        date: civilDate("2026-09-24"),
        time: clockTime("09:00"),
        place: "人民法院在线服务平台",
        mode: "online",
      },
    });
    const file = given(paper);
    expect(file.meetings).toMatchObject([{ meeting: "832456091", hearing: 1, respondents: [NAME] }]);
    const said = obligations(file, RULES).flatMap(({ notices }) => notices(civilDate("2026-09-08")));
    const withNumber = said.filter(({ content }) => JSON.stringify(content).includes("832456091"));
    expect(withNumber.length).toBeGreaterThan(0);
    expect(new Set(withNumber.map(({ audience: { part } }) => part))).toEqual(new Set(["respondent"]));
    expect(JSON.stringify({ ...file, meetings: [] })).not.toContain("832456091");
  });
});
