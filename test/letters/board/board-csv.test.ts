/** Does a board's table name the plaintiffs as letters do, and one line an agency? */
import { describe, expect, it } from "vitest";
import { civilDate } from "../../../shared/domain/time/time.ts";
import { boardCsv } from "../../../shared/letters/board/board-csv.ts";
import { aRow } from "../../support/stored-things.ts";

/** The column 原告 of each line below the titles. */
function plaintiffsOf(...rows: Parameters<typeof boardCsv>[0]): readonly (string | undefined)[] {
  const [titles = "", ...lines] = boardCsv(rows, civilDate("2026-09-08")).trim().split(/\r?\n/u);
  const column = titles
    .replace(/^\uFEFF/u, "")
    .split(",")
    .indexOf("原告");
  return lines.map((line) => line.split(",")[column]);
}

describe("a board's table", () => {
  it("names the first plaintiff and how many they are, or nobody", () => {
    const { plaintiff: _, ...nobody } = aRow();
    expect(plaintiffsOf(aRow(), { ...aRow(), plaintiffs: 12 }, { ...nobody, plaintiffs: 0 })).toEqual([
      "陈建",
      "陈建等12人",
      "",
    ]);
  });

  it("has a line for each agency of a case", () => {
    const [agency] = aRow().agencies;
    if (agency === undefined) throw new TypeError("no agency");
    expect(plaintiffsOf({ ...aRow(), agencies: [agency, { ...agency, name: "临沂市人民政府" }] })).toEqual([
      "陈建",
      "陈建",
    ]);
  });
});
