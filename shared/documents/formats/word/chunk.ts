/** A file that a Word file takes in as a piece of itself (altChunk): read by its content, whatever it encloses is not. */
import type { TextResult } from "../file-text.ts";
import { type Format, sniffFormat } from "../format.ts";
import { readHtml } from "../html.ts";
import { readMhtml } from "../mhtml.ts";
import { officeXml } from "../office-xml.ts";
import { readPlainText } from "../plain-text.ts";
import { readRtf } from "../rtf/rtf.ts";
import { type Line, lineOf } from "../table-lines.ts";
import { refusalOfZip } from "../zip-guard.ts";
import { type ReadEnclosed, wordOfPackage, wordOfXml } from "./document.ts";
import { WordPackage } from "./package.ts";

/** One level deep: what a chunk takes in itself is said to be unread. */
const nothing: ReadEnclosed = async () => undefined;

/** Reads a chunk; undefined where it is of a kind that is not read, unsafe or damaged. */
export const readChunk: ReadEnclosed = async (bytes) => {
  const format = sniffFormat(bytes);
  try {
    if (format === "docx")
      return (await refusalOfZip(bytes)) === undefined
        ? await wordOfPackage(await WordPackage.ofZip(bytes), nothing)
        : undefined;
    if (format === "word-xml") {
      const file = officeXml(bytes);
      return file.ok ? await wordOfXml(file.root, nothing) : undefined;
    }
  } catch {
    return undefined;
  }
  const result = textOfChunk(format, bytes);
  if (result === undefined) return undefined;
  if (!result.ok) return result.reason.kind === "empty" ? { lines: [], unread: [] } : undefined;
  return { lines: linesOf(result), unread: result.unread ?? [] };
};

function textOfChunk(format: Format, bytes: Uint8Array): TextResult | undefined {
  switch (format) {
    case "empty":
      return { ok: false, reason: { kind: "empty" } };
    case "html":
      return readHtml(bytes);
    case "mhtml":
      return readMhtml(bytes);
    case "rtf":
      return readRtf(bytes);
    case "text":
      // A piece of a page begins with any element.
      return /^\s*<[a-z!]/i.test(Buffer.from(bytes.subarray(0, 200)).toString("latin1"))
        ? readHtml(bytes)
        : readPlainText(bytes);
    default:
      return undefined;
  }
}

function linesOf({ text, rows }: Extract<TextResult, { ok: true }>): readonly Line[] {
  return text.split("\n").map((line, at) => ({ text: line, cells: rows?.[at] ?? lineOf(line).cells }));
}
