/** What does a Word file (DOCX) say, and is it words at all or only photographs of pages? */
import type { TextResult } from "./plain-text.ts";
import { openZip, zipEntries } from "./zip-entries.ts";
import { refusalOfZip } from "./zip-guard.ts";

/** A line over photos of a paper is shorter than a paper. In characters. */
const WORDS_OVER_PICTURE = 120;
/** A seal or an emblem has fewer bytes than a page. */
const SCAN_BYTES = 40_000;

/** Whether a picture in it is as heavy as a scanned or photographed page. */
async function hasScan(bytes: Uint8Array): Promise<boolean> {
  const zip = await openZip(bytes);
  try {
    for await (const { fileName, uncompressedSize } of zipEntries(zip))
      if (/^word\/media\/[^/]+\.(?:png|jpe?g|tiff?)$/i.test(fileName) && uncompressedSize >= SCAN_BYTES)
        return true;
    return false;
  } finally {
    zip.close();
  }
}

/**
 * The words of a file that is mostly pictures, which `readDocx` refuses: they belong to what the pictures say.
 * @throws Error as the library does, where the file is damaged
 */
export async function wordsOfDocx(bytes: Uint8Array): Promise<string> {
  const { default: mammoth } = await import("mammoth");
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const images = { convertImage: mammoth.images.imgElement(async () => ({ src: "" })) };
  return textOf((await mammoth.convertToHtml({ buffer }, images)).value);
}

/** Reads a Word file (DOCX) once it is known not to be a bomb: paragraphs to lines, table cells to tabs. */
export async function readDocx(bytes: Uint8Array): Promise<TextResult> {
  const reason = await refusalOfZip(bytes);
  if (reason !== undefined) return { ok: false, reason };
  try {
    const text = await wordsOfDocx(bytes);
    const { length } = text.replace(/\s/g, "");
    return length === 0 || (length < WORDS_OVER_PICTURE && (await hasScan(bytes)))
      ? { ok: false, reason: { kind: "no-text-layer" } }
      : { ok: true, text };
  } catch (error) {
    return {
      ok: false,
      reason: { kind: "broken", detail: error instanceof Error ? error.message : String(error) },
    };
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: " ",
  "#39": "'",
};

/**
 * The text of mammoth's HTML, which is simple: known tags, no scripts, no comments. A row of a table is a
 * line, so that a label keeps its value beside it; paragraphs inside one cell are parted by a blank.
 */
function textOf(html: string): string {
  let depth = 0;
  let text = "";
  for (const [token, tag] of html.matchAll(/<(\/?[a-z]\w*)[^>]*>|[^<]+/g)) {
    if (tag === undefined) text += token.replace(/[\n\t]/g, " ");
    else if (tag === "table") depth++;
    else if (tag === "/table") depth--;
    else if (tag === "/td" || tag === "/th") text = `${text.replace(/ +$/, "")}\t`;
    else if (tag === "/tr") text = `${text.replace(/\t$/, "")}\n`;
    else if (tag === "br" || /^\/(?:p|h\d|li)$/.test(tag)) text += depth > 0 ? " " : "\n";
  }
  return text.replace(/&(#39|\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}
