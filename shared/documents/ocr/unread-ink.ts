/** What lies in the gaps of a line: nothing, a blank, the border of a cell, or a character that nobody read? */
import { type Box, cut, type Plane } from "./plane.ts";
import type { Glyph } from "./recognise.ts";

/** What lies between two neighbours of a line, or between its end and the character there. */
export type Between = "nothing" | "blank" | "cell" | "unread";

/** Stands in the text for a character that is there and could not be read. */
export const UNREAD = "□";

/** Distances from middle to middle in sizes of the type: neighbours have 1 at most, half a blank makes more. */
const [BLANK, CELL] = [1.65, 2.7];
/** From the box's end to the middle of the first or last character. */
const EDGE = 1.45;
/** Shares of dark pixels between which a gap holds a character: a colon has less, the table under the paper more. */
const [INKED, BLACK] = [0.1, 0.6];
/** How far a line is followed beyond its box, in steps of its type's size. */
const MOST_STEPS = 4;
/** Share of a column's pixels from which it is a ruling of a table: no character fills its line's whole height. */
const RULING = 0.9;

/**
 * Looks into the gaps of a line: for each glyph what is before it, and last what is behind the last one. A gap with ink
 * in it is a character the network passed over, as it does with rare ones (郯) and with those under a seal.
 */
export function gapsOf(glyphs: readonly Glyph[], page: Plane, box: Box): readonly Between[] {
  const size = typeSize(glyphs, box);
  const ends = [0, ...glyphs.map(({ at }) => at * box.width), box.width];
  return ends.slice(1).map((to, index) => {
    const from = ends[index] ?? 0;
    const [first, last] = [index === 0, index === glyphs.length];
    const gap = (to - from) / size;
    if (gap <= (first || last ? EDGE : BLANK)) return "nothing";
    const [left, right] = [from + (first ? 0.1 : 0.6) * size, to - (last ? 0.1 : 0.6) * size];
    const { ink, ruled } = stretchOf(page, box, left, right);
    if (ink > INKED && ink < BLACK) return "unread";
    if (first || last) return "nothing";
    return ruled || gap > CELL ? "cell" : "blank";
  });
}

/**
 * The box drawn out at both ends as far as print goes on there: where a seal lies over a line the detector may take it
 * for ended. What is another box's is left to it.
 */
export function drawnOut(box: Box, others: readonly Box[], page: Plane): Box {
  const size = box.height / 1.2;
  const step = (from: number): number => {
    const direction = Math.sign(from);
    const [left, right] = direction < 0 ? [from - size, from] : [from, from + size];
    const middle = placeIn(box, (left + right) / 2);
    if (others.some((other) => other !== box && isIn(other, middle))) return 0;
    const stretch = [left + box.width / 2, right + box.width / 2] as const;
    const { ink } = stretchOf(page, box, ...stretch);
    return ink > INKED && ink < BLACK && !isCrossed(page, box, ...stretch) ? size : 0;
  };
  let [left, right] = [-box.width / 2, box.width / 2];
  for (let count = 0; count < MOST_STEPS; count++) {
    left -= step(left);
    right += step(right);
  }
  const { x, y } = placeIn(box, (left + right) / 2);
  return { ...box, x, y, width: right - left };
}

/** The point of a line's axis so far from its middle. */
export function placeIn({ x, y, angle }: Box, along: number): { readonly x: number; readonly y: number } {
  return { x: x + along * Math.cos(angle), y: y + along * Math.sin(angle) };
}

function isIn(
  { angle, width, height, ...box }: Box,
  point: { readonly x: number; readonly y: number },
): boolean {
  const [dx, dy] = [point.x - box.x, point.y - box.y];
  const along = dx * Math.cos(angle) + dy * Math.sin(angle);
  const across = dy * Math.cos(angle) - dx * Math.sin(angle);
  return Math.abs(along) < width / 2 && Math.abs(across) < height / 2;
}

/** Size of a line's type: the usual distance between neighbours, else what its box allows. In pixels. */
function typeSize(glyphs: readonly Glyph[], { width, height }: Box): number {
  const boxed = height / 1.2;
  const distances = glyphs
    .slice(1)
    .map(({ at }, index) => (at - (glyphs[index]?.at ?? 0)) * width)
    .filter((_, index) =>
      /\p{Script=Han}{2}/u.test(`${glyphs[index]?.character}${glyphs[index + 1]?.character}`),
    );
  const usual = distances.toSorted((a, b) => a - b)[Math.floor(distances.length / 2)] ?? boxed;
  return Math.min(Math.max(usual, boxed * 0.7), boxed * 1.4);
}

/** What a stretch of a line holds: its share of ink, and whether a ruling runs through it. */
function stretchOf(page: Plane, box: Box, left: number, right: number): { ink: number; ruled: boolean } {
  const { width, height, data } = cutOut(page, box, left, right);
  if (width < 4) return { ink: 0, ruled: false };
  let [dark, ruled] = [0, false];
  for (let column = 0; column < width; column++) {
    let inColumn = 0;
    for (let row = 0; row < height; row++) if ((data[row * width + column] ?? 255) < 128) inColumn++;
    if (inColumn >= RULING * height) ruled = true;
    else dark += inColumn;
  }
  return { ink: dark / (width * height), ruled };
}

/** Whether a stroke runs across a stretch from above or below, as a seal's rim does: print keeps to its line. */
function isCrossed(page: Plane, box: Box, left: number, right: number): boolean {
  const { width, height, data } = cutOut(page, { ...box, height: box.height * 1.5 }, left, right);
  const margin = width * Math.round(height / 8);
  const isDark = (value: number) => value < 128;
  return data.subarray(0, margin).some(isDark) || data.subarray(-margin).some(isDark);
}

function cutOut(page: Plane, box: Box, left: number, right: number): Plane {
  const { x, y } = placeIn(box, (left + right) / 2 - box.width / 2);
  const [width, height] = [Math.max(1, Math.round(right - left)), Math.max(4, Math.round(box.height))];
  return cut(page, { ...box, x, y, width: right - left }, width, height);
}
