/** Do the streams of a PDF unpack, and to no more than a document ever needs? */
import { inflateSync } from "node:zlib";
import type { UnreadPart } from "../../domain/unread-part.ts";
import type { UnreadableReason } from "../formats/unreadable.ts";

/** pdf.js has no cap of its own on what a stream unpacks to. */
const STREAM_BYTES = 32_000_000;
const TOTAL_BYTES = 160_000_000;

/** What is known of a PDF's compressed streams before it is opened. */
export interface StreamsSeen {
  /** They unpack beyond measure. */
  readonly refusal?: UnreadableReason;
  /** Some don't unpack to their end: words, or what a font's characters are, may be missing or others. pdf.js reads on silently. */
  readonly unread: readonly UnreadPart[];
}

/** Unpacks each stream and forgets it. */
export function streamsOf(bytes: Uint8Array): StreamsSeen {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // What is encrypted unpacks to nothing before it is opened.
  const isEncrypted = content.includes("/Encrypt");
  let isDamaged = false;
  let total = 0;
  for (let at = content.indexOf("stream"); at !== -1; at = content.indexOf("stream", at + 6)) {
    if (content.toString("latin1", at - 3, at) === "end") continue;
    const dictionary = content.toString("latin1", Math.max(0, content.lastIndexOf("obj", at)), at);
    // Pictures are never unpacked for their text, and large ones are no bombs.
    if (!/\/(?:FlateDecode|Fl)\b/.test(dictionary) || /\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    // Packed twice is what bombs do and printers don't.
    if (/\/(?:FlateDecode|Fl)\s*\/(?:FlateDecode|Fl)\b/.test(dictionary))
      return bomb("a stream is compressed twice");
    const start = at + 6 + (content[at + 6] === 13 ? 1 : 0) + 1;
    const size = unpackedSize(content.subarray(start));
    if (size === "beyond-limit") return bomb("a stream unpacks without end");
    isDamaged ||= size === "damaged" && FLATE_FIRST.test(dictionary);
    total += size === "damaged" ? 0 : size;
    if (total > TOTAL_BYTES) return bomb("its streams unpack without end");
  }
  return { unread: isDamaged && !isEncrypted ? [{ kind: "damaged-part", name: "PDF" }] : [] };
}

/** Not packed in another way over that. */
const FLATE_FIRST = /\/F(?:ilter)?\s*\[?\s*\/(?:FlateDecode|Fl)\b/;

/** Bytes a compressed stream unpacks to. */
function unpackedSize(stream: Buffer): number | "damaged" | "beyond-limit" {
  try {
    return inflateSync(stream, { maxOutputLength: STREAM_BYTES }).length;
  } catch (error) {
    return error instanceof RangeError ? "beyond-limit" : "damaged";
  }
}

function bomb(detail: string): StreamsSeen {
  return { refusal: { kind: "bomb", detail }, unread: [] };
}
