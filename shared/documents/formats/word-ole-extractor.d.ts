/** The types of the part of word-extractor that `word-97.ts` builds on; the package has none. */

declare module "word-extractor/lib/word-ole-extractor.js" {
  /** The part of word-extractor that takes a Word file's streams apart; see its source for the fields. */
  export default class WordOleExtractor {
    /** The text in its order, in pieces; the end of a table's row has become `\n`. */
    _pieces: { text: string }[];
    /** Characters of the body, footnotes, headers, comments, endnotes and text boxes, which follow one another. */
    _boundaries: Record<"ccpText" | "ccpFtn" | "ccpHdd" | "ccpAtn" | "ccpEdn" | "ccpTxbx", number>;
    extractWordDocument(document: unknown, main: Buffer): Promise<unknown>;
    documentStream(document: unknown, name: string): Promise<unknown>;
    streamBuffer(stream: unknown): Promise<Buffer>;
    buildDocument(): unknown;
  }
}
