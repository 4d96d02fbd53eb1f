/** What a case's papers say of an absence, as its row carries it into the figures. */
import { describe, expect, it } from "vitest";
import { accountsOf, wordsOf } from "../../../shared/domain/case-file/differences.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import type { AttendanceStatement } from "../../../shared/domain/case-file/statement.ts";
import { statisticsRows } from "../../../shared/domain/case-file/statistics-rows.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import { at, eventsOf, given, record, summons } from "../../support/case-builders.ts";

type Said = Partial<Omit<AttendanceStatement, "document">>;

/** The row of 沂南县公安局 after a hearing whose record says so. */
function rowAfter(said: Said) {
  const statement = {
    respondent: "沂南县公安局",
    hearingDate: civilDate("2026-09-24"),
    headAttended: false,
    source: "hearing-record",
    ...said,
  } as const;
  const opened = evolveAll(undefined, eventsOf(undefined, summons()));
  const heard = evolveAll(opened, eventsOf(opened, record({ attendance: [statement] })));
  if (heard === undefined) throw new Error("no case");
  return statisticsRows(heard)[0];
}

describe("a row of a head who stayed away", () => {
  it.each<[string, Said, string | undefined]>([
    ["staff", { staffAppeared: true }, "staff"],
    ["lawyers alone", { lawyersOnly: true, staffAppeared: false }, "lawyers"],
    ["nobody at all", { nobodyCame: true }, "nobody"],
    ["nobody that the record names", {}, undefined],
  ])("says that %s came", (_, said, came) => {
    expect(rowAfter(said)).toMatchObject({ present: false });
    expect(rowAfter(said)?.withoutHead).toBe(came);
  });

  it("carries the ground its reason falls under, and whether the court accepted it", () => {
    expect(rowAfter({ absenceReason: "参加会议", reasonAccepted: true })).toMatchObject({
      absenceReason: "参加会议",
      absenceGround: "irreplaceable-duty",
      reasonAccepted: true,
    });
  });

  it("carries what §12 looks at", () => {
    expect(rowAfter({ leftEarly: true, refusedToExplain: true })?.conduct).toEqual([
      "left-early",
      "refused-to-explain",
    ]);
    expect(rowAfter({})?.conduct).toBeUndefined();
  });
});

it("a row of a head who came says nothing of an absence", () => {
  expect(
    rowAfter({ headAttended: true, headName: "李四", absenceReason: "参加会议", staffAppeared: true }),
  ).toMatchObject({
    present: true,
    absenceReason: undefined,
    absenceGround: undefined,
    withoutHead: undefined,
  });
});

describe("a case whose sitting is settled never to have been", () => {
  const SETTLED = {
    respondent: "沂南县公安局",
    facts: { headAttended: "review", heard: false },
    settledBy: "bureau",
    at: at("10-12"),
    by: "周敏",
  } as const;
  const second = record({
    sha256: "record-2",
    at: at("10-21"),
    hearing: { date: civilDate("2026-10-20") },
    attendance: [
      {
        respondent: "沂南县公安局",
        hearingDate: civilDate("2026-10-20"),
        headAttended: true,
        source: "hearing-record",
      },
    ],
  });
  const rowOf = (file: CaseFile, ...sittings: readonly string[]) =>
    statisticsRows({
      ...file,
      settlements: sittings.map((day) => {
        const sitting = civilDate(day);
        const account = accountsOf(file, SETTLED.respondent).find((one) => one.sitting === sitting);
        return { ...SETTLED, sitting, weighed: (account?.versions ?? []).map(wordsOf) };
      }),
    })[0];

  it("was not heard where that holds for all of its sittings, and was where one is left", () => {
    const once = given(summons(), record());
    const twice = given(summons(), record(), second);
    expect(rowOf(once)).toMatchObject({ heard: true, present: true });
    expect(rowOf(once, "2026-09-24")).toMatchObject({ heard: false, present: undefined });
    expect(rowOf(twice, "2026-09-24")).toMatchObject({ heard: true, present: true });
    expect(rowOf(twice, "2026-09-24", "2026-10-20")).toMatchObject({ heard: false });
  });
});
