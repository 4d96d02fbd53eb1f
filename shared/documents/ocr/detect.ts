/** Where on a page are its lines of text? */
import type { OcrModels } from "./models.ts";
import { type Box, type Plane, resized } from "./plane.ts";
import { type Region, regionsOf, turnedBox } from "./regions.ts";

/** Longest side of the picture the network sees: print of 9 points on A4 is still some 12 pixels high. */
const LONGEST_SIDE = 1280;
/** The network's own normalisation: means and deviations of each colour, all equal for a grey picture. */
const NORMAL = [
  [0.485, 0.229],
  [0.456, 0.224],
  [0.406, 0.225],
] as const;
/** A pixel is text from this chance on; a region counts where its mean reaches the second figure. */
const PIXEL = 0.3;
const REGION = 0.6;
/** The network marks the core of a line; its box grows by this times its area over its perimeter. */
const GROWTH = 1.6;
const SMALLEST_SIDE = 3;

/** Finds the lines of text on a page: one turned rectangle each, in no order. */
export async function detectLines({ detection }: OcrModels, page: Plane): Promise<readonly Box[]> {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(page.width, page.height));
  const side = (length: number) => Math.max(32, Math.round((length * scale) / 32) * 32);
  const [width, height] = [side(page.width), side(page.height)];
  const { data } = await detection(normalised(resized(page, width, height)), [1, 3, height, width]);
  const [scaleX, scaleY] = [page.width / width, page.height / height];
  return regionsOf({ width, height, data }, PIXEL)
    .filter(({ mean }) => mean >= REGION)
    .flatMap(({ outline }: Region) => {
      const core = turnedBox(outline.map(([x, y]) => [x * scaleX, y * scaleY] as const));
      if (Math.min(core.width / scaleX, core.height / scaleY) < SMALLEST_SIDE) return [];
      const growth = (core.width * core.height * GROWTH) / (2 * (core.width + core.height));
      return [{ ...core, width: core.width + 2 * growth, height: core.height + 2 * growth }];
    });
}

function normalised({ data }: Plane): Float32Array {
  const result = new Float32Array(3 * data.length);
  for (const [channel, [mean, deviation]] of NORMAL.entries()) {
    const offset = channel * data.length;
    for (let at = 0; at < data.length; at++) result[offset + at] = ((data[at] ?? 0) / 255 - mean) / deviation;
  }
  return result;
}
