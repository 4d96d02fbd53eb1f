import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvTable } from "../../../shared/letters/frame/csv-table.ts";
import { oneLine } from "../../../shared/letters/frame/one-line.ts";

const table = (...rows: (readonly (string | number)[])[]) => csvTable(rows);

describe("a table as CSV", () => {
  it("begins with a byte order mark and ends each line as Windows does", () => {
    expect(table(["案号", "件数"], ["一", 2], ["", 0])).toBe("\uFEFF案号,件数\r\n一,2\r\n,0\r\n");
    expect(csvTable([])).toBe("\uFEFF");
  });

  it.each([
    ["=1+1", "'=1+1"],
    ["+17.73", "'+17.73"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'=1"],
    ["\uFEFF=1", "'=1"],
    ["\u200E=1", "'=1"],
    ["\r", ""],
    ["＝1", "'＝1"],
    ['a"b,c', '"a""b,c"'],
    ["first\r\nsecond", "first second"],
    ["甲、乙；丙", "甲、乙；丙"],
    ["—", "—"],
    [-3, "-3"],
  ])("writes %j as %s", (value, cell) => {
    expect(table([value, "x"])).toBe(`\uFEFF${cell},x\r\n`);
  });

  it("comes back as it was, a line a row, and nothing of it is run", () => {
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom(..."=+-@\t\r\n\",;' 案＝－a1") }),
      fc.string({ unit: "grapheme" }),
      fc.integer(),
    );
    const rows = fc
      .integer({ min: 1, max: 5 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }));
    fc.assert(
      fc.property(rows, (cells) => {
        const text = csvTable(cells);
        const back: string[][] = parse(text, {
          bom: true,
          relax_column_count: false,
          skip_empty_lines: false,
        });
        expect(text.split("\r\n")).toHaveLength(cells.length + 1);
        const shown = (one: string | number) => {
          const line = oneLine(String(one));
          return typeof one === "string" && "=+-@＝＋－＠".includes(line[0] ?? "x") ? `'${line}` : line;
        };
        expect(back).toEqual(cells.map((row) => row.map(shown)));
        for (const one of back.flat()) expect(one).not.toMatch(/^\s*([=+@＝＋－＠]|-(?!\d+$))/u);
      }),
    );
  });
});
