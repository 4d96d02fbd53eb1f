/**
 * Makes PDFs that are neither a text nor a scan: pages of both kinds, a stamp over a scan, somebody else's reading behind
 * it, letters that don't say which they are, words turned to drawings. Needs what `scan-of-text.ts` needs.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jpegFrame } from "../../../shared/documents/pages/jpeg.ts";
import { assembled } from "../support/pdf.ts";
import { type ScanRecipe, scanOfText } from "./scan-of-text.ts";

export type Awkwardness =
  /** The first third is text, the second a scan, the last text. */
  | "mixed"
  /** A scan with a line of its court's file system across the top. */
  | "stamped"
  /** A scan under an invisible layer of text that says something else. */
  | "searchable"
  /** Text without a map to Unicode, in a font of outlines or, as browsers make them, of drawings. */
  | "no-map"
  | "no-map-drawn"
  /** Text as shapes (转曲). */
  | "shapes";

const PICTURE: ScanRecipe = {
  format: "jpg",
  dpi: 200,
  grey: true,
  skew: 0.5,
  noise: 0.1,
  blur: 0.3,
  quality: 40,
};
const STYLE = `<meta charset="utf-8"><style>@page{size:A4;margin:0}body{margin:0;font:14pt/1.7 "Noto Serif CJK SC"}
section{position:relative;height:297mm;overflow:hidden;break-after:page}section>pre{font:inherit;margin:25mm 24mm;white-space:pre-wrap;tab-size:12}
img{position:absolute;inset:0;width:210mm;height:296.9mm}p{position:absolute;top:6mm;left:24mm;font-size:9pt}</style>`;

/** The PDF of a text (lines by `\n`, cells by tab). */
export function awkwardPdf(text: string, awkwardness: Awkwardness): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "yingsu-pages-"));
  const printed = (body: string) => {
    writeFileSync(join(folder, "page.html"), STYLE + body);
    const options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"];
    execFileSync("chromium", [...options, "--print-to-pdf=page.pdf", "page.html"], SILENT(folder));
    return readFileSync(join(folder, "page.pdf"));
  };
  const words = (some: string) => `<section><pre>${some}</pre></section>`;
  const picture = (some: string) =>
    `<img src="data:image/jpeg;base64,${scanOfText(some, PICTURE).toString("base64")}">`;
  try {
    switch (awkwardness) {
      case "mixed": {
        const lines = text.trimEnd().split("\n");
        const [one, two] = [Math.ceil(lines.length / 3), Math.ceil((lines.length * 2) / 3)];
        const part = (from: number, to?: number) => lines.slice(from, to).join("\n");
        return printed(
          `${words(part(0, one))}<section>${picture(part(one, two))}</section>${words(part(two))}`,
        );
      }
      case "stamped":
        return printed(
          `<section>${picture(text)}<p>电子卷宗　仅供查阅　复制无效　2026-09-30 10:25　第1页</p></section>`,
        );
      case "searchable":
        return withUnseenText(scanOfText(text, PICTURE));
      case "no-map":
        writeFileSync(join(folder, "page.fodt"), officeText(text));
        execFileSync(
          "soffice",
          [
            "--headless",
            `-env:UserInstallation=file://${folder}/profile`,
            "--convert-to",
            "pdf",
            "page.fodt",
          ],
          SILENT(folder),
        );
        return withoutMaps(readFileSync(join(folder, "page.pdf")));
      case "no-map-drawn":
        return withoutMaps(printed(words(text)));
      case "shapes":
        printed(words(text));
        execFileSync("pdftocairo", ["-svg", "page.pdf", "page.svg"], SILENT(folder));
        return printed(`<section>${readFileSync(join(folder, "page.svg"), "utf8")}</section>`);
      default:
        return awkwardness satisfies never;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const SILENT = (cwd: string) => ({
  cwd,
  stdio: ["ignore", "ignore", "ignore"] as ["ignore", "ignore", "ignore"],
});

/** The name of every map changed for one nobody knows, of the same length. */
function withoutMaps(pdf: Buffer): Buffer {
  const changed = Buffer.from(pdf);
  for (let at = changed.indexOf("/ToUnicode"); at !== -1; at = changed.indexOf("/ToUnicode", at + 1))
    changed.write("/ToUnknown", at, "latin1");
  return changed;
}

function officeText(text: string): string {
  const escaped = (some: string) => some.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const paragraphs = text
    .trimEnd()
    .split("\n")
    .map((line) => `<text:p text:style-name="P">${escaped(line).replaceAll("\t", "<text:tab/>")}</text:p>`);
  return `<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:mimetype="application/vnd.oasis.opendocument.text" office:version="1.3"><office:automatic-styles><style:style style:name="P" style:family="paragraph"><style:text-properties style:font-name-asian="Noto Serif CJK SC" fo:font-size="14pt" style:font-size-asian="14pt"/></style:style></office:automatic-styles><office:body><office:text>${paragraphs.join("")}</office:text></office:body></office:document>`;
}

/** A scanner's PDF whose layer of text was read by a machine that read it wrong. */
function withUnseenText(jpeg: Buffer): Buffer {
  const { width, height } = jpegFrame(jpeg);
  const wrong = "沂水县人民法院传票案号（2026）鲁1323行初99号应到时间2026年9月11日上午8时30分";
  const hex = [...wrong.repeat(4)]
    .map((character) => (character.codePointAt(0) ?? 0).toString(16).padStart(4, "0"))
    .join("");
  const content = `q 595 0 0 842 0 0 cm /I0 Do Q BT 3 Tr /F1 12 Tf 60 780 Td <${hex}> Tj ET`;
  return assembled([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Count 1/Kids[3 0 R]>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>/XObject<</I0 8 0 R>>>>/Contents 4 0 R>>",
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>",
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 7 0 R/DW 1000>>",
    "<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 859/Descent -140/CapHeight 800/StemV 80>>",
    Buffer.concat([
      Buffer.from(
        `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode/Length ${jpeg.length}>>\nstream\n`,
      ),
      jpeg,
      Buffer.from("\nendstream"),
    ]),
  ]);
}
