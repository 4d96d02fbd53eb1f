/** Where do the words of a line stand on their page? */

/**
 * Words of a text that stand together: their part of it, in UTF-16 units, and the box around them, turned about its middle
 * by `angle` (radians, clockwise). Lengths in pixels or points of the page, from its upper left corner.
 */
export interface Spot {
  readonly start: number;
  readonly end: number;
  /** The box's middle. */
  readonly x: number;
  readonly y: number;
  /** Along the words. */
  readonly width: number;
  readonly height: number;
  readonly angle: number;
}

/** A line of a page with the places of its words, their parts counted in the line. */
export interface PlacedLine {
  readonly text: string;
  readonly spots: readonly Spot[];
}

/** The same words as part of a longer text, on a page drawn at another size. */
export function movedSpot(spot: Spot, by: number, scale: number): Spot {
  const { start, end, x, y, width, height, angle } = spot;
  return {
    start: start + by,
    end: end + by,
    x: x * scale,
    y: y * scale,
    width: width * scale,
    height: height * scale,
    angle,
  };
}
