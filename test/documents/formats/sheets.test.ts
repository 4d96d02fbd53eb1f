/** Cells of workbooks as they are seen: number formats, crossed-out words, both systems of days; and rows of text files. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { delimitedRows } from "../../../shared/documents/formats/delimited.ts";
import { readDocument } from "../../../shared/documents/read-document.ts";
import { rowProblemWords } from "../../../shared/letters/refusals/row-problems.ts";
import { sampleSheet } from "../support/sheets.ts";

async function ledgerOf(bytes: Uint8Array) {
  const result = await readDocument(bytes);
  if (!result.ok || result.document.ledger === undefined) throw new Error("no ledger");
  const { rows, problems } = result.document.ledger;
  return {
    days: rows.map(({ heardOn }) => heardOn),
    outcomes: rows.map(({ outcome }) => outcome),
    problems: problems.map(({ row, problem, used }) => [row, rowProblemWords(problem), used]),
  };
}
const old = (name: string) => async () => readFileSync(join(import.meta.dirname, "excel-97", name));

/** The same sheet in Excel 2003's XML. */
function xml(is1904: boolean): Buffer {
  const rows = [
    ["案号", "被告", "开庭日期", "是否开庭", "负责人是否出庭", "结案方式"]
      .map((cell) => `<Cell><Data ss:Type="String">${cell}</Data></Cell>`)
      .join(""),
    ...(
      [
        ['ss:StyleID="two"', "Number", "8.1"],
        ["", "Number", "8.1"],
        ["", "Number", "8.5"],
        ["", "Number", is1904 ? "44777" : "46239"],
        ['ss:StyleID="day"', "DateTime", "2026-08-06T00:00:00.000"],
        ['ss:StyleID="day"', "DateTime", "2026-08-07T00:00:00.000"],
        ["", "String", "8.10"],
      ] as const
    ).map(
      ([style, type, day], index) =>
        `<Cell><Data ss:Type="String">（2026）鲁1302行初${index + 1}号</Data></Cell><Cell><Data ss:Type="String">甲县公安局</Data></Cell><Cell ${style}><Data ss:Type="${type}">${day}</Data></Cell><Cell><Data ss:Type="String">是</Data></Cell><Cell><Data ss:Type="String">${index === 4 ? "是" : "否"}</Data></Cell><Cell ${index === 5 ? 'ss:StyleID="gone"' : ""}><Data ss:Type="String">${index === 5 ? "驳回" : ""}</Data></Cell>`,
    ),
  ];
  const styles =
    '<Styles><Style ss:ID="two"><NumberFormat ss:Format="Fixed"/></Style><Style ss:ID="day"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="base"><Font ss:StrikeThrough="1"/></Style><Style ss:ID="gone" ss:Parent="base"/></Styles>';
  return Buffer.from(
    `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${is1904 ? '<ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel"><Date1904/></ExcelWorkbook>' : ""}${styles}<Worksheet ss:Name="2026年8月"><Table>${rows.map((row) => `<Row>${row}</Row>`).join("")}</Table></Worksheet></Workbook>`,
  );
}

describe("a cell says what is seen in it", () => {
  it.each<[string, () => Promise<Uint8Array>]>([
    ["XLSX", () => sampleSheet("1900")],
    ["XLSX, days since 1904", () => sampleSheet("1904")],
    ["XLS", old("looks-1900.xls")],
    ["XLS, days since 1904", old("looks-1904.xls")],
    ["Excel 2003", async () => xml(false)],
    ["Excel 2003, days since 1904", async () => xml(true)],
  ])("%s", async (_, make) => {
    const { days, outcomes, problems } = await ledgerOf(await make());
    // 8.10 by its format; 8.1, of which nobody can tell; 8.5, which has no second reading; a number that is a day.
    expect(days).toEqual([
      "2026-08-10",
      undefined,
      "2026-08-05",
      "2026-08-05",
      "2026-08-06",
      "2026-08-07",
      "2026-08-10",
    ]);
    expect(outcomes).toEqual(Array(7).fill(null));
    expect(problems).toEqual([[3, expect.stringContaining("8.1或8.10"), true]]);
  });

  it("words of a cell of which some are crossed out, and a sheet's text box", async () => {
    const number = "（2026）鲁1302行初1号";
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "台账",
          rows: [
            ["案号", "被告", "开庭日期", "负责人是否出庭"],
            [number, "甲县公安局", "2026-08-05", "否"],
          ],
          cells: new Map<string, object>([
            [
              "1,2",
              {
                value: "x",
                richText: [{ text: "2026-08-04", font: { strikethrough: true } }, { text: "2026-08-05" }],
              },
            ],
          ]),
          textBoxes: [
            { text: "注：空白为未出庭", anchor: { from: { row: 4, col: 0 }, to: { row: 6, col: 3 } } },
          ],
        },
      ],
    });
    expect((await ledgerOf(bytes)).days).toEqual(["2026-08-05"]);
    const read = await readDocument(bytes);
    expect(read.ok && read.document.ledger?.notes).toEqual(["注：空白为未出庭"]);
  });
});

