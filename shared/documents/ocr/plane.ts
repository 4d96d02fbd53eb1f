/** What does a page look like to the networks: without its seals, with more contrast, cut and turned? */
import type { Raster } from "../pages/raster.ts";

/** A grey picture that is read: 0 is ink, 255 paper. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/**
 * A page without its seals: red ink is as bright as paper in the red channel, while black print stays black; what is
 * redder than grey is lifted further, since no seal's red is pure. A grey page is taken as it is.
 */
export function withoutRed({ width, height, channels, data }: Raster): Plane {
  if (channels === 1) return { width, height, data };
  const red = new Uint8ClampedArray(width * height);
  for (let at = 0; at < red.length; at++) {
    const [r = 255, g = 255, b = 255] = [data[at * 3], data[at * 3 + 1], data[at * 3 + 2]];
    red[at] = r + Math.max(0, r - Math.max(g, b)) / 2;
  }
  return { width, height, data: new Uint8Array(red.buffer) };
}

/**
 * The same page as a second reader sees it: contrast driven up around a level that parts print from what is
 * paler than print, like a grey seal or print that shows through. The level lies nearer to the ink than to the paper.
 */
export function hardened({ width, height, data }: Plane): Plane {
  const [ink, paper] = [percentile(data, 0.01), percentile(data, 0.7)];
  const level = ink + (paper - ink) * 0.5;
  const reach = Math.max(12, (paper - ink) * 0.3);
  const curve = Uint8Array.from({ length: 256 }, (_, value) =>
    Math.round(255 * Math.min(1, Math.max(0, (value - level + reach) / (2 * reach)))),
  );
  return { width, height, data: data.map((value) => curve[value] ?? value) };
}

function percentile(data: Uint8Array, share: number): number {
  const counts = new Uint32Array(256);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  let left = share * data.length;
  for (let value = 0; value < 256; value++) {
    left -= counts[value] ?? 0;
    if (left <= 0) return value;
  }
  return 255;
}

/** The plane at another size, between four neighbours; a size far below is reached by means first. */
export function resized(plane: Plane, width: number, height: number): Plane {
  const box = { x: plane.width / 2, y: plane.height / 2, width: plane.width, height: plane.height, angle: 0 };
  return cut(plane, box, width, height);
}

/** A rectangle on a page, turned about its middle by `angle` (radians, clockwise); `width` runs along the text. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly angle: number;
}

/** What a rectangle holds, brought to a size; beyond the page there is paper. */
export function cut(plane: Plane, box: Box, width: number, height: number): Plane {
  const { width: wide, height: high, data } = plane;
  const [cos, sin] = [Math.cos(box.angle), Math.sin(box.angle)];
  const [stepX, stepY] = [box.width / width, box.height / height];
  // Where several pixels become one, their mean is taken from a grid of samples.
  const samples = Math.min(4, Math.max(1, Math.round(Math.max(stepX, stepY))));
  const result = new Uint8Array(width * height);
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let sample = 0; sample < samples * samples; sample++) {
        const across = (x + ((sample % samples) + 0.5) / samples) * stepX - box.width / 2;
        const down = (y + (Math.floor(sample / samples) + 0.5) / samples) * stepY - box.height / 2;
        const fromX = box.x + across * cos - down * sin - 0.5;
        const fromY = box.y + across * sin + down * cos - 0.5;
        const [x0, y0] = [Math.floor(fromX), Math.floor(fromY)];
        if (x0 < 0 || y0 < 0 || x0 + 1 >= wide || y0 + 1 >= high) {
          const inside = x0 >= -1 && y0 >= -1 && x0 < wide && y0 < high;
          sum += inside ? (data[Math.max(0, y0) * wide + Math.max(0, x0)] ?? 255) : 255;
          continue;
        }
        const [right, below] = [fromX - x0, fromY - y0];
        const at = y0 * wide + x0;
        const upper = (data[at] ?? 0) * (1 - right) + (data[at + 1] ?? 0) * right;
        const lower = (data[at + wide] ?? 0) * (1 - right) + (data[at + wide + 1] ?? 0) * right;
        sum += upper * (1 - below) + lower * below;
      }
      result[to++] = sum / (samples * samples) + 0.5;
    }
  }
  return { width, height, data: result };
}
