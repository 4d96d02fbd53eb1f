/** What is the text of this file? Chooses the reader by the format found in the content. */
import type { UnreadPart } from "../domain/unread-part.ts";
import { type Span, type TextResult, takeDoubts, unmarked } from "./formats/file-text.ts";
import { type Format, sniffFormat, sniffImage } from "./formats/format.ts";
import { readPlainText } from "./formats/plain-text.ts";
import type { UnreadableReason } from "./formats/unreadable.ts";
import { withoutRadicals } from "./text/radicals.ts";

/** Larger files are not court papers with a text layer. */
export const MOST_BYTES = 30_000_000;

/** A file's text and its format, or why there is none. */
export type ReadText =
  | {
      readonly ok: true;
      readonly format: Format;
      readonly text: string;
      readonly pages?: number;
      /** One row of cells per line of the text, merged cells filled, where the format knows its cells. */
      readonly rows?: readonly (readonly string[])[];
      /** The rows of the tables its pages rule, and the lines around them. */
      readonly table?: readonly (readonly string[])[];
      /** Parts of the text that something is laid over, a remark or other words. */
      readonly doubted?: readonly Span[];
      readonly unread?: readonly UnreadPart[];
    }
  | { readonly ok: false; readonly format: Format; readonly reason: UnreadableReason };

const FORMAT_NAMES: Partial<Record<Format, string>> = {
  xlsx: "XLSX",
  xls: "XLS",
  "excel-xml": "Excel 2003 XML",
  xml: "XML",
  odf: "OpenDocument",
  unknown: "unknown",
};

/** Bytes → text by one reader per format, each loaded when a file needs it. Never throws on bad input. */
export async function readText(bytes: Uint8Array): Promise<ReadText> {
  const format = sniffFormat(bytes);
  if (bytes.length > MOST_BYTES)
    return { ok: false, format, reason: { kind: "too-large", bytes: bytes.length, limit: MOST_BYTES } };
  return finished(format, await readAs(format, bytes));
}

/** As {@link readText} for a file that is plain text: no reader has to be loaded for it. */
export function readPlain(bytes: Uint8Array): ReadText {
  return finished("text", readPlainText(bytes));
}

function finished(format: Format, result: TextResult): ReadText {
  if (!result.ok) return { format, ...result };
  const { text, doubted } = takeDoubts(withoutRadicals(result.text));
  const plain = (all: typeof result.rows) =>
    all?.map((cells) => cells.map((cell) => withoutRadicals(unmarked(cell))));
  const [rows, table] = [plain(result.rows), plain(result.table)];
  return {
    format,
    ...result,
    text,
    ...(rows && { rows }),
    ...(table && { table }),
    ...(doubted.length > 0 && { doubted }),
  };
}

async function readAs(format: Format, bytes: Uint8Array): Promise<TextResult> {
  switch (format) {
    case "pdf":
      return (await import("./pages/pdf.ts")).readPdf(bytes);
    case "docx":
      return (await import("./formats/word/docx.ts")).readDocx(bytes);
    case "doc":
      return (await import("./formats/word-97/word-97.ts")).readWord97(bytes);
    case "rtf":
      return (await import("./formats/rtf/rtf.ts")).readRtf(bytes);
    case "html":
      return (await import("./formats/html.ts")).readHtml(bytes);
    case "mhtml":
      return (await import("./formats/mhtml.ts")).readMhtml(bytes);
    case "word-xml":
      return (await import("./formats/word/word-xml.ts")).readWordXml(bytes);
    case "ofd":
      return (await import("./pages/ofd.ts")).readOfd(bytes);
    case "text":
      return readPlainText(bytes);
    case "image":
      return { ok: false, reason: pictureReason(bytes) };
    case "zip": {
      // An archive is taken apart before its entries come here; one in an archive, or a hostile one, ends here.
      const inside = await (await import("./formats/archive.ts")).entriesOf(bytes);
      return { ok: false, reason: inside.ok ? { kind: "unsupported-format", format: "ZIP" } : inside.reason };
    }
    case "ole":
      return { ok: false, reason: { kind: "broken", detail: "neither text nor table can be found in it" } };
    case "empty":
      return { ok: false, reason: { kind: "empty" } };
    case "encrypted-office":
      return { ok: false, reason: { kind: "encrypted" } };
    default:
      return { ok: false, reason: { kind: "unsupported-format", format: FORMAT_NAMES[format] ?? format } };
  }
}

/** Pictures of the kinds that scanners and phones make have no text yet; the rest nobody scans to. */
function pictureReason(bytes: Uint8Array): UnreadableReason {
  const image = sniffImage(bytes);
  return image === "png" || image === "jpeg" || image === "tiff"
    ? { kind: "no-text-layer" }
    : { kind: "unsupported-format", format: image?.toUpperCase() ?? "image" };
}
