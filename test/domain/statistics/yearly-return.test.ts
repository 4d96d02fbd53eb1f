import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIELDS } from "../../../shared/domain/classes/field.ts";
import { partsOf } from "../../../shared/domain/court/case-number.ts";
import { statistics } from "../../../shared/domain/statistics/statistics.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { countReturn, TOTAL, yearPeriod } from "../../../shared/domain/statistics/yearly-return.ts";
import { civilDate, type Month, type Year } from "../../../shared/domain/time/time.ts";
import { type ReturnMapping, UNKNOWN } from "../../../shared/domain/yearly-return/mapping.ts";
import { SAMPLE_RETURN } from "../../../shared/letters/office/yearly-return.ts";
import { manyRows } from "../../support/any-rows.ts";
import { aRow, POLICE } from "../../support/statistics-rows.ts";

const YEAR = "2026" as Year;
const received: Partial<StatisticsRow> = { receivedIn: "2026-03" as Month, countsIn: "2026-08" as Month };
const closed: Partial<StatisticsRow> = { ...received, closed: true, closedIn: "2026-08" as Month };

const mapping = (
  columns: ReturnMapping["columns"],
  lines: ReturnMapping["lines"] = "field",
): ReturnMapping => ({
  title: "T",
  lines,
  columns,
});
const counts = (rows: readonly StatisticsRow[], of: ReturnMapping) =>
  Object.fromEntries(
    countReturn(rows, YEAR, of).lines.map(({ value, cells }) => [value, cells.map(({ length }) => length)]),
  );

const LIFE = mapping([
  { code: "1", title: "收", counts: "received" },
  { code: "2", title: "结", counts: "closed" },
  { code: "3", title: "存", counts: "pending" },
  { code: "4", title: "庭", counts: "heard" },
  { code: "5", title: "出", counts: "present" },
]);

