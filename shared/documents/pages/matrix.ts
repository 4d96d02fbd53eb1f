/** How a point of a picture or letter gets to its place on the page: the six numbers that PDF writes for it. */

/** PDF's six numbers: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];
