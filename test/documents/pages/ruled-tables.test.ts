/** Ledgers that came as PDF or OFD: the lines around its cells tell the column of a word. */
import { describe, expect, it } from "vitest";
import { shown } from "../support/annotated-pdf.ts";
import { LEDGER_HEADING, LEDGER_TITLE, TWO_DEFENDANTS } from "../support/papers.ts";
import { assembled } from "../support/pdf.ts";
import { readingOf } from "../support/read.ts";
import { zip } from "../support/zip.ts";

const WIDTH = 78;
const HEIGHT = 26;
const [LEFT, TOP, SIZE] = [20, 520, 8];
/** A row's cells, `undefined` where the one above goes on; a name in brackets of two cells' width is two cells. */
type Row = readonly (string | undefined)[];

const HEAD: Row = LEDGER_HEADING;
const FIRST: Row = [
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
const SECOND: Row = [
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

interface Word {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** The words of a table, wrapped in their cells, and the lines around these: x from the left, y from the bottom. */
function layOut(rows: readonly Row[]) {
  const words: Word[] = [{ text: LEDGER_TITLE, x: LEFT, y: TOP + 10 }];
  const across: (readonly [x: number, y: number, length: number])[] = [[LEFT, TOP, WIDTH * 10]];
  const up: (readonly [x: number, y: number, length: number])[] = [];
  for (const [index, row] of rows.entries()) {
    const top = TOP - index * HEIGHT;
    for (const [column, cell] of row.entries()) {
      const x = LEFT + column * WIDTH;
      up.push([x, top - HEIGHT, HEIGHT]);
      if (rows[index + 1]?.[column] !== undefined || index === rows.length - 1)
        across.push([x, top - HEIGHT, WIDTH]);
      const lines = (cell ?? "").match(/.{1,9}/gu) ?? [];
      for (const [line, text] of lines.entries()) words.push({ text, x: x + 2, y: top - 10 - line * 10 });
    }
    up.push([LEFT + WIDTH * 10, top - HEIGHT, HEIGHT]);
  }
  return { words, across, up };
}

function pdfOf(
  rows: readonly Row[],
  draw: (x: number, y: number, wide: number, high: number) => string,
): Buffer {
  const { words, across, up } = layOut(rows);
  const graphics = [
    ...across.map(([x, y, length]) => draw(x, y, length, 0)),
    ...up.map(([x, y, length]) => draw(x, y, 0, length)),
  ].join("\n");
  const text = words.map((word) => `1 0 0 1 ${word.x} ${word.y} Tm ${shown(word.text)} Tj`).join("\n");
  const content = `0.5 w\n${graphics}\nBT /F1 ${SIZE} Tf\n${text}\nET`;
  return assembled([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Count 1/Kids[3 0 R]>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]/Resources<</Font<</F1 4 0 R>>>>/Contents 7 0 R>>",
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[5 0 R]>>",
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 6 0 R/DW 1000>>",
    "<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 859/Descent -140/CapHeight 800/StemV 80>>",
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
  ]);
}

function ofdOf(rows: readonly Row[]): Buffer {
  const mm = (points: number) => Math.round((points / 72) * 254) / 10;
  const { words, across, up } = layOut(rows);
  const line = (x: number, y: number, wide: number, high: number) =>
    `<PathObject Boundary="${mm(x)} ${mm(595 - y - high)} ${mm(wide) + 0.1} ${mm(high) + 0.1}" LineWidth="0.2"><AbbreviatedData>M 0 0 L ${mm(wide)} ${mm(high)}</AbbreviatedData></PathObject>`;
  const objects = [
    ...across.map(([x, y, length]) => line(x, y, length, 0)),
    ...up.map(([x, y, length]) => line(x, y, 0, length)),
    ...words.map(
      ({ text, x, y }) =>
        `<TextObject Boundary="${mm(x)} ${mm(595 - y) - 3} 100 4" Size="${mm(SIZE)}"><TextCode X="0" Y="3" DeltaX="g ${text.length - 1} ${mm(SIZE)}">${text}</TextCode></TextObject>`,
    ),
  ].join("");
  return zip({
    "OFD.xml": "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>",
    "Doc_0/Document.xml":
      '<Document><CommonData/><Pages><Page ID="1" BaseLoc="Page.xml"/></Pages></Document>',
    "Doc_0/Page.xml": `<Page><Content><Layer>${objects}</Layer></Content></Page>`,
  });
}

const strokes = (x: number, y: number, wide: number, high: number) =>
  `${x} ${y} m ${x + wide} ${y + high} l S`;
const flatBoxes = (x: number, y: number, wide: number, high: number) =>
  `${x} ${y} ${wide || 0.5} ${high || 0.5} re f`;

describe("a ledger drawn on a page", () => {
  it.each<[string, (rows: readonly Row[]) => Buffer]>([
    ["PDF, its lines stroked", (rows) => pdfOf(rows, strokes)],
    ["PDF, its lines flat boxes", (rows) => pdfOf(rows, flatBoxes)],
    ["OFD", ofdOf],
  ])("%s: merged and empty cells keep their columns, wrapped numbers are whole", async (_, make) => {
    expect((await readingOf(make([HEAD, FIRST, SECOND]))).rows).toEqual(TWO_DEFENDANTS);
    const third = FIRST.with(0, "（2026）鲁1302行初212号").with(1, "").with(3, "");
    const rows = (await readingOf(make([HEAD, FIRST, SECOND, third]))).rows;
    expect(rows?.[2]).toEqual({ ...TWO_DEFENDANTS[0], caseNumber: "（2026）鲁1302行初212号" });
  });

  it("each cell a box of its own", async () => {
    const rows = [HEAD, FIRST, FIRST.with(0, "（2026）鲁1302行初212号").with(1, "")];
    const { words } = layOut(rows);
    const boxes = rows.flatMap((row, y) =>
      row.map((_, x) => `${LEFT + x * WIDTH} ${TOP - (y + 1) * HEIGHT} ${WIDTH} ${HEIGHT} re S`),
    );
    const plain = pdfOf(rows, () => "").toString("latin1");
    expect(words.length).toBeGreaterThan(0);
    const stroked = pdfOf(
      rows,
      (() => {
        let at = 0;
        return () => boxes[at++] ?? "";
      })(),
    );
    expect((await readingOf(stroked)).rows).toHaveLength(2);
    expect(plain).not.toContain(" re S");
  });
});
