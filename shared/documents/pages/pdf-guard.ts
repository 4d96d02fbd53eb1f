/** Do the streams of a PDF unpack to more than a document ever needs? */
import { inflateSync } from "node:zlib";
import type { UnreadableReason } from "../formats/unreadable.ts";

/** pdf.js has no cap of its own on what a stream unpacks to. */
const STREAM_BYTES = 32_000_000;
const TOTAL_BYTES = 160_000_000;

/** Refuses a PDF whose compressed streams unpack beyond measure; undefined where they don't. */
export function refusalOfStreams(bytes: Uint8Array): UnreadableReason | undefined {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
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
    if (size === undefined) return bomb("a stream unpacks without end");
    total += size;
    if (total > TOTAL_BYTES) return bomb("its streams unpack without end");
  }
  return undefined;
}

/** Bytes a compressed stream unpacks to, 0 where it is damaged (pdf.js will say so), undefined beyond the cap. */
function unpackedSize(stream: Buffer): number | undefined {
  try {
    return inflateSync(stream, { maxOutputLength: STREAM_BYTES }).length;
  } catch (error) {
    return error instanceof RangeError ? undefined : 0;
  }
}

function bomb(detail: string): UnreadableReason {
  return { kind: "bomb", detail };
}
