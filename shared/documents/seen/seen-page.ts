/** What does a person see of a page whose reading is to be checked? */
import jpeg from "jpeg-js";
import type { UndrawnLetter } from "../pages/drawn-page.ts";
import { pageRaster } from "../pages/place-images.ts";
import type { Spot } from "../pages/placed-line.ts";
import type { Raster } from "../pages/raster.ts";

/** A page as it was read: upright, with the places of its words in the whole text and in pixels of its picture. */
export interface SeenPage {
  /** From 1, as one leafs through the file. */
  readonly number: number;
  /** Absent where drawing the page would take too much. */
  readonly picture?: Raster;
  /** Its words were recognised in the picture, and not taken from the file. */
  readonly recognised: boolean;
  readonly spots: readonly Spot[];
  readonly undrawn: readonly UndrawnLetter[];
}

/** What a person can check: court papers have a few pages, and nobody leafs through a hundred on a phone. */
export const MOST_PICTURES = 60;
/** The longer side of a page's picture, 137 dots per inch of A4: small print is legible, and a page weighs some 200 KB. */
export const PICTURE_SIDE = 1600;
/** From 0 to 100: print stays sharp. */
const QUALITY = 72;

/** The picture no larger than a page is shown. */
export function shrunk(picture: Raster): Raster {
  const { width, height } = picture;
  if (Math.max(width, height) <= PICTURE_SIDE) return picture;
  const size = { width, height };
  return (
    pageRaster([{ raster: picture, matrix: [width, 0, 0, -height, 0, height] }], size, PICTURE_SIDE) ??
    picture
  );
}

/** The picture as a JPEG. */
export function jpegOf({ width, height, channels, data }: Raster): Uint8Array {
  const rgba = new Uint8Array(width * height * 4);
  for (let from = 0, to = 0; to < rgba.length; from += channels, to += 4) {
    rgba[to] = data[from] ?? 255;
    rgba[to + 1] = data[from + (channels === 3 ? 1 : 0)] ?? 255;
    rgba[to + 2] = data[from + (channels === 3 ? 2 : 0)] ?? 255;
    rgba[to + 3] = 255;
  }
  return jpeg.encode({ width, height, data: rgba }, QUALITY).data;
}
