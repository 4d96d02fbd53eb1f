/** What of a file was not read: a person hears of it, since the words of the paper may stand there. */

/** A part of a file whose words, if it has any, are not among those that were read. */
export interface UnreadPart {
  readonly kind: /** A file inside the file: an object, an attachment, a chunk of a kind that is not read. */
    | "enclosed-file"
    /** A remark (批注) beside the text, with its words: not printed, but somebody meant something by it. */
    | "remark"
    /** Ink, lines or shapes drawn on the page. */
    | "drawing"
    /** A header, note or other part that is named and missing, or damaged. */
    | "damaged-part"
    /** Whatever goes beyond what one file may hold. */
    | "beyond-limit";
  /** Its name in the file, or the remark's own words; at most 100 characters. */
  readonly name: string;
}
