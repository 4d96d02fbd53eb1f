/** Which words stand where on a page of an OFD file? */
import type { XmlElement } from "../formats/xml.ts";
import type { Matrix } from "./matrix.ts";
import { type OfdObject, objectsOf } from "./ofd-objects.ts";
import type { PlacedText } from "./placed-text.ts";

const MOST_RUNS = 20_000;
/** In sizes of the font: a smaller gap between two characters is no blank. */
const CLOSE = 0.25;
/** From the beginning of one character to that of the next, where both are set as wide as a Chinese one. */
const IN_STEP = 1.1;

/**
 * The runs of text of a page, template or appearance (GB/T 33190 §11), each at its place; the y axis is turned to point up.
 * `outer` leads from its coordinates to the page's.
 */
export function runsOf(
  root: XmlElement,
  units: ReadonlyMap<string, XmlElement>,
  outer?: Matrix,
): PlacedText[] {
  const found: PlacedText[] = [];
  for (const object of objectsOf("TextObject", root, units, outer)) {
    for (const run of placed(object)) {
      if (found.push(run) >= MOST_RUNS) return found;
    }
  }
  return found;
}

/** A text object: each text code has its own starting point and steps. */
function* placed({ element: { attributes, children }, matrix }: OfdObject): Generator<PlacedText> {
  const [a, b, c, d, e, f] = matrix;
  // Text across the page is a watermark; between the lines it would part them.
  if (Math.abs(b) > Math.abs(a) * 0.1 && Math.abs(a) > Math.abs(b) * 0.1) return;
  const size = Number(attributes.Size) || 1;
  const narrow = Number(attributes.HScale) || 1;
  const [across, along] = [Math.hypot(a, b), Math.hypot(c, d)];

  let [x, y] = [0, 0];
  for (const { name, attributes: code, text } of children) {
    if (name !== "TextCode") continue;
    x = code.X === undefined ? x : Number(code.X) || 0;
    y = code.Y === undefined ? y : Number(code.Y) || 0;
    const characters = [...text.replace(/^\s*\n\s*|\s*\n\s*$/g, "")];
    const right = stepsOf(code.DeltaX, characters.length);
    const down = stepsOf(code.DeltaY, characters.length);
    let [atX, atY] = [x, y];
    let last = x;
    let run: { text: string; x: number; y: number; right: number } | undefined;
    for (const [index, character] of characters.entries()) {
      const width = size * narrow * (isWide(character) ? 1 : 0.5);
      // Characters side by side stay together even where the next cell's text runs into them.
      const isClose = run !== undefined && Math.abs(atX - run.right) < size * CLOSE;
      // Digits set as wide as Chinese characters are still one number.
      const isInStep = run !== undefined && atX > last && atX - last < size * narrow * IN_STEP;
      const follows = run !== undefined && run.y === atY && (isClose || isInStep);
      if (run !== undefined && follows) run = { ...run, text: run.text + character, right: atX + width };
      else {
        if (run !== undefined) yield placedRun(run);
        run = { text: character, x: atX, y: atY, right: atX + width };
      }
      last = atX;
      atX += right[index] ?? (down.length > 0 ? 0 : width);
      atY += down[index] ?? 0;
    }
    if (run !== undefined) yield placedRun(run);
  }

  function placedRun(run: { text: string; x: number; y: number; right: number }): PlacedText {
    return {
      text: run.text,
      x: a * run.x + c * run.y + e,
      y: -(b * run.x + d * run.y + f),
      width: (run.right - run.x) * across,
      size: size * along,
    };
  }
}

/**
 * Steps between characters, `g n v` being n times v: `3.2 g 4 3.5` is 3.2 3.5 3.5 3.5 3.5. At most `most`.
 * @internal Of what a page shows, only sums of it can be seen.
 */
export function stepsOf(text: string | undefined, most: number): number[] {
  const words = text?.trim().split(/[\s,]+/) ?? [];
  const steps: number[] = [];
  for (let at = 0; at < words.length && steps.length < most; at++) {
    if (words[at] !== "g") {
      steps.push(Number(words[at]) || 0);
      continue;
    }
    const times = Math.min(Number(words[at + 1]) || 0, most - steps.length);
    for (let count = 0; count < times; count++) steps.push(Number(words[at + 2]) || 0);
    at += 2;
  }
  return steps;
}

function isWide(character: string): boolean {
  return (character.codePointAt(0) ?? 0) > 0x2ff;
}
