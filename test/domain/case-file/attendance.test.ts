import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attendanceOf } from "../../../shared/domain/case-file/attendance.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import type { AttendanceStatement } from "../../../shared/domain/case-file/statement.ts";
import { statisticsRows } from "../../../shared/domain/case-file/statistics-rows.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import { at, given, POLICE, record, summons } from "../../support/case-builders.ts";

const says = (
  source: AttendanceStatement["source"],
  headAttended: boolean | "review",
  day = "2026-09-24",
): AttendanceStatement => ({
  respondent: POLICE.name,
  hearingDate: civilDate(day),
  headAttended,
  source,
  document: `${source} ${day}`,
});

const file = (...attendance: AttendanceStatement[]): CaseFile => ({ ...given(summons()), attendance });
const found = (...attendance: AttendanceStatement[]) => attendanceOf(file(...attendance), POLICE.name);

describe("who attended", () => {
  it("is unknown while nobody has said", () => expect(found()).toBeUndefined());

  it("the record prevails over the agency's filing, and the difference shows", () => {
    expect(found(says("filing", true), says("hearing-record", false))).toMatchObject({
      present: false,
      difference: true,
    });
  });

  it("the court's ledger prevails over the filing", () => {
    expect(found(says("filing", false), says("court-ledger", true))).toMatchObject({
      present: true,
      difference: true,
    });
  });

  it("one appearance suffices for the instance (法释〔2020〕3号 §7)", () => {
    expect(found(says("hearing-record", true, "2026-09-10"), says("hearing-record", false))).toMatchObject({
      present: true,
      difference: false,
    });
  });

  it("record and judgment that contradict each other on one sitting leave it open", () => {
    expect(found(says("hearing-record", true), says("judgment", false))).toMatchObject({
      present: undefined,
      difference: true,
    });
  });

  it("what a person has yet to judge is neither present nor absent", () => {
    expect(found(says("hearing-record", "review"))).toMatchObject({ present: undefined, difference: false });
  });

  it("nobody is absent from an instance of which one sitting is still to be judged", () => {
    const [first, second] = ["2026-09-10", "2026-09-24"];
    for (const sittings of [
      [says("hearing-record", "review", first), says("hearing-record", false, second)],
      [says("hearing-record", false, first), says("hearing-record", "review", second)],
    ])
      expect(found(...sittings)).toMatchObject({ present: undefined });
  });

  it("does not depend on the order in which sources arrive", () => {
    const statement = fc.record({
      source: fc.constantFrom<AttendanceStatement["source"]>(
        "hearing-record",
        "judgment",
        "court-ledger",
        "filing",
      ),
      attended: fc.constantFrom<boolean | "review">(true, false, "review"),
      day: fc.constantFrom("2026-09-10", "2026-09-24"),
    });
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 6 }), fc.nat(), (list, seed) => {
        const statements = list.map(({ source, attended, day }) => says(source, attended, day));
        const turned = [
          ...statements.slice(seed % statements.length),
          ...statements.slice(0, seed % statements.length),
        ].toReversed();
        const [one, other] = [found(...statements), found(...turned)];
        expect([other?.present, other?.difference]).toEqual([one?.present, one?.difference]);
      }),
    );
  });
});

describe("a case's rows", () => {
  it("there are none before it was heard", () => expect(statisticsRows(given(summons()))).toEqual([]));

  it("one per respondent, in the month and district that count", () => {
    expect(statisticsRows(given(summons(), record()))).toMatchObject([
      {
        agency: "沂南县公安局",
        jurisdiction: "沂南县",
        heardOn: "2026-09-24",
        heard: true,
        present: true,
        rank: "deputy",
        headName: "龙涛",
      },
    ]);
  });

  it("a case heard twice counts to the month of its first sitting", () => {
    const second = record({
      sha256: "record-2",
      at: at("10-16"),
      hearing: { date: civilDate("2026-10-15") },
      attendance: [],
    });
    expect(statisticsRows(given(summons(), record(), second))).toMatchObject([
      { heardOn: "2026-09-24", present: true },
    ]);
  });
});
