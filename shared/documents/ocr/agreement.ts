/** How sure is a line that was read twice? Only where both readings agree is a character sure. */
import { CONFIDENCE } from "../text/confidence.ts";
import type { Glyph } from "./recognise.ts";

/** A line read twice: its characters, and how sure each of them is, 0–1. */
export interface ReadLine {
  readonly text: string;
  /** One for each UTF-16 unit of `text`. */
  readonly sureness: readonly number[];
}

/** What a character is worth that the two readings don't share; below any confidence that is accepted unseen. */
export const DISPUTED: number = CONFIDENCE.guessed;

/**
 * Joins two readings of one line. Where they agree a character is as sure as the surer of them; where they differ, and
 * on both sides of a character only one of them saw, nothing is sure, however sure the network was: a seal can turn 二
 * into 一 or hide 上 of 上午 without leaving a doubt in one reading alone.
 */
export function agreed(
  first: readonly Glyph[],
  second: readonly Glyph[],
): { readonly line: ReadLine; readonly glyphs: readonly Glyph[] } {
  const [better, other] = mean(first) >= mean(second) ? [first, second] : [second, first];
  const partners = aligned(better, other);
  const sureness = better.map(({ character, chance }, index) => {
    const partner = partners[index];
    if (partner !== undefined) return Math.max(chance, other[partner]?.chance ?? 0);
    return isMark(character) ? chance : DISPUTED;
  });
  let [lastIndex, lastPartner] = [-1, -1];
  for (let index = 0; index <= better.length; index++) {
    const partner = index === better.length ? other.length : partners[index];
    if (partner === undefined) continue;
    // Where only the other reading has characters, those beside the place are in doubt.
    const onlyOther = other.slice(lastPartner + 1, partner).some(({ character }) => !isMark(character));
    if (onlyOther && index === lastIndex + 1)
      for (const beside of [lastIndex, index]) if (beside in sureness) sureness[beside] = DISPUTED;
    [lastIndex, lastPartner] = [index, partner];
  }
  const units = better.flatMap(({ character }, index) =>
    Array.from({ length: character.length }, () => sureness[index] ?? DISPUTED),
  );
  return {
    line: { text: better.map(({ character }) => character).join(""), sureness: units },
    glyphs: better,
  };
}

function mean(glyphs: readonly Glyph[]): number {
  return glyphs.length === 0 ? 0 : glyphs.reduce((sum, { chance }) => sum + chance, 0) / glyphs.length;
}

/** For each glyph of `one` its partner in `other`, by their longest common subsequence; undefined where it has none. */
function aligned(one: readonly Glyph[], other: readonly Glyph[]): readonly (number | undefined)[] {
  const same = (i: number, j: number) => meaning(one[i]?.character) === meaning(other[j]?.character);
  const wide = other.length + 1;
  const longest = new Uint16Array((one.length + 1) * wide);
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      const skip = Math.max(longest[(i + 1) * wide + j] ?? 0, longest[i * wide + j + 1] ?? 0);
      longest[i * wide + j] = same(i, j) ? (longest[(i + 1) * wide + j + 1] ?? 0) + 1 : skip;
    }
  }
  const partners: (number | undefined)[] = Array.from({ length: one.length });
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    if (same(i, j)) partners[i++] = j++;
    else if ((longest[(i + 1) * wide + j] ?? 0) >= (longest[i * wide + j + 1] ?? 0)) i++;
    else j++;
  }
  return partners;
}

/** Wide and narrow forms, and the marks that rules read alike, are no difference. */
function meaning(character = ""): string {
  return isMark(character) ? "·" : character.normalize("NFKC");
}

/** A mark that carries no fact; brackets do, they hold a case number's year. */
function isMark(character: string): boolean {
  return /^[:;,.·•、。，‧'"“”‘’_│\s-]$/u.test(character.normalize("NFKC"));
}
