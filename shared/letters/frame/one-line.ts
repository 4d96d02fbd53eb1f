/**
 * Names, causes and file names come from uploaded files: whatever they hold, they stay one harmless line in a
 * subject, a header, a calendar entry or a paragraph.
 */

/** Marks that turn the direction of writing round: a file name can pretend to end otherwise with them. */
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** No characters (Unicode 23.7), though PDFs have them for a hyphen; XML forbids U+FFFE and U+FFFF, so that one breaks a file. */
const NONCHARACTER = /\p{Noncharacter_Code_Point}/gu;

/**
 * The text on one line: line breaks and other control characters become blanks, lone surrogates U+FFFD, noncharacters
 * nothing. What is left is allowed in XML 1.0.
 */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(NONCHARACTER, "")
    .replace(DIRECTION, "")
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim();
}

/** As {@link oneLine}, cut to so many characters (code points) with an ellipsis. */
export function shortLine(text: string, length: number): string {
  const characters = [...oneLine(text)];
  return characters.length <= length ? characters.join("") : `${characters.slice(0, length - 1).join("")}…`;
}
