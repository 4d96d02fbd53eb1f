import { describe, expect, it } from "vitest";
import { attendanceOf } from "../../../shared/domain/case-file/attendance.ts";
import {
  basisOf,
  type DeskCommand,
  decideAtDesk,
  sittingToFile,
} from "../../../shared/domain/case-file/decisions/desk-decisions.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import type { HeadPlan } from "../../../shared/domain/case-file/report.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { civilDate, clockTime, type Instant } from "../../../shared/domain/time/time.ts";
import {
  at,
  eventsOf,
  given,
  owed,
  POLICE,
  RULES,
  record,
  summons,
  told,
} from "../../support/case-builders.ts";

const HEAD: HeadPlan = { appears: true, name: "龙涛", title: "副局长", rank: "deputy" };
const { name: respondent } = POLICE;

const report = (file: CaseFile, now: Instant, head: HeadPlan = HEAD): DeskCommand => ({
  type: "submit-report",
  at: now,
  by: "李明",
  respondent,
  basis: basisOf(file, respondent),
  report: { proposal: "请求驳回诉讼请求。", head, others: [] },
});
const answer = (file: CaseFile, type: "return-report" | "note-supervision", now: Instant): DeskCommand => ({
  type,
  at: now,
  by: "王芳",
  respondent,
  basis: basisOf(file, respondent),
  text: "请补充证据目录。",
});
const filing = (file: CaseFile, now: Instant, headAttended = true): DeskCommand => ({
  type: "submit-filing",
  at: now,
  by: "李明",
  respondent,
  basis: basisOf(file, respondent),
  filing: { result: "judgment-later", staff: [] },
  attendance: { headAttended, document: `link:${now}` },
});

/** The file after an act, with what it owed then told. */
function acted(file: CaseFile, command: DeskCommand): CaseFile {
  const decision = decideAtDesk(file, command, RULES);
  if (!decision.accepted) throw new Error(`refused: ${decision.refusal.type}`);
  return told(evolveAll(file, decision.events) ?? file, command.at);
}
const refusal = (file: CaseFile, command: DeskCommand) => {
  const decision = decideAtDesk(file, command, RULES);
  return decision.accepted ? undefined : decision.refusal.type;
};
const events = (file: CaseFile, command: DeskCommand) => {
  const decision = decideAtDesk(file, command, RULES);
  return decision.accepted ? decision.events.map(({ type }) => type) : [];
};
const status = (file: CaseFile, kind: "report" | "filing") =>
  file.deadlines.filter((one) => one.kind === kind).map((one) => one.status);

describe("a three-day report", () => {
  const waiting = given(summons());

  it("is kept, meets its deadline, and its bureau reads it", () => {
    const command = report(waiting, at("09-10"));
    expect(events(waiting, command)).toEqual(["report-submitted", "deadline-met"]);
    const decision = decideAtDesk(waiting, command, RULES);
    const file = evolveAll(waiting, decision.accepted ? decision.events : []) ?? waiting;
    expect(status(file, "report")).toEqual(["met"]);
    expect(file.reports).toMatchObject([{ revision: 1, by: "李明", head: HEAD, supervision: [] }]);
    expect(owed(file, at("09-10"))).toEqual(["report-received → bureau", "receipt → legal-section"]);
  });

  it("ends the chase", () => {
    const file = acted(waiting, report(waiting, at("09-10")));
    expect(owed(file, at("09-14"))).toEqual([]);
  });

  it("given again takes the former's place", () => {
    const once = acted(waiting, report(waiting, at("09-10")));
    const twice = acted(
      once,
      report(once, at("09-11"), { appears: false, ground: "accident", explanation: "住院" }),
    );
    expect(twice.reports).toMatchObject([{ revision: 2, head: { appears: false } }]);
  });

  it("is refused without a hearing, after it began, and on a form that is out of date", () => {
    const heard = given(summons(), record());
    const off = given(
      summons(),
      summons({ sha256: "off", at: at("09-09"), hearing: undefined, postponed: true } as never),
    );
    expect(refusal(waiting, report(waiting, at("09-24", "09:00")))).toBe("hearing-begun");
    expect(refusal(heard, report(heard, at("09-25")))).toBe("hearing-begun");
    expect(refusal(off, report(off, at("09-10")))).toBe("no-hearing-set");
    expect(refusal(heard, report(waiting, at("09-10")))).toBe("changed-meanwhile");
  });

  it("a reminder that goes out meanwhile makes no form out of date", () => {
    const reminded = told(waiting, at("09-10"));
    expect(refusal(reminded, report(waiting, at("09-10")))).toBeUndefined();
  });
});

