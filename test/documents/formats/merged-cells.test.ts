/** Cells keep their columns and what they share, in every format that has tables. */
import fc from "fast-check";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { linesOfTable } from "../../../shared/documents/formats/table-lines.ts";
import { LEDGER_HEADING, LEDGER_TITLE, TWO_DEFENDANTS } from "../support/papers.ts";
import { linesOf, readingOf } from "../support/read.ts";
import { p, r, tbl, wordFile } from "../support/word.ts";

/** Two defendants under one number: what the second row leaves out is merged with the first. */
const FIRST = [
  "（2026）鲁1302行初211号",
  "张三",
  "兰山区公安分局",
  "行政处罚",
  "2026-08-05",
  "否",
  "",
  "",
  "否",
  "驳回诉讼请求",
];
const SECOND = [
  undefined,
  undefined,
  "兰山区水利局",
  undefined,
  undefined,
  "是",
  "王建国",
  "局长",
  undefined,
  undefined,
];

const rowsOf = async (bytes: Uint8Array) => (await readingOf(bytes)).rows;
/** A character as RTF numbers it. */
const rtf = (text: string) =>
  [...text].map((one) => (one.charCodeAt(0) < 128 ? one : `\\u${one.charCodeAt(0)}?`)).join("");
const rtfRow = (cells: readonly string[], plan: (column: number) => string) =>
  `\\trowd${cells.map((_, column) => plan(column)).join("")}\\pard\\intbl ${cells.map((cell) => `${rtf(cell)}\\cell `).join("")}\\row\n`;
const htmlRow = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
const xmlCell = (text: string, attributes = "") =>
  `<Cell ${attributes}><Data ss:Type="String">${text}</Data></Cell>`;
const excel = (rows: string) =>
  Buffer.from(
    `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="八月"><Table>${rows}</Table></Worksheet></Workbook>`,
  );
const word2003 = (body: string) =>
  Buffer.from(
    `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:aml="a"><w:body>${body}</w:body></w:wordDocument>`,
  );
const wordTable = (begin: string, on: string) =>
  tbl([
    LEDGER_HEADING,
    FIRST.map((cell, at) => (SECOND[at] === undefined ? ([begin, cell] as const) : cell)),
    SECOND.map((cell) => (cell === undefined ? ([on, ""] as const) : cell)),
  ]);

describe("two defendants under one number, the rest merged", () => {
  it.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
    ["DOCX", () => wordFile(p(LEDGER_TITLE) + wordTable('<w:vMerge w:val="restart"/>', "<w:vMerge/>"))],
    [
      "Word 2003",
      () =>
        word2003(p(LEDGER_TITLE) + wordTable('<w:vmerge w:val="restart"/>', '<w:vmerge w:val="continue"/>')),
    ],
    [
      "RTF",
      () => {
        const down = (mark: string) => (column: number) =>
          `${SECOND[column] === undefined ? mark : ""}\\cellx${(column + 1) * 900}`;
        return Buffer.from(
          `{\\rtf1\\ansi ${rtf(LEDGER_TITLE)}\\par\n${rtfRow(LEDGER_HEADING, down(""))}${rtfRow(FIRST, down("\\clvmgf"))}${rtfRow(
            SECOND.map((cell) => cell ?? ""),
            down("\\clvmrg"),
          )}}`,
        );
      },
    ],
    [
      "HTML",
      () => {
        const first = FIRST.map(
          (cell, at) => `<td${SECOND[at] === undefined ? ' rowspan="2"' : ""}>${cell}</td>`,
        ).join("");
        const second = SECOND.filter((cell) => cell !== undefined)
          .map((cell) => `<td>${cell}</td>`)
          .join("");
        return Buffer.from(
          `<html><table><tr><td colspan="10">${LEDGER_TITLE}</td></tr>${htmlRow(LEDGER_HEADING)}<tr>${first}</tr><tr>${second}</tr></table></html>`,
        );
      },
    ],
    [
      "Excel 2003",
      () => {
        const first = FIRST.map((cell, at) =>
          xmlCell(cell, SECOND[at] === undefined ? 'ss:MergeDown="1"' : ""),
        ).join("");
        const second = SECOND.map((cell, at) =>
          cell === undefined ? "" : xmlCell(cell, `ss:Index="${at + 1}"`),
        ).join("");
        return excel(
          `<Row>${xmlCell(LEDGER_TITLE, 'ss:MergeAcross="9"')}</Row><Row>${LEDGER_HEADING.map((cell) => xmlCell(cell)).join("")}</Row><Row>${first}</Row><Row>${second}</Row>`,
        );
      },
    ],
    [
      "XLSX",
      () =>
        writeXlsx({
          sheets: [
            {
              name: "八月",
              // A row ends where its own last cell does, as many programs write it.
              rows: [
                [LEDGER_TITLE],
                [...LEDGER_HEADING],
                [...FIRST],
                SECOND.slice(0, 8).map((cell) => cell ?? null),
              ],
              merges: FIRST.flatMap((_, at) =>
                SECOND[at] === undefined ? [{ startRow: 2, endRow: 3, startCol: at, endCol: at }] : [],
              ),
            },
          ],
        }),
    ],
  ])("%s", async (_, make) => expect(await rowsOf(await make())).toEqual(TWO_DEFENDANTS));
});

