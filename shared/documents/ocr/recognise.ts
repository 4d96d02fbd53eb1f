/** Which characters stand on a line? */
import type { OcrModels } from "./models.ts";
import { type Box, cut, type Plane } from "./plane.ts";

/** A character as the network read it. */
export interface Glyph {
  readonly character: string;
  /** How sure the network is of it, 0–1. */
  readonly chance: number;
  /** Its middle, as a share of the line's length. */
  readonly at: number;
}

const LINE_HEIGHT = 48;
/** Narrower pictures leave the network nothing to see; longer ones than any line of a page are cut off. */
const [NARROWEST, WIDEST] = [16, 4000];

/** Reads one line. */
export async function recogniseLine(models: OcrModels, page: Plane, box: Box): Promise<readonly Glyph[]> {
  const width = Math.min(WIDEST, Math.max(NARROWEST, Math.ceil((box.width / box.height) * LINE_HEIGHT)));
  const { data } = cut(page, box, width, LINE_HEIGHT);
  const input = new Float32Array(3 * data.length);
  for (let at = 0; at < data.length; at++) input[at] = (data[at] ?? 0) / 127.5 - 1;
  for (const channel of [1, 2]) input.copyWithin(channel * data.length, 0, data.length);
  const { data: chances, shape } = await models.recognition(input, [1, 3, LINE_HEIGHT, width]);
  const [, steps = 0, classes = 0] = shape;
  return decode(chances, steps, classes, models.characters);
}

/**
 * From chances per step to characters: the likeliest class of each step, repetitions of one taken once, class 0 is
 * nothing (connectionist temporal classification, greedily).
 */
function decode(
  chances: Float32Array,
  steps: number,
  classes: number,
  characters: readonly string[],
): readonly Glyph[] {
  const glyphs: Glyph[] = [];
  let last = 0;
  for (let step = 0; step < steps; step++) {
    let [best, chance] = [0, -1];
    for (let at = step * classes, end = at + classes, index = 0; at < end; at++, index++) {
      const value = chances[at] ?? 0;
      if (value > chance) [best, chance] = [index, value];
    }
    const at = (step + 0.5) / steps;
    const glyph = glyphs.at(-1);
    if (best !== 0 && best === last && glyph !== undefined)
      glyphs[glyphs.length - 1] = { ...glyph, chance: Math.max(glyph.chance, chance) };
    else if (best !== 0) glyphs.push({ character: printed(characters[best] ?? ""), chance, at });
    last = best;
  }
  return glyphs;
}

/** A table's ruling reads as a bar of some kind; the rules know one. */
function printed(character: string): string {
  return /^[丨|｜]$/u.test(character) ? "│" : character;
}
