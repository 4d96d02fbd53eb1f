/** Which reports and filings of a case were owed by a day, and which of them came in time (三日报告、二日备案)? */
import { describe, expect, it } from "vitest";
import type { CaseDeadline, CaseFile } from "../../../shared/domain/case-file/state.ts";
import { added, owedInCase, timelinessOf } from "../../../shared/domain/case-file/timeliness.ts";
import type { Instant } from "../../../shared/domain/time/time.ts";
import { at, given, POLICE, respondent, summons } from "../../support/case-builders.ts";

const TRAFFIC = respondent("沂南县交通运输局", "yinan-traffic");
/** The report of each is due on 2026-09-11, the filing on 2026-09-28. */
const FILE = given(
  summons({ parties: { plaintiffs: ["陈建"], respondents: [POLICE, TRAFFIC], thirdParties: [] } }),
);

const withStatus = (status: CaseDeadline["status"], kind?: CaseDeadline["kind"], file = FILE): CaseFile => ({
  ...file,
  deadlines: file.deadlines.map((one) =>
    kind === undefined || one.kind === kind ? { ...one, status } : one,
  ),
});
const handed = (when: Instant, changes: object = {}) =>
  ({ respondent: POLICE.name, hearing: 1, revision: 1, at: when, ...changes }) as never;
const reported = (...reports: readonly ReturnType<typeof handed>[]): CaseFile => ({
  ...withStatus("met", "report"),
  reports,
});
const filed = (...filings: readonly ReturnType<typeof handed>[]): CaseFile => ({
  ...withStatus("met", "filing"),
  filings,
});
const lines = (file: CaseFile, today: string, name = POLICE.name) =>
  owedInCase(file, today)
    .filter((one) => one.respondent === name)
    .map(({ kind, due, came }) => `${kind} ${due} ${came}`);

describe("what was owed", () => {
  it.each([
    ["2026-09-11", []],
    ["2026-09-12", ["report 2026-09-11 missing"]],
    ["2026-09-28", ["report 2026-09-11 missing"]],
    ["2026-09-29", ["report 2026-09-11 missing", "filing 2026-09-28 missing"]],
  ])("and hasn't come is missing once its last day is over: on %s %j", (today, expected) =>
    expect(lines(FILE, today)).toEqual(expected),
  );

  it("may still move while its day is provisional: then nothing is missing", () => {
    const provisional = FILE.deadlines.map((one) => ({
      ...one,
      deadline: { ...one.deadline, provisional: true },
    }));
    expect(lines({ ...FILE, deadlines: provisional }, "2026-10-09")).toEqual([]);
  });

  it("counts as soon as it has come, and not at all once it was cancelled", () => {
    expect(lines(reported(handed(at("09-10"))), "2026-09-10")).toEqual(["report 2026-09-11 in-time"]);
    expect(lines(withStatus("cancelled"), "2026-10-09")).toEqual([]);
  });

  it("is no period that is counted elsewhere", () => {
    const others = FILE.deadlines.map((one) => ({ ...one, kind: "defence" }) as never);
    expect(owedInCase({ ...FILE, deadlines: others }, "2026-10-09")).toEqual([]);
  });
});

describe("a report or filing", () => {
  it.each<[string, CaseFile, string]>([
    ["on its last day", reported(handed(at("09-11", "23:59"))), "in-time"],
    ["a day later", reported(handed(at("09-12", "00:01"))), "late"],
    ["again after the first was in time", reported(handed(at("09-20"), { revision: 2 })), "in-time"],
    ["by another respondent, late", reported(handed(at("09-20"), { respondent: TRAFFIC.name })), "in-time"],
    ["for another hearing, late", reported(handed(at("09-20"), { hearing: 2 })), "in-time"],
    ["beside that of another", reported(handed(at("09-20"), { hearing: 2 }), handed(at("09-12"))), "late"],
    ["by no form: the bureau noted that it came", reported(), "in-time"],
  ])("handed in %s", (_, file, came) => {
    expect(lines(file, "2026-09-20")).toEqual([`report 2026-09-11 ${came}`]);
  });

  it.each<[string, CaseFile, string]>([
    ["on its last day", filed(handed(at("09-28"))), "in-time"],
    ["a day later", filed(handed(at("09-29"))), "late"],
    ["by another respondent, late", filed(handed(at("09-29"), { respondent: TRAFFIC.name })), "in-time"],
    ["for another hearing, late", filed(handed(at("09-29"), { hearing: 2 })), "in-time"],
  ])("filed %s", (_, file, came) => {
    expect(lines(file, "2026-09-20")).toEqual(["report 2026-09-11 missing", `filing 2026-09-28 ${came}`]);
  });

  it("a report is no filing: a late form of one kind says nothing of the other", () => {
    const late = handed(at("09-29"));
    expect(lines({ ...withStatus("met", "report"), filings: [late] }, "2026-09-20")).toEqual([
      "report 2026-09-11 in-time",
    ]);
    expect(lines({ ...withStatus("met"), reports: [late] }, "2026-09-20")).toEqual([
      "report 2026-09-11 late",
      "filing 2026-09-28 in-time",
    ]);
  });
});

describe("the counts of a year", () => {
  it("are each respondent's own", () => {
    const file = reported(handed(at("09-12")));
    expect([...timelinessOf(file, "2026-09-30")]).toEqual([
      [POLICE.name, { reports: { due: 1, inTime: 0 }, filings: { due: 1, inTime: 0 } }],
      [TRAFFIC.name, { reports: { due: 1, inTime: 1 }, filings: { due: 1, inTime: 0 } }],
    ]);
  });

  it("of two cases add up, reports and filings each", () => {
    const one = { reports: { due: 3, inTime: 2 }, filings: { due: 5, inTime: 4 } };
    const other = { reports: { due: 10, inTime: 7 }, filings: { due: 20, inTime: 11 } };
    expect(added(one, other)).toEqual({
      reports: { due: 13, inTime: 9 },
      filings: { due: 25, inTime: 15 },
    });
  });
});
