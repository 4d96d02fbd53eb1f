/** What is put on a PDF's page afterwards: typed words count, crossed-out words don't, what lies over words is doubtful. */
import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { takeDoubts } from "../../../shared/documents/formats/file-text.ts";
import { pageImages } from "../../../shared/documents/pages/page-images.ts";
import { readText } from "../../../shared/documents/read-text.ts";
import { annotatedPdf, annotation, marked, over, pdfString } from "../support/annotated-pdf.ts";
import { NUMBER, SUMMONS, TIME } from "../support/papers.ts";
import { assembled } from "../support/pdf.ts";
import { doubtfulIn, linesOf, readingOf } from "../support/read.ts";

const LINES = [
  "临沂市河东区人民法院",
  "传票",
  `案号：${NUMBER}`,
  "案由：水行政处罚",
  "被传唤人：河东区水利局",
  `应到时间：${TIME}`,
  "应到处所：第二审判庭",
];
const [AT_NUMBER, AT_TIME] = [2, 5];
/** 应到时间：, the value's first character, its last. */
const [VALUE, END] = [5, 5 + TIME.length];
const without = (line: number, label: string) => LINES.with(line, label);
const field = (line: number, from: number, more: string) =>
  annotation("Widget", over(line, from, from + 22), `/T${pdfString(`f${line}`)}/DA(/F1 12 Tf 0 g)${more}`);

describe("what is typed on a page counts", () => {
  const text = (value: string) => `/FT/Tx/V${pdfString(value)}`;
  const free = (value: string, more = "") => `/Contents${pdfString(value)}/DA(/F1 12 Tf 0 g)${more}`;
  it.each<[string, readonly string[], readonly string[]]>([
    ["into a field", without(AT_NUMBER, "案号："), [field(AT_NUMBER, 3, text(NUMBER))]],
    [
      "into two",
      without(AT_NUMBER, "案号：").with(AT_TIME, "应到时间："),
      [field(AT_NUMBER, 3, text(NUMBER)), field(AT_TIME, VALUE, text(TIME))],
    ],
    [
      "out of a list, by what it shows",
      without(AT_TIME, "应到时间："),
      [
        field(
          AT_TIME,
          VALUE,
          `/FT/Ch/Ff 131072/Opt[[(a)${pdfString("2026年9月21日上午9时00分")}][(b)${pdfString(TIME)}]]/V(b)`,
        ),
      ],
    ],
    [
      "with the typewriter",
      without(AT_TIME, "应到时间："),
      [annotation("FreeText", over(AT_TIME, VALUE, END), free(TIME))],
    ],
    [
      "with the typewriter, label and all",
      without(AT_NUMBER, ""),
      [annotation("FreeText", over(AT_NUMBER, 0, 24), free(`案号：${NUMBER}`))],
    ],
    [
      "on several lines",
      without(AT_NUMBER, "").with(3, ""),
      [
        annotation(
          "FreeText",
          [...over(3, 0, 24).slice(0, 2), ...over(AT_NUMBER, 0, 24).slice(2)],
          free(`案号：${NUMBER}\r案由：水行政处罚`),
        ),
      ],
    ],
  ])("%s", async (_, lines, annotations) => {
    const bytes = annotatedPdf({ lines, annotations });
    expect(await readingOf(bytes)).toEqual(SUMMONS);
    expect(await doubtfulIn(bytes)).toEqual([]);
  });

  it("ticks, in the place of their boxes", async () => {
    const tick = (at: number, state: string) =>
      annotation(
        "Widget",
        over(7, at, at + 1),
        `/FT/Btn/T(b${at})/V/${state}/AS/${state}/AP<</N<</Yes null/Off null>>>>`,
      );
    const lines = [...LINES, "　到庭　未到庭"];
    expect(
      (await linesOf(annotatedPdf({ lines, annotations: [tick(0, "Off"), tick(3, "Yes")] }))).at(-1),
    ).toMatch(/^□\s*到庭\s*☑\s*未到庭$/);
  });

  it("but not what is hidden, nor a password", async () => {
    const hidden = field(AT_NUMBER, 3, text(NUMBER)).replace("/F 4", "/F 2");
    const unseen = field(AT_NUMBER, 3, text(NUMBER)).replace("/F 4", "/F 32");
    const password = field(AT_NUMBER, 3, `${text(NUMBER)}/Ff 8192`);
    for (const one of [hidden, unseen, password])
      expect(
        (await readingOf(annotatedPdf({ lines: without(AT_NUMBER, "案号："), annotations: [one] })))
          .caseNumbers,
      ).toEqual([]);
  });
});

