import { describe, expect, it } from "vitest";
import { attendanceOf } from "../../../shared/domain/case-file/attendance.ts";
import type { FileDocument } from "../../../shared/domain/case-file/commands.ts";
import { decide } from "../../../shared/domain/case-file/decisions/decide.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import { type CaseFile, newAppointment, sittings } from "../../../shared/domain/case-file/state.ts";
import { monthOfCase } from "../../../shared/domain/case-file/statistics-rows.ts";
import type { Result } from "../../../shared/domain/court/outcome.ts";
import { type CivilDate, civilDate } from "../../../shared/domain/time/time.ts";
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

/** The record of a sitting on a day; whether its head was one is open until a person says so. */
const recordOn = (day: CivilDate, changes: Partial<FileDocument> = {}): FileDocument => {
  const { attendance, ...rest } = record({ hearing: { date: day, place: "第五审判庭" }, ...changes });
  const isReviewed = changes.reviewedBy !== undefined;
  return {
    ...rest,
    attendance: attendance.map((one) => ({
      ...one,
      hearingDate: day,
      headAttended: isReviewed ? true : "review",
    })),
  };
};
const reviewed = (day: CivilDate, changes: Partial<FileDocument> = {}) =>
  recordOn(day, { reviewedBy: "周敏", ...changes });

const SET = civilDate("2026-09-24");
const EARLIER = civilDate("2026-08-31");
const days = (file: CaseFile) => sittings(file).map(({ date }) => date);
const then = (file: CaseFile, command: FileDocument) => evolveAll(file, eventsOf(file, command)) as CaseFile;
const filingDue = (file: CaseFile) =>
  file.deadlines.flatMap(({ kind, status, startsOn, deadline }) =>
    kind === "filing" && status === "open" ? [[startsOn, deadline.explanation.rawEnd]] : [],
  );

describe("a filed record of which a person read another day", () => {
  it("moves the sitting it alone proves, its month and the period of its filing", () => {
    const read = given(recordOn(EARLIER));
    expect([days(read), monthOfCase(read), filingDue(read)]).toEqual([
      [EARLIER],
      "2026-08",
      [[EARLIER, "2026-09-02"]],
    ]);
    const file = then(read, reviewed(civilDate("2026-09-01")));
    expect([days(file), monthOfCase(file), filingDue(file)]).toEqual([
      ["2026-09-01"],
      "2026-09",
      [["2026-09-01", "2026-09-03"]],
    ]);
    expect(attendanceOf(file, POLICE.name)).toMatchObject({ present: true, difference: false });
    expect(sittings(file)[0]).toMatchObject({ ordinal: sittings(read)[0]?.ordinal, place: "第五审判庭" });
  });

  it("is of the hearing that was set for that day, and of no other", () => {
    const read = given(summons(), recordOn(EARLIER));
    expect([read.state, days(read)]).toEqual(["awaiting-hearing", [EARLIER]]);
    const file = then(read, reviewed(SET));
    expect([file.state, days(file)]).toEqual(["heard", [SET]]);
    expect(filingDue(file)).toEqual([[SET, "2026-09-26"]]);
    expect(sittings(file)).toMatchObject([{ ordinal: 1, issuedOn: "2026-09-07" }]);
  });

  it("leaves void what was sent of a sitting that has never been, whose number is nobody else's", () => {
    const late = { sha256: "record-2", at: at("09-29") };
    const read = told(
      given(summons(), record(), recordOn(civilDate("2026-09-28"), late)),
      at("09-30", "10:00"),
    );
    expect(days(read)).toEqual([SET, "2026-09-28"]);
    const file = then(read, reviewed(SET, late));
    expect(days(file)).toEqual([SET]);
    expect(file.takenBack).toMatchObject([{ act: "reading", by: "周敏", lastOrdinal: 2 }]);
    expect(owed(file, at("09-30", "10:00"))).toContain("taken-back → legal-section");
    expect(newAppointment(file).ordinal).toBe(3);
  });

  it("leaves a sitting that another paper proves, and proves its own", () => {
    const other = recordOn(EARLIER, { sha256: "record-2" });
    const file = given(recordOn(EARLIER), other, reviewed(civilDate("2026-09-01")));
    expect(days(file)).toEqual([EARLIER, "2026-09-01"]);
  });

  it("takes along what the agency has filed of that sitting", () => {
    const said = { ...recordOn(EARLIER).attendance[0], headAttended: false, source: "filing" };
    const read = given(recordOn(EARLIER), recordOn(civilDate("2026-08-20"), { sha256: "record-2" }));
    const filed = {
      ...read,
      attendance: [...read.attendance, said as CaseFile["attendance"][number]],
    };
    const file = then(filed, reviewed(civilDate("2026-09-01")));
    expect(file.attendance.find(({ source }) => source === "filing")?.hearingDate).toBe("2026-09-01");
    expect(attendanceOf(file, POLICE.name)?.difference).toBe(true);
  });

  it("stays where it is when its day is right, and on a day that can't be it is a doubt", () => {
    const read = given(recordOn(EARLIER));
    expect(eventsOf(read, reviewed(EARLIER)).map(({ type }) => type)).toEqual([
      "document-reviewed",
      "attendance-settled",
    ]);
    expect(decide(read, reviewed(civilDate("2026-12-24")), RULES)).toMatchObject({
      accepted: false,
      refusal: { type: "implausible-sitting", because: "after-the-paper-came" },
    });
  });

  it("of a ruling that ended it unheard, proves no sitting", () => {
    const ruling = { kind: "judgment", result: { outcome: "withdrawn", heard: false } } as const;
    const read = given(summons(), recordOn(EARLIER, ruling));
    expect(days(then(read, reviewed(civilDate("2026-09-01"), ruling)))).toEqual([]);
  });

  it("counts in the order in which events come: taken back, the day is the one that was read", () => {
    const read = given(recordOn(EARLIER));
    const moved = then(read, reviewed(civilDate("2026-09-01")));
    expect(days(then(moved, reviewed(EARLIER, { at: at("09-26") })))).toEqual([EARLIER]);
  });
});

