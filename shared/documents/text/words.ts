/**
 * How does vocabulary become a pattern? Words stand in lists, each with a comment of what they are; a rule's pattern
 * names the list. So a new word is a word more in a list, and no pattern is too long to be read.
 */

/** A list written as words parted by blanks, over as many lines as it takes. */
export function wordList(words: string): readonly string[] {
  return words.split(/\s+/u).filter((word) => word !== "");
}

/**
 * The part of a pattern that fits any of the words; they may be pieces of patterns themselves. Of two that begin alike
 * the longer has to stand first, as everywhere in a pattern.
 */
export function anyOf(...lists: readonly (readonly string[])[]): string {
  return `(?:${lists.flat().join("|")})`;
}

/** Words of a paper as a part of a pattern, whatever marks they contain: 周** stands for itself. */
export function literally(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/-]/gu, "\\$&");
}