describe("what is laid over words goes to a person", () => {
  const typed = (more: string) =>
    annotation(
      "FreeText",
      over(AT_TIME, VALUE, END + 2),
      `/Contents${pdfString("2026年9月23日上午10时00分")}/DA(/F1 12 Tf 0 g)${more}`,
    );
  it.each<[string, string]>([
    ["typed words", typed("")],
    ["typed words on white", typed("/C[1 1 1]")],
    ["a field", field(AT_TIME, VALUE, `/FT/Tx/V${pdfString("2026年9月23日上午10时00分")}`)],
    ["ink", annotation("Ink", over(AT_TIME, VALUE, END), "/InkList[[200 605 300 618]]")],
    ["a line across", annotation("Line", over(AT_TIME, VALUE, END), "/L[150 607 440 622]")],
    ["a box", annotation("Square", over(AT_TIME, VALUE, END), "/IC[1 1 1]")],
    ["a wavy line", marked("Squiggly", over(AT_TIME, VALUE, END))],
    ["a cover that isn't applied yet", marked("Redact", over(AT_TIME, VALUE, END))],
    [
      "a highlight with a remark",
      marked("Highlight", over(AT_TIME, VALUE, END), `/Contents${pdfString("改期")}`),
    ],
  ])("%s", async (_, one) => {
    expect(await doubtfulIn(annotatedPdf({ lines: LINES, annotations: [one] }))).toContain("hearing.start");
  });

  it("what covers words hides them: only the new words are shown to that person", async () => {
    const { hearing } = await readingOf(annotatedPdf({ lines: LINES, annotations: [typed("/C[1 1 1]")] }));
    expect(hearing?.start).toBe("2026-09-23T10:00:00+08:00");
  });

  it.each<[string, string]>([
    [
      "a highlight, also with the words themselves copied into it",
      marked("Highlight", over(AT_TIME, VALUE, END), `/Contents${pdfString(TIME)}`),
    ],
    ["an underline", marked("Underline", over(AT_TIME, VALUE, END))],
    ["a link", annotation("Link", over(AT_TIME, VALUE, END))],
    ["a field without a word", field(AT_TIME, VALUE, "/FT/Tx")],
    ["ink beside the words", annotation("Ink", [300, 100, 400, 160], "/InkList[[300 100 400 160]]")],
  ])("but not %s", async (_, one) => {
    const bytes = annotatedPdf({ lines: LINES, annotations: [one] });
    expect(await readingOf(bytes)).toEqual(SUMMONS);
    expect(await doubtfulIn(bytes)).toEqual([]);
  });
});

describe("crossed-out words are not read", () => {
  const OLD = "2026年9月22日上午8时30分9时00分";
  const lines = LINES.with(AT_TIME, `应到时间：${OLD}`);
  const [from, to] = [VALUE + OLD.indexOf("8时"), VALUE + OLD.indexOf("9时0")];
  it("by an annotation", async () => {
    const bytes = annotatedPdf({ lines, annotations: [marked("StrikeOut", over(AT_TIME, from, to))] });
    expect(await readingOf(bytes)).toEqual(SUMMONS);
    expect(await doubtfulIn(bytes)).toEqual([]);
  });

  it("with a remark that says something else: a person is asked", async () => {
    const one = marked(
      "StrikeOut",
      over(AT_TIME, VALUE, VALUE + OLD.length),
      `/Contents${pdfString("改为9月23日")}`,
    );
    const bytes = annotatedPdf({ lines, annotations: [one] });
    const { hearing, unread } = await readingOf(bytes);
    expect(hearing).toBeUndefined();
    expect(unread).toEqual([{ kind: "remark", name: "改为9月23日" }]);
  });

  const [left, bottom, right] = over(AT_TIME, from, to);
  const y = bottom + 3 + 14 * 0.33;
  it.each<[string, string]>([
    ["a line", `0.7 w ${left} ${y} m ${right} ${y} l S`],
    ["a flat box, as Word writes it", `${left} ${y - 0.4} ${right - left} 0.8 re f`],
    ["two lines", `0.5 w ${left} ${y - 1} m ${right} ${y - 1} l ${left} ${y + 1} m ${right} ${y + 1} l S`],
    [
      "a line in coordinates of its own",
      `q 2 0 0 2 ${left} ${y} cm 0.4 w 0 0 m ${(right - left) / 2} 0 l S Q`,
    ],
  ])("by %s that the page draws", async (_, graphics) => {
    expect(await readingOf(annotatedPdf({ lines, graphics }))).toEqual(SUMMONS);
  });

  it.each<[string, string]>([
    ["an underline", `0.7 w ${left} ${bottom + 1} m ${right} ${bottom + 1} l S`],
    ["the border of a table", `0.7 w 60 ${y} m 540 ${y} l S`],
    ["a box around the words", `${left} ${bottom} ${right - left} 17 re S`],
  ])("but %s crosses nothing out", async (_, graphics) => {
    expect((await linesOf(annotatedPdf({ lines, graphics }))).join("")).toContain(OLD);
  });
});

