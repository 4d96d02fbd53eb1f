/** Where on a page do some words of its text stand? */

import type { Spot } from "../pages/placed-line.ts";
import { charactersOf } from "../pages/placed-text.ts";

/** The parts of a page's spots that hold a part of the text, each turned with its line. */
export function spotsWithin(
  spots: readonly Spot[],
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): readonly Spot[] {
  return spots.flatMap((spot) => {
    const [from, to] = [Math.max(start, spot.start), Math.min(end, spot.end)];
    return from < to ? [cutOut(spot, text, from, to)] : [];
  });
}

/** A part of a spot: how far along it lies follows from how wide its characters are. */
function cutOut(spot: Spot, text: string, from: number, to: number): Spot {
  const { start, end, x, y, width, height, angle } = spot;
  const characters = charactersOf({ text: text.slice(start, end), x: 0, y: 0, width, size: height / 1.15 });
  let [unit, left, right] = [start, 0, width];
  for (const { text: character, x: at, width: own } of characters) {
    if (unit <= from) left = at;
    unit += character.length;
    if (unit <= to) right = at + own;
  }
  const along = (left + right - width) / 2;
  return {
    start: from,
    end: to,
    x: x + along * Math.cos(angle),
    y: y + along * Math.sin(angle),
    width: right - left,
    height,
    angle,
  };
}
