/** What a case's papers say of an absence, as its row carries it into the figures. */
import { describe, expect, it } from "vitest";
import { evolveAll } from "../../../shared/domain/case-file/evolve.ts";
import type { AttendanceStatement } from "../../../shared/domain/case-file/statement.ts";
import { statisticsRows } from "../../../shared/domain/case-file/statistics-rows.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import { eventsOf, record, summons } from "../../support/case-builders.ts";

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
