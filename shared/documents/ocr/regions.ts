/** Which pixels of the network's map hang together, and which turned rectangle holds them? */
import type { Box } from "./plane.ts";

/** A point in pixels. */
export type Point = readonly [x: number, y: number];

/** Pixels that hang together. */
export interface Region {
  /** Both ends of each of its rows: all that is needed of its outline. */
  readonly outline: readonly Point[];
  /** Mean of the map over its pixels. */
  readonly mean: number;
}

/** The connected regions of a map where it exceeds a level, neighbours by sides and corners. */
export function regionsOf(
  { width, height, data }: { readonly width: number; readonly height: number; readonly data: Float32Array },
  level: number,
): readonly Region[] {
  const seen = new Uint8Array(width * height);
  const regions: Region[] = [];
  const waiting: number[] = [];
  for (let start = 0; start < data.length; start++) {
    if (seen[start] === 1 || (data[start] ?? 0) <= level) continue;
    const ends = new Map<number, [number, number]>();
    let [sum, count] = [0, 0];
    seen[start] = 1;
    waiting.push(start);
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const [x, y] = [at % width, Math.floor(at / width)];
      sum += data[at] ?? 0;
      count++;
      const row = ends.get(y);
      if (row === undefined) ends.set(y, [x, x]);
      else if (x < row[0]) row[0] = x;
      else if (x > row[1]) row[1] = x;
      for (let dy = y > 0 ? -1 : 0; dy <= (y + 1 < height ? 1 : 0); dy++) {
        for (let dx = x > 0 ? -1 : 0; dx <= (x + 1 < width ? 1 : 0); dx++) {
          const next = at + dy * width + dx;
          if (seen[next] === 1 || (data[next] ?? 0) <= level) continue;
          seen[next] = 1;
          waiting.push(next);
        }
      }
    }
    const outline = [...ends].flatMap(([y, [from, to]]): Point[] => [
      [from, y],
      [to + 1, y],
      [from, y + 1],
      [to + 1, y + 1],
    ]);
    regions.push({ outline, mean: sum / count });
  }
  return regions;
}

/** The smallest turned rectangle around points; its angle lies within an eighth of a turn of the horizontal. */
export function turnedBox(points: readonly Point[]): Box {
  const hull = convexHull(points);
  let best: Box | undefined;
  for (const [index, [x1, y1]] of hull.entries()) {
    const [x2, y2] = hull[(index + 1) % hull.length] ?? [x1 + 1, y1];
    const box = boxAlong(hull, Math.atan2(y2 - y1, x2 - x1));
    if (best === undefined || box.width * box.height < best.width * best.height) best = box;
  }
  return best ?? boxAlong(points, 0);
}

function boxAlong(points: readonly Point[], direction: number): Box {
  // Quarter turns only exchange width and height.
  const angle = direction - Math.round(direction / (Math.PI / 2)) * (Math.PI / 2);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const along = points.map(([x, y]) => x * cos + y * sin);
  const across = points.map(([x, y]) => y * cos - x * sin);
  const [left, right, top, bottom] = [
    Math.min(...along),
    Math.max(...along),
    Math.min(...across),
    Math.max(...across),
  ];
  const [middle, centre] = [(left + right) / 2, (top + bottom) / 2];
  return {
    x: middle * cos - centre * sin,
    y: middle * sin + centre * cos,
    width: right - left,
    height: bottom - top,
    angle,
  };
}

/** The corners of the smallest convex shape around points, in order (Andrew's monotone chain). */
function convexHull(points: readonly Point[]): readonly Point[] {
  const sorted = points.toSorted(([ax, ay], [bx, by]) => ax - bx || ay - by);
  const half = (ordered: readonly Point[]) => {
    const chain: Point[] = [];
    for (const point of ordered) {
      while (chain.length >= 2 && !turnsLeft(chain.at(-2), chain.at(-1), point)) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  const hull = [...half(sorted), ...half(sorted.toReversed())];
  return hull.length > 0 ? hull : sorted.slice(0, 1);
}

function turnsLeft([ax, ay]: Point = [0, 0], [bx, by]: Point = [0, 0], [cx, cy]: Point): boolean {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax) > 0;
}
