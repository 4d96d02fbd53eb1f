/** Where do words name this body, and not another whose name only holds this one's (县公安局, 县公安局城关派出所)? */

/** Stands for a character that was taken out, so that places stay. */
export const TAKEN_OUT = "□";

/** The words without those longer names of a list that hold this one; each character keeps its place. */
export function withoutLongerNames(words: string, name: string, names: readonly string[]): string {
  return names
    .filter((one) => one !== name && one.includes(name))
    .reduce((text, one) => text.replaceAll(one, TAKEN_OUT.repeat(one.length)), words);
}
