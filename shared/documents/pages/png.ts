/** What does a PNG show, over white and in three channels? */
import { inflateSync } from "node:zlib";
import { MOST_PIXELS, type Raster } from "./raster.ts";

/** Samples a pixel by the header's colour type: grey, RGB, palette, grey with alpha, RGB with alpha. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const PALETTE = 3;

/** The seven passes of an interlaced picture: first column and row, and the steps. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

interface Header {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colour: number;
  readonly interlaced: boolean;
}

/**
 * A PNG's picture over white, 16-bit samples cut to 8.
 * @throws Error where the file is damaged or declares more pixels than are read
 * @see https://www.w3.org/TR/png-3/
 */
export function decodePng(bytes: Uint8Array): Raster {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let header: Header | undefined;
  let palette: Uint8Array = new Uint8Array();
  let transparency: Uint8Array = new Uint8Array();
  const packed: Uint8Array[] = [];
  for (let at = 8; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString("latin1", at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (body.length < length) throw new Error("the picture is cut off");
    if (type === "IHDR") header = headerOf(body);
    else if (type === "PLTE") palette = body;
    else if (type === "tRNS") transparency = body;
    else if (type === "IDAT") packed.push(body);
    else if (type === "IEND") break;
    at += 12 + length;
  }
  if (header === undefined) throw new Error("the picture has no header");
  return unfiltered(header, Buffer.concat(packed), palette, transparency);
}

function headerOf(body: Buffer): Header {
  const [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
  const [depth = 0, colour = 0, , , interlace] = body.subarray(8);
  if (width * height === 0 || width * height > MOST_PIXELS || SAMPLES[colour] === undefined)
    throw new Error(`a picture of ${width}×${height} pixels is not read`);
  return { width, height, depth, colour, interlaced: interlace === 1 };
}

function unfiltered(
  { width, height, depth, colour, interlaced }: Header,
  packed: Buffer,
  palette: Uint8Array,
  transparency: Uint8Array,
): Raster {
  const samples = SAMPLES[colour] ?? 1;
  const bitsOfPixel = samples * depth;
  const passes = interlaced ? PASSES : ([[0, 0, 1, 1]] as const);
  const sizes = passes.map(([x, y, stepX, stepY]) => ({
    wide: Math.max(0, Math.ceil((width - x) / stepX)),
    high: Math.max(0, Math.ceil((height - y) / stepY)),
  }));
  const rowBytes = (wide: number) => Math.ceil((wide * bitsOfPixel) / 8);
  const total = sizes.reduce(
    (sum, { wide, high }) => sum + (wide === 0 ? 0 : high * (1 + rowBytes(wide))),
    0,
  );
  const raw = inflateSync(packed, { maxOutputLength: total + 1024 });
  if (raw.length < total) throw new Error("the picture is cut off");

  const channels = colour === 2 || colour === 3 || colour === 6 ? 3 : 1;
  const data = new Uint8Array(width * height * channels);
  const step = Math.max(1, bitsOfPixel >> 3);
  const most = 2 ** Math.min(depth, 8) - 1;
  const pixel = [0, 0, 0, 0];
  let at = 0;
  for (const [index, [left, top, stepX, stepY]] of passes.entries()) {
    const { wide = 0, high = 0 } = sizes[index] ?? {};
    if (wide === 0) continue;
    let above = new Uint8Array(rowBytes(wide));
    for (let y = 0; y < high; y++) {
      const row = raw.subarray(at + 1, at + 1 + above.length);
      undoFilter(raw[at] ?? 0, row, above, step);
      at += 1 + row.length;
      above = row;
      for (let x = 0; x < wide; x++) {
        for (let sample = 0; sample < samples; sample++) {
          const bit = (x * samples + sample) * depth;
          const byte = row[bit >> 3] ?? 0;
          pixel[sample] = depth >= 8 ? byte : (byte >> (8 - depth - (bit & 7))) & most;
        }
        const to = ((top + y * stepY) * width + left + x * stepX) * channels;
        if (colour === PALETTE) {
          const entry = pixel[0] ?? 0;
          const alpha = transparency[entry] ?? 255;
          for (let c = 0; c < 3; c++) data[to + c] = overWhite(palette[entry * 3 + c] ?? 0, alpha);
        } else {
          const alpha = samples === 2 ? (pixel[1] ?? 255) : samples === 4 ? (pixel[3] ?? 255) : 255;
          for (let c = 0; c < channels; c++)
            data[to + c] = overWhite(Math.round(((pixel[c] ?? 0) * 255) / most), alpha);
        }
      }
    }
  }
  return { width, height, channels, data };
}

function overWhite(value: number, alpha: number): number {
  return alpha === 255 ? value : Math.round((value * alpha + 255 * (255 - alpha)) / 255);
}

/** Undoes a row's filter in place; `step` is the distance in bytes to the same sample of the pixel before. */
function undoFilter(filter: number, row: Uint8Array, above: Uint8Array, step: number): void {
  if (filter === 0) return;
  for (let x = 0; x < row.length; x++) {
    const left = row[x - step] ?? 0;
    const up = above[x] ?? 0;
    const guess =
      filter === 1
        ? left
        : filter === 2
          ? up
          : filter === 3
            ? (left + up) >> 1
            : paeth(left, up, above[x - step] ?? 0);
    row[x] = (row[x] ?? 0) + guess;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