describe("the bureau's answer", () => {
  const reported = (() => {
    const file = given(summons());
    return acted(file, report(file, at("09-10")));
  })();

  it("returned: the report is owed again and the agency told, once", () => {
    const command = answer(reported, "return-report", at("09-10", "15:00"));
    expect(events(reported, command)).toEqual(["report-returned", "deadline-reopened"]);
    const decision = decideAtDesk(reported, command, RULES);
    const file = evolveAll(reported, decision.accepted ? decision.events : []) ?? reported;
    expect(status(file, "report")).toEqual(["open"]);
    expect(owed(file, at("09-10", "15:00"))).toContain("report-returned → legal-section");
    expect(refusal(file, answer(file, "return-report", at("09-11")))).toBe("report-returned-already");
  });

  it("of a hearing that was moved opens no period that is over: the report is asked for anew all the same", () => {
    const moved = told(
      evolveAll(
        reported,
        eventsOf(
          reported,
          summons({
            sha256: "moved",
            at: at("09-10"),
            issuedOn: civilDate("2026-09-10"),
            hearing: { date: civilDate("2026-10-20"), time: clockTime("09:00") },
          }),
        ),
      ) ?? reported,
      at("09-10"),
    );
    const decision = decideAtDesk(moved, answer(moved, "return-report", at("09-10", "15:00")), RULES);
    const returned = evolveAll(moved, decision.accepted ? decision.events : []) ?? moved;
    const open = returned.deadlines.filter(({ kind, status }) => kind === "report" && status === "open");
    expect(open.map(({ hearing }) => hearing)).not.toContain(1);
    expect(owed(returned, at("09-10", "15:00"))).toContain("report-returned → legal-section");
  });

  it("an agency that doesn't report again is urged as if it never had", () => {
    const file = acted(reported, answer(reported, "return-report", at("09-10", "15:00")));
    expect(owed(told(file, at("09-14")), at("09-15"))).toEqual(["report-overdue → legal-section"]);
  });

  it("a report after the return meets the deadline again and goes to the bureau again", () => {
    const returned = acted(reported, answer(reported, "return-report", at("09-10", "15:00")));
    const command = report(returned, at("09-11"));
    const decision = decideAtDesk(returned, command, RULES);
    const file = evolveAll(returned, decision.accepted ? decision.events : []) ?? returned;
    expect(status(file, "report")).toEqual(["met"]);
    expect(file.reports).toMatchObject([{ revision: 2 }]);
    expect(file.reports[0]).not.toHaveProperty("returned");
    expect(owed(file, at("09-11"))).toEqual(["report-received → bureau", "receipt → legal-section"]);
  });

  it("supervision leaves the report as it is, and each remark is told once", () => {
    const once = acted(reported, answer(reported, "note-supervision", at("09-10", "15:00")));
    expect(status(once, "report")).toEqual(["met"]);
    const command = answer(once, "note-supervision", at("09-11"));
    const decision = decideAtDesk(once, command, RULES);
    const twice = evolveAll(once, decision.accepted ? decision.events : []) ?? once;
    expect(owed(twice, at("09-11"))).toEqual(["supervision → legal-section"]);
    expect(twice.reports[0]?.supervision).toHaveLength(2);
  });

  it("needs a report", () => {
    const file = given(summons());
    expect(refusal(file, answer(file, "return-report", at("09-10")))).toBe("no-report");
  });
});

describe("the sitting that is filed on", () => {
  const day = civilDate("2026-10-20");
  const [came = expect.fail()] = record().attendance;
  const twice = given(
    summons(),
    record(),
    summons({ sha256: "summons-2", at: at("10-08"), hearing: { date: day } }),
    record({
      sha256: "record-2",
      at: at("10-21"),
      hearing: { date: day },
      attendance: [{ ...came, hearingDate: day }],
    }),
  );
  const filed = (file: CaseFile, ...sittings: readonly number[]): CaseFile => ({
    ...file,
    deadlines: file.deadlines.map((one) =>
      one.kind === "filing" && sittings.includes(one.hearing) ? { ...one, status: "met" as const } : one,
    ),
  });
  const ordinal = (file: CaseFile, now: Instant) => sittingToFile(file, POLICE.name, now)?.ordinal;

  it("is the earliest whose filing is owed, else the last", () => {
    const now = at("10-22");
    expect([ordinal(twice, now), ordinal(filed(twice, 1), now), ordinal(filed(twice, 2), now)]).toEqual([
      1, 2, 1,
    ]);
    expect(ordinal(filed(twice, 1, 2), now)).toBe(2);
  });

  it("is there from its day on, and not before", () => {
    expect([ordinal(given(summons()), at("09-23")), ordinal(given(summons()), at("09-24"))]).toEqual([
      undefined,
      1,
    ]);
    expect(sittingToFile(twice, "沂南县某局", at("10-22"))).toBeUndefined();
  });
});

describe("a two-day filing", () => {
  const waiting = given(summons());

  it("is a statement among others, and meets its deadline, even before the record comes", () => {
    const file = acted(waiting, filing(waiting, at("09-24", "15:00")));
    expect(status(file, "filing")).toEqual(["met"]);
    expect(file.attendance).toMatchObject([{ respondent, hearingDate: "2026-09-24", source: "filing" }]);
    expect(file.filings).toMatchObject([{ hearing: 1, revision: 1, result: "judgment-later" }]);
  });

  it("that contradicts the record shows; corrected, it doesn't", () => {
    const heard = given(summons(), record());
    const wrong = acted(heard, filing(heard, at("09-26"), false));
    expect(attendanceOf(wrong, respondent)).toMatchObject({ present: true, difference: true });
    const corrected = acted(wrong, filing(wrong, at("09-28")));
    expect(attendanceOf(corrected, respondent)).toMatchObject({ present: true, difference: false });
    expect(corrected.attendance).toHaveLength(2);
    expect(corrected.filings).toMatchObject([{ revision: 2 }]);
  });

  it("is refused before the day of the hearing", () => {
    expect(refusal(waiting, filing(waiting, at("09-23")))).toBe("not-heard-yet");
  });

  it("filed by two at once: the second sees it", () => {
    const first = acted(waiting, filing(waiting, at("09-24", "15:00")));
    expect(refusal(first, filing(waiting, at("09-24", "15:01")))).toBe("changed-meanwhile");
  });
});
