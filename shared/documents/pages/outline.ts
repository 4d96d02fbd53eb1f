/** Which pixels does a letter or shape cover? Fills outlines, so that no native canvas is needed. */
import type { Matrix } from "./matrix.ts";
import type { Raster } from "./raster.ts";

/** Pieces a curve is cut into: at the size of print no eye, and no network, sees more. */
const PIECES = 6;
/** A shape larger than this in either direction is no letter; its edges are cut at the page anyway. In pixels. */
const MOST_AREA = 64_000_000;

type Colour = readonly [red: number, green: number, blue: number];

/**
 * Fills a closed outline on a page of three channels: each pixel takes as much of the colour as the outline covers of
 * it. What an outline runs round twice is filled once, as print does; holes run the other way round.
 *
 * The coverage is summed from the signed areas left of each edge, row by row, so no point is ever tested. Returns how many
 * pixels were gone over, which is what it costs.
 */
export function fillOutline(
  page: Raster,
  outline: ArrayLike<number>,
  matrix: Matrix,
  colour: Colour,
): number {
  const edges = edgesOf(outline, matrix);
  let [left, top, right, bottom] = [page.width, page.height, 0, 0];
  for (const [x0, y0, x1, y1] of edges) {
    left = Math.min(left, x0, x1);
    right = Math.max(right, x0, x1);
    top = Math.min(top, y0, y1);
    bottom = Math.max(bottom, y0, y1);
  }
  left = Math.max(0, Math.floor(left));
  top = Math.max(0, Math.floor(top));
  const [wide, high] = [
    Math.min(page.width, Math.ceil(right)) - left,
    Math.min(page.height, Math.ceil(bottom)) - top,
  ];
  if (!(wide > 0 && high > 0 && wide * high <= MOST_AREA)) return edges.length;
  const area = { width: wide, height: high, data: new Float32Array((wide + 2) * high) };
  for (const [x0, y0, x1, y1] of edges) addEdge(area, x0 - left, y0 - top, x1 - left, y1 - top);
  for (let y = 0; y < high; y++) {
    let covered = 0;
    for (let x = 0; x < wide; x++) {
      covered += area.data[y * (wide + 2) + x] ?? 0;
      const share = Math.min(1, Math.abs(covered));
      if (share < 0.004) continue;
      const to = ((top + y) * page.width + left + x) * 3;
      for (let c = 0; c < 3; c++)
        page.data[to + c] = Math.round((page.data[to + c] ?? 0) * (1 - share) + (colour[c] ?? 0) * share);
    }
  }
  return wide * high + edges.length;
}

type Edge = readonly [x0: number, y0: number, x1: number, y1: number];

/** The outline's edges on the page, its curves cut to pieces, every contour closed. */
function edgesOf(outline: ArrayLike<number>, [a, b, c, d, e, f]: Matrix): Edge[] {
  const edges: Edge[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const lineTo = (toX: number, toY: number) => {
    edges.push([a * x + c * y + e, b * x + d * y + f, a * toX + c * toY + e, b * toX + d * toY + f]);
    [x, y] = [toX, toY];
  };
  const numbers = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => outline[from + index] ?? 0);
  for (let at = 0; at < outline.length; ) {
    const command = outline[at++];
    if (command === 0) {
      if (x !== startX || y !== startY) lineTo(startX, startY);
      [x = 0, y = 0] = numbers(at, 2);
      [startX, startY] = [x, y];
      at += 2;
    } else if (command === 1) {
      const [toX = 0, toY = 0] = numbers(at, 2);
      lineTo(toX, toY);
      at += 2;
    } else if (command === 2) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = numbers(at, 6);
      const [x0, y0] = [x, y];
      for (let piece = 1; piece <= PIECES; piece++) {
        const t = piece / PIECES;
        const [p, q, r, s] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
        lineTo(p * x0 + q * x1 + r * x2 + s * x3, p * y0 + q * y1 + r * y2 + s * y3);
      }
      at += 6;
    } else if (command === 3) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbers(at, 4);
      const [x0, y0] = [x, y];
      for (let piece = 1; piece <= PIECES; piece++) {
        const t = piece / PIECES;
        const [p, q, r] = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
        lineTo(p * x0 + q * x1 + r * x2, p * y0 + q * y1 + r * y2);
      }
      at += 4;
    } else if (command === 4) lineTo(startX, startY);
    else break;
  }
  if (x !== startX || y !== startY) lineTo(startX, startY);
  return edges;
}

interface Area {
  readonly width: number;
  readonly height: number;
  /** For each pixel what changes in the coverage from the one left of it; two more a row, for edges at its end. */
  readonly data: Float32Array;
}

/** Adds an edge's signed area, row by row; what lies left of the area counts at its first column. */
function addEdge({ width, height, data }: Area, x0: number, y0: number, x1: number, y1: number): void {
  if (y0 === y1 || !Number.isFinite(x0 + y0 + x1 + y1)) return;
  const sign = y0 < y1 ? 1 : -1;
  const [upX, upY, downX, downY] = y0 < y1 ? [x0, y0, x1, y1] : [x1, y1, x0, y0];
  const slope = (downX - upX) / (downY - upY);
  const last = Math.min(height, Math.ceil(downY));
  for (let row = Math.max(0, Math.floor(upY)); row < last; row++) {
    const [from, to] = [Math.max(row, upY), Math.min(row + 1, downY)];
    const share = (to - from) * sign;
    const [one, other] = [upX + (from - upY) * slope, upX + (to - upY) * slope];
    const [left, right] = [
      Math.min(Math.max(Math.min(one, other), 0), width),
      Math.min(Math.max(Math.max(one, other), 0), width),
    ];
    const base = row * (width + 2);
    const [first, end] = [Math.floor(left), Math.ceil(right)];
    if (end <= first + 1) {
      const middle = (left + right) / 2 - first;
      data[base + first] = (data[base + first] ?? 0) + share * (1 - middle);
      data[base + first + 1] = (data[base + first + 1] ?? 0) + share * middle;
      continue;
    }
    // The edge crosses several pixels of the row: each gets the part of the area that lies left of it.
    const across = 1 / (right - left);
    let before = 0;
    for (let column = first; column < end; column++) {
      const inside = Math.min(column + 1, right);
      const start = Math.max(column, left);
      // Share of the edge that lies before this column's end, and its mean distance to that end.
      const passed = (start - left) * across;
      const here = (inside - start) * across;
      const covered = share * (passed + here * (column + 1 - (start + inside) / 2));
      data[base + column] = (data[base + column] ?? 0) + covered - before;
      before = covered;
    }
    data[base + end] = (data[base + end] ?? 0) + share - before;
  }
}
