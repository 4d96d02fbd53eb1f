import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { sniffFormat } from "../../shared/documents/formats/format.ts";
import { linesOf } from "../../shared/documents/pages/pdf-lines.ts";
import { MOST_BYTES, readText } from "../../shared/documents/read-text.ts";
import { assembled, pdf, pdfOf } from "./support/pdf.ts";
import { docx, zip } from "./support/zip.ts";

const TEXT = "山东省沂水县人民法院\n传票\n案号：（2026）鲁1323行初45号\n应到时间：2026年9月24日\n";

function utf16(text: string, order: "le" | "be", mark: boolean): Buffer {
  const little = Buffer.from(mark ? `\uFEFF${text}` : text, "utf16le");
  return order === "le" ? little : little.swap16();
}

/** GB 18030 of a few characters; Node decodes it only. */
const GBK = Buffer.from("b4abc6b10ab0b8bac5a3ba31cfee", "hex");

describe("formats by content", () => {
  it.each<[string, Uint8Array, string]>([
    ["nothing", Buffer.alloc(0), "empty"],
    ["UTF-8", Buffer.from(TEXT), "text"],
    ["GBK", GBK, "text"],
    ["UTF-16 without a mark", utf16(TEXT, "le", false), "text"],
    ["PDF behind junk", Buffer.from(`\n\njunk\n%PDF-1.4\n`), "pdf"],
    ["DOCX", docx(TEXT), "docx"],
    ["XLSX", zip({ "xl/workbook.xml": "<workbook/>" }), "xlsx"],
    ["OFD", zip({ "OFD.xml": "<OFD/>" }), "ofd"],
    ["ZIP", zip({ "a.txt": "a" }), "zip"],
    ["RTF", Buffer.from("{\\rtf1\\ansi"), "rtf"],
    ["HTML", Buffer.from("<!DOCTYPE html><html></html>"), "html"],
    ["PNG", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "image"],
    ["JPEG", Buffer.from("ffd8ffe000104a46494600", "hex"), "image"],
    [
      "OLE without a directory",
      Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]),
      "ole",
    ],
    ["noise", Buffer.from(Array.from({ length: 300 }, (_, index) => (index * 7919) % 256)), "unknown"],
  ])("%s", (_, bytes, format) => expect(sniffFormat(bytes)).toBe(format));
});

