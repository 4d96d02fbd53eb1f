/**
 * Bad input, kind by kind: each file ends within limits of time and memory, with a reason its sender can act on, and the
 * next one is read. The files in bad-input/ are of real programs: LibreOffice 7.4 (ODS), msoffcrypto-tool (DOCX and XLSX
 * as Office encrypts them), qpdf 11 (AES-256, RC4-40, and an owner's password only); the password is “yingsu”.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readBounded } from "../../shared/documents/bounded/read-bounded.ts";
import { entriesOf } from "../../shared/documents/formats/archive.ts";
import { readDocument } from "../../shared/documents/read-document.ts";
import { ofdOfLayer } from "./support/ofd.ts";
import { assembled, pdf, pdfOf } from "./support/pdf.ts";
import { docx, zip } from "./support/zip.ts";

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "bad-input", name));
const SUMMONS =
  "山东省沂水县人民法院\n传票\n案号：（2026）鲁1323行初45号\n案由：行政处罚\n被告：沂水县公安局\n传唤事由：开庭审理\n应到时间：2026年9月24日上午9时00分\n应到处所：本院第三审判庭\n";
const xlsx = (parts: Readonly<Record<string, string | Buffer>>) =>
  zip({
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": "<workbook/>",
    ...parts,
  });

/** A ZIP whose directory names one packed entry very often: each unpacks anew (after David Fifield, 2019). */
function overlapping(times: number): Buffer {
  const whole = zip({ "word/document.xml": Buffer.alloc(1_000_000, 32) });
  const start = whole.indexOf("PK\x01\x02", 0, "latin1");
  const end = whole.indexOf("PK\x05\x06", 0, "latin1");
  const entry = whole.subarray(start, end);
  const tail = Buffer.from(whole.subarray(end));
  tail.writeUInt16LE(times, 8);
  tail.writeUInt16LE(times, 10);
  tail.writeUInt32LE(entry.length * times, 12);
  return Buffer.concat([whole.subarray(0, start), ...Array.from({ length: times }, () => entry), tail]);
}

/** A page whose one stream is a picture that declares more pixels than any scanner makes. */
function hugePicture(): Buffer {
  const content = "q 595 0 0 842 0 0 cm /I0 Do Q";
  const packed = deflateSync(Buffer.alloc(1_000_000));
  return assembled([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Count 1/Kids[3 0 R]>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I0 5 0 R>>>>/Contents 4 0 R>>",
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    Buffer.concat([
      Buffer.from(
        `<</Type/XObject/Subtype/Image/Width 60000/Height 60000/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`,
      ),
      packed,
      Buffer.from("\nendstream"),
    ]),
  ]);
}

const XXE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>';
const BILLION = '<!DOCTYPE a [<!ENTITY a "xx"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';

