/** Does each side of a difference (核对) hear of it, have its days to answer, and is nobody hurried or forgotten? */
import { describe, expect, it } from "vitest";
import { openDifferences } from "../../../shared/domain/case-file/reconciliation.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import type { AttendanceStatement } from "../../../shared/domain/case-file/statement.ts";
import { answersUntil } from "../../../shared/domain/obligations/difference-ladder.ts";
import { obligationsDue } from "../../../shared/domain/obligations/obligations.ts";
import { civilDate, civilDateAt, type Instant } from "../../../shared/domain/time/time.ts";
import { at, given, POLICE, RULES, record, summons } from "../../support/case-builders.ts";

const { name } = POLICE;
const says = (source: AttendanceStatement["source"], headAttended: boolean): AttendanceStatement => ({
  respondent: name,
  hearingDate: civilDate("2026-09-24"),
  headAttended,
  source,
  document: `${source}-1`,
});
/** The record of Monday the 28th says that nobody came, the filing that somebody did. */
const heard = given(summons(), record({ at: at("09-28", "08:40"), attendance: [] }));
const file: CaseFile = { ...heard, attendance: [says("hearing-record", false), says("filing", true)] };
const [open] = openDifferences(file, name);
if (open === undefined) throw new Error("no difference");
const key = (of: string, side: "agency" | "court") => `${of}:${open.id}:${side}:${name}`;
const asked = (court: Instant, agency?: Instant): CaseFile => ({
  ...file,
  sent: {
    ...file.sent,
    [key("difference", "court")]: court,
    ...(agency && { [key("difference", "agency")]: agency }),
  },
});

function letters(of: CaseFile, now: Instant) {
  return obligationsDue(of, now, RULES)
    .flatMap(({ notices }) => notices(civilDateAt(now)))
    .map(({ audience, content }) => ({
      to: audience.part === "respondent" ? audience.role : audience.part,
      ...content,
    }))
    .filter((one) => one.kind.includes("difference"));
}
const readers = (of: CaseFile, now: Instant) => letters(of, now).map(({ to, kind }) => `${kind} → ${to}`);

describe("a difference", () => {
  it("is put with the last day on which an answer counts: the one before the bureau decides", () => {
    const [first] = letters({ ...file, sent: {} }, at("09-28"));
    expect(first).toMatchObject({ kind: "attendance-difference", daysOpen: 0, answerBy: expect.any(String) });
    const until = answersUntil(asked(at("09-28")), open, RULES);
    // Its last day is in the National Day week and rolls to Thursday the 8th; the bureau decides on the day after.
    expect(until).toBe("2026-10-08");
    expect(readers(asked(at("09-28"), at("09-28")), at("10-08"))).not.toContain(
      "difference-standing → bureau",
    );
    expect(readers(asked(at("09-28"), at("09-28")), at("10-09"))).toContain("difference-standing → bureau");
  });

  it("that was put late has its days from then, not from what was said", () => {
    expect(answersUntil(asked(at("10-12"), at("10-12")), open, RULES)).toBe("2026-10-16");
  });

  it("gives the agency its days though its letter came with the mail of the next morning", () => {
    const later = given(summons(), record({ at: at("10-14", "10:00"), attendance: [] }));
    const sent = { ...later.sent, [key("difference", "court")]: at("10-14", "10:00") };
    // Asked on Thursday the 15th, it has five days; the bureau decides on Tuesday the 20th.
    expect(answersUntil({ ...file, documents: later.documents, sent }, open, RULES)).toBe("2026-10-19");
  });

  it("reminds a side after two days, says for how long it is open, and nobody on the day he was asked", () => {
    const both = letters(asked(at("10-12"), at("10-12")), at("10-14"));
    expect(both).toMatchObject([
      { to: "legal-section", side: "agency", daysOpen: 2 },
      { to: "court", side: "court", daysOpen: 2 },
    ]);
    // The agency's own letter came this morning; the court had its two days.
    const late = asked(at("10-12"), at("10-14", "08:31"));
    expect(readers(late, at("10-14"))).toEqual(["attendance-difference → court"]);
    expect(letters(late, at("10-15")).map(({ to }) => to)).toContain("legal-section");
  });

  it("reminds no side that couldn't be reached yet: it is owed the question itself", () => {
    const reached = letters(asked(at("10-12")), at("10-14"));
    expect(reached.map((one) => [one.to, "daysOpen" in one && one.daysOpen])).toEqual([
      ["legal-section", 0],
      ["court", 2],
    ]);
  });

  it("counts from what this agency filed, not from what another one did", () => {
    const filing = (respondent: string, when: Instant) =>
      ({
        respondent,
        at: when,
        hearing: 1,
        revision: 1,
        by: "李明",
        result: "judgment-later",
        staff: [],
      }) as const;
    const until = (of: CaseFile) => answersUntil({ ...of, sent: {} }, open, RULES);
    const own = until({ ...file, filings: [filing(name, at("10-12"))] } as CaseFile);
    const others = until({ ...file, filings: [filing("沂南县人民政府", at("10-12"))] } as CaseFile);
    expect(own).toBe("2026-10-19");
    expect(others).toBe(until(file));
  });
});

describe("what was settled", () => {
  it("is told to the sides of this respondent, with the bureau's reason where it decided", () => {
    const settlement = (respondent: string, reason?: string) => ({
      respondent,
      sitting: "2026-09-24",
      facts: { headAttended: true },
      settledBy: "bureau",
      at: at("09-28"),
      by: "王芳",
      ...(reason && { reason }),
    });
    const settled = {
      ...heard,
      attendance: [],
      settlements: [settlement(name, "录像为证"), settlement("沂南县人民政府")],
    } as unknown as CaseFile;
    expect(letters(settled, at("09-29"))).toMatchObject([
      { to: "legal-section", kind: "difference-settled", respondent: name, reason: "录像为证" },
      { to: "court", kind: "difference-settled", respondent: name, reason: "录像为证" },
    ]);
    const bare = { ...settled, settlements: [settlement(name)] } as unknown as CaseFile;
    expect(letters(bare, at("09-29"))[0]).not.toHaveProperty("reason");
  });
});
