/** ZIP files as courts send them: several papers in one upload, each a document of its own. */
import type { Entry, ZipFile } from "yauzl";
import type { UnreadableReason } from "./unreadable.ts";
import { openZip, zipContent, zipEntries } from "./zip-entries.ts";

/** One file of an archive. */
export interface ArchiveEntry {
  /** Its path inside, unique in the archive and short enough for a key. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type ArchiveResult =
  | { readonly ok: true; readonly entries: readonly ArchiveEntry[] }
  | { readonly ok: false; readonly reason: UnreadableReason };

/** Sizes are bytes really unpacked. Beyond any of them the whole archive is refused: no part of it is to be trusted. */
export const ARCHIVE_LIMITS = { entries: 100, entryBytes: 30_000_000, totalBytes: 100_000_000, ratio: 200 };
/** Small entries may compress well without harm. */
const RATIO_FROM = 5_000_000;
/** An object's key has at most 1,024 bytes, of which a Chinese character takes three. */
const LONGEST_NAME = 200;

/** What operating systems and office programs leave beside the papers. */
const LITTER = /(?:^|\/)(?:__MACOSX\/|\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

/** Unpacks an archive in memory, within {@link ARCHIVE_LIMITS}. Never throws on bad input; archives inside stay packed. */
export async function entriesOf(bytes: Uint8Array): Promise<ArchiveResult> {
  let zip: ZipFile | undefined;
  try {
    zip = await openZip(bytes, { rawNames: true });
    return await unpack(zip, bytes.length);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, reason: { kind: "broken", detail } };
  } finally {
    zip?.close();
  }
}

async function unpack(zip: ZipFile, packed: number): Promise<ArchiveResult> {
  const names = new Set<string>();
  const entries: ArchiveEntry[] = [];
  let total = 0;
  for await (const entry of zipEntries(zip)) {
    const name = nameOf(entry);
    if (name.endsWith("/") || LITTER.test(name)) continue;
    if (entry.isEncrypted()) return { ok: false, reason: { kind: "encrypted" } };
    if (entries.length === ARCHIVE_LIMITS.entries) return bomb(`more than ${ARCHIVE_LIMITS.entries} files`);
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of await zipContent(zip, entry)) {
      chunks.push(chunk);
      size += chunk.length;
      total += chunk.length;
      if (size > ARCHIVE_LIMITS.entryBytes || total > ARCHIVE_LIMITS.totalBytes)
        return bomb("it unpacks without end");
      if (total > RATIO_FROM && total > packed * ARCHIVE_LIMITS.ratio)
        return bomb(`it unpacks to over ${ARCHIVE_LIMITS.ratio} times its size`);
    }
    entries.push({ name: uniqueName(name, names), bytes: Buffer.concat(chunks) });
  }
  return entries.length === 0 ? { ok: false, reason: { kind: "empty" } } : { ok: true, entries };
}

/** General purpose flag: the name is UTF-8. */
const UTF8_NAME = 0x800;
/** Info-ZIP's extra field with the name in UTF-8, behind a version and a checksum. */
const UNICODE_PATH = 0x7075;

/** The name in UTF-8 where the file says or shows so, else in GB 18030, as Chinese Windows writes it without a word. */
function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw;
  const unicode = entry.extraFields.find(({ id }) => id === UNICODE_PATH)?.data.subarray(5);
  return clean(decoded(unicode ?? raw, (entry.generalPurposeBitFlag & UTF8_NAME) !== 0));
}

function decoded(raw: Buffer, isUtf8: boolean): string {
  try {
    return new TextDecoder("utf-8", { fatal: !isUtf8 }).decode(raw);
  } catch {
    return new TextDecoder("gb18030").decode(raw);
  }
}

function clean(name: string): string {
  return name
    .replaceAll("\\", "/")
    .replace(/\p{Cc}/gu, "")
    .replace(/^\/+/, "");
}

/** Two files of one name are two documents. The end of a name tells more than its beginning. */
function uniqueName(name: string, taken: Set<string>): string {
  const short = [...name].slice(-LONGEST_NAME).join("");
  let unique = short;
  for (let number = 2; taken.has(unique); number++) unique = `${short} (${number})`;
  taken.add(unique);
  return unique;
}

function bomb(detail: string): ArchiveResult {
  return { ok: false, reason: { kind: "bomb", detail } };
}
