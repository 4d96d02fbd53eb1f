/** What does an event change in a case file: that of the respondent, the sitting or the form it is about, and nothing of the others'? */
import { describe, expect, it } from "vitest";
import type { CaseEvent } from "../../../../shared/domain/case-file/events.ts";
import { evolveAll } from "../../../../shared/domain/case-file/evolving/evolve.ts";
import type { CaseFile } from "../../../../shared/domain/case-file/state.ts";
import { at, given, POLICE, respondent, summons } from "../../../support/case-builders.ts";

const TRAFFIC = respondent("沂南县交通运输局", "yinan-traffic");
const BOTH = { parties: { plaintiffs: ["陈建"], respondents: [POLICE, TRAFFIC], thirdParties: ["李四"] } };
const FILE = given(summons(BOTH));
const REMARK = { at: at("09-10"), by: "王芳", text: "补充。" };
const [A, B] = [POLICE.name, TRAFFIC.name];

const evolved = (file: object, ...events: readonly object[]): CaseFile => {
  const next = evolveAll({ ...FILE, ...file } as CaseFile, events as readonly CaseEvent[]);
  if (next === undefined) throw new Error("no case");
  return next;
};
const statuses = (file: CaseFile) =>
  file.deadlines.map((one) => `${one.kind} ${one.respondent === A ? "A" : "B"} ${one.status}`);
const changed = (file: CaseFile) => statuses(file).filter((line) => !line.endsWith("open"));

it("nothing happens to a case before it was opened", () => {
  expect(() =>
    evolveAll(undefined, [{ type: "appeal-filed", on: "2026-10-20" } as unknown as CaseEvent]),
  ).toThrow("before the case was opened");
});

describe("a period that is met, cancelled, open again", () => {
  const about = (type: string, more: object = {}) => ({
    type,
    kind: "report",
    respondent: A,
    on: "2026-09-10",
    hearing: 1,
    ...more,
  });
  it("is the one it is about, of its respondent and hearing", () => {
    expect(changed(evolved({}, about("deadline-met")))).toEqual(["report A met"]);
    expect(changed(evolved({}, about("deadline-met", { hearing: 2 })))).toEqual([]);
    expect(changed(evolved({}, about("deadline-met", { hearing: undefined })))).toEqual(["report A met"]);
    expect(changed(evolved({}, about("deadline-cancelled", { respondent: B })))).toEqual([
      "report B cancelled",
    ]);
    expect(changed(evolved({}, about("deadline-met"), about("deadline-reopened")))).toEqual([]);
  });
  it("changes no more once it was met or cancelled, and isn't open again from being cancelled", () => {
    expect(changed(evolved({}, about("deadline-cancelled"), about("deadline-met")))).toEqual([
      "report A cancelled",
    ]);
    expect(changed(evolved({}, about("deadline-cancelled"), about("deadline-reopened")))).toEqual([
      "report A cancelled",
    ]);
  });
  it("keeps by which ledger's word it was cancelled, until a judgment closes the case", () => {
    const cancelled = about("deadline-cancelled", { ledger: "ledger-1" });
    const marks = (file: CaseFile) => file.deadlines.map(({ ledger }) => ledger).filter(Boolean);
    expect(marks(evolved({}, cancelled))).toEqual(["ledger-1"]);
    expect(marks(evolved({}, cancelled, { type: "case-closed", outcome: "won" }))).toEqual([]);
    expect(marks(evolved({}, cancelled, { type: "case-closed", outcome: "won", byLedger: true }))).toEqual([
      "ledger-1",
    ]);
  });
});

describe("a report", () => {
  const reports = [A, B].map((name) => ({ respondent: name, revision: 1, supervision: [] }));
  it("takes the place of its respondent's former one, and only that is returned or commented on", () => {
    const again = evolved({ reports }, { type: "report-submitted", report: { ...reports[0], revision: 2 } });
    expect(again.reports.map(({ respondent: of, revision }) => [of, revision])).toEqual([
      [B, 1],
      [A, 2],
    ]);
    expect(evolved({ reports }, { type: "report-returned", respondent: A, remark: REMARK }).reports).toEqual([
      { ...reports[0], returned: REMARK },
      reports[1],
    ]);
    const noted = evolved(
      { reports },
      ...[A, A].map((name) => ({ type: "supervision-noted", respondent: name, remark: REMARK })),
    );
    expect(noted.reports.map(({ supervision }) => supervision.length)).toEqual([2, 0]);
  });
});

describe("a filing", () => {
  const filing = (name: string, hearing: number, revision = 1) => ({ respondent: name, hearing, revision });
  const said = (name: string, day: string, source = "filing") => ({
    respondent: name,
    hearingDate: day,
    source,
    document: `${name}${day}${source}`,
  });
  it("takes the place of its former one on that sitting, with what that had said; nobody else's", () => {
    const filings = [filing(A, 1), filing(A, 2), filing(B, 1)];
    const attendance = [
      said(A, "2026-09-24"),
      said(A, "2026-10-20"),
      said(B, "2026-09-24"),
      said(A, "2026-09-24", "hearing-record"),
    ];
    const next = evolved(
      { filings, attendance },
      { type: "filing-submitted", filing: filing(A, 1, 2), hearingDate: "2026-09-24" },
    );
    expect(next.filings).toEqual([filing(A, 2), filing(B, 1), filing(A, 1, 2)]);
    expect(next.attendance).toEqual(attendance.slice(1));
    const byPaper = evolved(
      { attendance },
      { type: "attendance-recorded", statement: { ...said(A, "2026-09-24"), document: "new" } },
    );
    expect(byPaper.attendance).toEqual([
      ...attendance.slice(1),
      { ...said(A, "2026-09-24"), document: "new" },
    ]);
  });
  it("beside courts' papers, which stand side by side", () => {
    const attendance = [said(A, "2026-09-24", "hearing-record")];
    const judgment = said(A, "2026-09-24", "judgment");
    expect(evolved({ attendance }, { type: "attendance-recorded", statement: judgment }).attendance).toEqual([
      ...attendance,
      judgment,
    ]);
  });
  it("what a person found takes the place of what its document said of that respondent", () => {
    const attendance = [
      { ...said(A, "2026-09-24", "judgment"), document: "j" },
      { ...said(B, "2026-09-24", "judgment"), document: "j" },
      { ...said(A, "2026-09-24", "judgment"), document: "r" },
    ];
    const found = { ...attendance[0], headAttended: true };
    expect(
      evolved({ attendance }, { type: "attendance-settled", statement: found, by: "王芳" }).attendance,
    ).toEqual([...attendance.slice(1), found]);
  });
});