describe("bad input", () => {
  it.each<[string, () => Uint8Array, object]>([
    // Zip bombs.
    [
      "a DOCX that unpacks 800 times",
      () => docx(SUMMONS, "", { "word/a.xml": Buffer.alloc(45_000_000) }),
      { kind: "bomb" },
    ],
    [
      "an XLSX that unpacks without end",
      () => xlsx({ "xl/worksheets/sheet1.xml": Buffer.alloc(45_000_000) }),
      { kind: "bomb" },
    ],
    [
      "an OFD that unpacks without end",
      () => ofdOfLayer("", { "Doc_0/a.xml": Buffer.alloc(45_000_000) }),
      { kind: "bomb" },
    ],
    ["a DOCX whose entries lie on each other", () => overlapping(1500), { kind: "bomb" }],
    // PDF.
    [
      "a PDF of 1,000 pages",
      () => pdfOf(Array.from({ length: 1000 }, () => "")),
      { kind: "too-many-pages", pages: 1000 },
    ],
    [
      "a PDF cut in the middle of its pages",
      () => {
        const whole = pdf(SUMMONS.repeat(30));
        return whole.subarray(0, whole.length * 0.6);
      },
      { kind: "broken" },
    ],
    ["a PDF of one picture that is too large", hugePicture, { kind: "no-text-layer" }],
    ["a PDF with a password (AES-256)", () => fixture("encrypted.pdf"), { kind: "encrypted" }],
    ["a PDF with a password (RC4)", () => fixture("encrypted-rc4.pdf"), { kind: "encrypted" }],
    // Office.
    ["a DOCX with a password", () => fixture("encrypted.docx"), { kind: "encrypted" }],
    ["an XLSX with a password", () => fixture("encrypted.xlsx"), { kind: "encrypted" }],
    ["an ODS with a password", () => fixture("encrypted.ods"), { kind: "unsupported-format" }],
    ["a DOCX cut short", () => docx(SUMMONS).subarray(0, 700), { kind: "broken" }],
    [
      "an XLSX cut short",
      () => xlsx({ "xl/worksheets/sheet1.xml": SUMMONS }).subarray(0, 200),
      { kind: "broken" },
    ],
    ["a DOCM", () => docx(SUMMONS, "", { "word/vbaProject.bin": "x" }), { kind: "macro" }],
    ["an XLSM", () => xlsx({ "xl/vbaProject.bin": "x" }), { kind: "macro" }],
    // External and growing entities.
    ["a DOCX with an external entity", () => docx(SUMMONS, XXE), { kind: "bomb" }],
    [
      "a DOCX with one in UTF-16",
      () =>
        zip({ "word/document.xml": Buffer.from(`\uFEFF<?xml version="1.0"?>${XXE}<a>&b;</a>`, "utf16le") }),
      { kind: "bomb" },
    ],
    [
      "an XLSX with growing entities",
      () => xlsx({ "xl/sharedStrings.xml": `<?xml version="1.0"?>${BILLION}<a>&b;</a>` }),
      { kind: "bomb" },
    ],
    [
      "an OFD with an external entity",
      () => ofdOfLayer("", { "Doc_0/b.xml": `${XXE}<a>&b;</a>` }),
      { kind: "bomb" },
    ],
    // Nothing and too much.
    ["0 bytes", () => new Uint8Array(), { kind: "empty" }],
    ["200 MB", () => Buffer.alloc(200_000_000, 0x25), { kind: "too-large", bytes: 200_000_000 }],
    [
      "200 MB that begin as a PDF",
      () => {
        const file = Buffer.alloc(200_000_000);
        file.write("%PDF-1.7");
        return file;
      },
      { kind: "too-large" },
    ],
  ])("%s is refused in time, and the next file is read", async (_, bytes, reason) => {
    const file = bytes();
    const before = process.memoryUsage().rss;
    const started = performance.now();
    const result = await readBounded(file);
    const seconds = (performance.now() - started) / 1000;
    const grown = (process.memoryUsage().rss - before) / 1e6;
    expect(result).toMatchObject({ ok: false, reason });
    // The process it was read in is ended at 10 s; this one holds the file and little else.
    expect(seconds).toBeLessThan(15);
    expect(grown).toBeLessThan(250);
    expect(await readDocument(Buffer.from(SUMMONS))).toMatchObject({ ok: true });
  });

  it.each<[string, () => Buffer]>([
    [
      "whose table of objects points nowhere",
      () =>
        Buffer.from(
          pdf(SUMMONS)
            .toString("latin1")
            .replace(/^\d{10} 00000 n/gm, "0000000007 00000 n"),
          "latin1",
        ),
    ],
    [
      "whose table of objects is missing",
      () =>
        Buffer.from(
          pdf(SUMMONS)
            .toString("latin1")
            .replace(/xref\n0[\s\S]*?(?=trailer)/, ""),
          "latin1",
        ),
    ],
    [
      "that says its table is elsewhere",
      () =>
        Buffer.from(
          pdf(SUMMONS)
            .toString("latin1")
            .replace(/startxref\n\d+/, "startxref\n999999"),
          "latin1",
        ),
    ],
    ["behind other bytes", () => Buffer.concat([Buffer.from("\r\n\r\n传真封面\r\n"), pdf(SUMMONS)])],
    ["that only its owner may change", () => fixture("owner-only.pdf")],
  ])("a PDF %s is read all the same", async (_, bytes) => {
    const result = await readBounded(bytes());
    expect(result).toMatchObject({
      ok: true,
      document: { caseNumbers: [{ value: "（2026）鲁1323行初45号" }] },
    });
  });

  it("an archive of overlapping entries is refused whole", async () => {
    const archive = await entriesOf(overlapping(90));
    expect(archive).toMatchObject({ ok: false, reason: { kind: "bomb" } });
  });
});