describe("rows of a text file", () => {
  const HEADING = "案号,被告,开庭日期,是否开庭,负责人是否出庭";
  const row = (serial: number, agency = "甲县公安局") =>
    `（2026）鲁1302行初${serial}号,${agency},2026-08-05,是,否`;
  const csv = (...lines: readonly string[]) => Buffer.from([HEADING, ...lines].join("\r\n"));

  it.each<[string, readonly string[], readonly [number, boolean][], number]>([
    ["a quote left open costs no other row", [row(1), row(2, '"甲县公安局'), row(3)], [[3, true]], 3],
    [
      "two of them don't swallow what is between",
      [row(1, '"甲县公安局'), row(2), row(3, '"甲县公安局'), row(4)],
      [
        [2, true],
        [4, true],
      ],
      4,
    ],
    [
      "one whose cells can't be told apart is lost, and said",
      [row(1), `${row(2, '"甲县公安局')},备注`, row(3)],
      [[3, false]],
      2,
    ],
    ["in the last cell of the file", [row(1), `${row(2).slice(0, -1)}"否`], [[3, true]], 2],
    ["a line break inside quotes is none", [row(1, '"甲县\r\n公安局"'), row(2)], [], 2],
    [
      "quotes inside quotes, commas inside quotes",
      [row(1, '"甲县""公安""局"'), row(2, '"甲县公安局,乙县公安局"')],
      [],
      3,
    ],
  ])("%s", async (_, lines, problems, rows) => {
    const ledger = await ledgerOf(csv(...lines));
    expect(ledger.problems.map(([at, , used]) => [at, used])).toEqual(problems);
    expect(ledger.days).toHaveLength(rows);
  });

  it("wide commas part cells, throughout or on some lines", async () => {
    const wide = [HEADING, row(1), row(2)].map((line) => line.replaceAll(",", "，")).join("\n");
    expect((await ledgerOf(Buffer.from(wide))).days).toHaveLength(2);
    expect((await ledgerOf(csv(row(1), row(2).replaceAll(",", "，"), row(3)))).days).toHaveLength(3);
  });

  it("a wide comma inside a cell parts nothing", async () => {
    const read = await readDocument(csv(`${row(1)}，参加会议`, row(2)));
    expect(read.ok && read.document.ledger?.rows.map(({ headAttended }) => headAttended)).toEqual([
      false,
      false,
    ]);
  });

  it("whatever cells hold, a file written by the rules comes back", () => {
    const cell = fc.string({ unit: fc.constantFrom(...'甲乙,"\n； a'.split("")), maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { minLength: 2, maxLength: 6 }),
        (table) => {
          const lines = [["案号", "被告", "一", "二", "三"], ...table].map((cells) =>
            cells.map((one) => (/[",\n]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one)).join(","),
          );
          // A cell of so many commas on one line looks like a row: that line is said to be damaged, never silently lost.
          const rows = delimitedRows(lines.join("\n"));
          if (rows.some(({ damage }) => damage !== undefined)) return;
          expect(rows.slice(1).map(({ cells }) => cells)).toEqual(table);
        },
      ),
    );
  });
});
