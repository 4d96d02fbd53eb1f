/**
 * How tests get PDF files as courts' printers write them: fonts outside the file, runs in any order, words by
 * position only.
 */
import { deflateSync } from "node:zlib";
import { gbk } from "./gbk.ts";

/** How characters are written: both maps belong to fonts that aren't in the file, as court printers leave them out. */
export type Encoding = "UniGB-UCS2-H" | "GBK-EUC-H";

const SIZE = 12;
const LEFT = 70;
const COLUMN = 180;
const LINE = 20;
const LINES_OF_PAGE = 34;
const WIDTH = 38;

/**
 * A PDF of a text: cells by tab, lines wrapped at the page's width, page numbers, the title twice for bold. The runs
 * stand in the file from the bottom up, so that a reader has to go by position.
 */
export function pdf(text: string, encoding: Encoding = "UniGB-UCS2-H"): Buffer {
  const lines = text.trimEnd().split("\n").flatMap(wrapped);
  const pages: string[] = [];
  for (let at = 0; at < lines.length; at += LINES_OF_PAGE) {
    const runs = lines
      .slice(at, at + LINES_OF_PAGE)
      .flatMap((line, index) => runsOf(line, 780 - index * LINE, encoding, at + index === 0));
    runs.push(run(`- ${pages.length + 1} -`, 290, 30, encoding));
    pages.push(`BT /F1 ${SIZE} Tf\n${runs.toReversed().join("\n")}\nET`);
  }
  return pdfOf(pages, encoding);
}

/** A PDF of ready-made page contents; `trailer` may add an /Encrypt entry. */
export function pdfOf(pages: readonly string[], encoding: Encoding = "UniGB-UCS2-H", trailer = ""): Buffer {
  const kids = pages.map((_, index) => `${6 + index * 2} 0 R`).join(" ");
  const objects: (string | Buffer)[] = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`,
    `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${encoding}/DescendantFonts[4 0 R]>>`,
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 5 0 R/DW 1000>>",
    "<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 859/Descent -140/CapHeight 800/StemV 80>>",
  ];
  for (const [index, page] of pages.entries()) {
    const packed = deflateSync(Buffer.from(page, "latin1"));
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${7 + index * 2} 0 R>>`,
    );
    objects.push(
      Buffer.concat([
        Buffer.from(`<</Length ${packed.length}/Filter/FlateDecode>>\nstream\n`),
        packed,
        Buffer.from("\nendstream"),
      ]),
    );
  }
  return assembled(objects, trailer);
}

/** A file of objects with its cross-reference table. */
export function assembled(objects: readonly (string | Buffer)[], trailer = ""): Buffer {
  const parts = [Buffer.from("%PDF-1.5\n%\xe2\xe3\xcf\xd3\n", "latin1")];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    const part = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from("\nendobj\n"),
    ]);
    offsets.push(length);
    parts.push(part);
    length += part.length;
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

function wrapped(line: string): string[] {
  if (line.includes("\t") || line.length <= WIDTH) return [line];
  return [line.slice(0, WIDTH), ...wrapped(line.slice(WIDTH))];
}

function runsOf(line: string, y: number, encoding: Encoding, isBold: boolean): string[] {
  return line.split("\t").flatMap((cell, index) => {
    const x = index === 0 ? LEFT : COLUMN + (index - 1) * 150;
    const first = run(cell.trim(), x, y, encoding);
    return cell.trim() === "" ? [] : isBold ? [first, run(cell.trim(), x + 0.4, y, encoding)] : [first];
  });
}

function run(text: string, x: number, y: number, encoding: Encoding): string {
  return `1 0 0 1 ${x} ${y} Tm <${encoded(text, encoding)}> Tj`;
}

function encoded(text: string, encoding: Encoding): string {
  if (encoding === "UniGB-UCS2-H")
    return [...text]
      .map((character) => (character.codePointAt(0) ?? 0).toString(16).padStart(4, "0"))
      .join("");
  return gbk(text).toString("hex");
}