describe("text in every encoding courts send", () => {
  it.each<[string, Uint8Array]>([
    ["UTF-8", Buffer.from(TEXT)],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${TEXT}`)],
    ["UTF-16 LE", utf16(TEXT, "le", true)],
    ["UTF-16 BE", utf16(TEXT, "be", true)],
    ["UTF-16 LE without a mark", utf16(TEXT, "le", false)],
    ["UTF-16 BE without a mark", utf16(TEXT, "be", false)],
    ["Windows line ends", Buffer.from(TEXT.replaceAll("\n", "\r\n"))],
  ])("%s", async (_, bytes) =>
    expect(await readText(bytes)).toEqual({ ok: true, format: "text", text: TEXT }),
  );

  it("GBK", async () =>
    expect(await readText(GBK)).toEqual({ ok: true, format: "text", text: "传票\n案号：1项" }));
});

describe("DOCX", () => {
  it("keeps rows as lines and cells apart", async () => {
    const result = await readText(docx("传票\n案号\t（2026）鲁1323行初45号\n案由\t行政<处罚>&\n审判员"));
    expect(result.ok && result.text.split("\n").map((line) => line.trim().replace(/ *\t */g, "\t"))).toEqual(
      expect.arrayContaining(["传票", "案号\t（2026）鲁1323行初45号", "案由\t行政<处罚>&", "审判员"]),
    );
  });
});

describe("PDF", () => {
  it.each(["UniGB-UCS2-H", "GBK-EUC-H"] as const)(
    "reads fonts that aren't in the file (%s), by position, without page numbers",
    async (encoding) => {
      const result = await readText(pdf(TEXT.repeat(10), encoding));
      expect(result).toMatchObject({ ok: true, pages: 2 });
      expect(result.ok && result.text.split("\n").slice(0, 4)).toEqual(TEXT.trimEnd().split("\n"));
      expect(result.ok && result.text).not.toContain("- 1 -");
    },
  );

  it("puts runs into lines whatever their order, with tabs between columns", () => {
    const run = (text: string, x: number, y: number) => ({ text, x, y, width: text.length * 12, size: 12 });
    const runs = [
      run("行政处罚", 180, 700.5),
      run("案号", 70, 720),
      run("2026", 180, 720),
      run("年", 233, 720.4),
      run("案由", 70, 700),
      run("案由", 70.4, 700),
      run("- 3 -", 290, 30),
    ];
    expect(linesOf(runs)).toEqual(["案号\t2026 年", "案由\t行政处罚"]);
  });
});

describe("files that can't be read are refused with a reason, and never throw", () => {
  const reasonOf = async (bytes: Uint8Array) => {
    const result = await readText(bytes);
    return result.ok ? "read" : result.reason;
  };
  const whole = docx(TEXT);

  it.each<[string, () => Uint8Array, object]>([
    ["0 bytes", () => Buffer.alloc(0), { kind: "empty" }],
    ["blanks", () => Buffer.from(" \n\t\n"), { kind: "empty" }],
    ["too large", () => Buffer.alloc(MOST_BYTES + 1, 32), { kind: "too-large", bytes: MOST_BYTES + 1 }],
    ["a DOCX cut short", () => whole.subarray(0, whole.length - 200), { kind: "broken" }],
    [
      "a DOCX with damage inside",
      () => zip({ "word/document.xml": "<w:document>", "[Content_Types].xml": "" }),
      { kind: "broken" },
    ],
    [
      "a DOCX that declares a document type",
      () => docx(TEXT, '<!DOCTYPE d [<!ENTITY a "b">]>'),
      { kind: "bomb" },
    ],
    ["a DOCX with macros", () => docx(TEXT, "", { "word/vbaProject.bin": "x" }), { kind: "macro" }],
    ["a DOCX without text", () => docx(" "), { kind: "no-text-layer" }],
    [
      "a bomb that declares its size",
      () => docx(TEXT, "", { "word/media/a.xml": Buffer.alloc(45_000_000) }),
      { kind: "bomb" },
    ],
    [
      "a bomb that hides its size",
      () => zip({ "word/document.xml": Buffer.alloc(45_000_000) }, 1000),
      { kind: "broken" },
    ],
    [
      "very many entries",
      () => docx(TEXT, "", Object.fromEntries(Array.from({ length: 2100 }, (_, index) => [`a${index}`, ""]))),
      { kind: "bomb" },
    ],
    ["a PDF cut short", () => Buffer.from("%PDF-1.7\n1 0 obj\n<</Type/Catalog"), { kind: "broken" }],
    ["a PDF with nothing on its page", () => pdfOf([""]), { kind: "no-text-layer", pages: 1 }],
    [
      "a PDF whose text is no Chinese",
      () => pdfOf([`BT /F1 12 Tf <${"0041".repeat(60)}> Tj ET`]),
      { kind: "no-text-layer", pages: 1 },
    ],
    [
      "a PDF of very many pages",
      () => pdfOf(Array.from({ length: 301 }, () => "")),
      { kind: "too-many-pages", pages: 301 },
    ],
    ["an OFD without pages", () => zip({ "OFD.xml": "<OFD/>" }), { kind: "broken" }],
    [
      "an archive inside an archive",
      () => zip({ "a.txt": "a" }),
      { kind: "unsupported-format", format: "ZIP" },
    ],
    [
      "an OLE file without a directory",
      () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]),
      { kind: "broken" },
    ],
  ])("%s", async (_, bytes, reason) => expect(await reasonOf(bytes())).toMatchObject(reason));

  it("an encrypted PDF", async () => {
    const secret = "41".repeat(32);
    const encrypted = pdfOf(
      ["BT ET"],
      "UniGB-UCS2-H",
      `/Encrypt<</Filter/Standard/V 1/R 2/O<${secret}>/U<${secret}>/P -4>>/ID[<${"42".repeat(16)}><${"42".repeat(16)}>]`,
    );
    expect(await reasonOf(encrypted)).toEqual({ kind: "encrypted" });
  });

  it("a PDF whose stream unpacks without end, or is packed twice", async () => {
    const bomb = deflateSync(Buffer.alloc(40_000_000));
    const object = (filter: string, data: Buffer) =>
      Buffer.concat([
        Buffer.from(`<</Length ${data.length}/Filter${filter}>>\nstream\n`),
        data,
        Buffer.from("\nendstream"),
      ]);
    expect(
      await reasonOf(assembled(["<</Type/Catalog/Pages 2 0 R>>", object("/FlateDecode", bomb)])),
    ).toMatchObject({ kind: "bomb" });
    expect(
      await reasonOf(
        assembled([
          "<</Type/Catalog/Pages 2 0 R>>",
          object("[/FlateDecode /FlateDecode]", deflateSync(bomb)),
        ]),
      ),
    ).toMatchObject({ kind: "bomb" });
  });
});
