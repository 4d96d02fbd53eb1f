/** What does a row say of an absence by the words of others: of its co-respondents, its own report and filing, the court? */
import { describe, expect, it } from "vitest";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { docketRows } from "../../../shared/domain/case-file/statistics-rows.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import { at, given, POLICE, record, respondent, summons } from "../../support/case-builders.ts";

const TRAFFIC = respondent("沂南县交通运输局", "yinan-traffic");
const BOTH = { parties: { plaintiffs: ["陈建"], respondents: [POLICE, TRAFFIC], thirdParties: [] } };
const said = (name: string, headAttended: boolean, facts: object = {}) =>
  ({
    respondent: name,
    hearingDate: civilDate("2026-09-24"),
    headAttended,
    source: "hearing-record",
    ...facts,
  }) as const;
const heard = (...attendance: readonly ReturnType<typeof said>[]) =>
  given(summons(BOTH), record({ ...BOTH, attendance }));
const AWAY = heard(said(POLICE.name, false), said(TRAFFIC.name, false));

function row(file: CaseFile, changes: object = {}): StatisticsRow {
  const found = docketRows({ ...file, ...changes } as CaseFile).find(({ agency }) => agency === POLICE.name);
  if (found === undefined) throw new Error("no row");
  return found;
}

describe("a reason that is another respondent's head", () => {
  const LEFT = { absenceReason: "各被告协商由其他被告负责人出庭" };
  it("excuses where another's head did come", () => {
    expect(row(heard(said(POLICE.name, false, LEFT), said(TRAFFIC.name, true))).excused).toBe("agreed");
  });
  it("excuses nobody where none came, or the only one sued said so", () => {
    expect(row(heard(said(POLICE.name, false, LEFT), said(TRAFFIC.name, false))).excused).toBeUndefined();
    expect(row(heard(said(POLICE.name, false, LEFT))).excused).toBeUndefined();
  });
  it("is none where the reason is another", () => {
    expect(row(heard(said(POLICE.name, false), said(TRAFFIC.name, true))).excused).toBeUndefined();
  });
});

describe("what the agency had announced", () => {
  const report = (name: string, head: object) => ({ respondent: name, hearing: 1, head });
  const ILL = { appears: false, ground: "accident", explanation: "骨折" };

  it("is the ground where the court's papers give none", () => {
    expect(row(AWAY, { reports: [report(POLICE.name, ILL)] }).absenceGround).toBe("accident");
    expect(
      row(AWAY, { reports: [report(POLICE.name, ILL), report(TRAFFIC.name, { appears: true })] })
        .absenceGround,
    ).toBe("accident");
  });
  it("isn't another's announcement, nor one that the head would come", () => {
    expect(row(AWAY, { reports: [report(TRAFFIC.name, ILL)] }).absenceGround).toBeUndefined();
    expect(row(AWAY, { reports: [report(POLICE.name, { appears: true })] }).absenceGround).toBeUndefined();
  });
});

describe("who came instead, by the agency's own filing", () => {
  const filing = (name: string, ...titles: readonly string[]) => ({
    respondent: name,
    staff: titles.map((title) => ({ name: "李明", title })),
  });
  it.each<[string, readonly object[], string | undefined]>([
    ["staff", [filing(POLICE.name, "法规科科长")], "staff"],
    ["lawyers alone", [filing(POLICE.name, "律师", "专职律师")], "lawyers"],
    ["staff with a lawyer", [filing(POLICE.name, "律师", "法规科科长")], "staff"],
    ["nobody it names", [filing(POLICE.name)], undefined],
    ["another's staff", [filing(TRAFFIC.name, "法规科科长")], undefined],
  ])("were %s", (_, filings, came) => {
    expect(row(AWAY, { filings }).withoutHead).toBe(came);
  });
});

describe("the conduct of an agency (§12)", () => {
  const statement = (name: string, facts: object, source = "hearing-record") => ({
    ...said(name, true),
    ...facts,
    source,
  });
  const conduct = (...attendance: readonly object[]) => row(AWAY, { attendance }).conduct;

  it("is its own, and none of another's", () => {
    expect(conduct(statement(TRAFFIC.name, { leftEarly: true }), statement(POLICE.name, {}))).toBeUndefined();
    expect(conduct(statement(POLICE.name, { leftEarly: true }))).toEqual(["left-early"]);
  });
  it("that it refused to explain is the court's papers' to say, not its own", () => {
    expect(conduct(statement(POLICE.name, { refusedToExplain: true }, "filing"))).toBeUndefined();
    expect(conduct(statement(POLICE.name, { refusedToExplain: true }))).toEqual(["refused-to-explain"]);
    expect(conduct(statement(POLICE.name, { leftEarly: true }, "filing"))).toEqual(["left-early"]);
  });

  const putOff = (date: string, fate = "postponed") => ({
    ordinal: 9,
    date: civilDate(date),
    fate,
    sequence: 0,
  });
  const answered = (verdict: string) => [
    { respondent: POLICE.name, hearing: 9, at: at("09-09"), answer: { verdict } },
  ];
  const put = (past: readonly object[], changes: object) =>
    row(AWAY, { pastHearings: [...past, ...AWAY.pastHearings], ...changes }).conduct;

  it("that a hearing was put off for it counts where the court says so, and one was put off before the first sitting", () => {
    const before = [putOff("2026-09-20")];
    expect(put(before, { obstacles: answered("put-off") })).toEqual(["put-off"]);
    expect(put(before, { obstacles: answered("excused") })).toBeUndefined();
    expect(put(before, {})).toBeUndefined();
    const asked = (name: string) => ({ documents: [{ ...AWAY.documents[0], putOffFor: [name] }] });
    expect(put(before, asked(POLICE.name))).toEqual(["put-off"]);
    expect(put(before, asked(TRAFFIC.name))).toBeUndefined();
  });
  it.each([
    ["after the first sitting", putOff("2026-10-20")],
    ["on the day of the first sitting", putOff("2026-09-24")],
    ["only moved to another hour", putOff("2026-09-20", "changed")],
  ])("not where a hearing was %s", (_, past) => {
    expect(put([past], { obstacles: answered("put-off") })).toBeUndefined();
  });
});

it("a ledger that contradicts itself leaves the row in doubt, until a better source has spoken", () => {
  const ledger = (doubtful?: true) => [
    { month: "2026-09", agencies: [{ respondent: POLICE.name, ...(doubtful && { doubtful }) }] },
  ];
  expect(row(AWAY, { ledgers: ledger(true) }).openDifference).toBe(false);
  expect(row(AWAY, { ledgers: ledger(true), attendance: [] }).openDifference).toBe(true);
  expect(row(AWAY, { ledgers: ledger(), attendance: [] }).openDifference).toBe(false);
});
