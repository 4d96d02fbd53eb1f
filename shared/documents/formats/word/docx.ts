/** Bytes of a DOCX → its words, with those of files it encloses, one level deep. */
import type { TextResult } from "../file-text.ts";
import { openZip, zipEntries } from "../zip-entries.ts";
import { refusalOfZip } from "../zip-guard.ts";
import { readChunk } from "./chunk.ts";
import { resultOf, type WordText, wordOfPackage } from "./document.ts";
import { WordPackage } from "./package.ts";

/** A line over photos of a paper is shorter than a paper. In characters. */
const WORDS_OVER_PICTURE = 120;
/** A seal or an emblem has fewer bytes than a page. */
const SCAN_BYTES = 40_000;

/** Reads a Word file (DOCX) once it is known not to be a bomb: paragraphs to lines, table cells to tabs. */
export async function readDocx(bytes: Uint8Array): Promise<TextResult> {
  const reason = await refusalOfZip(bytes);
  if (reason !== undefined) return { ok: false, reason };
  try {
    const { lines, unread } = await wordOfDocx(bytes);
    const length = lines.reduce((sum, { text }) => sum + text.replace(/\s/g, "").length, 0);
    if (length === 0 || (length < WORDS_OVER_PICTURE && (await hasScan(bytes))))
      return { ok: false, reason: { kind: "no-text-layer" } };
    return resultOf({ lines, unread });
  } catch (error) {
    return {
      ok: false,
      reason: { kind: "broken", detail: error instanceof Error ? error.message : String(error) },
    };
  }
}

/**
 * The words of a file that is known not to be a bomb. Those of a file of pictures, which `readDocx` refuses, belong to
 * what the pictures say.
 * @throws Error where the file is damaged
 */
export async function wordOfDocx(bytes: Uint8Array): Promise<WordText> {
  return wordOfPackage(await WordPackage.ofZip(bytes), readChunk);
}

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