describe("a filed judgment in which a person read its end otherwise", () => {
  const SERVED = { form: "judgment", ordered: [], appealDays: 15 } as const;
  const judgment = (outcome: Result | undefined, changes: Partial<FileDocument> = {}): FileDocument =>
    recordOn(SET, {
      sha256: "judgment-1",
      kind: "judgment",
      at: at("09-28"),
      ...(outcome !== undefined && {
        result: { outcome, heard: true },
        ruling: { form: "judgment", ordered: [] },
        classes: { field: "public-security" },
      }),
      ...changes,
    });
  const lost = told(given(summons(), judgment("lost")), at("09-29"));
  const typesOf = (file: CaseFile, command: FileDocument) => eventsOf(file, command).map(({ type }) => type);
  const bySame = (outcome: Result, changes: Partial<FileDocument> = {}) =>
    judgment(outcome, { reviewedBy: "周敏", at: at("09-30"), ...changes });

  it("ends so, and what was sent by the wrong end is void", () => {
    expect(then(lost, bySame("won"))).toMatchObject({
      state: "closed",
      outcome: "won",
      takenBack: [{ act: "reading", cause: "struck-out:document:judgment-1", by: "周敏" }],
    });
  });

  it("says nothing anew where it is as it was, and what is sure now once", () => {
    const said = ["document-reviewed", "attendance-settled"];
    expect(typesOf(lost, bySame("lost"))).toEqual(said);
    const surer = bySame("lost", { ruling: SERVED, classes: { field: "land" } });
    expect(typesOf(lost, surer)).toEqual([...said, "judgment-given", "classes-read"]);
    expect(then(lost, surer).judgment?.given).toMatchObject({ appealDays: 15 });
  });

  it("ends for the first time, where nobody could read it", () => {
    const open = given(summons(), judgment(undefined));
    expect(open.state).toBe("heard");
    expect(then(open, bySame("lost"))).toMatchObject({
      state: "closed",
      outcome: "lost",
      judgment: { given: { document: "judgment-1" } },
    });
    expect(then(open, bySame("lost"))).not.toHaveProperty("takenBack");
  });

  it("goes on as the other paper says that had ended it", () => {
    const second = { sha256: "judgment-2", at: at("09-29") };
    const both = given(summons(), judgment("lost"), judgment("won", second));
    expect(both).toMatchObject({ outcome: "lost" });
    expect(then(both, bySame("withdrawn", second))).toMatchObject({ outcome: "lost" });
  });

  it("that it has not ended is no change of it: that is filed anew", () => {
    expect(decide(lost, bySame("suspended"), RULES)).toMatchObject({
      refusal: { type: "filed-otherwise", caseNumber: lost.caseNumber },
    });
  });
});