describe("cells beside each other that are one", () => {
  const single = { ...TWO_DEFENDANTS[0], caseNumber: "（2026）鲁1302行初211号" };
  /** Name and post are one empty cell; without its second column the rest would stand one too far left. */
  const SHORT = FIRST.toSpliced(6, 2, "—");
  it.each<[string, () => Uint8Array]>([
    [
      "DOCX",
      () =>
        wordFile(
          p(LEDGER_TITLE) +
            tbl([
              LEDGER_HEADING,
              SHORT.map((cell, at) => (at === 6 ? (['<w:gridSpan w:val="2"/>', cell] as const) : cell)),
            ]),
        ),
    ],
    [
      "DOCX, in the way of older files",
      () =>
        wordFile(
          p(LEDGER_TITLE) +
            tbl([
              LEDGER_HEADING,
              FIRST.map((cell, at) =>
                at === 6
                  ? (['<w:hMerge w:val="restart"/>', "—"] as const)
                  : at === 7
                    ? (["<w:hMerge/>", ""] as const)
                    : cell,
              ),
            ]),
        ),
    ],
    [
      "RTF, by wider cells",
      () => {
        const edge = (column: number) => `\\cellx${(column + 1) * 900}`;
        const wide = (column: number) => `\\cellx${(column + (column > 5 ? 2 : 1)) * 900 + 30}`;
        return Buffer.from(`{\\rtf1\\ansi ${rtfRow(LEDGER_HEADING, edge)}${rtfRow(SHORT, wide)}}`);
      },
    ],
    [
      "RTF, by merged ones",
      () => {
        const plan = (column: number) =>
          `${column === 6 ? "\\clmgf" : column === 7 ? "\\clmrg" : ""}\\cellx${(column + 1) * 900}`;
        return Buffer.from(`{\\rtf1\\ansi ${rtfRow(LEDGER_HEADING, plan)}${rtfRow(FIRST, plan)}}`);
      },
    ],
    [
      "HTML",
      () =>
        Buffer.from(
          `<html><table>${htmlRow(LEDGER_HEADING)}<tr>${SHORT.map((cell, at) => `<td${at === 6 ? " colspan=2" : ""}>${cell}</td>`).join("")}</tr></table></html>`,
        ),
    ],
    [
      "Excel 2003",
      () =>
        excel(
          `<Row>${LEDGER_HEADING.map((cell) => xmlCell(cell)).join("")}</Row><Row>${SHORT.map((cell, at) => xmlCell(cell, at === 6 ? 'ss:MergeAcross="1"' : "")).join("")}</Row>`,
        ),
    ],
  ])("%s", async (_, make) => expect(await rowsOf(make())).toEqual([single]));

  it("a row that begins behind an empty column", async () => {
    const rows = tbl([["序号", ...LEDGER_HEADING], FIRST]);
    const last = rows.lastIndexOf("<w:tr>") + "<w:tr>".length;
    const shifted = `${rows.slice(0, last)}<w:trPr><w:gridBefore w:val="1"/></w:trPr>${rows.slice(last)}`;
    expect(await rowsOf(wordFile(p(LEDGER_TITLE) + shifted))).toEqual([single]);
  });
});

