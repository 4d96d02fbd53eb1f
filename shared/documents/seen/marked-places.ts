/** Where on a page do some words of its text stand? */

import type { Spot } from "../pages/placed-line.ts";
import { charactersOf } from "../pages/placed-text.ts";

/** Further from each other than this, in heights of the line, two stretches of words are marked apart. */
const APART = 1.2;

/**
 * Where a part of the text stands among a page's spots: one box for each stretch of words in a line, turned with it.
 * A printer may have set them character by character.
 */
export function spotsWithin(
  spots: readonly Spot[],
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): readonly Spot[] {
  const boxes: Spot[] = [];
  for (const spot of spots) {
    const [from, to] = [Math.max(start, spot.start), Math.min(end, spot.end)];
    if (from >= to) continue;
    const part = cutOut(spot, text, from, to);
    const last = boxes.at(-1);
    if (last !== undefined && isBehind(last, part)) boxes.splice(-1, 1, joined(last, part));
    else boxes.push(part);
  }
  return boxes;
}

/** Whether a stretch goes on in the same line, next to the one before it. */
function isBehind(last: Spot, next: Spot): boolean {
  const [dx, dy] = [next.x - last.x, next.y - last.y];
  const along = dx * Math.cos(last.angle) + dy * Math.sin(last.angle);
  const across = dy * Math.cos(last.angle) - dx * Math.sin(last.angle);
  const gap = along - (last.width + next.width) / 2;
  const height = Math.max(last.height, next.height);
  return (
    Math.abs(next.angle - last.angle) < 0.05 &&
    Math.abs(across) < height / 2 &&
    gap < height * APART &&
    gap > -height
  );
}

/** The box around both, turned as the longer one is. */
function joined(last: Spot, next: Spot): Spot {
  const { angle } = last.width >= next.width ? last : next;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const sides = [last, next].map(({ x, y, width, height }) => {
    const [along, across] = [
      (x - last.x) * cos + (y - last.y) * sin,
      (y - last.y) * cos - (x - last.x) * sin,
    ];
    return [along - width / 2, along + width / 2, across - height / 2, across + height / 2] as const;
  });
  const [left, right] = [Math.min(...sides.map(([one]) => one)), Math.max(...sides.map(([, one]) => one))];
  const [top, bottom] = [
    Math.min(...sides.map(([, , one]) => one)),
    Math.max(...sides.map(([, , , one]) => one)),
  ];
  const [along, across] = [(left + right) / 2, (top + bottom) / 2];
  return {
    start: last.start,
    end: next.end,
    x: last.x + along * cos - across * sin,
    y: last.y + along * sin + across * cos,
    width: right - left,
    height: bottom - top,
    angle,
  };
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
