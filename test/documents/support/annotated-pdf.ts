/** A PDF of one page: lines of a summons, and what is drawn over them or put on them afterwards. */
import { assembled } from "./pdf.ts";

const [LEFT, TOP, SIZE, LEADING] = [80, 760, 14, 30];

/** The box of some characters of a line. */
export function over(line: number, from: number, to: number): readonly [number, number, number, number] {
  const y = TOP - line * LEADING;
  return [LEFT + SIZE * from, y - 3, LEFT + SIZE * to, y + SIZE - 2];
}

/** Text as PDF strings hold it. */
export function pdfString(text: string): string {
  return `<feff${Buffer.from(text, "utf16le").swap16().toString("hex")}>`;
}

/** Characters as the page's font shows them. */
export function shown(text: string): string {
  return `<${[...text].map((one) => (one.codePointAt(0) ?? 0).toString(16).padStart(4, "0")).join("")}>`;
}

/** A line's text operator; `x` in points. */
export function drawn(text: string, line: number, x = LEFT): string {
  return `1 0 0 1 ${x} ${TOP - line * LEADING} Tm ${shown(text)} Tj`;
}

/** Where a character of a line begins. */
export const xOf = (index: number) => LEFT + SIZE * index;

/**
 * The file. `annotations` are dictionaries without their brackets; `text` and `graphics` are further operators of the page;
 * `rotate` turns the page as its file says.
 */
export function annotatedPdf({
  lines,
  annotations = [],
  text = "",
  graphics = "",
  rotate = 0,
  catalog = "",
}: {
  readonly lines: readonly string[];
  readonly annotations?: readonly string[];
  readonly text?: string;
  readonly graphics?: string;
  readonly rotate?: number;
  readonly catalog?: string;
}): Buffer {
  const words = lines.map((line, index) => (line === "" ? "" : drawn(line, index))).join("\n");
  const content = `${graphics}\nBT /F1 ${SIZE} Tf\n${words}\n${text}\nET`;
  const first = 8;
  const references = annotations.map((_, index) => `${first + index} 0 R`).join(" ");
  const fields = annotations
    .flatMap((one, index) => (one.includes("/Widget") ? `${first + index} 0 R` : []))
    .join(" ");
  return assembled([
    `<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[${fields}]/DA(/F1 12 Tf 0 g)/DR<</Font<</F1 4 0 R>>>>>>${catalog}>>`,
    "<</Type/Pages/Count 1/Kids[3 0 R]>>",
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate ${rotate}/Resources<</Font<</F1 4 0 R>>>>/Contents 7 0 R/Annots[${references}]>>`,
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[5 0 R]>>",
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 6 0 R/DW 1000>>",
    "<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 859/Descent -140/CapHeight 800/StemV 80>>",
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    ...annotations.map((one) => `<</Type/Annot/P 3 0 R ${one}>>`),
  ]);
}

/** An annotation over this box. */
export function annotation(subtype: string, rect: readonly number[], more = ""): string {
  return `/Subtype/${subtype}/F 4/Rect[${rect.join(" ")}]${more}`;
}

/** An annotation on the words of this box, as marks of text are. */
export function marked(subtype: string, [left, bottom, right, top]: readonly number[], more = ""): string {
  const quad = [left, top, right, top, left, bottom, right, bottom].join(" ");
  return annotation(subtype, [left ?? 0, bottom ?? 0, right ?? 0, top ?? 0], `/QuadPoints[${quad}]${more}`);
}