describe("empty cells", () => {
  it("stay cells, whatever stands before them: blanks, a tab, or another empty one", async () => {
    const plan = (column: number) => `\\cellx${(column + 1) * 900}`;
    const cells = ["甲", "", "", "乙", ""];
    const body = `\\trowd${cells.map((_, at) => plan(at)).join("")}\\pard\\intbl ${rtf("甲")} \\tab\\cell\\cell \\cell ${rtf("乙")}\\cell\\cell\\row`;
    expect(await linesOf(Buffer.from(`{\\rtf1\\ansi ${body}}`))).toEqual(["甲\t\t\t乙"]);
    expect(await linesOf(wordFile(tbl([cells])))).toEqual(["甲\t\t\t乙"]);
    expect(await linesOf(Buffer.from(`<html><table>${htmlRow(cells)}</table></html>`))).toEqual([
      "甲\t\t\t乙",
    ]);
  });

  it("a table in a cell is words of the cell, its rows in their order", async () => {
    const inner = tbl([["案由", "行政处罚"]]) + p("");
    expect(
      await linesOf(
        wordFile(
          tbl([
            ["案号", p(r("一"))],
            ["其他", inner],
          ]),
        ),
      ),
    ).toEqual(["案号\t一", "其他\t案由\t行政处罚"]);
  });
});

describe("whatever areas are merged", () => {
  const one = fc.constant(1);
  const rowsOfAreas = (across: fc.Arbitrary<number>, down: fc.Arbitrary<number>) =>
    // A row of one cell is a frame round a text and no row.
    fc.array(fc.array(fc.record({ across, down }), { minLength: 2, maxLength: 6 }), {
      minLength: 1,
      maxLength: 6,
    });

  it.each([
    ["beside each other", rowsOfAreas(fc.integer({ min: 1, max: 4 }), one)],
    ["below each other", rowsOfAreas(one, fc.integer({ min: 1, max: 3 }))],
  ])("%s, every cell of an area says what the area says, and no other", (_, areas) => {
    fc.assert(
      fc.property(areas, (rows) => {
        const named = rows.map((row, y) => row.map((area, x) => ({ ...area, name: `${y}.${x}` })));
        const cells = named.map((row) => row.map(({ name, ...area }) => ({ ...area, lines: [name] })));
        const grid = linesOfTable(cells).map((line) => line.cells);
        for (const [y, row] of named.entries())
          for (const { name, across, down } of row) {
            const left = grid[y]?.indexOf(name) ?? -1;
            const height = Math.min(down, rows.length - y);
            for (let below = 0; below < height; below++)
              expect(grid[y + below]?.slice(left, left + across)).toEqual(Array(across).fill(name));
            expect(grid.flat().filter((cell) => cell === name)).toHaveLength(across * height);
          }
      }),
    );
  });

  it("areas beyond measure end where a table does", () => {
    const endless = Array.from({ length: 200 }, () => [{ lines: ["x"], across: 100_000, down: 100_000 }]);
    expect(linesOfTable(endless).reduce((sum, { cells }) => sum + cells.length, 0)).toBeLessThanOrEqual(
      500_000,
    );
  });
});