describe("handling forms and designations (办理单、指派)", () => {
  const form = (name: string, stage: string, revision = 1) => ({ respondent: name, stage, revision });
  const handlingForms = [form(A, "instance"), form(A, "appeal"), form(B, "instance")];
  const designation = (name: string, stage: string, ordinal: number) => ({
    respondent: name,
    stage,
    ordinal,
  });
  const of = { respondent: A, stage: "instance" };
  it("of one government and stage change alone", () => {
    const submitted = evolved(
      { handlingForms },
      { type: "handling-form-submitted", form: form(A, "instance", 2) },
    );
    expect(submitted.handlingForms).toEqual([...handlingForms.slice(1), form(A, "instance", 2)]);
    const answered = evolved({ handlingForms }, { type: "handling-form-answered", ...of, answer: REMARK });
    expect(answered.handlingForms).toEqual([
      { ...form(A, "instance"), answer: REMARK },
      ...handlingForms.slice(1),
    ]);
    const proposed = evolved(
      { handlingForms },
      { type: "opinion-returned", ...of, remark: REMARK },
      { type: "handling-form-proposed", ...of, opinion: REMARK },
    );
    expect(proposed.handlingForms[0]).toEqual({ ...form(A, "instance"), opinion: REMARK });
  });
  it("an objection is to the designation that holds, and its answer too", () => {
    const designations = [
      designation(A, "instance", 1),
      designation(A, "instance", 2),
      designation(A, "appeal", 1),
      designation(B, "instance", 1),
    ];
    const objected = evolved({ designations }, { type: "designation-objected", ...of, remark: REMARK });
    expect(objected.designations.map(({ objection }) => objection !== undefined)).toEqual([
      false,
      true,
      false,
      false,
    ]);
    const answered = evolved(
      { designations: objected.designations },
      { type: "objection-answered", ...of, answer: REMARK },
    );
    expect(answered.designations[1]).toMatchObject({ objection: { ...REMARK, answer: REMARK } });
    expect(
      evolved({ designations }, { type: "objection-answered", ...of, answer: REMARK }).designations,
    ).toEqual(designations);
  });
  it("a designation ends its respondent's report, which the agency owes anew; that for an appeal ends none", () => {
    const made = (stage: string) =>
      statuses(evolved({}, { type: "designation-made", designation: designation(A, stage, 1) }));
    expect(made("instance")).toEqual(statuses(FILE).filter((line) => line !== "report A open"));
    expect(made("appeal")).toEqual(statuses(FILE));
  });
});

describe("differences, arrangements, obstacles", () => {
  const answer = (name: string, sitting: string, side: string, by = "甲") => ({
    respondent: name,
    sitting,
    side,
    by,
  });
  it("an answer takes the place of its side's former one; a settlement ends the answers, of one respondent and sitting", () => {
    const answers = [
      answer(A, "2026-09-24", "agency"),
      answer(A, "2026-09-24", "court"),
      answer(B, "2026-09-24", "agency"),
      answer(A, "2026-10-20", "agency"),
    ];
    const again = evolved(
      { answers },
      { type: "difference-answered", answer: answer(A, "2026-09-24", "agency", "乙") },
    );
    expect(again.answers).toEqual([...answers.slice(1), answer(A, "2026-09-24", "agency", "乙")]);
    const settlements = [answer(A, "2026-09-24", ""), answer(B, "2026-09-24", "")];
    const settled = evolved(
      { answers, settlements },
      { type: "difference-settled", settlement: answer(A, "2026-09-24", "", "新") },
    );
    expect(settled.answers).toEqual(answers.slice(2));
    expect(settled.settlements).toEqual([settlements[1], answer(A, "2026-09-24", "", "新")]);
  });
  it("a paper arranges who appears once", () => {
    const arrangements = [{ document: "a" }, { document: "b" }];
    expect(
      evolved({ arrangements }, { type: "appearance-arranged", arrangement: { document: "a", by: "court" } })
        .arrangements,
    ).toEqual([{ document: "b" }, { document: "a", by: "court" }]);
  });
  it("the court answers the obstacle that was reported at that moment", () => {
    const obstacles = [
      { respondent: A, at: at("09-09") },
      { respondent: A, at: at("09-10") },
      { respondent: B, at: at("09-10") },
    ];
    const answered = evolved(
      { obstacles },
      { type: "obstacle-answered", respondent: A, reportedAt: at("09-10"), answer: REMARK },
    );
    expect(answered.obstacles.map(({ answer: said }) => said !== undefined)).toEqual([false, true, false]);
  });
});
