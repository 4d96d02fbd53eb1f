/**
 * How do the pictures and letters of a page come together as one picture, sharp enough to read and no sharper?
 */
import type { Matrix } from "./matrix.ts";
import { fillOutline } from "./outline.ts";
import { halved, type Raster } from "./raster.ts";

/** A picture and where it lies: from the unit square, its origin lower left, to the page with its origin upper left. */
export interface Placed {
  readonly raster: Raster;
  readonly matrix: Matrix;
}

/** A letter or shape in ink; its matrix leads from its own unit to the page as a picture's does. */
export interface Inked {
  readonly outline: ArrayLike<number>;
  readonly matrix: Matrix;
  /** As in a style sheet: `#rrggbb`. */
  readonly colour: string;
}

/** What letters are drawn at: 200 dots per inch, in pixels a point. */
const PRINT = 200 / 72;
/** Enough for the smallest print at 200 dots per inch; more only costs time. In pixels. */
const LONGEST_SIDE = 2600;

/** First `inner`, then `outer`. */
export function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

/**
 * How often the pixels of a page are gone over before it is given up, a tenth of a second each time: its whole ground once
 * or twice and each letter once is usual, and whoever paints it a thousand times means harm.
 */
const MOST_PASSES = 40;
/** Halving a picture costs less than drawing it. */
const HALVING = 0.25;

/**
 * One picture of a page out of the pictures and letters it is made of, in their order, as sharp as the sharpest picture
 * that counts and as letters need, over white; undefined where there is nothing, or too much. `size` is the page's, in points; `longest` is the picture's longer side at most, in pixels.
 */
export function pageRaster(
  drawn: readonly (Placed | Inked)[],
  size: { readonly width: number; readonly height: number },
  longest: number = LONGEST_SIDE,
): Raster | undefined {
  const counted = drawn.filter(
    (one) => "outline" in one || areaOf(one.matrix) > 0.002 * size.width * size.height,
  );
  const sharpness = counted.map((one) => {
    if ("outline" in one) return PRINT;
    const [a, b, c, d] = one.matrix;
    return Math.max(one.raster.width / Math.hypot(a, b), one.raster.height / Math.hypot(c, d));
  });
  const most = sharpness.reduce((all, one) => Math.max(all, one), 0);
  const scale = Math.min(most, longest / Math.max(size.width, size.height));
  if (scale === 0) return undefined;
  const [width, height] = [
    Math.max(1, Math.round(size.width * scale)),
    Math.max(1, Math.round(size.height * scale)),
  ];
  const channels = counted.some((one) => "outline" in one || one.raster.channels === 3) ? 3 : 1;
  const page: Raster = { width, height, channels, data: new Uint8Array(width * height * channels).fill(255) };
  let left = width * height * MOST_PASSES;
  for (const one of counted) {
    const matrix = times([scale, 0, 0, scale, 0, 0], one.matrix);
    left -=
      "outline" in one
        ? fillOutline(page, one.outline, matrix, colourOf(one.colour))
        : draw(page, one.raster, matrix);
    if (left < 0) return undefined;
  }
  return page;
}

function colourOf(style: string): readonly [number, number, number] {
  const number = Number.parseInt(/^#([\da-f]{6})$/i.exec(style)?.[1] ?? "0", 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}

/** Of the unit square, put where a matrix puts it. */
export function areaOf([a, b, c, d]: Matrix): number {
  return Math.abs(a * d - b * c);
}

/**
 * Draws by asking for each pixel of the page which of the picture lies there, between four neighbours. Returns how many
 * pixels that were.
 */
function draw(page: Raster, picture: Raster, matrix: Matrix): number {
  const [a, b, c, d, e, f] = matrix;
  let source = picture;
  let cost = 0;
  while (source.width >= 2 * Math.hypot(a, b) && source.height >= 2 * Math.hypot(c, d)) {
    cost += source.width * source.height * HALVING;
    source = halved(source);
  }
  const determinant = a * d - b * c;
  const xs = [e, e + a, e + c, e + a + c];
  const ys = [f, f + b, f + d, f + b + d];
  const [left, right] = [
    Math.max(0, Math.floor(Math.min(...xs))),
    Math.min(page.width, Math.ceil(Math.max(...xs))),
  ];
  const [top, bottom] = [
    Math.max(0, Math.floor(Math.min(...ys))),
    Math.min(page.height, Math.ceil(Math.max(...ys))),
  ];
  const { width, height, channels, data } = source;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const [dx, dy] = [x + 0.5 - e, y + 0.5 - f];
      const u = (d * dx - c * dy) / determinant;
      const v = (a * dy - b * dx) / determinant;
      if (u < 0 || u > 1 || v < 0 || v > 1) continue;
      const fromX = Math.min(Math.max(u * width - 0.5, 0), width - 1);
      const fromY = Math.min(Math.max((1 - v) * height - 0.5, 0), height - 1);
      const [x0, y0] = [Math.floor(fromX), Math.floor(fromY)];
      const [right4, below4] = [fromX - x0, fromY - y0];
      const at = (y0 * width + x0) * channels;
      const nextX = x0 + 1 < width ? channels : 0;
      const nextY = y0 + 1 < height ? width * channels : 0;
      const to = (y * page.width + x) * page.channels;
      for (let channel = 0; channel < page.channels; channel++) {
        const from = at + (channels === 3 ? channel : 0);
        const upper = (data[from] ?? 0) * (1 - right4) + (data[from + nextX] ?? 0) * right4;
        const lower = (data[from + nextY] ?? 0) * (1 - right4) + (data[from + nextX + nextY] ?? 0) * right4;
        page.data[to + channel] = upper * (1 - below4) + lower * below4 + 0.5;
      }
    }
  }
  return cost + Math.max(0, right - left) * Math.max(0, bottom - top);
}
