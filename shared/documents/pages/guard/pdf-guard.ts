/**
 * Is a PDF hostile, or was part of it damaged? pdf.js has no limit for what a stream unpacks to, and reads on behind whatever it can't
 * read: what stood there is missing from the text without a word, so a person must look.
 */
import { inflateSync } from "node:zlib";
import type { UnreadPart } from "../../../domain/unread-part.ts";
import type { UnreadableReason } from "../../formats/unreadable.ts";
import { lacksWhatItLists } from "./pdf-index.ts";

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
  let isDamaged = lacksWhatItLists(content);
  let total = 0;
  for (let at = content.indexOf("stream"); at !== -1; at = content.indexOf("stream", at + 6)) {
    if (content.toString("latin1", at - 3, at) === "end") continue;
    const dictionary = content.toString("latin1", Math.max(0, content.lastIndexOf("obj", at)), at);
    const start = at + 6 + (content[at + 6] === 13 ? 1 : 0) + 1;
    isDamaged ||=
      isWritten(dictionary) && (hasHole(content, start) || endsElsewhere(content, start, dictionary));
    // Pictures are never unpacked for their text, and large ones are no bombs.
    if (!/\/(?:FlateDecode|Fl)\b/.test(dictionary) || /\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    // Packed twice is what bombs do and printers don't.
    if (/\/(?:FlateDecode|Fl)\s*\/(?:FlateDecode|Fl)\b/.test(dictionary))
      return bomb("a stream is compressed twice");
    const size = unpackedSize(content.subarray(start));
    if (size === "beyond-limit") return bomb("a stream unpacks without end");
    isDamaged ||= size === "damaged" && FLATE_FIRST.test(dictionary);
    total += size === "damaged" ? 0 : size;
    if (total > TOTAL_BYTES) return bomb("its streams unpack without end");
  }
  return { unread: isDamaged && !isEncrypted ? [{ kind: "damaged-part", name: "PDF" }] : [] };
}

/** Whether a stream lies there as it was written, words and what characters they are: not packed, and no picture, font or colours. */
function isWritten(dictionary: string): boolean {
  const isForm = /\/Subtype\s*\/Form\b/.test(dictionary);
  return isForm
    ? !/\/F(?:ilter)?\b/.test(dictionary)
    : !/\/(?:F(?:ilter)?|Type|Subtype|Length1|N)\b/.test(dictionary);
}

/** So much of nothing is in no words of any coding. */
const HOLE = "\0".repeat(8);
/** Words in brackets, whose characters may have a byte that is nothing; closed or not, so that none is looked for twice. */
const IN_BRACKETS = /\((?:\\[\s\S]|[^\\()])*\)?/g;
/** A picture among the words: any bytes. */
const PICTURE = /\bID\s/;

/** Where words should be there is nothing, which the format takes for a blank: no program writes it so. */
function hasHole(content: Buffer, start: number): boolean {
  const end = content.indexOf("endstream", start);
  const words = content.toString("latin1", start, end === -1 ? undefined : end);
  if (!words.includes("\0")) return false;
  return words.includes(HOLE) || (!PICTURE.test(words) && words.replace(IN_BRACKETS, "").includes("\0"));
}

/** Whether a stream has another length than it says: some of its words are missing, or others were put in. */
function endsElsewhere(content: Buffer, start: number, dictionary: string): boolean {
  const [, length] = /\/Length\s+(\d+)\b(?!\s+\d+\s+R\b)/.exec(dictionary) ?? [];
  if (length === undefined) return false;
  const end = start + Number(length);
  return !/^\s*endstream/.test(content.toString("latin1", end, end + END_WITHIN));
}

/** Blanks and the word that ends a stream. */
const END_WITHIN = 24;

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

/**
 * Its warnings of words, objects, fonts and packed data that were left out or guessed. Of an index that had to be made anew, of
 * programs inside fonts and of forms without a picture it warns for sound files too.
 */
const SIGNS = [
  /ignoring (?:additional )?invalid character|Unterminated (?:hex )?string/u,
  /Unknown command|Skipping command|getTextContent - ignoring errors/u,
  /XRef(?:Entry|Parse)Exception|lookup failed/u,
  /Error during font loading|Font "[^"]*" is not available/u,
  /Bad (?:block|zlib|uncompressed)|unexpected end|Unable to decode/iu,
] as const;

/** What pdf.js says on the console while a file is open; nothing else of ours speaks there. */
export class PdfWarnings {
  readonly #warn = console.warn;
  #isDamaged = false;

  constructor() {
    console.warn = (message: unknown) => {
      const words = String(message).slice(0, 500);
      this.#isDamaged ||= SIGNS.some((sign) => sign.test(words));
    };
  }

  /** What was not read, as far as it has been read. */
  get unread(): readonly UnreadPart[] {
    return this.#isDamaged ? [{ kind: "damaged-part", name: "PDF" }] : [];
  }

  close(): void {
    console.warn = this.#warn;
  }
}