describe("the yearly return", () => {
  it("counts what was received, closed and pending, heard and attended, by field, unknown ones in their own line", () => {
    const rows = [
      aRow(1, { ...closed, field: "housing" }),
      aRow(2, { ...received, field: "housing", present: false }),
      aRow(3, { receivedIn: "2026-03" as Month, heard: undefined, heardOn: undefined, present: undefined }),
      // Of the year before, closed in this one; and one of the year after.
      aRow(4, { ...closed, receivedIn: "2025-11" as Month, closedIn: "2026-01" as Month, field: "fire" }),
      aRow(5, { receivedIn: "2027-01" as Month, heard: undefined, heardOn: undefined }),
    ];
    expect(counts(rows, LIFE)).toEqual({
      [TOTAL]: [3, 2, 2, 3, 2],
      fire: [0, 1, 0, 1, 1],
      housing: [2, 1, 1, 2, 1],
      [UNKNOWN]: [1, 0, 1, 0, 0],
    });
  });

  it("has a case once, however many are sued in it, and names it behind its number", () => {
    const rows = [aRow(1, received), aRow(1, { ...received, agency: POLICE, reviewer: true })];
    const { lines } = countReturn(rows, YEAR, SAMPLE_RETURN);
    const column = SAMPLE_RETURN.columns.findIndex(({ title }) => title === "复议机关作被告");
    expect(lines[0]?.cells[0]).toEqual(["（2026）鲁1302行初1号"]);
    expect(lines[0]?.cells[column]).toEqual(["（2026）鲁1302行初1号"]);
  });

  it("says which were closed on no known day, and counts them in nothing", () => {
    const table = countReturn([aRow(1, { ...received, closed: true })], YEAR, LIFE);
    expect(table.undated).toEqual(["（2026）鲁1302行初1号"]);
    expect(table.lines[0]?.cells.map(({ length }) => length)).toEqual([1, 0, 0, 1, 1]);
    expect(table.inferred).toEqual(["（2026）鲁1302行初1号"]);
  });

  it("has a case that can't be heard (行审) in none of its columns", () => {
    expect(counts([aRow(1, { ...closed, type: "行审" })], LIFE)).toEqual({ [TOTAL]: [0, 0, 0, 0, 0] });
  });

  it("has as many heard, and with a head present, as the year's bulletin, of any rows", () => {
    const month = fc.constantFrom(undefined, "2025-12", "2026-01", "2026-12", "2027-01");
    fc.assert(
      fc.property(manyRows, fc.array(month, { minLength: 12, maxLength: 12 }), (rows, months) => {
        // Of every case either all rows tell which month it counts to, or none does, as before that was kept.
        const told = rows.map((row) => {
          const countsIn = months[partsOf(row.caseNumber).serial - 1] as Month | undefined;
          return countsIn === undefined ? row : { ...row, receivedIn: "2025-11" as Month, countsIn };
        });
        const { total } = statistics(told, { period: yearPeriod(YEAR) });
        expect(counts(told, LIFE)[TOTAL]?.slice(3)).toEqual([total.heard, total.present]);
      }),
    );
  });

  it("counts a case of two agencies to the year it was first heard in, also the one that has no day of its own", () => {
    const old = { closed: true, closedIn: "2026-02" as Month };
    const rows = [
      aRow(1, { ...old, heardOn: civilDate("2025-12-30"), present: false }),
      aRow(1, { ...old, agency: POLICE, heardOn: civilDate("2026-01-08") }),
    ];
    expect(counts(rows, LIFE)[TOTAL]).toEqual([0, 1, 0, 0, 0]);
  });

  const field = fc.option(fc.constantFrom(...FIELDS), { nil: undefined });
  const row = fc
    .record({
      field,
      closedIn: fc.option(fc.constantFrom("2025-12", "2026-01", "2026-12", "2027-01"), { nil: undefined }),
      receivedIn: fc.constantFrom("2025-12", "2026-01", "2026-06", "2026-12"),
      review: fc.option(fc.constantFrom("none", "upheld", "changed"), { nil: undefined }),
    })
    .map(({ field, closedIn, receivedIn, review }) => ({
      receivedIn: receivedIn as Month,
      ...(closedIn !== undefined && closedIn >= receivedIn && { closed: true, closedIn: closedIn as Month }),
      ...(field !== undefined && { field }),
      ...(review !== undefined && { review: review as "none" | "upheld" | "changed" }),
    }));

  it("has all of its total in its lines, what is known and what isn't, in every column", () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 20 }),
        fc.constantFrom("field", "listed-field"),
        (facts, lines) => {
          const rows = facts.map((one, serial) => aRow(serial + 1, one));
          const { lines: counted } = countReturn(rows, YEAR, { ...SAMPLE_RETURN, lines });
          const [total, ...parts] = counted;
          for (const [index, cell] of (total?.cells ?? []).entries()) {
            const inLines = parts.flatMap(({ cells }) => cells[index] ?? []);
            expect(inLines.toSorted()).toEqual(cell);
          }
        },
      ),
    );
  });

  it("has as many with a value of a class and without as there are, and what was there and came is closed or left", () => {
    const review = (values: readonly string[]) =>
      ({ code: values.join("/"), title: "", counts: "received", where: { review: values } }) as const;
    const of = mapping([
      { code: "all", title: "", counts: "received" },
      review(["none", "upheld", "changed", "refused", "yes"]),
      review([UNKNOWN]),
      { code: "closed", title: "", counts: "closed" },
      { code: "pending", title: "", counts: "pending" },
    ]);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (facts) => {
        const rows = facts.map((one, serial) => aRow(serial + 1, one));
        const [all = 0, known = 0, unknown = 0, ended = 0, pending = 0] = counts(rows, of)[TOTAL] ?? [];
        expect(known + unknown).toBe(all);
        const old = facts.filter(
          ({ receivedIn, ...more }) =>
            receivedIn < "2026-01" && !("closedIn" in more && (more.closedIn ?? "") < "2026-01"),
        );
        expect(old.length + all).toBe(ended + pending);
      }),
    );
  });
});
