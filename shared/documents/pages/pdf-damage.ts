/**
 * Was part of a PDF damaged? pdf.js reads on behind whatever it can't read and only warns: what stood there is missing from the text
 * without a word, so a person must look.
 */
import type { UnreadPart } from "../../domain/unread-part.ts";

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
