/** What does a Word 97–2003 file say, tables and text boxes included? */
import WordOleExtractor from "word-extractor/lib/word-ole-extractor.js";
import { type CompoundFile, openCompoundFile, refusalOfCompound } from "./compound-file.ts";
import type { TextResult } from "./file-text.ts";

/** In the main stream's header: the text is encrypted ([MS-DOC] FibBase.fEncrypted). */
const FLAGS_AT = 10;
const ENCRYPTED = 0x0100;

/** Reads a Word 97–2003 file (.doc, also WPS's): paragraphs to lines, table rows to lines with tabs between cells. */
export async function readWord97(bytes: Uint8Array): Promise<TextResult> {
  const reason = refusalOfCompound(bytes);
  if (reason !== undefined) return { ok: false, reason };
  try {
    const file = openCompoundFile(bytes);
    const main = file?.stream("WordDocument");
    if (file === undefined || main === undefined) return broken("it holds no text");
    if ((main.readUInt16LE(FLAGS_AT) & ENCRYPTED) !== 0) return { ok: false, reason: { kind: "encrypted" } };
    const text = textOf(await new RawText().extractWordDocument(file, main));
    return text.trim() === "" ? { ok: false, reason: { kind: "no-text-layer" } } : { ok: true, text };
  } catch (error) {
    return broken(error instanceof Error ? error.message : String(error));
  }
}

/**
 * The library's text before it replaces Word's marks: afterwards the end of a cell and a tab are the same. Its own way
 * to the streams throws where nobody can catch it and follows loops, so it gets ours.
 */
class RawText extends WordOleExtractor {
  override async documentStream(document: CompoundFile, name: string): Promise<Buffer> {
    const stream = document.stream(name);
    if (stream === undefined) throw new Error(`it has no stream ${name}`);
    return stream;
  }

  override async streamBuffer(stream: Buffer): Promise<Buffer> {
    return stream;
  }

  override async extractWordDocument(document: CompoundFile, main: Buffer): Promise<string> {
    return (await super.extractWordDocument(document, main)) as string;
  }

  override buildDocument(): string {
    const { ccpText, ccpFtn, ccpHdd, ccpAtn, ccpEdn, ccpTxbx } = this._boundaries;
    const all = this._pieces.map(({ text }) => text).join("");
    const boxes = ccpText + ccpFtn + ccpHdd + ccpAtn + ccpEdn;
    return `${all.slice(0, ccpText)}\r${all.slice(boxes, boxes + ccpTxbx)}`;
  }
}

/** Word's marks inside its text. */
const MARK = { cell: "\x07", field: "\x13", result: "\x14", fieldEnd: "\x15", hyphen: "\x1e" };

/** A row ends with `\n`, a cell with its mark; what stands before the first cell's last paragraph is no table. */
function textOf(raw: string): string {
  return withoutFields(raw)
    .split("\n")
    .map((part) => {
      const firstCell = part.indexOf(MARK.cell);
      if (firstCell === -1) return part;
      const row = part.lastIndexOf("\r", firstCell) + 1;
      const cells = part.slice(row).split(MARK.cell);
      return (
        part.slice(0, row) +
        cells
          .map((cell) => cell.replace(/\s+/g, " ").trim())
          .join("\t")
          .trimEnd()
      );
    })
    .join("\n")
    .replace(/[\r\v\f]/g, "\n")
    .replaceAll(MARK.hyphen, "-")
    .replace(/[^\P{Cc}\n\t]/gu, "");
}

/** Of a field (mark, instruction, mark, result, mark), which may hold others, only its result is shown. */
function withoutFields(raw: string): string {
  let text = "";
  const instructions: boolean[] = [];
  for (const character of raw) {
    if (character === MARK.field) instructions.push(true);
    else if (character === MARK.result) instructions.splice(-1, 1, false);
    else if (character === MARK.fieldEnd) instructions.pop();
    else if (!instructions.includes(true)) text += character;
  }
  return text;
}

function broken(detail: string): TextResult {
  return { ok: false, reason: { kind: "broken", detail } };
}