describe("what is not read is said", () => {
  it.each<[string, string, object]>([
    [
      "a note",
      annotation("Text", [300, 300, 320, 320], `/Contents${pdfString("开庭时间改为9月23日")}`),
      { kind: "remark", name: "开庭时间改为9月23日" },
    ],
    [
      "words to put in",
      annotation("Caret", over(AT_TIME, END, END + 1), `/Contents${pdfString("改期")}`),
      { kind: "remark", name: "改期" },
    ],
    [
      "an attached file",
      annotation("FileAttachment", [300, 300, 320, 320], "/FS<</Type/Filespec/F(old.docx)>>"),
      { kind: "enclosed-file", name: "old.docx" },
    ],
  ])("%s", async (_, one, unread) => {
    expect((await readingOf(annotatedPdf({ lines: LINES, annotations: [one] }))).unread).toEqual([unread]);
  });

  it("papers the file carries with it, but not data", async () => {
    const names = (name: string) => `(${name})<</Type/Filespec/F(${name})/UF(${name})/EF<</F 7 0 R>>>>`;
    const catalog = `/Names<</EmbeddedFiles<</Names[${names("a.pdf")}${names("b.xml")}]>>>>`;
    expect((await readingOf(annotatedPdf({ lines: LINES, catalog }))).unread).toEqual([
      { kind: "enclosed-file", name: "a.pdf" },
    ]);
  });

  it("annotations beyond measure", async () => {
    const many = Array.from({ length: 1200 }, (_, index) =>
      annotation("Link", [10, index % 800, 20, (index % 800) + 5]),
    );
    expect((await readingOf(annotatedPdf({ lines: LINES, annotations: many }))).unread).toEqual([
      { kind: "beyond-limit", name: "1200 annotations" },
    ]);
  });
});

describe("what is typed over a scan", () => {
  /** A page that is one picture, as scanners make them, with the number typed on it. */
  function scanWith(annotations: readonly string[]): Buffer {
    const [wide, high] = [900, 1200];
    const picture = deflateSync(Buffer.alloc((wide / 4) * high, 0xff));
    const stream = (entries: string, data: Buffer) =>
      Buffer.concat([
        Buffer.from(`<<${entries}/Length ${data.length}>>\nstream\n`),
        data,
        Buffer.from("\nendstream"),
      ]);
    return assembled([
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Count 1/Kids[3 0 R]>>",
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</S 4 0 R>>>>/Contents 5 0 R/Annots[${annotations.map((_, index) => `${6 + index} 0 R`).join(" ")}]>>`,
      stream(
        `/Type/XObject/Subtype/Image/Width ${wide}/Height ${high}/ColorSpace/DeviceGray/BitsPerComponent 2/Filter/FlateDecode`,
        picture,
      ),
      stream("", Buffer.from("q 595 0 0 842 0 0 cm /S Do Q")),
      ...annotations.map((one) => `<</Type/Annot/P 3 0 R ${one}>>`),
    ]);
  }
  const typed = annotation(
    "FreeText",
    [80, 700, 400, 716],
    `/Contents${pdfString(`案号：${NUMBER}`)}/DA(/F1 12 Tf 0 g)`,
  );

  it("is kept beside what is seen on it, and in doubt, since nobody knows what it lies over", async () => {
    const bytes = scanWith([typed]);
    expect(await readText(bytes)).toMatchObject({ ok: false, reason: { kind: "no-text-layer" } });
    const pages = await Array.fromAsync(pageImages(bytes));
    expect(pages).toMatchObject([
      { raster: { width: expect.any(Number) }, lines: [expect.stringContaining(NUMBER)] },
    ]);
    const { doubted } = takeDoubts(pages[0]?.lines?.join("\n") ?? "");
    expect(doubted).toEqual([{ start: 0, end: `案号：${NUMBER}`.length }]);
  });
});
