/** Is this ZIP-based file safe to hand to a library, or is it a bomb, encrypted, or full of macros? */
import type { ZipFile } from "yauzl";
import type { UnreadableReason } from "./unreadable.ts";
import { openZip, zipContent, zipEntries } from "./zip-entries.ts";

/** Sizes are bytes really unpacked, never what the file declares. */
const LIMITS = { entries: 2000, entryBytes: 40_000_000, totalBytes: 100_000_000, ratio: 200 };
/** Small entries may compress well without harm. */
const RATIO_FROM = 5_000_000;
/** A document type declaration stands at the start of an XML part. */
const PROLOGUE = 4096;

/**
 * Unpacks every entry of an Office file once and throws the bytes away, so that the library that reads it
 * later can't be drowned by a bomb. Gives the reason for a refusal; undefined where the file is harmless.
 */
export async function refusalOfZip(bytes: Uint8Array): Promise<UnreadableReason | undefined> {
  let zip: ZipFile;
  try {
    zip = await openZip(bytes);
  } catch (error) {
    return broken(error);
  }
  try {
    return await inspect(zip, bytes.length);
  } catch (error) {
    return broken(error);
  } finally {
    zip.close();
  }
}

async function inspect(zip: ZipFile, packed: number): Promise<UnreadableReason | undefined> {
  if (zip.entryCount > LIMITS.entries) return bomb(`${zip.entryCount} entries`);
  let total = 0;
  for await (const entry of zipEntries(zip)) {
    if (/(?:^|\/)vbaProject\.bin$/i.test(entry.fileName)) return { kind: "macro" };
    if (entry.isEncrypted()) return { kind: "encrypted" };
    if (entry.fileName.endsWith("/")) continue;
    let size = 0;
    let prologue = "";
    for await (const chunk of await zipContent(zip, entry)) {
      size += chunk.length;
      total += chunk.length;
      if (prologue.length < PROLOGUE) prologue += chunk.toString("latin1", 0, PROLOGUE);
      if (size > LIMITS.entryBytes || total > LIMITS.totalBytes)
        return bomb(`${entry.fileName} unpacks without end`);
      if (total > RATIO_FROM && total > packed * LIMITS.ratio)
        return bomb("it unpacks to over 200 times its size");
    }
    if (/\.(?:xml|rels)$/i.test(entry.fileName) && /<!\s*DOCTYPE/i.test(prologue.replaceAll("\0", "")))
      return bomb(`${entry.fileName} declares a document type`);
  }
  return undefined;
}

function broken(error: unknown): UnreadableReason {
  return { kind: "broken", detail: error instanceof Error ? error.message : String(error) };
}

function bomb(detail: string): UnreadableReason {
  return { kind: "bomb", detail };
}
